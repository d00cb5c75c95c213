#include "models/capabilitymodel.h"

#include "models/plaintooltip.h"
#include "models/roles.h"

namespace mailseal {

namespace {

const QString &textOf(const CapabilityRow &row, int column)
{
    switch (column) {
    case CapabilityModel::Before:
        return row.before;
    case CapabilityModel::After:
        return row.after;
    case CapabilityModel::Remark:
        return row.remark;
    default:
        return row.capability;
    }
}

} // namespace

CapabilityModel::CapabilityModel(QObject *parent)
    : RowsModel<CapabilityRow>(parent)
{
}

void CapabilityModel::present(const Evidence &evidence, bool running)
{
    showRows(capabilityRows(evidence, running));
}

int CapabilityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CapabilityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CapabilityRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(row, index.column()));
    case BadgeRole:
        return index.column() == Remark && row.badge ? QVariant(static_cast<int>(*row.badge)) : QVariant();
    case MutedRole:
        return row.folded || textOf(row, index.column()) == QStringLiteral("—");
    default:
        return {};
    }
}

QVariant CapabilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Capability:
        return tr("Capability");
    case Before:
        return tr("Before TLS");
    case After:
        return tr("After TLS");
    case Remark:
        return tr("Remark");
    default:
        return {};
    }
}

} // namespace mailseal
