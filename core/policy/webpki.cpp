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
    for (Finding &failure : failures)
        failure.severity = Severity::Error;
    return failures;
}

QString presentedNames(const NameCheck &names)
{
    QStringList presented;
    for (const NameComparison &check : names.checks) {
        if (check.kind != PresentedKind::CommonName && !presented.contains(check.presented))
            presented.append(check.presented);
    }
    return presented.join(QStringLiteral(", "));
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

std::optional<Finding> nameFailure(const Case &facts)
{
    const auto noReference = [](const QString &typed) {
        return finding(FindingCode::NoReferenceName, Severity::Error, {typed});
    };
    const auto &names = facts.names;
    if (!names || !names->matches || names->reference.isEmpty())
        return noReference(facts.evidence.target.input);
    if (*names->matches)
        return std::nullopt;
    const QString reference = names->reference.first().name;
    const bool noHostName = !names->checks.isEmpty() &&
                            std::all_of(names->checks.begin(), names->checks.end(), [](const auto &check) {
                                return check.reason == NameReason::ReferenceIsNoHostName;
                            });
    if (noHostName)
        return noReference(reference);
    for (const QString &commonName : facts.chain->sent.first().commonNames) {
        if (wouldMatch(commonName, reference))
            return finding(FindingCode::CnOnly, Severity::Error, {reference, commonName});
    }
    return finding(FindingCode::NameMismatch, Severity::Error, {reference, presentedNames(*names)});
}

/// The presented name that vouches for the next hop: the mail domain itself or a host below it, however deep
/// (RFC 9525 §6.1.1; Postfix `nexthop, dot-nexthop`). Empty where there is none.
QString nextHopMatch(const Case &facts)
{
    const QString &domain = facts.evidence.target.domain;
    for (const NameComparison &check : facts.names ? facts.names->checks : QList<NameComparison>{}) {
        if (check.kind != PresentedKind::Dns || check.reference != domain)
            continue;
        const bool isBelow = check.presented.endsWith(u'.' + domain, Qt::CaseInsensitive) &&
                             check.reason != NameReason::PresentedIsNoName &&
                             check.reason != NameReason::WildcardNotWholeLeftmostLabel;
        if (check.matches || isBelow)
            return QLatin1StringView("DNS:") + check.presented;
    }
    return {};
}

/// Who asks for the next hop's name, because the MX record that led here proves nothing (docs/judgement.md
/// "Policies").
bool wantsNextHop(PolicyId policy, const Case &facts)
{
    return policy == PolicyId::Secure && !facts.evidence.target.domain.isEmpty();
}

std::optional<Finding> nextHopFailure(const Case &facts)
{
    if (!nextHopMatch(facts).isEmpty())
        return std::nullopt;
    return finding(FindingCode::NameMismatch, Severity::Error,
                   {facts.evidence.target.domain, facts.names ? presentedNames(*facts.names) : QString()});
}

/// All that fails, the deciding fact first; empty where chain and name are fine.
QList<Finding> failuresOf(PolicyId policy, const Case &facts)
{
    if (const auto missing = missingCertificate(facts))
        return {*missing};
    QList<Finding> failures = chainFailures(*facts.chain);
    if (const auto name = wantsNextHop(policy, facts) ? nextHopFailure(facts) : nameFailure(facts))
        failures.append(*name);
    return failures;
}

/// For a domain the name that matched is the MX record's, and whoever forges that chooses the name.
bool isMxUnproven(PolicyId policy, const Case &facts)
{
    const auto &dns = facts.evidence.dns;
    return policy == PolicyId::WebPki && !facts.evidence.target.domain.isEmpty() && dns && dns->mx &&
           dns->mx->lookup == LookupEnd::Found && dns->mx->dnssec != DnssecState::Secure;
}

QList<Finding> soundFacts(PolicyId policy, const Case &facts)
{
    const ChainFacts &chain = *facts.chain;
    QList<Finding> because{
        finding(FindingCode::ChainAndNameFine, Severity::Info,
                {wantsNextHop(policy, facts) ? nextHopMatch(facts) : facts.names->matchedBy,
                 chain.anchor ? chain.anchor->subject : QString()}),
        revocationRemark(facts.ocsp),
    };
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
