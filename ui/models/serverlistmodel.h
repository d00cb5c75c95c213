#pragma once

#include "models/serverlisttext.h"

#include <QAbstractItemModel>
#include <QList>

namespace mailseal {

class InspectionList;

/// What a row of the list of servers says beyond its text.
enum ServerRole {
    ServerIdRole = Qt::UserRole + 1, ///< quint64; 0 for a group
    ServerBadgeRole,                 ///< int of a Badge; a group's is that of its worst server
    DetailRole,                      ///< the second line; a group's count of servers
    DurationRole,
    IsGroupRole,
    FilterRole ///< what the filter looks at
};

/// The list of servers as a tree of two levels: a target with several addresses and the examples are groups,
/// a target with one address is a row of its own. Rows keep their identity while results come and go.
class ServerListModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit ServerListModel(const InspectionList &list, QObject *parent = nullptr);

    QModelIndex indexOfServer(quint64 id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node
    {
        quint64 id = 0; ///< of the server or of the group
        bool isGroup = false;
        QString title; ///< of a group
        ServerText text;
        QList<Node> children;
    };

    QList<Node> wantedNodes() const;
    void follow();
    void refresh(quint64 id);
    void adopt(QList<Node> &present, const QList<Node> &wanted, const QModelIndex &parent);
    const Node *nodeAt(const QModelIndex &index) const;
    QVariant groupData(const Node &group, int role) const;
    QVariant serverData(const Node &server, int role) const;

    const InspectionList &m_list;
    QList<Node> m_nodes;
};

} // namespace mailseal
