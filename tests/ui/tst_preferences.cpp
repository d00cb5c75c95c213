#include "settings/preferences.h"
#include "settings/settingsdialog.h"
#include "support/testprogram.h"
#include "widgets/plainlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mailseal;

namespace {

Preferences everything()
{
    Preferences all;
    all.inspection.ehloName = QStringLiteral("client.example.org");
    all.inspection.proxy =
        Proxy{Proxy::Kind::Http, QStringLiteral("proxy.example"), 3128, QStringLiteral("user"), {}};
    all.rootsFile = QStringLiteral("/etc/anchors.pem");
    all.inspection.pins = {QByteArray(64, 'a'), QByteArray(64, '0')};
    all.inspection.timeout = std::chrono::seconds(45);
    all.inspection.family = AddressFamily::IPv6;
    all.inspection.resolver.server = Endpoint{QStringLiteral("2001:db8::53"), 5300};
    all.dnssecAnchorsFile = QStringLiteral("/etc/internal.ds");
    all.inspection.sendSni = false;
    all.inspection.variants = false;
    all.appearance = Appearance::Dark;
    all.language = QStringLiteral("de");
    return all;
}

template <typename T>
T *named(const QWidget &in, const char *name)
{
    for (T *one : in.findChildren<T *>()) {
        if (one->accessibleName() == QLatin1StringView(name))
            return one;
    }
    return nullptr;
}

bool isAccepted(SettingsDialog &dialog)
{
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    return accepted.count() == 1;
}

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_data()
    {
        QTest::addColumn<Preferences>("kept");
        QTest::newRow("defaults") << Preferences();
        QTest::newRow("everything") << everything();
    }
    void everythingComesBack()
    {
        QFETCH(Preferences, kept);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.ini"));
        {
            QSettings store(file, QSettings::IniFormat);
            savePreferences(kept, store);
        }
        const QSettings store(file, QSettings::IniFormat);
        QCOMPARE(loadPreferences(store), kept);
    }

    void thePasswordIsNeverWritten()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.ini"));
        {
            QSettings store(file, QSettings::IniFormat);
            Preferences kept = everything();
            kept.inspection.proxy->password = QStringLiteral("hunter2");
            savePreferences(kept, store);
        }
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray all = written.readAll();
        QVERIFY(all.contains("proxy.example"));
        QVERIFY(!all.contains("hunter2"));
    }

    void nonsenseInTheFileKeepsTheDefault()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("s.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[inspect]\ntimeoutSeconds=-5\nfamily=carrier-pigeon\n[window]\nappearance=plaid\nlanguage=\n");
        file.close();
        const QSettings store(file.fileName(), QSettings::IniFormat);
        QCOMPARE(loadPreferences(store), Preferences());
    }

    void theDialogShowsAndGivesBackWhatItWasGiven()
    {
        SettingsDialog dialog(everything());
        QCOMPARE(dialog.preferences(), everything());
        const SettingsDialog fresh({});
        QCOMPARE(fresh.preferences(), Preferences());
    }

    void wrongInputIsToldAndTheDialogStays_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("EHLO name with a space") << QStringLiteral("EHLO name") << QStringLiteral("a b");
        QTest::newRow("EHLO name with a line break's place")
            << QStringLiteral("EHLO name") << QStringLiteral("mx\tQUIT");
        QTest::newRow("file that is not there")
            << QStringLiteral("Trust anchors") << QStringLiteral("/nowhere/at/all.pem");
        QTest::newRow("proxy without host") << QStringLiteral("Host") << QString();
    }
    void wrongInputIsToldAndTheDialogStays()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        SettingsDialog dialog({});
        dialog.show();
        if (field == QStringLiteral("Host"))
            named<QComboBox>(dialog, "Proxy")->setCurrentIndex(1);
        named<QLineEdit>(dialog, qPrintable(field))->setText(text);
        QVERIFY(!isAccepted(dialog));
        QVERIFY(dialog.isVisible());
        QVERIFY(named<QLineEdit>(dialog, qPrintable(field))->isVisible());
    }

    void pinsAreReadInEitherForm()
    {
        SettingsDialog dialog({});
        dialog.show();
        auto *pins = named<QPlainTextEdit>(dialog, "Pins");
        pins->setPlainText(QStringLiteral("not a pin"));
        QVERIFY(!isAccepted(dialog));
        const QString colons = QStringLiteral("AB:").repeated(31) + QStringLiteral("AB");
        pins->setPlainText(colons + u'\n' + QString(64, u'c'));
        QVERIFY(isAccepted(dialog));
        QCOMPARE(dialog.preferences().inspection.pins,
                 (QList<QByteArray>{QByteArray("ab").repeated(32), QByteArray(64, 'c')}));
    }
};

MAILSEAL_TEST(TestPreferences)
#include "tst_preferences.moc"
