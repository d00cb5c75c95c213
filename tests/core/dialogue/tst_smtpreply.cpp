#include "dialogue/linesplitter.h"
#include "dialogue/smtpreply.h"
#include "support/testprogram.h"
#include "values/limits.h"

#include <QTest>

using namespace mailseal;

using Outcome = ReplyReader::Outcome;

class TestSmtpReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replies_data();
    void replies();
    void malformed_data();
    void malformed();
    void bounds();
    void lines_data();
    void lines();
    void aLineIsBounded();
};

void TestSmtpReply::replies_data()
{
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("codesDiffer");
    const auto row = [](const char *name, const QList<QByteArray> &lines, const Reply &reply,
                        bool differ = false) { QTest::newRow(name) << lines << reply << differ; };
    row("one line", {"250 Ok"}, {250, "", "Ok"});
    row("a code alone", {"250"}, {250, "", ""});
    row("a code and a space", {"250 "}, {250, "", ""});
    row("several lines", {"250-a", "250-b", "250 c"}, {250, "", "a\nb\nc"});
    row("empty lines between", {"250-", "250-", "250"}, {250, "", "\n\n"});
    row("an enhanced code", {"454 4.7.0 TLS not available"}, {454, "4.7.0", "TLS not available"});
    row("an enhanced code alone", {"250 2.0.0"}, {250, "2.0.0", ""});
    row("an enhanced code on every line", {"550-5.7.1 a", "550 5.7.1 b"}, {550, "5.7.1", "a\nb"});
    row("an enhanced code on the first line", {"550-5.7.1 a", "550 b"}, {550, "5.7.1", "a\nb"});
    row("a version is no enhanced code", {"220 3.2.1 mx"}, {220, "", "3.2.1 mx"});
    row("an address is no enhanced code", {"250 4.3.2.1 hello"}, {250, "", "4.3.2.1 hello"});
    row("letters are no enhanced code", {"250 2.x.0 hello"}, {250, "", "2.x.0 hello"});
    row("the last code counts", {"250-a", "550 b"}, {550, "", "a\nb"}, true);
    row("bytes stay what they are", {QByteArray("250 \xff\x00\r\x1b", 8)},
        {250, "", QByteArray("\xff\x00\r\x1b", 4)});
    row("a 3xx is a reply", {"354 go on"}, {354, "", "go on"});
}

void TestSmtpReply::replies()
{
    QFETCH(QList<QByteArray>, lines);
    QFETCH(Reply, reply);
    QFETCH(bool, codesDiffer);
    ReplyReader reader;
    QVERIFY(!reader.hasBegun());
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        QCOMPARE(reader.add(lines[i]), Outcome::More);
    QCOMPARE(reader.add(lines.last()), Outcome::Complete);
    QVERIFY(reader.hasBegun());
    QCOMPARE(reader.reply().code, reply.code);
    QCOMPARE(reader.reply().enhanced, reply.enhanced);
    QCOMPARE(reader.reply().text, reply.text);
    QCOMPARE(reader.doCodesDiffer(), codesDiffer);
    QCOMPARE(reader.lines().size(), lines.size());
}

void TestSmtpReply::malformed_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"", "2", "25", "2a0 Ok", "hello", "250Ok", "250\tOk", "650 Ok", "050 Ok",
                             " 250 Ok", "-250 Ok", "25O Ok", "HTTP/1.1 400 Bad Request"})
        QTest::addRow("'%s'", line) << QByteArray(line);
}

void TestSmtpReply::malformed()
{
    QFETCH(QByteArray, line);
    ReplyReader reader;
    QCOMPARE(reader.add(line), Outcome::Malformed);
    ReplyReader begun;
    begun.add("250-mx");
    QCOMPARE(begun.add(line), Outcome::Malformed);
}

void TestSmtpReply::bounds()
{
    ReplyReader lines;
    for (int i = 0; i < limits::replyLines; ++i)
        QCOMPARE(lines.add("250-x"), Outcome::More);
    QCOMPARE(lines.add("250 x"), Outcome::TooLong);

    ReplyReader octets;
    const QByteArray long_("250-" + QByteArray(limits::replyLine - 4, 'x'));
    for (qsizetype sum = long_.size(); sum <= limits::reply; sum += long_.size())
        QCOMPARE(octets.add(long_), Outcome::More);
    QCOMPARE(octets.add("250 x"), Outcome::TooLong);

    ReplyReader cut;
    QCOMPARE(cut.add("250 x", limits::reply), Outcome::TooLong);
}

void TestSmtpReply::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::addColumn<int>("bareLf");
    QTest::addColumn<QByteArray>("rest");
    const auto row = [](const char *name, const QByteArray &bytes, const QList<QByteArray> &lines, int bareLf,
                        const char *rest) {
        QTest::newRow(name) << bytes << lines << bareLf << QByteArray(rest);
    };
    row("CRLF ends a line", "a\r\nb\r\n", {"a", "b"}, 0, "");
    row("a bare LF ends a line and is told", "a\nb\r\n", {"a", "b"}, 1, "");
    row("a bare CR is ordinary", "a\rb\r\r\n", {"a\rb\r"}, 0, "");
    row("empty lines are lines", "\r\n\n", {"", ""}, 1, "");
    row("what has no end waits", "a\r\nbc", {"a"}, 0, "bc");
    row("a CR waits for its LF", "a\r", {}, 0, "a\r");
    row("NUL is ordinary", QByteArray("a\0b\r\n", 5), {QByteArray("a\0b", 3)}, 0, "");
    row("nothing", "", {}, 0, "");
}

void TestSmtpReply::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, lines);
    QFETCH(int, bareLf);
    QFETCH(QByteArray, rest);
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(100)}) {
        LineSplitter splitter;
        QList<QByteArray> seen;
        int bare = 0;
        for (qsizetype from = 0; from < bytes.size(); from += piece) {
            const QByteArray part = bytes.mid(from, piece);
            qsizetype position = 0;
            while (const auto line = splitter.take(part, position)) {
                seen.append(line->text);
                bare += line->isBareLf ? 1 : 0;
            }
            QCOMPARE(position, part.size());
        }
        QCOMPARE(seen, lines);
        QCOMPARE(bare, bareLf);
        QCOMPARE(splitter.rest().text, rest);
    }
}

void TestSmtpReply::aLineIsBounded()
{
    LineSplitter splitter;
    const QByteArray piece(1000, 'x');
    constexpr int pieces = 1000;
    for (int i = 0; i < pieces; ++i) {
        qsizetype position = 0;
        QVERIFY(!splitter.take(piece, position));
        QVERIFY(splitter.rest().text.size() <= limits::replyLine);
    }
    qsizetype position = 0;
    const auto line = splitter.take("\r\nnext", position);
    QVERIFY(line);
    QCOMPARE(line->text.size(), limits::replyLine);
    QCOMPARE(line->cutBytes, pieces * piece.size() - limits::replyLine);
    QVERIFY(!line->isBareLf);
    QCOMPARE(position, 2);
    splitter.clear();
    QVERIFY(splitter.rest().text.isEmpty());
}

MAILSEAL_TEST(TestSmtpReply)
#include "tst_smtpreply.moc"
