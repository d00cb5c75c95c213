#include "files/fileactions.h"
#include "list/serverlist.h"
#include "shell/inspectionview.h"
#include "shell/mainwindow.h"
#include "shell/targetbar.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace mailseal {

QAction *MainWindow::makeAction(Act which, const QString &text, const QKeySequence &shortcut,
                                void (MainWindow::*does)())
{
    auto *made = new QAction(text, this);
    made->setShortcut(shortcut);
    connect(made, &QAction::triggered, this, does);
    m_actions.at(static_cast<size_t>(which)) = made;
    return made;
}

void MainWindow::makeActions()
{
    makeAction(Act::OpenSettings, tr("Se&ttings…"), Qt::CTRL | Qt::Key_Comma, &MainWindow::openSettings)
        ->setMenuRole(QAction::PreferencesRole);
    auto *quit = new QAction(tr("&Quit"), this);
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    m_actions.at(static_cast<size_t>(Act::Quit)) = quit;
    makeAction(Act::FocusTarget, tr("&Type a domain or server"), Qt::CTRL | Qt::Key_L,
               &MainWindow::focusTarget);
    makeAction(Act::Again, tr("Inspect &again"), Qt::Key_F5, &MainWindow::inspectAgain);
    makeAction(Act::Stop, tr("&Stop"), Qt::Key_Escape, &MainWindow::stop);
    makeAction(Act::Compare, tr("&Compare"), Qt::CTRL | Qt::Key_D, &MainWindow::compareChosen)
        ->setToolTip(tr("Two servers side by side: choose two with Ctrl and a click, or one and then its "
                        "partner (Ctrl+D)"));
    makeAction(Act::Examples, tr("Try the built-in &example servers"), {}, &MainWindow::startExamples);
    makeAction(Act::CopyAddress, tr("&Copy address"), {}, &MainWindow::copyAddress);
    makeAction(Act::Remove, tr("&Remove from the list"), Qt::CTRL | Qt::Key_Delete,
               &MainWindow::removeCurrent);
    makeAction(Act::Find, tr("&Find in transcript"), QKeySequence::Find, &MainWindow::find);
    makeAction(Act::About, tr("&About Mailseal"), {}, &MainWindow::openAbout)
        ->setMenuRole(QAction::AboutRole);
}

void MainWindow::makeMenus()
{
    for (QAction *one : m_actions)
        addAction(one); // the keys work wherever the focus is
    auto *file = menuBar()->addMenu(tr("&File"));
    m_files.fillFileMenu(file);
    file->addSeparator();
    file->addAction(action(Act::OpenSettings));
    file->addSeparator();
    file->addAction(action(Act::Quit));

    auto *inspect = menuBar()->addMenu(tr("Inspe&ct"));
    inspect->addActions({action(Act::FocusTarget), action(Act::Again), action(Act::Stop)});
    inspect->addSeparator();
    inspect->addAction(action(Act::Compare));
    inspect->addSeparator();
    inspect->addActions({action(Act::CopyAddress), action(Act::Remove)});
    inspect->addSeparator();
    inspect->addAction(action(Act::Examples));

    auto *view = menuBar()->addMenu(tr("&View"));
    addPageActions(view);
    view->addSeparator();
    view->addAction(action(Act::Find));
    view->addSeparator();
    addAppearanceMenu(view);
    menuBar()->addMenu(tr("&Help"))->addAction(action(Act::About));

    auto *saving = new QMenu(this);
    m_files.fillSaveMenu(saving);
    m_servers->setSaveMenu(saving);
    m_servers->setCompareAction(action(Act::Compare));
    auto *one = new QMenu(this);
    one->addActions({action(Act::Again), action(Act::Compare)});
    one->addSeparator();
    m_files.fillSaveMenu(one);
    one->addSeparator();
    one->addActions({action(Act::CopyAddress), action(Act::Remove)});
    m_servers->setContextMenu(one);
    auto *more = new QMenu(this);
    more->addAction(m_files.action(FileActions::Act::Open));
    more->addActions({action(Act::Again), action(Act::Compare)});
    more->addSeparator();
    m_files.fillSaveMenu(more);
    more->addSeparator();
    more->addActions({action(Act::Examples), action(Act::OpenSettings)});
    m_target->setMenu(more);
}

void MainWindow::addPageActions(QMenu *view)
{
    auto *group = new QActionGroup(this);
    for (int page = 0; page < InspectionView::pageCount; ++page) {
        const auto which = static_cast<Proof::Page>(page);
        auto *open = view->addAction(InspectionView::pageTitle(which));
        open->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(page + 1)));
        open->setCheckable(true);
        group->addAction(open);
        connect(open, &QAction::triggered, this, [this, which] {
            if (m_view)
                m_view->openPage(which);
        });
        addAction(open);
        m_pageActions.append(open);
    }
}

void MainWindow::addAppearanceMenu(QMenu *view)
{
    auto *menu = view->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const QStringList names{tr("&System"), tr("&Light"), tr("&Dark")};
    for (int i = 0; i < names.size(); ++i) {
        auto *choose = menu->addAction(names.at(i));
        choose->setCheckable(true);
        choose->setChecked(i == static_cast<int>(m_preferences.appearance));
        group->addAction(choose);
        connect(choose, &QAction::triggered, this, [this, i] { setAppearance(static_cast<Appearance>(i)); });
        m_appearanceActions.append(choose);
    }
}

void MainWindow::updateActions()
{
    const ListedServer *server = m_list.server(m_current);
    m_files.update();
    action(Act::Again)->setEnabled(server && !server->isRunning);
    action(Act::Stop)->setEnabled(m_list.isRunning());
    action(Act::Compare)->setEnabled(canCompare());
    for (const Act act : {Act::CopyAddress, Act::Remove, Act::Find})
        action(act)->setEnabled(server);
    for (int page = 0; page < m_pageActions.size(); ++page) {
        m_pageActions.at(page)->setEnabled(server);
        m_pageActions.at(page)->setChecked(m_view && static_cast<int>(m_view->currentPage()) == page);
    }
    m_servers->setSaveEnabled(m_files.canSave());
}

} // namespace mailseal
