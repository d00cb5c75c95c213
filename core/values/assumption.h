#pragma once

#include <QString>
#include <QStringList>

namespace mailseal {

/// What was assumed and not seen: a certificate judged offline, or a "what if" of a person.
enum class AssumptionKind {
    StarttlsOffered,
    Tls13,
    TlsaSecure,      ///< number of records: given by a person and taken as DNSSEC-secure
    StsPolicyGiven,  ///< –
    StsMode,         ///< the mode's wire name
    AtTime,          ///< ISO 8601
    ExtraRoot,       ///< subject
    ReferenceName,   ///< the name
    FromNewerVersion ///< text as read from a newer file
};

struct Assumption
{
    AssumptionKind kind = AssumptionKind::FromNewerVersion;
    QStringList args; ///< as the enumerator's comment says
    bool operator==(const Assumption &) const = default;
};

} // namespace mailseal
