#include "settings/preferences.h"
#include "settings/settingsdialog.h"
#include "settings/settingspage.h"
#include "support/testprogram.h"
#include "widgets/pagetabs.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace mailseal;

namespace {

using Change = std::function<void(Preferences &)>;

QByteArray fileOf(const Preferences &preferences, const QString &path)
{
    {
        QSettings store(path, QSettings::IniFormat);
        savePreferences(preferences, store);
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Preferences readFrom(const QByteArray &content, const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    file.close();
    return loadPreferences(QSettings(path, QSettings::IniFormat));
}

/// The dialog as a person meets it: fields by their accessible names, told problems by what is shown.
class Shown
{
public:
    explicit Shown(const Preferences &preferences = {})
        : dialog(preferences)
    {
        dialog.show();
    }

    template <typename T>
    T *field(const char *name) const
    {
        const auto all = dialog.findChildren<T *>();
        const auto found = std::find_if(all.begin(), all.end(), [name](const T *one) {
            return one->accessibleName() == QLatin1StringView(name);
        });
        return found == all.end() ? nullptr : *found;
    }
    bool press(QDialogButtonBox::StandardButton which = QDialogButtonBox::Ok)
    {
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(which), Qt::LeftButton);
        return accepted.count() == 1;
    }
    QStringList told() const
    {
        QStringList texts;
        for (const ProblemLine *line : dialog.findChildren<ProblemLine *>()) {
            if (line->isVisible())
                texts.append(line->text());
        }
        return texts;
    }
    void useProxy(const QString &host)
    {
        field<QComboBox>("Proxy")->setCurrentIndex(1);
        field<QLineEdit>("Host")->setText(host);
    }

    SettingsDialog dialog;
};

const QString pin = QStringLiteral("0123456789abcdef").repeated(4);

} // namespace

Q_DECLARE_METATYPE(Change)

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aDamagedValueFallsBackAlone_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("damaged");
        QTest::addColumn<Change>("fallsBack");
        const auto row = [](const char *name, const char *written, const char *damaged,
                            const Change &change) {
            QTest::newRow(name) << QByteArray(written) << QByteArray(damaged) << change;
        };
        const Change timeout = [](Preferences &p) {
            p.inspection.timeout = Preferences().inspection.timeout;
        };
        const Change noProxy = [](Preferences &p) { p.inspection.proxy.reset(); };
        row("timeout below the least", "timeoutSeconds=45", "timeoutSeconds=0", timeout);
        row("timeout beyond the most", "timeoutSeconds=45", "timeoutSeconds=3601", timeout);
        row("timeout that is no number", "timeoutSeconds=45", "timeoutSeconds=soon", timeout);
        row("addresses of no family", "addresses=ipv6", "addresses=ipv5",
            [](Preferences &p) { p.inspection.family = AddressFamily::Both; });
        row("SNI neither true nor false", "sendSni=false", "sendSni=perhaps",
            [](Preferences &p) { p.inspection.sendSni = true; });
        row("further certificates neither true nor false", "variants=false", "variants=perhaps",
            [](Preferences &p) { p.inspection.variants = true; });
        row("a resolver that is no address", "resolver=192.0.2.53", "resolver=dns.example",
            [](Preferences &p) { p.inspection.resolver.server.reset(); });
        row("EHLO name that would end the command", "ehloName=probe.example", "ehloName=a\\r\\nQUIT",
            [](Preferences &p) { p.inspection.ehloName.clear(); });
        row("a pin too short", "pins=aaaa", "pins=ffff",
            [](Preferences &p) { p.inspection.pins.removeFirst(); });
        row("proxy of no kind", "kind=http", "kind=gopher", noProxy);
        row("proxy without host", "host=proxy.example", "host=", noProxy);
        row("proxy with port 0", "port=3128", "port=0", noProxy);
        row("proxy with a port beyond 65535", "port=3128", "port=70000", noProxy);
        row("appearance unknown", "appearance=dark", "appearance=plaid",
            [](Preferences &p) { p.appearance = Appearance::System; });
        row("language unknown", "language=de", "language=tlh", [](Preferences &p) { p.language.clear(); });
    }
    void aDamagedValueFallsBackAlone()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, damaged);
        QFETCH(Change, fallsBack);
        Preferences kept;
        kept.inspection.ehloName = QStringLiteral("probe.example");
        kept.inspection.proxy = Proxy{Proxy::Kind::Http, QStringLiteral("proxy.example"), 3128, {}, {}};
        kept.inspection.pins = {QByteArray(64, 'a'), pin.toLatin1()};
        kept.inspection.timeout = std::chrono::seconds(45);
        kept.inspection.family = AddressFamily::IPv6;
        kept.inspection.resolver.server = Endpoint{QStringLiteral("192.0.2.53"), 0};
        kept.inspection.sendSni = false;
        kept.inspection.variants = false;
        kept.appearance = Appearance::Dark;
        kept.language = QStringLiteral("de");
        QByteArray content = fileOf(kept, newPath());
        QVERIFY2(content.contains(written), content.constData()); // the stable key is there to be damaged
        QCOMPARE(readFrom(content, newPath()), kept);
        if (written == "pins=aaaa")
            content.replace(QByteArray("pins=") + QByteArray(64, 'a'), damaged);
        else
            content.replace(written, damaged);
        Preferences expected = kept;
        fallsBack(expected);
        QCOMPARE(readFrom(content, newPath()), expected);
    }

    void aProxyTakenAwayLeavesNothingBehind()
    {
        Preferences kept;
        kept.inspection.proxy =
            Proxy{Proxy::Kind::Socks5, QStringLiteral("proxy.example"), 1080, QStringLiteral("someone"), {}};
        const QString file = newPath();
        QVERIFY(fileOf(kept, file).contains("someone"));
        kept.inspection.proxy.reset();
        const QByteArray content = fileOf(kept, file);
        QVERIFY(!content.contains("someone"));
        QVERIFY(!content.contains("proxy.example"));
    }

    void settingsCarryEveryPreference()
    {
        Preferences preferences;
        preferences.inspection.ehloName = QStringLiteral("probe.example");
        preferences.inspection.proxy = Proxy{Proxy::Kind::Http, QStringLiteral("proxy.example"), 3128,
                                             QStringLiteral("someone"), QStringLiteral("secret")};
        preferences.inspection.pins = {pin.toLatin1()};
        preferences.inspection.timeout = std::chrono::seconds(7);
        preferences.inspection.family = AddressFamily::IPv4;
        preferences.inspection.resolver.server = Endpoint{QStringLiteral("192.0.2.53"), 53};
        preferences.inspection.sendSni = false;
        preferences.inspection.variants = false;
        const PreparedSettings prepared = toSettings(preferences, PolicyId::Secure);
        Settings expected;
        expected.policy = PolicyId::Secure;
        expected.ehloName = preferences.inspection.ehloName;
        expected.proxy = preferences.inspection.proxy;
        expected.pins = preferences.inspection.pins;
        expected.timeout = std::chrono::seconds(7);
        expected.family = AddressFamily::IPv4;
        expected.resolver.server = preferences.inspection.resolver.server;
        expected.sendSni = false;
        expected.variants = false;
        expected.anchors = prepared.settings.anchors;
        QCOMPARE(prepared.problem(), QString());
        QVERIFY(prepared.settings == expected);
        QCOMPARE(prepared.settings.anchors.store, AnchorStore::System);
    }

    void aRootsFileThatCannotBeUsedIsTold_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("not there") << QStringLiteral("absent.pem") << QByteArray()
                                   << QStringLiteral("cannot be read");
        QTest::newRow("a folder") << QString() << QByteArray() << QStringLiteral("is not a file");
        QTest::newRow("no certificate in it") << QStringLiteral("notes.txt") << QByteArray("no certificate")
                                              << QStringLiteral("no usable trust anchors");
        QTest::newRow("a certificate cut off")
            << QStringLiteral("cut.pem") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n")
            << QStringLiteral("no usable trust anchors");
    }
    void aRootsFileThatCannotBeUsedIsTold()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        Preferences preferences;
        preferences.rootsFile = m_folder->filePath(file);
        if (!content.isEmpty()) {
            QFile out(preferences.rootsFile);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(content);
        }
        const PreparedSettings prepared = toSettings(preferences, PolicyId::WebPki);
        QVERIFY2(prepared.problem().contains(says), qPrintable(prepared.problem()));
        QCOMPARE(prepared.settings.anchors.store, AnchorStore::System);

        Shown shown;
        shown.field<QLineEdit>("Trust anchors")->setText(preferences.rootsFile);
        QVERIFY(!shown.press());
        QCOMPARE(shown.told(), QStringList{prepared.problem()});
        QCOMPARE(shown.dialog.focusWidget(), shown.field<QLineEdit>("Trust anchors"));
        QCOMPARE(shown.field<QLineEdit>("Trust anchors")->text(), preferences.rootsFile); // nothing is lost
    }

    void aDnssecAnchorsFileIsTakenOrItsProblemTold_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says"); // null: it is taken
        QTest::newRow("a DS record") << QStringLiteral("test.ds")
                                     << QByteArray("test. IN DS 12345 13 2 " + QByteArray(64, 'a') + "\n")
                                     << QString();
        QTest::newRow("not there") << QStringLiteral("absent.ds") << QByteArray()
                                   << QStringLiteral("cannot be read");
        QTest::newRow("a folder") << QString() << QByteArray() << QStringLiteral("is not a file");
        QTest::newRow("a certificate")
            << QStringLiteral("root.pem") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n")
            << QStringLiteral("no DNSSEC trust anchors");
    }
    void aDnssecAnchorsFileIsTakenOrItsProblemTold()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const QString path = m_folder->filePath(file);
        if (!content.isEmpty()) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(content);
        }
        Shown shown;
        shown.field<QLineEdit>("DNSSEC anchors")->setText(path);
        QCOMPARE(shown.press(), says.isNull());
        const PreparedSettings prepared = toSettings(shown.dialog.preferences(), PolicyId::Dane);
        QCOMPARE(prepared.settings.resolver.anchors.size(), says.isNull() ? 1 : 0);
        QCOMPARE(shown.told().size(), says.isNull() ? 0 : 1);
        if (says.isNull()) {
            QCOMPARE(prepared.settings.resolver.anchors.constFirst().zone, QStringLiteral("test"));
        } else {
            QVERIFY2(prepared.dnssecProblem.contains(says), qPrintable(prepared.dnssecProblem));
            QCOMPARE(shown.told(), QStringList{prepared.dnssecProblem});
            QCOMPARE(shown.dialog.focusWidget(), shown.field<QLineEdit>("DNSSEC anchors"));
        }
        QCOMPARE(shown.field<QLineEdit>("DNSSEC anchors")->text(), path); // nothing is lost
    }

    void aWrongPinIsToldByItsText()
    {
        Shown shown;
        auto *pins = shown.field<QPlainTextEdit>("Pins");
        const QString typed = pin + QStringLiteral("\nabcd\nxyz");
        pins->setPlainText(typed);
        QVERIFY(!shown.press());
        QVERIFY(shown.dialog.isVisible());
        QCOMPARE(shown.told().size(), 1);
        QVERIFY2(shown.told().constFirst().contains(QStringLiteral("abcd")),
                 qPrintable(shown.told().constFirst()));
        QVERIFY(pins->accessibleDescription().startsWith(shown.told().constFirst()));
        QCOMPARE(shown.dialog.focusWidget(), pins);
        QCOMPARE(pins->toPlainText(), typed);
        pins->setPlainText(pin);
        QVERIFY(shown.press());
        QVERIFY(shown.told().isEmpty());
    }

    void aProxysHostIsANameOrAnAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taken"); // null: refused
        QTest::newRow("a name") << QStringLiteral(" Proxy.Example ") << QStringLiteral("proxy.example");
        QTest::newRow("a name without dot") << QStringLiteral("localhost") << QStringLiteral("localhost");
        QTest::newRow("a U-label becomes an A-label")
            << QStringLiteral("m\u00fcnchen.example") << QStringLiteral("xn--mnchen-3ya.example");
        QTest::newRow("an IPv4 address") << QStringLiteral("192.0.2.1") << QStringLiteral("192.0.2.1");
        QTest::newRow("an IPv6 address in brackets")
            << QStringLiteral("[2001:db8::1]") << QStringLiteral("2001:db8::1");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("an address with a port of its own") << QStringLiteral("192.0.2.1:1080") << QString();
        QTest::newRow("a name with a port of its own") << QStringLiteral("proxy.example:1080") << QString();
        QTest::newRow("a URL") << QStringLiteral("socks5://proxy.example") << QString();
        QTest::newRow("a name with a space") << QStringLiteral("proxy example") << QString();
    }
    void aProxysHostIsANameOrAnAddress()
    {
        QFETCH(QString, typed);
        QFETCH(QString, taken);
        Shown shown;
        shown.useProxy(typed);
        QCOMPARE(shown.press(), !taken.isNull());
        if (taken.isNull()) {
            QCOMPARE(shown.told().size(), 1);
            QCOMPARE(shown.dialog.focusWidget(), shown.field<QLineEdit>("Host"));
        } else {
            QCOMPARE(shown.dialog.preferences().inspection.proxy->host, taken);
        }
    }

    void noPortOutsideItsRangeCanBeEntered_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("port");
        QTest::newRow("a port") << QStringLiteral("3128") << 3128;
        QTest::newRow("the last port") << QStringLiteral("65535") << 65535;
        QTest::newRow("beyond the last: its last digit is not taken") << QStringLiteral("70000") << 7000;
        QTest::newRow("letters are not taken") << QStringLiteral("80a") << 80;
    }
    void noPortOutsideItsRangeCanBeEntered()
    {
        QFETCH(QString, typed);
        QFETCH(int, port);
        Shown shown;
        shown.useProxy(QStringLiteral("proxy.example"));
        auto *field = shown.field<QSpinBox>("Port");
        field->selectAll();
        QTest::keyClicks(field, typed);
        QVERIFY(shown.press());
        QCOMPARE(int{shown.dialog.preferences().inspection.proxy->port}, port);
    }

    void theProxysPortFollowsItsKindUnlessChosen()
    {
        Shown shown;
        auto *kind = shown.field<QComboBox>("Proxy");
        auto *port = shown.field<QSpinBox>("Port");
        kind->setCurrentIndex(2);
        QCOMPARE(port->value(), 8080);
        kind->setCurrentIndex(1);
        QCOMPARE(port->value(), 1080);
        port->setValue(9050);
        kind->setCurrentIndex(2);
        QCOMPARE(port->value(), 9050);
    }

    void theFirstWrongPageIsShown()
    {
        Shown shown;
        auto *tabs = shown.dialog.findChild<PageTabs *>();
        shown.useProxy(QString());
        shown.field<QPlainTextEdit>("Pins")->setPlainText(QStringLiteral("abcd"));
        constexpr int windowPage = 3;
        constexpr int trustPage = 1;
        tabs->setCurrentIndex(windowPage);
        QVERIFY(!shown.press());
        QCOMPARE(tabs->currentIndex(), trustPage);
        QVERIFY(shown.field<QPlainTextEdit>("Pins")->isVisible());
    }

    void enterInAnyLineMeansOk_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("page");
        QTest::newRow("EHLO name") << QByteArray("EHLO name") << 0;
        QTest::newRow("trust anchors, beside Browse") << QByteArray("Trust anchors") << 1;
        QTest::newRow("proxy's host") << QByteArray("Host") << 2;
    }
    void enterInAnyLineMeansOk()
    {
        QFETCH(QByteArray, field);
        QFETCH(int, page);
        Shown shown;
        shown.useProxy(QStringLiteral("proxy.example"));
        shown.dialog.findChild<PageTabs *>()->setCurrentIndex(page);
        auto *line = shown.field<QLineEdit>(field.constData());
        line->setFocus();
        const QSignalSpy accepted(&shown.dialog, &QDialog::accepted);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
    }

    void acceptGivesWhatWasEntered()
    {
        Shown shown;
        shown.field<QLineEdit>("EHLO name")->setText(QStringLiteral(" probe.example "));
        shown.field<QSpinBox>("Time for one inspection")->setValue(30);
        shown.field<QComboBox>("Addresses")->setCurrentIndex(1);
        shown.useProxy(QStringLiteral("192.0.2.1"));
        shown.field<QLineEdit>("User")->setText(QStringLiteral("someone"));
        shown.field<QLineEdit>("Password")->setText(QStringLiteral(" secret "));
        shown.field<QPlainTextEdit>("Pins")->setPlainText(pin.toUpper() + u'\n' + pin);
        shown.field<QComboBox>("Appearance")->setCurrentIndex(2);
        shown.field<QComboBox>("Language")->setCurrentIndex(1);
        QVERIFY(shown.press());
        Preferences expected;
        expected.inspection.ehloName = QStringLiteral("probe.example");
        expected.inspection.timeout = std::chrono::seconds(30);
        expected.inspection.family = AddressFamily::IPv4;
        expected.inspection.proxy = Proxy{Proxy::Kind::Socks5, QStringLiteral("192.0.2.1"), 1080,
                                          QStringLiteral("someone"), QStringLiteral(" secret ")};
        expected.inspection.pins = {pin.toLatin1()};
        expected.appearance = Appearance::Dark;
        expected.language = QStringLiteral("en");
        QCOMPARE(shown.dialog.preferences(), expected);
    }

    void cancelAsksNothing()
    {
        Shown shown;
        shown.field<QPlainTextEdit>("Pins")->setPlainText(QStringLiteral("abcd"));
        const QSignalSpy rejected(&shown.dialog, &QDialog::rejected);
        QVERIFY(!shown.press(QDialogButtonBox::Cancel));
        QCOMPARE(rejected.count(), 1);
        QVERIFY(!shown.dialog.isVisible());
    }

private:
    /// A name never used before: QSettings takes a file of one name, size and time for the one it has read.
    QString newPath() { return m_folder->filePath(QStringLiteral("%1.ini").arg(++m_files)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_files = 0;
};

MAILSEAL_TEST(TestSettings)
#include "tst_settings.moc"
