#pragma once

#include <QStyledItemDelegate>

namespace mailseal {

/// A server in two lines with its badge and duration, or a section's heading; right-to-left ready.
class ServerDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSection(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintServer(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace mailseal
