#include "list/serverdelegate.h"

#include "models/serverlistmodel.h"
#include "style/theme.h"
#include "widgets/badgemark.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace mailseal {

namespace {

constexpr int inGroup = 26; ///< where badges begin, so that they stand below their group's name
constexpr int alone = metrics::pad;
constexpr int above = 5;

QFont smaller(QFont font)
{
    constexpr qreal factor = 0.88;
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

/// Draws `text` at the leading side of `rect` (in left-to-right coordinates), cut where it does not fit.
void drawLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text,
              Qt::Alignment side = Qt::AlignLeft)
{
    const QRect place = QStyle::visualRect(option.direction, option.rect, rect);
    const auto alignment =
        QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter | Qt::AlignAbsolute;
    // Names and addresses stay in their own order, whatever the window's.
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void drawBadge(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const QRect &rect, int role = ServerBadgeRole)
{
    badgeIcon(static_cast<Badge>(index.data(role).toInt()))
        .paint(&painter, QStyle::visualRect(option.direction, option.rect, rect));
}

void drawArrow(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect)
{
    const bool open = option.state.testFlag(QStyle::State_Open);
    const QPointF centre = QStyle::visualRect(option.direction, option.rect, rect).center();
    constexpr qreal wide = 4;
    constexpr qreal deep = 5;
    const qreal forward = option.direction == Qt::RightToLeft ? -1 : 1;
    QPainterPath arrow;
    arrow.addPolygon(open ? QPolygonF({centre + QPointF(-wide, -deep / 2), centre + QPointF(wide, -deep / 2),
                                       centre + QPointF(0, deep / 2)})
                          : QPolygonF({centre + QPointF(forward * -deep / 2, -wide),
                                       centre + QPointF(forward * -deep / 2, wide),
                                       centre + QPointF(forward * deep / 2, 0)}));
    painter.fillPath(arrow, option.palette.color(QPalette::Text));
}

} // namespace

const ServerDelegate::Faces &ServerDelegate::facesFor(const QFont &font) const
{
    if (m_faces.baseHeight != 0 && m_faces.base == font)
        return m_faces;
    m_faces.base = font;
    m_faces.small = smaller(font);
    m_faces.strong = font;
    m_faces.strong.setBold(true);
    m_faces.baseHeight = QFontMetrics(font).height();
    m_faces.smallHeight = QFontMetrics(m_faces.small).height();
    m_faces.badge = BadgeMark::sideFor(QFontMetrics(font));
    return m_faces;
}

void ServerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, tints().selection);
        constexpr int bar = 3;
        const QRect edge(option.rect.left(), option.rect.top(), bar, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, edge), tints().accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, tints().page);
    }
    if (index.data(IsGroupRole).toBool())
        paintGroup(painter, option, index);
    else
        paintServer(painter, option, index);
    painter->restore();
}

void ServerDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QString ascii = index.data(AsciiRole).toString();
    QRect row = option.rect;
    if (!ascii.isEmpty()) // a second line below the name
        row.setHeight(row.height() - facesFor(option.font).smallHeight);
    drawArrow(*painter, option, QRect(row.left() + metrics::gap, row.top(), 10, row.height()));
    const Faces &faces = facesFor(option.font);
    const QString count = index.data(DetailRole).toString();
    painter->setFont(faces.small);
    const int countWidth = painter->fontMetrics().horizontalAdvance(count);
    painter->setPen(tints().mutedText);
    int right = row.right() - metrics::pad - countWidth;
    drawLine(*painter, option, QRect(right, row.top(), countWidth + 1, row.height()), count, Qt::AlignRight);

    const int side = faces.smallHeight - 2;
    right -= side + metrics::gap;
    drawBadge(*painter, option, index, QRect(right, row.center().y() - side / 2, side, side));
    painter->setFont(faces.strong);
    painter->setPen(option.palette.color(QPalette::Text));
    const int left = row.left() + metrics::gap + 10 + 6;
    drawLine(*painter, option, QRect(left, row.top(), right - metrics::gap - left, row.height()),
             index.data().toString());
    if (ascii.isEmpty())
        return;
    painter->setFont(faces.small);
    painter->setPen(tints().mutedText);
    const int below = row.bottom() - above;
    drawLine(*painter, option,
             QRect(left, below, option.rect.right() - metrics::pad - left, faces.smallHeight), ascii);
}

void ServerDelegate::paintServer(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const QRect &row = option.rect;
    const Faces &faces = facesFor(option.font);
    const int side = faces.badge;
    int left = row.left() + (index.parent().isValid() ? inGroup : alone);
    drawBadge(*painter, option, index, QRect(left, row.center().y() - side / 2, side, side));
    left += side + metrics::gap;

    const int first = faces.baseHeight;
    const int second = faces.smallHeight;
    const int top = row.center().y() - (first + second) / 2;
    const int right = row.right() - metrics::pad;
    const QString duration = index.data(DurationRole).toString();
    painter->setFont(faces.small);
    const int durationWidth = painter->fontMetrics().horizontalAdvance(duration);
    painter->setPen(tints().mutedText);
    drawLine(*painter, option, QRect(right - durationWidth, top, durationWidth + 1, first), duration,
             Qt::AlignRight);
    drawLine(*painter, option, QRect(left, top + first, right - left, second),
             index.data(DetailRole).toString());
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    int room = right - left - (duration.isEmpty() ? 0 : durationWidth + metrics::gap);
    if (index.data(ActingBadgeRole).isValid()) {
        const int mark = second - 2;
        room -= mark + metrics::gap;
        drawBadge(*painter, option, index,
                  QRect(left + room + metrics::gap / 2, top + (first - mark) / 2, mark, mark),
                  ActingBadgeRole);
    }
    const QString host = index.data().toString();
    drawLine(*painter, option, QRect(left, top, room, first), host);
    const int behind = painter->fontMetrics().horizontalAdvance(host) + metrics::gap;
    const QString ascii = index.data(AsciiRole).toString();
    if (ascii.isEmpty() || behind >= room)
        return;
    painter->setFont(faces.small);
    painter->setPen(tints().mutedText);
    drawLine(*painter, option, QRect(left + behind, top, room - behind, first), ascii);
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Faces &faces = facesFor(option.font);
    const bool isOneLine = index.data(IsGroupRole).toBool() && index.data(AsciiRole).toString().isEmpty();
    const int lines = isOneLine ? faces.baseHeight + 2 : faces.baseHeight + faces.smallHeight + 2;
    return {0, lines + 2 * above + 2};
}

} // namespace mailseal
