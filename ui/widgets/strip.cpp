#include "widgets/strip.h"

#include "style/theme.h"

#include <QPainter>

namespace mailseal {

void Strip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tints().card);
    painter.fillRect(0, height() - 1, width(), 1, tints().line);
}

} // namespace mailseal
