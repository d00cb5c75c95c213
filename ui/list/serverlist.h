#pragma once

#include "models/serverarrangement.h"

#include <QList>
#include <QSet>
#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QTreeView;

namespace mailseal {

class ArrangeButton;
class InspectionList;
class LinkButton;
class PlainLabel;
class ServerListModel;

/// The left side of the window: a filter, the servers, and what can be done with those that are chosen.
class ServerList : public QWidget
{
    Q_OBJECT
public:
    explicit ServerList(const InspectionList &list, QWidget *parent = nullptr);

    quint64 currentServer() const; ///< 0: none
    void setCurrentServer(quint64 id);
    /// Every server that is chosen, in the order of the list; of a chosen group all of its servers.
    QList<quint64> selectedServers() const;
    /// Chooses these and makes the first the current one.
    void selectServers(const QList<quint64> &ids);
    ServerArrangement arrangement() const;
    void setArrangement(const ServerArrangement &wish);
    /// Actions of the menu on one server, and of the buttons below the list.
    void setContextMenu(QMenu *menu) { m_menu = menu; }
    void setSaveMenu(QMenu *menu);
    void setSaveEnabled(bool enabled);
    void setCompareAction(QAction *action);

Q_SIGNALS:
    void currentServerChanged(quint64 id);
    void selectionChanged();
    /// The person wants to read it: Enter or a double click.
    void activated(quint64 id);
    void arrangementChanged();

private:
    QWidget *top();
    QWidget *narrowed();
    QWidget *buttons();
    void openMenu(const QPoint &at);
    void wish(const ServerArrangement &next);
    void showGroups();
    void tellNarrowed();
    /// Takes back what hides it: what was asked for is shown.
    QModelIndex shownIndex(quint64 id);

    ServerListModel *m_model;
    QLineEdit *m_filter;
    ArrangeButton *m_arrange;
    QWidget *m_narrowed;
    PlainLabel *m_count;
    LinkButton *m_all;
    QTreeView *m_view;
    QPushButton *m_compare;
    QPushButton *m_save;
    QMenu *m_menu = nullptr;
    QSet<QString> m_folded; ///< titles of the groups that a person has folded
    bool m_unfolding = false;
};

} // namespace mailseal
