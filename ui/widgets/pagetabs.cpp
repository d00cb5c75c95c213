#include "widgets/pagetabs.h"

#include "style/theme.h"

#include <QPainter>
#include <QStyle>

namespace mailseal {

namespace {

constexpr int beside = 13; ///< a word
constexpr int aboveTitle = 9;
constexpr int underline = 3;
constexpr int mostShown = 99;

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

QFont small(QFont font)
{
    constexpr qreal smaller = 0.85;
    font.setPointSizeF(font.pointSizeF() * smaller);
    return font;
}

QString countText(int count)
{
    return count > mostShown ? QStringLiteral("%1+").arg(mostShown) : QString::number(count);
}

} // namespace

PageTabs::PageTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setAttribute(Qt::WA_Hover);
}

void PageTabs::addPage(const QString &title)
{
    m_problems.append(0); // first: the tab's size is asked for while it is added
    addTab(title);
}

void PageTabs::setProblems(int page, int count)
{
    if (m_problems.at(page) == count)
        return;
    m_problems[page] = count;
    const QString problems = tr("%n problem(s)", nullptr, count);
    setTabToolTip(page, count > 0 ? problems : QString());
    setAccessibleTabName(page, count > 0 ? QStringLiteral("%1, %2").arg(tabText(page), problems) : QString());
    setTabText(page, tabText(page)); // lays the tabs out again
    setIconSize(iconSize());
    update();
}

/// As wide as it is when it is the current one, so that nothing moves.
int PageTabs::titleWidth(int index) const
{
    return QFontMetrics(bold(font())).horizontalAdvance(tabText(index));
}

QSize PageTabs::minimumSizeHint() const { return {0, QTabBar::minimumSizeHint().height()}; }

QSize PageTabs::tabSizeHint(int index) const
{
    QSize size(titleWidth(index) + 2 * beside, fontMetrics().height() + 2 * aboveTitle + underline);
    if (m_problems.value(index) > 0)
        size.rwidth() += countRect(index, {}).width() + metrics::gap;
    return size;
}

QRect PageTabs::countRect(int index, const QRect &tab) const
{
    const QFontMetrics letters(small(font()));
    const int height = letters.height() + 2;
    const int width =
        qMax(height + 2, letters.horizontalAdvance(countText(m_problems.at(index))) + height - 4);
    return {tab.left() + beside + titleWidth(index) + metrics::gap, tab.center().y() - height / 2 - 1, width,
            height};
}

void PageTabs::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < count(); ++index)
        paintTab(painter, index);
}

void PageTabs::paintTab(QPainter &painter, int index) const
{
    const QRect tab = tabRect(index);
    const bool isCurrent = index == currentIndex();
    const bool isUnderMouse = tab.contains(mapFromGlobal(QCursor::pos())) && underMouse();
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), tab, rect); };

    painter.setFont(isCurrent ? bold(font()) : font());
    painter.setPen(isCurrent || isUnderMouse ? palette().color(QPalette::WindowText) : tints().mutedText);
    const QRect title(tab.left() + beside, tab.top(), titleWidth(index), tab.height() - underline);
    painter.drawText(visual(title), Qt::AlignCenter | Qt::TextSingleLine, tabText(index));
    if (isCurrent) {
        painter.fillRect(tab.left(), tab.bottom() - underline + 1, tab.width(), underline, tints().accent);
        if (hasFocus()) {
            painter.setPen(QPen(tints().accent, 1, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(tab.adjusted(4, 4, -5, -underline - 3));
        }
    }
    if (m_problems.at(index) == 0)
        return;
    const QRect count = visual(countRect(index, tab));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tints().badFill);
    painter.drawRoundedRect(count, count.height() / 2.0, count.height() / 2.0);
    painter.setFont(small(font()));
    painter.setPen(tints().bad);
    painter.drawText(count, Qt::AlignCenter, countText(m_problems.at(index)));
}

} // namespace mailseal
