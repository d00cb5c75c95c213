#include "shell/mainwindow.h"

#include "examples/exampleservers.h"
#include "files/documents.h"
#include "files/fileactions.h"
#include "list/arrangebutton.h"
#include "list/serverlist.h"
#include "models/headline.h"
#include "pages/comparison/comparisonview.h"
#include "settings/settingsdialog.h"
#include "shell/inspectionview.h"
#include "shell/messagebar.h"
#include "shell/targetbar.h"
#include "shell/welcome.h"
#include "style/theme.h"
#include "wire/wire.h"
#include "wording/wording.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace mailseal {

namespace {

namespace key {
const auto geometry = QStringLiteral("window/geometry");
const auto splitter = QStringLiteral("window/splitter");
const auto recent = QStringLiteral("window/recentTargets");
const auto policy = QStringLiteral("window/policy");
} // namespace key

constexpr QSize firstSize{1180, 760};

} // namespace

MainWindow::MainWindow(std::unique_ptr<QSettings> store, InspectionList::MakeInspector makeInspector,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_store(std::move(store))
    , m_preferences(loadPreferences(*m_store))
    , m_list(*new InspectionList(std::move(makeInspector), this))
    , m_files(*new FileActions(m_list, *m_store, this))
    , m_target(new TargetBar)
    , m_message(new MessageBar)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_servers(new ServerList(m_list))
    , m_stack(new QStackedWidget)
    , m_tally(new QLabel)
{
    build();
    makeActions();
    makeMenus();
    restore();
    connect(m_target, &TargetBar::inspectRequested, this, &MainWindow::inspect);
    connect(m_target, &TargetBar::problemChanged, this, &MainWindow::showProblem);
    connect(m_target, &TargetBar::stopRequested, this, &MainWindow::stop);
    connect(m_servers, &ServerList::currentServerChanged, this, [this](quint64 id) {
        if (!isComparing())
            showServer(id);
    });
    connect(m_servers, &ServerList::selectionChanged, this, &MainWindow::followSelection);
    connect(&m_files, &FileActions::opened, this,
            [this](const QList<quint64> &servers) { m_servers->setCurrentServer(servers.constFirst()); });
    connect(&m_files, &FileActions::said, this, [this](MessageBar::Kind kind, const QString &sentence) {
        if (sentence.isEmpty())
            m_message->hide();
        else
            m_message->say(kind, sentence);
    });
    connect(m_servers, &ServerList::activated, this, [this] {
        if (m_view)
            m_view->pane(m_view->currentPage())->setFocus(Qt::OtherFocusReason);
    });
    connect(m_servers, &ServerList::arrangementChanged, this,
            [this] { saveArrangement(m_servers->arrangement(), *m_store); });
    connect(&m_list, &InspectionList::serverChanged, this, &MainWindow::refresh);
    connect(&m_list, &InspectionList::structureChanged, this, [this] {
        if (isComparing() && !m_comparison->isValid())
            showServer(m_servers->currentServer());
        tally();
        updateActions();
    });
    connect(&m_list, &InspectionList::runningChanged, this, [this] {
        m_target->setRunning(m_list.isRunning());
        updateActions();
    });
    m_files.setComparison([this] {
        return !isComparing()                    ? std::nullopt
               : m_comparison->onlyDifferences() ? std::optional(ComparisonDetail::Differences)
                                                 : std::optional(ComparisonDetail::Everything);
    });
    m_files.setChosen([this] {
        if (isComparing())
            return QList<quint64>{m_comparison->left(), m_comparison->right()};
        const QList<quint64> chosen = m_servers->selectedServers();
        return chosen.isEmpty() && m_current != 0 ? QList<quint64>{m_current} : chosen;
    });
    setAcceptDrops(true);
    tally();
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
    m_tally->setContentsMargins(metrics::gap, 2, metrics::gap, 2);
    m_tally->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_tally, 1);
    statusBar()->setSizeGripEnabled(false);
    setWindowTitle(QStringLiteral("Mailseal"));
}

void MainWindow::restore()
{
    resize(firstSize);
    constexpr int side = 316;
    m_splitter->setSizes({side, firstSize.width() - side});
    restoreGeometry(m_store->value(key::geometry).toByteArray());
    m_splitter->restoreState(m_store->value(key::splitter).toByteArray());
    m_servers->setArrangement(loadArrangement(*m_store));
    m_target->setRecent(m_store->value(key::recent).toStringList());
    if (const auto policy = fromWire<PolicyId>(m_store->value(key::policy).toString()))
        m_target->setPolicy(*policy);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_list.stop();
    m_store->setValue(key::geometry, saveGeometry());
    m_store->setValue(key::splitter, m_splitter->saveState());
    m_store->setValue(key::recent, m_target->recent());
    m_store->setValue(key::policy, toWire(m_target->policy()));
    QMainWindow::closeEvent(event);
}

/// Where the file of trust anchors cannot be used nothing is inspected: what came of it would be judged by
/// others than the person asked for.
bool MainWindow::prepare(Settings &settings)
{
    PreparedSettings prepared = toSettings(m_preferences, m_target->policy());
    settings = std::move(prepared.settings);
    if (!prepared.problem().isEmpty())
        showProblem(prepared.problem());
    return prepared.problem().isEmpty();
}

void MainWindow::inspect(const TargetSpec &target)
{
    Settings settings;
    if (prepare(settings))
        m_servers->setCurrentServer(m_list.inspect(target, settings));
}

void MainWindow::inspectAgain()
{
    Settings settings;
    if (m_current == 0 || !prepare(settings))
        return;
    if (!isComparing()) {
        m_servers->setCurrentServer(m_list.inspectAgain(m_current, settings));
        return;
    }
    // What came from a file stays what it is compared with.
    for (const quint64 side : {m_comparison->left(), m_comparison->right()}) {
        if (m_list.server(side)->file.isEmpty())
            m_list.inspectAgain(side, settings);
    }
}

void MainWindow::inspectAll(const QStringList &words)
{
    QStringList files;
    QStringList targets;
    for (const QString &word : words)
        (Documents::isFileName(word) ? files : targets).append(word);
    m_files.open(files);
    Settings settings;
    if (targets.isEmpty() || !prepare(settings))
        return;
    m_target->setTarget(targets.constFirst());
    QStringList problems;
    QList<TargetSpec> specs;
    for (const QString &text : std::as_const(targets)) {
        const auto parsed = parseTarget(text);
        if (const auto *error = std::get_if<TargetError>(&parsed))
            problems.append(Wording(Wording::Speech::Translated).targetError(*error, text));
        else
            specs.append(std::get<TargetSpec>(parsed));
    }
    if (!specs.isEmpty())
        m_servers->setCurrentServer(m_list.inspectAll(specs, settings).constFirst());
    showProblem(problems.join(u'\n'));
}

void MainWindow::startExamples()
{
    if (!m_examples)
        m_examples = std::make_unique<ExampleServers>();
    if (!m_examples->start()) {
        showProblem(tr("The example servers could not be started: %1").arg(m_examples->error()));
        return;
    }
    Settings settings;
    settings.policy = m_target->policy();
    settings.ehloName = m_preferences.ehloName;
    settings.anchors = {AnchorStore::File, tr("built-in examples"), {m_examples->root()}};
    quint64 first = 0;
    for (const ExampleServer &server : m_examples->servers()) {
        TargetSpec spec;
        spec.input = server.host;
        spec.host = server.host;
        settings.connectTo = Endpoint{QStringLiteral("127.0.0.1"), server.port};
        const quint64 id = m_list.inspectExample(spec, settings);
        first = first == 0 ? id : first;
    }
    m_servers->setCurrentServer(first);
}

InspectionView &MainWindow::view()
{
    if (!m_view) {
        m_view = new InspectionView;
        connect(m_view, &InspectionView::stopRequested, this, &MainWindow::stop);
        connect(m_view, &InspectionView::saveChainRequested, m_files.action(FileActions::Act::SaveChain),
                &QAction::trigger);
        connect(m_view, &InspectionView::pageChanged, this, &MainWindow::updateActions);
        connect(m_view, &InspectionView::backRequested, this, &MainWindow::showComparison);
        connect(m_view, &InspectionView::judgeAgainRequested, m_files.action(FileActions::Act::JudgeAgain),
                &QAction::trigger);
        connect(m_view, &InspectionView::asSavedRequested, this,
                [this] { m_list.setJudgement(m_current, std::nullopt); });
        m_stack->addWidget(m_view);
    }
    return *m_view;
}

void MainWindow::showServer(quint64 id)
{
    const ListedServer *server = m_list.server(id);
    if (!server && m_list.server(m_current))
        return; // a group was chosen, or the filter hides it: the page stays
    m_current = server ? id : 0;
    if (!server) {
        m_stack->setCurrentIndex(0);
        setWindowTitle(QStringLiteral("Mailseal"));
    } else {
        view().present(*server);
        m_stack->setCurrentWidget(m_view);
        setWindowTitle(tr("%1 — Mailseal").arg(hostText(*server)));
        m_view->setBackShown(false);
    }
    updateActions();
}

void MainWindow::refresh(quint64 id)
{
    if (id == m_current && m_view) {
        if (const ListedServer *server = m_list.server(id))
            m_view->present(*server);
        updateActions();
    }
    tally();
}

void MainWindow::tally()
{
    const int inspected = m_list.inspectedCount();
    m_tally->setText(inspected == 0 ? tr("Nothing is sent but to the servers you ask about.")
                                    : tallyText(inspected, m_list.connectionCount()));
}

void MainWindow::showProblem(const QString &sentence)
{
    if (sentence.isEmpty())
        m_message->hide();
    else
        m_message->say(MessageBar::Kind::Problem, sentence);
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_preferences.appearance = appearance;
    savePreferences(m_preferences, *m_store);
    applyAppearance(*qobject_cast<QApplication *>(QCoreApplication::instance()), appearance);
    m_appearanceActions.at(static_cast<int>(appearance))->setChecked(true);
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_preferences, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Language before = m_preferences.language;
        m_preferences = dialog->preferences();
        savePreferences(m_preferences, *m_store);
        setAppearance(m_preferences.appearance);
        if (m_preferences.language != before)
            m_message->say(MessageBar::Kind::Done,
                           tr("The language changes when Mailseal is started again."));
    });
    dialog->open();
}

void MainWindow::openAbout()
{
    auto *about = new QMessageBox(this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(tr("About Mailseal"));
    about->setIconPixmap(windowIcon().pixmap(64, 64));
    about->setTextFormat(Qt::PlainText);
    about->setText(tr("Mailseal %1").arg(QCoreApplication::applicationVersion()));
    about->setInformativeText(
        tr("Shows whether mail to a server travels encrypted, who the server is, and which "
           "senders would refuse it. It speaks to the servers you ask about and to nobody "
           "else.\n\nApache License 2.0"));
    about->setStandardButtons(QMessageBox::Close);
    about->open();
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

void MainWindow::focusTarget() { m_target->focusTarget(); }

void MainWindow::find()
{
    if (m_view && m_current != 0)
        m_view->openFind();
}

void MainWindow::copyAddress()
{
    if (const ListedServer *server = m_list.server(m_current))
        QApplication::clipboard()->setText(endpointText(server->inspection.evidence.target, true));
}

void MainWindow::removeCurrent()
{
    const QList<quint64> chosen = m_servers->selectedServers();
    m_list.removeAll(chosen.isEmpty() ? QList<quint64>{m_current} : chosen);
    if (!m_list.server(m_current))
        showServer(m_servers->currentServer());
}

} // namespace mailseal
