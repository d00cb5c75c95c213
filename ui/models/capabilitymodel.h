#pragma once

#include "models/rowsmodel.h"
#include "style/theme.h"
#include "values/evidence.h"

#include <optional>

namespace mailseal {

/// One EHLO keyword, or all that are the same on both sides.
struct CapabilityRow
{
    QString capability;
    QString before;
    QString after;
    std::optional<Badge> badge;
    QString remark;
    bool folded = false; ///< several keywords without anything to remark
    bool isSameRow(const CapabilityRow &other) const { return capability == other.capability; }
    bool operator==(const CapabilityRow &) const = default;
};

/// The rows of the table, bounded: what differs first, then what is the same in one row.
QList<CapabilityRow> capabilityRows(const Evidence &evidence, bool running);

/// What EHLO said before and after TLS (RFC 3207 §4.2: the first list is forgotten).
class CapabilityModel : public RowsModel<CapabilityRow>
{
    Q_OBJECT
public:
    enum Column { Capability, Before, After, Remark, ColumnCount };

    explicit CapabilityModel(QObject *parent = nullptr);

    void present(const Evidence &evidence, bool running);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace mailseal
