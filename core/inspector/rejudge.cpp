#include "inspector/rejudge.h"

#include "inspector/inspector.h"

namespace mailseal {

namespace {

/// What a person would call another verdict. Arguments of the deciding fact may tell time ("23 days left").
bool isTheSame(const Verdict &then, const Verdict &now)
{
    const auto deciding = [](const Verdict &verdict) {
        return verdict.because.isEmpty() ? FindingCode::FromNewerVersion : verdict.because.constFirst().code;
    };
    return then.standing == now.standing && then.delivery == now.delivery && deciding(then) == deciding(now);
}

/// What a newer version saw stays; what it made of it does not.
QList<UnknownField> unknownEvidence(const QList<UnknownField> &foreign)
{
    static const QStringList judged{QStringLiteral("chain"),         QStringLiteral("names"),
                                    QStringLiteral("verdicts"),      QStringLiteral("conformance"),
                                    QStringLiteral("anchors"),       QStringLiteral("acceptedBy"),
                                    QStringLiteral("refusedBy"),     QStringLiteral("rejudged"),
                                    QStringLiteral("tlsaProposals"), QStringLiteral("senders")};
    QList<UnknownField> kept = foreign;
    kept.removeIf([](const UnknownField &one) { return judged.contains(one.pointer.section(u'/', 1, 1)); });
    return kept;
}

} // namespace

QList<VerdictChange> changesBetween(const Inspection &then, const Inspection &now)
{
    QList<VerdictChange> changes;
    for (const Verdict &verdict : now.verdicts) {
        const Verdict *before = verdictOf(then, verdict.policy);
        if (!before)
            changes.append({verdict.policy, std::nullopt});
        else if (!isTheSame(*before, verdict))
            changes.append({verdict.policy, *before});
    }
    return changes;
}

bool canBeJudgedAgain(const Inspection &saved) { return !saved.evidence.redacted; }

std::optional<Inspection> rejudge(const Inspection &saved, const std::optional<TrustAnchors> &anchors,
                                  const QDateTime &at)
{
    if (!canBeJudgedAgain(saved))
        return std::nullopt;
    TrustAnchors used = anchors.value_or(saved.evidence.anchors);
    if (!anchors)
        used.store = AnchorStore::Saved;
    Inspection again = judgeEvidence(saved.evidence, used, at);
    if (!anchors)
        again.evidence.anchors = used; // kept although no path may end at them any more
    again.unknownFields = unknownEvidence(saved.unknownFields);
    again.rejudged = Rejudged{saved.judgedAt, changesBetween(saved, again)};
    return again;
}

} // namespace mailseal
