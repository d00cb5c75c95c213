#include "models/namesmodel.h"

#include "models/plaintooltip.h"
#include "models/roles.h"
#include "style/theme.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/wording.h"

namespace mailseal {

namespace {

Badge outcomeBadge(const NameComparison &check)
{
    if (check.kind == PresentedKind::CommonName)
        return Badge::NotApplicable;
    return check.matches ? Badge::Satisfied : Badge::Violated;
}

/// What was typed may be no name at all; it is shown as it is, but not its controls.
QString escapedText(const QString &text) { return escapeBytes(text.toUtf8()); }

} // namespace

NamesModel::NamesModel(QObject *parent)
    : RowsModel<NameRow>(parent)
{
}

void NamesModel::present(const NameCheck &names)
{
    QList<NameRow> rows;
    rows.reserve(names.checks.size());
    for (const NameComparison &check : names.checks)
        rows.append({check});
    showRows(rows);
}

int NamesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString NamesModel::text(const NameComparison &check, int column) const
{
    switch (column) {
    case Kind:
        return toWire(check.kind);
    case Presented:
        return check.presented;
    case Reference:
        return escapedText(check.reference);
    case Outcome:
        if (check.kind == PresentedKind::CommonName)
            return tr("never looked at");
        return check.matches ? tr("matches") : tr("does not match");
    case Reason:
        return Wording(Wording::Speech::Translated).nameReason(check);
    default:
        return {};
    }
}

QVariant NamesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NameComparison &check = rows().at(index.row()).check;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(check, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(check, index.column()));
    case BadgeRole:
        return index.column() == Outcome ? QVariant(static_cast<int>(outcomeBadge(check))) : QVariant();
    case MutedRole:
        return check.kind == PresentedKind::CommonName || index.column() == Kind;
    case StrongRole:
        return index.column() == Presented && check.matches;
    default:
        return {};
    }
}

QVariant NamesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Kind");
    case Presented:
        return tr("In the certificate");
    case Reference:
        return tr("Looked for");
    case Outcome:
        return tr("Outcome");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

ReferenceModel::ReferenceModel(QObject *parent)
    : RowsModel<ReferenceRow>(parent)
{
}

void ReferenceModel::present(const NameCheck &names)
{
    QList<ReferenceRow> rows;
    for (const ReferenceName &name : names.reference)
        rows.append({name});
    showRows(rows);
}

int ReferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReferenceName &name = rows().at(index.row()).name;
    const QString source = Wording(Wording::Speech::Translated).nameSource(name.source);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return escapedText(name.name);
        return name.dnssec ? tr("%1, vouched for by DNSSEC").arg(source) : source;
    case Qt::ToolTipRole:
        return plainToolTip(data(index, Qt::DisplayRole).toString());
    case StrongRole:
        return index.column() == Name;
    default:
        return {};
    }
}

QVariant ReferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name looked for");
    case Source:
        return tr("Where it comes from");
    default:
        return {};
    }
}

} // namespace mailseal
