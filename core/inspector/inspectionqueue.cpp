#include "inspector/inspectionqueue.h"

#include <utility>

namespace mailseal {

InspectionQueue::InspectionQueue(MakeInspector makeInspector, QObject *parent)
    : QObject(parent)
    , m_makeInspector(makeInspector ? std::move(makeInspector) : [] { return std::make_unique<Inspector>(); })
{
}

InspectionQueue::~InspectionQueue()
{
    for (const auto &[id, job] : m_jobs) {
        if (job.inspector)
            job.inspector->disconnect(this);
    }
}

Inspector *InspectionQueue::makeInspector()
{
    // A child: where no event loop runs any more to delete it later, the queue does.
    Inspector *made = m_makeInspector().release();
    made->setParent(this);
    return made;
}

bool InspectionQueue::add(quint64 job, const TargetSpec &target, const Settings &settings)
{
    const bool wasRunning = isRunning();
    if (!m_jobs.try_emplace(job, Job{target, settings}).second)
        return false;
    m_waiting.push_back(job);
    startNext();
    if (!wasRunning)
        Q_EMIT runningChanged();
    return true;
}

void InspectionQueue::startNext()
{
    while (m_atWork < m_parallel && !m_waiting.empty()) {
        const quint64 next = m_waiting.front();
        m_waiting.pop_front();
        begin(next);
    }
}

void InspectionQueue::begin(quint64 id)
{
    Job &job = m_jobs.at(id);
    ++m_atWork;
    Inspector *inspector = makeInspector();
    job.inspector = inspector;
    connect(inspector, &Inspector::planned, this, [this, id](int count) { Q_EMIT planned(id, count); });
    connect(inspector, &Inspector::changed, this,
            [this, id](int index, const Inspection &inspection, const Progress &progress) {
                Q_EMIT changed(id, index, inspection, progress);
            });
    connect(inspector, &Inspector::inspected, this,
            [this, id](int index, const Inspection &inspection) { Q_EMIT inspected(id, index, inspection); });
    connect(inspector, &Inspector::finished, this, [this, id] { end(id); });
    inspector->start(job.target, job.settings);
    Q_EMIT begun(id);
}

void InspectionQueue::end(quint64 id)
{
    m_jobs.at(id).inspector->deleteLater(); // we are called from its own signal
    --m_atWork;
    m_jobs.erase(id);
    Q_EMIT finished(id);
    startNext();
    if (!isRunning())
        Q_EMIT runningChanged();
}

void InspectionQueue::stop()
{
    const std::deque<quint64> neverBegun = std::exchange(m_waiting, {}); // none begins by the end of another
    QList<Inspector *> running;
    for (const auto &[id, job] : m_jobs) {
        if (job.inspector)
            running.append(job.inspector);
    }
    for (Inspector *inspector : std::as_const(running))
        inspector->cancel();
    for (const quint64 id : neverBegun) {
        if (contains(id)) // who is told of one may have removed another
            drop(id);
    }
}

/// Begun and ended at once, so that its inspection is made where all others are.
void InspectionQueue::drop(quint64 id)
{
    const Job &job = m_jobs.at(id);
    Inspection cancelled;
    Inspector *inspector = makeInspector();
    connect(inspector, &Inspector::inspected, this,
            [&cancelled](int, const Inspection &inspection) { cancelled = inspection; });
    inspector->start(job.target, job.settings);
    inspector->cancel();
    delete inspector;
    Q_EMIT dropped(id, cancelled);
    forget(id);
}

void InspectionQueue::cancel(quint64 job)
{
    const auto found = m_jobs.find(job);
    if (found != m_jobs.end() && found->second.inspector)
        found->second.inspector->cancel();
}

void InspectionQueue::remove(quint64 job)
{
    cancel(job);
    if (!contains(job))
        return; // it ran
    std::erase(m_waiting, job);
    forget(job);
}

void InspectionQueue::forget(quint64 id)
{
    m_jobs.erase(id);
    if (!isRunning())
        Q_EMIT runningChanged();
}

} // namespace mailseal
