#pragma once

#include "models/rowsmodel.h"
#include "style/theme.h"
#include "values/finding.h"
#include "values/inspection.h"

#include <QStringList>

namespace mailseal {

/// One line of the literal policy with what is wrong with it.
struct PolicyRow
{
    int line = 1;
    QString text; ///< escaped
    QStringList problems;
    Severity severity = Severity::Info; ///< of the worst problem

    bool isSameRow(const PolicyRow &other) const { return line == other.line && text == other.text; }
    bool operator==(const PolicyRow &) const = default;
};

/// The text of an MTA-STS policy as it was served (RFC 8461 §3.2), line by line.
class PolicyModel : public RowsModel<PolicyRow>
{
    Q_OBJECT
public:
    enum Column { Line, Text, Problem, ColumnCount };

    explicit PolicyModel(QObject *parent = nullptr);

    void present(const Inspection &inspection);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace mailseal
