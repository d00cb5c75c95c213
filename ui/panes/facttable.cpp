#include "panes/facttable.h"

#include "models/roles.h"
#include "panes/celldelegate.h"
#include "theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <numeric>

namespace mailseal {

namespace {

/// Rows beyond these are measured by nobody: 5,000 names have one height and the widths of the first ones.
constexpr int measuredRows = 200;
constexpr int leastColumn = 64;

} // namespace

FactTable::FactTable(Height height, QWidget *parent)
    : QTableView(parent)
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
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
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

QList<int> FactTable::naturalWidths() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    QList<int> widths;
    const int rows = qMin(model()->rowCount(), measuredRows);
    for (int column = 0; column < model()->columnCount(); ++column) {
        int widest = horizontalHeader()->sectionSizeHint(column) + metrics::pad;
        for (int row = 0; row < rows; ++row)
            widest = qMax(widest, m_delegate->naturalWidth(option, model()->index(row, column)));
        widths.append(widest);
    }
    return widths;
}

void FactTable::shareColumns()
{
    QList<int> widths = naturalWidths();
    const int room = viewport()->width();
    const int wanted = std::accumulate(widths.cbegin(), widths.cend(), 0);
    if (wanted <= room) {
        widths[m_wideColumn] += room - wanted;
    } else {
        // As a page's table does: everybody gets the least, what is left goes by how much more they want.
        const int least = qMin(leastColumn, room / static_cast<int>(widths.size()));
        QList<int> floors;
        for (int column = 0; column < widths.size(); ++column) {
            const int floor = column == m_wideColumn ? room / 4 : qMin(widths.at(column), room / 6);
            floors.append(qMin(widths.at(column), qMax(least, floor)));
        }
        const int taken = std::accumulate(floors.cbegin(), floors.cend(), 0);
        const double share = qBound(0.0, double(room - taken) / double(qMax(1, wanted - taken)), 1.0);
        for (int column = 0; column < widths.size(); ++column)
            widths[column] = floors.at(column) + int((widths.at(column) - floors.at(column)) * share);
        const int used = std::accumulate(widths.cbegin(), widths.cend(), 0);
        widths[m_wideColumn] = qMax(least, widths.at(m_wideColumn) + room - used);
    }
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths.at(column));
}

void FactTable::arrange()
{
    if (m_arranging || !model() || model()->columnCount() == 0)
        return;
    m_arranging = true;
    shareColumns();
    if (model()->rowCount() <= measuredRows) {
        m_delegate->setWrap(CellDelegate::Wrap::Yes);
        resizeRowsToContents();
    } else {
        m_delegate->setWrap(CellDelegate::Wrap::No);
        verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    }
    if (m_height == Height::Contents)
        setFixedHeight(contentHeight());
    m_arranging = false;
}

int FactTable::contentHeight() const
{
    return horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth();
}

QSize FactTable::sizeHint() const
{
    return {480, m_height == Height::Contents ? contentHeight() : 240};
}

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
    if (m_height == Height::Contents)
        event->ignore(); // the page scrolls
    else
        QTableView::wheelEvent(event);
}

} // namespace mailseal
