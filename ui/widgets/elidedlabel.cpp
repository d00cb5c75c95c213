#include "widgets/elidedlabel.h"

#include "models/plaintooltip.h"
#include "style/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace mailseal {

ElidedLabel::ElidedLabel(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text); // it is nothing but its text
    showRest();
    updateGeometry();
    update();
}

QFont ElidedLabel::face() const
{
    QFont face = font();
    if (m_kind == Kind::Title) {
        constexpr qreal larger = 1.4;
        face.setBold(true);
        face.setPointSizeF(face.pointSizeF() * larger);
    }
    return face;
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics letters(face());
    return {letters.horizontalAdvance(m_text), letters.height()};
}

QSize ElidedLabel::minimumSizeHint() const { return {0, QFontMetrics(face()).height()}; }

void ElidedLabel::showRest()
{
    const bool fits = QFontMetrics(face()).horizontalAdvance(m_text) <= width();
    setToolTip(fits ? QString() : plainToolTip(m_text));
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(face());
    painter.setPen(m_kind == Kind::Muted ? tints().mutedText : palette().color(QPalette::WindowText));
    const QString shown = painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    // Names and addresses stay in their own order, whatever the window's.
    painter.setLayoutDirection(m_text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.drawText(rect(), static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showRest();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace mailseal
