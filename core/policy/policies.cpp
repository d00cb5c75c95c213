#include "policy/policies.h"

#include "policy/rows.h"
#include "policy/situation.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

constexpr std::array table{
    Policy{PolicyId::Opportunistic, "opportunistic", &judgeOpportunistic},
    Policy{PolicyId::Encrypt, "encrypt", &judgeEncrypt},
    Policy{PolicyId::WebPki, "webpki", &judgeWebPki},
    Policy{PolicyId::Secure, "secure", &judgeSecure},
    Policy{PolicyId::MtaSts, "mta-sts", &judgeMtaSts},
    Policy{PolicyId::Dane, "dane", &judgeDane},
    Policy{PolicyId::DaneOnly, "dane-only", &judgeDaneOnly},
    Policy{PolicyId::Fingerprint, "fingerprint", &judgeFingerprint},
    Policy{PolicyId::Mua, "mua", &judgeMua},
    Policy{PolicyId::RequireTls, "requiretls", &judgeRequireTls},
};

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
    Verdict verdict = rowOf(policy).judge(facts);
    // RFC 3207 §4.1: we sent QUIT right after the handshake, so nobody knows what the server would have said.
    if (facts.evidence.session.end == EndReason::QuitAfterHandshake) {
        const QString actedUnder = QLatin1StringView(rowOf(facts.evidence.target.policy).wireName);
        verdict.because.append(finding(FindingCode::SessionEndedByPolicy, Severity::Info, {actedUnder}));
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
    return verdict.delivery != Delivery::Deferred && verdict.delivery != Delivery::Refused;
}

} // namespace mailseal
