#pragma once

#include "models/serverarrangement.h"

#include <QAbstractItemModel>

namespace mailseal {

class InspectionList;

/// What a row of the list of servers says beyond its text.
enum ServerRole {
    ServerIdRole = Qt::UserRole + 1, ///< quint64; 0 for a group
    ActingBadgeRole, ///< int of a Badge: the policy acted under, where it is not satisfied; else invalid
    ServerBadgeRole, ///< int of a Badge; a group's is that of its worst server
    DetailRole,      ///< the second line; a group's count of servers
    DurationRole,
    IsGroupRole,
    AsciiRole ///< the name in A-labels where that is another text
};

/// The list of servers as a tree of two levels, grouped, sorted and narrowed down as a person wishes. By
/// target, a mail domain, a host with several addresses, a file and the examples are groups; a host with one
/// address and a domain that has no server are rows of their own. Rows keep their identity, and so their
/// selection, while results come and go and move them.
class ServerListModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit ServerListModel(const InspectionList &list, QObject *parent = nullptr);

    const ServerArrangement &arrangement() const { return m_wish; }
    void setArrangement(const ServerArrangement &wish);
    QList<Bucket> buckets(Aspect aspect) const;
    int shownCount() const { return static_cast<int>(m_places.size()); }
    int totalCount() const { return static_cast<int>(m_rows.size()); }

    QModelIndex indexOfServer(quint64 id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Groups or rows came, went or moved; also where the counts alone changed.
    void arranged();

private:
    /// A row of the top level as it is present. Groups have an identity of the model's own.
    struct Node
    {
        quintptr key = 0; ///< of a group; what the indexes of its servers carry
        QString count;    ///< of a group: "3 servers", "2 of 3 servers"; of a mail domain: "2 of 3" are fine
        QString inWords;  ///< the same for who hears it
        ArrangedNode shown;
    };
    struct Place
    {
        quintptr group = 0; ///< 0: the top level
        int row = 0;
    };

    void follow();
    void refresh(quint64 id);
    bool movesIt(const ServerRow &before, const ServerRow &after) const;
    void apply();
    void rearrange();
    void adopt(const QList<Node> &wanted);
    void removeGone(const QList<Node> &wanted);
    void addGroups(const QList<Node> &wanted);
    void permute(const QList<Node> &wanted);
    void removeEmptyGroups(const QList<Node> &wanted);
    void addServers(const QList<Node> &wanted);
    void noteNews(const QList<Node> &wanted);
    void place();
    QList<Node> keyed(QList<ArrangedNode> nodes);
    static std::pair<QString, QString> countOf(const ArrangedNode &node);
    QModelIndex indexOfGroup(quintptr key) const;
    const Node *groupAt(const QModelIndex &index) const;
    quint64 serverAt(const QModelIndex &index) const;
    static QVariant groupData(const Node &group, int role);
    static QVariant serverData(const ServerRow &server, int role);

    const InspectionList &m_list;
    ServerArrangement m_wish;
    ServerRows m_rows; ///< of every server, shown or not
    QList<Node> m_nodes;
    QHash<quint64, Place> m_places;   ///< where each server that is shown stands
    QHash<quintptr, int> m_groupRows; ///< where each group stands
    QHash<QString, quintptr> m_keys;  ///< of every group that ever was
};

} // namespace mailseal
