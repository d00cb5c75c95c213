#include "widgets/badgemark.h"

#include <QPainter>

namespace mailseal {

BadgeMark::BadgeMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BadgeMark::setBadge(Badge badge)
{
    m_badge = badge;
    update();
}

int BadgeMark::sideFor(const QFontMetrics &fontMetrics) { return qMax(16, fontMetrics.height()); }

QSize BadgeMark::sizeHint() const
{
    const int side = sideFor(fontMetrics());
    return {side, side};
}

void BadgeMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    badgeIcon(m_badge).paint(&painter, rect());
}

} // namespace mailseal
