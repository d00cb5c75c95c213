#pragma once

#include "inspector/inspector.h"
#include "inspector/settings.h"
#include "list/listedservers.h"
#include "values/target.h"

#include <QList>
#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace mailseal {

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
    /// Several at once, told as one change; the id of the first server of each.
    QList<quint64> inspectAll(const QList<TargetSpec> &targets, const Settings &settings);
    /// The same for a built-in example: in the group of examples, by `settings` whatever is asked later.
    quint64 inspectExample(const TargetSpec &target, const Settings &settings);
    /// Inspects the server's target once more; the id of the server that this is about. An example keeps
    /// where it is reached and what it is judged by. What came from a file stays as it is, for comparison:
    /// its target is inspected beside it.
    quint64 inspectAgain(quint64 server, const Settings &settings);
    /// Lists what a file held, as it was judged then; the id of each.
    QList<quint64> open(const QList<Inspection> &inspections, const QString &file);
    /// Puts another judgement of the same evidence in the place of the one in force; nothing else: the one
    /// that the file has.
    void setJudgement(quint64 server, const std::optional<Inspection> &judged);
    /// Everything that runs or waits ends within this call.
    void stop();
    void remove(quint64 server) { removeAll({server}); }
    void removeAll(const QList<quint64> &servers);

    const QList<ListedGroup> &groups() const { return m_servers.groups(); }
    /// nullptr where it is not listed; valid until it is removed.
    const ListedServer *server(quint64 id) const { return m_servers.find(id); }
    qsizetype count() const { return m_servers.count(); }
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

    quint64 jobFor(const TargetSpec &target, const Settings &settings, bool isExample);
    ListedServer &addServer(quint64 jobId);
    ListedServer *find(quint64 id) { return m_servers.find(id); }
    void enqueue(quint64 jobId);
    void startNext();
    void begin(quint64 jobId);
    void take(quint64 jobId, int index, const Inspection &inspection, const Progress &progress);
    ListedServer &claim(quint64 jobId, int index, const Inspection &inspection);
    void ended(quint64 jobId);
    void endUnstarted(quint64 jobId);
    void dropUnclaimed(quint64 jobId);
    QList<quint64> serversOf(quint64 jobId) const { return m_servers.ofJob(jobId); }

    MakeInspector m_makeInspector;
    int m_parallel = static_cast<int>(limits::jobs);
    ListedServers m_servers;
    std::map<quint64, Job> m_jobs;
    std::deque<quint64> m_waiting;
    int m_running = 0;
    int m_connections = 0;
    quint64 m_lastId = 0;
};

} // namespace mailseal
