#pragma once

#include "models/rowsmodel.h"
#include "pages/pane.h"
#include "values/conformance.h"

namespace mailseal {

struct CheckRow
{
    ConformanceRow check;
    bool waiting = false;
    bool isSameRow(const CheckRow &other) const { return check.id == other.check.id; }
    bool operator==(const CheckRow &) const = default;
};

/// The RFC 3207 checks, one row each.
class ConformanceModel : public RowsModel<CheckRow>
{
    Q_OBJECT
public:
    enum Column { Outcome, Title, Text, Evidence, Clause, ColumnCount };

    explicit ConformanceModel(QObject *parent = nullptr);

    void present(const QList<ConformanceRow> &checks, bool running);
    /// The first transcript line that shows it; page Transcript, index -1 where there is none.
    Proof proofAt(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const CheckRow &row, int column) const;
};

} // namespace mailseal
