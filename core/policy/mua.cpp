#include "policy/dnsfacts.h"
#include "policy/rows.h"
#include "policy/situation.h"
#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

namespace {

Verdict onRelay(const Evidence &evidence)
{
    Verdict verdict;
    verdict.policy = PolicyId::Mua;
    verdict.standing = Standing::NotApplicable;
    verdict.delivery = Delivery::Unknown;
    verdict.source = QStringLiteral("RFC 8314 §3");
    verdict.because = {finding(FindingCode::RelayService, Severity::Info, {toWire(evidence.target.service)})};
    return verdict;
}

/// A mail program shows an error where a stapled response that is verified says so (RFC 6960 §2.2); the
/// remark about it stands behind every other fact of a relay.
void lookAtRevocation(Verdict &verdict, const Case &facts)
{
    Finding revocation = revocationRemark(facts.ocsp);
    if (revocation.code != FindingCode::Revoked)
        return;
    verdict.because.removeIf([](const Finding &fact) { return fact.code == FindingCode::Revoked; });
    revocation.depth = 0;
    verdict.because.prepend(revocation);
    verdict.standing = Standing::Violated;
    verdict.source = QStringLiteral("RFC 6960 §2.2");
}

/// RFC 7817 §3 lets the common name count where no dNSName is there; RFC 9525 does not.
void sayWhereOlderRulesDiffer(Verdict &verdict, const Case &facts)
{
    const auto cnOnly = std::find_if(verdict.because.begin(), verdict.because.end(),
                                     [](const Finding &fact) { return fact.code == FindingCode::CnOnly; });
    if (cnOnly == verdict.because.end() || !facts.chain->sent.first().dnsNames.isEmpty())
        return;
    verdict.because.append(finding(FindingCode::CnTakenByOlder, Severity::Notice, {cnOnly->args.value(1)}));
}

} // namespace

Verdict judgeMua(const Case &facts)
{
    const Target &target = facts.evidence.target;
    if (isRelay(target.service) && target.start != Start::None)
        return onRelay(facts.evidence);
    const bool isTlsUp = situationOf(facts.evidence) == Situation::TlsUp;
    Verdict verdict = judgeChainAndName(
        PolicyId::Mua, facts, isTlsUp ? QStringLiteral("RFC 8314 §5.3") : QStringLiteral("RFC 8314 §5.2"));
    if (isTlsUp) {
        lookAtRevocation(verdict, facts);
        sayWhereOlderRulesDiffer(verdict, facts);
    }
    if (verdict.standing == Standing::Violated)
        verdict.delivery = Delivery::Refused; // the program shows an error
    verdict.result.clear();                   // RFC 8460 is about relays
    return verdict;
}

} // namespace mailseal
