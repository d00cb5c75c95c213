#include "answers/answers.h"

#include "answers/badge.h"
#include "answers/dnsanswers.h"
#include "values/endtraits.h"
#include "values/handshaketrouble.h"
#include "wire/wire.h"

#include <algorithm>
#include <iterator>

namespace mailseal {

namespace {

using Code = AssessmentCode;

bool hasCertificate(const Inspection &inspection)
{
    return inspection.chain && !inspection.chain->sent.isEmpty();
}

/// Where none was sent, no question about it is answered: that is never fine.
Assessment withoutCertificate(Question question, const Inspection &inspection)
{
    return {question,
            Tone::Unknown,
            inspection.evidence.session.tls ? Code::NoCertificate : Code::CertificateUnseen,
            {},
            {},
            {}};
}

/// What is to be said of TLS that came up.
QList<Code> reservations(const SessionFacts &session)
{
    QList<Code> besides;
    if (session.tls->protocol == TlsProtocol::TlsV1_0 || session.tls->protocol == TlsProtocol::TlsV1_1)
        besides.append(Code::OutdatedProtocol); // RFC 8996
    if (session.tls->anonymous)
        besides.append(Code::AuthenticatesNobody);
    const EndTraits &end = traitsOf(session.end);
    constexpr int tooBusy = 421;
    const bool isBusy = session.endReply && session.endReply->code == tooBusy;
    if (end.tls == TlsTold::Works && end.fault && !isBusy)
        besides.append(Code::RefusedInside);
    else if (end.fault)
        besides.append(Code::EndedInside);
    return besides;
}

Assessment selfSignedLeaf(const Inspection &inspection)
{
    const QList<Verdict> verdicts = verdictsOnMain(inspection); // a variant is another certificate
    const QList<PolicyId> accepted = acceptedBy(verdicts);
    Assessment answer{Question::SelfSigned, Tone::Warned, Code::OwnIssuer, {}, {}, {}};
    // Where the session came to grief, or most clients are shown something else, the count would blame the
    // certificate for it: the bare fact stands alone.
    const Verdict *opportunistic = verdictOf(inspection, PolicyId::Opportunistic);
    const bool isCounted = traitsOf(inspection.evidence.session.end).tls != TlsTold::DoesNotWork &&
                           opportunistic && !opportunistic->variant;
    if (!isCounted) {
        answer.args.append(QStringLiteral("0"));
        return answer;
    }
    answer.args.append(QString::number(accepted.size() + refusedBy(verdicts).size()));
    for (const PolicyId policy : accepted)
        answer.args.append(toWire(policy));
    return answer;
}

/// The faults of a chain, the worst first.
struct ChainFault
{
    FindingCode code;
    Tone tone;
};

constexpr ChainFault chainFaults[] = {
    {FindingCode::CaFirst, Tone::Bad},
    {FindingCode::UnreadableCertificate, Tone::Bad},
    {FindingCode::Expired, Tone::Bad},
    {FindingCode::IssuerExpired, Tone::Bad},
    {FindingCode::AnchorExpired, Tone::Bad},
    {FindingCode::NotYetValid, Tone::Bad},
    {FindingCode::WrongPurpose, Tone::Bad},
    {FindingCode::InvalidCa, Tone::Bad},
    {FindingCode::NameExcluded, Tone::Bad},
    {FindingCode::NameNotPermitted, Tone::Bad},
    {FindingCode::CriticalExtension, Tone::Bad},
    {FindingCode::PathMissed, Tone::Bad},
    {FindingCode::IncompleteChain, Tone::Bad},
    {FindingCode::UnknownIssuer, Tone::Bad},
    {FindingCode::IssuerKeyIdDiffers, Tone::Bad},
    {FindingCode::IssuerNameDiffers, Tone::Bad},
    {FindingCode::IssuerKeyDiffers, Tone::Bad},
    {FindingCode::ChainInvalid, Tone::Bad},
    {FindingCode::WildcardExcluded, Tone::Warned},
    {FindingCode::WeakKey, Tone::Warned},
    {FindingCode::WeakSignature, Tone::Warned},
    {FindingCode::MustStapleUnmet, Tone::Warned},
    {FindingCode::MisplacedExtensions, Tone::Warned},
    {FindingCode::ExpiresSoon, Tone::Warned},
};

/// What clients look at: the common name only where there is no DNS name.
QStringList presentedNames(const CertificateFacts &leaf)
{
    return (leaf.dnsNames.isEmpty() ? leaf.commonNames : leaf.dnsNames) + leaf.ipAddresses;
}

bool hasProblem(const ChainFacts &chain, FindingCode code)
{
    return std::any_of(chain.problems.begin(), chain.problems.end(),
                       [code](const Finding &problem) { return problem.code == code; });
}

} // namespace

bool isAbsence(const Assessment &assessment)
{
    constexpr Code absences[] = {Code::NoCertificate, Code::CertificateUnseen, Code::NotEncrypted,
                                 Code::EncryptionUntold, Code::NotLookedUp};
    return std::find(std::begin(absences), std::end(absences), assessment.code) != std::end(absences);
}

Assessment encryptedAnswer(const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    const EndTraits &end = traitsOf(session.end);
    const QStringList how{toWire(session.end)};
    if (session.end == EndReason::Offline)
        return {Question::Encrypted, Tone::NotApplicable, Code::EncryptionNotAsked, how, {}, {}};
    const BadgeCode badge = serverBadge(inspection).code;
    // What a client without SNI is shown is all that travels encrypted there.
    const auto &variants = inspection.evidence.variants;
    if (badge == BadgeCode::FailsWithName && !variants.isEmpty() && variants.constFirst().tls) {
        const TlsFacts &tls = *variants.constFirst().tls;
        return {Question::Encrypted,     Tone::Warned,
                Code::Encrypted,         {toWire(tls.protocol), tls.cipher, tls.keyExchange},
                {Code::OnlyWithoutName}, {}};
    }
    constexpr int tooBusy = 421;
    if (session.endReply && session.endReply->code == tooBusy && !session.tls)
        return {Question::Encrypted, Tone::Unknown, Code::EncryptionUntold, how, {}, {}};
    // A handshake may be completed and taken back before the first reply inside it: of no use to anybody.
    const bool isOurs = session.end == EndReason::HandshakeFailed &&
                        handshakeTroubleOf(session) == HandshakeTrouble::RefusedHere;
    if (end.tls == TlsTold::DoesNotWork && !isOurs)
        return {Question::Encrypted, Tone::Bad, Code::NotEncrypted, how, {}, {}};
    if (!session.tls || isOurs)
        return {Question::Encrypted, Tone::Unknown, Code::EncryptionUntold, how, {}, {}};
    QList<Code> besides = reservations(session);
    if (badge == BadgeCode::NeedsName)
        besides.append(Code::OnlyWithName);
    if (badge == BadgeCode::HeldBack || badge == BadgeCode::HeldBackWithoutName ||
        badge == BadgeCode::WithoutNameUntold || badge == BadgeCode::InjectedText)
        besides.append(Code::NotForEverybody);
    return {Question::Encrypted,
            besides.isEmpty() ? Tone::Good : Tone::Warned,
            Code::Encrypted,
            {toWire(session.tls->protocol), session.tls->cipher, session.tls->keyExchange},
            besides,
            {}};
}

Assessment selfSignedAnswer(const Inspection &inspection)
{
    constexpr Question question = Question::SelfSigned;
    if (!hasCertificate(inspection))
        return withoutCertificate(question, inspection);
    const ChainFacts &chain = *inspection.chain;
    if (!chain.selfSignedKind)
        return {question, Tone::Good, Code::IssuedByAnother, {chain.sent.constFirst().issuer}, {}, {}};
    switch (*chain.selfSignedKind) {
    case SelfSignedKind::Leaf:
        break;
    case SelfSignedKind::UntrustedRoot:
        return {question, Tone::Warned, Code::UnknownRoot, {}, {}, {}};
    case SelfSignedKind::Anchored:
        return {question, Tone::Good, Code::OwnIssuerTrusted, {}, {}, {}};
    }
    return selfSignedLeaf(inspection);
}

Assessment nameAnswer(const Inspection &inspection)
{
    if (!hasCertificate(inspection))
        return withoutCertificate(Question::Name, inspection);
    if (hasProblem(*inspection.chain, FindingCode::CaFirst)) // not the server's own, so its names say nothing
        return {Question::Name, Tone::Unknown, Code::NameOfAnother, {}, {}, {}};
    const auto &names = inspection.names;
    if (!names || !names->matches || names->reference.isEmpty())
        return {Question::Name, Tone::NotApplicable, Code::NoNameGiven, {}, {}, {}};
    const QString &reference = names->reference.constFirst().name;
    const NameComparison *taken = takenByOpenSsl(*names);
    const bool isForSome =
        !taken && std::any_of(names->checks.begin(), names->checks.end(),
                              [](const NameComparison &check) { return check.byOpenSsl == false; });
    if (*names->matches) {
        return {Question::Name,
                isForSome ? Tone::Warned : Tone::Good,
                isForSome ? Code::NameMatchesForSome : Code::NameMatches,
                {reference, names->matchedBy},
                {},
                {}};
    }
    if (taken) // by the common name: docs/judgement.md "Names and SNI"
        return {Question::Name, Tone::Warned, Code::NameInCommonName, {reference, taken->presented}, {}, {}};
    return {Question::Name,
            Tone::Bad,
            Code::NameDiffers,
            QStringList{reference} + presentedNames(inspection.chain->sent.constFirst()),
            {},
            {}};
}

Assessment certificateAnswer(const Inspection &inspection)
{
    constexpr Question question = Question::Certificate;
    if (!hasCertificate(inspection))
        return withoutCertificate(question, inspection);
    const ChainFacts &chain = *inspection.chain;
    for (const ChainFault &fault : chainFaults) {
        for (const Finding &problem : chain.problems) {
            if (problem.code == fault.code)
                return {question, fault.tone, Code::CertificateFault, {}, {}, problem};
        }
    }
    if (chain.trusted)
        return {question, Tone::Good, Code::CertificateTrusted, {}, {}, {}};
    const bool isSelfMade =
        hasProblem(chain, FindingCode::SelfSignedLeaf) || hasProblem(chain, FindingCode::UntrustedRoot);
    return {question, Tone::Warned, isSelfMade ? Code::NoKnownCa : Code::NotTrusted, {}, {}, {}};
}

Assessment actingAnswer(const Inspection &inspection)
{
    const Verdict *verdict = actingVerdict(inspection);
    if (!verdict)
        return {Question::Acting, Tone::Unknown, Code::NotJudged, {}, {}, {}};
    Assessment answer{Question::Acting,
                      toneOf(*verdict),
                      Code::ActedUnder,
                      {toWire(verdict->standing), toWire(verdict->delivery)},
                      {},
                      {}};
    if (!verdict->because.isEmpty())
        answer.because = verdict->because.constFirst();
    return answer;
}

QList<Assessment> firstScreen(const Inspection &inspection)
{
    QList<Assessment> answers{encryptedAnswer(inspection), selfSignedAnswer(inspection),
                              nameAnswer(inspection), certificateAnswer(inspection)};
    if (const auto dns = dnsAnswer(inspection))
        answers.append(*dns);
    return answers;
}

Inspection soFar(Inspection running)
{
    running.verdicts.clear();
    if (running.evidence.session.end == EndReason::Cancelled)
        running.evidence.session.end = EndReason::Completed;
    return running;
}

} // namespace mailseal
