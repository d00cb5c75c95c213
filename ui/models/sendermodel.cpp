#include "models/sendermodel.h"

#include "models/plaintooltip.h"
#include "models/roles.h"
#include "wording/wording.h"

#include <algorithm>

namespace mailseal {

namespace {

/// Inside TLS: a policy of its own is not what decides there.
bool arrivesAsPromised(Delivery delivery)
{
    return delivery == Delivery::Authenticated || delivery == Delivery::Encrypted;
}

Badge senderBadge(const SenderVerdict &sender, const Inspection &inspection)
{
    if (!sender.because.isEmpty() && sender.delivery != Delivery::Unknown)
        return badgeOf(arrivesAsPromised(sender.delivery) ? Standing::Satisfied : Standing::Violated);
    const Verdict *deciding = sender.decidedBy ? verdictOf(inspection, *sender.decidedBy) : nullptr;
    return deciding && sender.delivery != Delivery::Unknown ? badgeOf(*deciding) : Badge::Undetermined;
}

const SenderVerdict *sameSender(const SenderVerdict &sender, const QList<SenderVerdict> &others)
{
    const auto found = std::find_if(others.cbegin(), others.cend(), [&](const SenderVerdict &other) {
        return other.sender == sender.sender;
    });
    return found == others.cend() ? nullptr : &*found;
}

QString textOf(const SenderRow &row, int column)
{
    switch (column) {
    case SenderModel::Sender:
        return row.name;
    case SenderModel::Delivery:
        return row.wasDelivery.isEmpty() ? row.delivery
                                         : QStringLiteral("%1 → %2").arg(row.wasDelivery, row.delivery);
    case SenderModel::Reason:
        return row.reason;
    default:
        return {};
    }
}

} // namespace

SenderModel::SenderModel(QObject *parent)
    : RowsModel<SenderRow>(parent)
{
}

void SenderModel::present(const Inspection &shown, const Inspection &real)
{
    const Wording wording(Wording::Speech::Translated);
    QList<SenderRow> rows;
    for (const SenderVerdict &sender : shown.senders) {
        SenderRow row;
        row.id = sender.sender;
        row.name = sender.name;
        row.badge = senderBadge(sender, shown);
        row.delivery = wording.delivery(sender.delivery);
        row.reason = wording.senderReason(sender, shown);
        row.sources = sender.sources;
        const SenderVerdict *was = sameSender(sender, real.senders);
        if (was && was->delivery != sender.delivery)
            row.wasDelivery = wording.delivery(was->delivery);
        rows.append(row);
    }
    showRows(rows);
}

int SenderModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SenderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SenderRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Delivery && !row.wasDelivery.isEmpty()
                   ? tr("%1, would be %2", "delivery in reality, hypothetically")
                         .arg(row.wasDelivery, row.delivery)
                   : textOf(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(row, index.column()));
    case StrongRole:
        return !row.wasDelivery.isEmpty();
    case BadgeRole:
        return index.column() == Delivery ? QVariant(static_cast<int>(row.badge)) : QVariant();
    default:
        return {};
    }
}

QVariant SenderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Sender:
        return tr("Sender");
    case Delivery:
        return tr("Delivery");
    case Reason:
        return tr("Because");
    default:
        return {};
    }
}

} // namespace mailseal
