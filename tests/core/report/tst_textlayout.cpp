#include "report/textlayout.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;

namespace {

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

} // namespace

class TextLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsColumns_data();
    void countsColumns();
    void wraps_data();
    void wraps();
    void keepsSpacesOfTheWire_data();
    void keepsSpacesOfTheWire();
    void cutsBetweenCharacters();
    void sharesRoom_data();
    void sharesRoom();
};

void TextLayoutTest::countsColumns_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("columns");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("ASCII") << text("mx1.example") << 11;
    QTest::newRow("umlauts and signs") << text("grün ✔ ▲ → …") << 12;
    QTest::newRow("a combining mark stands over its letter") << text("gru\xCC\x88n") << 4;
    QTest::newRow("Chinese is wide") << text("例え") << 4;
    QTest::newRow("full-width Latin is wide") << text("Ａ") << 2;
    QTest::newRow("half-width kana is not") << text("ｱ") << 1;
    QTest::newRow("Hangul by its parts is one syllable") << text("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB") << 2;
    QTest::newRow("an emoji beyond the first plane") << text("📬") << 2;
    QTest::newRow("a zero-width joiner") << text("a\xE2\x80\x8D") << 1;
    QTest::newRow("half of a surrogate pair") << QString(QChar(0xD83D)) << 1;
    QTest::newRow("the last wide code point") << QString::fromUcs4(U"\U0003FFFD") << 2;
    QTest::newRow("the code point behind the last wide one") << QString::fromUcs4(U"\U0003FFFE") << 1;
}

void TextLayoutTest::countsColumns()
{
    QFETCH(QString, line);
    QTEST(static_cast<int>(columnCount(line)), "columns");
}

void TextLayoutTest::wraps_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("nothing is one line") << QString() << QStringList{QString()};
    QTest::newRow("as wide as the page") << text("ten 456789") << QStringList{text("ten 456789")};
    QTest::newRow("one column more") << text("ten 4567890") << QStringList{text("ten"), text("4567890")};
    QTest::newRow("runs of spaces become one") << text("a   b") << QStringList{text("a b")};
    QTest::newRow("a long word is not cut")
        << text("a 0123456789abcdef b") << QStringList{text("a"), text("0123456789abcdef"), text("b")};
    QTest::newRow("wide characters count twice")
        << text("例え 例え 例") << QStringList{text("例え 例え"), text("例")};
}

void TextLayoutTest::wraps()
{
    QFETCH(QString, whole);
    constexpr int width = 10;
    QTEST(wrappedLines(whole, width), "lines");
}

void TextLayoutTest::keepsSpacesOfTheWire_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("nothing is one line") << QString() << QStringList{QString()};
    QTest::newRow("spaces stay") << text("250  a   b") << QStringList{text("250  a   b")};
    QTest::newRow("broken at the last space")
        << text("250 ab cd efg") << QStringList{text("250 ab cd"), text("efg")};
    QTest::newRow("a long word goes on to its end")
        << text("0123456789abc d") << QStringList{text("0123456789abc"), text("d")};
    QTest::newRow("a long word to the end of the line")
        << text("a 0123456789abc") << QStringList{text("a"), text("0123456789abc")};
    QTest::newRow("only a space is left")
        << text("0123456789 ") << QStringList{text("0123456789"), QString()};
}

void TextLayoutTest::keepsSpacesOfTheWire()
{
    QFETCH(QString, said);
    constexpr int width = 10;
    const QStringList lines = wrappedExactly(said, width);
    QTEST(lines, "lines");
    QCOMPARE(lines.join(u' '), said);
}

void TextLayoutTest::cutsBetweenCharacters()
{
    const QStringList lines = cutLines(text("📬📬📬📬 gru\xCC\x88n"), 5);
    QCOMPARE(lines, (QStringList{text("📬📬"), text("📬📬"), text("gru\xCC\x88n")}));
    QCOMPARE(cutLines(text("a 0123456789 b"), 5),
             (QStringList{text("a"), text("01234"), text("56789"), text("b")}));
    QCOMPARE(cutLines(text("01234567 b c d"), 5), (QStringList{text("01234"), text("567 b"), text("c d")}));
    QCOMPARE(cutLines(text("例"), 1), QStringList{text("例")}); // no room at all: one character a line
}

void TextLayoutTest::sharesRoom_data()
{
    QTest::addColumn<QList<ColumnNeed>>("needs");
    QTest::addColumn<int>("room");
    QTest::addColumn<QList<qsizetype>>("widths");
    QTest::newRow("no columns") << QList<ColumnNeed>{} << 10 << QList<qsizetype>{};
    QTest::newRow("room for all") << QList<ColumnNeed>{{4, 2}, {6, 3}} << 20 << QList<qsizetype>{4, 6};
    QTest::newRow("the narrow one has what it wants")
        << QList<ColumnNeed>{{50, 10}, {6, 3}, {8, 8}} << 30 << QList<qsizetype>{16, 6, 8};
    QTest::newRow("just the least") << QList<ColumnNeed>{{50, 10}, {6, 3}} << 13 << QList<qsizetype>{10, 3};
    QTest::newRow("less than the least") << QList<ColumnNeed>{{50, 10}, {6, 3}} << 12 << QList<qsizetype>{};
}

void TextLayoutTest::sharesRoom()
{
    QFETCH(QList<ColumnNeed>, needs);
    QFETCH(int, room);
    QTEST(sharedWidths(needs, room), "widths");
}

MAILSEAL_TEST(TextLayoutTest)
#include "tst_textlayout.moc"
