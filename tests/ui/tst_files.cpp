#include "examples/certificatefactory.h"
#include "files/documents.h"
#include "files/fileactions.h"
#include "files/savedbar.h"
#include "list/serverlist.h"
#include "redact/redact.h"
#include "savedfile/json.h"
#include "shell/inspectionview.h"
#include "shell/mainwindow.h"
#include "style/theme.h"
#include "support/fixtures/servers.h"
#include "support/testprogram.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace mailseal;

namespace {

constexpr int patience = 20'000;

/// A window with a settings file of its own, shown, and a folder for files.
class Shown
{
public:
    Shown()
        : window(std::make_unique<QSettings>(path("s.ini"), QSettings::IniFormat))
    {
        window.show();
        window.activateWindow();
        isShown = QTest::qWaitForWindowActive(&window);
    }
    QString path(const char *name) const { return folder.filePath(QString::fromUtf8(name)); }
    template <typename T>
    T *the()
    {
        return window.findChild<T *>();
    }
    InspectionList &list() { return *the<InspectionList>(); }
    const ListedServer *current() { return list().server(the<ServerList>()->currentServer()); }
    QAction *action(FileActions::Act act) { return window.files().action(act); }
    QString message() { return the<MessageBar>()->text(); }

    QString written(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool open(const QStringList &paths)
    {
        QSignalSpy said(&window.files(), &FileActions::said);
        window.files().open(paths);
        return said.wait(patience);
    }
    bool save(ResultFile file, const char *name)
    {
        QSignalSpy saved(&window.files(), &FileActions::saved);
        window.files().save(file, path(name));
        return saved.wait(patience) && saved.constFirst().at(1).toBool();
    }

    QTemporaryDir folder;
    MainWindow window;
    bool isShown = false;
};

QByteArray survey() { return writeSurvey({fixtures::good(), fixtures::selfSigned(), fixtures::throttled()}); }

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Appearance::Light); }

    void aFileIsOpenedAsItWasJudged()
    {
        Shown s;
        QVERIFY(s.open({s.written("monday.mailseal", survey())}));
        QCOMPARE(s.list().groups().size(), 1);
        QCOMPARE(s.list().groups().constFirst().title, QStringLiteral("monday.mailseal"));
        QCOMPARE(s.list().count(), 3);
        QCOMPARE(s.current()->inspection, fixtures::good());
        QCOMPARE(s.current()->file, QStringLiteral("monday.mailseal"));
        QVERIFY(s.the<InspectionView>()->isVisible());
        QVERIFY(!s.list().isRunning());
        QVERIFY(s.message().isEmpty());
    }

    void aCertificateFileIsJudgedOffline()
    {
        CertificateRequest request;
        request.commonName = QStringLiteral("mx.example.org");
        request.dnsNames = {QStringLiteral("mx.example.org")};
        const auto issued = issueCertificate(request);
        Shown s;
        // A key and text of other tools may stand in the file.
        const QByteArray pem = "Certificate:\n" + issued.keyPem() + issued.certificatePem();
        QVERIFY(s.open({s.written("chain.pem", pem)}));
        QCOMPARE(s.list().count(), 1);
        const Inspection &judged = s.current()->inspection;
        QCOMPARE(judged.evidence.origin, Origin::Offline);
        QCOMPARE(judged.evidence.session.sentChain->constFirst(), issued.certificateDer());
        QCOMPARE(judged.chain->selfSignedKind, SelfSignedKind::Leaf);
        QCOMPARE(s.current()->host, QStringLiteral("chain.pem"));
        QVERIFY(s.message().isEmpty());
        // There is no server to inspect again.
        const quint64 server = s.current()->id;
        QCOMPARE(s.list().inspectAgain(server, {}), server);
        QVERIFY(!s.list().isRunning());
        QCOMPARE(s.list().count(), 1);
        // One in DER counts as well; a file with a key alone is no chain.
        QVERIFY(s.open({s.written("leaf.cer", issued.certificateDer())}));
        QCOMPARE(s.list().count(), 2);
        QVERIFY(s.open({s.written("key.pem", issued.keyPem())}));
        QVERIFY2(s.message().contains(QStringLiteral("key.pem")), qUtf8Printable(s.message()));
        QCOMPARE(s.list().count(), 2);
    }

    void whatWasSavedIsWhatIsOpened()
    {
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", survey())}));
        s.the<ServerList>()->selectServers(s.list().groups().constFirst().servers.mid(1));
        QVERIFY(s.save(ResultFile::Survey, "b.mailseal"));
        QCOMPARE(s.read("b.mailseal"), writeSurvey({fixtures::selfSigned(), fixtures::throttled()}));
        QVERIFY(s.message().contains(QStringLiteral("b.mailseal")));
        QVERIFY(s.open({s.path("b.mailseal")}));
        QCOMPARE(s.list().groups().size(), 2);
        QCOMPARE(s.current()->inspection, fixtures::selfSigned());
    }

    void badFilesAreToldAndTakeNothingAway_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << survey().left(survey().size() / 2);
        QTest::newRow("no JSON") << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("other JSON") << QByteArray("{\"a\": 1}");
        QTest::newRow("newer schema") << survey().replace("mailseal/survey/1", "mailseal/survey/9");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("certificates") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n");
    }
    void badFilesAreToldAndTakeNothingAway()
    {
        QFETCH(QByteArray, content);
        Shown s;
        const QString good = s.written("good.mailseal", survey());
        QVERIFY(s.open({good}));
        QVERIFY(s.open({s.written("bad.mailseal", content)}));
        QVERIFY2(s.message().contains(QStringLiteral("bad.mailseal")), qUtf8Printable(s.message()));
        QCOMPARE(s.list().count(), 3);
        QVERIFY(s.current());
        QCOMPARE(Documents(*std::make_unique<QSettings>(s.path("s.ini"), QSettings::IniFormat)).recent(),
                 QStringList{good});
    }

    void whatIsNoFileIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("absent") << QStringLiteral("absent.mailseal");
        QTest::newRow("folder") << QStringLiteral(".");
        QTest::newRow("device") << QStringLiteral("/dev/zero");
    }
    void whatIsNoFileIsSaid()
    {
        QFETCH(QString, path);
        Shown s;
        QVERIFY(s.open({path.startsWith(u'/') ? path : s.folder.filePath(path)}));
        QVERIFY(!s.message().isEmpty());
        QCOMPARE(s.list().count(), 0);
    }

    void oneOfSeveralMayBeBad()
    {
        Shown s;
        QVERIFY(s.open({s.written("good.mailseal", survey()), s.path("absent.mailseal")}));
        QCOMPARE(s.list().count(), 3);
        QVERIFY(s.message().contains(QStringLiteral("absent.mailseal")));
    }

    void wordsOfTheCommandLine_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("isFile");
        QTest::newRow("host") << QStringLiteral("mx.example.org") << false;
        QTest::newRow("scheme") << QStringLiteral("smtp://mx.example.org") << false;
        QTest::newRow("address") << QStringLiteral("[2001:db8::1]:587") << false;
        QTest::newRow("saved") << QStringLiteral("monday.mailseal") << true;
        QTest::newRow("shouted") << QStringLiteral("MONDAY.MAILSEAL") << true;
        QTest::newRow("path that is there") << QStringLiteral("/etc/passwd") << true;
        QTest::newRow("path that is not") << QStringLiteral("/no/such/file") << false;
        QTest::newRow("URL of a desktop") << QStringLiteral("file:///tmp/a%20b.mailseal") << true;
    }
    void wordsOfTheCommandLine()
    {
        QFETCH(QString, word);
        QTEST(Documents::isFileName(word), "isFile");
    }

    void theCommandLineOpensFiles()
    {
        Shown s;
        QSignalSpy said(&s.window.files(), &FileActions::said);
        s.window.inspectAll({QUrl::fromLocalFile(s.written("a b.mailseal", survey())).toString()});
        QVERIFY(said.wait(patience));
        QCOMPARE(s.list().count(), 3);
        QCOMPARE(s.list().groups().constFirst().title, QStringLiteral("a b.mailseal"));
    }

    void filesAreDropped()
    {
        Shown s;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(s.written("a.mailseal", survey()))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QApplication::sendEvent(&s.window, &enter));
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QSignalSpy said(&s.window.files(), &FileActions::said);
        QApplication::sendEvent(&s.window, &drop);
        QVERIFY(said.wait(patience));
        QCOMPARE(s.list().count(), 3);
    }

    void textIsNotDropped()
    {
        Shown s;
        QMimeData data;
        data.setText(QStringLiteral("mx.example.org"));
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&s.window, &enter);
        QVERIFY(!enter.isAccepted());
    }

    void recentFilesAreOfferedWhileTheyAreThere()
    {
        Shown s;
        QVERIFY(s.open({s.written("one.mailseal", survey())}));
        QVERIFY(s.open({s.written("two & <b>.mailseal", survey())}));
        auto *menu = s.window.findChild<QMenu *>(QStringLiteral("recentFiles"));
        const auto texts = [menu] {
            Q_EMIT menu->aboutToShow();
            QStringList names;
            for (const QAction *action : menu->actions()) {
                if (!action->isSeparator())
                    names.append(action->text());
            }
            return names;
        };
        QCOMPARE(texts().mid(0, 2),
                 QStringList({QStringLiteral("two && <b>.mailseal"), QStringLiteral("one.mailseal")}));
        QVERIFY(QFile::remove(s.path("one.mailseal")));
        QCOMPARE(texts().value(0), QStringLiteral("two && <b>.mailseal"));
        QCOMPARE(texts().size(), 2); // and "Forget these"
        menu->actions().constLast()->trigger();
        QVERIFY(!menu->actions().isEmpty());
        QCOMPARE(texts().size(), 1);
    }

    void savesTranscriptAndChain()
    {
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", survey())}));
        QVERIFY(s.save(ResultFile::TranscriptText, "t.txt"));
        QVERIFY(s.read("t.txt").contains("STARTTLS"));
        QVERIFY(s.save(ResultFile::ChainPem, "c.pem"));
        QCOMPARE(s.read("c.pem").count("BEGIN CERTIFICATE"), 2);
    }

    void savesReports_data()
    {
        QTest::addColumn<ResultFile>("file");
        QTest::addColumn<QByteArray>("begins");
        QTest::addColumn<QByteArray>("holds");
        QTest::newRow("HTML") << ResultFile::ReportHtml << QByteArray("<!DOCTYPE html>")
                              << QByteArray("</html>");
        QTest::newRow("Markdown") << ResultFile::ReportMarkdown << QByteArray("#") << QByteArray("mx2");
        QTest::newRow("text") << ResultFile::ReportText
                              << QByteArray("Mail to mx2.example.org travels encrypted") << QByteArray("mx2");
        QTest::newRow("PDF") << ResultFile::ReportPdf << QByteArray("%PDF-") << QByteArray("%%EOF");
    }
    void savesReports()
    {
        QFETCH(ResultFile, file);
        QFETCH(QByteArray, begins);
        QFETCH(QByteArray, holds);
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", survey())}));
        QVERIFY(s.save(file, "one"));
        const QByteArray one = s.read("one");
        QVERIFY2(one.startsWith(begins), one.left(80).constData());
        QVERIFY(one.contains(holds));
        s.the<ServerList>()->selectServers(s.list().groups().constFirst().servers);
        QVERIFY(s.save(file, "all"));
        QVERIFY(s.read("all").size() > one.size());
    }

    void whatIsSharedHoldsInventedNames()
    {
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", survey())}));
        s.action(FileActions::Act::Redact)->trigger();
        QVERIFY2(!s.action(FileActions::Act::SaveChain)->isEnabled(), "certificates hold the names");
        for (const ResultFile file :
             {ResultFile::Survey, ResultFile::ReportHtml, ResultFile::TranscriptText}) {
            QVERIFY(s.save(file, "redacted"));
            QVERIFY(!s.read("redacted").isEmpty());
            QVERIFY(!s.read("redacted").contains("mx2.example.org"));
            QVERIFY(!s.read("redacted").contains("192.0.2.9"));
        }
        QVERIFY(s.message().contains(QStringLiteral("invented")));
    }

    void whatIsSavedIsJudgedAgainOnRequest()
    {
        Shown s;
        Inspection old = fixtures::good();
        old.evidence.session.sentChain.reset(); // so the rules of today find no certificate
        QVERIFY(s.open({s.written("a.mailseal", writeSurvey({old}))}));
        auto *bar = s.the<SavedBar>();
        QVERIFY(bar->isVisible());
        auto *again = s.action(FileActions::Act::JudgeAgain);
        QVERIFY(again->isEnabled());
        QSignalSpy changed(&s.list(), &InspectionList::serverChanged);
        again->trigger();
        QVERIFY(changed.wait(patience));
        QVERIFY(s.current()->inspection.rejudged);
        QVERIFY(!s.current()->inspection.rejudged->changes.isEmpty());
        QCOMPARE(*s.current()->asSaved, old);
        const QString told = bar->findChild<QLabel *>()->text();
        QVERIFY2(told.contains(Wording(Wording::Speech::English).policyName(PolicyId::WebPki)),
                 qUtf8Printable(told));
        for (QPushButton *button : bar->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton); // "Show as saved"
        }
        QCOMPARE(s.current()->inspection, old);
        QVERIFY(!s.current()->asSaved);
    }

    void whatIsRedactedCannotBeJudgedAgain()
    {
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", writeSurvey({redact(fixtures::good())}))}));
        QVERIFY(!s.action(FileActions::Act::JudgeAgain)->isEnabled());
    }

    void aLiveInspectionHasNoBar()
    {
        InspectionView view;
        ListedServer server;
        server.id = 1;
        server.inspection = fixtures::good();
        view.present(server);
        QVERIFY(view.findChild<SavedBar *>()->isHidden());
    }

    void aFailedSaveKeepsTheOldFileAndSaysSo()
    {
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", survey())}));
        QVERIFY(!s.save(ResultFile::Survey, "absent/b.mailseal"));
        QVERIFY(s.message().contains(QStringLiteral("b.mailseal")));
        QVERIFY(!QFile::exists(s.path("absent/b.mailseal")));
        QVERIFY(!s.save(ResultFile::ReportPdf, "absent/b.pdf"));
    }

    void keysOpenTheirDialogs_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QFileDialog::AcceptMode>("mode");
        QTest::newRow("Ctrl+O") << Qt::Key_O << QFileDialog::AcceptOpen;
        QTest::newRow("Ctrl+S") << Qt::Key_S << QFileDialog::AcceptSave;
    }
    void keysOpenTheirDialogs()
    {
        QFETCH(Qt::Key, key);
        QFETCH(QFileDialog::AcceptMode, mode);
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", survey())}));
        QTest::keyClick(&s.window, key, Qt::ControlModifier);
        QTRY_VERIFY(s.the<QFileDialog>());
        QCOMPARE(s.the<QFileDialog>()->acceptMode(), mode);
        s.the<QFileDialog>()->reject();
    }

    void nothingToSaveCannotBeSaved()
    {
        Shown s;
        using Act = FileActions::Act;
        for (const Act act : {Act::SaveInspection, Act::SaveAll, Act::SaveTranscript, Act::SaveChain})
            QVERIFY(!s.action(act)->isEnabled());
        QVERIFY(s.action(Act::Open)->isEnabled());
    }

    void fileNamesAreOfPlainLetters_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        QTest::newRow("host") << QStringLiteral("mx.example.org") << QStringLiteral("192.0.2.1")
                              << QStringLiteral("mx.example.org-192.0.2.1-chain.pem");
        QTest::newRow("IPv6") << QStringLiteral("2001:db8::1") << QStringLiteral("2001:db8::1")
                              << QStringLiteral("2001-db8--1-chain.pem");
        QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QString()
                              << QStringLiteral("-.-..-etc-passwd-chain.pem");
    }
    void fileNamesAreOfPlainLetters()
    {
        QFETCH(QString, host);
        QFETCH(QString, address);
        Inspection inspection;
        inspection.evidence.target.host = host;
        inspection.evidence.target.address = address;
        QTEST(suggestedFileName(ResultFile::ChainPem, {inspection}), "name");
        QCOMPARE(suggestedFileName(ResultFile::Survey, {inspection, inspection}),
                 QStringLiteral("mailseal-2-servers.mailseal"));
    }

    /// What is saved is a file, what was inspected can be inspected again: closing asks nothing.
    void closingAsksNothing()
    {
        Shown s;
        QVERIFY(s.open({s.written("a.mailseal", survey())}));
        QVERIFY(s.window.close());
        QVERIFY(!s.window.isVisible());
    }

    /// F5 on what came from a file inspects its target beside it.
    void inspectingAgainKeepsTheSavedOne()
    {
        Shown s;
        Inspection local = fixtures::good();
        local.evidence.target.host = QStringLiteral("127.0.0.1");
        local.evidence.target.port = 1;
        QVERIFY(s.open({s.written("a.mailseal", writeSurvey({local}))}));
        const quint64 saved = s.current()->id;
        QTest::keyClick(&s.window, Qt::Key_F5);
        QVERIFY(s.current()->id != saved);
        QVERIFY(s.current()->file.isEmpty());
        QCOMPARE(s.list().server(saved)->inspection, local);
        s.list().stop();
    }
};

MAILSEAL_TEST(TestFiles)
#include "tst_files.moc"
