#pragma once

#include "values/reply.h"
#include "values/sessionfacts.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <variant>

/// A conversation as a function of what arrived: no socket, no clock, no log (ARCHITECTURE rule 2).
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

} // namespace mailseal
