#include "models/serverlistmodel.h"

#include "list/inspectionlist.h"
#include "models/plaintooltip.h"

#include <algorithm>

namespace mailseal {

namespace {

QString joined(QStringList parts, QStringView between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

} // namespace

ServerListModel::ServerListModel(const InspectionList &list, QObject *parent)
    : QAbstractItemModel(parent)
    , m_list(list)
{
    connect(&list, &InspectionList::structureChanged, this, &ServerListModel::follow);
    connect(&list, &InspectionList::serverChanged, this, &ServerListModel::refresh);
    follow();
}

void ServerListModel::setArrangement(const ServerArrangement &wish)
{
    if (m_wish == wish)
        return;
    m_wish = wish;
    rearrange();
}

QList<Bucket> ServerListModel::buckets(Aspect aspect) const
{
    return bucketsOf(m_rows, aspect, QDateTime::currentDateTimeUtc());
}

/// Takes rows in for new servers and drops those of servers that are gone; what a server says of itself
/// follows by refresh().
void ServerListModel::follow()
{
    ServerRows rows;
    rows.reserve(m_list.count());
    for (const ListedGroup &group : m_list.groups()) {
        for (const quint64 id : group.servers) {
            const auto known = m_rows.constFind(id);
            rows.insert(id, known == m_rows.cend() ? serverRow(*m_list.server(id)) : *known);
        }
    }
    // Until the last of what goes has gone, it may be asked for.
    const ServerRows gone = std::exchange(m_rows, rows);
    for (auto row = gone.cbegin(); row != gone.cend(); ++row) {
        if (!rows.contains(row.key()) && m_places.contains(row.key()))
            m_rows.insert(row.key(), row.value());
    }
    apply();
    m_rows = std::move(rows);
    Q_EMIT arranged();
}

void ServerListModel::refresh(quint64 id)
{
    const ListedServer *server = m_list.server(id);
    const auto known = m_rows.find(id);
    if (!server || known == m_rows.end())
        return;
    ServerRow next = serverRow(*server);
    if (*known == next)
        return;
    const bool moves = movesIt(*known, next);
    *known = std::move(next);
    if (const QModelIndex at = indexOfServer(id); at.isValid())
        Q_EMIT dataChanged(at, at);
    if (moves)
        rearrange();
}

/// Whether this change may give the server another place, or its group another badge.
bool ServerListModel::movesIt(const ServerRow &before, const ServerRow &after) const
{
    return before.text.badge != after.text.badge || before.text.host != after.text.host ||
           before.problem != after.problem || before.isWholeDomain != after.isWholeDomain ||
           before.issuer != after.issuer || before.expiry != after.expiry ||
           (!m_wish.filter.isEmpty() && before.haystack != after.haystack);
}

void ServerListModel::apply()
{
    adopt(keyed(arrange(m_list.groups(), m_rows, m_wish, QDateTime::currentDateTimeUtc())));
}

void ServerListModel::rearrange()
{
    apply();
    Q_EMIT arranged();
}

QModelIndex ServerListModel::indexOfServer(quint64 id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? QModelIndex() : createIndex(place->row, 0, place->group);
}

QModelIndex ServerListModel::indexOfGroup(quintptr key) const
{
    const auto row = m_groupRows.constFind(key);
    return row == m_groupRows.cend() ? QModelIndex() : createIndex(*row, 0, quintptr(0));
}

/// A server's index carries its group's key, a top row's 0: nothing dangles when rows move.
QModelIndex ServerListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_nodes.at(parent.row()).key : quintptr(0));
}

QModelIndex ServerListModel::parent(const QModelIndex &child) const
{
    return !child.isValid() || child.internalId() == 0 ? QModelIndex() : indexOfGroup(child.internalId());
}

const ServerListModel::Node *ServerListModel::groupAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() != 0 || index.row() >= m_nodes.size())
        return nullptr;
    const Node &node = m_nodes.at(index.row());
    return node.shown.isGroup ? &node : nullptr;
}

quint64 ServerListModel::serverAt(const QModelIndex &index) const
{
    if (!index.isValid() || groupAt(index))
        return 0;
    if (index.internalId() == 0)
        return index.row() < m_nodes.size() ? m_nodes.at(index.row()).shown.id : 0;
    const auto group = m_groupRows.constFind(index.internalId());
    return group == m_groupRows.cend() ? 0 : m_nodes.at(*group).shown.servers.value(index.row());
}

int ServerListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    const Node *group = groupAt(parent);
    return group && parent.column() == 0 ? static_cast<int>(group->shown.servers.size()) : 0;
}

int ServerListModel::columnCount(const QModelIndex & /*parent*/) const { return 1; }

QVariant ServerListModel::data(const QModelIndex &index, int role) const
{
    if (const Node *group = groupAt(index))
        return groupData(*group, role);
    const auto row = m_rows.constFind(serverAt(index));
    return row == m_rows.cend() ? QVariant() : serverData(*row, role);
}

QVariant ServerListModel::groupData(const Node &group, int role)
{
    const ArrangedNode &shown = group.shown;
    switch (role) {
    case Qt::DisplayRole:
        return shown.title;
    case Qt::AccessibleTextRole:
        return joined({shown.title, shown.ascii, group.inWords, badgeWord(shown.badge)}, u", ");
    case Qt::ToolTipRole:
        return plainToolTip(joined({shown.title, shown.ascii, group.inWords}, u"\n"));
    case AsciiRole:
        return shown.ascii;
    case DetailRole:
        return group.count;
    case ServerBadgeRole:
        return static_cast<int>(shown.badge);
    case IsGroupRole:
        return true;
    case ServerIdRole:
        return QVariant::fromValue<quint64>(0);
    default:
        return {};
    }
}

QVariant ServerListModel::serverData(const ServerRow &server, int role)
{
    const ServerText &text = server.text;
    switch (role) {
    case Qt::DisplayRole:
        return text.host;
    case Qt::AccessibleTextRole:
        return joined({text.host, text.ascii, text.detail, badgeWord(text.badge), text.reason, text.acting},
                      u", ");
    case Qt::ToolTipRole:
        return plainToolTip(joined({text.host, text.ascii, text.detail, text.reason, text.acting}, u"\n"));
    case AsciiRole:
        return text.ascii;
    case DetailRole:
        return text.detail;
    case DurationRole:
        return text.duration;
    case ServerBadgeRole:
        return static_cast<int>(text.badge);
    case ActingBadgeRole:
        return text.actingBadge ? QVariant(static_cast<int>(*text.actingBadge)) : QVariant();
    case IsGroupRole:
        return false;
    case ServerIdRole:
        return QVariant::fromValue<quint64>(server.id);
    default:
        return {};
    }
}

} // namespace mailseal
