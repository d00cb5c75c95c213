#include "values/inspection.h"

#include <algorithm>

namespace mailseal {

namespace {

template <typename Pick>
QList<PolicyId> policiesWhere(const QList<Verdict> &verdicts, Pick pick)
{
    QList<PolicyId> ids;
    for (const auto &verdict : verdicts) {
        const bool told = verdict.standing == Standing::Satisfied || verdict.standing == Standing::Violated;
        if (told && pick(verdict.delivery))
            ids.append(verdict.policy);
    }
    return ids;
}

} // namespace

const Verdict *verdictOf(const Inspection &inspection, PolicyId policy)
{
    const auto found = std::find_if(inspection.verdicts.begin(), inspection.verdicts.end(),
                                    [&](const Verdict &verdict) { return verdict.policy == policy; });
    return found == inspection.verdicts.end() ? nullptr : &*found;
}

const Verdict *actingVerdict(const Inspection &inspection)
{
    return verdictOf(inspection, inspection.evidence.target.policy);
}

Evidence evidenceOf(const Evidence &evidence, const VariantEvidence &variant)
{
    Evidence other = evidence;
    SessionFacts &session = other.session;
    const bool hasTrouble = session.end == EndReason::HandshakeFailed;
    const bool isTold = !hasTrouble || isFailed(variant) || wasHeardInsideTls(variant);
    session.handshake = variant.handshake;
    session.tls = variant.tls;
    session.sentChain = variant.tls ? std::optional(variant.sentChain) : std::nullopt;
    if (!variant.end && isFailed(variant) == hasTrouble)
        return other;
    // What was not followed to the first reply inside TLS says nothing of delivery, where the main session
    // came to grief.
    session.end = !isTold ? EndReason::Cancelled : variant.end.value_or(EndReason::HandshakeFailed);
    session.endReply = variant.endReply;
    if (variant.end)
        session.remarks = variant.remarks;
    session.endText.clear();
    if (session.end != EndReason::QuitAfterHandshake)
        session.capabilitiesAfterTls = variant.capabilitiesAfterTls;
    return other;
}

Inspection inVariant(const Inspection &inspection, qsizetype variant)
{
    Inspection other = inspection;
    other.evidence = evidenceOf(inspection.evidence, inspection.evidence.variants.at(variant));
    const VariantFacts facts = inspection.variants.value(variant);
    other.chain = facts.chain;
    other.names = facts.names;
    other.dane = facts.dane;
    other.ocsp = facts.ocsp;
    other.verdicts.removeIf([&](const Verdict &verdict) {
        return verdict.variant != std::optional<int>(static_cast<int>(variant));
    });
    for (Verdict &verdict : other.verdicts)
        verdict.variant.reset();
    return other;
}

std::optional<int> variantMeant(const Finding &finding, const Inspection &inspection,
                                const std::optional<int> &judged)
{
    const auto &variants = inspection.evidence.variants;
    if (finding.code != FindingCode::VariantDiffers)
        return judged && *judged < variants.size() ? judged : std::nullopt;
    const auto found = std::find_if(variants.begin(), variants.end(), [&](const VariantEvidence &variant) {
        return kindOf(variant) == finding.args.value(0);
    });
    return found == variants.end() ? std::nullopt : std::optional(static_cast<int>(found - variants.begin()));
}

QList<PolicyId> acceptedBy(const QList<Verdict> &verdicts)
{
    return policiesWhere(verdicts, [](Delivery delivery) {
        return delivery == Delivery::Authenticated || delivery == Delivery::Encrypted;
    });
}

QList<PolicyId> refusedBy(const QList<Verdict> &verdicts)
{
    return policiesWhere(verdicts, [](Delivery delivery) {
        return delivery == Delivery::Deferred || delivery == Delivery::Refused;
    });
}

QList<Verdict> verdictsOnMain(const Inspection &inspection)
{
    QList<Verdict> verdicts = inspection.verdicts;
    verdicts.removeIf([](const Verdict &verdict) { return verdict.variant.has_value(); });
    return verdicts;
}

} // namespace mailseal
