#pragma once

#include "values/inspection.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <optional>
#include <variant>

namespace mailseal {

/// How the two sides of a row stand to each other. NotComparable: one side has the fact, the other could not
/// be asked (unreachable, ended before), so nothing is said about it and nothing is counted.
enum class Relation { Same, Differs, OnlyLeft, OnlyRight, NotComparable };

/// What the step from left to right does to a verdict: Better means that the right side is the better one.
enum class Effect { None, Better, Worse };

/// The groups in the order in which they are shown.
enum class ComparedGroup {
    Verdicts,
    Certificates,
    Names,
    Dns,
    Sts, ///< MTA-STS and TLS-RPT
    Tls,
    Dialogue,
    Conformance,
    Circumstances, ///< what was asked, when and from where: never counted
    Timings        ///< never counted
};

/// What a row is about; `RowTopic` says of which certificate, keyword, policy. The comment names the type of
/// the two values where it is not the obvious one.
enum class Fact {
    VerdictOfPolicy, ///< Verdict; of a PolicyId
    // certificates; those of one certificate have a position
    Chain,              ///< qint64, certificates sent: where one side alone has a chain
    Trusted,            ///< bool
    SelfSigned,         ///< SelfSignedKind, or false
    Ordered,            ///< bool
    Anchor,             ///< QString, its subject
    ChainProblem,       ///< Finding; of its FindingCode, with a position where it has a depth
    WholeCertificate,   ///< CertificateFacts: where one side alone has one at this position
    Subject,            ///< QString
    Issuer,             ///< QString
    Serial,             ///< QString
    NotBefore,          ///< QDateTime
    NotAfter,           ///< QDateTime
    PublicKey,          ///< KeyStrength
    SignatureAlgorithm, ///< QString
    AlternativeNames,   ///< QStringList, "DNS:…" and "IP:…"
    Fingerprint,        ///< QString, SHA-256
    KeyFingerprint,     ///< QString, SHA-256
    Variant,            ///< CertificateFacts: another first certificate; of "no-sni", "RSA", "ECDSA" …
    // names
    NameMatches,    ///< bool: the certificate names the host
    ReferenceNames, ///< QStringList; never counted
    MatchedBy,      ///< QString; never counted, it follows from the names
    PresentedName,  ///< NameComparison; of "DNS:…"; never counted, AlternativeNames is
    // the DNS
    MxLookup,      ///< LookupResult
    MxRecords,     ///< QStringList; of one domain, else never counted
    MxPreference,  ///< qint64; never counted, MxRecords is
    AddressLookup, ///< LookupResult
    Addresses,     ///< QStringList; never counted
    TlsaLookup,    ///< LookupResult
    TlsaBase,      ///< QString; never counted
    TlsaRecords,   ///< QStringList
    TlsaMatches,   ///< bool: the records authenticate the server
    StsRecord,     ///< bool: exactly one valid record
    StsLookup,     ///< LookupResult
    StsId,         ///< QString; of one domain, else never counted
    StsFetched,    ///< StsFetchEnd
    StsPolicyMode, ///< StsMode
    StsMaxAge,     ///< qint64, seconds
    StsPatterns,   ///< QStringList; of one domain, else never counted
    StsMxMatches,  ///< bool
    StsProblem,    ///< Finding; of its FindingCode
    TlsRptLookup,  ///< LookupResult
    TlsRptUris,    ///< QStringList; of one domain, else never counted
    TlsRptProblem, ///< Finding; of its FindingCode
    // TLS
    Encryption,                 ///< TlsFacts: where one side alone has TLS
    Protocol,                   ///< TlsProtocol
    Cipher,                     ///< QString
    KeyExchange,                ///< QString
    HandshakeSignature,         ///< QString
    ClientCertificateRequested, ///< bool
    ServerNameSent,             ///< QString; never counted, it is the reference name
    AlertReceived,              ///< TlsAlert
    AlertSent,                  ///< TlsAlert
    StapledStatus,              ///< OcspStatus
    StapledVerified,            ///< bool
    StapledAt,                  ///< QDateTime; never counted
    // the dialogue
    SessionEnd,          ///< EndReason
    SessionEndReply,     ///< Reply; counted by its codes
    Greeting,            ///< Reply; never counted: it holds names and times
    ExtensionsBeforeTls, ///< Capabilities: where one side alone has a list
    ExtensionsAfterTls,
    ExtensionBeforeTls, ///< Capabilities, all lines of one keyword; of the keyword in upper case
    ExtensionAfterTls,
    Remark,           ///< Finding; of its FindingCode
    ConformanceCheck, ///< ConformanceRow; of a ConformanceId
    // circumstances
    Host,          ///< QString
    Address,       ///< Endpoint
    ConnectedTo,   ///< Endpoint
    ServiceSpoken, ///< Service
    TlsStart,      ///< Start
    ActingPolicy,  ///< PolicyId
    Resolver,      ///< QString
    TrustStore,    ///< QString
    ObservedFrom,  ///< QString
    EhloName,      ///< QString
    ObservedAt,    ///< QDateTime
    JudgedAt,      ///< QDateTime
    // timings, std::chrono::microseconds
    ResolveTime,
    ConnectTime,
    GreetingTime,
    EhloTime,
    StarttlsTime,
    HandshakeTime,
    EhloAfterTlsTime,
    QuitTime,
    TotalTime
};

/// The identity of a row: the same topic means the same fact in every comparison.
struct RowTopic
{
    using Of = std::variant<std::monostate, PolicyId, ConformanceId, FindingCode, QString, QByteArray>;
    Fact fact = Fact::SessionEnd;
    std::optional<int> position; ///< depth of the certificate in the chain as sent
    Of of;                       ///< text: a presented name, a code of a newer version; octets: a keyword
    bool operator==(const RowTopic &) const = default;
};

struct KeyStrength
{
    QString type;
    int bits = 0;
    bool operator==(const KeyStrength &) const = default;
};

struct LookupResult
{
    DnssecState dnssec = DnssecState::Unknown;
    LookupEnd lookup = LookupEnd::NoData;
    bool operator==(const LookupResult &) const = default;
};

/// What one side says, as codes and server text; wording/comparisonwording makes words of it. monostate: this
/// side has nothing to say.
using ComparedValue =
    std::variant<std::monostate, bool, qint64, QString, QStringList, QDateTime, std::chrono::microseconds,
                 Verdict, CertificateFacts, Finding, SelfSignedKind, KeyStrength, NameComparison, TlsFacts,
                 TlsProtocol, TlsAlert, EndReason, Reply, Capabilities, ConformanceRow, Endpoint, Service,
                 Start, PolicyId, LookupResult, StsMode, StsFetchEnd, OcspStatus>;

/// Where one side's fact is proved.
enum class ProofPlace {
    Nowhere,
    TranscriptLines,    ///< indexes of transcript entries
    CertificateSent,    ///< depth; none: the chain as a whole
    NameChecked,        ///< index into names.checks; none: the page
    VerdictGiven,       ///< index into verdicts
    ConformanceChecked, ///< index into conformance
    DnsAnswers,         ///< the page
    StsPolicyRead       ///< the page
};

struct RowProof
{
    ProofPlace place = ProofPlace::Nowhere;
    QList<int> indexes;
    bool operator==(const RowProof &) const = default;
};

struct ComparedRow
{
    RowTopic topic;
    ComparedValue left;
    ComparedValue right;
    Relation relation = Relation::Same;
    bool counts = true; ///< false: shown, but no difference of it is counted
    Effect effect = Effect::None;
    /// The verdicts that this difference makes better or worse: a verdict's own row names itself, other rows
    /// name those they decided. Empty with an effect: the row's own outcome alone (a conformance check).
    QList<PolicyId> affects;
    RowProof leftProof;
    RowProof rightProof;
    bool operator==(const ComparedRow &) const = default;

    bool isDifference() const
    {
        return counts && relation != Relation::Same && relation != Relation::NotComparable;
    }
};

struct ComparedRows
{
    ComparedGroup group = ComparedGroup::Verdicts;
    QList<ComparedRow> rows;
    int differences = 0;
    bool operator==(const ComparedRows &) const = default;
};

struct AlignedLine
{
    std::optional<int> left; ///< index into the transcript of that side
    std::optional<int> right;
    TranscriptEntry leftEntry;
    TranscriptEntry rightEntry;
    Relation relation = Relation::Same; ///< by speaker, TLS, text and note; the time is not looked at
    bool operator==(const AlignedLine &) const = default;
};

/// One step on both sides. TlsHandshake may have no lines: then the facts say what happened.
struct AlignedStep
{
    DialogueStep step = DialogueStep::Other;
    QList<AlignedLine> lines;
    std::optional<TlsFacts> leftTls; ///< of TlsHandshake alone
    std::optional<TlsFacts> rightTls;
    Relation relation = Relation::Same; ///< never counted
    bool operator==(const AlignedStep &) const = default;
};

/// Which inspection stands on a side.
struct ComparedSide
{
    QString input;
    QString domain;
    QString host;
    QString address;
    quint16 port = 0;
    QDateTime observedAt;
    EndReason end = EndReason::Completed;
    bool isTold = true; ///< false: unreachable, a timeout, 421; then nothing follows from what is missing
    bool operator==(const ComparedSide &) const = default;
};

/// Two inspections, or one that has no partner: then it counts as one difference and has no groups.
struct Comparison
{
    std::optional<ComparedSide> left;
    std::optional<ComparedSide> right;
    int differences = 0;
    QList<ComparedRows> groups; ///< those with rows, in the order of ComparedGroup
    QList<AlignedStep> transcript;
    bool operator==(const Comparison &) const = default;

    bool isEqual() const { return differences == 0; }
    bool isTold() const { return (!left || left->isTold) && (!right || right->isTold); }
};

/// Two sides of any number of inspections.
struct SurveyComparison
{
    QList<Comparison> pairs;
    int differences = 0;
    bool operator==(const SurveyComparison &) const = default;

    bool isEqual() const { return differences == 0; }
    bool isTold() const
    {
        return std::all_of(pairs.begin(), pairs.end(), [](const Comparison &pair) { return pair.isTold(); });
    }
};

} // namespace mailseal
