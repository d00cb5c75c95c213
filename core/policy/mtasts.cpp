#include "policy/dnsfacts.h"
#include "policy/rows.h"
#include "policy/situation.h"
#include "policy/stsjudge.h"
#include "policy/stspolicy.h"

#include <algorithm>

namespace mailseal {

namespace {

/// A client that knows STS and nothing else delivers as an opportunistic one where STS has nothing to say.
Verdict asOpportunistic(const Case &facts, Standing standing, const QList<Finding> &because,
                        const QString &source)
{
    Verdict verdict = judgeOpportunistic(facts);
    verdict.policy = PolicyId::MtaSts;
    verdict.standing = standing;
    verdict.result.clear();
    verdict.source = source;
    verdict.because = because;
    return verdict;
}

/// RFC 8461 §4.2 and §7.2: what enforce mode asks of TLS and certificate, whichever policy says so.
bool failsAnyPolicy(const Case &facts)
{
    const auto &tls = facts.evidence.session.tls;
    const bool isLegacy = situationOf(facts.evidence) == Situation::TlsUp && tls && legacyProtocol(*tls);
    return isLegacy || judgeChainAndName(PolicyId::MtaSts, facts, {}).standing == Standing::Violated;
}

/// §3.3: and what a sender does that keeps an older policy.
QList<Finding> withOlderPolicy(const QList<Finding> &problems, const Case &facts)
{
    QList<Finding> because = problems;
    if (failsAnyPolicy(facts)) {
        because.append(
            finding(FindingCode::StsOlderPolicyDefers, Severity::Warning, {facts.evidence.target.host}));
    }
    because.append(finding(FindingCode::StsOlderPolicyCached, Severity::Info));
    return because;
}

/// RFC 8460 §4.3.2.2.
QString fetchResult(StsFetchEnd end)
{
    switch (end) {
    case StsFetchEnd::Certificate:
        return QStringLiteral("sts-webpki-invalid");
    case StsFetchEnd::Ok:
        return QStringLiteral("sts-policy-invalid");
    case StsFetchEnd::ResolveFailed:
    case StsFetchEnd::ConnectFailed:
    case StsFetchEnd::Status:
    case StsFetchEnd::Redirect:
    case StsFetchEnd::TooLarge:
    case StsFetchEnd::Timeout:
        return QStringLiteral("sts-policy-fetch-error");
    case StsFetchEnd::NotTried:
        break;
    }
    return {};
}

bool isAbout(const Finding &problem, std::initializer_list<FindingCode> codes)
{
    return std::find(codes.begin(), codes.end(), problem.code) != codes.end();
}

/// Everything that keeps the domain from having a policy, the deciding fact first.
QList<Finding> failuresOf(const StsFacts &sts)
{
    QList<Finding> failures;
    std::copy_if(sts.problems.begin(), sts.problems.end(), std::back_inserter(failures),
                 [](const Finding &problem) { return problem.severity == Severity::Error; });
    // for a sender without a policy these are no failure of its own
    for (Finding &failure : failures)
        failure.severity = Severity::Warning;
    return failures;
}

/// RFC 8461 §3.1: no record, or not exactly one that is valid.
Verdict withoutRecord(const Case &facts, const StsFacts &sts)
{
    const QString source = QStringLiteral("RFC 8461 §3.1");
    if (!sts.problems.isEmpty() && isAbout(sts.problems.constFirst(), {FindingCode::StsLookupFailed}))
        return asOpportunistic(facts, Standing::Undetermined,
                               withOlderPolicy({sts.problems.constFirst()}, facts), source);
    QList<Finding> because = failuresOf(sts);
    if (because.isEmpty())
        because = {finding(FindingCode::StsNoPolicy, Severity::Info, {facts.evidence.target.domain})};
    return asOpportunistic(facts, Standing::NotApplicable, withOlderPolicy(because, facts), source);
}

/// RFC 8461 §3.3: as though the domain had not implemented MTA-STS, unless an older policy is cached.
Verdict withoutPolicy(const Case &facts, const StsFacts &sts)
{
    QList<Finding> because = failuresOf(sts);
    if (sts.fetch == StsFetchEnd::NotTried)
        because.prepend(
            finding(FindingCode::StsFetchFailed, Severity::Warning, {QStringLiteral("not-tried"), {}}));
    if (sts.fetch == StsFetchEnd::Ok)
        because.prepend(finding(FindingCode::StsPolicyInvalid, Severity::Warning,
                                {facts.evidence.stsFetch ? facts.evidence.stsFetch->host : QString()}));
    Verdict verdict = asOpportunistic(facts, Standing::NotApplicable, withOlderPolicy(because, facts),
                                      QStringLiteral("RFC 8461 §3.3"));
    verdict.result = fetchResult(sts.fetch);
    return verdict;
}

Verdict violated(const Finding &deciding, const QString &source)
{
    Verdict verdict;
    verdict.policy = PolicyId::MtaSts;
    verdict.standing = Standing::Violated;
    verdict.delivery = Delivery::Deferred;
    verdict.source = source;
    verdict.because = {deciding};
    verdict.result = resultType(deciding.code);
    return verdict;
}

/// RFC 8461 §4, in a sender's order: the MX host before the connection, then TLS and certificate.
Verdict enforced(const Case &facts, const StsFacts &sts)
{
    const QString &host = facts.evidence.target.host;
    if (sts.matches != true) {
        return violated(
            finding(FindingCode::StsMxMismatch, Severity::Error, {host, sts.mx.join(QStringLiteral(", "))}),
            QStringLiteral("RFC 8461 §4.1"));
    }
    Verdict verdict = judgeChainAndName(PolicyId::MtaSts, facts, QStringLiteral("RFC 8461 §4.2"));
    const auto &tls = facts.evidence.session.tls;
    if (situationOf(facts.evidence) != Situation::TlsUp || !tls)
        return verdict;
    if (auto legacy = legacyProtocol(*tls)) { // §7.2, and RFC 8996 since
        legacy->severity = Severity::Error;
        Verdict old = violated(*legacy, QStringLiteral("RFC 8461 §7.2"));
        if (verdict.standing == Standing::Violated)
            old.because += verdict.because;
        return old;
    }
    if (verdict.standing == Standing::Satisfied) {
        const auto pattern = std::find_if(sts.mx.begin(), sts.mx.end(), [&host](const QString &candidate) {
            return matchesStsPattern(candidate, host);
        });
        verdict.because.insert(1, finding(FindingCode::StsMxMatch, Severity::Info, {host, *pattern}));
    }
    return verdict;
}

/// docs/decisions.md "DNS": an older Postfix set-up takes a certificate that names any of the patterns.
std::optional<Finding> olderRule(const Case &facts, const StsFacts &sts, const Verdict &verdict)
{
    const Finding &deciding = verdict.because.constFirst();
    const bool byName = isAbout(deciding, {FindingCode::StsMxMismatch, FindingCode::NameMismatch,
                                           FindingCode::CnOnly, FindingCode::NoReferenceName});
    const bool trusted = facts.chain && facts.chain->trusted;
    if (!byName || !trusted || situationOf(facts.evidence) != Situation::TlsUp ||
        sts.matchesAnyPattern != true)
        return std::nullopt;
    const auto pattern = anyPatternMatch(sts.mx, facts.chain->sent.constFirst());
    return finding(FindingCode::StsAnyPatternDiffers, Severity::Notice,
                   {facts.evidence.target.host, pattern.value_or(QString())});
}

Verdict byPolicy(const Case &facts, const StsFacts &sts)
{
    if (sts.mode == StsMode::None) { // §5: as if there were no policy
        return asOpportunistic(facts, Standing::NotApplicable,
                               {finding(FindingCode::StsModeNone, Severity::Info)},
                               QStringLiteral("RFC 8461 §5"));
    }
    Verdict verdict = enforced(facts, sts);
    if (const auto older = olderRule(facts, sts, verdict))
        verdict.because.append(*older);
    if (sts.mode == StsMode::Testing) {
        verdict.delivery = judgeOpportunistic(facts).delivery;
        verdict.because.append(finding(FindingCode::StsModeTesting, Severity::Info));
    }
    return verdict;
}

} // namespace

Verdict judgeMtaSts(const Case &facts)
{
    const Evidence &evidence = facts.evidence;
    if (!isRelay(evidence.target.service)) {
        Verdict verdict = asOpportunistic(facts, Standing::NotApplicable, {notForThisService(evidence)},
                                          QStringLiteral("RFC 8461 §1"));
        verdict.delivery = Delivery::Unknown;
        return verdict;
    }
    const Situation situation = situationOf(evidence);
    if (situation == Situation::NullMx)
        return withoutTls(PolicyId::MtaSts, situation, evidence, {});
    if (facts.sts) {
        if (!facts.sts->hasRecord)
            return withoutRecord(facts, *facts.sts);
        return facts.sts->hasPolicy ? byPolicy(facts, *facts.sts) : withoutPolicy(facts, *facts.sts);
    }
    // §3: a policy is a domain's; a server that was typed has none
    const auto why = evidence.target.domain.isEmpty()
                         ? finding(FindingCode::StsInspectDomain, Severity::Info, {evidence.target.host})
                         : finding(FindingCode::StsNotLookedUp, Severity::Info, {evidence.target.domain});
    return asOpportunistic(facts, Standing::NotApplicable, {why}, QStringLiteral("RFC 8461 §3"));
}

} // namespace mailseal
