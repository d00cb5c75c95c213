#include "compare/rows.h"

#include "values/endtraits.h"

namespace mailseal {

namespace {

bool isSaid(const ComparedValue &value) { return !std::holds_alternative<std::monostate>(value); }

} // namespace

ComparedRow rowOf(RowTopic topic, ComparedValue left, ComparedValue right)
{
    ComparedRow row;
    if (left == right) {
        row.relation = Relation::Same;
    } else if (!isSaid(right)) {
        row.relation = Relation::OnlyLeft;
    } else if (!isSaid(left)) {
        row.relation = Relation::OnlyRight;
    } else {
        row.relation = Relation::Differs;
    }
    row.topic = std::move(topic);
    row.left = std::move(left);
    row.right = std::move(right);
    return row;
}

ComparedRow rowWhereKnown(RowTopic topic, ComparedValue left, ComparedValue right)
{
    ComparedRow row = rowOf(std::move(topic), std::move(left), std::move(right));
    if (row.relation == Relation::OnlyLeft || row.relation == Relation::OnlyRight)
        row.relation = Relation::NotComparable;
    return row;
}

ComparedRow uncounted(ComparedRow row)
{
    row.counts = false;
    return row;
}

ComparedRow proved(ComparedRow row, RowProof left, RowProof right)
{
    row.leftProof = std::move(left);
    row.rightProof = std::move(right);
    return row;
}

void add(Rows &rows, ComparedRow row)
{
    if (isSaid(row.left) || isSaid(row.right))
        rows.append(std::move(row));
}

ComparedRow setRow(RowTopic topic, const QStringList &left, const QStringList &right)
{
    const auto value = [](const QStringList &members) {
        return members.isEmpty() ? ComparedValue() : ComparedValue(members);
    };
    ComparedRow row = rowOf(std::move(topic), value(left), value(right));
    if (row.relation == Relation::Differs &&
        QSet<QString>(left.begin(), left.end()) == QSet<QString>(right.begin(), right.end()))
        row.relation = Relation::Same;
    return row;
}

bool isSameDomain(const Sides &sides)
{
    const QString &left = sides.left.evidence.target.domain;
    return !left.isEmpty() && left.compare(sides.right.evidence.target.domain, Qt::CaseInsensitive) == 0;
}

Effect effectOf(Standing left, Standing right)
{
    const auto decides = [](Standing standing) {
        return standing == Standing::Satisfied || standing == Standing::Violated;
    };
    if (left == right || !decides(left) || !decides(right))
        return Effect::None;
    return right == Standing::Satisfied ? Effect::Better : Effect::Worse;
}

bool isTlsKnown(EndReason end) { return traitsOf(end).tls != TlsTold::Nothing; }

ComparedValue textOrNothing(const QString &text)
{
    return text.isEmpty() ? ComparedValue() : ComparedValue(text);
}

QString findingKey(const Finding &finding)
{
    return finding.code == FindingCode::FromNewerVersion
               ? QLatin1StringView("foreign ") + finding.args.value(0)
               : QString::number(static_cast<int>(finding.code));
}

ComparedRow findingRow(Fact fact, const QList<Finding> &left, qsizetype l, const QList<Finding> &right,
                       qsizetype r)
{
    const Finding &any = l >= 0 ? left.at(l) : right.at(r);
    const RowTopic::Of of =
        any.code == FindingCode::FromNewerVersion ? RowTopic::Of(any.args.value(0)) : RowTopic::Of(any.code);
    ComparedRow row = rowOf({fact, any.depth, of}, l >= 0 ? ComparedValue(left.at(l)) : ComparedValue(),
                            r >= 0 ? ComparedValue(right.at(r)) : ComparedValue());
    if (l >= 0 && r >= 0)
        row.relation = Relation::Same;
    return row;
}

} // namespace mailseal
