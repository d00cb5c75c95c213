#include "pages/comparison/comparisondrawing.h"

#include "style/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace mailseal {

void drawUnequal(QPainter &painter, const QRectF &place, const QColor &colour)
{
    const QPointF c = place.center();
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(c + QPointF(-4.5, -2), c + QPointF(4.5, -2));
    painter.drawLine(c + QPointF(-4.5, 2), c + QPointF(4.5, 2));
    painter.drawLine(c + QPointF(-2.5, 5.5), c + QPointF(2.5, -5.5));
}

void drawTriangle(QPainter &painter, const QRectF &place, const QColor &colour, bool up)
{
    const QPointF c = place.center();
    const qreal way = up ? -1 : 1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(
        QPolygonF({c + QPointF(-4.5, -3.0 * way), c + QPointF(4.5, -3.0 * way), c + QPointF(0, 4.0 * way)}));
}

void drawArrow(QPainter &painter, const QRectF &place, const QColor &colour, bool open, bool rightToLeft)
{
    const QPointF c = place.center();
    const qreal forward = rightToLeft ? -1 : 1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(open ? QPolygonF({c + QPointF(-4, -2.5), c + QPointF(4, -2.5), c + QPointF(0, 2.5)})
                             : QPolygonF({c + QPointF(-2.5 * forward, -4), c + QPointF(-2.5 * forward, 4),
                                          c + QPointF(2.5 * forward, 0)}));
}

int drawLines(QPainter &painter, const QRect &place, const QString &text, int most, qsizetype strong,
              Qt::LayoutDirection direction)
{
    constexpr qsizetype shownCharacters = 2000;
    const QString shown = QString(text.left(shownCharacters)).replace(u'\n', u' ');
    QTextLayout layout(shown, painter.font());
    if (strong > 0) {
        QTextLayout::FormatRange bold;
        bold.start = 0;
        bold.length = static_cast<int>(qMin(strong, shown.size()));
        bold.format.setFontWeight(QFont::Bold);
        layout.setFormats({bold});
    }
    const bool fromRight = direction == Qt::RightToLeft;
    QTextOption option(Qt::AlignAbsolute | (fromRight ? Qt::AlignRight : Qt::AlignLeft));
    option.setTextDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    QString rest;
    int used = 0;
    for (int i = 0; i < most; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        ++used;
        line.setLineWidth(place.width());
        line.setPosition({0, y});
        const int end = line.textStart() + line.textLength();
        if (i == most - 1 && end < shown.size()) {
            rest = shown.mid(line.textStart());
            line.setNumColumns(0);
            break;
        }
        y += line.height();
    }
    layout.endLayout();
    layout.draw(&painter, place.topLeft());
    if (!rest.isEmpty()) {
        const QRectF last(place.left(), place.top() + y, place.width(), painter.fontMetrics().height());
        painter.drawText(last,
                         static_cast<int>(fromRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(rest, Qt::ElideRight, place.width()));
    }
    return used;
}

void drawRule(QPainter &painter, const QRect &row)
{
    painter.fillRect(row.left(), row.bottom(), row.width(), 1, tints().line);
}

} // namespace mailseal
