#include "widgets/facttable.h"

#include "models/roles.h"
#include "style/theme.h"
#include "widgets/celldelegate.h"
#include "widgets/quietheader.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>

namespace mailseal {

namespace {

/// Rows beyond these are measured by nobody: 5,000 names have one height and the widths of the first ones.
constexpr int measuredRows = 200;

} // namespace

FactTable::FactTable(Height height, QWidget *parent)
    : QuietFrame<QTableView>(parent)
    , m_height(height)
    , m_delegate(new CellDelegate(CellDelegate::Wrap::Yes, this))
{
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setCornerButtonEnabled(false);
    setHorizontalHeader(new QuietHeader);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    if (height == Height::Contents)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding,
                  height == Height::Contents ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &at) { Q_EMIT proofActivated(at.row()); });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &at) {
        if (at.data(LinkRole).toBool())
            Q_EMIT proofActivated(at.row());
    });
}

void FactTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &FactTable::arrange);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FactTable::arrange);
    connect(model, &QAbstractItemModel::dataChanged, this, &FactTable::arrange);
    arrange();
}

void FactTable::revealRow(int row)
{
    const QModelIndex at = model()->index(row, 0);
    if (!at.isValid())
        return;
    setCurrentIndex(at);
    scrollTo(at);
    setFocus(Qt::OtherFocusReason);
}

QList<int> FactTable::widthsFor(Need need) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    QList<int> widths;
    const int rows = qMin(model()->rowCount(), measuredRows);
    for (int column = 0; column < model()->columnCount(); ++column) {
        int widest = isColumnHidden(column) ? 0 : horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < rows && !isColumnHidden(column); ++row) {
            const QModelIndex cell = model()->index(row, column);
            widest = qMax(widest, need == Need::Natural ? m_delegate->naturalWidth(option, cell)
                                                        : m_delegate->leastWidth(option, cell));
        }
        widths.append(widest);
    }
    return widths;
}

/// Everybody gets the least, and of what is left the wide column up to a third of the room; then as many of
/// the others as possible get all they want, the modest ones first: short texts stand on one line, long ones
/// wrap.
QList<int> FactTable::shared(QList<int> widths, const QList<int> &wanted, int room) const
{
    const int taken = std::accumulate(widths.cbegin(), widths.cend(), 0);
    if (taken >= room) {
        for (int &width : widths)
            width = width * room / qMax(1, taken);
        return widths;
    }
    int left = room - taken;
    const auto give = [&](int column, int upTo) {
        const int more = qBound(0, upTo - widths.at(column), left);
        widths[column] += more;
        left -= more;
    };
    give(m_wideColumn, qMin(wanted.at(m_wideColumn), room / 3));
    QList<int> columns(widths.size());
    std::iota(columns.begin(), columns.end(), 0);
    std::sort(columns.begin(), columns.end(), [&](int a, int b) { return wanted.at(a) < wanted.at(b); });
    for (const int column : std::as_const(columns))
        give(column, wanted.at(column));
    return widths;
}

void FactTable::shareColumns()
{
    const int room = viewport()->width();
    if (m_dispensable >= 0)
        setColumnHidden(m_dispensable, false);
    QList<int> floors = widthsFor(Need::Least);
    // A long name without a blank may be broken: nobody's least is more than a third.
    const auto bound = [room](int floor) { return qMin(floor, room / 3); };
    std::transform(floors.cbegin(), floors.cend(), floors.begin(), bound);
    floors[m_wideColumn] = qMin(floors.at(m_wideColumn), room / 5);
    if (m_dispensable >= 0 && std::accumulate(floors.cbegin(), floors.cend(), 0) > room) {
        setColumnHidden(m_dispensable, true);
        floors[m_dispensable] = 0;
    }
    QList<int> widths = widthsFor(Need::Natural);
    const int others = std::accumulate(widths.cbegin(), widths.cend(), 0) - widths.at(m_wideColumn);
    if (room - others < qMin(widths.at(m_wideColumn), room / 3))
        widths = shared(floors, widths, room);
    const int used = std::accumulate(widths.cbegin(), widths.cend(), 0) - widths.at(m_wideColumn);
    widths[m_wideColumn] = qMax(1, room - used);
    for (int column = 0; column < widths.size(); ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, widths.at(column));
    }
}

void FactTable::arrange()
{
    if (m_arranging || !model() || model()->columnCount() == 0)
        return;
    m_arranging = true;
    const int room = viewport()->width();
    shareColumns();
    if (model()->rowCount() <= measuredRows) {
        m_delegate->setWrap(CellDelegate::Wrap::Yes);
        resizeRowsToContents();
    } else {
        m_delegate->setWrap(CellDelegate::Wrap::No);
        verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    }
    if (m_height == Height::Contents) {
        setFixedHeight(contentHeight());
    } else {
        setMaximumHeight(qMax(metrics::rowHeight * 2, contentHeight()));
    }
    if (viewport()->width() > room)
        shareColumns(); // the scroll bar went, and what it took is theirs; rows can only be too high now
    m_arranging = false;
}

int FactTable::contentHeight() const
{
    return horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth();
}

QSize FactTable::sizeHint() const { return {480, m_height == Height::Contents ? contentHeight() : 240}; }

QSize FactTable::minimumSizeHint() const
{
    return {240, m_height == Height::Contents ? contentHeight() : 120};
}

void FactTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

void FactTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

void FactTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT proofActivated(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void FactTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const bool link = indexAt(event->position().toPoint()).data(LinkRole).toBool();
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FactTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tints().card);
    painter.end();
    QTableView::paintEvent(event);
}

void FactTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

void FactTable::wheelEvent(QWheelEvent *event)
{
    if (m_height == Height::Contents) {
        event->ignore(); // the page scrolls
    } else {
        QTableView::wheelEvent(event);
    }
}

} // namespace mailseal
