#include "compare/groups.h"

namespace mailseal {

namespace {

QList<ConformanceId> idsOf(const QList<ConformanceRow> &checks)
{
    QList<ConformanceId> ids;
    for (const ConformanceRow &check : checks)
        ids.append(check.id);
    return ids;
}

/// Where one side could not be told, nothing is said; what explains the standing counts like the standing.
Relation relationOf(const ConformanceRow &left, const ConformanceRow &right)
{
    if (left.standing == right.standing && left.note == right.note)
        return Relation::Same;
    const bool isTold = left.standing != Standing::Undetermined && right.standing != Standing::Undetermined;
    return isTold ? Relation::Differs : Relation::NotComparable;
}

} // namespace

Rows compareConformance(const Sides &sides)
{
    const auto &left = sides.left.conformance;
    const auto &right = sides.right.conformance;
    Rows rows;
    for (const auto &[l, r] : joined(idsOf(left), idsOf(right))) {
        ComparedRow row =
            rowWhereKnown({Fact::ConformanceCheck, std::nullopt, l >= 0 ? left.at(l).id : right.at(r).id},
                          l >= 0 ? ComparedValue(left.at(l)) : ComparedValue(),
                          r >= 0 ? ComparedValue(right.at(r)) : ComparedValue());
        if (l >= 0)
            row.leftProof = {ProofPlace::ConformanceChecked, {static_cast<int>(l)}};
        if (r >= 0)
            row.rightProof = {ProofPlace::ConformanceChecked, {static_cast<int>(r)}};
        if (l >= 0 && r >= 0) {
            row.relation = relationOf(left.at(l), right.at(r));
            row.effect = effectOf(left.at(l).standing, right.at(r).standing);
        }
        add(rows, std::move(row));
    }
    return rows;
}

} // namespace mailseal
