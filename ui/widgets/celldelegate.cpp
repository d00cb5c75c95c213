#include "widgets/celldelegate.h"

#include "models/roles.h"
#include "style/theme.h"
#include "widgets/badgemark.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace mailseal {

namespace {

constexpr int side = metrics::pad;
constexpr int above = 9;
constexpr qsizetype shownCharacters = 4000;

int badgeSpace(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return index.data(BadgeRole).isValid() ? BadgeMark::sideFor(option.fontMetrics) + metrics::gap : 0;
}

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont face = index.data(MonospaceRole).toBool() ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                                    : option.font;
    face.setBold(index.data(StrongRole).toBool());
    return face;
}

/// Lays the lines out and gives their height and the widest one.
QSizeF wrapLines(QTextLayout &layout, qreal width)
{
    qreal height = 0;
    qreal widest = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        widest = qMax(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {widest, height};
}

/// A row that is chosen shows a bar at its edge where the keyboard is.
void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? tints().selection : tints().card);
    const bool focused = option.widget && option.widget->hasFocus();
    if (selected && focused && index.column() == 0) {
        const QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), tints().accent);
    }
    painter->setPen(tints().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

} // namespace

CellDelegate::CellDelegate(Wrap wrap, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_wrap(wrap)
{
}

QString CellDelegate::plainText(const QModelIndex &index) const
{
    QString text = index.data(Qt::DisplayRole).toString().left(shownCharacters);
    const QString suffix = index.data(SuffixRole).toString().left(shownCharacters);
    if (!suffix.isEmpty())
        text += u' ' + suffix;
    // One cell, one paragraph: a server's line break is escaped long before, ours would break the layout.
    return text.replace(u'\n', u' ');
}

void CellDelegate::dress(QTextLayout &layout, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    layout.setFont(fontOf(option, index));
    QTextOption lines(option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    // Names and bytes stay in their own order, whatever the window's.
    lines.setTextDirection(layout.text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    lines.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(lines);
    const qsizetype main = index.data(Qt::DisplayRole).toString().left(shownCharacters).size();
    if (layout.text().size() <= main || index.data(SuffixRole).toString().isEmpty())
        return;
    QTextLayout::FormatRange muted;
    muted.start = static_cast<int>(main);
    muted.length = static_cast<int>(layout.text().size() - main);
    muted.format.setForeground(tints().mutedText);
    muted.format.setFontWeight(QFont::Normal);
    layout.setFormats({muted});
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option, index);
    QRect inside = option.rect.adjusted(side, above, -side, -above);
    const QVariant badge = index.data(BadgeRole);
    if (badge.isValid()) {
        const int size = BadgeMark::sideFor(option.fontMetrics);
        const QRect place(inside.left(), inside.top() + (option.fontMetrics.height() - size) / 2, size, size);
        badgeIcon(static_cast<Badge>(badge.toInt()))
            .paint(painter, QStyle::visualRect(option.direction, option.rect, place));
    }
    inside.setLeft(inside.left() + badgeSpace(option, index));
    inside = QStyle::visualRect(option.direction, option.rect, inside);

    const bool link = index.data(LinkRole).toBool();
    const bool muted = index.data(MutedRole).toBool();
    painter->setPen(link    ? tints().accent
                    : muted ? tints().mutedText
                            : QApplication::palette().color(QPalette::Text));
    painter->setClipRect(option.rect);
    QString text = plainText(index);
    if (m_wrap == Wrap::No)
        text = QFontMetrics(fontOf(option, index)).elidedText(text, Qt::ElideRight, inside.width());
    QTextLayout layout(text);
    dress(layout, option, index);
    wrapLines(layout, inside.width());
    layout.draw(painter, inside.topLeft());
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTextLayout layout(plainText(index));
    dress(layout, option, index);
    const int frame = 2 * side + badgeSpace(option, index);
    const int room = option.rect.width() - frame;
    const bool wraps = m_wrap == Wrap::Yes && room > 0;
    const QSizeF size = wrapLines(layout, wraps ? room : QWIDGETSIZE_MAX);
    const int height = static_cast<int>(std::ceil(qMax<qreal>(size.height(), option.fontMetrics.height())));
    return {static_cast<int>(std::ceil(size.width())) + frame + 1, height + 2 * above + 1};
}

int CellDelegate::leastWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics letters(fontOf(option, index));
    int widest = 0;
    const QString text = plainText(index);
    for (const QStringView word : QStringView(text).split(u' '))
        widest = qMax(widest, letters.horizontalAdvance(word.toString()));
    return widest + 2 * side + badgeSpace(option, index) + 1;
}

int CellDelegate::naturalWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem unbounded = option;
    unbounded.rect = {};
    return sizeHint(unbounded, index).width();
}

} // namespace mailseal
