#pragma once

#include "inspector/inspector.h"
#include "values/limits.h"

#include <QList>
#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace mailseal {

/// Inspects targets, at most so many at the same time, in the order in which they were added. The caller
/// names each job by a number of its own; what comes of a job is told by that number, and nothing is kept
/// here once a job has ended. Signals come from the event loop or from within `stop`, `cancel` and `remove`.
class InspectionQueue : public QObject
{
    Q_OBJECT
public:
    using MakeInspector = std::function<std::unique_ptr<Inspector>()>;

    /// Without `makeInspector` real ones.
    explicit InspectionQueue(MakeInspector makeInspector = {}, QObject *parent = nullptr);
    ~InspectionQueue() override;

    void setParallel(size_t most) { m_parallel = most; }

    /// A job that waits or runs stays as it is: then this returns false.
    bool add(quint64 job, const TargetSpec &target, const Settings &settings);
    /// Ends what runs as cancelled, and what waits without a packet; every job is told of within this call.
    void stop();
    /// Ends this job alone where it runs; one that waits keeps its place.
    void cancel(quint64 job);
    /// The same, but one that waits goes without a word.
    void remove(quint64 job);

    /// Whether a job waits or runs.
    bool isRunning() const { return !m_jobs.empty(); }
    bool contains(quint64 job) const { return m_jobs.contains(job); }

Q_SIGNALS:
    /// Its turn has come.
    void begun(quint64 job);
    // As the inspector's signals of the same names.
    void planned(quint64 job, int count);
    void changed(quint64 job, int index, const mailseal::Inspection &inspection,
                 const mailseal::Progress &progress);
    void inspected(quint64 job, int index, const mailseal::Inspection &inspection);
    void finished(quint64 job);
    /// Instead of all of the above where its turn never came: one inspection, which says that it was
    /// cancelled.
    void dropped(quint64 job, const mailseal::Inspection &inspection);
    void runningChanged();

private:
    struct Job
    {
        TargetSpec target;
        Settings settings;
        Inspector *inspector = nullptr; ///< while it runs; a child of the queue
    };

    Inspector *makeInspector();
    void startNext();
    void begin(quint64 id);
    void end(quint64 id);
    void drop(quint64 id);
    void forget(quint64 id);

    MakeInspector m_makeInspector;
    size_t m_parallel = limits::jobs;
    std::map<quint64, Job> m_jobs;
    std::deque<quint64> m_waiting;
    size_t m_atWork = 0;
};

} // namespace mailseal
