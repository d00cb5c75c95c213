#pragma once

#include "models/dnsplaces.h"
#include "models/rowsmodel.h"
#include "style/theme.h"
#include "values/inspection.h"

#include <optional>

namespace mailseal {

/// One record of an answer, or why there is none.
struct DnsRow
{
    DnsPlace place = DnsPlace::Mx;
    QString type;                ///< "MX", "A", "TLSA" …
    QString name;                ///< as asked; shown with the first row of an answer
    QString text;                ///< the record in presentation form, or how the lookup ended
    QString aside;               ///< "this server"; what the validator says
    std::optional<Badge> dnssec; ///< with the first row of an answer
    QString state;               ///< the same in words
    QString ttl;
    bool isRecord = false;
    bool isThisServer = false;
    bool hasFailed = false; ///< nobody knows whether there is a record

    bool isSameRow(const DnsRow &other) const
    {
        return place == other.place && type == other.type && text == other.text;
    }
    bool operator==(const DnsRow &) const = default;
};

/// Every question that was asked for one server, with its answer, a row a record.
class DnsModel : public RowsModel<DnsRow>
{
    Q_OBJECT
public:
    enum Column { Name, Type, Dnssec, Record, ColumnCount };

    explicit DnsModel(QObject *parent = nullptr);

    void present(const Inspection &inspection);
    /// The first row of a place; -1 where nothing was asked.
    int rowOf(DnsPlace place) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

QString dnssecText(DnssecState state);

} // namespace mailseal
