#pragma once

#include "widgets/quietframe.h"

#include <QTableView>

namespace mailseal {

class CellDelegate;

/// A table to read: whole rows, no editing, columns shared out by what they hold, texts wrapped. A click on a
/// link cell, Enter or a double click asks for the proof of a row.
class FactTable : public QuietFrame<QTableView>
{
    Q_OBJECT
public:
    /// Contents: as high as its rows, the page scrolls. Window: scrolls by itself, for any number of rows.
    enum class Height { Contents, Window };

    explicit FactTable(Height height, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// The column that takes what the others leave.
    void setWideColumn(int column) { m_wideColumn = column; }
    /// The column that goes first where there is no room for all.
    void setDispensableColumn(int column) { m_dispensable = column; }
    /// Selects the row, scrolls there and takes the focus.
    void revealRow(int row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void proofActivated(int row);
    void currentRowChanged(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void arrange();
    void shareColumns();
    int contentHeight() const;
    /// What each column would take: all of its widest text, or its longest word.
    enum class Need { Natural, Least };
    QList<int> widthsFor(Need need) const;
    QList<int> shared(QList<int> widths, const QList<int> &wanted, int room) const;

    Height m_height;
    int m_wideColumn = 0;
    int m_dispensable = -1;
    CellDelegate *m_delegate;
    bool m_arranging = false;
};

} // namespace mailseal
