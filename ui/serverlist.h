#pragma once

#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace mailseal {

class InspectionList;
class ServerListModel;

/// The left side of the window: a filter, the servers, and what can be saved of one.
class ServerList : public QWidget
{
    Q_OBJECT
public:
    explicit ServerList(const InspectionList &list, QWidget *parent = nullptr);

    quint64 currentServer() const; ///< 0: none
    void setCurrentServer(quint64 id);
    /// Actions of the menu on one server, and of the button below the list.
    void setContextMenu(QMenu *menu) { m_menu = menu; }
    void setSaveMenu(QMenu *menu);
    void setSaveEnabled(bool enabled);

Q_SIGNALS:
    void currentServerChanged(quint64 id);
    /// The person wants to read it: Enter or a double click.
    void activated(quint64 id);

private:
    QWidget *buttons();
    void openMenu(const QPoint &at);
    void filter(const QString &text);

    ServerListModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QPushButton *m_save;
    QMenu *m_menu = nullptr;
};

} // namespace mailseal
