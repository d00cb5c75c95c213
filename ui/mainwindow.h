#pragma once

#include "inspectionlist.h"
#include "panes/pane.h"
#include "preferences.h"
#include "resultfiles.h"

#include <QMainWindow>
#include <QStringList>

#include <array>
#include <memory>

class QAction;
class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace mailseal {

class ExampleServers;
class InspectionView;
class MessageBar;
class ServerList;
class TargetBar;

/// The window: what to inspect above, the servers at the side, the one that is looked at beside them.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `store` keeps preferences, recent targets and the window's shape; `makeInspector` is for tests.
    explicit MainWindow(std::unique_ptr<QSettings> store, InspectionList::MakeInspector makeInspector = {},
                        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What was named on the command line; what is no target is said in the window.
    void inspectAll(const QStringList &targets);
    /// Writes a file of the server that is looked at, and says how that went.
    void save(ResultFile file, const QString &path);

public Q_SLOTS:
    void startExamples();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Act {
        SaveTranscript,
        SaveChain,
        OpenSettings,
        Quit,
        FocusTarget,
        Again,
        Stop,
        Examples,
        CopyAddress,
        Remove,
        Find,
        About,
        Count
    };

    // mainactions.cpp: the commands and the menus they stand in
    void makeActions();
    QAction *makeAction(Act which, const QString &text, const QKeySequence &shortcut,
                        void (MainWindow::*does)());
    void makeMenus();
    void addAppearanceMenu(QMenu *view);
    void addPageActions(QMenu *view);
    QAction *action(Act which) const { return m_actions.at(static_cast<size_t>(which)); }
    void updateActions();

    void build();
    void restore();
    void inspect(const TargetSpec &target);
    void inspectAgain();
    bool prepare(Settings &settings);
    void showServer(quint64 id);
    void refresh(quint64 id);
    void tally();
    void showProblem(const QString &sentence);
    void setAppearance(Appearance appearance);
    void openSettings();
    void openAbout();
    void saveTranscript() { openSave(ResultFile::TranscriptText); }
    void saveChain() { openSave(ResultFile::ChainPem); }
    void openSave(ResultFile file);
    void stop() { m_list.stop(); }
    void focusTarget();
    void find();
    void copyAddress();
    void removeCurrent();

    std::unique_ptr<QSettings> m_store;
    Preferences m_preferences;
    InspectionList &m_list;
    std::unique_ptr<ExampleServers> m_examples;
    quint64 m_current = 0;
    TargetBar *m_target;
    MessageBar *m_message;
    QSplitter *m_splitter;
    ServerList *m_servers;
    QStackedWidget *m_stack;
    InspectionView *m_view = nullptr; ///< made with the first server
    QLabel *m_tally;
    std::array<QAction *, static_cast<size_t>(Act::Count)> m_actions{};
    QList<QAction *> m_pageActions;
    QList<QAction *> m_appearanceActions;
};

} // namespace mailseal
