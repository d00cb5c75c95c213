#include "serverdelegate.h"

#include "models/inspectionlist.h"
#include "theme.h"

#include <QApplication>
#include <QPainter>

namespace mailseal {

namespace {

constexpr int iconSize = 17;
constexpr int margin = 10;
constexpr int stripe = 3;
constexpr qreal smaller = 0.87;

QFont smallFont(const QFont &base)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * smaller);
    return font;
}

QRect mirrored(const QStyleOptionViewItem &option, const QRect &logical)
{
    return QStyle::visualRect(option.direction, option.rect, logical);
}

void drawText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &logical, const QFont &font,
              const QColor &colour, const QString &text, bool atEnd = false)
{
    const auto alignment = QStyle::visualAlignment(
        option.direction, (atEnd ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(mirrored(option, logical), static_cast<int>(alignment) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, logical.width()));
}

} // namespace

void ServerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(InspectionList::IsSectionRole).toBool())
        paintSection(painter, option, index);
    else
        paintServer(painter, option, index);
    painter->restore();
}

void ServerDelegate::paintSection(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    QFont bold = option.font;
    bold.setBold(true);
    const QRect row = option.rect.adjusted(2, 0, -margin, 0);
    const QString count = index.data(InspectionList::DurationRole).toString();
    const int countWidth = QFontMetrics(smallFont(option.font)).horizontalAdvance(count) + margin;
    drawText(painter, option, row.adjusted(0, 0, -countWidth - iconSize - margin, 0), bold,
             option.palette.color(QPalette::Text), index.data().toString());
    drawText(painter, option, row, smallFont(option.font), tints().mutedText, count, true);
    const QRect icon(row.right() - countWidth - 12, row.center().y() - 6, 13, 13);
    badgeIcon(index.data(InspectionList::BadgeRole).value<Badge>()).paint(painter, mirrored(option, icon));
}

void ServerDelegate::paintServer(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(option.rect, tints().selection);
        painter->fillRect(
            mirrored(option, QRect(option.rect.left(), option.rect.top(), stripe, option.rect.height())),
            tints().accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, tints().page);
    }
    const QRect row = option.rect.adjusted(margin, 4, -margin, -4);
    const QRect icon(row.left(), row.center().y() - iconSize / 2, iconSize, iconSize);
    badgeIcon(index.data(InspectionList::BadgeRole).value<Badge>()).paint(painter, mirrored(option, icon));

    const QFont small = smallFont(option.font);
    const QString duration = index.data(InspectionList::DurationRole).toString();
    const int durationWidth =
        duration.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(duration) + margin;
    const QRect text = row.adjusted(iconSize + margin, 0, 0, 0);
    const int half = text.height() / 2;
    drawText(painter, option, QRect(text.left(), text.top(), text.width() - durationWidth, half), option.font,
             option.palette.color(QPalette::Text), index.data().toString());
    drawText(painter, option, QRect(text.left(), text.top() + half, text.width(), text.height() - half),
             small, tints().mutedText, index.data(InspectionList::DetailRole).toString());
    if (!duration.isEmpty())
        drawText(painter, option, QRect(text.left(), text.top(), text.width(), half), small,
                 tints().mutedText, duration, true);
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int lineGap = 14;
    const int line = QFontMetrics(option.font).height();
    const bool isSection = index.data(InspectionList::IsSectionRole).toBool();
    const int small = QFontMetrics(smallFont(option.font)).height();
    return {160, isSection ? line + lineGap : line + small + lineGap - 2};
}

} // namespace mailseal
