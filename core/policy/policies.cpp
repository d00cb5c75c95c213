#include "policy/policies.h"

#include "policy/rows.h"
#include "policy/senderways.h"
#include "policy/situation.h"
#include "values/bogus.h"
#include "wire/wire.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mailseal {

// One file each. Those that another policy asks stand in rows.h.
Verdict judgeEncrypt(const Case &facts);
Verdict judgeWebPki(const Case &facts);
Verdict judgeSecure(const Case &facts);
Verdict judgeMtaSts(const Case &facts);
Verdict judgeDaneOnly(const Case &facts);
Verdict judgeFingerprint(const Case &facts);
Verdict judgeMua(const Case &facts);
Verdict judgeRequireTls(const Case &facts);

namespace {

constexpr std::array table{
    Policy{PolicyId::Opportunistic, &judgeOpportunistic, false},
    Policy{PolicyId::Encrypt, &judgeEncrypt, false},
    Policy{PolicyId::WebPki, &judgeWebPki, true},
    Policy{PolicyId::Secure, &judgeSecure, false},
    Policy{PolicyId::MtaSts, &judgeMtaSts, true},
    Policy{PolicyId::Dane, &judgeDane, true},
    Policy{PolicyId::DaneOnly, &judgeDaneOnly, true},
    Policy{PolicyId::Fingerprint, &judgeFingerprint, false},
    Policy{PolicyId::Mua, &judgeMua, true},
    Policy{PolicyId::RequireTls, &judgeRequireTls, true},
};

static_assert(table.back().id == lastPolicy);

/// What a client of this kind asks for is not there, whatever the DNS says.
bool isOutOfReach(const Verdict &verdict)
{
    const FindingCode deciding = verdict.because.constFirst().code;
    return deciding == FindingCode::NoPins || deciding == FindingCode::RelayService ||
           deciding == FindingCode::NotForThisService || deciding == FindingCode::NotInspected;
}

/// RFC 4035 §5.5: a resolver that validates has SERVFAIL for a bogus answer, so that its sender does not come
/// as far as the server. What was seen by looking on is what one without validation sees.
Verdict behindBogus(Verdict seen, const Finding &bogus)
{
    const bool isDane = seen.policy == PolicyId::Dane || seen.policy == PolicyId::DaneOnly;
    if (isDane || isOutOfReach(seen)) // RFC 7672 §2.1.2: DANE's own rules say so, and it always validates
        return seen;
    Verdict verdict = seen;
    verdict.standing = Standing::Undetermined;
    verdict.delivery = Delivery::Deferred;
    verdict.source = QStringLiteral("RFC 4035 §5.5");
    verdict.result.clear();
    verdict.because = {bogus,
                       finding(FindingCode::BogusPassedOver, Severity::Notice, {toWire(seen.delivery)})};
    verdict.because += seen.because;
    return verdict;
}

const Policy &rowOf(PolicyId policy)
{
    const auto *found =
        std::find_if(table.begin(), table.end(), [policy](const Policy &row) { return row.id == policy; });
    Q_ASSERT(found != table.end());
    return *found;
}

} // namespace

std::span<const Policy> policies() { return table; }

Case caseOf(const Inspection &inspection)
{
    return {inspection.evidence, inspection.chain, inspection.names,
            inspection.dane,     inspection.sts,   inspection.ocsp};
}

Verdict judge(PolicyId policy, const Case &facts)
{
    const Verdict seen = judgeSeen(policy, facts);
    const auto bogus = bogusWay(facts.evidence);
    return bogus ? behindBogus(seen, *bogus) : seen;
}

Verdict judgeSeen(PolicyId policy, const Case &facts)
{
    Verdict verdict = rowOf(policy).judge(facts);
    verdict.policy = policy;
    verdict = asItsMembersDo(std::move(verdict), facts);
    // RFC 3207 §4.1: we sent QUIT right after the handshake, so nobody knows what the server would have said.
    if (facts.evidence.session.end == EndReason::QuitAfterHandshake) {
        verdict.because.append(finding(FindingCode::SessionEndedByPolicy, Severity::Info,
                                       {toWire(facts.evidence.target.policy)}));
    }
    return verdict;
}

QList<Verdict> judgeAll(const Case &facts)
{
    QList<Verdict> verdicts;
    for (const Policy &row : table)
        verdicts.append(judge(row.id, facts));
    return verdicts;
}

bool goesOn(const Verdict &verdict)
{
    // Who miscounts the replies has not come as far as TLS: what comes behind it is worth seeing.
    const auto &because = verdict.because;
    return (!because.isEmpty() && because.constFirst().code == FindingCode::SecondGreeting) ||
           (verdict.delivery != Delivery::Deferred && verdict.delivery != Delivery::Refused);
}

} // namespace mailseal
