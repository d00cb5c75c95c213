#include "models/policymodel.h"

#include "models/plaintooltip.h"
#include "models/roles.h"
#include "wire/escape.h"
#include "wording/wording.h"

#include <algorithm>

namespace mailseal {

namespace {

QList<PolicyRow> linesOf(QByteArray body)
{
    if (body.endsWith('\n'))
        body.chop(1); // the end of the last line is no line of its own
    QList<PolicyRow> rows;
    const QList<QByteArray> lines = body.split('\n');
    for (QByteArray line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        PolicyRow row;
        row.line = static_cast<int>(rows.size()) + 1;
        row.text = escapeBytes(line);
        rows.append(row);
    }
    return rows;
}

} // namespace

PolicyModel::PolicyModel(QObject *parent)
    : RowsModel<PolicyRow>(parent)
{
}

void PolicyModel::present(const Inspection &inspection)
{
    const auto &fetch = inspection.evidence.stsFetch;
    if (!fetch || fetch->body.isEmpty()) {
        showRows({});
        return;
    }
    QList<PolicyRow> rows = linesOf(fetch->body);
    const Wording wording(Wording::Speech::Translated);
    for (const Finding &problem : inspection.sts ? inspection.sts->problems : QList<Finding>()) {
        if (!problem.line || *problem.line < 1 || *problem.line > rows.size())
            continue;
        PolicyRow &row = rows[*problem.line - 1];
        row.problems.append(wording.finding(problem));
        row.severity = std::max(row.severity, problem.severity);
    }
    showRows(rows);
}

int PolicyModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PolicyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PolicyRow &row = rows().at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column == Line   ? QString::number(row.line)
               : column == Text ? row.text
                                : row.problems.join(QStringLiteral("; "));
    case Qt::ToolTipRole:
        return plainToolTip(data(index, Qt::DisplayRole).toString());
    case BadgeRole:
        return column == Problem && !row.problems.isEmpty()
                   ? QVariant(static_cast<int>(badgeOf(row.severity)))
                   : QVariant();
    case MonospaceRole:
        return column == Text;
    case MutedRole:
        return column == Line;
    default:
        return {};
    }
}

QVariant PolicyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Text:
        return tr("The policy as it was served");
    case Problem:
        return tr("Problem");
    default:
        return {};
    }
}

} // namespace mailseal
