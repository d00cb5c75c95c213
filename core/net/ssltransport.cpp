#include "net/ssltransport.h"

#include "net/session.h"
#include "values/limits.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace mailseal {

namespace {

/// Everything that OpenSSL can still speak, so that the worst peer can be inspected (PLATFORM: anonymous
/// suites hide the certificate, so they wait for a second connection).
QSslConfiguration configurationFor(SuiteOffer suites)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::AnyProtocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({}); // loading the system's costs 126 ms and decides nothing here
    configuration.setBackendConfigurationOption("CipherString", suites == SuiteOffer::WithAnonymous
                                                                    ? QByteArray("ALL:@SECLEVEL=0")
                                                                    : QByteArray("ALL:!aNULL:@SECLEVEL=0"));
    return configuration;
}

QNetworkProxy proxyOf(const std::optional<Proxy> &proxy)
{
    if (!proxy)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const auto type =
        proxy->kind == Proxy::Kind::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return {type, proxy->host, proxy->port, proxy->user, proxy->password};
}

TransportFailure::Kind failureKind(QAbstractSocket::SocketError error)
{
    using Kind = TransportFailure::Kind;
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

SslTransport::SslTransport()
{
    m_socket.setReadBufferSize(limits::readChunk);
    connect(&m_socket, &QSslSocket::connected, this, &Transport::connected);
    connect(&m_socket, &QSslSocket::readyRead, this, &Transport::readyRead);
    connect(&m_socket, &QSslSocket::sslErrors, this, [this] { m_socket.ignoreSslErrors(); });
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_handshakeCompleted = true;
        m_observer.capture(); // in time: the SSL object is gone once the socket has disconnected
        Q_EMIT secured();
    });
    connect(&m_socket, &QSslSocket::errorOccurred, this, &SslTransport::onError);
    connect(&m_socket, &QSslSocket::disconnected, this, &SslTransport::endOnce);
}

SslTransport::~SslTransport()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void SslTransport::connectTo(const Endpoint &endpoint, const std::optional<Proxy> &proxy)
{
    m_socket.setProxy(proxyOf(proxy));
    m_socket.connectToHost(endpoint.address, endpoint.port);
}

void SslTransport::write(const QByteArray &bytes) { m_socket.write(bytes); }

QByteArray SslTransport::read(qsizetype most) { return m_socket.read(most); }

void SslTransport::startTls(const QString &serverName, SuiteOffer suites)
{
    m_socket.setSslConfiguration(configurationFor(suites));
    m_socket.setPeerVerifyName(
        serverName); // the SNI; where it is empty, QSslSocket takes the address and sends none
    const TlsObserver::Armed armed(&m_observer);
    m_socket.startClientEncryption();
}

void SslTransport::close() { m_socket.disconnectFromHost(); }

void SslTransport::abort()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

QString SslTransport::localAddress() const { return m_socket.localAddress().toString(); }

HandshakeFacts SslTransport::handshake() const
{
    return {m_handshakeCompleted, m_observer.alertSent(), m_observer.alertReceived(), m_handshakeError};
}

void SslTransport::onError(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::RemoteHostClosedError) {
        endOnce();
        return;
    }
    const auto kind = failureKind(error);
    if (kind == TransportFailure::Kind::Handshake || m_handshakeCompleted)
        m_handshakeError = m_socket.errorString();
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT failed({kind, m_socket.errorString()});
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
