#pragma once

#include "values/inspection.h"
#include "values/progress.h"
#include "values/target.h"

#include <QList>
#include <QString>

#include <optional>
#include <unordered_map>

namespace mailseal {

/// One server address in the list.
struct ListedServer
{
    quint64 id = 0;
    quint64 job = 0; ///< the target it belongs to; 0: it was opened from a file
    QString host;    ///< as asked for, until the inspection says which one it is of
    Inspection inspection;
    Progress progress;
    bool isRunning = false;
    bool isInspected = false; ///< at least one inspection of it has ended
    QString file;             ///< the file it was opened from; empty where it was inspected here
    /// As the file has it, where it has been judged again since.
    std::optional<Inspection> asSaved;
};

/// What stands together: the servers of one target, all examples, what came from one file.
struct ListedGroup
{
    enum class Kind { Target, File, Examples };
    quint64 id = 0;
    quint64 owner = 0; ///< the job of a target; 0 for the examples and for files
    Kind kind = Kind::Target;
    QString title;          ///< plain text, escaped; of a mail domain in U-labels
    bool isDomain = false;  ///< of a target: a mail domain, whose MX hosts these are
    QString ascii;          ///< the domain in A-labels where that is another text; else empty
    QList<quint64> servers; ///< never empty
};

/// Names the group of a target: a name as people write it, and in A-labels beside it where that differs.
void nameGroup(ListedGroup &group, const TargetSpec &target);

/// The servers of the list and how they stand together. Servers are found by their id at once, however many
/// there are, and stay where they are in memory until they are removed.
class ListedServers
{
public:
    const QList<ListedGroup> &groups() const { return m_groups; }
    const ListedServer *find(quint64 id) const;
    ListedServer *find(quint64 id);
    qsizetype count() const { return static_cast<qsizetype>(m_servers.size()); }

    /// Appends `server` to the group of this kind and owner, which is made where there is none.
    ListedServer &add(const ListedGroup &group, ListedServer server);
    /// The group goes with its last server.
    void remove(quint64 id);
    /// The servers of one job, in the order of the list.
    QList<quint64> ofJob(quint64 job) const;

private:
    ListedGroup &groupLike(const ListedGroup &group);

    QList<ListedGroup> m_groups;
    std::unordered_map<quint64, ListedServer> m_servers;
};

} // namespace mailseal
