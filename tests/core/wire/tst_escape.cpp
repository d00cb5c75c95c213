#include "support/testprogram.h"
#include "wire/escape.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mailseal;

class TestEscape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapes_data();
    void escapes();
    void invisibleCodePointsAreEscaped_data();
    void invisibleCodePointsAreEscaped();
    void everyByteComesBack();
    void randomBytesComeBack();
    void brokenEscapesAreRefused_data();
    void brokenEscapesAreRefused();
    void textIsMadeSafe();
};

void TestEscape::escapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const QByteArray &bytes, const char *text) {
        QTest::newRow(name) << bytes << QString::fromUtf8(text);
    };
    add("printable ASCII stays", "250-PIPELINING ~!", "250-PIPELINING ~!");
    add("printable UTF-8 stays", "gr\xC3\xBC\xC3\x9F \xE4\xB8\xAD \xF0\x9F\x98\x80",
        "gr\xC3\xBC\xC3\x9F \xE4\xB8\xAD \xF0\x9F\x98\x80");
    add("the backslash itself", "a\\b", "a\\x5cb");
    add("control characters", QByteArray("\x00\x07\t\r\n\x1b[31m", 10), "\\x00\\x07\\x09\\x0d\\x0a\\x1b[31m");
    add("DEL", "a\x7f", "a\\x7f");
    add("C1 as UTF-8", "\xC2\x9B", "\\xc2\\x9b");
    add("a lone byte of Latin-1", "gr\xFC\xDF", "gr\\xfc\\xdf");
    add("a cut sequence", "a\xE4\xB8", "a\\xe4\\xb8");
    add("an overlong slash", "\xC0\xAF\xE0\x80\xAF", "\\xc0\\xaf\\xe0\\x80\\xaf");
    add("a surrogate", "\xED\xA0\x80", "\\xed\\xa0\\x80");
    add("above U+10FFFF", "\xF4\x90\x80\x80\xF5\xFF", "\\xf4\\x90\\x80\\x80\\xf5\\xff");
    add("a lead byte before a letter", "\xC3(", "\\xc3(");
    add("nothing", {}, "");
}

void TestEscape::escapes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(escapeBytes(bytes), text);
    QCOMPARE(unescapeBytes(text), std::optional(bytes));
}

void TestEscape::invisibleCodePointsAreEscaped_data()
{
    QTest::addColumn<uint>("first");
    QTest::addColumn<uint>("last");
    QTest::newRow("bidi embeddings and overrides") << 0x202AU << 0x202EU;
    QTest::newRow("bidi isolates") << 0x2066U << 0x2069U;
    QTest::newRow("bidi marks") << 0x200EU << 0x200FU;
    QTest::newRow("Arabic letter mark") << 0x061CU << 0x061CU;
    QTest::newRow("line and paragraph separator") << 0x2028U << 0x2029U;
    QTest::newRow("zero-width space and joiners") << 0x200BU << 0x200DU;
    QTest::newRow("word joiner and invisible operators") << 0x2060U << 0x2064U;
    QTest::newRow("byte order mark") << 0xFEFFU << 0xFEFFU;
    QTest::newRow("soft hyphen") << 0x00ADU << 0x00ADU;
    QTest::newRow("C1") << 0x0080U << 0x009FU;
    QTest::newRow("unassigned") << 0x0378U << 0x0379U;
    QTest::newRow("noncharacters") << 0xFFFEU << 0xFFFFU;
    QTest::newRow("private use") << 0xE000U << 0xE001U;
    QTest::newRow("variation selectors") << 0xFE00U << 0xFE0FU;
    QTest::newRow("Hangul fillers") << 0x115FU << 0x1160U;
    QTest::newRow("tags") << 0xE0001U << 0xE007FU;
}

void TestEscape::invisibleCodePointsAreEscaped()
{
    QFETCH(uint, first);
    QFETCH(uint, last);
    for (uint c = first; c <= last; ++c) {
        const auto units = QChar::fromUcs4(c); // QString::fromUcs4 would eat a byte order mark
        const QByteArray bytes = QStringView(units).toUtf8();
        const QString text = escapeBytes(bytes);
        QCOMPARE(text.size(), bytes.size() * 4);
        QVERIFY2(text.startsWith(QLatin1StringView("\\x")), qPrintable(QString::number(c, 16)));
        QCOMPARE(unescapeBytes(text), std::optional(bytes));
    }
}

void TestEscape::everyByteComesBack()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i) {
        const QByteArray one(1, char(i));
        QCOMPARE(unescapeBytes(escapeBytes(one)), std::optional(one));
        for (int j = 0; j < 256; ++j)
            all.append(one).append(char(j));
    }
    const QString text = escapeBytes(all);
    QCOMPARE(unescapeBytes(text), std::optional(all));
    for (const QChar c : text)
        QVERIFY(c.isPrint());
}

void TestEscape::randomBytesComeBack()
{
    QRandomGenerator random(3207);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes;
        for (quint32 i = random.bounded(64U); i > 0; --i)
            bytes.append(char(random.bounded(256)));
        QCOMPARE(unescapeBytes(escapeBytes(bytes)), std::optional(bytes));
    }
    for (int round = 0; round < 2000; ++round) {
        const char32_t points[] = {random.bounded(0x110000U), random.bounded(0x3000U), U'\\'};
        const QByteArray bytes = QString::fromUcs4(points, 3).toUtf8();
        QCOMPARE(unescapeBytes(escapeBytes(bytes)), std::optional(bytes));
    }
}

void TestEscape::brokenEscapesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("backslash at the end") << QStringLiteral("a\\");
    QTest::newRow("x at the end") << QStringLiteral("a\\x");
    QTest::newRow("one digit") << QStringLiteral("\\x4");
    QTest::newRow("no x") << QStringLiteral("\\n00");
    QTest::newRow("no hex") << QStringLiteral("\\x4g");
    QTest::newRow("doubled backslash") << QStringLiteral("\\\\x41");
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD800));
}

void TestEscape::brokenEscapesAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!unescapeBytes(text));
}

void TestEscape::textIsMadeSafe()
{
    const QString safe = QString::fromUtf8("a\\b\ngr\xC3\xBCn");
    QCOMPARE(escapeUnprintable(safe), safe);
    QCOMPARE(escapeUnprintable(QStringLiteral("a\u001b[2J\u202eb")),
             QStringLiteral("a\\x1b[2J\\xe2\\x80\\xaeb"));
}

MAILSEAL_TEST(TestEscape)
#include "tst_escape.moc"
