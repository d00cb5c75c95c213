#include "policy/variants.h"

#include "policy/policies.h"
#include "policy/situation.h"
#include "wire/wire.h"

#include <algorithm>
#include <utility>
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

namespace {

/// The chain with GnuTLS's word in the place of OpenSSL's. The path stays OpenSSL's.
void hearGnuTls(std::optional<ChainFacts> &chain)
{
    if (!chain || !chain->gnutls || !chain->gnutls->trusted)
        return;
    chain->trusted = *chain->gnutls->trusted;
    chain->problems.removeIf([](const Finding &problem) {
        return problem.severity == Severity::Error || problem.code == FindingCode::OnlyGnuTlsTrusts;
    });
    for (const Finding &problem : std::as_const(chain->gnutls->problems)) {
        chain->problems.removeIf([&problem](const Finding &known) {
            return known.code == problem.code && known.depth == problem.depth;
        });
        chain->problems.append(problem);
    }
}

bool isHeardOtherwise(const std::optional<ChainFacts> &chain)
{
    return chain && chain->gnutls && chain->gnutls->trusted && *chain->gnutls->trusted != chain->trusted;
}

QList<Verdict> judgeEach(const Inspection &inspection)
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

} // namespace

QList<Verdict> judgeByGnuTls(const Inspection &inspection)
{
    const bool differs = isHeardOtherwise(inspection.chain) ||
                         std::any_of(inspection.variants.begin(), inspection.variants.end(),
                                     [](const VariantFacts &facts) { return isHeardOtherwise(facts.chain); });
    if (!differs)
        return {};
    Inspection heard = inspection;
    hearGnuTls(heard.chain);
    for (VariantFacts &facts : heard.variants)
        hearGnuTls(facts.chain);
    return judgeEach(heard);
}

QList<Verdict> judgeAsShown(const Inspection &inspection)
{
    QList<Verdict> verdicts = judgeEach(inspection);
    const QList<Verdict> other = judgeByGnuTls(inspection);
    for (qsizetype i = 0; i < other.size(); ++i) {
        if (other[i].standing != verdicts[i].standing || other[i].delivery != verdicts[i].delivery) {
            // Right behind the deciding fact, which is OpenSSL's alone.
            verdicts[i].because.insert(
                qMin(qsizetype{1}, verdicts[i].because.size()),
                finding(FindingCode::GnuTlsDiffers, Severity::Warning, {toWire(other[i].delivery)}));
        }
    }
    return verdicts;
}

} // namespace mailseal
