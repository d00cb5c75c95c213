#include "inspector/judge.h"
#include "policy/stsjudge.h"

namespace mailseal {

void judgeDomain(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at)
{
    inspection.sts.reset();
    inspection.tlsRpt = judgeTlsRpt(inspection.evidence);
    auto judged = judgeSts(inspection.evidence, inspection.chain, anchors, at);
    if (!judged)
        return;
    QList<QByteArray> &used = inspection.evidence.anchors.certificates;
    for (const QByteArray &anchor : judged->usedAnchors) {
        if (!used.contains(anchor))
            used.append(anchor);
    }
    inspection.sts = std::move(judged->facts);
}

} // namespace mailseal
