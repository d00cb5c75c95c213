#pragma once

#include "values/badgestate.h"
#include "values/inspection.h"
#include "values/tone.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace mailseal {

/// Why, one sentence each (Wording::headline). Args in their order; `because` where a finding decides.
enum class BadgeCode {
    NotJudged,
    NullMx,
    // judged without a connection
    FileTrusted,
    FileTrustedNoName,
    FileTrustedByDane,
    FileNeedsAttention, ///< `because`
    FileRefused,        ///< `because`
    // sound
    TrustedByCa,        ///< protocol
    TrustedByDane,      ///< protocol
    TrustedByCaAndDane, ///< protocol
    // somebody should look
    NeedsAttention,   ///< `because`
    NotAuthenticated, ///< `because`
    // broken
    BogusAnswer,     ///< name; `because`
    InjectedText,    ///< octets
    ClearTextOnly,   ///< –
    StarttlsMasked,  ///< –
    StarttlsRefused, ///< code, text
    HandshakeFails,  ///< `because`
    NeedsName,       ///< TLS only for clients that send SNI
    HeldBack,        ///< `because`: TLS comes up, and a sender that asks for nothing more does not deliver
    HeldBackWithoutName, ///< `because`: the same of senders that send no SNI
    FailsWithName,       ///< TLS only for clients that send none
    RefusedInside,       ///< code, text
    DaneBroken,          ///< `because`
    StsBroken,           ///< `because`
    CertificateRevoked,  ///< –
    // could not be told
    TlsAtOnce,         ///< `because`
    PlainSmtp,         ///< `because`
    RefusesUs,         ///< code, text
    TurnsUsAway,       ///< code, text: for now
    RefusedHere,       ///< `because`
    PromiseUntold,     ///< `because`
    InsideRefused,     ///< code, text: TLS comes up, and what follows says nothing of mail
    InsideUntold,      ///< wire name of the end: the same
    WithoutNameUntold, ///< `because`: what senders without SNI meet
    NotTold            ///< wire name of the end
};

/// The one lead about a server: list, headline, report, JSON and command line show it, and the four answers
/// and the verdicts cannot say otherwise, for it is made of them.
struct ServerBadge
{
    BadgeState state = BadgeState::Unknown;
    BadgeCode code = BadgeCode::NotJudged;
    QStringList args;
    std::optional<Finding> because;
    bool operator==(const ServerBadge &) const = default;
};

ServerBadge serverBadge(const Inspection &inspection);

Tone toneOf(const ServerBadge &badge);
inline Tone toneOf(const Inspection &inspection) { return toneOf(serverBadge(inspection)); }
/// The badge of a domain: that of its worst server; unknown where there is none.
Tone toneOf(const QList<Inspection> &inspections);
/// The one that a person should see first. What could not be told is worse than a warning: it may be
/// anything.
Tone worse(Tone one, Tone other);

} // namespace mailseal
