#include "list/listedservers.h"

#include "values/domainname.h"
#include "wire/escape.h"

#include <algorithm>

namespace mailseal {

namespace {

QString withPort(const QString &host, const TargetSpec &target)
{
    const bool usual = target.port == defaultPort(target.service);
    return usual && target.service == Service::Smtp ? host
                                                    : QStringLiteral("%1:%2").arg(host).arg(target.port);
}

} // namespace

void nameGroup(ListedGroup &group, const TargetSpec &target)
{
    group.isDomain = target.isDomain;
    const auto name = target.isAddress ? std::nullopt : DomainName::parse(target.host);
    const QString host = name                         ? name->unicode()
                         : target.host.contains(u':') ? QStringLiteral("[%1]").arg(target.host)
                                                      : target.host;
    group.title = escapeUnprintable(withPort(host, target));
    if (name && name->unicode() != name->ascii())
        group.ascii = name->ascii();
}

const ListedServer *ListedServers::find(quint64 id) const
{
    const auto found = m_servers.find(id);
    return found == m_servers.end() ? nullptr : &found->second;
}

ListedServer *ListedServers::find(quint64 id)
{
    const auto found = m_servers.find(id);
    return found == m_servers.end() ? nullptr : &found->second;
}

/// What a person asked for and opened stands before the examples.
ListedGroup &ListedServers::groupLike(const ListedGroup &group)
{
    const auto known = std::find_if(m_groups.begin(), m_groups.end(), [&](const ListedGroup &one) {
        if (one.kind != group.kind)
            return false;
        switch (one.kind) {
        case ListedGroup::Kind::Target:
            return one.owner == group.owner;
        case ListedGroup::Kind::File:
            return one.id == group.id;
        case ListedGroup::Kind::Examples:
            return true;
        }
        return false;
    });
    if (known != m_groups.end())
        return *known;
    const bool isBefore = group.kind != ListedGroup::Kind::Examples && !m_groups.isEmpty() &&
                          m_groups.constLast().kind == ListedGroup::Kind::Examples;
    return *m_groups.insert(m_groups.size() - (isBefore ? 1 : 0), group);
}

ListedServer &ListedServers::add(const ListedGroup &group, ListedServer server)
{
    groupLike(group).servers.append(server.id);
    const quint64 id = server.id;
    return m_servers.insert_or_assign(id, std::move(server)).first->second;
}

void ListedServers::remove(quint64 id)
{
    if (m_servers.erase(id) == 0)
        return;
    for (ListedGroup &group : m_groups) {
        if (group.servers.removeOne(id))
            break;
    }
    m_groups.removeIf([](const ListedGroup &group) { return group.servers.isEmpty(); });
}

QList<quint64> ListedServers::ofJob(quint64 job) const
{
    QList<quint64> ids;
    for (const ListedGroup &group : m_groups) {
        if (group.kind == ListedGroup::Kind::File ||
            (group.kind == ListedGroup::Kind::Target && group.owner != job))
            continue;
        for (const quint64 id : group.servers) {
            if (m_servers.at(id).job == job)
                ids.append(id);
        }
    }
    return ids;
}

} // namespace mailseal
