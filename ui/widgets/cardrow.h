#pragma once

#include <QLayout>
#include <QList>

namespace mailseal {

/// Lays cards out in one row, two rows, two columns or one by the width there is; the cards of one row are
/// equally high.
class CardRow : public QLayout
{
    Q_OBJECT
public:
    explicit CardRow(QWidget *parent = nullptr);
    ~CardRow() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

    /// How many stand beside each other at this width.
    int columnsFor(int width) const;

private:
    QList<QLayoutItem *> shown() const;
    int arrange(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
};

} // namespace mailseal
