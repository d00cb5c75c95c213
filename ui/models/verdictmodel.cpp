#include "models/verdictmodel.h"

#include "inspector/rejudge.h"
#include "models/plaintooltip.h"
#include "models/proofs.h"
#include "models/roles.h"
#include "wire/wire.h"
#include "wording/wording.h"

namespace mailseal {

namespace {

bool isKnown(const Verdict &verdict, const Inspection &inspection, bool running)
{
    // Before the handshake a running session proves nothing yet; the next line may change everything.
    return !running || (inspection.evidence.session.tls && verdict.standing != Standing::Undetermined);
}

QString textOf(const VerdictRow &row, int column)
{
    switch (column) {
    case VerdictModel::Client:
        return row.client;
    case VerdictModel::Delivery:
        if (row.waiting)
            return QStringLiteral("…");
        return row.wasDelivery.isEmpty() ? row.delivery
                                         : QStringLiteral("%1 → %2").arg(row.wasDelivery, row.delivery);
    case VerdictModel::Fact:
        return row.waiting ? QStringLiteral("…") : row.fact;
    case VerdictModel::ProofLink:
        return row.waiting ? QString() : row.proofLink;
    case VerdictModel::Source:
        return row.source;
    default:
        return {};
    }
}

} // namespace

VerdictModel::VerdictModel(QObject *parent)
    : RowsModel<VerdictRow>(parent)
{
}

VerdictRow VerdictModel::rowOf(const Verdict &verdict, const Inspection &inspection, bool waiting)
{
    const Wording wording(Wording::Speech::Translated);
    VerdictRow row;
    row.policy = verdict.policy;
    row.client = wording.client(inspection, verdict);
    const QString wire = toWire(verdict.policy);
    row.id = verdict.policy == inspection.evidence.target.policy ? tr("(%1, acting)").arg(wire)
                                                                 : QLatin1StringView("(%1)").arg(wire);
    row.source = verdict.source;
    row.waiting = waiting;
    if (waiting)
        return row;
    row.badge = badgeOf(verdict);
    const bool notAsked =
        verdict.standing == Standing::NotApplicable && verdict.delivery == Delivery::Unknown;
    row.delivery = notAsked ? tr("not asked") : wording.delivery(verdict.delivery);
    if (verdict.because.isEmpty())
        return row;
    row.fact = wording.finding(verdict.because.first());
    row.proof = proofOf(verdict.because.first(), inspection, verdict.variant);
    row.proofLink = proofText(row.proof);
    return row;
}

void VerdictModel::present(const Inspection &inspection, bool running)
{
    QList<VerdictRow> rows;
    for (const Verdict &verdict : inspection.verdicts)
        rows.append(rowOf(verdict, inspection, !isKnown(verdict, inspection, running)));
    showRows(rows);
}

void VerdictModel::presentHypothetical(const Inspection &hypothetical, const Inspection &real)
{
    const QList<VerdictChange> changes = changesBetween(real, hypothetical);
    QList<VerdictRow> rows;
    for (const Verdict &verdict : hypothetical.verdicts) {
        VerdictRow row = rowOf(verdict, hypothetical, false);
        for (const VerdictChange &change : changes) {
            if (change.policy != verdict.policy)
                continue;
            row.isChanged = true;
            row.proof = {}; // nothing that was seen proves it
            row.proofLink.clear();
            if (!change.then)
                break;
            const VerdictRow was = rowOf(*change.then, real, false);
            row.wasDelivery = was.delivery == row.delivery ? QString() : was.delivery;
            row.wasFact = was.fact == row.fact ? QString() : was.fact;
        }
        rows.append(row);
    }
    showRows(rows);
}

QString VerdictModel::spoken(const VerdictRow &row, int column)
{
    if (column == Client)
        return row.client + u' ' + row.id;
    if (column == Delivery && !row.wasDelivery.isEmpty())
        return tr("%1, would be %2", "delivery in reality, hypothetically")
            .arg(row.wasDelivery, row.delivery);
    if (column == Fact && !row.wasFact.isEmpty())
        return tr("%1, before: %2").arg(row.fact, row.wasFact);
    return textOf(row, column);
}

int VerdictModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const VerdictRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return spoken(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(row, index.column()));
    case SuffixRole:
        if (index.column() == Fact && !row.wasFact.isEmpty())
            return tr("(before: %1)").arg(row.wasFact);
        return index.column() == Client ? QVariant(row.id) : QVariant();
    case StrongRole:
        return row.isChanged && index.column() <= Fact;
    case BadgeRole:
        return index.column() == Delivery ? QVariant(static_cast<int>(row.badge)) : QVariant();
    case LinkRole:
        return index.column() == ProofLink && hasProof(row.proof);
    case MutedRole:
        return row.waiting && index.column() != Client;
    default:
        return {};
    }
}

QVariant VerdictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Client:
        return tr("Client");
    case Delivery:
        return tr("Delivery");
    case Fact:
        return tr("The deciding fact");
    case ProofLink:
        return tr("Proof");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace mailseal
