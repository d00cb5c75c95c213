#pragma once

#include "values/endpoint.h"
#include "values/proxy.h"
#include "values/sessionfacts.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

namespace mailseal {

enum class SuiteOffer;

/// Why a connection did not come about or broke off.
struct TransportFailure
{
    enum class Kind { Refused, Unreachable, ProxyFailed, TimedOut, Handshake, Other };
    Kind kind = Kind::Other;
    QString text; ///< the system's or OpenSSL's words
    bool operator==(const TransportFailure &) const = default;
};

/// Seam between Session and the network: bytes, one upgrade to TLS, facts. Tests script it. It reports and
/// never judges; no certificate problem is a failure here.
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void connectTo(const Endpoint &endpoint, const std::optional<Proxy> &proxy) = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /// Takes up to `most` bytes of what has arrived.
    virtual QByteArray read(qsizetype most) = 0;
    /// Begins the client handshake. The caller has read everything that waited (docs/architecture.md
    /// "Rules").
    virtual void startTls(const QString &serverName, SuiteOffer suites) = 0;
    /// Orderly: close_notify, then FIN. `closed` follows.
    virtual void close() = 0;
    /// At once, without a word; no signal follows.
    virtual void abort() = 0;
    virtual QString localAddress() const = 0;

    /// What the handshake showed so far; complete at `secured` and at `failed`.
    virtual HandshakeFacts handshake() const = 0;
    virtual std::optional<TlsFacts> tls() const = 0;
    virtual std::optional<QList<QByteArray>> sentChain() const = 0;
    /// Whether the peer sent close_notify; meaningful once `closed` came.
    virtual bool sawCloseNotify() const = 0;

Q_SIGNALS:
    void connected();
    void readyRead();
    void secured();
    /// The peer ended the connection, or it ended after close().
    void closed();
    void failed(const mailseal::TransportFailure &failure);
};

/// The real one, on QSslSocket.
std::unique_ptr<Transport> makeSslTransport();

} // namespace mailseal
