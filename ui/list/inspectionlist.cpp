#include "list/inspectionlist.h"

#include "wire/escape.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace mailseal {

namespace {

bool isSameTarget(const TargetSpec &one, const TargetSpec &other)
{
    return one.host == other.host && one.port == other.port && one.service == other.service &&
           one.isDomain == other.isDomain;
}

/// What is known of a server before anything is: what was asked for.
Target targetFrom(const TargetSpec &spec, PolicyId policy)
{
    Target target;
    target.input = spec.input;
    if (spec.isDomain)
        target.domain = spec.host;
    target.host = spec.host;
    target.port = spec.port;
    target.service = spec.service;
    target.start = startOf(spec.service);
    target.policy = policy;
    return target;
}

/// The target of a saved inspection, to be inspected once more.
TargetSpec targetOf(const Target &target)
{
    TargetSpec spec;
    spec.input = target.input;
    spec.isDomain = !target.domain.isEmpty();
    spec.host = spec.isDomain ? target.domain : target.host;
    spec.port = target.port;
    spec.service = target.service;
    spec.isAddress = !QHostAddress(spec.host).isNull();
    return spec;
}

} // namespace

InspectionList::InspectionList(InspectionQueue::MakeInspector makeInspector, QObject *parent)
    : QObject(parent)
    , m_queue(std::move(makeInspector))
{
    listen();
}

void InspectionList::listen()
{
    connect(&m_queue, &InspectionQueue::begun, this, &InspectionList::begin);
    connect(&m_queue, &InspectionQueue::planned, this,
            [this](quint64 jobId, int count) { m_jobs.at(jobId).claimed = QList<quint64>(count, 0); });
    connect(&m_queue, &InspectionQueue::changed, this, &InspectionList::take);
    connect(&m_queue, &InspectionQueue::inspected, this,
            [this](quint64 jobId, int index, const Inspection &inspection) {
                Progress done;
                done.stage = Stage::Done;
                m_connections += inspection.evidence.observer.connections;
                take(jobId, index, inspection, done);
            });
    connect(&m_queue, &InspectionQueue::finished, this, &InspectionList::dropUnclaimed);
    connect(&m_queue, &InspectionQueue::dropped, this, &InspectionList::endUnstarted);
    connect(&m_queue, &InspectionQueue::runningChanged, this, &InspectionList::runningChanged);
}

quint64 InspectionList::inspect(const TargetSpec &target, const Settings &settings)
{
    return inspectAll({target}, settings).constFirst();
}

QList<quint64> InspectionList::inspectAll(const QList<TargetSpec> &targets, const Settings &settings)
{
    const qsizetype before = count();
    QList<quint64> jobs;
    for (const TargetSpec &target : targets)
        jobs.append(jobFor(target, settings, false));
    if (count() != before)
        Q_EMIT structureChanged();
    QList<quint64> firsts;
    for (const quint64 job : std::as_const(jobs)) {
        enqueue(job);
        firsts.append(serversOf(job).value(0));
    }
    return firsts;
}

quint64 InspectionList::inspectExample(const TargetSpec &target, const Settings &settings)
{
    const qsizetype before = count();
    const quint64 job = jobFor(target, settings, true);
    if (count() != before)
        Q_EMIT structureChanged();
    enqueue(job);
    return serversOf(job).value(0);
}

/// The job of this target, made with one server where there is none, from now on by `settings`.
quint64 InspectionList::jobFor(const TargetSpec &target, const Settings &settings, bool isExample)
{
    auto known = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &entry) {
        return entry.second.isExample == isExample && isSameTarget(entry.second.target, target);
    });
    if (known == m_jobs.end()) {
        known = m_jobs.emplace(++m_lastId, Job{target, settings, isExample}).first;
        addServer(known->first);
    }
    known->second.target = target;
    known->second.settings = settings;
    return known->first;
}

quint64 InspectionList::inspectAgain(quint64 server, const Settings &settings)
{
    const ListedServer *listed = find(server);
    if (!listed)
        return 0;
    if (listed->inspection.evidence.target.host.isEmpty())
        return server; // certificates of a file, for no host: nobody to connect to
    if (listed->job == 0)
        return inspect(targetOf(listed->inspection.evidence.target), settings);
    Job &job = m_jobs.at(listed->job);
    Settings next = settings;
    if (job.isExample) {
        next.connectTo = job.settings.connectTo;
        next.anchors = job.settings.anchors;
        next.proxy.reset();
        next.family = AddressFamily::Both;
    }
    job.settings = next;
    enqueue(listed->job);
    return server;
}

QList<quint64> InspectionList::open(const QList<Inspection> &inspections, const QString &file)
{
    ListedGroup group;
    group.id = ++m_lastId;
    group.kind = ListedGroup::Kind::File;
    group.title = escapeUnprintable(file);
    QList<quint64> ids;
    for (const Inspection &inspection : inspections) {
        ListedServer server;
        server.id = ++m_lastId;
        server.host = titleOf(inspection.evidence.target);
        server.inspection = inspection;
        server.progress.stage = Stage::Done;
        server.isInspected = true;
        server.file = file;
        ids.append(m_servers.add(group, std::move(server)).id);
    }
    if (!ids.isEmpty())
        Q_EMIT structureChanged();
    return ids;
}

void InspectionList::setJudgement(quint64 server, const std::optional<Inspection> &judged)
{
    ListedServer *listed = find(server);
    if (!listed)
        return;
    if (judged) {
        if (!listed->asSaved)
            listed->asSaved = listed->inspection;
        listed->inspection = *judged;
    } else if (listed->asSaved) {
        listed->inspection = *std::exchange(listed->asSaved, std::nullopt);
    }
    Q_EMIT serverChanged(server);
}

void InspectionList::enqueue(quint64 jobId)
{
    if (m_queue.contains(jobId))
        return;
    for (const quint64 id : serversOf(jobId)) {
        ListedServer *server = find(id);
        server->isRunning = true;
        server->progress = {};
        Q_EMIT serverChanged(id);
    }
    const Job &job = m_jobs.at(jobId);
    m_queue.add(jobId, job.target, job.settings);
}

void InspectionList::begin(quint64 jobId)
{
    for (const quint64 id : serversOf(jobId)) {
        find(id)->progress.stage = Stage::Resolving;
        Q_EMIT serverChanged(id);
    }
}

void InspectionList::take(quint64 jobId, int index, const Inspection &inspection, const Progress &progress)
{
    ListedServer &server = claim(jobId, index, inspection);
    server.inspection = inspection;
    server.host = inspection.evidence.target.host;
    server.progress = progress;
    server.isRunning = progress.stage != Stage::Done;
    server.isInspected = server.isInspected || !server.isRunning;
    Q_EMIT serverChanged(server.id);
}

/// The server that inspection `index` is of: the one with its name and address, else one that was not known
/// yet, else a new one. Resolvers change the order of addresses from one lookup to the next.
ListedServer &InspectionList::claim(quint64 jobId, int index, const Inspection &inspection)
{
    const QList<quint64> taken = m_jobs.at(jobId).claimed;
    if (ListedServer *server = find(taken.at(index)))
        return *server;
    const Target &target = inspection.evidence.target;
    const QString &asked = m_jobs.at(jobId).target.host;
    quint64 same = 0;
    quint64 blank = 0;
    for (const quint64 id : serversOf(jobId)) {
        if (taken.contains(id))
            continue;
        const Target &known = find(id)->inspection.evidence.target;
        const bool isSame = known.address == target.address && known.host == target.host;
        quint64 &fitting = isSame ? same : blank;
        if (fitting == 0 && (isSame || (known.address.isEmpty() && known.host == asked)))
            fitting = id;
    }
    quint64 chosen = same != 0 ? same : blank;
    const bool isNew = chosen == 0;
    if (isNew)
        chosen = addServer(jobId).id;
    m_jobs.at(jobId).claimed[index] = chosen;
    if (isNew)
        Q_EMIT structureChanged();
    return *find(chosen);
}

/// Addresses that the host does not have any more.
void InspectionList::dropUnclaimed(quint64 jobId)
{
    const QList<quint64> claimed = m_jobs.at(jobId).claimed;
    bool dropped = false;
    for (const quint64 id : serversOf(jobId)) {
        if (claimed.contains(id))
            continue;
        m_servers.remove(id);
        dropped = true;
    }
    if (dropped)
        Q_EMIT structureChanged();
}

/// A target whose turn never came: what an earlier inspection found stays, else it says that it was stopped.
void InspectionList::endUnstarted(quint64 jobId, const Inspection &cancelled)
{
    for (const quint64 id : serversOf(jobId)) {
        ListedServer *server = find(id);
        if (!server->isInspected)
            server->inspection = cancelled;
        server->isRunning = false;
        server->progress.stage = Stage::Done;
        Q_EMIT serverChanged(id);
    }
}

void InspectionList::removeAll(const QList<quint64> &servers)
{
    bool removed = false;
    for (const quint64 server : servers) {
        const ListedServer *listed = find(server);
        if (!listed)
            continue;
        const quint64 jobId = listed->job;
        m_queue.cancel(jobId);
        m_servers.remove(server);
        removed = true;
        if (jobId != 0 && serversOf(jobId).isEmpty()) {
            m_queue.remove(jobId);
            m_jobs.erase(jobId);
        }
    }
    if (removed)
        Q_EMIT structureChanged();
}

int InspectionList::inspectedCount() const
{
    int count = 0;
    for (const ListedGroup &group : groups()) {
        count +=
            static_cast<int>(std::count_if(group.servers.cbegin(), group.servers.cend(), [&](quint64 id) {
                const ListedServer *one = server(id);
                return one->isInspected && one->file.isEmpty();
            }));
    }
    return count;
}

ListedServer &InspectionList::addServer(quint64 jobId)
{
    const Job &job = m_jobs.at(jobId);
    ListedServer server;
    server.id = ++m_lastId;
    server.job = jobId;
    server.host = job.target.host;
    server.isRunning = true;
    server.inspection.evidence.target = targetFrom(job.target, job.settings.policy);
    ListedGroup group;
    group.id = ++m_lastId; // stands where the group is a new one
    group.kind = job.isExample ? ListedGroup::Kind::Examples : ListedGroup::Kind::Target;
    group.owner = job.isExample ? 0 : jobId;
    if (job.isExample)
        group.title = tr("Examples");
    else
        nameGroup(group, job.target);
    return m_servers.add(group, std::move(server));
}

} // namespace mailseal
