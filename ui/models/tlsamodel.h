#pragma once

#include "models/rowsmodel.h"
#include "pages/pane.h"
#include "style/theme.h"
#include "values/dane.h"
#include "values/inspection.h"

namespace mailseal {

struct TlsaRow
{
    TlsaOutcome outcome;
    bool isAnyMatched = false; ///< then another key is no fault: the next one is often published beforehand

    bool isSameRow(const TlsaRow &other) const { return outcome.record == other.outcome.record; }
    bool operator==(const TlsaRow &) const = default;
};

/// Every TLSA record that counts for the server, with what became of it against the certificates sent.
class TlsaModel : public RowsModel<TlsaRow>
{
    Q_OBJECT
public:
    enum Column { Record, Meaning, Outcome, Certificate, Reason, ColumnCount };

    explicit TlsaModel(QObject *parent = nullptr);

    void present(const Inspection &inspection);
    /// The certificate that matches; page Summary where none does.
    Proof proofAt(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const TlsaRow &row, int column) const;
};

} // namespace mailseal
