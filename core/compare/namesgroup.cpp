#include "compare/groups.h"

namespace mailseal {

namespace {

QLatin1StringView kindName(PresentedKind kind)
{
    switch (kind) {
    case PresentedKind::Dns:
        return QLatin1StringView("DNS:");
    case PresentedKind::Ip:
        return QLatin1StringView("IP:");
    case PresentedKind::CommonName:
        return QLatin1StringView("CN:");
    }
    return {};
}

QStringList presentedNames(const NameCheck &names)
{
    QStringList presented;
    presented.reserve(names.checks.size());
    for (const NameComparison &check : names.checks)
        presented.append(kindName(check.kind) + check.presented);
    return presented;
}

ComparedValue referenceNames(const std::optional<NameCheck> &names)
{
    if (!names)
        return {};
    QStringList list;
    for (const ReferenceName &reference : names->reference)
        list.append(reference.name);
    return list;
}

ComparedValue outcome(const std::optional<NameCheck> &names)
{
    return names && names->matches ? ComparedValue(*names->matches) : ComparedValue();
}

ComparedValue matchedBy(const std::optional<NameCheck> &names)
{
    return names ? textOrNothing(names->matchedBy) : ComparedValue();
}

RowProof proofOf(const std::optional<NameCheck> &names, qsizetype index)
{
    if (!names)
        return {};
    return {ProofPlace::NameChecked, index >= 0 ? QList<int>{static_cast<int>(index)} : QList<int>()};
}

RowProof proofOfMatch(const std::optional<NameCheck> &names)
{
    if (names) {
        for (qsizetype i = 0; i < names->checks.size(); ++i) {
            if (names->checks.at(i).matches)
                return proofOf(names, i);
        }
    }
    return proofOf(names, -1);
}

/// Presented on one side alone is a fact of the certificate and counted there. Where both present it, whether
/// it matches depends on the reference names, which are never counted.
void addPresented(Rows &rows, const NameCheck &left, const NameCheck &right)
{
    const QStringList ofLeft = presentedNames(left);
    const QStringList ofRight = presentedNames(right);
    for (const auto &[l, r] : joined(QList<QString>(ofLeft), QList<QString>(ofRight))) {
        ComparedRow row = rowOf({Fact::PresentedName, std::nullopt, l >= 0 ? ofLeft.at(l) : ofRight.at(r)},
                                l >= 0 ? ComparedValue(left.checks.at(l)) : ComparedValue(),
                                r >= 0 ? ComparedValue(right.checks.at(r)) : ComparedValue());
        if (l >= 0 && r >= 0) {
            const NameComparison &one = left.checks.at(l);
            const NameComparison &other = right.checks.at(r);
            row.relation = one.matches == other.matches && one.reason == other.reason ? Relation::Same
                                                                                      : Relation::Differs;
        }
        add(rows, uncounted(proved(std::move(row), proofOf(left, l), proofOf(right, r))));
    }
}

} // namespace

Rows compareNames(const Sides &sides)
{
    const auto &left = sides.left.names;
    const auto &right = sides.right.names;
    const RowProof leftProof = proofOfMatch(left);
    const RowProof rightProof = proofOfMatch(right);
    Rows rows;
    ComparedRow matches = rowWhereKnown({Fact::NameMatches, std::nullopt, {}}, outcome(left), outcome(right));
    if (matches.relation == Relation::Differs)
        matches.effect = std::get<bool>(matches.right) ? Effect::Better : Effect::Worse;
    add(rows, proved(std::move(matches), leftProof, rightProof));
    add(rows, uncounted(proved(rowWhereKnown({Fact::ReferenceNames, std::nullopt, {}}, referenceNames(left),
                                             referenceNames(right)),
                               proofOf(left, -1), proofOf(right, -1))));
    add(rows, uncounted(proved(rowOf({Fact::MatchedBy, std::nullopt, {}}, matchedBy(left), matchedBy(right)),
                               leftProof, rightProof)));
    if (left && right)
        addPresented(rows, *left, *right);
    return rows;
}

} // namespace mailseal
