#pragma once

#include <QFont>
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
    /// Fonts and measures of the font in force, made when it changes and not for every row.
    struct Faces
    {
        QFont base;
        QFont small;
        QFont strong;
        int baseHeight = 0;
        int smallHeight = 0;
        int badge = 0;
    };
    const Faces &facesFor(const QFont &font) const;
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintServer(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    mutable Faces m_faces;
};

} // namespace mailseal
