#pragma once

#include "net/session.h"
#include "net/transport.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>
#include <optional>

namespace mailseal {

/// A conversation as one reads it, a line a step:
///     S: text    the server's line, CRLF added; lines that follow each other travel in one segment
///     S~ text    the same with a bare LF
///     S! bytes   bytes without a line end
///     |          the next bytes are a segment of their own
///     C: text    the client's line is awaited; another one, or one that comes before, is a complaint
///     TLS        the handshake is awaited and completes
///     TLS ALERT  the handshake is awaited and ends with handshake_failure
///     ALERT      the server breaks TLS off with certificate_required
///     NOTIFY     the server closes with close_notify
///     CLOSE      the server closes, no more
///     RESET      the connection breaks
///     REFUSED, UNREACHABLE, PROXY   the connection does not come about
/// Behind the last line the server is silent.
using Conversation = QList<QByteArray>;

struct Playing
{
    bool byteByByte = false;
    int cutAfterLine = -1; ///< so many lines of the server, then it closes
};

/// What the transport saw of its client; outlives it.
struct ScriptLog
{
    QStringList complaints;
    QByteArray written;
    QList<SuiteOffer> offers;
    QStringList serverNames;
    bool aborted = false;
};

int serverLines(const Conversation &conversation);

/// A server that plays a conversation, without a network.
class ScriptedTransport : public Transport
{
    Q_OBJECT
public:
    ScriptedTransport(Conversation conversation, Playing playing, std::shared_ptr<ScriptLog> log);

    void connectTo(const Endpoint &endpoint, const std::optional<Proxy> &proxy) override;
    void write(const QByteArray &bytes) override;
    QByteArray read(qsizetype most) override;
    void startTls(const QString &serverName, SuiteOffer suites) override;
    void close() override;
    void abort() override;
    QString localAddress() const override;
    HandshakeFacts handshake() const override { return m_handshake; }
    std::optional<TlsFacts> tls() const override { return m_tls; }
    std::optional<QList<QByteArray>> sentChain() const override { return m_chain; }
    bool sawCloseNotify() const override { return m_closeNotify; }

private:
    void soon();
    void play();
    bool playLine(const QByteArray &first);
    void gather();
    void deliver();
    void secure(const QByteArray &line);
    void breakOff(TransportFailure::Kind kind, int alert);
    void complain(const QString &what);

    Conversation m_script;
    Playing m_playing;
    std::shared_ptr<ScriptLog> m_log;
    QByteArray m_underway; ///< sent by the server, not yet arrived
    QByteArray m_arrived;
    QByteArray m_said; ///< by the client, not yet a line
    int m_linesLeft;
    bool m_isConnected = false;
    bool m_tlsAwaited = false;
    bool m_closeNotify = false;
    HandshakeFacts m_handshake;
    std::optional<TlsFacts> m_tls;
    std::optional<QList<QByteArray>> m_chain;
};

} // namespace mailseal
