#pragma once

#include "values/dns.h"
#include "values/finding.h"

#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// Why a text is no TLSA record. Sentences are made in report/wording.
enum class TlsaTextError {
    Empty,
    TooLong,
    FieldMissing, ///< fewer than usage, selector and matching type
    BadUsage,
    BadSelector,
    BadMatchingType,
    DataMissing,
    BadHex,
    OddHex,       ///< half an octet is missing
    LengthDiffers ///< RFC 3597: another number of octets than it says
};

/// Why a TLSA record counts as it does.
enum class TlsaReason {
    Matches,
    Differs,             ///< usable, and no certificate it may speak of has that value
    UsageUnusable,       ///< PKIX-TA(0), PKIX-EE(1): RFC 7672 §3.1.3; or unknown
    SelectorUnknown,     ///< RFC 6698 §2.1.2
    MatchingTypeUnknown, ///< RFC 6698 §2.1.3
    LengthWrong,         ///< a digest of another length than its matching type's
    DataUnreadable,      ///< Full(0) that is no certificate or no public key
    WeakerDigest,        ///< set aside by digest agility (RFC 7671 §9)
    AuthorityNotSent,    ///< TA(2) by digest of a certificate that the server does not send (RFC 7671 §5.2)
    NotCompared          ///< there is no certificate to compare with
};

struct TlsaOutcome
{
    TlsaRecord record;
    bool usable = false;
    bool matches = false;     ///< true of a record that is set aside too, which counts for nothing then
    std::optional<int> depth; ///< index into the chain as sent; null where nothing sent matched
    bool setAside = false; ///< usable, and a stronger digest of the same usage and selector stands beside it
    TlsaReason why = TlsaReason::NotCompared;
    bool operator==(const TlsaOutcome &) const = default;
};

/// A record that a certificate would match.
struct TlsaProposal
{
    TlsaRecord record;
    int depth = 0; ///< index into the chain as sent
    bool operator==(const TlsaProposal &) const = default;
};

/// The records against one chain: the table that is shown, and what OpenSSL's own DANE engine says of it.
struct DaneFacts
{
    QList<TlsaOutcome> records; ///< in the order of the answer
    int usable = 0;
    bool authenticated = false; ///< the engine's verdict: RFC 7672 §3.1 and §3.2, name and date where TA(2)
    std::optional<int> matched; ///< index into records: the one that authenticated
    QList<Finding> problems;    ///< the engine's other complaints: name-mismatch, expired … (TA only)
    bool operator==(const DaneFacts &) const = default;
};

} // namespace mailseal
