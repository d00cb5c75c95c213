#include "policy/policies.h"

#include "policy/rows.h"
#include "policy/senderways.h"
#include "policy/situation.h"
#include "wire/wire.h"

#include <algorithm>
#include <array>

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
    Verdict verdict = asItsMembersDo(rowOf(policy).judge(facts), facts);
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
