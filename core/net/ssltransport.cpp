#include "net/ssltransport.h"

#include "net/qtproxy.h"
#include "net/session.h"
#include "net/tlsnegotiated.h"
#include "values/limits.h"

#include <QHostAddress>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslKey>

#include <future>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mailseal {

namespace {

QByteArray suitesOf(SuiteOffer suites)
{
    switch (suites) {
    case SuiteOffer::Authenticating:
        return "ALL:!aNULL:@SECLEVEL=0";
    case SuiteOffer::WithAnonymous:
        return "ALL:@SECLEVEL=0";
    case SuiteOffer::RsaOnly:
        return "aRSA:!aNULL:@SECLEVEL=0";
    case SuiteOffer::EcdsaOnly:
        return "aECDSA:!aNULL:@SECLEVEL=0";
    }
    return {};
}

/// TLS 1.3 chooses a certificate by the signatures that the client takes (RFC 8446 §4.4.2.2); earlier
/// versions by the suite as well. Empty: OpenSSL's own list.
QByteArray signaturesOf(SuiteOffer suites)
{
    switch (suites) {
    case SuiteOffer::RsaOnly:
        return "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:rsa_pss_pss_sha256:"
               "rsa_pss_pss_sha384:rsa_pss_pss_sha512:RSA+SHA256:RSA+SHA384:RSA+SHA512:RSA+SHA1";
    case SuiteOffer::EcdsaOnly:
        return "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ECDSA+SHA1:ed25519:ed448";
    case SuiteOffer::Authenticating:
    case SuiteOffer::WithAnonymous:
        break;
    }
    return {};
}

/// Everything that OpenSSL can still speak, so that the worst peer can be inspected (docs/decisions.md "TLS":
/// anonymous suites hide the certificate, so they wait for a second connection).
QSslConfiguration configurationFor(SuiteOffer suites)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::AnyProtocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({}); // loading the system's costs 126 ms and decides nothing here
    configuration.setBackendConfigurationOption("CipherString", suitesOf(suites));
    if (const QByteArray signatures = signaturesOf(suites); !signatures.isEmpty())
        configuration.setBackendConfigurationOption("SignatureAlgorithms", signatures);
    // The ClientHello asks for a staple, and only Qt can still have it ask where OpenSSL 3.5 shows us an SSL
    // object too early to be changed. What comes is read by TlsObserver (see startTls).
    configuration.setOcspStaplingEnabled(true);
    return configuration;
}

/// Loads Qt's TLS backend and OpenSSL on a thread of its own, once a process; begins when first asked.
const std::shared_future<void> &tlsReady()
{
    static const std::shared_future<void> ready = std::async(std::launch::async, [] {
                                                      if (!QSslSocket::supportsSsl())
                                                          return;
                                                      // Lists the suites and looks for the system's store.
                                                      QSslConfiguration::defaultConfiguration();
                                                      TlsObserver::warmUp();
                                                  }).share();
    return ready;
}

/// A server under Nagle's algorithm holds its EHLO reply back until its session ticket is acknowledged, and
/// with nothing to send our kernel would delay that for 40 ms (tcp(7), TCP_QUICKACK).
void acknowledgeAtOnce(qintptr descriptor)
{
    const int on = 1;
    if (descriptor >= 0)
        ::setsockopt(static_cast<int>(descriptor), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

std::optional<TlsProtocol> protocolOf(QSsl::SslProtocol protocol)
{
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    switch (protocol) {
    case QSsl::TlsV1_0:
        return TlsProtocol::TlsV1_0;
    case QSsl::TlsV1_1:
        return TlsProtocol::TlsV1_1;
    case QSsl::TlsV1_2:
        return TlsProtocol::TlsV1_2;
    case QSsl::TlsV1_3:
        return TlsProtocol::TlsV1_3;
    case QSsl::TlsV1_0OrLater:
    case QSsl::TlsV1_1OrLater:
    case QSsl::TlsV1_2OrLater:
    case QSsl::TlsV1_3OrLater:
    case QSsl::DtlsV1_0:
    case QSsl::DtlsV1_0OrLater:
    case QSsl::DtlsV1_2:
    case QSsl::DtlsV1_2OrLater:
    case QSsl::AnyProtocol:
    case QSsl::SecureProtocols:
    case QSsl::UnknownProtocol:
        break; // no session has one of these
    }
    QT_WARNING_POP
    return std::nullopt;
}

TransportFailure::Kind failureKind(QAbstractSocket::SocketError error, QNetworkProxy::ProxyType proxy)
{
    using Kind = TransportFailure::Kind;
    // HTTP 403 and 405, SOCKS "not allowed by ruleset" (RFC 1928 §6): the proxy's decision, not the
    // network's.
    if (proxy != QNetworkProxy::NoProxy && error == QAbstractSocket::SocketAccessError)
        return Kind::ProxyFailed;
    // An HTTP proxy answers 503 and 404 for whatever went wrong behind it: that is no refusal by the server.
    if (proxy == QNetworkProxy::HttpProxy &&
        (error == QAbstractSocket::ConnectionRefusedError || error == QAbstractSocket::HostNotFoundError))
        return Kind::ProxyFailed;
    if (error == QAbstractSocket::ConnectionRefusedError)
        return Kind::Refused;
    if (error == QAbstractSocket::SocketTimeoutError)
        return Kind::TimedOut;
    if (error == QAbstractSocket::NetworkError || error == QAbstractSocket::HostNotFoundError ||
        error == QAbstractSocket::SocketAccessError ||
        error == QAbstractSocket::UnsupportedSocketOperationError)
        return Kind::Unreachable;
    if (error == QAbstractSocket::ProxyAuthenticationRequiredError ||
        (error >= QAbstractSocket::ProxyConnectionRefusedError &&
         error <= QAbstractSocket::ProxyProtocolError))
        return Kind::ProxyFailed;
    if (error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError ||
        error == QAbstractSocket::SslInvalidUserDataError)
        return Kind::Handshake;
    return Kind::Other;
}

} // namespace

SslTransport::SslTransport(Watching watching)
    : m_watching(watching)
{
}

SslTransport::~SslTransport()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    awaitWarmUp(); // the program must not end under the thread that loads the backend
}

void SslTransport::beginWarmUp() { tlsReady(); }

void SslTransport::awaitWarmUp() { tlsReady().wait(); }

void SslTransport::connectTo(const Endpoint &endpoint, const std::optional<Proxy> &proxy)
{
    beginWarmUp();
    // A proxied socket is more than a descriptor, so there the one that upgrades is there from the beginning.
    if (proxy) {
        adopt(std::make_unique<QSslSocket>());
    } else {
        adopt(std::make_unique<QTcpSocket>());
    }
    m_socket->setProxy(qtProxy(proxy));
    m_socket->connectToHost(endpoint.address, endpoint.port);
}

void SslTransport::adopt(std::unique_ptr<QTcpSocket> socket)
{
    m_socket = std::move(socket);
    m_socket->setReadBufferSize(limits::readChunk);
    connect(m_socket.get(), &QTcpSocket::connected, this, &Transport::connected);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Transport::readyRead);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &SslTransport::onError);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &SslTransport::endOnce);
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        connect(secure, &QSslSocket::sslErrors, this, [secure] { secure->ignoreSslErrors(); });
        connect(secure, &QSslSocket::encrypted, this, &SslTransport::onEncrypted);
        connect(secure, &QSslSocket::alertSent, this,
                [this](QSsl::AlertLevel level, QSsl::AlertType type) { onAlert(true, level, type); });
        connect(secure, &QSslSocket::alertReceived, this,
                [this](QSsl::AlertLevel level, QSsl::AlertType type) { onAlert(false, level, type); });
    }
}

/// The socket that can begin TLS: the one there is, or one that takes over its connection.
QSslSocket *SslTransport::secureSocket()
{
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get()))
        return secure;
    const int descriptor = ::dup(static_cast<int>(m_socket->socketDescriptor()));
    m_socket->disconnect(this);
    m_socket->abort();                 // ends its own descriptor, not the connection
    m_socket.release()->deleteLater(); // we may be called from its own signal
    auto secure = std::make_unique<QSslSocket>();
    auto *socket = secure.get();
    const bool taken = descriptor >= 0 && secure->setSocketDescriptor(descriptor);
    adopt(std::move(secure));
    return taken ? socket : nullptr;
}

void SslTransport::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush(); // the last command, QUIT, is on its way when the program ends behind it
}

QByteArray SslTransport::read(qsizetype most) { return m_socket->read(most); }

void SslTransport::startTls(const QString &serverName, SuiteOffer suites)
{
    awaitWarmUp();
    QSslSocket *socket = secureSocket();
    if (!socket) {
        failOnce(TransportFailure::Kind::Other, m_socket->errorString());
        return;
    }
    m_observer.setOnSessionTicket([socket] { acknowledgeAtOnce(socket->socketDescriptor()); });
    QSslConfiguration configuration = configurationFor(suites);
    socket->setSslConfiguration(configuration);
    // The SNI: QSslSocket leaves it out for an empty name and for an address, and drops a trailing dot.
    socket->setPeerVerifyName(serverName);
    {
        const TlsObserver::Armed armed(m_watching == Watching::Yes ? &m_observer : nullptr);
        socket->startClientEncryption();
    }
    m_observer.attach();
    // The ClientHello is out and has asked. Qt looks at a staple only where this is set when the handshake is
    // complete, and would end the connection over one that it cannot decode.
    configuration.setOcspStaplingEnabled(false);
    socket->setSslConfiguration(configuration);
}

void SslTransport::onEncrypted()
{
    m_handshakeCompleted = true;
    m_observer.capture(); // in time: the SSL object is gone once the socket has disconnected
    askSocket();
    Q_EMIT secured();
}

/// Where nothing was watched, the socket's own word stands in; what it cannot tell stays unknown. It knows
/// the chain of a completed handshake alone.
void SslTransport::askSocket()
{
    const auto *socket = qobject_cast<QSslSocket *>(m_socket.get());
    if (m_observer.hasAttached() || !socket)
        return;
    const QList<QSslCertificate> sent = socket->peerCertificateChain();
    if (!sent.isEmpty()) {
        m_chainOfSocket.emplace();
        for (const QSslCertificate &certificate : sent)
            m_chainOfSocket->append(certificate.toDer());
    }
    const auto protocol = protocolOf(socket->sessionProtocol());
    if (!protocol)
        return;
    m_factsOfSocket = negotiatedByNames(
        *protocol, socket->sessionCipher().name(),
        static_cast<evp_pkey_st *>(socket->sslConfiguration().ephemeralServerKey().handle()));
    // As QSslSocket sends it.
    const QString name = socket->peerVerifyName();
    if (QHostAddress address; !address.setAddress(name))
        m_factsOfSocket->serverName = name.endsWith(u'.') ? name.chopped(1) : name;
}

void SslTransport::onAlert(bool sent, QSsl::AlertLevel level, QSsl::AlertType type)
{
    constexpr int warning = 1; // RFC 8446 §6
    constexpr int fatal = 2;
    if (!m_observer.hasAttached())
        m_observer.onAlert(sent, level == QSsl::AlertLevel::Fatal ? fatal : warning, static_cast<int>(type));
}

std::optional<TlsFacts> SslTransport::tls() const
{
    return m_observer.hasAttached() ? m_observer.facts() : m_factsOfSocket;
}

std::optional<QList<QByteArray>> SslTransport::sentChain() const
{
    return m_observer.hasAttached() ? m_observer.sentChain() : m_chainOfSocket;
}

void SslTransport::close() { m_socket->disconnectFromHost(); }

void SslTransport::abort()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    // From the event loop: we may be called from this socket's own signal, and it still works on the SSL
    // object that abort() frees.
    QMetaObject::invokeMethod(
        m_socket.get(), [socket = m_socket.get()] { socket->abort(); }, Qt::QueuedConnection);
}

QString SslTransport::localAddress() const { return m_socket->localAddress().toString(); }

HandshakeFacts SslTransport::handshake() const
{
    return {m_handshakeCompleted,
            m_observer.alertSent(),
            m_observer.alertReceived(),
            m_handshakeError,
            m_observer.wasCertificateRequested(),
            m_observer.wasAnsweredInClear()};
}

void SslTransport::onError(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::RemoteHostClosedError) {
        endOnce();
        return;
    }
    const auto kind = failureKind(error, m_socket->proxy().type());
    const QString text = m_socket->errorString();
    if (kind == TransportFailure::Kind::Handshake)
        m_handshakeError = text;
    failOnce(kind, text);
}

void SslTransport::failOnce(TransportFailure::Kind kind, const QString &text)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT failed({kind, text});
}

void SslTransport::endOnce()
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT closed();
}

std::unique_ptr<Transport> makeSslTransport() { return std::make_unique<SslTransport>(); }

} // namespace mailseal
