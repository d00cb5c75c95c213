#pragma once

#include "values/progress.h"
#include "values/reply.h"
#include "values/sessionfacts.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <variant>

/// A conversation as a function of what arrived: no socket, no clock, no log (docs/architecture.md "Seams").
namespace mailseal {

// What can arrive.
struct Connected
{
};
struct Line ///< one line of the server, without its end
{
    QByteArray text;
    qint64 cutBytes = 0; ///< octets of it that a bound dropped
};
struct Secured ///< the handshake is done; whether the client's policy goes on (RFC 3207 §4.1)
{
    bool goOn = true;
};
struct EarlyText ///< clear text that waited behind the 220 and was discarded (RFC 3207 §4)
{
    qint64 bytes = 0;
};
struct TimedOut ///< what was awaited did not come in time
{
};
struct Closed ///< the peer or the network ended the connection, or the handshake broke off
{
    bool byFatalAlert = false; ///< the peer broke TLS off
};
using Input = std::variant<Connected, Line, Secured, EarlyText, TimedOut, Closed>;

// What to do next.
struct Wait
{
};
struct Send ///< a command with its line end
{
    QByteArray line;
};
struct StartTls
{
};
struct Finish
{
    EndReason end = EndReason::Completed;
    std::optional<Reply> reply; ///< the server's words that ended it
    QByteArray words;           ///< a line that was no reply, where that ended it
};
using Action = std::variant<Wait, Send, StartTls, Finish>;

/// What a dialogue has learnt so far.
struct DialogueFacts
{
    std::optional<Reply> greeting;
    std::optional<Capabilities> capabilitiesBeforeTls;
    std::optional<Capabilities> capabilitiesAfterTls;
    std::optional<Reply> ehloAfterTlsReply;
    bool sawStarttls220 = false;
    bool heloUsed = false;
    QList<Finding> remarks;
};

/// One protocol's conversation. A protocol is one class of these, its line in dialogues.cpp and its row in
/// values/target.cpp.
class Dialogue
{
public:
    Dialogue() = default;
    Dialogue(const Dialogue &) = delete;
    Dialogue &operator=(const Dialogue &) = delete;
    virtual ~Dialogue() = default;

    virtual Action on(const Input &input) = 0;
    /// What is awaited now, for deadlines and for people; it names the step that a line of the transcript
    /// belongs to as well.
    virtual Stage awaited() const = 0;
    virtual const DialogueFacts &learnt() const = 0;
    /// Whether the deadline is the courtesy's (QUIT): the outcome is known already.
    virtual bool isDecided() const = 0;
    /// How it ends, as soon as nothing that still comes can change it; null before.
    virtual std::optional<Finish> settled() const = 0;
    /// Whether the server may say this line at any time, unasked, to end the session by it.
    virtual bool isGoodbye(const QByteArray &line) const = 0;
    /// Octets, CRLF among them, that the protocol allows a line of the server; 0: it sets no bound.
    virtual qint64 longestLine() const = 0;
};

} // namespace mailseal
