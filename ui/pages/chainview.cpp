#include "pages/chainview.h"

#include "models/chainmodel.h"
#include "style/theme.h"
#include "widgets/celldelegate.h"
#include "widgets/quietheader.h"

#include <QPainter>

namespace mailseal {

ChainView::ChainView(ChainModel *model, QWidget *parent)
    : QuietFrame<QTreeView>(parent)
    , m_model(model)
{
    setItemDelegate(new CellDelegate(CellDelegate::Wrap::No, this));
    setModel(model);
    setItemsExpandable(false);
    setRootIsDecorated(false);
    setIndentation(metrics::pad + metrics::gap);
    setUniformRowHeights(true);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setAccessibleName(tr("Certificates as sent"));
    setHeader(new QuietHeader);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    connect(model, &QAbstractItemModel::modelReset, this, &ChainView::openAll);
}

void ChainView::spanRow(const QModelIndex &top)
{
    for (int row = 0; row < m_model->rowCount(top); ++row) {
        const ChainNode *node = m_model->nodeAt(m_model->index(row, 0, top));
        setFirstColumnSpanned(row, top, node && node->kind != ChainNode::Kind::Certificate);
    }
}

void ChainView::openAll()
{
    expandAll();
    spanRow({});
    for (int row = 0; row < m_model->rowCount(); ++row)
        spanRow(m_model->index(row, 0));
    const QModelIndex at = m_model->indexOfDepth(m_depth);
    setCurrentIndex(at.isValid() ? at : m_model->index(0, 0));
}

void ChainView::revealDepth(int depth)
{
    const QModelIndex at = m_model->indexOfDepth(depth);
    if (!at.isValid())
        return;
    setCurrentIndex(at);
    scrollTo(at);
    setFocus(Qt::OtherFocusReason);
}

void ChainView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const ChainNode *node = m_model->nodeAt(current);
    if (node && node->depth >= 0)
        m_depth = node->depth;
    Q_EMIT currentCertificateChanged();
}

void ChainView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const int state = fontMetrics().averageCharWidth() * 20 + 2 * metrics::pad;
    const int wanted = qMin(state, viewport()->width() / 3);
    header()->resizeSection(ChainModel::State, wanted);
    header()->resizeSection(ChainModel::Certificate, viewport()->width() - wanted);
}

void ChainView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tints().card);
    painter.end();
    QTreeView::paintEvent(event);
}

} // namespace mailseal
