#pragma once

#include "net/tlsobserver.h"
#include "net/transport.h"

#include <QSslSocket>

#include <memory>

namespace mailseal {

/// The real transport, on QSslSocket. Nothing is verified here and nothing is a failure but the network and
/// the handshake: trust is judged later from what was seen.
///
/// The clear text travels on a plain socket, whose connection the QSslSocket takes over for the handshake: so
/// TLS gets ready on another thread meanwhile (it takes a quarter of a whole inspection on loopback), and
/// nothing that was read as clear text can come out of the QSslSocket. Through a proxy it is one QSslSocket.
class SslTransport : public Transport
{
    Q_OBJECT
public:
    /// No: as where OpenSSL lets no observer near, which costs facts alone; tests ask for it.
    enum class Watching { Yes, No };

    /// Has TLS loaded on a thread of its own, once a process. Whoever begins awaits the end before the
    /// application object goes.
    static void beginWarmUp();
    static void awaitWarmUp();

    explicit SslTransport(Watching watching = Watching::Yes);
    ~SslTransport() override;

    void connectTo(const Endpoint &endpoint, const std::optional<Proxy> &proxy) override;
    void write(const QByteArray &bytes) override;
    QByteArray read(qsizetype most) override;
    void startTls(const QString &serverName, SuiteOffer suites) override;
    void close() override;
    void abort() override;
    QString localAddress() const override;
    HandshakeFacts handshake() const override;
    std::optional<TlsFacts> tls() const override;
    std::optional<QList<QByteArray>> sentChain() const override;
    bool sawCloseNotify() const override { return m_observer.sawCloseNotify(); }

private:
    void adopt(std::unique_ptr<QTcpSocket> socket);
    QSslSocket *secureSocket();
    void onEncrypted();
    void askSocket();
    void onAlert(bool sent, QSsl::AlertLevel level, QSsl::AlertType type);
    void onError(QAbstractSocket::SocketError error);
    void endOnce();
    void failOnce(TransportFailure::Kind kind, const QString &text);

    TlsObserver m_observer; ///< declared first: outlives the socket's SSL object
    std::unique_ptr<QTcpSocket> m_socket;
    Watching m_watching;
    std::optional<TlsFacts> m_factsOfSocket; ///< where nothing was watched
    std::optional<QList<QByteArray>> m_chainOfSocket;
    QString m_handshakeError;
    bool m_handshakeCompleted = false;
    bool m_ended = false; ///< closed or failed was said
};

} // namespace mailseal
