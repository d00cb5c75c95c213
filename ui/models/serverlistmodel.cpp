#include "models/serverlistmodel.h"

#include "inspectionlist.h"
#include "models/plaintooltip.h"

#include <algorithm>

namespace mailseal {

ServerListModel::ServerListModel(const InspectionList &list, QObject *parent)
    : QAbstractItemModel(parent)
    , m_list(list)
{
    connect(&list, &InspectionList::structureChanged, this, &ServerListModel::follow);
    connect(&list, &InspectionList::serverChanged, this, &ServerListModel::refresh);
    m_nodes = wantedNodes();
}

QList<ServerListModel::Node> ServerListModel::wantedNodes() const
{
    QList<Node> nodes;
    for (const ListedGroup &group : m_list.groups()) {
        Node whole{group.id, true, group.title, {}, {}};
        for (const ListedServer &server : group.servers)
            whole.children.append({server.id, false, {}, serverText(server), {}});
        if (group.isExamples || whole.children.size() > 1)
            nodes.append(whole);
        else
            nodes.append(whole.children);
    }
    return nodes;
}

void ServerListModel::follow() { adopt(m_nodes, wantedNodes(), {}); }

/// Makes `present` what is wanted by the fewest removals and insertions; what stays never changes its order.
void ServerListModel::adopt(QList<Node> &present, const QList<Node> &wanted, const QModelIndex &parent)
{
    const auto isSame = [](const Node &one, const Node &other) {
        return one.id == other.id && one.isGroup == other.isGroup;
    };
    const auto isIn = [&](const QList<Node> &nodes, const Node &node) {
        return std::any_of(nodes.cbegin(), nodes.cend(), [&](const Node &one) { return isSame(one, node); });
    };
    for (int row = static_cast<int>(present.size()) - 1; row >= 0; --row) {
        if (isIn(wanted, present.at(row)))
            continue;
        beginRemoveRows(parent, row, row);
        present.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row < present.size() && isSame(present.at(row), wanted.at(row))) {
            const QModelIndex here = index(row, 0, parent);
            present[row].title = wanted.at(row).title;
            present[row].text = wanted.at(row).text;
            adopt(present[row].children, wanted.at(row).children, here);
            Q_EMIT dataChanged(here, here);
        } else {
            beginInsertRows(parent, row, row);
            present.insert(row, wanted.at(row));
            endInsertRows();
        }
    }
}

void ServerListModel::refresh(quint64 id)
{
    const QModelIndex at = indexOfServer(id);
    const ListedServer *server = m_list.server(id);
    if (!at.isValid() || !server)
        return;
    Node &node = at.parent().isValid() ? m_nodes[at.parent().row()].children[at.row()] : m_nodes[at.row()];
    ServerText next = serverText(*server);
    if (node.text == next)
        return;
    node.text = std::move(next);
    Q_EMIT dataChanged(at, at);
    if (at.parent().isValid())
        Q_EMIT dataChanged(at.parent(), at.parent());
}

QModelIndex ServerListModel::indexOfServer(quint64 id) const
{
    for (int row = 0; row < m_nodes.size(); ++row) {
        const Node &node = m_nodes.at(row);
        if (!node.isGroup && node.id == id)
            return index(row, 0);
        for (int child = 0; child < node.children.size(); ++child) {
            if (node.children.at(child).id == id)
                return index(child, 0, index(row, 0));
        }
    }
    return {};
}

/// A server's index carries its group's id, a top row's 0: nothing dangles when rows move.
QModelIndex ServerListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(m_nodes.at(parent.row()).id) : quintptr(0));
}

QModelIndex ServerListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    for (int row = 0; row < m_nodes.size(); ++row) {
        if (m_nodes.at(row).isGroup && m_nodes.at(row).id == child.internalId())
            return createIndex(row, 0, quintptr(0));
    }
    return {};
}

const ServerListModel::Node *ServerListModel::nodeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const QModelIndex above = index.parent();
    const QList<Node> &level = above.isValid() ? m_nodes.at(above.row()).children : m_nodes;
    return index.row() < level.size() ? &level.at(index.row()) : nullptr;
}

int ServerListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    const Node *node = nodeAt(parent);
    return node && parent.column() == 0 ? static_cast<int>(node->children.size()) : 0;
}

int ServerListModel::columnCount(const QModelIndex & /*parent*/) const { return 1; }

QVariant ServerListModel::data(const QModelIndex &index, int role) const
{
    const Node *node = nodeAt(index);
    if (!node)
        return {};
    return node->isGroup ? groupData(*node, role) : serverData(*node, role);
}

QVariant ServerListModel::groupData(const Node &group, int role) const
{
    Badge badge = Badge::NotApplicable;
    for (const Node &server : group.children)
        badge = worse(badge, server.text.badge);
    const QString count = tr("%n server(s)", nullptr, static_cast<int>(group.children.size()));
    switch (role) {
    case Qt::DisplayRole:
    case FilterRole:
        return group.title;
    case Qt::AccessibleTextRole:
        return QStringList{group.title, count, badgeWord(badge)}.join(QStringLiteral(", "));
    case DetailRole:
        return count;
    case ServerBadgeRole:
        return static_cast<int>(badge);
    case IsGroupRole:
        return true;
    case ServerIdRole:
        return QVariant::fromValue<quint64>(0);
    default:
        return {};
    }
}

QVariant ServerListModel::serverData(const Node &server, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return server.text.host;
    case Qt::AccessibleTextRole:
        return QStringList{server.text.host, server.text.detail, badgeWord(server.text.badge)}.join(
            QStringLiteral(", "));
    case Qt::ToolTipRole:
        return plainToolTip(server.text.host + u'\n' + server.text.detail);
    case FilterRole:
        return QString(server.text.host + u' ' + server.text.detail);
    case DetailRole:
        return server.text.detail;
    case DurationRole:
        return server.text.duration;
    case ServerBadgeRole:
        return static_cast<int>(server.text.badge);
    case IsGroupRole:
        return false;
    case ServerIdRole:
        return QVariant::fromValue<quint64>(server.id);
    default:
        return {};
    }
}

} // namespace mailseal
