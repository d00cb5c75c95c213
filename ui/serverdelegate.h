#pragma once

#include <QStyledItemDelegate>

namespace mailseal {

/// Paints a row of the list of servers: badge, host, one muted line below, the time it took at the other end;
/// a group as its name with the badge of its worst server.
class ServerDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintServer(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace mailseal
