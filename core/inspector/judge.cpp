#include "inspector/inspector.h"

#include "chain/chain.h"
#include "chain/names.h"
#include "conformance/checks.h"
#include "inspector/judge.h"
#include "policy/policies.h"

namespace mailseal {

void judgeChain(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at)
{
    auto &evidence = inspection.evidence;
    inspection.judgedAt = at;
    inspection.chain.reset();
    inspection.names.reset();
    evidence.anchors = {anchors.store, anchors.label, {}};
    const auto &sent = evidence.session.sentChain;
    if (!sent || sent->isEmpty())
        return;
    auto analysis = analyseChain(*sent, anchors, at);
    evidence.anchors.certificates = std::move(analysis.usedAnchors);
    if (!analysis.chain.sent.isEmpty() && !evidence.target.serverName.isEmpty()) {
        inspection.names = checkNames(analysis.chain.sent.constFirst(),
                                      {ReferenceName{evidence.target.serverName, NameSource::Typed, false}});
    }
    inspection.chain = std::move(analysis.chain);
}

void judgeVerdicts(Inspection &inspection)
{
    inspection.verdicts = judgeAll(caseOf(inspection));
    inspection.conformance = checkConformance(inspection.evidence);
}

bool goesOnAfterHandshake(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at)
{
    judgeChain(inspection, anchors, at);
    judgeDomain(inspection, anchors, at);
    Evidence soFar = inspection.evidence;
    soFar.session.end = EndReason::Completed; // nothing has ended it yet
    return goesOn(judge(soFar.target.policy, {soFar, inspection.chain, inspection.names, inspection.dane,
                                              inspection.sts, inspection.ocsp}));
}

Inspection judgeEvidence(Evidence evidence, const TrustAnchors &anchors, const QDateTime &at)
{
    Inspection inspection;
    inspection.evidence = std::move(evidence);
    judgeChain(inspection, anchors, at);
    judgeDomain(inspection, anchors, at);
    judgeVerdicts(inspection);
    return inspection;
}

} // namespace mailseal
