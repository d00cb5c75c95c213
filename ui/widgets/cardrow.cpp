#include "widgets/cardrow.h"

#include "style/theme.h"

#include <QStyle>
#include <QWidget>

namespace mailseal {

namespace {

constexpr int leastCard = 20; ///< average characters

int heightOf(const QLayoutItem *item, int width)
{
    return qMax(item->minimumSize().height(),
                item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
}

} // namespace

CardRow::CardRow(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(metrics::pad);
}

CardRow::~CardRow() { qDeleteAll(m_items); }

void CardRow::addItem(QLayoutItem *item) { m_items.append(item); }

QLayoutItem *CardRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

/// Hidden cards take no place.
QList<QLayoutItem *> CardRow::shown() const
{
    QList<QLayoutItem *> items = m_items;
    items.removeIf([](const QLayoutItem *item) { return item->isEmpty(); });
    return items;
}

int CardRow::columnsFor(int width) const
{
    const QWidget *owner = parentWidget();
    const int least = owner ? owner->fontMetrics().averageCharWidth() * leastCard + 2 * metrics::pad : 180;
    const auto cards = static_cast<int>(shown().size());
    for (const int columns : {cards, (cards + 1) / 2, 2}) {
        if (columns > 1 && width >= columns * least + (columns - 1) * spacing())
            return columns;
    }
    return 1;
}

QSize CardRow::sizeHint() const { return {720, heightForWidth(720)}; }

QSize CardRow::minimumSize() const
{
    int width = 0;
    for (const QLayoutItem *item : shown())
        width = qMax(width, item->minimumSize().width());
    return {width, 0};
}

void CardRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int CardRow::arrange(const QRect &rect, bool apply) const
{
    const QList<QLayoutItem *> items = shown();
    const int columns = columnsFor(rect.width());
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int top = rect.top();
    for (qsizetype first = 0; first < items.size(); first += columns) {
        const auto left = [&](qsizetype column) {
            return rect.left() + static_cast<int>(column) * (rect.width() + spacing()) / columns;
        };
        const auto widthOf = [&](qsizetype column) { return left(column + 1) - spacing() - left(column); };
        const qsizetype here = qMin<qsizetype>(columns, items.size() - first);
        int height = 0;
        for (qsizetype column = 0; column < here; ++column)
            height = qMax(height, heightOf(items.at(first + column), widthOf(column)));
        for (qsizetype column = 0; apply && column < here; ++column) {
            const QRect place(left(column), top, widthOf(column), height);
            items.at(first + column)->setGeometry(QStyle::visualRect(direction, rect, place));
        }
        top += height + spacing();
    }
    return qMax(0, top - spacing() - rect.top());
}

} // namespace mailseal
