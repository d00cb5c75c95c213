#include "widgets/quietheader.h"

#include "style/theme.h"

#include <QPainter>

namespace mailseal {

QuietHeader::QuietHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(1);
    setFrameShape(QFrame::NoFrame);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize QuietHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), qMax(metrics::rowHeight - 2, fontMetrics().height() + 14)};
}

void QuietHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QColor ground = isDark() ? tints().card.lighter(112) : tints().card.darker(102);
    painter.fillRect(viewport()->rect(), ground);
    painter.setPen(tints().line);
    painter.drawLine(viewport()->rect().bottomLeft(), viewport()->rect().bottomRight());
    painter.end();
    QHeaderView::paintEvent(event);
}

void QuietHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const QRect inside = rect.adjusted(metrics::pad, 0, -metrics::pad / 2, 0);
    painter->save();
    painter->setPen(tints().mutedText);
    painter->drawText(
        inside,
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize QuietHeader::sectionSizeFromContents(int section) const
{
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    return {fontMetrics().horizontalAdvance(text) + 2 * metrics::pad, sizeHint().height()};
}

} // namespace mailseal
