#include "list/serverlist.h"

#include "list/arrangebutton.h"
#include "list/inspectionlist.h"
#include "list/serverdelegate.h"
#include "models/serverlistmodel.h"
#include "style/theme.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"

#include <QAction>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

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
        setSelectionMode(ExtendedSelection);
        connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
            if (index.data(IsGroupRole).toBool() && QGuiApplication::keyboardModifiers() == Qt::NoModifier)
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
    , m_filter(new QLineEdit)
    , m_arrange(new ArrangeButton)
    , m_narrowed(nullptr)
    , m_count(new PlainLabel(PlainLabel::Kind::Muted))
    , m_all(new LinkButton)
    , m_view(new Rows)
    , m_compare(new QPushButton(tr("⇄ &Compare")))
    , m_save(new QPushButton(tr("Sa&ve…")))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ServerDelegate(m_view));
    m_view->setObjectName(QStringLiteral("servers"));
    m_view->setAccessibleName(tr("Servers"));
    m_filter->setPlaceholderText(tr("Filter servers"));
    m_filter->setAccessibleName(tr("Filter servers"));
    m_arrange->setBuckets([this](Aspect aspect) { return m_model->buckets(aspect); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(top());
    m_narrowed = narrowed();
    column->addWidget(m_narrowed);
    column->addWidget(m_view, 1);
    column->addWidget(buttons());
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setClearButtonEnabled(true); // not before: its icon would be loaded at the program's start
        ServerArrangement next = m_model->arrangement();
        next.filter = text.trimmed();
        wish(next);
    });
    connect(m_arrange, &ArrangeButton::wished, this, &ServerList::wish);
    connect(m_model, &ServerListModel::arranged, this, &ServerList::showGroups);
    connect(m_view, &QTreeView::collapsed, this,
            [this](const QModelIndex &group) { m_folded.insert(group.data().toString()); });
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &group) {
        if (!m_unfolding)
            m_folded.remove(group.data().toString());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentServerChanged(currentServer()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ServerList::selectionChanged);
    connect(m_view, &QTreeView::activated, this, [this] {
        if (const quint64 id = currentServer(); id != 0)
            Q_EMIT activated(id);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &ServerList::openMenu);
}

QWidget *ServerList::top()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(metrics::gap, 0, metrics::gap, 0);
    line->setSpacing(metrics::gap / 2);
    line->addWidget(m_filter, 1);
    line->addWidget(m_arrange);
    return row;
}

/// Says that servers are left out, and offers them back.
QWidget *ServerList::narrowed()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(metrics::pad, 0, metrics::gap, 0);
    line->addWidget(m_count, 1);
    m_all->setText(tr("Show all"));
    line->addWidget(m_all);
    row->hide();
    connect(m_all, &LinkButton::clicked, this, [this] {
        ServerArrangement next = m_model->arrangement();
        next.only.reset();
        wish(next);
        m_filter->clear();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    return row;
}

QWidget *ServerList::buttons()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(metrics::gap, 0, metrics::gap, metrics::gap);
    line->addWidget(m_compare);
    line->addWidget(m_save);
    line->addStretch(1);
    m_save->setEnabled(false);
    m_compare->hide();
    return row;
}

void ServerList::setSaveMenu(QMenu *menu)
{
    connect(m_save, &QPushButton::clicked, this,
            [this, menu] { menu->popup(m_save->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2))); });
}

void ServerList::setSaveEnabled(bool enabled) { m_save->setEnabled(enabled); }

/// The button does what the action does, and only where the action can.
void ServerList::setCompareAction(QAction *action)
{
    const auto follow = [this, action] {
        m_compare->setEnabled(action->isEnabled());
        m_compare->setToolTip(action->toolTip());
    };
    connect(m_compare, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, m_compare, follow);
    follow();
    m_compare->show();
}

quint64 ServerList::currentServer() const
{
    return m_view->currentIndex().data(ServerIdRole).value<quint64>();
}

QList<quint64> ServerList::selectedServers() const
{
    QModelIndexList chosen = m_view->selectionModel()->selectedRows();
    const auto place = [](const QModelIndex &index) {
        return index.parent().isValid() ? std::pair(index.parent().row(), index.row())
                                        : std::pair(index.row(), -1);
    };
    std::sort(chosen.begin(), chosen.end(),
              [&](const QModelIndex &one, const QModelIndex &other) { return place(one) < place(other); });
    QList<quint64> ids;
    const auto take = [&ids](const QModelIndex &index) {
        const auto id = index.data(ServerIdRole).value<quint64>();
        if (id != 0 && !ids.contains(id))
            ids.append(id);
    };
    for (const QModelIndex &index : std::as_const(chosen)) {
        take(index);
        for (int row = 0; row < m_model->rowCount(index); ++row)
            take(m_model->index(row, 0, index));
    }
    return ids;
}

QModelIndex ServerList::shownIndex(quint64 id)
{
    if (!m_model->indexOfServer(id).isValid() && m_model->arrangement().isNarrowed()) {
        ServerArrangement next = m_model->arrangement();
        next.only.reset();
        wish(next);
        m_filter->clear();
    }
    return m_model->indexOfServer(id);
}

void ServerList::setCurrentServer(quint64 id)
{
    // Whatever keys are held down: the view's own setCurrentIndex() would add to what is chosen under Ctrl.
    if (const QModelIndex at = shownIndex(id); at.isValid())
        m_view->selectionModel()->setCurrentIndex(at, QItemSelectionModel::ClearAndSelect);
}

void ServerList::selectServers(const QList<quint64> &ids)
{
    QItemSelection chosen;
    for (const quint64 id : ids) {
        if (const QModelIndex at = shownIndex(id); at.isValid())
            chosen.select(at, at);
    }
    if (chosen.isEmpty())
        return;
    m_view->selectionModel()->setCurrentIndex(m_model->indexOfServer(ids.constFirst()),
                                              QItemSelectionModel::NoUpdate);
    m_view->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
}

ServerArrangement ServerList::arrangement() const { return m_model->arrangement(); }

void ServerList::setArrangement(const ServerArrangement &wished)
{
    m_arrange->setArrangement(wished);
    m_model->setArrangement(wished);
}

void ServerList::wish(const ServerArrangement &next)
{
    const quint64 kept = currentServer();
    setArrangement(next);
    if (const QModelIndex at = m_model->indexOfServer(kept); at.isValid())
        m_view->scrollTo(at);
    Q_EMIT arrangementChanged();
}

/// Groups are open unless a person has folded them; narrowed down, everything that is found is shown.
void ServerList::showGroups()
{
    m_unfolding = true;
    const bool isNarrowed = m_model->arrangement().isNarrowed();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex top = m_model->index(row, 0);
        if (top.data(IsGroupRole).toBool() && (isNarrowed || !m_folded.contains(top.data().toString())))
            m_view->expand(top);
    }
    m_unfolding = false;
    tellNarrowed();
}

void ServerList::tellNarrowed()
{
    const QLocale locale;
    const int total = m_model->totalCount();
    m_narrowed->setVisible(m_model->arrangement().isNarrowed() && total > 0);
    m_count->setText(tr("%1 of %n server(s)", nullptr, total).arg(locale.toString(m_model->shownCount())));
}

void ServerList::openMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!m_menu || index.data(ServerIdRole).value<quint64>() == 0)
        return;
    if (!m_view->selectionModel()->isSelected(index))
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace mailseal
