#pragma once

#include "values/finding.h"
#include "values/tone.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace mailseal {

/// What a person wants to know first. Each is answered here alone: window and reports show the same answer.
enum class Question {
    Encrypted,
    SelfSigned,
    Name,
    Certificate,
    Dns,    ///< where a mail domain was asked for
    Acting, ///< what the client does that was acted as
    // what the parts of the DNS come to
    Resolver,
    Tlsa,
    StsPolicy,
    TlsReports
};

/// The answer; the comment names the args in their order. Names of policies, protocols and ends are wire
/// names.
enum class AssessmentCode {
    // of every question about a certificate
    NoCertificate,     ///< TLS came about without one
    CertificateUnseen, ///< the session did not come to one
    // Encrypted
    Encrypted,           ///< protocol, cipher, key exchange or empty
    NotEncrypted,        ///< the end
    EncryptionUntold,    ///< the end
    EncryptionNotAsked,  ///< nothing was connected to
    OutdatedProtocol,    ///< beside Encrypted
    AuthenticatesNobody, ///< beside Encrypted: an anonymous suite
    RefusedInside,       ///< beside Encrypted: TLS came up, and mail is refused inside it
    OnlyWithoutName,     ///< beside Encrypted: clients that send SNI get no TLS, or are refused inside it
    NotForEverybody,     ///< beside Encrypted: the headline says for whom
    OnlyWithName,        ///< beside Encrypted: clients that send no SNI get no TLS
    EndedInside, ///< beside Encrypted: the end; nobody knows whether TLS is of use (docs/judgement.md)
    // Self-signed
    IssuedByAnother,  ///< the issuer
    OwnIssuer,        ///< number of clients that answered, those that accept it
    UnknownRoot,      ///< –
    OwnIssuerTrusted, ///< –
    // Name
    NoNameGiven,        ///< –
    NameOfAnother,      ///< the first certificate is not the server's own
    NameMatches,        ///< the name that was looked for, the name that matches
    NameInCommonName,   ///< the name that was looked for, the common name: some clients take it
    NameMatchesForSome, ///< the name that was looked for, the wildcard that OpenSSL does not take
    NameDiffers,        ///< the name that was looked for, the certificate's names
    // Certificate; the leaf says until when
    CertificateFault,   ///< `because` is the fault
    CertificateTrusted, ///< –
    NoKnownCa,          ///< –
    NotTrusted,         ///< –
    // Dns
    NotLookedUp,
    TakesNoMail,
    NoSuchDomain,
    MxBogus,
    AddressBogus,
    MxLookupFailed,
    DaneDiffers,
    StsDiffers,
    DaneUntold,
    DaneMatches,
    StsEnforced,
    StsTesting,
    NeitherDaneNorSts,
    // Acting
    ActedUnder, ///< standing, delivery; `because` is the deciding fact
    NotJudged,  ///< –
    // Resolver
    LookedUp,             ///< the resolver, number of questions
    LookedUpWithoutSigns, ///< the same: it leaves DNSSEC signatures out
    // Tlsa
    TlsaUntold,         ///< –
    TlsaBogus,          ///< –
    TlsaAbsent,         ///< the name
    TlsaUnsigned,       ///< –
    TlsaSigningUntold,  ///< –
    TlsaUncompared,     ///< number of records
    TlsaUnusable,       ///< number of records
    TlsaKnowsServer,    ///< number that match, number of usable ones
    TlsaFailsOtherwise, ///< number that match, number of usable ones
    TlsaMatchesNone,    ///< number of usable ones
    // StsPolicy
    StsUntold,       ///< –
    StsRecordFaulty, ///< –
    StsAbsent,       ///< –
    StsNotFetched,   ///< –
    StsFetchFailed,  ///< wire name of the fetch's end
    StsInvalid,      ///< –
    StsEnforceNames, ///< the host
    StsEnforceOmits, ///< the host
    StsTestingNames, ///< the host
    StsTestingOmits, ///< the host
    StsModeNone,     ///< –
    // TlsReports
    ReportsUntold, ///< –
    ReportsGo,     ///< where to
    ReportsAbsent  ///< –
};

/// One answer as values: no prose, no layout.
struct Assessment
{
    Question question = Question::Encrypted;
    Tone tone = Tone::Unknown;
    AssessmentCode code = AssessmentCode::EncryptionUntold;
    QStringList args;
    QList<AssessmentCode> besides;  ///< what else is to be said, and lowers the tone
    std::optional<Finding> because; ///< the deciding fact, where one finding is it
    bool operator==(const Assessment &) const = default;
};

/// Whether it says only that nothing has been seen: of a session that still runs, not yet.
bool isAbsence(const Assessment &assessment);

} // namespace mailseal
