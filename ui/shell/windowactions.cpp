#include "shell/windowactions.h"

#include "files/fileactions.h"
#include "pages/pages.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace mailseal {

WindowActions::WindowActions(const FileActions &files, Appearance appearance, QMainWindow &window)
    : QObject(&window)
    , m_files(files)
    , m_window(window)
{
    makeActions();
    fillMenuBar(appearance);
}

QAction *WindowActions::make(Act which, const QString &text, const QKeySequence &shortcut)
{
    auto *made = new QAction(text, &m_window);
    made->setShortcut(shortcut);
    m_window.addAction(made); // the key works wherever the focus is
    m_actions.at(static_cast<size_t>(which)) = made;
    return made;
}

void WindowActions::makeActions()
{
    make(Act::OpenSettings, tr("Se&ttings…"), Qt::CTRL | Qt::Key_Comma)
        ->setMenuRole(QAction::PreferencesRole);
    make(Act::Quit, tr("&Quit"), Qt::CTRL | Qt::Key_Q)->setMenuRole(QAction::QuitRole);
    make(Act::FocusTarget, tr("&Type a domain or server"), Qt::CTRL | Qt::Key_L);
    make(Act::Again, tr("Inspect &again"), Qt::Key_F5);
    make(Act::Stop, tr("&Stop"), Qt::Key_Escape);
    make(Act::Compare, tr("&Compare"), Qt::CTRL | Qt::Key_D)
        ->setToolTip(tr("Two servers side by side: choose two with Ctrl and a click, or one and then its "
                        "partner (Ctrl+D)"));
    make(Act::Examples, tr("Try the built-in &example servers"), {});
    make(Act::CopyAddress, tr("&Copy address"), {});
    make(Act::Remove, tr("&Remove from the list"), Qt::CTRL | Qt::Key_Delete);
    make(Act::Find, tr("&Find in transcript"), QKeySequence::Find);
    make(Act::About, tr("&About Mailseal"), {})->setMenuRole(QAction::AboutRole);
}

void WindowActions::fillMenuBar(Appearance appearance)
{
    QMenuBar *bar = m_window.menuBar();
    auto *file = bar->addMenu(tr("&File"));
    m_files.fillFileMenu(file);
    file->addSeparator();
    file->addAction(action(Act::OpenSettings));
    file->addSeparator();
    file->addAction(action(Act::Quit));

    auto *inspect = bar->addMenu(tr("Inspe&ct"));
    inspect->addActions({action(Act::FocusTarget), action(Act::Again), action(Act::Stop)});
    inspect->addSeparator();
    inspect->addAction(action(Act::Compare));
    inspect->addSeparator();
    inspect->addActions({action(Act::CopyAddress), action(Act::Remove)});
    inspect->addSeparator();
    inspect->addAction(action(Act::Examples));

    auto *view = bar->addMenu(tr("&View"));
    addPageActions(view);
    view->addSeparator();
    view->addAction(action(Act::Find));
    view->addSeparator();
    addAppearanceMenu(view, appearance);
    bar->addMenu(tr("&Help"))->addAction(action(Act::About));
}

void WindowActions::addPageActions(QMenu *view)
{
    auto *group = new QActionGroup(this);
    for (const PageRow &row : pages()) {
        auto *open = view->addAction(pageTitle(row.page));
        open->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(m_pages.size() + 1)));
        open->setCheckable(true);
        group->addAction(open);
        connect(open, &QAction::triggered, this, [this, page = row.page] { Q_EMIT pageChosen(page); });
        m_window.addAction(open);
        m_pages.append(open);
    }
}

void WindowActions::addAppearanceMenu(QMenu *view, Appearance current)
{
    auto *menu = view->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const QStringList names{tr("&System"), tr("&Light"), tr("&Dark")};
    for (int i = 0; i < names.size(); ++i) {
        auto *choose = menu->addAction(names.at(i));
        choose->setCheckable(true);
        group->addAction(choose);
        connect(choose, &QAction::triggered, this,
                [this, i] { Q_EMIT appearanceChosen(static_cast<Appearance>(i)); });
        m_appearances.append(choose);
    }
    setAppearance(current);
}

void WindowActions::setAppearance(Appearance appearance)
{
    m_appearances.at(static_cast<int>(appearance))->setChecked(true);
}

QMenu *WindowActions::saveMenu() const
{
    auto *menu = new QMenu(&m_window);
    m_files.fillSaveMenu(menu);
    return menu;
}

QMenu *WindowActions::serverMenu() const
{
    auto *menu = new QMenu(&m_window);
    menu->addActions({action(Act::Again), action(Act::Compare)});
    menu->addSeparator();
    m_files.fillSaveMenu(menu);
    menu->addSeparator();
    menu->addActions({action(Act::CopyAddress), action(Act::Remove)});
    return menu;
}

QMenu *WindowActions::moreMenu() const
{
    auto *menu = new QMenu(&m_window);
    menu->addAction(m_files.action(FileActions::Act::Open));
    menu->addActions({action(Act::Again), action(Act::Compare)});
    menu->addSeparator();
    m_files.fillSaveMenu(menu);
    menu->addSeparator();
    menu->addActions({action(Act::Examples), action(Act::OpenSettings)});
    return menu;
}

void WindowActions::update(const State &state)
{
    action(Act::Again)->setEnabled(state.canInspectAgain);
    action(Act::Stop)->setEnabled(state.isRunning);
    action(Act::Compare)->setEnabled(state.canCompare);
    for (const Act act : {Act::CopyAddress, Act::Remove, Act::Find})
        action(act)->setEnabled(state.hasServer);
    for (int page = 0; page < m_pages.size(); ++page) {
        m_pages.at(page)->setEnabled(state.hasServer);
        m_pages.at(page)->setChecked(state.page == static_cast<Proof::Page>(page));
    }
}

} // namespace mailseal
