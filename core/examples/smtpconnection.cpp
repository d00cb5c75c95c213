#include "examples/smtpconnection.h"

#include "examples/issuedcertificatedata.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <sys/socket.h>

namespace mailseal {

namespace {

constexpr qsizetype lineBound = 2048; ///< RFC 5321 §4.5.3.1.4 promises 512
constexpr std::chrono::seconds closeWait{5};

/// QSslKey reads RSA and EC from PKCS#8; an Ed25519 key it takes as a handle alone, which it then owns.
QSslKey keyOf(const IssuedCertificate &certificate)
{
    EVP_PKEY *key = certificate.data()->key.get();
    if (EVP_PKEY_is_a(key, "RSA") == 1)
        return QSslKey(certificate.keyPem(), QSsl::Rsa, QSsl::Pem, QSsl::PrivateKey);
    if (EVP_PKEY_is_a(key, "EC") == 1)
        return QSslKey(certificate.keyPem(), QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    EVP_PKEY_up_ref(key);
    return QSslKey(Qt::HANDLE(key), QSsl::PrivateKey);
}

QSslSocket::PeerVerifyMode verifyModeOf(ServerScript::ClientCertificate wanted)
{
    switch (wanted) {
    case ServerScript::ClientCertificate::NotRequested:
        return QSslSocket::VerifyNone;
    case ServerScript::ClientCertificate::Requested:
        return QSslSocket::QueryPeer;
    case ServerScript::ClientCertificate::Demanded:
        return QSslSocket::VerifyPeer;
    }
    return QSslSocket::VerifyNone;
}

QSslConfiguration configurationOf(const ServerScript &script)
{
    QSslConfiguration configuration;
    configuration.setCaCertificates({});
    configuration.setProtocol(script.protocol);
    configuration.setPeerVerifyMode(verifyModeOf(script.clientCertificate));
    configuration.setBackendConfigurationOption("CipherString", script.cipherString);
    if (script.certificate.isNull())
        return configuration;
    QList<QSslCertificate> chain{QSslCertificate(script.certificate.certificateDer(), QSsl::Der)};
    for (const QByteArray &der : script.sentBehind)
        chain.append(QSslCertificate(der, QSsl::Der));
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(keyOf(script.certificate));
    return configuration;
}

} // namespace

SmtpConnection::SmtpConnection(const ServerScript &script, int number, QObject *parent)
    : QObject(parent)
    , m_script(script)
    , m_number(number)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(script.idle);
    connect(&m_idle, &QTimer::timeout, this, &SmtpConnection::silentForTooLong);
    connect(&m_socket, &QSslSocket::readyRead, this, &SmtpConnection::read);
    connect(&m_socket, &QSslSocket::encrypted, this, &SmtpConnection::secured);
    connect(&m_socket, &QSslSocket::disconnected, this, &SmtpConnection::over);
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        // From the event loop: the socket is still at work on the SSL object that this frees.
        if (error == QAbstractSocket::SslHandshakeFailedError)
            QMetaObject::invokeMethod(&m_socket, &QSslSocket::disconnectFromHost, Qt::QueuedConnection);
    });
}

SmtpConnection::~SmtpConnection()
{
    // An open socket says disconnected() as it goes, when the members behind it are gone already.
    m_socket.disconnect(this);
}

void SmtpConnection::start(qintptr descriptor)
{
    if (!m_socket.setSocketDescriptor(descriptor)) {
        over();
        return;
    }
    m_socket.setReadBufferSize(2 * lineBound);
    m_idle.start();
    if (m_script.implicitTls) {
        startTls();
    } else {
        QTimer::singleShot(m_script.greetingDelay, this, &SmtpConnection::greet);
    }
}

void SmtpConnection::startTls()
{
    m_phase = Phase::Handshake;
    m_greeted = false;
    // RFC 3207 §4.2: what the client said before is not to be believed, so a pipelined command goes too.
    m_buffer.clear();
    m_socket.readAll();
    m_socket.setReadBufferSize(0); // a handshake message may be longer than a line
    m_socket.setSslConfiguration(configurationOf(m_script));
    m_socket.startServerEncryption();
}

void SmtpConnection::secured()
{
    m_socket.setReadBufferSize(2 * lineBound);
    if (m_script.implicitTls) {
        QTimer::singleShot(m_script.greetingDelay, this, &SmtpConnection::greet);
    } else {
        m_phase = Phase::InsideTls;
    }
}

void SmtpConnection::greet()
{
    if (m_phase == Phase::Closing) // the client left during the delay
        return;
    m_phase = m_phase == Phase::Handshake ? Phase::InsideTls : Phase::ClearText;
    const QByteArray greeting = m_script.greeting.isEmpty()
                                    ? "220 " + m_script.host.toUtf8() + " ESMTP Mailseal example"
                                    : m_script.greeting;
    m_refusing = !greeting.startsWith('2');
    send(greeting);
    read();
}

void SmtpConnection::read()
{
    if (m_phase != Phase::ClearText && m_phase != Phase::InsideTls)
        return;
    m_idle.start();
    m_buffer += m_socket.readAll();
    while (m_phase == Phase::ClearText || m_phase == Phase::InsideTls) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end > lineBound || (end < 0 && m_buffer.size() > lineBound)) {
            send("421 4.4.2 Line too long");
            return;
        }
        if (end < 0)
            return;
        QByteArray line = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        answer(line);
    }
}

void SmtpConnection::answer(const QByteArray &line)
{
    const bool insideTls = m_phase == Phase::InsideTls;
    Q_EMIT received(line, insideTls);
    const qsizetype space = line.indexOf(' ');
    const QByteArray verb = (space < 0 ? line : line.left(space)).toUpper();
    const QByteArray argument = space < 0 ? QByteArray() : line.mid(space + 1).trimmed();
    const QByteArray reply = replyTo(verb, argument);
    const bool tlsBegins = !insideTls && verb == "STARTTLS" && reply.startsWith("220");
    send(tlsBegins ? reply + "\r\n" + m_script.behindStarttlsReply : reply);
    if (tlsBegins)
        startTls();
}

QByteArray SmtpConnection::replyTo(const QByteArray &verb, const QByteArray &argument)
{
    const bool insideTls = m_phase == Phase::InsideTls;
    const auto &special = insideTls ? m_script.repliesInsideTls : m_script.replies;
    if (const auto found = special.constFind(verb); found != special.cend())
        return *found;
    if (verb == "QUIT")
        return "221 2.0.0 Bye";
    if (insideTls && !m_script.refusalInsideTls.isEmpty())
        return m_script.refusalInsideTls;
    if (m_refusing)
        return "503 5.5.1 No service here, please QUIT"; // RFC 5321 §3.1
    if (verb == "EHLO" || verb == "HELO") {
        m_greeted = !argument.isEmpty();
        if (!m_greeted)
            return "501 5.5.4 Say who you are";
        return verb == "EHLO" ? replyToEhlo() : "250 " + m_script.host.toUtf8();
    }
    if (verb == "STARTTLS")
        return replyToStarttls(argument);
    if (verb == "NOOP" || verb == "RSET")
        return "250 2.0.0 Ok";
    if (verb == "VRFY")
        return "252 2.1.5 Cannot tell";
    if (verb == "MAIL" || verb == "RCPT" || verb == "DATA")
        return m_greeted ? "550 5.7.1 This example server takes no mail" : "503 5.5.1 Say EHLO first";
    if (verb == "AUTH" && insideTls)
        return "535 5.7.8 This example server knows nobody";
    return "500 5.5.1 Unknown command";
}

QByteArray SmtpConnection::replyToEhlo() const
{
    const bool insideTls = m_phase == Phase::InsideTls;
    QList<QByteArray> lines{m_script.host.toUtf8()};
    lines += insideTls ? m_script.capabilitiesInsideTls : m_script.capabilities;
    if (insideTls ? m_script.starttlsOfferedInsideTls : offersStarttls())
        lines.insert(lines.size() > 2 ? 3 : lines.size(), m_script.starttlsKeyword);
    QByteArray reply;
    for (const QByteArray &line : lines)
        reply += (reply.isEmpty() ? "250-" : "\r\n250-") + line;
    reply[reply.lastIndexOf("250-") + 3] = ' ';
    return reply;
}

QByteArray SmtpConnection::replyToStarttls(const QByteArray &argument) const
{
    if (m_phase == Phase::InsideTls)
        return "503 5.5.1 TLS is already active";
    if (!offersStarttls())
        return "502 5.5.1 STARTTLS is not offered here";
    if (m_script.starttlsKeyword.toUpper() != "STARTTLS")
        return "500 5.5.1 Unknown command"; // what hides the keyword hides the command
    if (!argument.isEmpty())
        return "501 5.5.4 Syntax error (no parameters allowed)"; // RFC 3207 §4
    return m_script.starttlsReply.isEmpty() ? "220 2.0.0 Ready to start TLS" : m_script.starttlsReply;
}

bool SmtpConnection::offersStarttls() const
{
    return m_script.offersStarttls && !m_script.implicitTls &&
           m_number >= m_script.connectionsWithoutStarttls;
}

void SmtpConnection::send(const QByteArray &reply)
{
    m_socket.write(reply.endsWith('\n') ? reply : reply + "\r\n");
    m_socket.flush();
    if (reply.startsWith("221") || reply.startsWith("421"))
        close();
}

void SmtpConnection::silentForTooLong()
{
    if (m_phase == Phase::ClearText || m_phase == Phase::InsideTls) {
        send("421 4.4.2 You have been silent for too long");
    } else {
        m_socket.abort();
    }
}

void SmtpConnection::close()
{
    const bool insideTls = m_phase == Phase::InsideTls;
    m_phase = Phase::Closing;
    m_idle.start(closeWait);
    if (insideTls && m_script.close == ServerScript::Close::TcpOnly)
        ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_RDWR);
    m_socket.disconnectFromHost();
}

void SmtpConnection::over()
{
    m_phase = Phase::Closing;
    m_idle.stop();
    deleteLater();
    Q_EMIT ended();
}

} // namespace mailseal
