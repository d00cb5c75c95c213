#include "dialogue/dialogues.h"
#include "examples/certificatefactory.h"
#include "examples/smtpserver.h"
#include "net/session.h"
#include "net/ssltransport.h"
#include "net/transport.h"
#include "support/bestgroup.h"
#include "support/proxyserver.h"
#include "support/testprogram.h"

#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace mailseal;

namespace {

IssuedCertificate leafWith(KeyKind key)
{
    CertificateRequest request;
    request.commonName = QStringLiteral("mail.example");
    request.dnsNames = {request.commonName};
    request.key = key;
    return issueCertificate(request);
}

const IssuedCertificate &ecLeaf()
{
    static const IssuedCertificate leaf = leafWith(KeyKind::EcP256);
    return leaf;
}

const IssuedCertificate &rsaLeaf()
{
    static const IssuedCertificate leaf = leafWith(KeyKind::Rsa2048);
    return leaf;
}

SessionPlan planFor(quint16 port)
{
    SessionPlan plan;
    plan.endpoint = {QStringLiteral("127.0.0.1"), port};
    plan.serverName = QStringLiteral("mail.example");
    return plan;
}

SessionFacts inspect(std::unique_ptr<Transport> transport, const SessionPlan &plan, bool goOn = true,
                     Service service = Service::Smtp)
{
    constexpr int patience = 30'000;
    Session session(std::move(transport), makeDialogue(service, startOf(service), "me.example"), plan,
                    [goOn](const SessionFacts &) { return goOn; });
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    if (finished.isEmpty() && !finished.wait(patience))
        qWarning("the session did not end");
    QCoreApplication::processEvents();
    if (finished.size() != 1)
        qWarning("finished came %d times", static_cast<int>(finished.size()));
    return session.facts();
}

SessionFacts inspect(const SessionPlan &plan, bool goOn = true, Service service = Service::Smtp)
{
    return inspect(makeSslTransport(), plan, goOn, service);
}

/// As where OpenSSL lets no observer near.
SessionFacts inspectUnwatched(const SessionPlan &plan, Service service = Service::Smtp)
{
    return inspect(std::make_unique<SslTransport>(SslTransport::Watching::No), plan, true, service);
}

SessionFacts inspect(const ServerScript &script, bool goOn = true)
{
    SmtpServer server(script);
    if (!server.listen(QHostAddress::LocalHost))
        qWarning("loopback gives no port");
    return inspect(planFor(server.serverPort()), goOn,
                   script.implicitTls ? Service::Submissions : Service::Smtp);
}

ServerScript goodServer()
{
    ServerScript script;
    script.certificate = ecLeaf();
    script.protocol = QSsl::AnyProtocol;
    return script;
}

bool hasRemark(const SessionFacts &facts, FindingCode code)
{
    return std::any_of(facts.remarks.begin(), facts.remarks.end(),
                       [&](const Finding &finding) { return finding.code == code; });
}

/// TLS from the first octet, with `staple` as it is: no server but Qt's gives out what is no OCSP response.
class StaplingServer : public QTcpServer
{
public:
    StaplingServer(QByteArray staple, QSsl::SslProtocol protocol)
        : m_staple(std::move(staple))
        , m_protocol(protocol)
    {
        listen(QHostAddress::LocalHost);
    }
    SessionPlan plan() const { return planFor(serverPort()); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        QSslConfiguration configuration;
        configuration.setLocalCertificate(QSslCertificate(ecLeaf().certificateDer(), QSsl::Der));
        configuration.setPrivateKey(QSslKey(ecLeaf().keyPem(), QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(m_protocol);
        configuration.setBackendConfigurationOption("Qt-OCSP-response", m_staple);
        socket->setSslConfiguration(configuration);
        connect(socket, &QSslSocket::encrypted, socket, [socket] { socket->write("220 mx ESMTP\r\n"); });
        connect(socket, &QSslSocket::readyRead, socket, [socket] {
            const bool isQuit = socket->readAll().startsWith("QUIT");
            socket->write(isQuit ? "221 bye\r\n" : "250 mx\r\n");
            if (isQuit)
                socket->disconnectFromHost();
        });
        socket->startServerEncryption();
    }

private:
    QByteArray m_staple;
    QSsl::SslProtocol m_protocol;
};

/// Speaks clear text by rote: a reply to each line that comes, then whatever `flood` holds, over and over.
class RoteServer : public QTcpServer
{
public:
    RoteServer(QList<QByteArray> replies, QByteArray flood)
        : m_replies(std::move(replies))
        , m_flood(std::move(flood))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            m_socket = nextPendingConnection();
            m_socket->setParent(this);
            m_left = m_replies;
            connect(m_socket, &QTcpSocket::readyRead, this, [this] { answer(); });
            connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { pour(); });
            say();
        });
    }
    const QByteArray &heard() const { return m_heard; }

private:
    void answer()
    {
        m_heard += m_socket->readAll();
        if (!m_left.isEmpty())
            say();
    }
    void say()
    {
        if (!m_left.isEmpty())
            m_socket->write(m_left.takeFirst());
        pour();
    }
    void pour()
    {
        constexpr qint64 enoughUnderway = 1 << 20;
        if (m_left.isEmpty() && !m_flood.isEmpty() && m_socket->bytesToWrite() < enoughUnderway)
            m_socket->write(m_flood);
    }

    QList<QByteArray> m_replies;
    QList<QByteArray> m_left; ///< of the connection that came last
    QByteArray m_flood;
    QByteArray m_heard;
    QTcpSocket *m_socket = nullptr;
};

/// The server name of a ClientHello (RFC 8446 §4.1.2, RFC 6066 §3), found by its framing: type 0, two
/// lengths, host_name, length, name.
QByteArray serverNameOf(const QByteArray &clientHello)
{
    const QByteArray name("mail.example");
    const auto length = static_cast<char>(name.size());
    const QByteArray framed = QByteArray("\x00\x00\x00", 3) + static_cast<char>(length + 5) +
                              QByteArray(1, '\0') + static_cast<char>(length + 3) + QByteArray(2, '\0') +
                              length + name;
    return clientHello.contains(framed) ? name : QByteArray();
}

/// Starts openssl s_server on a free port with `pem` and further arguments; the port, or 0 with its
/// complaint.
quint16 startSServer(QProcess &server, const QString &pem, const QStringList &further)
{
    server.start(QStringLiteral("openssl"),
                 QStringList{QStringLiteral("s_server"), QStringLiteral("-accept"),
                             QStringLiteral("127.0.0.1:0"), QStringLiteral("-cert"), pem,
                             QStringLiteral("-key"), pem, QStringLiteral("-naccept"), QStringLiteral("1")} +
                     further);
    QByteArray said;
    const QRegularExpression accepts(QStringLiteral("ACCEPT 127\\.0\\.0\\.1:(\\d+)"));
    QRegularExpressionMatch match;
    while (!(match = accepts.match(QString::fromLatin1(said))).hasMatch()) {
        if (!server.waitForReadyRead()) {
            qWarning("openssl s_server: %s", server.readAllStandardError().constData());
            return 0;
        }
        said += server.readAllStandardOutput();
    }
    return match.captured(1).toUShort();
}

QString writtenPem(const QTemporaryDir &folder)
{
    QFile pem(folder.filePath(QStringLiteral("server.pem")));
    if (!pem.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(pem.fileName()));
    pem.write(ecLeaf().keyPem() + ecLeaf().certificatePem());
    return pem.fileName();
}

} // namespace

class TestSslTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodServerCompletes();
    void theObserverAttaches_data();
    void theObserverAttaches();
    void withoutAnObserverFactsAreUnknown_data();
    void withoutAnObserverFactsAreUnknown();
    void withoutAnObserverAlertsCome();
    void protocols_data();
    void protocols();
    void keyExchangeAndSignature_data();
    void keyExchangeAndSignature();
    void theChainIsTakenAsSent_data();
    void theChainIsTakenAsSent();
    void serverName_data();
    void serverName();
    void noServerNameOnTheWire_data();
    void noServerNameOnTheWire();
    void injectionBehindThe220();
    void clientCertificates_data();
    void clientCertificates();
    void alertsOfAServerThatDemandsACertificate_data();
    void alertsOfAServerThatDemandsACertificate();
    void stapledResponse_data();
    void stapledResponse();
    void aStapleThatIsNoneEndsNothing_data();
    void aStapleThatIsNoneEndsNothing();
    void anonymousSuites_data();
    void anonymousSuites();
    void handshakeThatFindsNothingInCommon();
    void textInsteadOfAHandshake();
    void closure_data();
    void closure();
    void implicitTls();
    void policyEndsTheSession();
    void refusedConnection();
    void proxies_data();
    void proxies();
    void throughAProxy();
    void floods_data();
    void floods();
    void twoAtOnce();
    void abortWhileConnected();
};

void TestSslTransport::aGoodServerCompletes()
{
    const SessionFacts facts = inspect(goodServer());
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.handshake->completed);
    QVERIFY(!facts.handshake->alertReceived && !facts.handshake->alertSent);
    QCOMPARE(facts.handshake->error, QString());
    QVERIFY(facts.tls);
    QCOMPARE(facts.tls->protocol, TlsProtocol::TlsV1_3);
    QVERIFY(facts.tls->cipher.startsWith(QLatin1StringView("TLS_")));
    QCOMPARE(facts.tls->serverName, QStringLiteral("mail.example"));
    QCOMPARE(facts.tls->clientCertificateRequested, std::optional(false));
    QVERIFY(!facts.tls->anonymous);
    QCOMPARE(facts.localAddress, QStringLiteral("127.0.0.1"));
    QVERIFY(facts.capabilitiesBeforeTls->contains("STARTTLS"));
    QVERIFY(!facts.capabilitiesAfterTls->contains("STARTTLS"));
    QCOMPARE(facts.closure, TlsClosure::CloseNotify);
    QVERIFY(facts.remarks.isEmpty());
}

void TestSslTransport::theObserverAttaches_data()
{
    QTest::addColumn<QSsl::SslProtocol>("offered");
    QTest::newRow("TLS 1.2") << QSsl::TlsV1_2;
    QTest::newRow("TLS 1.3") << QSsl::TlsV1_3;
}

/// Each of these is read from a message of the server or from the SSL object: none comes from QSslSocket.
void TestSslTransport::theObserverAttaches()
{
    QFETCH(QSsl::SslProtocol, offered);
    ServerScript script = goodServer();
    script.protocol = offered;
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.tls);
    QVERIFY(facts.tls->clientCertificateRequested.has_value());
    QVERIFY(facts.tls->isStapleKnown());
    QVERIFY(!facts.tls->signature.isEmpty());
    QCOMPARE(facts.sentChain, std::optional(QList{ecLeaf().certificateDer()}));
    QCOMPARE(facts.closure, TlsClosure::CloseNotify);
    for (const TranscriptEntry &entry : facts.transcript)
        QVERIFY(!entry.text.contains("unknown"));
}

void TestSslTransport::withoutAnObserverFactsAreUnknown_data()
{
    QTest::addColumn<QSsl::SslProtocol>("offered");
    QTest::addColumn<QByteArray>("suites");
    QTest::addColumn<bool>("rsa");
    QTest::addColumn<TlsProtocol>("protocol");
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<QString>("keyExchange");
    // QSslSocket has no key to show of a hybrid group.
    QTest::newRow("TLS 1.3") << QSsl::TlsV1_3 << QByteArray("ALL") << false << TlsProtocol::TlsV1_3
                             << QStringLiteral("TLS_AES_256_GCM_SHA384")
                             << (bestGroup() == QLatin1StringView("X25519") ? bestGroup() : QString());
    QTest::newRow("TLS 1.2") << QSsl::TlsV1_2 << QByteArray("ECDHE-ECDSA-AES128-GCM-SHA256") << false
                             << TlsProtocol::TlsV1_2
                             << QStringLiteral("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")
                             << QStringLiteral("X25519");
    QTest::newRow("RSA key exchange")
        << QSsl::TlsV1_2 << QByteArray("AES128-SHA256:@SECLEVEL=0") << true << TlsProtocol::TlsV1_2
        << QStringLiteral("TLS_RSA_WITH_AES_128_CBC_SHA256") << QStringLiteral("RSA");
}

void TestSslTransport::withoutAnObserverFactsAreUnknown()
{
    QFETCH(QSsl::SslProtocol, offered);
    QFETCH(QByteArray, suites);
    QFETCH(bool, rsa);
    QFETCH(TlsProtocol, protocol);
    QFETCH(QString, cipher);
    QFETCH(QString, keyExchange);
    ServerScript script = goodServer();
    script.certificate = rsa ? rsaLeaf() : ecLeaf();
    script.protocol = offered;
    script.cipherString = suites;
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const SessionFacts facts = inspectUnwatched(planFor(server.serverPort()));
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.handshake->completed);
    QVERIFY(facts.tls);
    QCOMPARE(facts.tls->protocol, protocol);
    QCOMPARE(facts.tls->cipher, cipher);
    QCOMPARE(facts.tls->keyExchange, keyExchange);
    QCOMPARE(facts.tls->serverName, QStringLiteral("mail.example"));
    QVERIFY(!facts.tls->anonymous);
    QCOMPARE(facts.sentChain, std::optional(QList{script.certificate.certificateDer()}));
    QCOMPARE(facts.closure, TlsClosure::CloseNotify);
    QCOMPARE(facts.tls->signature, QString());
    QVERIFY(!facts.tls->clientCertificateRequested);
    QVERIFY(!facts.tls->isStapleKnown());
    const auto saysUnknown = [](const TranscriptEntry &entry) {
        return entry.note && entry.note->code == NoteCode::HandshakeNotWatched;
    };
    QCOMPARE(std::count_if(facts.transcript.begin(), facts.transcript.end(), saysUnknown), 1);
}

void TestSslTransport::withoutAnObserverAlertsCome()
{
    const QTemporaryDir folder;
    QProcess server;
    const quint16 port =
        startSServer(server, writtenPem(folder),
                     {QStringLiteral("-Verify"), QStringLiteral("1"), QStringLiteral("-tls1_2")});
    QVERIFY(port != 0);
    SessionPlan plan = planFor(port);
    const SessionFacts facts = inspectUnwatched(plan, Service::Submissions);
    server.kill();
    server.waitForFinished();
    QCOMPARE(facts.end, EndReason::HandshakeFailed);
    QVERIFY(!facts.handshake->completed);
    QCOMPARE(facts.handshake->alertReceived,
             std::optional(TlsAlert{2, 40, QStringLiteral("handshake_failure")}));
    QVERIFY(!facts.tls);
    QVERIFY(!facts.sentChain); // QSslSocket shows none before the handshake is complete: unknown
}

void TestSslTransport::protocols_data()
{
    QTest::addColumn<QSsl::SslProtocol>("offered");
    QTest::addColumn<TlsProtocol>("protocol");
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("TLS 1.0") << QSsl::TlsV1_0 << TlsProtocol::TlsV1_0;
    QTest::newRow("TLS 1.1") << QSsl::TlsV1_1 << TlsProtocol::TlsV1_1;
    QT_WARNING_POP
    QTest::newRow("TLS 1.2") << QSsl::TlsV1_2 << TlsProtocol::TlsV1_2;
    QTest::newRow("TLS 1.3") << QSsl::TlsV1_3 << TlsProtocol::TlsV1_3;
}

void TestSslTransport::protocols()
{
    QFETCH(QSsl::SslProtocol, offered);
    QFETCH(TlsProtocol, protocol);
    ServerScript script = goodServer();
    script.protocol = offered;
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.tls);
    QCOMPARE(facts.tls->protocol, protocol);
    QCOMPARE(facts.sentChain, std::optional(QList<QByteArray>{ecLeaf().certificateDer()}));
    QCOMPARE(facts.tls->serverName, QStringLiteral("mail.example"));
    QCOMPARE(facts.closure, TlsClosure::CloseNotify);
}

void TestSslTransport::keyExchangeAndSignature_data()
{
    QTest::addColumn<QSsl::SslProtocol>("offered");
    QTest::addColumn<QByteArray>("suites");
    QTest::addColumn<bool>("rsa");
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<QString>("keyExchange");
    QTest::addColumn<QString>("signature");
    const QString x25519 = QStringLiteral("X25519");
    const QString best = bestGroup();
    QTest::newRow("TLS 1.3 with an EC key")
        << QSsl::TlsV1_3 << QByteArray("ALL") << false << QStringLiteral("TLS_AES_256_GCM_SHA384") << best
        << QStringLiteral("ecdsa_secp256r1_sha256");
    QTest::newRow("TLS 1.3 with an RSA key")
        << QSsl::TlsV1_3 << QByteArray("ALL") << true << QStringLiteral("TLS_AES_256_GCM_SHA384") << best
        << QStringLiteral("rsa_pss_rsae_sha256");
    QTest::newRow("TLS 1.2 with an EC key")
        << QSsl::TlsV1_2 << QByteArray("ECDHE-ECDSA-AES128-GCM-SHA256") << false
        << QStringLiteral("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256") << x25519
        << QStringLiteral("ecdsa_secp256r1_sha256");
    QTest::newRow("TLS 1.2 with an RSA key")
        << QSsl::TlsV1_2 << QByteArray("ECDHE-RSA-AES256-GCM-SHA384") << true
        << QStringLiteral("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384") << x25519
        << QStringLiteral("rsa_pss_rsae_sha256");
    QTest::newRow("RSA key exchange has no ephemeral key and no signature")
        << QSsl::TlsV1_2 << QByteArray("AES128-SHA256:@SECLEVEL=0") << true
        << QStringLiteral("TLS_RSA_WITH_AES_128_CBC_SHA256") << QStringLiteral("RSA") << QString();
}

void TestSslTransport::keyExchangeAndSignature()
{
    QFETCH(QSsl::SslProtocol, offered);
    QFETCH(QByteArray, suites);
    QFETCH(bool, rsa);
    QFETCH(QString, cipher);
    QFETCH(QString, keyExchange);
    QFETCH(QString, signature);
    ServerScript script = goodServer();
    script.certificate = rsa ? rsaLeaf() : ecLeaf();
    script.protocol = offered;
    script.cipherString = suites;
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.tls);
    QCOMPARE(facts.tls->cipher, cipher);
    QCOMPARE(facts.tls->keyExchange, keyExchange);
    QCOMPARE(facts.tls->signature, signature);
}

void TestSslTransport::theChainIsTakenAsSent_data()
{
    QTest::addColumn<QSsl::SslProtocol>("offered");
    QTest::newRow("TLS 1.2") << QSsl::TlsV1_2;
    QTest::newRow("TLS 1.3") << QSsl::TlsV1_3;
}

void TestSslTransport::theChainIsTakenAsSent()
{
    QFETCH(QSsl::SslProtocol, offered);
    ServerScript script = goodServer();
    script.protocol = offered;
    const QByteArray other = rsaLeaf().certificateDer();
    script.sentBehind = {other, other, ecLeaf().certificateDer()};
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::Completed);
    QCOMPARE(facts.sentChain,
             std::optional(QList{ecLeaf().certificateDer(), other, other, ecLeaf().certificateDer()}));
}

void TestSslTransport::serverName_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("sent");
    QTest::newRow("a host name is sent") << "mx.example"
                                         << "mx.example";
    QTest::newRow("a trailing dot is dropped") << "mx.example."
                                               << "mx.example";
    QTest::newRow("none is sent where none is asked for") << ""
                                                          << "";
    QTest::newRow("an IPv4 address is never sent") << "192.0.2.1"
                                                   << "";
    QTest::newRow("an IPv6 address is never sent") << "2001:db8::1"
                                                   << "";
    QTest::newRow("a U-label is sent as A-label")
        << QStringLiteral("m\u00fcnchen.example") << "xn--mnchen-3ya.example";
}

void TestSslTransport::serverName()
{
    QFETCH(QString, asked);
    QFETCH(QString, sent);
    SmtpServer server(goodServer());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SessionPlan plan = planFor(server.serverPort());
    plan.serverName = asked;
    const SessionFacts facts = inspect(plan);
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.tls);
    QCOMPARE(facts.tls->serverName, sent);
}

void TestSslTransport::noServerNameOnTheWire_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QByteArray>("onTheWire");
    QTest::newRow("a name is in the ClientHello") << "mail.example" << QByteArray("mail.example");
    QTest::newRow("no name, none in the ClientHello") << "" << QByteArray();
}

void TestSslTransport::noServerNameOnTheWire()
{
    QFETCH(QString, asked);
    QFETCH(QByteArray, onTheWire);
    // Behind the ClientHello the rote server sends text, so the handshake ends at once.
    RoteServer server({"220 mx\r\n", "250-mx\r\n250 STARTTLS\r\n", "220 go\r\n", "500 what?\r\n"}, {});
    SessionPlan plan = planFor(server.serverPort());
    plan.serverName = asked;
    const SessionFacts facts = inspect(plan);
    QCOMPARE(facts.end, EndReason::HandshakeFailed);
    QVERIFY(server.heard().contains("STARTTLS\r\n\x16\x03"));
    QCOMPARE(serverNameOf(server.heard()), onTheWire);
    QCOMPARE(server.heard().contains("127.0.0.1"), false);
}

void TestSslTransport::injectionBehindThe220()
{
    ServerScript script = goodServer();
    script.behindStarttlsReply = "250-injected\r\n250 AUTH PLAIN\r\n";
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::Completed);
    QCOMPARE(facts.earlyPlaintext->text, script.behindStarttlsReply);
    QCOMPARE(facts.earlyPlaintext->bytes, script.behindStarttlsReply.size());
    QVERIFY(hasRemark(facts, FindingCode::EarlyPlaintext));
    QVERIFY(facts.ehloAfterTlsReply->text.startsWith("mail.example"));
}

void TestSslTransport::clientCertificates_data()
{
    QTest::addColumn<QSsl::SslProtocol>("offered");
    QTest::addColumn<ServerScript::ClientCertificate>("wanted");
    QTest::addColumn<EndReason>("end");
    using Wanted = ServerScript::ClientCertificate;
    QTest::newRow("TLS 1.2: requested, and its absence is taken")
        << QSsl::TlsV1_2 << Wanted::Requested << EndReason::Completed;
    QTest::newRow("TLS 1.3: requested, and its absence is taken")
        << QSsl::TlsV1_3 << Wanted::Requested << EndReason::Completed;
    QTest::newRow("TLS 1.2: demanded, and the server breaks off")
        << QSsl::TlsV1_2 << Wanted::Demanded << EndReason::HandshakeFailed;
    QTest::newRow("TLS 1.3: demanded, and the server breaks off")
        << QSsl::TlsV1_3 << Wanted::Demanded << EndReason::HandshakeFailed;
}

void TestSslTransport::clientCertificates()
{
    QFETCH(QSsl::SslProtocol, offered);
    QFETCH(ServerScript::ClientCertificate, wanted);
    QFETCH(EndReason, end);
    ServerScript script = goodServer();
    script.protocol = offered;
    script.clientCertificate = wanted;
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, end);
    QVERIFY(facts.handshake);
    QCOMPARE(facts.sentChain, std::optional(QList<QByteArray>{ecLeaf().certificateDer()}));
    if (facts.tls)
        QCOMPARE(facts.tls->clientCertificateRequested, std::optional(true));
}

void TestSslTransport::stapledResponse_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("TLS 1.2") << "-tls1_2";
    QTest::newRow("TLS 1.3") << "-tls1_3";
}

/// Qt's own path would end the connection over such a staple; ours takes it as it is, for chain to judge.
void TestSslTransport::stapledResponse()
{
    QFETCH(QString, version);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("staple.der")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    // s_server reads the file as DER and serves what it parsed: the shortest answer there is, "unauthorized".
    const QByteArray unauthorized = QByteArray::fromHex("30030a0106");
    file.write(unauthorized);
    file.close();
    QProcess server;
    const quint16 port =
        startSServer(server, writtenPem(folder), {QStringLiteral("-status_file"), file.fileName(), version});
    QVERIFY(port != 0);
    SessionPlan plan = planFor(port);
    server.write("220 mx.example ESMTP\r\n");
    // The handshake is all that counts: the server goes away where the dialogue would wait for its answer.
    connect(&server, &QProcess::readyReadStandardOutput, &server, [&server] {
        if (server.readAllStandardOutput().contains("EHLO"))
            server.kill();
    });
    const SessionFacts facts = inspect(plan, true, Service::Submissions);
    server.kill();
    server.waitForFinished();
    QVERIFY(facts.tls.has_value());
    QCOMPARE(facts.tls->ocspStaple, unauthorized);
}

void TestSslTransport::aStapleThatIsNoneEndsNothing_data()
{
    QTest::addColumn<QSsl::SslProtocol>("offered");
    QTest::newRow("TLS 1.2") << QSsl::TlsV1_2;
    QTest::newRow("TLS 1.3") << QSsl::TlsV1_3;
}

/// Octets that are no OCSP response at all: kept as they came, and the session goes on to its end.
void TestSslTransport::aStapleThatIsNoneEndsNothing()
{
    const QByteArray garbage = QByteArray("no OCSP response").repeated(12);
    QFETCH(QSsl::SslProtocol, offered);
    const StaplingServer server(garbage, offered);
    const SessionFacts facts = inspect(server.plan(), true, Service::Submissions);
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.tls);
    QCOMPARE(facts.tls->ocspStaple, garbage);
    QVERIFY(facts.tls->isStapleKnown());
    // Unwatched, it is not seen; nor does it end anything.
    const SessionFacts unwatched = inspectUnwatched(server.plan(), Service::Submissions);
    QCOMPARE(unwatched.end, EndReason::Completed);
    QVERIFY(unwatched.tls && !unwatched.tls->isStapleKnown());
}

void TestSslTransport::alertsOfAServerThatDemandsACertificate_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("completed");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("name");
    QTest::newRow("TLS 1.2 refuses within the handshake") << "-tls1_2" << false << 40 << "handshake_failure";
    QTest::newRow("TLS 1.3 refuses behind it") << "-tls1_3" << true << 116 << "certificate_required";
}

void TestSslTransport::alertsOfAServerThatDemandsACertificate()
{
    QFETCH(QString, version);
    QFETCH(bool, completed);
    QFETCH(int, number);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QProcess server;
    const quint16 port =
        startSServer(server, writtenPem(folder), {QStringLiteral("-Verify"), QStringLiteral("1"), version});
    QVERIFY(port != 0);
    SessionPlan plan = planFor(port);
    const SessionFacts facts = inspect(plan, true, Service::Submissions);
    server.kill();
    server.waitForFinished();
    QCOMPARE(facts.end, EndReason::HandshakeFailed);
    QCOMPARE(facts.handshake->completed, completed);
    QCOMPARE(facts.handshake->alertReceived, std::optional(TlsAlert{2, number, name}));
    QVERIFY(!facts.handshake->error.isEmpty());
    QCOMPARE(facts.tls.has_value(), completed);
    QCOMPARE(facts.sentChain, std::optional(QList{ecLeaf().certificateDer()}));
    QCOMPARE(facts.closure, TlsClosure::NotSeen);
    if (completed)
        QCOMPARE(facts.tls->clientCertificateRequested, std::optional(true));
}

void TestSslTransport::anonymousSuites_data()
{
    QTest::addColumn<SuiteOffer>("offer");
    QTest::addColumn<bool>("works");
    QTest::newRow("the first connection offers none") << SuiteOffer::Authenticating << false;
    QTest::newRow("the second connection finds them") << SuiteOffer::WithAnonymous << true;
}

void TestSslTransport::anonymousSuites()
{
    QFETCH(SuiteOffer, offer);
    QFETCH(bool, works);
    ServerScript script;
    script.protocol = QSsl::TlsV1_2;
    script.cipherString = "aNULL:@SECLEVEL=0";
    SmtpServer server(script);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SessionPlan plan = planFor(server.serverPort());
    plan.suites = offer;
    const SessionFacts facts = inspect(plan);
    QCOMPARE(facts.end, works ? EndReason::Completed : EndReason::HandshakeFailed);
    QCOMPARE(facts.handshake->completed, works);
    QVERIFY(!facts.sentChain);
    QCOMPARE(facts.tls.has_value(), works);
    if (works) {
        QVERIFY(facts.tls->anonymous);
        QCOMPARE(facts.tls->signature, QString());
    } else {
        QCOMPARE(facts.handshake->alertReceived->number, 40);
        QCOMPARE(facts.handshake->alertReceived->name, QStringLiteral("handshake_failure"));
        QCOMPARE(facts.handshake->alertReceived->level, 2);
    }
}

void TestSslTransport::handshakeThatFindsNothingInCommon()
{
    ServerScript script = goodServer();
    script.certificate = {};
    script.protocol = QSsl::TlsV1_3; // no certificate, no suite
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::HandshakeFailed);
    QVERIFY(!facts.handshake->completed);
    QVERIFY(facts.handshake->alertReceived);
    QVERIFY(!facts.tls);
    QVERIFY(!facts.sentChain);
    QVERIFY(facts.transcript.last().note);
    QCOMPARE(facts.transcript.last().note->code, NoteCode::HandshakeFailed);
    QCOMPARE(facts.transcript.last().note->args.value(0), facts.handshake->alertReceived->name);
    QCOMPARE(facts.transcript.last().step, DialogueStep::TlsHandshake);
    QCOMPARE(facts.closure, TlsClosure::NotSeen);
}

void TestSslTransport::textInsteadOfAHandshake()
{
    RoteServer server({"220 mx\r\n", "250-mx\r\n250 STARTTLS\r\n", "220 go\r\n", "500 I do no TLS\r\n"}, {});
    const SessionFacts facts = inspect(planFor(server.serverPort()));
    QCOMPARE(facts.end, EndReason::HandshakeFailed);
    QVERIFY(!facts.handshake->completed);
    QVERIFY(facts.handshake->error.contains(QLatin1StringView("wrong version number")));
    QCOMPARE(facts.endText, facts.handshake->error);
    QVERIFY(facts.sawStarttls220);
}

void TestSslTransport::closure_data()
{
    QTest::addColumn<ServerScript::Close>("close");
    QTest::addColumn<TlsClosure>("closure");
    QTest::newRow("close_notify") << ServerScript::Close::CloseNotify << TlsClosure::CloseNotify;
    QTest::newRow("FIN alone") << ServerScript::Close::TcpOnly << TlsClosure::Truncated;
}

void TestSslTransport::closure()
{
    QFETCH(ServerScript::Close, close);
    QFETCH(TlsClosure, closure);
    ServerScript script = goodServer();
    script.close = close;
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::Completed);
    QCOMPARE(facts.closure, closure);
}

void TestSslTransport::implicitTls()
{
    ServerScript script = goodServer();
    script.implicitTls = true;
    const SessionFacts facts = inspect(script);
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(!facts.capabilitiesBeforeTls);
    QVERIFY(facts.capabilitiesAfterTls->contains("AUTH PLAIN LOGIN"));
    QVERIFY(!facts.sawStarttls220);
    QVERIFY(facts.tls);
    for (const TranscriptEntry &entry : facts.transcript)
        QVERIFY(entry.tls || entry.from == Speaker::Note);
}

void TestSslTransport::policyEndsTheSession()
{
    const SessionFacts facts = inspect(goodServer(), false);
    QCOMPARE(facts.end, EndReason::QuitAfterHandshake);
    QVERIFY(facts.tls);
    QVERIFY(!facts.ehloAfterTlsReply);
    QVERIFY(!facts.capabilitiesAfterTls);
}

void TestSslTransport::refusedConnection()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    const SessionFacts facts = inspect(planFor(port));
    QCOMPARE(facts.end, EndReason::ConnectionRefused);
    QVERIFY(!facts.endText.isEmpty());
    QVERIFY(!facts.handshake);
}

void TestSslTransport::proxies_data()
{
    QTest::addColumn<Proxy::Kind>("kind");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("SOCKS5 that is something else") << Proxy::Kind::Socks5 << QByteArray("220 mx ESMTP\r\n");
    QTest::newRow("HTTP that forbids")
        << Proxy::Kind::Http << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
}

void TestSslTransport::proxies()
{
    QFETCH(Proxy::Kind, kind);
    QFETCH(QByteArray, answer);
    RoteServer notAProxy({QByteArray(), answer}, {});
    SessionPlan plan = planFor(25);
    plan.proxy = Proxy{kind, QStringLiteral("127.0.0.1"), notAProxy.serverPort(), {}, {}};
    QCOMPARE(inspect(plan).end, EndReason::ProxyFailed);
}

void TestSslTransport::throughAProxy()
{
    SmtpServer server(goodServer());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ProxyServer socks(Proxy::Kind::Socks5, server.serverPort());
    SessionPlan plan = planFor(server.serverPort());
    plan.proxy = socks.proxy();
    const SessionFacts facts = inspect(plan);
    QCOMPARE(facts.end, EndReason::Completed);
    QVERIFY(facts.tls);
    QCOMPARE(facts.tls->serverName, QStringLiteral("mail.example"));
}

void TestSslTransport::floods_data()
{
    QTest::addColumn<QList<QByteArray>>("replies");
    QTest::addColumn<QByteArray>("flood");
    QTest::addColumn<EndReason>("end");
    const QByteArray line("250-" + QByteArray(80, 'x') + "\r\n");
    const QByteArray lines = line.repeated(1000);
    QTest::newRow("a line without end")
        << QList<QByteArray>{"220 "} << QByteArray(1 << 16, 'x') << EndReason::ReplyTooLong;
    QTest::newRow("a greeting without end")
        << QList<QByteArray>{"220-mx\r\n"} << lines << EndReason::ReplyTooLong;
    QTest::newRow("an EHLO reply without end")
        << QList<QByteArray>{"220 mx\r\n", "250-mx\r\n"} << lines << EndReason::ReplyTooLong;
    QTest::newRow("a flood behind the 220 to STARTTLS")
        << QList<QByteArray>{"220 mx\r\n", "250-mx\r\n250 STARTTLS\r\n", "220 go\r\n"} << lines
        << EndReason::HandshakeFailed;
}

void TestSslTransport::floods()
{
    QFETCH(QList<QByteArray>, replies);
    QFETCH(QByteArray, flood);
    QFETCH(EndReason, end);
    RoteServer server(replies, flood);
    const SessionFacts facts = inspect(planFor(server.serverPort()));
    QCOMPARE(facts.end, end);
    qsizetype octets = 0;
    for (const TranscriptEntry &entry : facts.transcript)
        octets += entry.text.size();
    constexpr qsizetype bound = qsizetype(5) * 1024 * 1024;
    QVERIFY(octets < bound);
}

void TestSslTransport::twoAtOnce()
{
    ServerScript one = goodServer();
    ServerScript other = goodServer();
    other.certificate = rsaLeaf();
    other.protocol = QSsl::TlsV1_2;
    SmtpServer first(one);
    SmtpServer second(other);
    QVERIFY(first.listen(QHostAddress::LocalHost) && second.listen(QHostAddress::LocalHost));
    const GoOn always = [](const SessionFacts &) { return true; };
    const auto dialogue = [] { return makeDialogue(Service::Smtp, Start::StartTls, "me.example"); };
    Session left(makeSslTransport(), dialogue(), planFor(first.serverPort()), always);
    Session right(makeSslTransport(), dialogue(), planFor(second.serverPort()), always);
    QSignalSpy leftEnded(&left, &Session::finished);
    QSignalSpy rightEnded(&right, &Session::finished);
    left.start();
    right.start();
    QVERIFY(!leftEnded.isEmpty() || leftEnded.wait());
    QVERIFY(!rightEnded.isEmpty() || rightEnded.wait());
    QCOMPARE(left.facts().sentChain, std::optional(QList{ecLeaf().certificateDer()}));
    QCOMPARE(right.facts().sentChain, std::optional(QList{rsaLeaf().certificateDer()}));
    QCOMPARE(left.facts().tls->protocol, TlsProtocol::TlsV1_3);
    QCOMPARE(right.facts().tls->protocol, TlsProtocol::TlsV1_2);
}

void TestSslTransport::abortWhileConnected()
{
    SmtpServer server(goodServer());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QSignalSpy ended(&server, &SmtpServer::ended);
    Session session(makeSslTransport(), makeDialogue(Service::Smtp, Start::StartTls, "me.example"),
                    planFor(server.serverPort()), [](const SessionFacts &) { return true; });
    QSignalSpy changed(&session, &Session::changed);
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    while (session.progress().stage != Stage::EhloAfterTls)
        QVERIFY(changed.wait());
    session.abort(EndReason::Cancelled);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(session.facts().end, EndReason::Cancelled);
    QVERIFY(session.facts().tls);
    QCOMPARE(session.facts().closure, TlsClosure::ByUs);
    QVERIFY(!ended.isEmpty() || ended.wait()); // the socket is gone at once
    QCOMPARE(finished.size(), 1);
}

MAILSEAL_TEST(TestSslTransport)
#include "tst_ssltransport.moc"
