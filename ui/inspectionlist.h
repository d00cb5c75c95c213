#pragma once

#include "inspector/inspector.h"
#include "inspector/settings.h"
#include "values/inspection.h"
#include "values/progress.h"
#include "values/target.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace mailseal {

/// One server address in the list.
struct ListedServer
{
    quint64 id = 0;
    quint64 job = 0; ///< the target it belongs to
    QString host;    ///< as asked for, until the inspection says more
    Inspection inspection;
    Progress progress;
    bool isRunning = false;
    bool isInspected = false; ///< at least one inspection of it has ended
};

/// What stands together: the addresses of one target, or all examples.
struct ListedGroup
{
    quint64 id = 0;
    QString title;
    bool isExamples = false;
    QList<ListedServer> servers;
};

/// Everything that was asked about, and the inspectors at work on it, only so many at a time.
class InspectionList : public QObject
{
    Q_OBJECT
public:
    using MakeInspector = std::function<std::unique_ptr<Inspector>()>;

    explicit InspectionList(MakeInspector makeInspector = {}, QObject *parent = nullptr);
    ~InspectionList() override;

    void setParallel(int most) { m_parallel = most; }

    /// Inspects a target, again where it is already listed; the id of its first server.
    quint64 inspect(const TargetSpec &target, const Settings &settings);
    /// The same for a built-in example: in the group of examples, by `settings` whatever is asked later.
    quint64 inspectExample(const TargetSpec &target, const Settings &settings);
    /// Inspects the server's target once more. An example keeps where it is reached and what it is judged by.
    void inspectAgain(quint64 server, const Settings &settings);
    /// Everything that runs or waits ends within this call.
    void stop();
    void remove(quint64 server);

    const QList<ListedGroup> &groups() const { return m_groups; }
    /// nullptr where it is not listed; valid until the list changes.
    const ListedServer *server(quint64 id) const;
    bool isRunning() const;
    int inspectedCount() const; ///< servers that an inspection of has ended
    int connectionCount() const { return m_connections; }

Q_SIGNALS:
    /// Servers or groups came or went.
    void structureChanged();
    void serverChanged(quint64 id);
    void runningChanged();

private:
    struct Job
    {
        TargetSpec target;
        Settings settings;
        bool isExample = false;
        std::unique_ptr<Inspector> inspector; ///< while it runs
        QList<quint64> claimed;               ///< the server of each inspection, 0 until it said its address
    };

    quint64 addJob(const TargetSpec &target, const Settings &settings, bool isExample);
    ListedGroup &groupFor(const Job &job, quint64 jobId);
    ListedServer &addServer(quint64 jobId);
    ListedServer *find(quint64 id);
    void enqueue(quint64 jobId);
    void startNext();
    void begin(quint64 jobId);
    void take(quint64 jobId, int index, const Inspection &inspection, const Progress &progress);
    ListedServer &claim(quint64 jobId, int index, const Inspection &inspection);
    void ended(quint64 jobId);
    void endUnstarted(quint64 jobId);
    void dropUnclaimed(quint64 jobId);
    QList<quint64> serversOf(quint64 jobId) const;

    MakeInspector m_makeInspector;
    int m_parallel = static_cast<int>(limits::jobs);
    QList<ListedGroup> m_groups;
    std::map<quint64, Job> m_jobs;
    std::deque<quint64> m_waiting;
    int m_running = 0;
    int m_connections = 0;
    quint64 m_lastId = 0;
};

} // namespace mailseal
