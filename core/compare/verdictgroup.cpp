#include "compare/groups.h"

#include <optional>

namespace mailseal {

namespace {

/// Clear text and mail held back are bad in different ways: neither is the better one.
std::optional<int> rankOf(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Authenticated:
        return 3;
    case Delivery::Encrypted:
        return 2;
    case Delivery::Cleartext:
        return 1;
    case Delivery::Deferred:
        return 1;
    case Delivery::Refused:
        return 0;
    case Delivery::Unknown:
        break;
    }
    return std::nullopt;
}

Effect effectOf(const Verdict &left, const Verdict &right)
{
    const Effect byStanding = effectOf(left.standing, right.standing);
    const auto before = rankOf(left.delivery);
    const auto after = rankOf(right.delivery);
    if (byStanding != Effect::None || !before || !after || *before == *after)
        return byStanding;
    return *after > *before ? Effect::Better : Effect::Worse;
}

std::optional<FindingCode> decidingCode(const Verdict &verdict)
{
    return verdict.because.isEmpty() ? std::nullopt : std::optional(verdict.because.constFirst().code);
}

/// The finding's words hold names, dates and days left: those are facts of their own rows.
bool isSameVerdict(const Verdict &left, const Verdict &right)
{
    return left.standing == right.standing && left.delivery == right.delivery &&
           decidingCode(left) == decidingCode(right);
}

ComparedRow verdictRow(const QList<Verdict> &left, qsizetype l, const QList<Verdict> &right, qsizetype r)
{
    const Verdict &any = l >= 0 ? left.at(l) : right.at(r);
    ComparedRow row = rowWhereKnown({Fact::VerdictOfPolicy, std::nullopt, any.policy},
                                    l >= 0 ? ComparedValue(left.at(l)) : ComparedValue(),
                                    r >= 0 ? ComparedValue(right.at(r)) : ComparedValue());
    if (l >= 0)
        row.leftProof = {ProofPlace::VerdictGiven, {static_cast<int>(l)}};
    if (r >= 0)
        row.rightProof = {ProofPlace::VerdictGiven, {static_cast<int>(r)}};
    if (l < 0 || r < 0)
        return row; // an older file was not judged for this policy
    row.relation = isSameVerdict(left.at(l), right.at(r)) ? Relation::Same : Relation::Differs;
    row.effect = effectOf(left.at(l), right.at(r));
    if (row.effect != Effect::None)
        row.affects = {any.policy};
    return row;
}

QList<PolicyId> policiesOf(const QList<Verdict> &verdicts)
{
    QList<PolicyId> policies;
    for (const Verdict &verdict : verdicts)
        policies.append(verdict.policy);
    return policies;
}

} // namespace

Rows compareVerdicts(const Sides &sides)
{
    const auto &left = sides.left.verdicts;
    const auto &right = sides.right.verdicts;
    Rows rows;
    for (const auto &[l, r] : joined(policiesOf(left), policiesOf(right)))
        add(rows, verdictRow(left, l, right, r));
    return rows;
}

} // namespace mailseal
