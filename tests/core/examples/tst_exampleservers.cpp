#include "core/examples/smtpclient.h"
#include "examples/exampleservers.h"
#include "examples/smtpserver.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace mailseal;

namespace {

IssuedCertificate certificateFor(const QString &host, KeyKind key = KeyKind::EcP256)
{
    CertificateRequest request;
    request.commonName = host;
    request.dnsNames = {host};
    request.key = key;
    return issueCertificate(request);
}

ServerScript goodScript()
{
    ServerScript script;
    script.certificate = certificateFor(QStringLiteral("mail.example"));
    return script;
}

} // namespace

class ExampleServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachExample_data();
    void eachExample();
    void noStarttlsExample();
    void clearTextDialogue_data();
    void clearTextDialogue();
    void insideTls();
    void forgetsItsClientAtTls();
    void pipelinedClearTextIsDiscarded();
    void greetings_data();
    void greetings();
    void delayedGreeting();
    void starttlsVariants_data();
    void starttlsVariants();
    void intermittentStarttls();
    void injectedClearText();
    void implicitTls();
    void protocolRange();
    void ed25519Certificate();
    void chainAsGiven();
    void closing_data();
    void closing();
    void demandedClientCertificate();
    void lineBound();
    void silentClient();
    void serverGoesBeforeItsConnections_data();
    void serverGoesBeforeItsConnections();

private:
    const ExampleServer &example(ExampleKind kind);
    ExampleServers m_examples;
    QList<ExampleServer> m_servers;
};

const ExampleServer &ExampleServersTest::example(ExampleKind kind)
{
    if (m_servers.isEmpty() && m_examples.start())
        m_servers = m_examples.servers();
    const auto found = std::find_if(m_servers.cbegin(), m_servers.cend(),
                                    [&](const ExampleServer &server) { return server.kind == kind; });
    if (found == m_servers.cend())
        qFatal("no such example");
    return *found;
}

void ExampleServersTest::eachExample_data()
{
    QTest::addColumn<ExampleKind>("kind");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("chainLength");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<QByteArray>("ehloCode");
    QTest::newRow("good") << ExampleKind::Good << QStringLiteral("good.example")
                          << QStringLiteral("good.example") << 2 << false << QByteArray("250");
    QTest::newRow("self-signed") << ExampleKind::SelfSigned << QStringLiteral("self-signed.example")
                                 << QStringLiteral("self-signed.example") << 1 << false << QByteArray("250");
    QTest::newRow("wrong name") << ExampleKind::WrongName << QStringLiteral("wrong-name.example")
                                << QStringLiteral("other.example") << 2 << false << QByteArray("250");
    QTest::newRow("expired") << ExampleKind::Expired << QStringLiteral("expired.example")
                             << QStringLiteral("expired.example") << 2 << true << QByteArray("250");
    QTest::newRow("refuses after TLS")
        << ExampleKind::RefusesAfterTls << QStringLiteral("refuses-after-tls.example")
        << QStringLiteral("refuses-after-tls.example") << 2 << false << QByteArray("554");
}

void ExampleServersTest::eachExample()
{
    QFETCH(const ExampleKind, kind);
    QFETCH(const QString, host);
    const ExampleServer server = example(kind);
    QCOMPARE(server.host, host);
    SmtpClient client(server.port);
    QVERIFY(client.reply().startsWith("220 " + host.toLatin1()));
    QVERIFY(client.say("EHLO here.example").contains("STARTTLS\r\n"));
    QVERIFY(client.say("STARTTLS").startsWith("220 "));
    QVERIFY(client.startTls(host));

    const auto chain = client.socket.peerCertificateChain();
    QTEST(int(chain.size()), "chainLength");
    const QSslCertificate &leaf = chain.first();
    QTEST(leaf.subjectAlternativeNames().values(QSsl::DnsEntry).join(u' '), "names");
    QTEST(leaf.expiryDate() < QDateTime::currentDateTimeUtc(), "expired");
    QCOMPARE(leaf.isSelfSigned(), kind == ExampleKind::SelfSigned);
    if (kind == ExampleKind::Expired)
        QCOMPARE(leaf.expiryDate().daysTo(QDateTime::currentDateTimeUtc()), 12);
    if (chain.size() > 1) {
        const QSslCertificate root(m_examples.root(), QSsl::Der);
        QVERIFY(!root.isNull());
        QVERIFY(!chain.contains(root));
        QCOMPARE(chain.at(1).issuerDisplayName(), root.subjectDisplayName());
    }

    QTEST(client.say("EHLO here.example").left(3), "ehloCode");
    QVERIFY(client.say("QUIT").startsWith("221 "));
    QVERIFY(client.isClosedByServer());
}

void ExampleServersTest::noStarttlsExample()
{
    const ExampleServer server = example(ExampleKind::NoStarttls);
    SmtpClient client(server.port);
    QVERIFY(client.reply().startsWith("220 no-starttls.example"));
    const QByteArray ehlo = client.say("EHLO here.example");
    QVERIFY(ehlo.startsWith("250-") && !ehlo.contains("STARTTLS"));
    QVERIFY(client.say("STARTTLS").startsWith("502 "));
    QVERIFY(client.say("QUIT").startsWith("221 "));
    QVERIFY(client.isClosedByServer());
}

void ExampleServersTest::clearTextDialogue_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("EHLO without a name") << QByteArray("EHLO") << QByteArray("501 ");
    QTest::newRow("EHLO") << QByteArray("EHLO here.example") << QByteArray("250-");
    QTest::newRow("verbs are case-insensitive") << QByteArray("ehlo here.example") << QByteArray("250-");
    QTest::newRow("HELO") << QByteArray("HELO here.example") << QByteArray("250 ");
    QTest::newRow("NOOP") << QByteArray("NOOP") << QByteArray("250 ");
    QTest::newRow("RSET") << QByteArray("RSET") << QByteArray("250 ");
    QTest::newRow("VRFY") << QByteArray("VRFY someone") << QByteArray("252 ");
    QTest::newRow("MAIL before EHLO") << QByteArray("MAIL FROM:<>") << QByteArray("503 ");
    QTest::newRow("STARTTLS with an argument") << QByteArray("STARTTLS now") << QByteArray("501 ");
    QTest::newRow("AUTH in clear text") << QByteArray("AUTH PLAIN") << QByteArray("500 ");
    QTest::newRow("unknown") << QByteArray("XYZZY") << QByteArray("500 ");
    QTest::newRow("empty line") << QByteArray() << QByteArray("500 ");
}

void ExampleServersTest::clearTextDialogue()
{
    QFETCH(const QByteArray, command);
    QFETCH(const QByteArray, code);
    SmtpClient client(example(ExampleKind::Good).port);
    QVERIFY(client.reply().startsWith("220 "));
    QCOMPARE(client.say(command).left(4), code);
    QVERIFY(client.say("QUIT").startsWith("221 "));
}

void ExampleServersTest::insideTls()
{
    SmtpClient client(example(ExampleKind::Good).port);
    client.reply();
    client.say("EHLO here.example");
    client.say("STARTTLS");
    QVERIFY(client.startTls());
    const QByteArray ehlo = client.say("EHLO here.example");
    QVERIFY(!ehlo.contains("STARTTLS"));
    QVERIFY(ehlo.contains("AUTH PLAIN LOGIN"));
    QVERIFY(client.say("STARTTLS").startsWith("503 "));
    QVERIFY(client.say("MAIL FROM:<a@b.example>").startsWith("550 "));
    QVERIFY(client.say("RCPT TO:<a@b.example>").startsWith("550 "));
    QVERIFY(client.say("DATA").startsWith("550 "));
    QVERIFY(client.say("AUTH PLAIN AAAA").startsWith("535 "));
}

void ExampleServersTest::forgetsItsClientAtTls()
{
    SmtpClient client(example(ExampleKind::Good).port);
    client.reply();
    client.say("EHLO here.example");
    client.say("STARTTLS");
    QVERIFY(client.startTls());
    QVERIFY(client.say("MAIL FROM:<>").startsWith("503 "));
}

void ExampleServersTest::pipelinedClearTextIsDiscarded()
{
    SmtpClient client(example(ExampleKind::Good).port);
    client.reply();
    client.say("EHLO here.example");
    QVERIFY(client.say("STARTTLS\r\nNOOP").startsWith("220 "));
    QVERIFY(client.startTls());
    QVERIFY(client.say("EHLO here.example").startsWith("250-"));
    QCOMPARE(client.socket.bytesAvailable(), 0);
}

void ExampleServersTest::greetings_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QByteArray>("answerToEhlo");
    QTest::newRow("multi-line") << QByteArray("220-one\r\n220 two") << QByteArray("250");
    QTest::newRow("554: EHLO is refused, the connection stays")
        << QByteArray("554 5.3.2 no") << QByteArray("503");
    QTest::newRow("421: closed at once") << QByteArray("421 4.3.2 busy") << QByteArray();
}

void ExampleServersTest::greetings()
{
    QFETCH(const QByteArray, greeting);
    ServerScript script = goodScript();
    script.greeting = greeting;
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    QCOMPARE(client.reply(), greeting + "\r\n");
    QTEST(client.say("EHLO here.example").left(3), "answerToEhlo");
}

void ExampleServersTest::delayedGreeting()
{
    ServerScript script = goodScript();
    script.greetingDelay = std::chrono::milliseconds(40);
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QElapsedTimer clock;
    clock.start();
    SmtpClient client(server.serverPort());
    QVERIFY(client.say("NOOP").startsWith("220 "));
    QVERIFY(clock.elapsed() >= 35);
    QVERIFY(client.reply().startsWith("250 ")); // what was said too early is answered afterwards
}

void ExampleServersTest::starttlsVariants_data()
{
    QTest::addColumn<QByteArray>("keyword");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("454") << QByteArray("STARTTLS") << QByteArray("454 4.7.0 later")
                         << QByteArray("454 4.7.0 later\r\n");
    QTest::newRow("lower-case keyword")
        << QByteArray("starttls") << QByteArray("220 x") << QByteArray("220 x\r\n");
    QTest::newRow("masked") << QByteArray("XXXXXXXA") << QByteArray()
                            << QByteArray("500 5.5.1 Unknown command\r\n");
    QTest::newRow("421 closes") << QByteArray("STARTTLS") << QByteArray("421 no") << QByteArray("421 no\r\n");
}

void ExampleServersTest::starttlsVariants()
{
    QFETCH(const QByteArray, keyword);
    QFETCH(const QByteArray, expected);
    ServerScript script = goodScript();
    script.starttlsKeyword = keyword;
    QFETCH(const QByteArray, reply);
    script.starttlsReply = reply;
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    client.reply();
    QVERIFY(client.say("EHLO here.example").contains(keyword + "\r\n"));
    QCOMPARE(client.say("STARTTLS"), expected);
    if (expected.startsWith("421"))
        QVERIFY(client.isClosedByServer());
}

void ExampleServersTest::intermittentStarttls()
{
    ServerScript script = goodScript();
    script.connectionsWithoutStarttls = 1;
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    for (const bool offered : {false, true, true}) {
        SmtpClient client(server.serverPort());
        client.reply();
        QCOMPARE(client.say("EHLO here.example").contains("STARTTLS"), offered);
    }
    QCOMPARE(server.connections(), 3);
}

void ExampleServersTest::injectedClearText()
{
    ServerScript script = goodScript();
    script.behindStarttlsReply = "250 injected\r\n";
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    client.reply();
    client.say("EHLO here.example");
    QVERIFY(client.say("STARTTLS").startsWith("220 "));
    QCOMPARE(client.socket.readAll(), script.behindStarttlsReply);
    QVERIFY(client.startTls());
    QVERIFY(client.say("EHLO here.example").startsWith("250-"));
}

void ExampleServersTest::implicitTls()
{
    ServerScript script = goodScript();
    script.implicitTls = true;
    SmtpServer server(script);
    QSignalSpy received(&server, &SmtpServer::received);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    QVERIFY(client.startTls());
    QVERIFY(client.reply().startsWith("220 mail.example"));
    QVERIFY(!client.say("EHLO here.example").contains("STARTTLS"));
    QCOMPARE(received.size(), 1);
    QCOMPARE(received.first().at(0).toByteArray(), QByteArray("EHLO here.example"));
    QCOMPARE(received.first().at(1).toBool(), true);
}

void ExampleServersTest::protocolRange()
{
    ServerScript script = goodScript();
    script.protocol = QSsl::TlsV1_2;
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    client.reply();
    client.say("EHLO here.example");
    client.say("STARTTLS");
    QVERIFY(client.startTls());
    QCOMPARE(client.socket.sessionProtocol(), QSsl::TlsV1_2);
}

void ExampleServersTest::ed25519Certificate()
{
    ServerScript script;
    script.certificate = certificateFor(QStringLiteral("mail.example"), KeyKind::Ed25519);
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    for (int connection = 0; connection < 2; ++connection) {
        SmtpClient client(server.serverPort());
        client.reply();
        client.say("EHLO here.example");
        client.say("STARTTLS");
        QVERIFY(client.startTls());
        QCOMPARE(client.socket.peerCertificate().toDer(), script.certificate.certificateDer());
    }
}

void ExampleServersTest::chainAsGiven()
{
    ServerScript script = goodScript();
    const QByteArray other = certificateFor(QStringLiteral("other.example")).certificateDer();
    const QByteArray leaf = script.certificate.certificateDer();
    script.sentBehind = {other, leaf, other};
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    client.reply();
    client.say("EHLO here.example");
    client.say("STARTTLS");
    QVERIFY(client.startTls());
    QList<QByteArray> sent;
    const auto chain = client.socket.peerCertificateChain();
    for (const auto &certificate : chain)
        sent.append(certificate.toDer());
    QCOMPARE(sent, (QList<QByteArray>{leaf, other, leaf, other}));
}

void ExampleServersTest::closing_data()
{
    QTest::addColumn<ServerScript::Close>("close");
    QTest::addColumn<bool>("closeNotify");
    QTest::newRow("with close_notify") << ServerScript::Close::CloseNotify << true;
    QTest::newRow("TCP alone") << ServerScript::Close::TcpOnly << false;
}

void ExampleServersTest::closing()
{
    QFETCH(const ServerScript::Close, close);
    ServerScript script = goodScript();
    script.close = close;
    SmtpServer server(script);
    QSignalSpy ended(&server, &SmtpServer::ended);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    client.reply();
    client.say("EHLO here.example");
    client.say("STARTTLS");
    QVERIFY(client.startTls());
    QSignalSpy alerts(&client.socket, &QSslSocket::alertReceived);
    QVERIFY(client.say("QUIT").startsWith("221 "));
    QVERIFY(client.isClosedByServer());
    QTEST(!alerts.isEmpty(), "closeNotify");
    QVERIFY(!ended.isEmpty() || ended.wait());
}

void ExampleServersTest::demandedClientCertificate()
{
    ServerScript script = goodScript();
    script.clientCertificate = ServerScript::ClientCertificate::Demanded;
    script.protocol = QSsl::TlsV1_2;
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    client.reply();
    client.say("EHLO here.example");
    client.say("STARTTLS");
    client.startTls(); // may still complete on this side
    QVERIFY(client.isClosedByServer());
}

void ExampleServersTest::lineBound()
{
    SmtpClient client(example(ExampleKind::Good).port);
    client.reply();
    QVERIFY(client.say(QByteArray(100'000, 'x')).startsWith("421 "));
    QVERIFY(client.isClosedByServer());
}

void ExampleServersTest::silentClient()
{
    ServerScript script = goodScript();
    script.idle = std::chrono::milliseconds(20);
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SmtpClient client(server.serverPort());
    QVERIFY(client.reply().startsWith("220 "));
    QVERIFY(client.reply().startsWith("421 "));
    QVERIFY(client.isClosedByServer());
}

void ExampleServersTest::serverGoesBeforeItsConnections_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("in clear text") << false;
    QTest::newRow("inside TLS") << true;
}

void ExampleServersTest::serverGoesBeforeItsConnections()
{
    QFETCH(const bool, tls);
    auto server = std::make_unique<SmtpServer>(goodScript());
    QVERIFY(server->listen(QHostAddress::LocalHost));
    SmtpClient client(server->serverPort());
    QVERIFY(client.reply().startsWith("220 "));
    if (tls) {
        QVERIFY(client.say("STARTTLS").startsWith("220 "));
        QVERIFY(client.startTls());
        QVERIFY(client.say("EHLO here.example").startsWith("250-"));
    }
    server.reset();
    QVERIFY(client.isClosedByServer());
}

MAILSEAL_TEST(ExampleServersTest)
#include "tst_exampleservers.moc"
