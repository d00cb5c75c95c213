#pragma once

#include "values/evidence.h"

#include <optional>

namespace mailseal {

/// The further connection that keeps the answer of a main session right.
enum class SecondTry {
    None,
    AskOnceMore,     ///< STARTTLS was missing; a server behind a balancer may offer it the next time
    AnonymousSuites, ///< no suite in common: is there one without a certificate?
    TlsAtOnce,       ///< no greeting came: does the server wait for a handshake?
    OtherPorts       ///< port 25 is silent: is the host down, or the port filtered?
};

/// 421 closes the channel (RFC 5321 §3.8): whoever hears it stays away.
bool isThrottled(const SessionFacts &facts);

/// One connection was offered STARTTLS and another one was not.
Finding intermittent(const SessionFacts &with, const SessionFacts &without);

/// By the main session alone.
SecondTry dueSecondTry(const Evidence &evidence);

/// What the second connection showed becomes evidence behind the first; the answer is the note for the
/// transcript, where there is something to say.
std::optional<NoteCode> keepAskedOnceMore(Evidence &evidence, const SessionFacts &second);
std::optional<NoteCode> keepAnonymousSuites(Evidence &evidence, const SessionFacts &second);
std::optional<NoteCode> keepTlsAtOnce(Evidence &evidence, const SessionFacts &second);

} // namespace mailseal
