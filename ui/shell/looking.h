#pragma once

#include "pages/pane.h"

#include <QObject>
#include <QString>

#include <optional>

class QStackedWidget;

namespace mailseal {

class FileActions;
class InspectionList;
class InspectionView;

/// The server that is looked at, and its pages, which are made with the first server.
class Looking : public QObject
{
    Q_OBJECT
public:
    /// The pages become one of `stack`, whose first shows while there is no server; all of them outlive this.
    Looking(InspectionList &list, const FileActions &files, QStackedWidget &stack, QObject *parent);

    /// 0: none. While two are compared, the left one.
    quint64 server() const { return m_server; }
    /// The page that is looked at; null while there are none.
    std::optional<Proof::Page> page() const;

    /// The stack shows this server's pages.
    void show(quint64 server);
    /// Of a comparison, which the stack shows instead.
    void setServer(quint64 server) { m_server = server; }
    void showProof(quint64 server, const Proof &proof);
    /// The server has changed; its pages follow where they are its.
    void refresh(quint64 server);
    void openPage(Proof::Page page);
    void openFind();
    void focusPage();

Q_SIGNALS:
    /// Another server, none, or a proof of one.
    void shown();
    void pageChanged();
    void backRequested();

private:
    InspectionView &view();

    InspectionList &m_list;
    const FileActions &m_files;
    QStackedWidget &m_stack;
    InspectionView *m_view = nullptr;
    quint64 m_server = 0;
};

} // namespace mailseal
