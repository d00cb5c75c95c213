#pragma once

#include "style/theme.h"

#include <QEvent>
#include <QPainter>

namespace mailseal {

/// A scrolling view whose frame is one thin line in the colour of all lines. The view has frame shape Box.
template <typename View>
class QuietFrame : public View
{
public:
    using View::View;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return View::event(event);
        QPainter painter(this);
        painter.setPen(tints().line);
        painter.setBrush(tints().card);
        painter.drawRect(this->rect().adjusted(0, 0, -1, -1));
        return true;
    }
};

} // namespace mailseal
