#include "policy/rows.h"
#include "policy/situation.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

/// The failures that keep a chain from being trusted, in the order in which they decide.
constexpr std::array trustFailures{
    FindingCode::CaFirst,
    FindingCode::PathMissed,
    FindingCode::SelfSignedLeaf,
    FindingCode::UntrustedRoot,
    FindingCode::IncompleteChain,
    FindingCode::UnknownIssuer,
    FindingCode::IssuerKeyIdDiffers,
    FindingCode::IssuerNameDiffers,
    FindingCode::IssuerKeyDiffers,
    FindingCode::WrongPurpose,
    FindingCode::InvalidCa,
    FindingCode::NameExcluded,
    FindingCode::NameNotPermitted,
    FindingCode::CriticalExtension,
    FindingCode::ChainInvalid,
    FindingCode::UnreadableCertificate,
    FindingCode::Expired,
    FindingCode::IssuerExpired,
    FindingCode::AnchorExpired,
    FindingCode::NotYetValid,
    FindingCode::GnuTlsNoIssuer,
    FindingCode::GnuTlsRefuses,
};
constexpr std::array caFirst{FindingCode::CaFirst};
/// What OpenSSL lets pass and RFC 5280 §4.2.1.10 does not.
constexpr std::array wildcardExcluded{FindingCode::WildcardExcluded};
/// What else keeps GnuTLS from trusting it.
constexpr std::array secondLibraryFailures{FindingCode::WeakSignature, FindingCode::MustStapleUnmet};
/// What is worth a warning in a chain that is trusted.
constexpr std::array trustedWarnings{
    FindingCode::WeakKey,         FindingCode::WeakSignature,       FindingCode::ExpiresSoon,
    FindingCode::MustStapleUnmet, FindingCode::MisplacedExtensions, FindingCode::GnuTlsNotAsked};

QList<Finding> problemsOf(const ChainFacts &chain, std::span<const FindingCode> codes)
{
    QList<Finding> picked;
    for (const FindingCode code : codes) {
        std::copy_if(chain.problems.begin(), chain.problems.end(), std::back_inserter(picked),
                     [code](const Finding &problem) { return problem.code == code; });
    }
    return picked;
}

QList<Finding> withSeverity(QList<Finding> findings, Severity severity)
{
    for (Finding &one : findings)
        one.severity = severity;
    return findings;
}

/// Every fact that keeps this chain from being trusted; for this client each is an error, whatever it is in
/// general. Never empty for an untrusted chain.
QList<Finding> chainFailures(const ChainFacts &chain)
{
    if (chain.trusted)
        return {};
    QList<Finding> failures = problemsOf(chain, trustFailures);
    if (failures.isEmpty()) // by GnuTLS's word alone: to OpenSSL both are warnings
        failures = problemsOf(chain, secondLibraryFailures);
    if (failures.isEmpty()) {
        failures.append(
            finding(FindingCode::ChainInvalid, Severity::Error, {chain.sent.first().subject, {}}));
        failures.first().depth = 0;
    }
    return withSeverity(failures, Severity::Error);
}

/// The common name among them only where it might have counted: there is no DNS name.
QString presentedNames(const Case &facts)
{
    QStringList presented;
    const bool hasDnsNames = !facts.chain->sent.first().dnsNames.isEmpty();
    for (const NameComparison &check : facts.names ? facts.names->checks : QList<NameComparison>{}) {
        if ((check.kind != PresentedKind::CommonName || !hasDnsNames) && !presented.contains(check.presented))
            presented.append(check.presented);
    }
    return presented.join(QStringLiteral(", "));
}

/// Who compares names as OpenSSL does, the common name included, and not by RFC 9525 (docs/judgement.md
/// "Names and SNI").
bool goesByOpenSsl(PolicyId policy) { return policy == PolicyId::WebPki || policy == PolicyId::Secure; }

/// What vouches for the host's name, in the eyes of this client; null where nothing does.
const NameComparison *matchOf(PolicyId policy, const NameCheck &names)
{
    if (goesByOpenSsl(policy))
        return takenByOpenSsl(names);
    for (const NameComparison &check : names.checks) {
        if (check.matches && check.reference == names.reference.constFirst().name)
            return &check;
    }
    return nullptr;
}

/// Whether a common name would have done by the rules of old: RFC 9525 §6.3 no longer looks at it.
bool wouldMatch(const QString &commonName, const QString &reference)
{
    if (commonName.compare(reference, Qt::CaseInsensitive) == 0)
        return true;
    const auto dot = reference.indexOf(u'.');
    return commonName.startsWith(QLatin1StringView("*.")) && dot > 0 &&
           commonName.mid(1).compare(QStringView(reference).mid(dot), Qt::CaseInsensitive) == 0;
}

/// What keeps a name from matching for some clients although others take it.
std::optional<Finding> wideWildcard(const NameCheck &names, Severity severity)
{
    for (const NameComparison &check : names.checks) {
        if (check.reason == NameReason::WildcardCoversTopLevel &&
            check.reference == names.reference.constFirst().name)
            return finding(FindingCode::WildcardTopLevel, severity, {check.reference, check.presented});
    }
    return std::nullopt;
}

std::optional<Finding> nameFailure(PolicyId policy, const Case &facts)
{
    const auto noReference = [](const QString &typed) {
        return finding(FindingCode::NoReferenceName, Severity::Error, {typed});
    };
    const auto &names = facts.names;
    if (!names || !names->matches || names->reference.isEmpty())
        return noReference(facts.evidence.target.input);
    const QString reference = names->reference.first().name;
    if (policy == PolicyId::Secure &&
        canonicalAddress(reference)) // Postfix: nexthop and dot-nexthop are names
        return finding(FindingCode::AddressNotCompared, Severity::Error, {reference});
    if (goesByOpenSsl(policy) ? takenByOpenSsl(*names) != nullptr : *names->matches)
        return std::nullopt;
    const bool noHostName = !names->checks.isEmpty() &&
                            std::all_of(names->checks.begin(), names->checks.end(), [](const auto &check) {
                                return check.reason == NameReason::ReferenceIsNoHostName;
                            });
    if (noHostName)
        return noReference(reference);
    if (const auto wide = wideWildcard(*names, Severity::Error))
        return wide;
    for (const QString &commonName : facts.chain->sent.first().commonNames) {
        if (wouldMatch(commonName, reference))
            return finding(FindingCode::CnOnly, Severity::Error, {reference, commonName});
    }
    return finding(FindingCode::NameMismatch, Severity::Error, {reference, presentedNames(facts)});
}

/// The presented name that vouches for the next hop: the mail domain itself or whatever ends in it, however
/// deep, "*.example.org" for example.org too (RFC 9525 §6.1.1; Postfix `nexthop, dot-nexthop`, and
/// X509_check_host behind it). Null where there is none.
const NameComparison *nextHopMatch(const Case &facts)
{
    if (!facts.names)
        return nullptr;
    const QString &domain = facts.evidence.target.domain;
    const bool hasDnsNames = !facts.chain->sent.first().dnsNames.isEmpty();
    for (const NameComparison &check : facts.names->checks) {
        const bool counts =
            check.kind == PresentedKind::Dns || (check.kind == PresentedKind::CommonName && !hasDnsNames);
        const bool isBelow = check.presented.endsWith(u'.' + domain, Qt::CaseInsensitive);
        if (counts && check.reference == domain && (isTakenByOpenSsl(check) || isBelow))
            return &check;
    }
    return nullptr;
}

/// Who asks for the next hop's name, because the MX record that led here proves nothing (docs/judgement.md
/// "Policies").
bool wantsNextHop(PolicyId policy, const Case &facts)
{
    return policy == PolicyId::Secure && !facts.evidence.target.domain.isEmpty();
}

std::optional<Finding> nextHopFailure(const Case &facts)
{
    if (nextHopMatch(facts))
        return std::nullopt;
    return finding(FindingCode::NameMismatch, Severity::Error,
                   {facts.evidence.target.domain, presentedNames(facts)});
}

/// All that fails, the deciding fact first; empty where chain and name are fine.
QList<Finding> failuresOf(PolicyId policy, const Case &facts)
{
    if (const auto missing = missingCertificate(facts))
        return {*missing};
    QList<Finding> failures = chainFailures(*facts.chain);
    // Where a CA stands first, the names of the server's own certificate have not been looked at.
    const bool isOwnFirst = problemsOf(*facts.chain, caFirst).isEmpty();
    const auto name = wantsNextHop(policy, facts) ? nextHopFailure(facts) : nameFailure(policy, facts);
    if (name && isOwnFirst)
        failures.append(*name);
    if (!goesByOpenSsl(policy))
        failures += withSeverity(problemsOf(*facts.chain, wildcardExcluded), Severity::Error);
    return failures;
}

/// For a domain the name that matched is the MX record's, and whoever forges that chooses the name.
bool isMxUnproven(PolicyId policy, const Case &facts)
{
    const auto &dns = facts.evidence.dns;
    return policy == PolicyId::WebPki && !facts.evidence.target.domain.isEmpty() && dns && dns->mx &&
           dns->mx->lookup == LookupEnd::Found && dns->mx->dnssec != DnssecState::Secure;
}

QString shown(const NameComparison &check)
{
    switch (check.kind) {
    case PresentedKind::Dns:
        return QLatin1StringView("DNS:") + check.presented;
    case PresentedKind::Ip:
        return QLatin1StringView("IP:") + check.presented;
    case PresentedKind::CommonName:
        return QLatin1StringView("CN:") + check.presented;
    }
    return check.presented;
}

/// What clients of another kind make of a name that this one takes.
QList<Finding> nameWarnings(PolicyId policy, const Case &facts, const NameComparison &match)
{
    QList<Finding> warnings;
    if (match.kind == PresentedKind::CommonName)
        warnings.append(
            finding(FindingCode::CnCounts, Severity::Warning, {match.reference, match.presented}));
    if (match.reason == NameReason::WildcardCoversTopLevel) {
        if (const auto wide = wideWildcard(*facts.names, Severity::Warning))
            warnings.append(*wide);
    }
    if (goesByOpenSsl(policy))
        warnings += problemsOf(*facts.chain, wildcardExcluded);
    return warnings;
}

QList<Finding> soundFacts(PolicyId policy, const Case &facts)
{
    const ChainFacts &chain = *facts.chain;
    const NameComparison *match =
        wantsNextHop(policy, facts) ? nextHopMatch(facts) : matchOf(policy, *facts.names);
    QList<Finding> because{
        finding(FindingCode::ChainAndNameFine, Severity::Info,
                {match ? shown(*match) : facts.names->matchedBy,
                 chain.anchor ? chain.anchor->subject : QString()}),
        revocationRemark(facts.ocsp),
    };
    if (match)
        because += nameWarnings(policy, facts, *match);
    const Target &target = facts.evidence.target;
    if (isMxUnproven(policy, facts))
        because.append(finding(FindingCode::MxInsecure, Severity::Notice, {target.domain, target.host}));
    because += handshakeWarnings(*facts.evidence.session.tls);
    return because + problemsOf(chain, trustedWarnings);
}

} // namespace

Verdict judgeChainAndName(PolicyId policy, const Case &facts, const QString &source)
{
    const Situation situation = situationOf(facts.evidence);
    if (situation != Situation::TlsUp)
        return withoutTls(policy, situation, facts.evidence, source);
    Verdict verdict;
    verdict.policy = policy;
    verdict.source = source;
    verdict.because = failuresOf(policy, facts);
    if (verdict.because.isEmpty()) {
        verdict.standing = Standing::Satisfied;
        verdict.delivery = Delivery::Authenticated;
        verdict.because = soundFacts(policy, facts);
    } else {
        verdict.standing = Standing::Violated;
        verdict.delivery = Delivery::Deferred;
        verdict.result = resultType(verdict.because.first().code);
    }
    return verdict;
}

Verdict judgeWebPki(const Case &facts)
{
    // RFC 3207 §4.1: whether to believe the other party is a local matter; this is the strictest usual
    // answer.
    return judgeChainAndName(PolicyId::WebPki, facts, QStringLiteral("RFC 3207 §4.1"));
}

} // namespace mailseal
