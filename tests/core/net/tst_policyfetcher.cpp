#include "examples/certificatefactory.h"
#include "net/policyfetcher.h"
#include "support/httpsserver.h"
#include "support/proxyserver.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace mailseal;
using namespace std::chrono_literals;

namespace {

const QString host = QStringLiteral("mta-sts.example.org");
const QByteArray policy = "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 2419200\n";

/// Whether a request names that host; Qt 6.8 writes the names of fields in lower case (RFC 9110 §5.1: they
/// have none).
bool hasHost(const QByteArray &request, const QByteArray &name)
{
    return request.toLower().contains("\r\nhost: " + name + "\r\n");
}

IssuedCertificate certificate(const QString &name = host, const QDateTime &notAfter = {})
{
    CertificateRequest request;
    request.commonName = name;
    request.dnsNames = {name};
    request.notBefore = QDateTime::currentDateTimeUtc().addDays(-9);
    request.notAfter = notAfter;
    return issueCertificate(request);
}

/// The policy host, with a certificate that no one vouches for unless another is given.
struct PolicyHost : HttpsServer
{
    explicit PolicyHost(const QByteArray &answer)
        : HttpsServer(answer, certificate())
    {
    }
};

class Fetch : public QObject
{
    Q_OBJECT
public:
    explicit Fetch(const QList<Endpoint> &where, std::chrono::milliseconds most = 20s,
                   const std::optional<Proxy> &proxy = {})
        : m_fetcher(proxy)
    {
        m_fetcher.fetch(
            host, where,
            [this](const StsFetch &fetch) {
                seen.append(fetch);
                Q_EMIT done();
            },
            most);
    }
    StsFetch result()
    {
        QSignalSpy spy(this, &Fetch::done);
        if (seen.isEmpty())
            spy.wait(30'000);
        return seen.isEmpty() ? StsFetch{} : seen.first();
    }
    void cancel() { m_fetcher.cancel(); }
    QList<StsFetch> seen;

Q_SIGNALS:
    void done();

private:
    PolicyFetcher m_fetcher;
};

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

class TestPolicyFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetches();
    void asksForThePolicyHost();
    void namesThePolicyHostInSni();
    void recordsABadChainAndGoesOn_data();
    void recordsABadChainAndGoesOn();
    void answers_data();
    void answers();
    void bodyAtItsLimit();
    void inflatesNothing();
    void silenceEndsByTheDeadline();
    void noTls();
    void refused();
    void nextAddressIsTriedWhereOneIsClosed();
    void throughAProxy_data();
    void throughAProxy();
    void aProxyThatFails();
    void noAddress();
    void cancelledIsSilent();
    void anotherFetchFollows();
};

void TestPolicyFetcher::fetches()
{
    PolicyHost server(httpPage("200 OK", policy));
    const StsFetch fetch = Fetch({server.endpoint()}).result();
    QCOMPARE(fetch.end, StsFetchEnd::Ok);
    QCOMPARE(fetch.body, policy);
    QCOMPARE(fetch.status, 200);
    QCOMPARE(fetch.host, host);
    QCOMPARE(fetch.address, QStringLiteral("127.0.0.1"));
    QCOMPARE(fetch.contentType, QStringLiteral("text/plain"));
    QCOMPARE(fetch.sentChain, QList{server.sslConfiguration().localCertificate().toDer()});
}

void TestPolicyFetcher::asksForThePolicyHost()
{
    PolicyHost server(httpPage("200 OK", policy));
    QCOMPARE(Fetch({server.endpoint()}).result().end, StsFetchEnd::Ok);
    QVERIFY2(server.asked.startsWith("GET /.well-known/mta-sts.txt HTTP/1.1\r\n"), server.asked.constData());
    QVERIFY2(hasHost(server.asked, "mta-sts.example.org"), server.asked.constData());
    QCOMPARE(server.asked.toLower().count("host:"), 1);
    QVERIFY2(!server.asked.contains("127.0.0.1"), server.asked.constData());
    QVERIFY(!server.asked.contains("gzip"));
}

void TestPolicyFetcher::namesThePolicyHostInSni()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Fetch fetch({{QStringLiteral("127.0.0.1"), server.serverPort()}});
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket *socket = server.nextPendingConnection();
    QTRY_VERIFY(socket->bytesAvailable() > 0);
    const QByteArray clientHello = socket->readAll(); // names stand there in clear text
    QVERIFY(clientHello.contains(host.toLatin1()));
    QVERIFY(!clientHello.contains("h2")); // ALPN offers HTTP/1.1 alone, or nothing
    fetch.cancel();
}

void TestPolicyFetcher::recordsABadChainAndGoesOn_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QByteArray>("key");
    const auto add = [](const char *row, const IssuedCertificate &made) {
        QTest::newRow(row) << made.certificatePem() << made.keyPem();
    };
    add("self-signed", certificate());
    add("another name", certificate(QStringLiteral("www.example.org")));
    add("expired", certificate(host, QDateTime::currentDateTimeUtc().addDays(-1)));
}

void TestPolicyFetcher::recordsABadChainAndGoesOn()
{
    QFETCH(QByteArray, pem);
    QFETCH(QByteArray, key);
    PolicyHost server(httpPage("200 OK", policy));
    QSslConfiguration tls = server.sslConfiguration();
    tls.setLocalCertificate(QSslCertificate(pem));
    tls.setPrivateKey(QSslKey(key, QSsl::Ec));
    server.setSslConfiguration(tls);
    const StsFetch fetch = Fetch({server.endpoint()}).result();
    QCOMPARE(fetch.end, StsFetchEnd::Ok);
    QCOMPARE(fetch.sentChain, QList{QSslCertificate(pem).toDer()});
    QCOMPARE(fetch.body, policy);
}

void TestPolicyFetcher::answers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<StsFetchEnd>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto add = [](const char *row, const QByteArray &answer, StsFetchEnd end, int status,
                        const QByteArray &body = {}) {
        QTest::newRow(row) << answer << end << status << body;
    };
    const QByteArray tooLarge(limits::stsPolicy + 1, 'a');
    add("404", httpPage("404 Not Found", policy), StsFetchEnd::Status, 404);
    add("503", httpPage("503 Busy", policy), StsFetchEnd::Status, 503);
    add("204", "HTTP/1.1 204 No Content\r\n\r\n", StsFetchEnd::Status, 204);
    add("103 is no end", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + httpPage("200 OK", policy),
        StsFetchEnd::Ok, 200, policy);
    add("100 and 102 are no end",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + httpPage("200 OK", policy),
        StsFetchEnd::Ok, 200, policy);
    add("103, then 404", "HTTP/1.1 103 Early Hints\r\n\r\n" + httpPage("404 Not Found", policy),
        StsFetchEnd::Status, 404);
    add("103 and nothing behind it", "HTTP/1.1 103 Early Hints\r\n\r\n", StsFetchEnd::ConnectFailed, 0);
    add("101 is an end", "HTTP/1.1 101 Switching Protocols\r\n\r\n", StsFetchEnd::Status, 101);
    add("hints without an end", QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n").repeated(100),
        StsFetchEnd::ConnectFailed, 0);
    add("in chunks",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n10;a=b\r\n" +
            policy.first(16) + "\r\n" + QByteArray::number(policy.size() - 16, 16) + "\r\n" +
            policy.sliced(16) + "\r\n0\r\nX: y\r\n\r\n",
        StsFetchEnd::Ok, 200, policy);
    add("until it is closed", "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + policy, StsFetchEnd::Ok,
        200, policy);
    for (const int status : {301, 302, 303, 307, 308}) {
        const QByteArray code = QByteArray::number(status);
        add(code + " is not followed",
            httpPage(code + " Elsewhere", policy, "Location: https://127.0.0.1/evil\r\n"),
            StsFetchEnd::Redirect, status);
    }
    add("larger than 64 KiB", httpPage("200 OK", tooLarge), StsFetchEnd::TooLarge, 200, tooLarge.chopped(1));
    add("empty", httpPage("200 OK", {}), StsFetchEnd::Ok, 200);
    add("no HTTP", "220 mx.example.org ESMTP\r\n", StsFetchEnd::ConnectFailed, 0);
    add("closed in the middle", httpPage("200 OK", policy).chopped(5), StsFetchEnd::ConnectFailed, 200,
        policy.chopped(5));
    add("HTML", httpPage("200 OK", "<html>").replace("text/plain", "text/html"), StsFetchEnd::Ok, 200,
        "<html>");
}

void TestPolicyFetcher::answers()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, body);
    PolicyHost server(answer);
    server.closes = true;
    const StsFetch fetch = Fetch({server.endpoint()}).result();
    QTEST(fetch.end, "end");
    QTEST(fetch.status, "status");
    QCOMPARE(fetch.body, body);
    QCOMPARE(fetch.location.isEmpty(), fetch.end != StsFetchEnd::Redirect);
    QVERIFY(!fetch.sentChain.isEmpty());
}

void TestPolicyFetcher::bodyAtItsLimit()
{
    const QByteArray largest(limits::stsPolicy, 'a');
    PolicyHost server(httpPage("200 OK", largest));
    const StsFetch fetch = Fetch({server.endpoint()}).result();
    QCOMPARE(fetch.end, StsFetchEnd::Ok);
    QCOMPARE(fetch.body.size(), limits::stsPolicy);
}

void TestPolicyFetcher::inflatesNothing()
{
    PolicyHost server(httpPage("200 OK", "\x1f\x8b no gzip", "Content-Encoding: gzip\r\n"));
    const StsFetch fetch = Fetch({server.endpoint()}).result();
    QCOMPARE(fetch.end, StsFetchEnd::Ok);
    QCOMPARE(fetch.body, QByteArray("\x1f\x8b no gzip"));
}

void TestPolicyFetcher::silenceEndsByTheDeadline()
{
    PolicyHost server({});
    QCOMPARE(Fetch({server.endpoint()}, 300ms).result().end, StsFetchEnd::Timeout);
    QTcpServer mute; // takes the connection and says nothing at all
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    const StsFetch fetch = Fetch({{QStringLiteral("127.0.0.1"), mute.serverPort()}}, 300ms).result();
    QCOMPARE(fetch.end, StsFetchEnd::Timeout);
    QVERIFY(fetch.sentChain.isEmpty());
}

void TestPolicyFetcher::noTls()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    const StsFetch fetch = Fetch({{QStringLiteral("127.0.0.1"), server.serverPort()}}).result();
    QCOMPARE(fetch.end, StsFetchEnd::ConnectFailed);
    QVERIFY(!fetch.error.isEmpty());
}

void TestPolicyFetcher::refused()
{
    const StsFetch fetch = Fetch({{QStringLiteral("127.0.0.1"), closedPort()}}).result();
    QCOMPARE(fetch.end, StsFetchEnd::ConnectFailed);
    QCOMPARE(fetch.status, 0);
    QVERIFY(!fetch.error.isEmpty());
}

void TestPolicyFetcher::nextAddressIsTriedWhereOneIsClosed()
{
    PolicyHost server(httpPage("200 OK", policy));
    const StsFetch fetch = Fetch({{QStringLiteral("127.0.0.2"), closedPort()}, server.endpoint()}).result();
    QCOMPARE(fetch.end, StsFetchEnd::Ok);
    QCOMPARE(fetch.address, QStringLiteral("127.0.0.1"));
}

void TestPolicyFetcher::throughAProxy_data()
{
    QTest::addColumn<Proxy::Kind>("kind");
    QTest::newRow("SOCKS5") << Proxy::Kind::Socks5;
    QTest::newRow("HTTP") << Proxy::Kind::Http;
}

void TestPolicyFetcher::throughAProxy()
{
    QFETCH(Proxy::Kind, kind);
    PolicyHost server(httpPage("200 OK", policy));
    ProxyServer way(kind, server.serverPort());
    // an address for documentation: the proxy alone leads to the server
    const StsFetch fetch = Fetch({{QStringLiteral("192.0.2.80"), 443}}, 20s, way.proxy()).result();
    QCOMPARE(fetch.end, StsFetchEnd::Ok);
    QCOMPARE(fetch.body, policy);
    QCOMPARE(fetch.address, QStringLiteral("192.0.2.80"));
    QCOMPARE(fetch.sentChain, QList{server.sslConfiguration().localCertificate().toDer()});
    QVERIFY2(hasHost(server.asked, "mta-sts.example.org"), server.asked.constData());
    QVERIFY2(!way.asked.contains("mta-sts"), way.asked.toHex(' ').constData());
}

void TestPolicyFetcher::aProxyThatFails()
{
    PolicyHost server(httpPage("200 OK", policy));
    const Proxy gone{Proxy::Kind::Socks5, QStringLiteral("127.0.0.1"), closedPort(), QStringLiteral("user"),
                     QStringLiteral("secret")};
    const StsFetch fetch = Fetch({server.endpoint()}, 20s, gone).result();
    QCOMPARE(fetch.end, StsFetchEnd::ConnectFailed);
    QVERIFY(!fetch.error.isEmpty() && !fetch.error.contains(QStringLiteral("secret")));
    QVERIFY(server.asked.isEmpty());
}

void TestPolicyFetcher::noAddress() { QCOMPARE(Fetch({}).result().end, StsFetchEnd::ResolveFailed); }

void TestPolicyFetcher::cancelledIsSilent()
{
    PolicyHost server({});
    Fetch fetch({server.endpoint()}, 20s);
    QTRY_VERIFY(!server.asked.isEmpty());
    fetch.cancel();
    Fetch other({});
    QCOMPARE(other.result().end, StsFetchEnd::ResolveFailed);
    QVERIFY(fetch.seen.isEmpty());
}

void TestPolicyFetcher::anotherFetchFollows()
{
    PolicyHost server(httpPage("200 OK", policy));
    PolicyFetcher fetcher;
    int ended = 0;
    for (int i = 1; i <= 2; ++i) {
        server.asked.clear();
        fetcher.fetch(host, {server.endpoint()}, [&ended](const StsFetch &fetch) {
            ended += fetch.end == StsFetchEnd::Ok && !fetch.sentChain.isEmpty();
        });
        QTRY_COMPARE(ended, i);
    }
}

MAILSEAL_TEST(TestPolicyFetcher)
#include "tst_policyfetcher.moc"
