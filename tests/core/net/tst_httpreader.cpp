#include "net/httpreader.h"
#include "support/testprogram.h"
#include "values/limits.h"

#include <QTest>

using namespace mailseal;

namespace {

using State = HttpReader::State;

QByteArray page(const QByteArray &fields, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body;
}

} // namespace

class TestHttpReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void cutItIsNeverWhole();
    void bounds();
};

void TestHttpReader::answers_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<State>("state"); ///< after it was closed
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto add = [](const char *row, const QByteArray &octets, State state, int status = 200,
                        const QByteArray &body = {}) {
        QTest::newRow(row) << octets << state << status << body;
    };
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nContent-Length: 7\r\nLocation: x\r\n\r\n";
    add("a length", page("Content-Length: 3\r\n", "abc"), State::Whole, 200, "abc");
    add("a length, and more behind it", page("Content-Length: 3\r\n", "abcdef"), State::Whole, 200, "abc");
    add("until it is closed", page({}, "abc"), State::Whole, 200, "abc");
    add("line ends without CR", "HTTP/1.1 200 OK\nContent-Length: 1\n\na", State::Whole, 200, "a");
    add("no reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", State::Whole);
    add("103 before it", hints + page("Content-Length: 3\r\n", "abc"), State::Whole, 200, "abc");
    add("100, 102 and 103 before it",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + hints + page({}, "abc"),
        State::Whole, 200, "abc");
    add("101 is a final one", "HTTP/1.1 101 Switching\r\nContent-Length: 0\r\n\r\n", State::Whole, 101);
    add("103 alone", hints, State::Head, 0);
    add("chunks", page("transfer-encoding: chunked\r\n", "2\r\nab\r\n1;x\r\nc\r\n0\r\n\r\n"), State::Whole,
        200, "abc");
    add("chunks win over a length",
        page("Content-Length: 9\r\nTransfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"), State::Whole,
        200, "abc");
    add("chunks with a trailer", page("Transfer-Encoding: chunked\r\n", "1\r\na\r\n0\r\nA: b\r\n\r\n"),
        State::Whole, 200, "a");
    add("a chunk of another size", page("Transfer-Encoding: chunked\r\n", "1\r\nab\r\n0\r\n\r\n"),
        State::Broken, 200, "a");
    add("a chunk without a size", page("Transfer-Encoding: chunked\r\n", "x\r\n"), State::Broken);
    add("a chunk of a negative size", page("Transfer-Encoding: chunked\r\n", "-1\r\n"), State::Broken);
    add("two lengths", page("Content-Length: 1\r\nContent-Length: 2\r\n", "ab"), State::Broken);
    add("the same length twice", page("Content-Length: 1\r\nContent-Length: 1\r\n", "a"), State::Whole, 200,
        "a");
    add("no length", page("Content-Length: x\r\n", "ab"), State::Broken);
    add("204 has no body", "HTTP/1.1 204 No Content\r\n\r\n", State::Whole, 204);
    add("no HTTP", "220 mx.example.org ESMTP\r\n", State::Broken, 0);
    add("HTTP/2 in clear text", "HTTP/2 200 OK\r\n\r\n", State::Broken, 0);
    add("no status", "HTTP/1.1 OK\r\n\r\n", State::Broken, 0);
}

/// Whole, and one octet at a time.
void TestHttpReader::answers()
{
    QFETCH(QByteArray, octets);
    HttpReader reader;
    reader.take(octets);
    reader.close();
    HttpReader slow;
    for (const char octet : octets)
        slow.take(QByteArrayView(&octet, 1));
    slow.close();
    for (const HttpReader &one : {reader, slow}) {
        QTEST(one.state(), "state");
        QTEST(one.status(), "status");
        QTEST(one.body(), "body");
    }
    QVERIFY(reader.location().isEmpty()); // that of a hint is none
}

void TestHttpReader::cutItIsNeverWhole()
{
    const QByteArray whole =
        "HTTP/1.1 103 Early Hints\r\n\r\n" +
        page("Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n", "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        HttpReader reader;
        reader.take(whole.first(size));
        reader.close();
        QVERIFY2(reader.state() != State::Whole && reader.state() != State::Broken,
                 qPrintable(QString::number(size)));
    }
}

void TestHttpReader::bounds()
{
    HttpReader head;
    head.take("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 100 && head.state() == State::Head; ++i)
        head.take(QByteArray(1000, 'x'));
    QCOMPARE(head.state(), State::Broken);
    HttpReader hints;
    hints.take(QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n").repeated(limits::httpInterim + 1));
    QCOMPARE(hints.state(), State::Broken);
    HttpReader body;
    body.take(page({}, QByteArray(limits::stsPolicy + 1, 'a')));
    QCOMPARE(body.state(), State::TooLarge);
    QCOMPARE(body.body().size(), limits::stsPolicy);
    HttpReader chunk;
    chunk.take(
        page("Transfer-Encoding: chunked\r\n", "fffffff\r\n" + QByteArray(limits::stsPolicy + 1, 'a')));
    QCOMPARE(chunk.state(), State::TooLarge);
}

MAILSEAL_TEST(TestHttpReader)
#include "tst_httpreader.moc"
