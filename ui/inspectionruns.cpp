#include "inspectionruns.h"

#include "values/limits.h"

namespace mailseal {

InspectionRuns::InspectionRuns(InspectionList *list, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_make([] { return std::make_unique<Inspector>(); })
{
}

InspectionRuns::~InspectionRuns()
{
    for (const auto &inspector : std::as_const(m_active))
        inspector->disconnect(this);
}

int InspectionRuns::inspect(const TargetSpec &spec, const Settings &settings, bool isExample)
{
    const int run = m_list->addRun(spec, settings, isExample);
    m_waiting.enqueue(run);
    startWaiting();
    return run;
}

void InspectionRuns::again(int run)
{
    if (isRunning(run) || m_list->serversOfRun(run).isEmpty())
        return;
    m_list->restartRun(run);
    m_waiting.enqueue(run);
    startWaiting();
}

void InspectionRuns::stop(int run)
{
    if (m_waiting.removeAll(run) > 0) {
        begin(run); // it ends at once, with a result that says so
    }
    if (const auto inspector = m_active.value(run))
        inspector->cancel();
}

void InspectionRuns::stopAll()
{
    const auto runs = m_active.keys() + m_waiting;
    for (const int run : runs)
        stop(run);
}

void InspectionRuns::startWaiting()
{
    while (!m_waiting.isEmpty() && static_cast<size_t>(m_active.size()) < limits::jobs)
        begin(m_waiting.dequeue());
    Q_EMIT runningChanged();
}

void InspectionRuns::begin(int run)
{
    const auto ids = m_list->serversOfRun(run);
    const ListedServer *server = ids.isEmpty() ? nullptr : m_list->server(ids.constFirst());
    if (!server)
        return;
    // deleteLater: the inspector is let go in a slot of its own signal.
    const std::shared_ptr<Inspector> inspector(m_make().release(),
                                               [](Inspector *done) { done->deleteLater(); });
    connect(inspector.get(), &Inspector::planned, this,
            [this, run](int count) { m_list->planRun(run, count); });
    connect(inspector.get(), &Inspector::changed, this,
            [this, run](int index, const Inspection &inspection, const Progress &progress) {
                m_list->updateServer(run, index, inspection, progress, progress.stage != Stage::Done);
            });
    connect(inspector.get(), &Inspector::inspected, this,
            [this, run](int index, const Inspection &inspection) {
                m_list->updateServer(run, index, inspection,
                                     {Stage::Done, QDeadlineTimer(QDeadlineTimer::Forever)}, false);
            });
    connect(inspector.get(), &Inspector::finished, this, [this, run] { ended(run); });
    m_active.insert(run, inspector);
    inspector->start(server->spec, server->settings);
}

void InspectionRuns::ended(int run)
{
    m_active.remove(run);
    startWaiting();
}

} // namespace mailseal
