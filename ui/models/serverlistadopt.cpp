#include "models/serverlistmodel.h"

#include <QSet>

#include <algorithm>

// How the list of servers gets from the rows that are present to those that are wanted: what is gone goes,
// what stays takes its new place in one step, what is new comes last. Views keep selection and scroll
// position.

namespace mailseal {

namespace {

template <typename Nodes>
QSet<quint64> serversIn(const Nodes &nodes)
{
    QSet<quint64> servers;
    for (const auto &node : nodes) {
        if (node.shown.isGroup) {
            for (const quint64 id : node.shown.servers)
                servers.insert(id);
        } else {
            servers.insert(node.shown.id);
        }
    }
    return servers;
}

template <typename Nodes>
QSet<quintptr> groupsIn(const Nodes &nodes)
{
    QSet<quintptr> groups;
    for (const auto &node : nodes) {
        if (node.shown.isGroup)
            groups.insert(node.key);
    }
    return groups;
}

template <typename Node>
bool isSameNode(const Node &one, const Node &other)
{
    if (one.shown.isGroup != other.shown.isGroup)
        return false;
    return one.shown.isGroup ? one.key == other.key : one.shown.id == other.shown.id;
}

template <typename Nodes>
bool isSameShape(const Nodes &one, const Nodes &other)
{
    return std::equal(
        one.cbegin(), one.cend(), other.cbegin(), other.cend(),
        [](const auto &a, const auto &b) { return isSameNode(a, b) && a.shown.servers == b.shown.servers; });
}

/// Calls `take(first, last)` for every run of rows that `isTaken`, the last run first.
template <typename IsTaken, typename Take>
void eachRunBackwards(qsizetype count, IsTaken isTaken, Take take)
{
    for (qsizetype last = count - 1; last >= 0; --last) {
        if (!isTaken(last))
            continue;
        qsizetype first = last;
        while (first > 0 && isTaken(first - 1))
            --first;
        take(static_cast<int>(first), static_cast<int>(last));
        last = first;
    }
}

} // namespace

/// Of a group: as it is shown and as it is spoken.
std::pair<QString, QString> ServerListModel::countOf(const ArrangedNode &node)
{
    if (!node.isGroup)
        return {};
    const int shown = static_cast<int>(node.servers.size());
    if (shown != node.total) {
        const QString some = tr("%1 of %n server(s)", nullptr, node.total).arg(shown);
        return {some, some};
    }
    const QString all = tr("%n server(s)", nullptr, shown);
    if (!node.isDomain || node.badge == Badge::Running)
        return {all, all};
    return {tr("%1 of %2", "satisfied servers of a domain").arg(node.satisfied).arg(shown),
            tr("%1 of %n server(s) satisfy the policy", nullptr, shown).arg(node.satisfied)};
}

QList<ServerListModel::Node> ServerListModel::keyed(QList<ArrangedNode> nodes)
{
    QList<Node> made;
    made.reserve(nodes.size());
    for (ArrangedNode &node : nodes) {
        quintptr key = 0;
        if (node.isGroup) {
            const QString name = node.id != 0 ? QStringLiteral("#%1").arg(node.id) : node.title;
            const auto known = m_keys.constFind(name);
            key = known == m_keys.cend() ? static_cast<quintptr>(m_keys.size()) + 1 : *known;
            m_keys.insert(name, key);
        }
        const auto [count, inWords] = countOf(node);
        made.append({key, count, inWords, std::move(node)});
    }
    return made;
}

void ServerListModel::place()
{
    m_places.clear();
    m_groupRows.clear();
    for (int row = 0; row < m_nodes.size(); ++row) {
        const Node &node = m_nodes.at(row);
        if (!node.shown.isGroup) {
            m_places.insert(node.shown.id, {0, row});
            continue;
        }
        m_groupRows.insert(node.key, row);
        for (int child = 0; child < node.shown.servers.size(); ++child)
            m_places.insert(node.shown.servers.at(child), {node.key, child});
    }
}

void ServerListModel::adopt(const QList<Node> &wanted)
{
    if (!isSameShape(m_nodes, wanted)) {
        removeGone(wanted);
        addGroups(wanted);
        permute(wanted);
        removeEmptyGroups(wanted);
        addServers(wanted);
    }
    noteNews(wanted);
}

void ServerListModel::removeGone(const QList<Node> &wanted)
{
    const QSet<quint64> kept = serversIn(wanted);
    for (int row = 0; row < m_nodes.size(); ++row) {
        if (!m_nodes.at(row).shown.isGroup)
            continue;
        const QList<quint64> servers = m_nodes.at(row).shown.servers;
        eachRunBackwards(
            servers.size(), [&](qsizetype i) { return !kept.contains(servers.at(i)); },
            [&](int first, int last) {
                beginRemoveRows(index(row, 0), first, last);
                m_nodes[row].shown.servers.remove(first, last - first + 1);
                place();
                endRemoveRows();
            });
    }
    eachRunBackwards(
        m_nodes.size(),
        [&](qsizetype i) { return !m_nodes.at(i).shown.isGroup && !kept.contains(m_nodes.at(i).shown.id); },
        [&](int first, int last) {
            beginRemoveRows({}, first, last);
            m_nodes.remove(first, last - first + 1);
            place();
            endRemoveRows();
        });
}

/// New groups, at the end and without servers as yet.
void ServerListModel::addGroups(const QList<Node> &wanted)
{
    const QSet<quintptr> present = groupsIn(m_nodes);
    QList<Node> fresh;
    for (const Node &node : wanted) {
        if (!node.shown.isGroup || present.contains(node.key))
            continue;
        fresh.append(node);
        fresh.last().shown.servers.clear();
    }
    if (fresh.isEmpty())
        return;
    const int first = static_cast<int>(m_nodes.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_nodes.append(fresh);
    place();
    endInsertRows();
}

/// Everything that is present takes the place that is wanted for it; groups that are not wanted, empty by
/// now, go to the end.
void ServerListModel::permute(const QList<Node> &wanted)
{
    const QSet<quint64> present = serversIn(m_nodes);
    const QSet<quintptr> kept = groupsIn(wanted);
    QList<Node> next;
    for (const Node &node : wanted) {
        if (!node.shown.isGroup && !present.contains(node.shown.id))
            continue;
        next.append(node);
        next.last().shown.servers.removeIf([&](quint64 id) { return !present.contains(id); });
    }
    for (const Node &node : std::as_const(m_nodes)) {
        if (node.shown.isGroup && !kept.contains(node.key)) {
            next.append(node);
            next.last().shown.servers.clear();
        }
    }
    if (isSameShape(m_nodes, next))
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    QList<std::pair<quintptr, quint64>> identities; // the key of a group, or the id of a server
    for (const QModelIndex &index : from) {
        const Node *group = groupAt(index);
        identities.append({group ? group->key : 0, group ? 0 : serverAt(index)});
    }
    m_nodes = next;
    place();
    QModelIndexList to;
    for (const auto &[key, server] : std::as_const(identities))
        to.append(key != 0 ? indexOfGroup(key) : indexOfServer(server));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
}

void ServerListModel::removeEmptyGroups(const QList<Node> &wanted)
{
    const QSet<quintptr> kept = groupsIn(wanted);
    eachRunBackwards(
        m_nodes.size(),
        [&](qsizetype i) { return m_nodes.at(i).shown.isGroup && !kept.contains(m_nodes.at(i).key); },
        [&](int first, int last) {
            beginRemoveRows({}, first, last);
            m_nodes.remove(first, last - first + 1);
            place();
            endRemoveRows();
        });
}

/// What is present stands in the order that is wanted, so what is missing is what does not match.
void ServerListModel::addServers(const QList<Node> &wanted)
{
    for (int row = 0; row < wanted.size(); ++row) {
        if (row < m_nodes.size() && isSameNode(m_nodes.at(row), wanted.at(row)))
            continue;
        int last = row;
        while (last + 1 < wanted.size() &&
               (row >= m_nodes.size() || !isSameNode(m_nodes.at(row), wanted.at(last + 1))))
            ++last;
        beginInsertRows({}, row, last);
        for (int i = row; i <= last; ++i)
            m_nodes.insert(i, wanted.at(i));
        place();
        endInsertRows();
        row = last;
    }
    for (int top = 0; top < wanted.size(); ++top) {
        const QList<quint64> &servers = wanted.at(top).shown.servers;
        for (int row = 0; row < servers.size(); ++row) {
            const QList<quint64> present = m_nodes.at(top).shown.servers;
            if (present.value(row) == servers.at(row))
                continue;
            int last = row;
            while (last + 1 < servers.size() && present.value(row) != servers.at(last + 1))
                ++last;
            beginInsertRows(index(top, 0), row, last);
            for (int i = row; i <= last; ++i)
                m_nodes[top].shown.servers.insert(i, servers.at(i));
            place();
            endInsertRows();
            row = last;
        }
    }
}

/// Titles, counts and badges of groups.
void ServerListModel::noteNews(const QList<Node> &wanted)
{
    for (int row = 0; row < wanted.size(); ++row) {
        if (m_nodes.at(row).shown == wanted.at(row).shown)
            continue;
        m_nodes[row] = wanted.at(row);
        const QModelIndex at = index(row, 0);
        Q_EMIT dataChanged(at, at);
    }
}

} // namespace mailseal
