#include "support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

/// The translations of the window: nothing left out, no place lost.
class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsUnfinished_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"window_de", "window_en"})
            QTest::newRow(name) << QStringLiteral(MAILSEAL_SOURCE_DIR "/resources/translations/%1.ts")
                                       .arg(QLatin1StringView(name));
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

    void theyAreInTheProgram()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/translations/window_de.qm")));
        QCOMPARE(german.translate("mailseal::InspectionView", "Transcript"), QStringLiteral("Protokoll"));
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(":/translations/window_en.qm")));
        QCOMPARE(english.translate("mailseal::ServerListModel", "%n server(s)", nullptr, 1),
                 QStringLiteral("%n server"));
    }
};

MAILSEAL_TEST(TestLanguage)
#include "tst_language.moc"
