#include "models/conformancemodel.h"

#include "models/plaintooltip.h"
#include "models/roles.h"
#include "style/theme.h"
#include "wording/wording.h"

#include <QStringList>

namespace mailseal {

ConformanceModel::ConformanceModel(QObject *parent)
    : RowsModel<CheckRow>(parent)
{
}

void ConformanceModel::present(const QList<ConformanceRow> &checks, bool running)
{
    QList<CheckRow> rows;
    for (const ConformanceRow &check : checks)
        rows.append({check, running && check.standing != Standing::Violated});
    showRows(rows);
}

Proof ConformanceModel::proofAt(int row) const
{
    const QList<int> &evidence = rows().at(row).check.evidence;
    return {Proof::Page::Transcript, evidence.isEmpty() ? -1 : evidence.first()};
}

int ConformanceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConformanceModel::text(const CheckRow &row, int column) const
{
    const Wording wording(Wording::Speech::Translated);
    switch (column) {
    case Outcome:
        return row.waiting ? QStringLiteral("…") : wording.standing(row.check.standing);
    case Title:
        return wording.conformanceTitle(row.check.id);
    case Text:
        return row.waiting ? QStringLiteral("…") : wording.conformanceText(row.check);
    case Evidence:
        return row.waiting || row.check.evidence.isEmpty()
                   ? QString()
                   : tr("line %1").arg(row.check.evidence.first() + 1);
    case Clause:
        return row.check.clause;
    default:
        return {};
    }
}

QVariant ConformanceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CheckRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(row, index.column()));
    case BadgeRole:
        if (index.column() != Outcome)
            return {};
        return static_cast<int>(row.waiting ? Badge::Running : badgeOf(row.check.standing));
    case StrongRole:
        return index.column() == Title;
    case LinkRole:
        return index.column() == Evidence && !row.check.evidence.isEmpty();
    case MutedRole:
        return row.waiting || index.column() == Clause;
    default:
        return {};
    }
}

QVariant ConformanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Outcome:
        return tr("Result");
    case Title:
        return tr("Check");
    case Text:
        return tr("What was seen");
    case Evidence:
        return tr("Proof");
    case Clause:
        return tr("Clause");
    default:
        return {};
    }
}

} // namespace mailseal
