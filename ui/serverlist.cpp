#include "serverlist.h"

#include "inspectionlist.h"
#include "models/serverlistmodel.h"
#include "serverdelegate.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace mailseal {

namespace {

/// The rows alone: no frame, no header, the delegate paints the arrows of groups.
class Rows : public QTreeView
{
public:
    Rows()
    {
        setFrameShape(QFrame::NoFrame);
        setHeaderHidden(true);
        setRootIsDecorated(false);
        setIndentation(0);
        setMouseTracking(true);
        setExpandsOnDoubleClick(false);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        setContextMenuPolicy(Qt::CustomContextMenu);
        connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
            if (index.data(IsGroupRole).toBool())
                setExpanded(index, !isExpanded(index));
        });
    }

protected:
    void drawBranches(QPainter * /*painter*/, const QRect & /*rect*/,
                      const QModelIndex & /*index*/) const override
    {
    }
    /// The delegate paints the whole row, selection included.
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override
    {
        QStyleOptionViewItem quiet = options;
        quiet.showDecorationSelected = false;
        QTreeView::drawRow(painter, quiet, index);
    }
};

} // namespace

ServerList::ServerList(const InspectionList &list, QWidget *parent)
    : QWidget(parent)
    , m_model(new ServerListModel(list, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit)
    , m_view(new Rows)
    , m_save(new QPushButton(tr("Sa&ve…")))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(FilterRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setAutoAcceptChildRows(true);
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new ServerDelegate(m_view));
    m_view->setObjectName(QStringLiteral("servers"));
    m_view->setAccessibleName(tr("Servers"));
    m_filter->setPlaceholderText(tr("Filter servers"));
    m_filter->setAccessibleName(tr("Filter servers"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(metrics::gap);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(metrics::gap, 0, metrics::gap, 0);
    top->addWidget(m_filter);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addWidget(buttons());
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    connect(m_filter, &QLineEdit::textChanged, this, &ServerList::filter);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, m_view, [this] { m_view->expandAll(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentServerChanged(currentServer()); });
    connect(m_view, &QTreeView::activated, this, [this] {
        if (const quint64 id = currentServer(); id != 0)
            Q_EMIT activated(id);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &ServerList::openMenu);
}

QWidget *ServerList::buttons()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(metrics::gap, 0, metrics::gap, metrics::gap);
    line->addWidget(m_save);
    line->addStretch(1);
    m_save->setEnabled(false);
    return row;
}

void ServerList::setSaveMenu(QMenu *menu)
{
    connect(m_save, &QPushButton::clicked, this,
            [this, menu] { menu->popup(m_save->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2))); });
}

void ServerList::setSaveEnabled(bool enabled) { m_save->setEnabled(enabled); }

quint64 ServerList::currentServer() const
{
    return m_view->currentIndex().data(ServerIdRole).value<quint64>();
}

void ServerList::setCurrentServer(quint64 id)
{
    const QModelIndex source = m_model->indexOfServer(id);
    if (source.isValid() && !m_filtered->mapFromSource(source).isValid())
        m_filter->clear(); // what was asked for is shown
    const QModelIndex at = m_filtered->mapFromSource(m_model->indexOfServer(id));
    if (at.isValid())
        m_view->setCurrentIndex(at);
}

void ServerList::filter(const QString &text)
{
    m_filter->setClearButtonEnabled(true); // not before: its icon would be loaded at the program's start
    const quint64 kept = currentServer();
    m_filtered->setFilterFixedString(text);
    m_view->expandAll();
    const QModelIndex at = m_filtered->mapFromSource(m_model->indexOfServer(kept));
    if (at.isValid())
        m_view->setCurrentIndex(at);
}

void ServerList::openMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!m_menu || index.data(ServerIdRole).value<quint64>() == 0)
        return;
    m_view->setCurrentIndex(index);
    m_menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace mailseal
