#include "policy/variants.h"

#include "policy/policies.h"
#include "policy/situation.h"
#include "wire/wire.h"

#include <vector>

namespace mailseal {

namespace {

/// One thing that the server shows: a variant, or the main session.
struct Shown
{
    std::optional<int> variant;
    QString kind; ///< "no-sni", "RSA", "ECDSA"; "sni": the main session
    const Case *facts = nullptr;
};

Finding otherwise(const Shown &other, const Verdict &verdict)
{
    return finding(FindingCode::VariantDiffers, Severity::Warning, {other.kind, toWire(verdict.delivery)});
}

/// Where no TLSA records count, a DANE client is an opportunistic one (RFC 7672 §2.2), and plain Postfix
/// sends no SNI.
bool sendsSni(const Policy &policy, const Case &main)
{
    return policy.sendsSni &&
           !(policy.id == PolicyId::Dane && judge(policy.id, main).standing == Standing::NotApplicable);
}

/// What clients of one kind are shown: the first is the one that is judged.
QList<Shown> shownTo(const Policy &policy, const QList<Shown> &all)
{
    const bool hasSni = sendsSni(policy, *all.constFirst().facts);
    QList<Shown> shown;
    for (const Shown &one : all) {
        const bool isMain = !one.variant;
        const bool isWithoutSni = one.kind == QLatin1StringView("no-sni");
        if (!hasSni && isWithoutSni)
            shown.prepend(one);
        else if (isMain || (hasSni && !isWithoutSni))
            shown.append(one);
    }
    return shown;
}

Verdict judgeShown(const Policy &policy, const QList<Shown> &shown)
{
    Verdict verdict = judge(policy.id, *shown.first().facts);
    verdict.variant = shown.first().variant;
    for (qsizetype i = 1; i < shown.size(); ++i) {
        const Verdict other = judge(policy.id, *shown[i].facts);
        if (other.standing != verdict.standing || other.delivery != verdict.delivery)
            verdict.because.append(otherwise(shown[i], other));
    }
    return verdict;
}

} // namespace

QList<Verdict> judgeAsShown(const Inspection &inspection)
{
    const auto &variants = inspection.evidence.variants;
    std::vector<Evidence> evidence;
    std::vector<Case> cases;
    evidence.reserve(size_t(variants.size())); // cases refer to it
    cases.reserve(size_t(variants.size()) + 1);
    cases.push_back(caseOf(inspection));
    QList<Shown> all{{std::nullopt, QStringLiteral("sni"), &cases.front()}};
    for (qsizetype i = 0; i < qMin(variants.size(), inspection.variants.size()); ++i) {
        const VariantFacts &facts = inspection.variants[i];
        evidence.push_back(evidenceOf(inspection.evidence, variants[i]));
        cases.push_back({evidence.back(), facts.chain, facts.names, facts.dane, inspection.sts, facts.ocsp});
        all.append({static_cast<int>(i), kindOf(variants[i]), &cases.back()});
    }
    QList<Verdict> verdicts;
    for (const Policy &policy : policies())
        verdicts.append(judgeShown(policy, shownTo(policy, all)));
    return verdicts;
}

} // namespace mailseal
