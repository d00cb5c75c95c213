#pragma once

#include "values/finding.h"
#include "values/reply.h"
#include "values/tlsfacts.h"
#include "values/transcript.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// How a session ended: exactly one terminal state a run (docs/file-format.md "End").
enum class EndReason {
    Completed,
    QuitAfterHandshake,
    StarttlsNotOffered,
    StarttlsMasked,
    StarttlsRefused,
    HandshakeFailed,
    EhloRefused,
    RefusedAfterTls,
    ResolveFailed,
    NullMx,
    ConnectionRefused,
    Unreachable,
    ConnectTimeout,
    GreetingTimeout,
    GreetingRefused,
    ReplyTimeout,
    HandshakeTimeout,
    ReplyTooLong,
    ProtocolError,
    ClosedEarly,
    ProxyFailed,
    Cancelled,
    DeadlineExceeded,
    Offline,
    FromNewerVersion ///< an end that only a newer version knows, of its file
};

/// Microseconds each step took; null where it was not reached.
struct Timings
{
    std::optional<qint64> resolveUs;
    std::optional<qint64> connectUs;
    std::optional<qint64> greetingUs;
    std::optional<qint64> ehloUs;
    std::optional<qint64> starttlsUs;
    std::optional<qint64> handshakeUs;
    std::optional<qint64> ehloAfterTlsUs;
    std::optional<qint64> quitUs;
    std::optional<qint64> totalUs;
    bool operator==(const Timings &) const = default;
};

/// The lines of an EHLO reply after the first, without the code, as sent (RFC 5321 §4.1.1.1).
using Capabilities = QList<QByteArray>;

/// Clear text that waited behind the 220 to STARTTLS: discarded, kept as evidence (RFC 3207 §4, §6).
struct EarlyPlaintext
{
    qint64 bytes = 0; ///< all of it
    QByteArray text;  ///< as much as was kept
    bool operator==(const EarlyPlaintext &) const = default;
};

/// How the TCP connection closed after TLS was up.
enum class TlsClosure { NotSeen, CloseNotify, Truncated, ByUs };

/// Everything that one connection showed. Filled step by step; what was not reached stays null.
struct SessionFacts
{
    EndReason end = EndReason::Cancelled;
    std::optional<Reply> endReply; ///< the server's own words that ended it
    QString endText;               ///< the system's or OpenSSL's words where no reply ended it; may be empty
    std::optional<HandshakeFacts> handshake;
    Timings timings;
    Transcript transcript;
    std::optional<Capabilities> capabilitiesBeforeTls;
    std::optional<Capabilities> capabilitiesAfterTls;
    std::optional<EarlyPlaintext> earlyPlaintext;
    std::optional<TlsFacts> tls;
    std::optional<QList<QByteArray>>
        sentChain; ///< DER as sent, leaf first; null: no certificate message was seen
    std::optional<Reply> greeting;
    std::optional<Reply> ehloAfterTlsReply;
    bool sawStarttls220 = false;
    bool heloUsed = false; ///< EHLO was refused and HELO taken
    TlsClosure closure = TlsClosure::NotSeen;
    QString localAddress;   ///< the source address of the connection; empty where none came about
    QList<Finding> remarks; ///< departures seen on the way: greeting-slow, bare-lf, early-plaintext …
    bool operator==(const SessionFacts &) const = default;
};

} // namespace mailseal
