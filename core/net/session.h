#pragma once

#include "dialogue/dialogue.h"
#include "values/endpoint.h"
#include "values/progress.h"
#include "values/proxy.h"
#include "values/sessionfacts.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace mailseal {

class Transport;

/// Which suites and signatures are offered: all that authenticate; anonymous suites too, on a second
/// connection; or one kind of key alone, to see which certificate a server has for it.
enum class SuiteOffer { Authenticating, WithAnonymous, RsaOnly, EcdsaOnly };

/// How far one connection goes.
enum class SessionDepth {
    Whole,      ///< as far as the dialogue goes
    ConnectOnly ///< TCP connect, then close: the short try of another port
};

/// One connection, planned in full before it starts.
struct SessionPlan
{
    Endpoint endpoint;
    QString serverName; ///< SNI; empty: none is sent
    SuiteOffer suites = SuiteOffer::Authenticating;
    SessionDepth depth = SessionDepth::Whole;
    std::optional<Proxy> proxy;
    std::optional<std::chrono::milliseconds> connectTimeout;   ///< null: limits::connect
    std::optional<std::chrono::milliseconds> greetingTimeout;  ///< null: limits::greeting
    std::optional<std::chrono::milliseconds> replyTimeout;     ///< null: limits::replyWait
    std::optional<std::chrono::milliseconds> handshakeTimeout; ///< null: limits::handshake
};

/// Asked once, right after the handshake (RFC 3207 §4.1): true goes on, false sends QUIT.
using GoOn = std::function<bool(const SessionFacts &)>;

/// One session: a Dialogue, of whatever protocol, driven over a Transport, with a deadline on every wait.
/// Everything that happens becomes a fact; nothing here decides about trust. Emits `finished` exactly once,
/// from the event loop.
class Session : public QObject
{
    Q_OBJECT
public:
    /// Neither may be null: `transport` is the seam to the network (makeSslTransport()), `dialogue` the one
    /// to the protocol (makeDialogue()). `timeBase`: microseconds that the transcript's clock already shows
    /// when this session starts (a second connection of one inspection).
    Session(std::unique_ptr<Transport> transport, std::unique_ptr<Dialogue> dialogue, SessionPlan plan,
            GoOn goOn, qint64 timeBaseUs = 0, QObject *parent = nullptr);
    ~Session() override;

    void start();
    /// Ends at once with `why` (Cancelled or DeadlineExceeded); what was seen stays.
    void abort(EndReason why);

    const SessionFacts &facts() const;
    /// The facts with how the session ends, as soon as nothing that still comes can change it; null before.
    std::optional<SessionFacts> settledFacts() const;
    const Progress &progress() const;

Q_SIGNALS:
    /// Facts or progress have grown.
    void changed();
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mailseal
