#pragma once

#include "inspector/inspectionqueue.h"
#include "widgets/messagebar.h"

#include <QMainWindow>
#include <QStringList>

#include <memory>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace mailseal {

class Comparing;
class FileActions;
class Inspecting;
class InspectionList;
class KeptPreferences;
class Looking;
class ServerList;
class TargetBar;
class WindowActions;

/// The window: what to inspect above, the servers at the side, the one that is looked at beside them.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `store` keeps preferences, recent targets and the window's shape; `makeInspector` is for tests.
    explicit MainWindow(std::unique_ptr<QSettings> store, InspectionQueue::MakeInspector makeInspector = {},
                        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What was named on the command line: files are opened, targets inspected; what is neither is said in
    /// the window.
    void inspectAll(const QStringList &words);
    FileActions &files() { return m_files; }

public Q_SLOTS:
    void startExamples();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectTarget();
    void connectList();
    void connectPages();
    void connectFiles();
    void connectActions();

    void inspectAgain();
    void followSelection();
    void refresh(quint64 server);
    void updateActions();
    void updateTitle();
    void say(MessageBar::Kind kind, const QString &sentence);
    QList<quint64> chosen() const;
    void copyAddress();
    void removeChosen();

    std::unique_ptr<QSettings> m_store;
    KeptPreferences &m_preferences;
    InspectionList &m_list;
    FileActions &m_files;
    WindowActions &m_actions;
    TargetBar *m_target;
    MessageBar *m_message;
    QSplitter *m_splitter;
    ServerList *m_servers;
    QStackedWidget *m_stack;
    Inspecting &m_inspecting;
    Looking &m_looking;
    Comparing &m_comparing;
};

} // namespace mailseal
