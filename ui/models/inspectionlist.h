#pragma once

#include "inspector/settings.h"
#include "values/inspection.h"
#include "values/progress.h"
#include "values/target.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace mailseal {

/// One server address in the list, with what it takes to inspect it again.
struct ListedServer
{
    int id = 0;  ///< unique while the program runs
    int run = 0; ///< all addresses of one target share it
    TargetSpec spec;
    Settings settings;
    Inspection inspection;
    Progress progress;
    bool isRunning = true;
};

enum class SectionKind { Servers, Host, Examples };

/// The servers inspected in this window: sections, and the servers in them. A target with several addresses
/// has a section of its own, worst badge on top.
class InspectionList : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        ServerIdRole = Qt::UserRole + 1,
        IsSectionRole,
        BadgeRole,
        DetailRole,
        DurationRole,
        SearchRole
    };

    explicit InspectionList(QObject *parent = nullptr);
    ~InspectionList() override;

    /// A new run with one row that waits; its id.
    int addRun(const TargetSpec &spec, const Settings &settings, bool isExample);
    /// The run will have so many servers; rows that are there already are kept and start anew.
    void planRun(int run, int count);
    /// The run starts once more: its rows show that they are running.
    void restartRun(int run);
    void updateServer(int run, int index, const Inspection &inspection, const Progress &progress,
                      bool isRunning);
    void removeRun(int run);

    const ListedServer *server(int id) const;
    const ListedServer *serverAt(const QModelIndex &index) const;
    QModelIndex indexOfServer(int id) const;
    QList<int> serversOfRun(int run) const;
    QList<ListedServer> servers() const;
    bool isEmpty() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// What is known of this server has grown or changed.
    void serverChanged(int id);

private:
    struct Section
    {
        SectionKind kind = SectionKind::Servers;
        QString title; ///< the host of a Host section
        std::vector<ListedServer> servers;
    };
    struct Place
    {
        int section = -1;
        int row = -1;
        bool isValid() const { return row >= 0; }
    };

    Place placeOf(int id) const;
    std::vector<Place> placesOfRun(int run) const;
    int sectionFor(SectionKind kind, const QString &title);
    void insertServer(int section, int row, ListedServer server);
    ListedServer takeServer(const Place &place);
    void removeIfEmpty(int section);
    QVariant sectionData(const Section &section, int role) const;
    QVariant serverData(const ListedServer &server, int role) const;
    const Section &sectionAt(int row) const { return *m_sections[static_cast<size_t>(row)]; }

    std::vector<std::unique_ptr<Section>> m_sections; ///< behind pointers: model indexes hold them
    int m_nextId = 1;
    int m_nextRun = 1;
};

} // namespace mailseal
