#include "support/testprogram.h"
#include "wording/languages.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace mailseal;

/// The translations of the window: nothing left out, no place lost.
class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsUnfinished_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MAILSEAL_SOURCE_DIR "/resources/translations"));
        for (const QString &name : folder.entryList({QStringLiteral("window_*.ts")}))
            QTest::newRow(qUtf8Printable(name)) << folder.filePath(name);
    }
    void nothingIsUnfinished()
    {
        QFETCH(QString, file);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&source);
        static const QRegularExpression place(QStringLiteral("%[1-9n]"));
        QString text;
        int messages = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"source") {
                text = xml.readElementText();
                ++messages;
            } else if (xml.name() == u"translation") {
                QVERIFY2(!xml.attributes().hasAttribute(QStringLiteral("type")), qUtf8Printable(text));
                const QString translated = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                QVERIFY2(!translated.trimmed().isEmpty(), qUtf8Printable(text));
                for (auto it = place.globalMatch(text); it.hasNext();)
                    QVERIFY2(translated.contains(it.next().captured()), qUtf8Printable(text));
                QCOMPARE(translated.count(u'&') > 0, text.count(u'&') > 0);
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 5);
    }

    void noSentenceOfTheSourcesIsMissing_data()
    {
        QTest::addColumn<QString>("sources");
        for (const SpokenLanguage &one : spokenLanguages) {
            if (one.code == spokenLanguages.front().code)
                continue;
            for (const auto &[room, sources] : std::initializer_list<std::pair<const char *, const char *>>{
                     {"window", "ui"}, {"wording", "core"}, {"cli", "app/cli"}})
                QTest::addRow("%s_%s.ts", room, one.code.data()) << QString::fromLatin1(sources);
        }
    }
    void noSentenceOfTheSourcesIsMissing()
    {
        QFETCH(QString, sources);
        const QString updater = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
        if (!QFile::exists(updater))
            QSKIP("lupdate is not installed");
        const QTemporaryDir folder;
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString copy = folder.filePath(name);
        QVERIFY(
            QFile::copy(QStringLiteral(MAILSEAL_SOURCE_DIR "/resources/translations/%1").arg(name), copy));
        QProcess update;
        update.setWorkingDirectory(QStringLiteral(MAILSEAL_SOURCE_DIR));
        update.start(updater, {QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                               QStringLiteral("none"), QStringLiteral("-disable-heuristic"),
                               QStringLiteral("sametext"), QStringLiteral("-disable-heuristic"),
                               QStringLiteral("similartext"), sources, QStringLiteral("-ts"), copy});
        QVERIFY(update.waitForFinished());
        QCOMPARE(update.exitCode(), 0);
        QFile updated(copy);
        QVERIFY(updated.open(QIODevice::ReadOnly));
        QString source;
        QStringList missing;
        QXmlStreamReader xml(&updated);
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.name() == u"translation" &&
                     xml.attributes().value(QLatin1StringView("type")) == u"unfinished")
                missing.append(source);
        }
        QVERIFY(!xml.hasError());
        QCOMPARE(missing, QStringList());
    }

    void theLanguagesOfTheListAreThoseOfTheFiles()
    {
        QStringList listed;
        for (const SpokenLanguage &one : spokenLanguages)
            listed.append(QStringLiteral("window_%1.qm").arg(one.code));
        listed.sort();
        QCOMPARE(QDir(QStringLiteral(":/translations")).entryList({QStringLiteral("window_*.qm")}), listed);
    }

    void aLocaleIsSpokenInItsLanguage_data()
    {
        QTest::addColumn<QString>("spoken");
        for (const auto &[locale, spoken] :
             std::initializer_list<std::pair<const char *, const char *>>{{"de_AT.UTF-8", "de"},
                                                                          {"de", "de"},
                                                                          {"en_GB", "en"},
                                                                          {"C.UTF-8", "en"},
                                                                          {"tlh", "en"},
                                                                          {"", "en"}})
            QTest::newRow(locale) << QString::fromLatin1(spoken);
    }
    void aLocaleIsSpokenInItsLanguage()
    {
        QFETCH(QString, spoken);
        QCOMPARE(spokenIn(QString::fromLatin1(QTest::currentDataTag())), spoken);
    }

    void theyAreInTheProgram()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/translations/window_de.qm")));
        QCOMPARE(german.translate("mailseal::Pane", "Transcript"), QStringLiteral("Protokoll"));
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(":/translations/window_en.qm")));
        QCOMPARE(english.translate("mailseal::ServerListModel", "%n server(s)", nullptr, 1),
                 QStringLiteral("%n server"));
    }
};

MAILSEAL_TEST(TestLanguage)
#include "tst_language.moc"
