#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>

namespace mailseal {

/// A table over a list of values. `Row` has `operator==` and `isSameRow(const Row &)`: whether two values
/// describe the same thing, so that a selection on it stays. A new list keeps the rows it shares with the old
/// one (changed in place, new ones appended); only another shape resets.
template <typename Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const QList<Row> &rows() const { return m_rows; }

protected:
    void showRows(QList<Row> next)
    {
        const bool grows = next.size() >= m_rows.size() &&
                           std::equal(m_rows.cbegin(), m_rows.cend(), next.cbegin(),
                                      [](const Row &one, const Row &other) { return one.isSameRow(other); });
        if (!grows) {
            beginResetModel();
            m_rows = std::move(next);
            endResetModel();
            return;
        }
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            changeRow(i, next.at(i));
        if (next.size() == m_rows.size())
            return;
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(next.size()) - 1);
        m_rows = std::move(next);
        endInsertRows();
    }

private:
    void changeRow(qsizetype i, const Row &next)
    {
        if (m_rows.at(i) == next)
            return;
        m_rows[i] = next;
        const int row = static_cast<int>(i);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount({}) - 1));
    }

    QList<Row> m_rows;
};

} // namespace mailseal
