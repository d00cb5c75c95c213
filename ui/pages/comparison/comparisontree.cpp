#include "pages/comparison/comparisontree.h"

#include "models/proofs.h"
#include "pages/comparison/comparisondelegate.h"
#include "pages/comparison/comparisonmodel.h"
#include "style/theme.h"
#include "widgets/quietheader.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace mailseal {

ComparisonTree::ComparisonTree(ComparisonModel *model, QWidget *parent)
    : QuietFrame<QTreeView>(parent)
    , m_model(model)
    , m_delegate(new ComparisonDelegate(*model, this))
{
    setHeader(new QuietHeader);
    setItemDelegate(m_delegate);
    setModel(model);
    setRootIsDecorated(false);
    setIndentation(0);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setAccessibleName(tr("Comparison"));
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &ComparisonTree::remember);
    connect(model, &QAbstractItemModel::modelReset, this, &ComparisonTree::recall);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (const ComparedSection *section = m_model->section(index); section && !m_recalling) {
            m_folded.insert(section->key);
            m_opened.remove(section->key);
        }
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (const ComparedSection *section = m_model->section(index); section && !m_recalling) {
            m_folded.remove(section->key);
            m_opened.insert(section->key);
        }
    });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (m_model->isSection(index))
            setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
        else if (isOnLink(index, viewport()->mapFromGlobal(QCursor::pos())))
            goToProof(index);
    });
    connect(this, &QTreeView::doubleClicked, this, &ComparisonTree::goToProof);
}

/// What differs is open; what is the same is one line until a person opens it.
void ComparisonTree::unfold()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex top = m_model->index(row, 0);
        const ComparedSection *section = m_model->section(top);
        const bool open = section->differences > 0 || section->isTranscript ? !m_folded.contains(section->key)
                                                                            : m_opened.contains(section->key);
        setExpanded(top, open && m_model->hasChildren(top));
    }
}

void ComparisonTree::remember()
{
    const QModelIndex current = currentIndex();
    const ComparedSection *section =
        m_model->isSection(current) ? m_model->section(current) : m_model->sectionOf(current);
    m_section = section ? section->key : QString();
    const ComparedLine *line = m_model->line(current);
    m_line = line ? line->key : QString();
    m_scrolled = verticalScrollBar()->value();
}

void ComparisonTree::recall()
{
    m_recalling = true;
    unfold();
    m_recalling = false;
    if (const QModelIndex at = m_model->find(m_section, m_line); at.isValid())
        setCurrentIndex(at);
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_scrolled);
}

void ComparisonTree::revealFirstDifference()
{
    verticalScrollBar()->setValue(0);
    const QModelIndex first = m_model->firstDifference();
    setCurrentIndex(first.isValid() ? first : m_model->index(0, 0));
}

void ComparisonTree::step(int direction)
{
    const QModelIndex start = currentIndex().isValid() ? currentIndex() : m_model->index(0, 0);
    QModelIndex at = direction > 0 ? indexBelow(start) : indexAbove(start);
    while (at.isValid()) {
        const ComparedLine *line = m_model->line(at);
        if (line && line->isDifference) {
            setCurrentIndex(at.siblingAtColumn(start.column()));
            return;
        }
        at = direction > 0 ? indexBelow(at) : indexAbove(at);
    }
}

void ComparisonTree::drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem option = options;
    option.showDecorationSelected = true;
    if (!m_model->isSection(index)) {
        QTreeView::drawRow(painter, option, index);
        return;
    }
    option.rect.setLeft(0);
    option.rect.setWidth(viewport()->width());
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_Open, isExpanded(index));
    m_delegate->paintSection(painter, option, index);
}

void ComparisonTree::drawBranches(QPainter * /*painter*/, const QRect & /*rect*/,
                                  const QModelIndex & /*index*/) const
{
}

void ComparisonTree::shareColumns()
{
    const int room = viewport()->width();
    constexpr int leastLabel = 150;
    constexpr int mostLabel = 260;
    const int label = qBound(leastLabel, room * 23 / 100, mostLabel);
    const int side = qMax(1, (room - label) / 2);
    header()->resizeSection(ComparisonModel::Label, label);
    header()->resizeSection(ComparisonModel::Left, side);
    header()->resizeSection(ComparisonModel::Right, qMax(1, room - label - side));
    m_delegate->setWidths(label, side);
    scheduleDelayedItemsLayout();
}

void ComparisonTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        shareColumns();
}

void ComparisonTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        shareColumns();
}

void ComparisonTree::goToProof(const QModelIndex &index)
{
    const ComparedLine *line = m_model->line(index);
    if (!line)
        return;
    // On the label, the side that has a proof; the right one is the news.
    const bool left = index.column() == ComparisonModel::Left ||
                      (index.column() == ComparisonModel::Label && !line->right.proof);
    const ComparedCell &cell = left ? line->left : line->right;
    if (cell.proof)
        Q_EMIT proofRequested(left ? ComparisonModel::Left : ComparisonModel::Right, *cell.proof);
}

void ComparisonTree::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_model->isSection(at)) {
        setExpanded(at.siblingAtColumn(0), !isExpanded(at.siblingAtColumn(0)));
    } else if (isEnter) {
        // Enter shows the right side's proof, with Shift the left one's.
        goToProof(at.siblingAtColumn(
            event->modifiers().testFlag(Qt::ShiftModifier) ? ComparisonModel::Left : ComparisonModel::Right));
    } else if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier) {
        step(1);
    } else if (event->key() == Qt::Key_P && event->modifiers() == Qt::NoModifier) {
        step(-1);
    } else if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

bool ComparisonTree::isOnLink(const QModelIndex &index, const QPoint &at) const
{
    const ComparedLine *line = m_model->line(index);
    if (!line || index.column() == ComparisonModel::Label)
        return false;
    if (!(index.column() == ComparisonModel::Left ? line->left : line->right).proof)
        return false;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->proofRect(option).adjusted(-6, -6, 6, 6).contains(at);
}

void ComparisonTree::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    m_delegate->setHovered(index);
    viewport()->setCursor(isOnLink(index, at) || m_model->isSection(index) ? Qt::PointingHandCursor
                                                                           : Qt::ArrowCursor);
    viewport()->update();
}

void ComparisonTree::leaveEvent(QEvent *event)
{
    QTreeView::leaveEvent(event);
    m_delegate->setHovered({});
    viewport()->update();
}

void ComparisonTree::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard
                                  ? currentIndex()
                                  : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    const ComparedLine *line = m_model->line(index);
    if (!line)
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString &title, int column, const ComparedCell &cell) {
        auto *go =
            menu->addAction(cell.proof ? title.arg(proofText(*cell.proof)) : title.arg(tr("no proof")));
        go->setEnabled(cell.proof.has_value());
        connect(go, &QAction::triggered, this, [this, index = QPersistentModelIndex(index), column] {
            goToProof(QModelIndex(index).siblingAtColumn(column));
        });
    };
    offer(tr("Show on the &left: %1"), ComparisonModel::Left, line->left);
    offer(tr("Show on the &right: %1"), ComparisonModel::Right, line->right);
    menu->addSeparator();
    menu->addAction(tr("&Copy row"), this, &ComparisonTree::copyRequested);
    menu->popup(event->globalPos());
}

void ComparisonTree::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tints().card);
    painter.end();
    QTreeView::paintEvent(event);
}

} // namespace mailseal
