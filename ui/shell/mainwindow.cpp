#include "shell/mainwindow.h"

#include "files/documents.h"
#include "files/fileactions.h"
#include "list/arrangebutton.h"
#include "list/inspectionlist.h"
#include "list/serverlist.h"
#include "models/headline.h"
#include "settings/keptpreferences.h"
#include "shell/aboutbox.h"
#include "shell/comparing.h"
#include "shell/inspecting.h"
#include "shell/looking.h"
#include "shell/tally.h"
#include "shell/targetbar.h"
#include "shell/welcome.h"
#include "shell/windowactions.h"
#include "shell/windowmemory.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace mailseal {

MainWindow::MainWindow(std::unique_ptr<QSettings> store, InspectionQueue::MakeInspector makeInspector,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_store(std::move(store))
    , m_preferences(*new KeptPreferences(*m_store, this))
    , m_list(*new InspectionList(std::move(makeInspector), this))
    , m_files(*new FileActions(m_list, *m_store, this))
    , m_actions(*new WindowActions(m_files, m_preferences.now().appearance, *this))
    , m_target(new TargetBar)
    , m_message(new MessageBar)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_servers(new ServerList(m_list))
    , m_stack(new QStackedWidget)
    , m_inspecting(*new Inspecting(m_list, m_preferences, *m_target, this))
    , m_looking(*new Looking(m_list, m_files, *m_stack, this))
    , m_comparing(*new Comparing(m_list, *m_servers, m_files, *m_stack, this))
{
    build();
    restoreWindow({*this, *m_splitter, *m_target, *m_servers}, *m_store);
    connectTarget();
    connectList();
    connectPages();
    connectFiles();
    connectActions();
    setAcceptDrops(true);
    updateActions();
    m_target->focusTarget();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *welcome = new Welcome;
    connect(welcome, &Welcome::examplesRequested, this, &MainWindow::startExamples);
    m_stack->addWidget(welcome);
    m_splitter->addWidget(m_servers);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_servers->setMinimumWidth(200);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_target);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    setCentralWidget(whole);
    statusBar()->addWidget(new Tally(m_list), 1);
    statusBar()->setSizeGripEnabled(false);
    setWindowTitle(QStringLiteral("Mailseal"));
    m_target->setMenu(m_actions.moreMenu());
    m_servers->setSaveMenu(m_actions.saveMenu());
    m_servers->setCompareAction(m_actions.action(WindowActions::Act::Compare));
    m_servers->setContextMenu(m_actions.serverMenu());
}

void MainWindow::connectTarget()
{
    const auto sayProblem = [this](const QString &sentence) { say(MessageBar::Kind::Problem, sentence); };
    connect(m_target, &TargetBar::inspectRequested, &m_inspecting, &Inspecting::inspect);
    connect(m_target, &TargetBar::problemChanged, this, sayProblem);
    connect(m_target, &TargetBar::stopRequested, &m_list, &InspectionList::stop);
    connect(&m_inspecting, &Inspecting::problemChanged, this, sayProblem);
    connect(&m_inspecting, &Inspecting::listed, m_servers, &ServerList::setCurrentServer);
}

void MainWindow::connectList()
{
    connect(m_servers, &ServerList::currentServerChanged, this, [this](quint64 server) {
        if (!m_comparing.isShown())
            m_looking.show(server);
    });
    connect(m_servers, &ServerList::selectionChanged, this, &MainWindow::followSelection);
    connect(m_servers, &ServerList::activated, &m_looking, &Looking::focusPage);
    connect(m_servers, &ServerList::arrangementChanged, this,
            [this] { saveArrangement(m_servers->arrangement(), *m_store); });
    connect(&m_list, &InspectionList::serverChanged, this, &MainWindow::refresh);
    connect(&m_list, &InspectionList::structureChanged, this, [this] {
        if (m_comparing.isShown() && !m_comparing.isValid())
            m_looking.show(m_servers->currentServer());
        updateActions();
    });
    connect(&m_list, &InspectionList::runningChanged, this, [this] {
        m_target->setRunning(m_list.isRunning());
        updateActions();
    });
}

void MainWindow::connectPages()
{
    const auto update = [this] {
        updateTitle();
        updateActions();
    };
    connect(&m_looking, &Looking::shown, this, update);
    connect(&m_looking, &Looking::pageChanged, this, &MainWindow::updateActions);
    connect(&m_looking, &Looking::backRequested, &m_comparing, &Comparing::show);
    connect(&m_comparing, &Comparing::shown, this, [this, update] {
        m_looking.setServer(m_comparing.sides().constFirst());
        update();
    });
    connect(&m_comparing, &Comparing::compared, this, &MainWindow::updateActions);
    connect(&m_comparing, &Comparing::proofRequested, this, [this](quint64 server, const Proof &proof) {
        m_servers->setCurrentServer(server);
        m_looking.showProof(server, proof);
    });
}

void MainWindow::connectFiles()
{
    connect(&m_files, &FileActions::opened, this,
            [this](const QList<quint64> &servers) { m_servers->setCurrentServer(servers.constFirst()); });
    connect(&m_files, &FileActions::said, this, &MainWindow::say);
    m_files.setComparison(
        [this] { return m_comparing.isShown() ? std::optional(m_comparing.detail()) : std::nullopt; });
    m_files.setChosen([this] { return m_comparing.isShown() ? m_comparing.sides() : chosen(); });
}

void MainWindow::connectActions()
{
    using Act = WindowActions::Act;
    const auto connectTo = [this](Act act, auto *whose, auto what) {
        connect(m_actions.action(act), &QAction::triggered, whose, what);
    };
    connectTo(Act::OpenSettings, &m_preferences, [this] { m_preferences.openDialog(this); });
    connectTo(Act::Quit, this, &QWidget::close);
    connectTo(Act::FocusTarget, m_target, &TargetBar::focusTarget);
    connectTo(Act::Again, this, &MainWindow::inspectAgain);
    connectTo(Act::Stop, &m_list, &InspectionList::stop);
    connectTo(Act::Compare, &m_comparing, &Comparing::compareChosen);
    connectTo(Act::Examples, &m_inspecting, &Inspecting::inspectExamples);
    connectTo(Act::CopyAddress, this, &MainWindow::copyAddress);
    connectTo(Act::Remove, this, &MainWindow::removeChosen);
    connectTo(Act::Find, &m_looking, &Looking::openFind);
    connectTo(Act::About, this, [this] { openAboutBox(this); });
    connect(&m_actions, &WindowActions::pageChosen, &m_looking, &Looking::openPage);
    connect(&m_actions, &WindowActions::appearanceChosen, &m_preferences, &KeptPreferences::setAppearance);
    connect(&m_preferences, &KeptPreferences::appearanceChanged, &m_actions, &WindowActions::setAppearance);
    connect(&m_preferences, &KeptPreferences::languageChanged, this, [this] {
        say(MessageBar::Kind::Done, tr("The language changes when Mailseal is started again."));
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_list.stop();
    rememberWindow({*this, *m_splitter, *m_target, *m_servers}, *m_store);
    QMainWindow::closeEvent(event);
}

void MainWindow::inspectAgain()
{
    if (m_comparing.isShown())
        m_inspecting.inspectSidesAgain(m_comparing.sides());
    else if (m_looking.server() != 0)
        m_inspecting.inspectAgain(m_looking.server());
}

void MainWindow::inspectAll(const QStringList &words)
{
    QStringList files;
    QStringList targets;
    for (const QString &word : words)
        (Documents::isFileName(word) ? files : targets).append(word);
    m_files.open(files);
    m_inspecting.inspectAll(targets);
}

void MainWindow::startExamples() { m_inspecting.inspectExamples(); }

void MainWindow::updateTitle()
{
    const auto host = [this](quint64 server) { return hostText(*m_list.server(server)); };
    if (m_comparing.isShown()) {
        const QList<quint64> sides = m_comparing.sides();
        setWindowTitle(tr("%1 ⇄ %2 — Mailseal").arg(host(sides.constFirst()), host(sides.constLast())));
    } else if (m_looking.server() != 0) {
        setWindowTitle(tr("%1 — Mailseal").arg(host(m_looking.server())));
    } else {
        setWindowTitle(QStringLiteral("Mailseal"));
    }
}

/// One server alone that is chosen is looked at; more leave a comparison as it is.
void MainWindow::followSelection()
{
    const QList<quint64> servers = m_servers->selectedServers();
    if (m_comparing.isShown() && servers.size() == 1)
        m_looking.show(servers.constFirst());
    updateActions();
}

void MainWindow::updateActions()
{
    const ListedServer *server = m_list.server(m_looking.server());
    WindowActions::State state;
    state.hasServer = server;
    state.canInspectAgain = server && !server->isRunning;
    state.isRunning = m_list.isRunning();
    state.canCompare = m_comparing.canCompare();
    state.page = m_looking.page();
    m_actions.update(state);
    m_files.update();
    m_servers->setSaveEnabled(m_files.canSave());
}

/// What commands are about: what is chosen in the list, else what is looked at.
QList<quint64> MainWindow::chosen() const
{
    const QList<quint64> servers = m_servers->selectedServers();
    return servers.isEmpty() && m_looking.server() != 0 ? QList{m_looking.server()} : servers;
}

void MainWindow::refresh(quint64 server)
{
    m_looking.refresh(server);
    if (server == m_looking.server())
        updateActions();
}

/// Nothing to say takes the bar away.
void MainWindow::say(MessageBar::Kind kind, const QString &sentence)
{
    if (sentence.isEmpty())
        m_message->hide();
    else
        m_message->say(kind, sentence);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!Documents::filesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_files.open(Documents::filesIn(*event->mimeData()));
    event->acceptProposedAction();
}

void MainWindow::copyAddress()
{
    if (const ListedServer *server = m_list.server(m_looking.server()))
        QApplication::clipboard()->setText(endpointText(server->inspection.evidence.target, true));
}

void MainWindow::removeChosen()
{
    m_list.removeAll(chosen());
    if (!m_list.server(m_looking.server()))
        m_looking.show(m_servers->currentServer());
}

} // namespace mailseal
