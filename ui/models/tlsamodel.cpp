#include "models/tlsamodel.h"

#include "models/plaintooltip.h"
#include "models/proofs.h"
#include "models/roles.h"
#include "wire/recordtext.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <algorithm>

namespace mailseal {

namespace {

Badge badgeFor(const TlsaRow &row)
{
    const TlsaOutcome &outcome = row.outcome;
    if (outcome.why == TlsaReason::NotCompared && outcome.usable)
        return Badge::Undetermined;
    if (!outcome.usable || outcome.setAside)
        return Badge::NotApplicable;
    if (outcome.matches)
        return Badge::Satisfied;
    return row.isAnyMatched ? Badge::NotApplicable : Badge::Violated;
}

/// Groups of eight, so that they wrap; more than a digest's are cut.
QString wrappable(const TlsaRecord &record)
{
    constexpr qsizetype enough = 160;
    constexpr qsizetype group = 8;
    const QString whole = recordText(record);
    const QString head = whole.section(u' ', 0, 2);
    const QString digits = whole.section(u' ', 3);
    QStringList parts{head};
    for (qsizetype at = 0; at < qMin(digits.size(), enough); at += group)
        parts.append(digits.mid(at, group));
    return parts.join(u' ') + (digits.size() > enough ? QStringLiteral("…") : QString());
}

} // namespace

TlsaModel::TlsaModel(QObject *parent)
    : RowsModel<TlsaRow>(parent)
{
}

void TlsaModel::present(const Inspection &inspection)
{
    QList<TlsaOutcome> outcomes;
    if (inspection.dane) {
        outcomes = inspection.dane->records;
    } else if (inspection.evidence.dns && inspection.evidence.dns->tlsa) {
        for (const TlsaRecord &record : inspection.evidence.dns->tlsa->records) {
            TlsaOutcome outcome;
            outcome.record = record;
            outcome.usable = true; // as far as anyone looked
            outcomes.append(outcome);
        }
    }
    const bool any = std::any_of(outcomes.cbegin(), outcomes.cend(), [](const TlsaOutcome &outcome) {
        return outcome.matches && outcome.usable && !outcome.setAside;
    });
    QList<TlsaRow> rows;
    for (const TlsaOutcome &outcome : std::as_const(outcomes))
        rows.append({outcome, any});
    showRows(rows);
}

Proof TlsaModel::proofAt(int row) const
{
    const std::optional<int> depth = rows().at(row).outcome.depth;
    return depth ? Proof{Proof::Page::Certificates, *depth} : Proof{};
}

int TlsaModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString TlsaModel::text(const TlsaRow &row, int column) const
{
    const TlsaOutcome &outcome = row.outcome;
    switch (column) {
    case Record:
        return wrappable(outcome.record);
    case Meaning:
        return tlsaAcronyms(outcome.record);
    case Outcome:
        if (outcome.why == TlsaReason::NotCompared)
            return tr("not compared");
        if (!outcome.usable)
            return tr("not usable");
        if (outcome.setAside)
            return outcome.matches ? tr("matches, but is set aside") : tr("set aside");
        return outcome.matches ? tr("matches") : tr("does not match");
    case Certificate:
        return outcome.depth ? proofText({Proof::Page::Certificates, *outcome.depth}) : QString();
    case Reason:
        return inLanguage(Wording::Speech::Translated, tlsaReasonWords(outcome.why));
    default:
        return {};
    }
}

QVariant TlsaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TlsaRow &row = rows().at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == Record ? recordText(row.outcome.record) : text(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(text(row, column));
    case BadgeRole:
        return column == Outcome ? QVariant(static_cast<int>(badgeFor(row))) : QVariant();
    case LinkRole:
        return column == Certificate && row.outcome.depth;
    case MonospaceRole:
        return column == Record;
    case MutedRole:
        return column == Meaning || !row.outcome.usable;
    default:
        return {};
    }
}

QVariant TlsaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Record:
        return tr("TLSA record");
    case Meaning:
        return tr("Kind");
    case Outcome:
        return tr("Outcome");
    case Certificate:
        return tr("Proof");
    case Reason:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace mailseal
