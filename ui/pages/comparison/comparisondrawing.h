#pragma once

#include <QString>

class QColor;
class QPainter;
class QRect;
class QRectF;

namespace mailseal {

// The strokes of a comparison, drawn alike in every font.

/// Two strokes and one across them.
void drawUnequal(QPainter &painter, const QRectF &place, const QColor &colour);
void drawTriangle(QPainter &painter, const QRectF &place, const QColor &colour, bool up);
/// Of a group that is open or folded.
void drawArrow(QPainter &painter, const QRectF &place, const QColor &colour, bool open, bool rightToLeft);
/// A thin line below `row`, drawn on whole pixels.
void drawRule(QPainter &painter, const QRect &row);
/// At most so many lines, the last one cut where there is more; the first `strong` letters bold. How many
/// there were.
int drawLines(QPainter &painter, const QRect &place, const QString &text, int most, qsizetype strong,
              Qt::LayoutDirection direction);

} // namespace mailseal
