#pragma once

#include "inspector/inspectionqueue.h"
#include "inspector/settings.h"
#include "list/listedservers.h"
#include "values/target.h"

#include <QList>
#include <QObject>

#include <map>

namespace mailseal {

/// Everything that was asked about: which server each inspection of the queue belongs to, and what stands
/// together.
class InspectionList : public QObject
{
    Q_OBJECT
public:
    explicit InspectionList(InspectionQueue::MakeInspector makeInspector = {}, QObject *parent = nullptr);

    void setParallel(size_t most) { m_queue.setParallel(most); }

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
    void stop() { m_queue.stop(); }
    void remove(quint64 server) { removeAll({server}); }
    void removeAll(const QList<quint64> &servers);

    const QList<ListedGroup> &groups() const { return m_servers.groups(); }
    /// nullptr where it is not listed; valid until it is removed.
    const ListedServer *server(quint64 id) const { return m_servers.find(id); }
    qsizetype count() const { return m_servers.count(); }
    bool isRunning() const { return m_queue.isRunning(); }
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
        QList<quint64> claimed = {}; ///< the server of each inspection, 0 until it said its address
    };

    quint64 jobFor(const TargetSpec &target, const Settings &settings, bool isExample);
    ListedServer &addServer(quint64 jobId);
    ListedServer *find(quint64 id) { return m_servers.find(id); }
    void enqueue(quint64 jobId);
    void listen();
    void begin(quint64 jobId);
    void take(quint64 jobId, int index, const Inspection &inspection, const Progress &progress);
    ListedServer &claim(quint64 jobId, int index, const Inspection &inspection);
    void endUnstarted(quint64 jobId, const Inspection &cancelled);
    void dropUnclaimed(quint64 jobId);
    QList<quint64> serversOf(quint64 jobId) const { return m_servers.ofJob(jobId); }

    InspectionQueue m_queue;
    ListedServers m_servers;
    std::map<quint64, Job> m_jobs; ///< by the number that the queue knows them by
    int m_connections = 0;
    quint64 m_lastId = 0;
};

} // namespace mailseal
