#include "policy/senderways.h"

#include "policy/securitylevel.h"
#include "policy/senders.h"
#include "policy/situation.h"
#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

namespace {

bool has(const QList<Finding> &findings, FindingCode code)
{
    return std::any_of(findings.begin(), findings.end(),
                       [code](const Finding &finding) { return finding.code == code; });
}

bool isDelivered(const Verdict &verdict)
{
    return verdict.delivery == Delivery::Authenticated || verdict.delivery == Delivery::Encrypted ||
           verdict.delivery == Delivery::Cleartext;
}

/// Whoever would send in clear text, were TLS not there.
bool isOpportunistic(const Verdict &verdict)
{
    return verdict.policy == PolicyId::Opportunistic || verdict.standing == Standing::NotApplicable;
}

void fail(Verdict &verdict, const Finding &why, Delivery delivery)
{
    verdict.because.removeIf([&why](const Finding &one) { return one == why; });
    verdict.because.prepend(why);
    const bool isNotApplicable = verdict.standing == Standing::NotApplicable;
    if (!isNotApplicable || verdict.policy == PolicyId::DaneOnly)
        verdict.standing = Standing::Violated;
    verdict.delivery = delivery;
    verdict.result = resultType(why.code);
}

/// Postfix takes the greeting that came once too often for the answer to EHLO, and every later answer for
/// that to the command before: 250 is none to DATA, and the message is returned (5.5.0). In clear text it
/// sees no STARTTLS there.
void shiftReplies(Verdict &verdict, const SessionFacts &session)
{
    if (has(session.remarks, FindingCode::GreetingInsideTls) && session.tls) {
        fail(verdict, finding(FindingCode::GreetingInsideTls, Severity::Error), Delivery::Refused);
    } else if (has(session.remarks, FindingCode::SecondGreeting)) {
        const bool wantsTls = !isOpportunistic(verdict) || verdict.policy == PolicyId::DaneOnly;
        fail(verdict, finding(FindingCode::SecondGreeting, Severity::Error),
             wantsTls ? Delivery::Deferred : Delivery::Refused);
    }
}

/// Who verifies does so at OpenSSL's level 1, as Postfix at verify, secure, dane and dane-only.
void lookAtLevel(Verdict &verdict, const Case &facts)
{
    const auto &tls = facts.evidence.session.tls;
    const bool isByChain = verdict.policy == PolicyId::WebPki || verdict.policy == PolicyId::Secure;
    const FindingCode deciding = verdict.because.constFirst().code;
    const bool isDane = (verdict.policy == PolicyId::Dane || verdict.policy == PolicyId::DaneOnly) &&
                        deciding == FindingCode::TlsaMatch;
    if (!tls || verdict.standing != Standing::Satisfied || (!isByChain && !isDane))
        return;
    const bool isByAuthority = isDane && facts.dane && facts.dane->matched &&
                               facts.dane->records.at(*facts.dane->matched).record.usage == 2;
    auto below = handshakeBelowLevel(*tls);
    if (!below && facts.chain && (isByChain || isByAuthority))
        below = chainBelowLevel(*facts.chain);
    if (below)
        fail(verdict, *below, Delivery::Deferred);
}

QString memberOf(PolicyId policy)
{
    const char *level = policy == PolicyId::Opportunistic ? "may" : "dane";
    return QStringLiteral("Postfix, level %1").arg(QLatin1StringView(level));
}

/// The senders that are of this class and do otherwise.
void nameOthers(Verdict &verdict, const Evidence &evidence)
{
    for (const SenderProfile &profile : senderProfiles()) {
        const bool isByDane = verdict.policy == PolicyId::Dane && profile.dane == Stated::Yes &&
                              verdict.standing != Standing::NotApplicable;
        if (!isByDane && (profile.without != verdict.policy || profile.ways.isEmpty()))
            continue;
        const SenderVerdict other = judgeSender(profile, {verdict}, evidence);
        if (!other.because.isEmpty() && other.delivery != verdict.delivery) {
            verdict.because.append(finding(FindingCode::HoldsForSender, Severity::Notice,
                                           {memberOf(verdict.policy), toWire(other.delivery), profile.name}));
        }
    }
}

} // namespace

std::optional<WayTaken> wayOf(const SenderProfile &profile, const QList<Finding> &seen)
{
    for (const SenderWay &way : profile.ways) {
        for (const Finding &finding : seen) {
            if (finding.code == way.seen && finding.args.value(0).startsWith(way.first))
                return WayTaken{way, finding};
        }
    }
    return std::nullopt;
}

Verdict asItsMembersDo(Verdict verdict, const Case &facts)
{
    const Evidence &evidence = facts.evidence;
    if (verdict.policy == PolicyId::Mua || !isRelay(evidence.target.service))
        return verdict;
    if (isDelivered(verdict))
        shiftReplies(verdict, evidence.session);
    lookAtLevel(verdict, facts);
    nameOthers(verdict, evidence);
    return verdict;
}

} // namespace mailseal
