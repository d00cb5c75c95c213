#include "list/serverlist.h"
#include "pages/pages.h"
#include "settings/preferences.h"
#include "shell/inspectionview.h"
#include "shell/mainwindow.h"
#include "shell/targetbar.h"
#include "style/theme.h"
#include "support/testprogram.h"
#include "widgets/findbar.h"
#include "widgets/messagebar.h"
#include "widgets/pagetabs.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace mailseal;

namespace {

constexpr int patience = 20'000;

/// A window with a settings file of its own, shown.
class Shown
{
public:
    Shown()
        : window(std::make_unique<QSettings>(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat))
    {
        window.show();
        window.activateWindow();
        isShown = QTest::qWaitForWindowActive(&window);
    }

    template <typename T>
    T *the(const char *name = nullptr)
    {
        return window.findChild<T *>(name ? QString::fromLatin1(name) : QString());
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : window.findChildren<QPushButton *>()) {
            if (QString(one->text()).remove(u'&') == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    QTreeView *list() { return the<QTreeView>("servers"); }
    QLineEdit *line() { return the<TargetBar>()->findChild<QComboBox *>()->lineEdit(); }
    void type(const QString &text)
    {
        line()->setFocus();
        line()->selectAll();
        QTest::keyClicks(line(), text);
    }
    bool ended()
    {
        return QTest::qWaitFor([this] { return !the<InspectionList>()->isRunning(); }, patience);
    }
    const ListedServer *current()
    {
        return the<InspectionList>()->server(the<ServerList>()->currentServer());
    }
    void choose(const QString &host)
    {
        const auto found = list()->model()->match(list()->model()->index(0, 0), Qt::DisplayRole, host, 1,
                                                  Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY2(!found.isEmpty(), qUtf8Printable(host));
        list()->setCurrentIndex(found.constFirst());
    }

    QTemporaryDir folder;
    MainWindow window;
    bool isShown = false;
};

/// Takes connections and says nothing.
struct Silent
{
    QTcpServer server;
    bool listens = server.listen(QHostAddress::LocalHost);
    QString target() const { return QStringLiteral("127.0.0.1:%1").arg(server.serverPort()); }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Appearance::Light); }

    void startsAtTheTarget()
    {
        Shown s;
        QVERIFY(s.isShown);
        QCOMPARE(QApplication::focusWidget(), s.line()->parentWidget());
        QVERIFY(s.button(QStringLiteral("Try the built-in example servers")));
        QVERIFY(!s.the<InspectionView>());
    }

    void examplesNeedNoNetwork()
    {
        Shown s;
        QTest::mouseClick(s.button(QStringLiteral("Try the built-in example servers")), Qt::LeftButton);
        QVERIFY(s.ended());
        QCOMPARE(s.the<InspectionList>()->inspectedCount(), 6);
        QVERIFY(s.line()->text().isEmpty());
        QVERIFY2(s.the<TargetBar>()->recent().isEmpty(), "examples are not remembered");
        s.choose(QStringLiteral("good.example"));
        QCOMPARE(actingVerdict(s.current()->inspection)->standing, Standing::Satisfied);
        QVERIFY(s.current()->inspection.chain->trusted);
        s.choose(QStringLiteral("no-starttls.example"));
        QCOMPARE(s.current()->inspection.evidence.session.end, EndReason::StarttlsNotOffered);
        s.choose(QStringLiteral("self-signed.example"));
        QVERIFY(s.current()->inspection.chain->selfSigned);
        QVERIFY(s.window.windowTitle().startsWith(QStringLiteral("self-signed.example")));
    }

    void inspectedAgainUnderAnotherPolicy()
    {
        Shown s;
        s.window.startExamples();
        QVERIFY(s.ended());
        s.choose(QStringLiteral("self-signed.example"));
        s.the<TargetBar>()->setPolicy(PolicyId::WebPki);
        QTest::keyClick(&s.window, Qt::Key_F5);
        QVERIFY(s.the<InspectionList>()->isRunning());
        QVERIFY(s.ended());
        QCOMPARE(s.current()->inspection.evidence.session.end, EndReason::QuitAfterHandshake);
        QCOMPARE(actingVerdict(s.current()->inspection)->standing, Standing::Violated);
    }

    void badTargetsAreToldInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("mail address") << QStringLiteral("postmaster@example.org");
        QTest::newRow("port") << QStringLiteral("mx.example.org:99999");
        QTest::newRow("not yet") << QStringLiteral("imap://mx.example.org");
        QTest::newRow("spaces") << QStringLiteral("mx example org");
    }
    void badTargetsAreToldInWords()
    {
        QFETCH(QString, text);
        Shown s;
        s.type(text);
        QTest::mouseClick(s.button(QStringLiteral("Inspect")), Qt::LeftButton);
        QVERIFY(!s.the<MessageBar>()->text().isEmpty());
        QCOMPARE(s.line()->text(), text);
        QCOMPARE(s.the<InspectionList>()->groups().size(), 0);
        s.line()->selectAll();
        QTest::keyClicks(s.line(), QStringLiteral("mx"));
        QVERIFY2(s.the<MessageBar>()->text().isEmpty(), "a new text takes the message away");
    }

    void theServiceFollowsTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("service");
        QTest::addColumn<bool>("isFree");
        QTest::newRow("nothing said")
            << QStringLiteral("mx.example.org") << QStringLiteral("SMTP 25 · STARTTLS") << true;
        QTest::newRow("port") << QStringLiteral("mx.example.org:587")
                              << QStringLiteral("Submission 587 · STARTTLS") << false;
        QTest::newRow("unusual port")
            << QStringLiteral("mx.example.org:2525") << QStringLiteral("SMTP 2525 · STARTTLS") << false;
        QTest::newRow("scheme") << QStringLiteral("submissions://mx.example.org")
                                << QStringLiteral("Submissions 465 · implicit TLS") << false;
        QTest::newRow("address without port")
            << QStringLiteral("2001:db8::1") << QStringLiteral("SMTP 25 · STARTTLS") << true;
    }
    void theServiceFollowsTheText()
    {
        QFETCH(QString, text);
        Shown s;
        s.type(text);
        const auto boxes = s.the<TargetBar>()->findChildren<QComboBox *>();
        QTEST(boxes.at(1)->currentText(), "service");
        QTEST(boxes.at(1)->isEnabled(), "isFree");
    }

    void stopEndsAtOnce_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Esc") << true;
        QTest::newRow("the button") << false;
    }
    void stopEndsAtOnce()
    {
        QFETCH(bool, byKey);
        const Silent silent;
        QVERIFY(silent.listens);
        Shown s;
        s.type(silent.target());
        QTest::keyClick(s.line(), Qt::Key_Return);
        QVERIFY(s.the<InspectionList>()->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(s.current()->progress.stage == Stage::Greeting, patience);
        QVERIFY(s.button(QStringLiteral("Stop")));
        if (byKey)
            QTest::keyClick(&s.window, Qt::Key_Escape);
        else
            QTest::mouseClick(s.button(QStringLiteral("Stop")), Qt::LeftButton);
        QVERIFY(!s.the<InspectionList>()->isRunning());
        QCOMPARE(s.current()->inspection.evidence.session.end, EndReason::Cancelled);
        QVERIFY(s.button(QStringLiteral("Inspect")));
        QCOMPARE(s.the<TargetBar>()->recent(), QStringList{silent.target()});
    }

    void pagesOpenByKey()
    {
        Shown s;
        s.window.startExamples();
        QVERIFY(s.ended());
        auto *view = s.the<InspectionView>();
        for (int page = static_cast<int>(pages().size()) - 1; page >= 0; --page) {
            QTest::keyClick(&s.window, static_cast<Qt::Key>(Qt::Key_1 + page), Qt::ControlModifier);
            QCOMPARE(static_cast<int>(view->currentPage()), page);
        }
        QTest::keyClick(&s.window, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(view->currentPage(), Proof::Page::Transcript);
        QVERIFY(s.the<FindBar>()->isVisible());
        QTest::keyClick(&s.window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), s.line()->parentWidget());
    }

    void tabsCountProblems()
    {
        Shown s;
        s.window.startExamples();
        QVERIFY(s.ended());
        s.choose(QStringLiteral("self-signed.example"));
        auto *tabs = s.the<PageTabs>();
        QTRY_VERIFY(tabs->tabToolTip(static_cast<int>(Proof::Page::Certificates)).startsWith(u'1'));
    }

    void theFilterFindsAndClears()
    {
        Shown s;
        s.window.startExamples();
        QVERIFY(s.ended());
        auto *filter = s.the<ServerList>()->findChild<QLineEdit *>();
        QTest::keyClicks(filter, QStringLiteral("expired.ex"));
        QCOMPARE(s.list()->model()->rowCount(s.list()->model()->index(0, 0)), 1);
        filter->clear();
        QCOMPARE(s.list()->model()->rowCount(s.list()->model()->index(0, 0)), 6);
    }

    void removingShowsAnotherAndThenTheWelcome()
    {
        Shown s;
        s.window.startExamples();
        QVERIFY(s.ended());
        for (int left = 6; left > 0; --left) {
            QVERIFY(s.current());
            QTest::keyClick(&s.window, Qt::Key_Delete, Qt::ControlModifier);
        }
        QVERIFY(s.the<InspectionList>()->groups().isEmpty());
        QVERIFY(s.button(QStringLiteral("Try the built-in example servers")));
    }

    void shapeAndRecentTargetsAreRemembered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.ini"));
        {
            MainWindow window(std::make_unique<QSettings>(file, QSettings::IniFormat));
            window.show();
            window.resize(1000, 640);
            window.findChild<TargetBar *>()->setRecent({QStringLiteral("mx.example.org")});
            window.findChild<TargetBar *>()->setPolicy(PolicyId::Secure);
            window.close();
        }
        const MainWindow again(std::make_unique<QSettings>(file, QSettings::IniFormat));
        QCOMPARE(again.height(), 640);
        // Qt 6.8 restores no window that is wider than the screen with its frame; the offscreen one has 800.
        constexpr int frame = 8;
        const int screen = again.screen()->availableGeometry().width();
        QVERIFY2(again.width() == 1000 || (again.width() <= screen && again.width() >= screen - frame),
                 qPrintable(QString::number(again.width())));
        QCOMPARE(again.findChild<TargetBar *>()->recent(), QStringList{QStringLiteral("mx.example.org")});
        QCOMPARE(again.findChild<TargetBar *>()->policy(), PolicyId::Secure);
    }

    void unusableTrustAnchorsStopTheInspection()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.ini"));
        {
            QSettings store(file, QSettings::IniFormat);
            Preferences preferences;
            preferences.rootsFile = folder.filePath(QStringLiteral("absent.pem"));
            savePreferences(preferences, store);
        }
        MainWindow window(std::make_unique<QSettings>(file, QSettings::IniFormat));
        window.inspectAll({QStringLiteral("127.0.0.1:1")});
        QVERIFY(window.findChild<InspectionList *>()->groups().isEmpty());
        QVERIFY(window.findChild<MessageBar *>()->text().contains(QStringLiteral("absent.pem")));
    }

    void everyControlHasAName()
    {
        Shown s;
        s.window.startExamples();
        QVERIFY(s.ended());
        for (int page = 0; page < static_cast<int>(pages().size()); ++page)
            s.the<InspectionView>()->pane(static_cast<Proof::Page>(page));
        for (const QWidget *widget : s.window.findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<const QLineEdit *>(widget) ||
                                   qobject_cast<const QComboBox *>(widget) ||
                                   qobject_cast<const QTreeView *>(widget);
            if (isControl && widget->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            const auto *button = qobject_cast<const QPushButton *>(widget);
            if (button && button->isVisible())
                QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        }
    }
};

MAILSEAL_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
