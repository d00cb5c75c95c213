#include "widgets/card.h"

#include "style/theme.h"

#include <QPainter>

namespace mailseal {

Card::Card(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void Card::setFill(Fill fill)
{
    m_fill = fill;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tints &colours = tints();
    QColor fill = colours.card;
    QColor line = colours.line;
    switch (m_fill) {
    case Fill::Plain:
        break;
    case Fill::Good:
        fill = colours.goodFill;
        line = colours.good;
        break;
    case Fill::Warn:
        fill = colours.warnFill;
        line = colours.warn;
        break;
    case Fill::Bad:
        fill = colours.badFill;
        line = colours.bad;
        break;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_fill != Fill::Plain)
        line.setAlphaF(0.45F);
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace mailseal
