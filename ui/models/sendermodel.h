#pragma once

#include "models/rowsmodel.h"
#include "style/theme.h"
#include "values/inspection.h"

namespace mailseal {

/// A well-known sender (resources/senders), ready to be shown.
struct SenderRow
{
    QString id;
    QString name;
    Badge badge = Badge::Undetermined;
    QString delivery;
    QString wasDelivery; ///< in reality, where it differs
    QString reason;
    QList<SenderSource> sources;

    bool isSameRow(const SenderRow &other) const { return id == other.id; }
    bool operator==(const SenderRow &) const = default;
};

/// Would it deliver? One row a sender, and why.
class SenderModel : public RowsModel<SenderRow>
{
    Q_OBJECT
public:
    enum Column { Sender, Delivery, Reason, ColumnCount };

    explicit SenderModel(QObject *parent = nullptr);

    /// `real` is what was seen; the same as `shown` where nothing is supposed.
    void present(const Inspection &shown, const Inspection &real);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace mailseal
