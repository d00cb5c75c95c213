#include "models/verdictmodel.h"

#include "models/plaintooltip.h"
#include "models/proofs.h"
#include "models/roles.h"
#include "report/wire.h"
#include "report/wording.h"

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
        return row.waiting ? QStringLiteral("…") : row.delivery;
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

bool VerdictRow::operator==(const VerdictRow &other) const
{
    return policy == other.policy && client == other.client && id == other.id && waiting == other.waiting &&
           badge == other.badge && delivery == other.delivery && fact == other.fact &&
           source == other.source && proof.page == other.proof.page && proof.index == other.proof.index &&
           proofLink == other.proofLink;
}

VerdictModel::VerdictModel(QObject *parent)
    : RowsModel<VerdictRow>(parent)
{
}

void VerdictModel::present(const Inspection &inspection, bool running)
{
    const Wording wording(Wording::Speech::Translated);
    QList<VerdictRow> rows;
    for (const Verdict &verdict : inspection.verdicts) {
        VerdictRow row;
        row.policy = verdict.policy;
        row.client = wording.policyName(verdict.policy);
        const QString wire = toWire(verdict.policy);
        row.id = verdict.policy == inspection.evidence.target.policy ? tr("(%1, acting)").arg(wire)
                                                                     : QLatin1StringView("(%1)").arg(wire);
        row.source = verdict.source;
        row.waiting = !isKnown(verdict, inspection, running);
        if (!row.waiting) {
            row.badge = badgeOf(verdict);
            const bool notAsked =
                verdict.standing == Standing::NotApplicable && verdict.delivery == Delivery::Unknown;
            row.delivery = notAsked ? tr("not asked") : wording.delivery(verdict.delivery);
            if (!verdict.because.isEmpty()) {
                row.fact = wording.finding(verdict.because.first());
                row.proof = proofOf(verdict.because.first(), inspection);
                row.proofLink = proofText(row.proof);
            }
        }
        rows.append(row);
    }
    showRows(rows);
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
        return index.column() == Client ? row.client + u' ' + row.id : textOf(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(row, index.column()));
    case SuffixRole:
        return index.column() == Client ? QVariant(row.id) : QVariant();
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
