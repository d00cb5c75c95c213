#include "models/inspectionlist.h"

#include "models/servertexts.h"
#include "theme.h"

#include <algorithm>

namespace mailseal {

namespace {

/// For the badge of a section: the worst of its servers on top.
int badness(Badge badge)
{
    switch (badge) {
    case Badge::Satisfied:
        return 0;
    case Badge::NotApplicable:
        return 1;
    case Badge::Running:
        return 2;
    case Badge::Warned:
        return 3;
    case Badge::Undetermined:
        return 4;
    case Badge::Violated:
        return 5;
    }
    return 0;
}

Badge badgeOfServer(const ListedServer &server)
{
    return server.isRunning ? Badge::Running : badgeOf(server.inspection);
}

} // namespace

InspectionList::InspectionList(QObject *parent)
    : QAbstractItemModel(parent)
{
}

InspectionList::~InspectionList() = default;

int InspectionList::addRun(const TargetSpec &spec, const Settings &settings, bool isExample)
{
    ListedServer server;
    server.id = m_nextId++;
    server.run = m_nextRun++;
    server.spec = spec;
    server.settings = settings;
    auto &target = server.inspection.evidence.target;
    target.host = spec.host;
    target.port = spec.port;
    target.service = spec.service;
    target.start = startOf(spec.service);
    target.policy = settings.policy;
    const int run = server.run;
    const int section = sectionFor(isExample ? SectionKind::Examples : SectionKind::Servers, {});
    insertServer(section, static_cast<int>(sectionAt(section).servers.size()), std::move(server));
    return run;
}

void InspectionList::planRun(int run, int count)
{
    auto places = placesOfRun(run);
    if (places.empty() || static_cast<int>(places.size()) == count)
        return;
    if (count > 1 && sectionAt(places.front().section).kind == SectionKind::Servers) {
        ListedServer first = takeServer(places.front());
        const int old = places.front().section;
        const int own = sectionFor(SectionKind::Host, first.spec.host);
        insertServer(own, static_cast<int>(sectionAt(own).servers.size()), std::move(first));
        removeIfEmpty(old);
        places = placesOfRun(run);
    }
    while (static_cast<int>(places.size()) > count) {
        takeServer(places.back());
        places.pop_back();
    }
    while (static_cast<int>(places.size()) < count) {
        const Place last = places.back();
        ListedServer next = sectionAt(last.section).servers[static_cast<size_t>(last.row)];
        next.id = m_nextId++;
        next.inspection.evidence.target.address.clear();
        insertServer(last.section, last.row + 1, std::move(next));
        places.push_back({last.section, last.row + 1});
    }
}

void InspectionList::restartRun(int run)
{
    for (const Place &place : placesOfRun(run)) {
        auto &server =
            m_sections[static_cast<size_t>(place.section)]->servers[static_cast<size_t>(place.row)];
        server.isRunning = true;
        server.progress = {};
        const QModelIndex at = indexOfServer(server.id);
        Q_EMIT dataChanged(at, at);
        Q_EMIT serverChanged(server.id);
    }
}

void InspectionList::updateServer(int run, int index, const Inspection &inspection, const Progress &progress,
                                  bool isRunning)
{
    const auto places = placesOfRun(run);
    if (index < 0 || index >= static_cast<int>(places.size()))
        return;
    const Place &place = places[static_cast<size_t>(index)];
    auto &server = m_sections[static_cast<size_t>(place.section)]->servers[static_cast<size_t>(place.row)];
    server.inspection = inspection;
    server.progress = progress;
    server.isRunning = isRunning;
    const QModelIndex at = indexOfServer(server.id);
    Q_EMIT dataChanged(at, at);
    Q_EMIT dataChanged(at.parent(), at.parent(), {BadgeRole});
    Q_EMIT serverChanged(server.id);
}

void InspectionList::removeRun(int run)
{
    auto places = placesOfRun(run);
    if (places.empty())
        return;
    const int section = places.front().section;
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        takeServer(*place);
    removeIfEmpty(section);
}

const ListedServer *InspectionList::server(int id) const
{
    const Place place = placeOf(id);
    return place.isValid() ? &sectionAt(place.section).servers[static_cast<size_t>(place.row)] : nullptr;
}

const ListedServer *InspectionList::serverAt(const QModelIndex &index) const
{
    return index.isValid() ? server(index.data(ServerIdRole).toInt()) : nullptr;
}

QModelIndex InspectionList::indexOfServer(int id) const
{
    const Place place = placeOf(id);
    return place.isValid() ? index(place.row, 0, index(place.section, 0)) : QModelIndex();
}

QList<int> InspectionList::serversOfRun(int run) const
{
    QList<int> ids;
    for (const Place &place : placesOfRun(run))
        ids.append(sectionAt(place.section).servers[static_cast<size_t>(place.row)].id);
    return ids;
}

QList<ListedServer> InspectionList::servers() const
{
    QList<ListedServer> all;
    for (const auto &section : m_sections) {
        for (const auto &server : section->servers)
            all.append(server);
    }
    return all;
}

bool InspectionList::isEmpty() const { return m_sections.empty(); }

InspectionList::Place InspectionList::placeOf(int id) const
{
    for (size_t s = 0; s < m_sections.size(); ++s) {
        const auto &servers = m_sections[s]->servers;
        for (size_t r = 0; r < servers.size(); ++r) {
            if (servers[r].id == id)
                return {static_cast<int>(s), static_cast<int>(r)};
        }
    }
    return {};
}

std::vector<InspectionList::Place> InspectionList::placesOfRun(int run) const
{
    std::vector<Place> places;
    for (size_t s = 0; s < m_sections.size(); ++s) {
        const auto &servers = m_sections[s]->servers;
        for (size_t r = 0; r < servers.size(); ++r) {
            if (servers[r].run == run)
                places.push_back({static_cast<int>(s), static_cast<int>(r)});
        }
    }
    return places;
}

/// The section of that kind, made where it belongs: servers first, hosts behind, examples last.
int InspectionList::sectionFor(SectionKind kind, const QString &title)
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(), [&](const auto &section) {
        return section->kind == kind && kind != SectionKind::Host && section->title == title;
    });
    if (found != m_sections.end())
        return static_cast<int>(std::distance(m_sections.begin(), found));
    const auto behind = std::find_if(m_sections.begin(), m_sections.end(),
                                     [&](const auto &section) { return section->kind > kind; });
    const int row = static_cast<int>(std::distance(m_sections.begin(), behind));
    beginInsertRows({}, row, row);
    auto section = std::make_unique<Section>();
    section->kind = kind;
    section->title = title;
    m_sections.insert(behind, std::move(section));
    endInsertRows();
    return row;
}

void InspectionList::insertServer(int section, int row, ListedServer server)
{
    beginInsertRows(index(section, 0), row, row);
    auto &servers = m_sections[static_cast<size_t>(section)]->servers;
    servers.insert(servers.begin() + row, std::move(server));
    endInsertRows();
}

ListedServer InspectionList::takeServer(const Place &place)
{
    beginRemoveRows(index(place.section, 0), place.row, place.row);
    auto &servers = m_sections[static_cast<size_t>(place.section)]->servers;
    ListedServer taken = std::move(servers[static_cast<size_t>(place.row)]);
    servers.erase(servers.begin() + place.row);
    endRemoveRows();
    return taken;
}

void InspectionList::removeIfEmpty(int section)
{
    if (!sectionAt(section).servers.empty())
        return;
    beginRemoveRows({}, section, section);
    m_sections.erase(m_sections.begin() + section);
    endRemoveRows();
}

QModelIndex InspectionList::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    // A server's index holds its section, a section's index holds nothing.
    return parent.isValid() ? createIndex(row, 0, m_sections[static_cast<size_t>(parent.row())].get())
                            : createIndex(row, 0, nullptr);
}

QModelIndex InspectionList::parent(const QModelIndex &child) const
{
    const auto *section = static_cast<const Section *>(child.constInternalPointer());
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&](const auto &one) { return one.get() == section; });
    if (!section || found == m_sections.end())
        return {};
    return createIndex(static_cast<int>(std::distance(m_sections.begin(), found)), 0, nullptr);
}

int InspectionList::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_sections.size());
    return parent.internalPointer() ? 0 : static_cast<int>(sectionAt(parent.row()).servers.size());
}

int InspectionList::columnCount(const QModelIndex &) const { return 1; }

QVariant InspectionList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (!index.internalPointer())
        return sectionData(sectionAt(index.row()), role);
    return serverData(sectionAt(index.parent().row()).servers[static_cast<size_t>(index.row())], role);
}

QVariant InspectionList::sectionData(const Section &section, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return sectionTitle(section.kind, section.title);
    case IsSectionRole:
        return true;
    case DurationRole:
        return QString::number(section.servers.size());
    case BadgeRole: {
        Badge worst = Badge::Satisfied;
        for (const auto &server : section.servers) {
            const Badge badge = badgeOfServer(server);
            worst = badness(badge) > badness(worst) ? badge : worst;
        }
        return QVariant::fromValue(worst);
    }
    default:
        return {};
    }
}

QVariant InspectionList::serverData(const ListedServer &server, int role) const
{
    const auto &target = server.inspection.evidence.target;
    switch (role) {
    case Qt::DisplayRole:
        return target.host;
    case Qt::DecorationRole:
        return badgeIcon(badgeOfServer(server));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(target.host, badgeWord(badgeOfServer(server)), serverDetail(server));
    case Qt::ToolTipRole:
        return serverToolTip(server);
    case ServerIdRole:
        return server.id;
    case IsSectionRole:
        return false;
    case BadgeRole:
        return QVariant::fromValue(badgeOfServer(server));
    case DetailRole:
        return serverDetail(server);
    case DurationRole:
        return serverDuration(server);
    case SearchRole:
        return QString(target.host + u' ' + target.address + u' ' + serverDetail(server));
    default:
        return {};
    }
}

Qt::ItemFlags InspectionList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalPointer() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                   : Qt::ItemIsEnabled;
}

} // namespace mailseal
