#pragma once

#include "models/rowsmodel.h"
#include "values/namecheck.h"

namespace mailseal {

struct NameRow
{
    NameComparison check;
    bool isSameRow(const NameRow &other) const
    {
        return check.presented == other.check.presented && check.reference == other.check.reference &&
               check.kind == other.check.kind;
    }
    bool operator==(const NameRow &) const = default;
};

/// Every presented name against every reference name.
class NamesModel : public RowsModel<NameRow>
{
    Q_OBJECT
public:
    enum Column { Kind, Presented, Reference, Outcome, Reason, ColumnCount };

    explicit NamesModel(QObject *parent = nullptr);

    void present(const NameCheck &names);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const NameComparison &check, int column) const;
};

struct ReferenceRow
{
    ReferenceName name;
    bool isSameRow(const ReferenceRow &other) const { return name.name == other.name.name; }
    bool operator==(const ReferenceRow &) const = default;
};

/// The names that are looked for, with where each came from.
class ReferenceModel : public RowsModel<ReferenceRow>
{
    Q_OBJECT
public:
    enum Column { Name, Source, ColumnCount };

    explicit ReferenceModel(QObject *parent = nullptr);

    void present(const NameCheck &names);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace mailseal
