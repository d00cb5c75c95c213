#include "files/fileactions.h"
#include "list/arrangebutton.h"
#include "list/inspectionlist.h"
#include "list/serverlist.h"
#include "models/dnsplaces.h"
#include "pages/comparison/comparisontree.h"
#include "pages/comparison/comparisonview.h"
#include "pages/sendersection.h"
#include "pages/whatifpanel.h"
#include "report/text.h"
#include "settings/settingsdialog.h"
#include "shell/inspectionview.h"
#include "shell/mainwindow.h"
#include "style/language.h"
#include "style/theme.h"
#include "support/fixtures/domain.h"
#include "widgets/linkbutton.h"
#include "widgets/pagetabs.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <cstdio>

using namespace mailseal;

namespace {

constexpr const char *usage =
    "Usage: screenshots FOLDER [--language de|en] [--appearance light|dark] [--size WIDTHxHEIGHT] [--rtl]\n"
    "\n"
    "Drives the window over its built-in example servers and writes one PNG a page and situation, and the\n"
    "reports as PDF, to FOLDER.\n"
    "QT_SCALE_FACTOR=2 makes them at 200 %.\n";

struct Wish
{
    QString folder;
    QString language = QStringLiteral("en");
    Appearance appearance = Appearance::Light;
    QSize size{1280, 800};
    bool rightToLeft = false;
};

std::optional<Wish> wishOf(QStringList arguments)
{
    Wish wish;
    arguments.removeFirst();
    while (!arguments.isEmpty()) {
        const QString word = arguments.takeFirst();
        if (word == QLatin1StringView("--language") && !arguments.isEmpty()) {
            wish.language = arguments.takeFirst();
        } else if (word == QLatin1StringView("--appearance") && !arguments.isEmpty()) {
            wish.appearance =
                arguments.takeFirst() == QLatin1StringView("dark") ? Appearance::Dark : Appearance::Light;
        } else if (word == QLatin1StringView("--size") && !arguments.isEmpty()) {
            const QStringList sides = arguments.takeFirst().split(u'x');
            wish.size = {sides.value(0).toInt(), sides.value(1).toInt()};
        } else if (word == QLatin1StringView("--rtl")) {
            wish.rightToLeft = true;
        } else if (wish.folder.isEmpty() && !word.startsWith(u'-')) {
            wish.folder = word;
        } else {
            return std::nullopt;
        }
    }
    return wish.folder.isEmpty() || wish.size.isEmpty() ? std::nullopt : std::optional(wish);
}

class Photographer
{
public:
    Photographer(MainWindow &window, const Wish &wish)
        : m_window(window)
        , m_wish(wish)
    {
    }

    void shoot(const QString &name)
    {
        QTest::qWait(120); // what is laid out or presented a little later
        write(m_window, name);
    }
    void write(QWidget &widget, const QString &name)
    {
        const QString path = QStringLiteral("%1/%2.png").arg(m_wish.folder, name);
        if (!widget.grab().save(path))
            std::fprintf(stderr, "screenshots: %s could not be written\n", qUtf8Printable(path));
        else
            std::printf("%s\n", qUtf8Printable(path));
    }

    /// The server whose row begins with this host.
    void choose(const QString &host)
    {
        auto *view = m_window.findChild<QTreeView *>(QStringLiteral("servers"));
        const auto found = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, host, 1,
                                                Qt::MatchExactly | Qt::MatchRecursive);
        if (!found.isEmpty())
            view->setCurrentIndex(found.constFirst());
    }

    void page(Proof::Page which, const QString &name)
    {
        m_window.findChild<InspectionView *>()->openPage(which);
        shoot(name);
    }

    void reveal(const Proof &proof, const QString &name)
    {
        m_window.findChild<InspectionView *>()->goTo(proof);
        shoot(name);
    }

private:
    MainWindow &m_window;
    const Wish &m_wish;
};

void shootExamples(Photographer &camera)
{
    camera.choose(QStringLiteral("self-signed.example"));
    camera.page(Proof::Page::Summary, QStringLiteral("summary"));
    camera.page(Proof::Page::Transcript, QStringLiteral("transcript"));
    camera.page(Proof::Page::Certificates, QStringLiteral("certificates"));
    camera.page(Proof::Page::Names, QStringLiteral("names"));
    camera.page(Proof::Page::Conformance, QStringLiteral("conformance"));
}

/// The examples, in their order.
QList<quint64> idsOf(const InspectionList &list)
{
    for (const ListedGroup &group : list.groups()) {
        if (group.kind == ListedGroup::Kind::Examples)
            return group.servers;
    }
    return {};
}

void compare(MainWindow &window, const QList<quint64> &ids)
{
    window.findChild<ServerList *>()->selectServers(ids);
    for (QPushButton *button : window.findChild<ServerList *>()->findChildren<QPushButton *>()) {
        if (button->text().contains(u'⇄'))
            button->click();
    }
}

bool comesAbout(MainWindow &window)
{
    auto *view = window.findChild<ComparisonView *>();
    constexpr int enough = 10'000;
    return view && QSignalSpy(view, &ComparisonView::compared).wait(enough);
}

/// The reports as they go on paper.
void printReports(const Wish &wish, const InspectionList &list)
{
    const QList<quint64> ids = idsOf(list);
    ReportSubject subject;
    for (const quint64 id : ids.mid(0, 2))
        subject.inspections.append(list.server(id)->inspection);
    for (const auto &detail :
         {std::optional<ComparisonDetail>(), std::optional(ComparisonDetail::Everything)}) {
        subject.comparison = detail;
        const QString path =
            QStringLiteral("%1/%2.pdf")
                .arg(wish.folder, detail ? QStringLiteral("comparison") : QStringLiteral("report"));
        if (writeReport(ResultFile::ReportPdf, path, subject).isEmpty())
            std::printf("%s\n", qUtf8Printable(path));
    }
}

void shootComparison(Photographer &camera, MainWindow &window, const InspectionList &list)
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return;
    const QList<quint64> ids = idsOf(list);
    compare(window, {ids.at(0), ids.at(1)});
    if (!comesAbout(window))
        return;
    camera.shoot(QStringLiteral("compare"));
    auto *only = window.findChild<ComparisonView *>()->findChild<QCheckBox *>();
    only->setChecked(true);
    camera.shoot(QStringLiteral("compare-only-differences"));
    only->setChecked(false);
    auto *rows = window.findChild<ComparisonTree *>();
    rows->scrollToBottom();
    camera.shoot(QStringLiteral("compare-transcripts"));
    QTest::keyClick(rows, Qt::Key_Return);
    camera.shoot(QStringLiteral("compare-proof"));
    compare(window, {ids.at(0), ids.at(5)});
    if (comesAbout(window))
        camera.shoot(QStringLiteral("compare-no-starttls"));
}

/// A file that was saved, as it is opened, and judged again.
void shootFiles(Photographer &camera, MainWindow &window, const InspectionList &list)
{
    const QTemporaryDir folder;
    QList<Inspection> saved;
    for (const quint64 id : idsOf(list).mid(0, 4)) {
        saved.append(list.server(id)->inspection);
        saved.last().judgedAt = saved.last().judgedAt.addDays(-40);
        saved.last().evidence.observedAt = saved.last().judgedAt;
    }
    const QString path = folder.filePath(QStringLiteral("october.mailseal"));
    if (!writeFile(path, contentOf(ResultFile::Survey, saved)).isEmpty())
        return;
    QSignalSpy opened(&window.files(), &FileActions::opened);
    window.files().open({path});
    constexpr int enough = 10'000;
    opened.wait(enough);
    window.findChild<InspectionView *>()->openPage(Proof::Page::Summary);
    camera.shoot(QStringLiteral("file-as-saved"));
    window.files().action(FileActions::Act::JudgeAgain)->trigger();
    camera.shoot(QStringLiteral("file-judged-again"));
    window.files().open({folder.filePath(QStringLiteral("absent.mailseal"))});
    camera.shoot(QStringLiteral("file-absent"));
}

/// A mail domain with three servers, as it would be found.
void shootDomain(Photographer &camera, MainWindow &window)
{
    const QString mx1 = QStringLiteral("mx1.example.org");
    const QString mx2 = QStringLiteral("mx2.example.org");
    Inspection other = fixtures::atDomain(fixtures::selfSigned(), mx2, QStringLiteral("192.0.2.9"));
    other.dane->records.removeFirst();
    other.dane->authenticated = false;
    other.dane->matched.reset();
    other.dane->usable = 2;
    window.findChild<InspectionList *>()->open(
        {fixtures::atDomain(fixtures::good(), mx1), other,
         fixtures::atDomain(fixtures::throttled(), mx2, QStringLiteral("2001:db8::9"))},
        QStringLiteral("example.org.mailseal"));
    camera.choose(mx1);
    camera.page(Proof::Page::Dns, QStringLiteral("dns"));
    camera.reveal({Proof::Page::Dns, indexOf(DnsSpot{DnsPlace::StsPolicy, 5})}, QStringLiteral("dns-policy"));
    camera.page(Proof::Page::Summary, QStringLiteral("domain-summary"));
    camera.choose(mx2);
    camera.page(Proof::Page::Dns, QStringLiteral("dns-mismatch"));
    camera.page(Proof::Page::Summary, QStringLiteral("domain-mismatch"));
}

/// The list as it may be arranged.
void shootList(Photographer &camera, MainWindow &window)
{
    auto *servers = window.findChild<ServerList *>();
    ServerArrangement wish;
    wish.groupBy = Aspect::Verdict;
    servers->setArrangement(wish);
    camera.shoot(QStringLiteral("list-by-verdict"));
    wish.groupBy = Aspect::Problem;
    servers->setArrangement(wish);
    window.findChild<ServerList *>()->findChild<QLineEdit *>()->setText(QStringLiteral("self"));
    camera.shoot(QStringLiteral("list-narrowed"));
    window.findChild<ServerList *>()->findChild<QLineEdit *>()->clear();
    servers->setArrangement({});
    auto *button = window.findChild<ArrangeButton *>();
    QMenu *menu = button->menuNow();
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    camera.write(*menu, QStringLiteral("list-menu"));
    for (QAction *below : menu->actions()) {
        if (below->menu())
            camera.write(*below->menu(), QStringLiteral("list-menu-%1").arg(menu->actions().indexOf(below)));
    }
    menu->close();
}

/// A server with another certificate for clients without SNI.
void shootVariants(Photographer &camera, MainWindow &window)
{
    Inspection inspection = fixtures::otherWithoutSni();
    inspection.evidence.target.host = QStringLiteral("two.example.org");
    window.findChild<InspectionList *>()->open({inspection}, QStringLiteral("two.mailseal"));
    camera.choose(QStringLiteral("two.example.org"));
    camera.page(Proof::Page::Summary, QStringLiteral("variants-summary"));
    camera.reveal({Proof::Page::Certificates, 0, 0}, QStringLiteral("variants-certificates"));
    camera.reveal({Proof::Page::Certificates, 0, 1}, QStringLiteral("variants-failed"));
    camera.reveal({Proof::Page::Names, 0, 0}, QStringLiteral("variants-names"));
}

/// What well-known senders would do, below the clients.
void shootSenders(Photographer &camera, MainWindow &window)
{
    camera.choose(QStringLiteral("self-signed.example"));
    auto *view = window.findChild<InspectionView *>();
    view->openPage(Proof::Page::Summary);
    auto *senders = view->findChild<SenderSection *>();
    for (QWidget *around = senders; around; around = around->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(around))
            scroll->ensureWidgetVisible(senders, 0, 0);
    }
    camera.shoot(QStringLiteral("senders"));
}

/// What would be if the self-signed example's own certificate were trusted, and with input that is none.
void shootWhatIf(Photographer &camera, MainWindow &window)
{
    camera.choose(QStringLiteral("self-signed.example"));
    camera.page(Proof::Page::Summary, QStringLiteral("commands"));
    auto *view = window.findChild<InspectionView *>();
    for (LinkButton *link : view->findChildren<LinkButton *>()) {
        if (link->objectName() == QLatin1StringView("whatIf"))
            link->click();
    }
    camera.shoot(QStringLiteral("what-if"));
    auto *panel = view->findChild<WhatIfPanel *>();
    const auto *list = window.findChild<InspectionList *>();
    for (const quint64 id : idsOf(*list)) {
        const Inspection &inspection = list->server(id)->inspection;
        if (inspection.evidence.target.host != QLatin1StringView("self-signed.example"))
            continue;
        const QList<QPlainTextEdit *> fields = panel->findChildren<QPlainTextEdit *>();
        fields.constLast()->setPlainText(QString::fromLatin1(chainPem(inspection)));
    }
    camera.shoot(QStringLiteral("what-if-trusted"));
    panel->findChildren<QPlainTextEdit *>().constFirst()->setPlainText(QStringLiteral("3 1 1 abc"));
    panel->findChildren<QLineEdit *>().constLast()->setText(QStringLiteral("no name"));
    camera.shoot(QStringLiteral("what-if-problems"));
}

/// A server that takes the connection and says nothing.
void shootWaiting(Photographer &camera, MainWindow &window)
{
    QTcpServer silent;
    if (!silent.listen(QHostAddress::LocalHost))
        return;
    window.inspectAll({QStringLiteral("127.0.0.1:%1").arg(silent.serverPort())});
    QTest::qWait(1500); // the countdown has moved
    camera.shoot(QStringLiteral("waiting"));
    window.findChild<InspectionList *>()->stop();
    camera.shoot(QStringLiteral("stopped"));
}

void shootSettings(Photographer &camera, MainWindow &window)
{
    SettingsDialog settings(Preferences{}, &window);
    settings.show();
    const auto *tabs = settings.findChild<PageTabs *>();
    for (int page = 0; page < tabs->count(); ++page) {
        settings.findChild<PageTabs *>()->setCurrentIndex(page);
        QTest::qWait(80);
        camera.write(settings, QStringLiteral("settings-%1").arg(page + 1));
    }
}

int run(QApplication &application, const Wish &wish)
{
    const QTemporaryDir home;
    speak(application, wish.language);
    applyAppearance(application, wish.appearance);
    if (wish.rightToLeft)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    MainWindow window(
        std::make_unique<QSettings>(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat));
    window.resize(wish.size);
    window.show();
    window.activateWindow(); // keys go to the window that is active
    if (!QTest::qWaitForWindowActive(&window) || !QDir().mkpath(wish.folder))
        return 1;
    Photographer camera(window, wish);
    camera.shoot(QStringLiteral("welcome"));
    window.startExamples();
    camera.shoot(QStringLiteral("running"));
    const auto *list = window.findChild<InspectionList *>();
    const auto allEnded = [list] {
        constexpr int enough = 30'000;
        const bool ended = QTest::qWaitFor([list] { return !list->isRunning(); }, enough);
        if (!ended)
            std::fputs("screenshots: an inspection did not end\n", stderr);
        return ended;
    };
    if (!allEnded())
        return 1;
    shootExamples(camera);
    auto *view = window.findChild<QTreeView *>(QStringLiteral("servers"));
    const QModelIndex examples = view->model()->index(0, 0);
    window.findChild<InspectionView *>()->openPage(Proof::Page::Summary);
    for (int row = 0; row < view->model()->rowCount(examples); ++row) {
        const QModelIndex server = view->model()->index(row, 0, examples);
        view->setCurrentIndex(server);
        camera.shoot(QStringLiteral("summary-%1").arg(server.data().toString()));
    }
    window.inspectAll({QStringLiteral("nobody@example.org")});
    camera.shoot(QStringLiteral("bad-target"));
    window.inspectAll({QStringLiteral("host:nowhere.invalid")});
    if (!allEnded())
        return 1;
    camera.shoot(QStringLiteral("unresolved"));
    shootWaiting(camera, window);
    shootVariants(camera, window);
    shootSenders(camera, window);
    shootWhatIf(camera, window);
    shootDomain(camera, window);
    shootSettings(camera, window);
    shootList(camera, window);
    shootComparison(camera, window, *list);
    shootFiles(camera, window, *list);
    printReports(wish, *list);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto wish = wishOf(QCoreApplication::arguments());
    if (!wish) {
        std::fputs(usage, stderr);
        return 2;
    }
    return run(application, *wish);
}
