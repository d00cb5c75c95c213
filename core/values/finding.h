#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace mailseal {

/// What was found, as a code; all else that is said of a code is its row in core/findings.
/// The comment names the args in their order; certificates are named by their subject (or "certificate N").
enum class FindingCode {
    // why a verdict is as it is
    SessionEndedByPolicy,   ///< policy id
    CertificatesNotChecked, ///< –
    Encrypted,              ///< protocol, cipher
    ChainAndNameFine,       ///< matched presented name, anchor's subject
    PinMatch,               ///< "certificate" or "spki", sha256
    // the chain
    SelfSignedLeaf,        ///< subject
    UntrustedRoot,         ///< subject of the self-signed end of the chain
    IncompleteChain,       ///< issuer that is missing
    Expired,               ///< notAfter (ISO 8601), subject
    NotYetValid,           ///< notBefore (ISO 8601), subject
    ExpiresSoon,           ///< notAfter (ISO 8601), whole days left, subject
    NameMismatch,          ///< reference name, presented names joined by ", "
    CnOnly,                ///< reference name, the common name
    CnCounts,              ///< reference name, the common name that named it
    WildcardTopLevel,      ///< reference name, the presented name ("*.com")
    WildcardExcluded,      ///< the presented wildcard, the excluded name, subject of the CA that excludes it
    AddressNotCompared,    ///< the address that was typed
    NoReferenceName,       ///< what was typed
    WeakKey,               ///< type, bits, subject
    WeakSignature,         ///< algorithm, subject
    MisorderedChain,       ///< –
    SurplusCertificate,    ///< subject
    DuplicateCertificate,  ///< subject
    RootSent,              ///< subject
    WrongPurpose,          ///< subject
    InvalidCa,             ///< subject, OpenSSL's text
    UnreadableCertificate, ///< OpenSSL's text
    ChainInvalid,          ///< subject, OpenSSL's text: any other verification error
    CaFirst,               ///< subject of the first, number of the server's own, its subject
    IssuerExpired,         ///< notAfter (ISO 8601), subject: a CA as sent
    AnchorExpired,         ///< notAfter (ISO 8601), subject: a CA in the trust store
    UnknownIssuer,         ///< issuer that is missing, subject of the last one sent
    IssuerKeyIdDiffers,    ///< whose copy ("sent", "store"), subject, the issuer's subject, key id asked for,
                           ///< key id
    IssuerNameDiffers,     ///< whose copy, subject, subject of the one that signed, name asked for
    IssuerKeyDiffers,      ///< whose copy, subject, the issuer's subject
    PathMissed, ///< subjects of the path joined by " → ", where OpenSSL goes astray: subject, with its number
                ///< if it was sent
    NameExcluded,           ///< name ("DNS:…"), the CA's subject, what it excludes
    NameNotPermitted,       ///< name ("DNS:…"), the CA's subject, what it permits
    CriticalExtension,      ///< subject, extensions joined by ", "
    MisplacedExtensions,    ///< subject, the certificate's version
    MustStapleUnmet,        ///< subject
    OrderToWrite,           ///< numbers as sent, with subjects, joined by " → "
    OnlyOpenSslTrusts,      ///< –
    OnlyGnuTlsTrusts,       ///< –
    GnuTlsNotAsked,         ///< –
    GnuTlsNoIssuer,         ///< subject, its issuer
    GnuTlsRefuses,          ///< subject, what GnuTLS says
    GnuTlsDiffers,          ///< delivery's wire name by GnuTLS's word
    WeakKeyExchange,        ///< group
    WeakHandshakeSignature, ///< IANA SignatureScheme
    NoCertificate,          ///< –
    AnonymousSuite,         ///< cipher
    PinMismatch,            ///< number of pins
    NoPins,                 ///< –
    LegacyProtocol,         ///< protocol
    RevocationNotChecked,   ///< –
    RevocationGood,         ///< when the stapled response was made (ISO 8601)
    RevocationUnproved,     ///< what is wrong with the stapled response
    Revoked,                ///< when it was revoked (ISO 8601)
    // the DNS
    MxInsecure,           ///< mail domain, MX host
    DomainUnsigned,       ///< mail domain, its signed MX host
    MxBogus,              ///< mail domain, the validator's words
    BogusPassedOver,      ///< wire name of the delivery by a sender without validation
    DnssecSha1,           ///< name, the signature's algorithm
    LookupUnanswered,     ///< name, wire name of the lookup's end, type
    NullMxBesideOthers,   ///< mail domain
    NullMx,               ///< mail domain
    MxIsAlias,            ///< MX host, where the alias leads
    ResolverStripsDnssec, ///< the resolver's name
    ServersLeftOut,       ///< number
    // DANE, and who a sender is
    TlsaMatch,            ///< record, the certificate's subject or empty where it is not sent
    TlsaMismatch,         ///< number of usable records
    TlsaTaNotSent,        ///< record
    TlsaWeakerMatches,    ///< record that is set aside
    TlsaUnusable,         ///< number of unusable records, number of records
    TlsaNone,             ///< name
    TlsaInsecure,         ///< name without signatures
    TlsaBogus,            ///< name, the validator's words
    TlsaLookupFailed,     ///< name, wire name of the lookup's end
    TlsaNotLookedUp,      ///< host
    TlsaNoName,           ///< address
    AddressBogus,         ///< host, the validator's words
    DnssecNotTold,        ///< name
    RelayService,         ///< service's wire name
    CnTakenByOlder,       ///< the common name
    RequireTlsOffered,    ///< –
    RequireTlsNotOffered, ///< –
    RequireTlsNotSeen,    ///< –
    VariantDiffers,       ///< which handshake ("no-sni", "RSA", "ECDSA", "sni"), its delivery's wire name
    VariantNotSeen,       ///< which handshake, wire name of that connection's end
    // the dialogue
    StarttlsNotOffered,        ///< –
    StarttlsIntermittent,      ///< greeting of the first connection, greeting of the second
    StarttlsMasked,            ///< the masked keyword
    StarttlsRefused,           ///< code, server's text
    HandshakeFailed,           ///< alert's name or empty, OpenSSL's text or empty
    ClientCertificateDemanded, ///< alert's name or empty
    ClosedInsideTls,           ///< –
    ClearTextForTls,           ///< –
    HandshakeRefusedHere,      ///< name of the alert that we sent, OpenSSL's text or empty
    SpeaksTlsAtOnce,           ///< port, protocol
    SpeaksClearText,           ///< –
    RefusedAfterTls,           ///< code, server's text
    Unreachable,               ///< wire name of the end, system's text or empty
    GreetingRefused,           ///< code, server's text
    EhloRefused,               ///< code, server's text
    NoUsableReply,  ///< wire name of the end (timeouts, closed-early, protocol-error, reply-too-long), detail
    NotInspected,   ///< wire name of the end (cancelled, deadline-exceeded)
    Throttled,      ///< code, server's text
    GreetingSlow,   ///< seconds waited
    EarlyPlaintext, ///< bytes
    BareLf,         ///< number of lines
    LongLine,       ///< octets of the longest reply line, over 512 (RFC 5321 §4.5.3.1.5)
    ReplyCodeUnusual,  ///< step ("greeting", "ehlo", "starttls"), code: another 2xx than the RFC's
    ReplyCodesDiffer,  ///< the last line's code: the lines of one reply differ (RFC 5321 §4.2.1)
    UnexpectedReply,   ///< the line that came out of turn
    HeloOnly,          ///< code of the EHLO refusal
    CapabilityCase,    ///< the keyword as sent
    EhloNameNotFqdn,   ///< the EHLO name
    Port25BlockedHere, ///< ports that answered, joined by ", "
    HostDown,          ///< ports that were tried, joined by ", "
    // MTA-STS (RFC 8461) and TLS-RPT (RFC 8460); those of a policy carry their line
    NotForThisService,    ///< service's wire name
    StsNoPolicy,          ///< domain
    StsInspectDomain,     ///< host
    StsNotLookedUp,       ///< domain
    StsLookupFailed,      ///< name, wire name of the lookup's end
    StsSeveralRecords,    ///< number of records that begin with v=STSv1
    StsRecordInvalid,     ///< the part that breaks the record, or empty where id= is missing
    TxtRecordIgnored,     ///< name, text of the record
    StsOlderPolicyCached, ///< –
    StsOlderPolicyDefers, ///< MX host
    StsFetchFailed,       ///< wire name of the fetch's end, detail
    StsContentType,       ///< media type
    StsLineInvalid,       ///< the line
    StsPolicyInvalid,     ///< policy URL's host
    StsFieldMissing,      ///< key
    StsFieldInvalid,      ///< key, value
    StsFieldRepeated,     ///< key
    StsFieldUnknown,      ///< key
    StsMxInvalid,         ///< pattern
    StsMxAddress,         ///< pattern
    StsMxNotAscii,        ///< pattern, its A-label form
    StsMxTrailingDot,     ///< pattern
    StsByteOrderMark,     ///< –
    StsUtf16,             ///< –
    StsBadOctet,          ///< hex of the octet
    StsEmptyLine,         ///< –
    StsMaxAgeShort,       ///< seconds
    StsMxMatch,           ///< MX host, pattern
    StsMxMismatch,        ///< MX host, patterns joined by ", "
    StsAnyPatternDiffers, ///< MX host, pattern
    StsModeTesting,       ///< –
    StsModeNone,          ///< –
    TlsRptNoRecord,       ///< domain
    TlsRptSeveralRecords, ///< number of records that begin with v=TLSRPTv1
    TlsRptRecordInvalid,  ///< the part that breaks the record, or empty where rua= is missing
    TlsRptUriInvalid,     ///< the URI
    // what real senders make of it, where programs of one class differ
    HoldsForSender,        ///< whose way the verdict is, another sender's delivery (wire name), that sender
    ClearTextIfTaken,      ///< –
    NoSuchHost,            ///< name, wire name of the lookup's end (nxdomain, no-data)
    SecondGreeting,        ///< –
    GreetingInsideTls,     ///< –
    BlankLine,             ///< number of lines
    KeywordWithValue,      ///< the keyword as sent
    NoSecureRenegotiation, ///< –
    HandshakeBelowLevel,   ///< protocol
    ChainBelowLevel,       ///< signature algorithm, or key type and bits, subject
    ChainTooDeep,          ///< number of intermediates, most that are followed
    TlsaFromRecord,        ///< record
    TlsaAtAlias,           ///< alias, where it leads
    ManyTlsaRecords,       ///< number
    FromNewerVersion       ///< a code this version does not know: args = code, text, advice as read
};

enum class Severity { Info, Notice, Warning, Error };

struct Finding
{
    FindingCode code = FindingCode::FromNewerVersion;
    Severity severity = Severity::Info;
    std::optional<int> depth; ///< index into the chain as sent
    QStringList args;
    std::optional<int> line = std::nullopt; ///< in a policy text, from 1
    bool operator==(const Finding &) const = default;
};

} // namespace mailseal
