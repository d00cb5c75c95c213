#pragma once

#include "list/inspectionlist.h"
#include "pages/pane.h"
#include "settings/preferences.h"

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

class ComparisonView;
class ExampleServers;
class FileActions;
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
    enum class Act {
        OpenSettings,
        Quit,
        FocusTarget,
        Again,
        Stop,
        Compare,
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
    InspectionView &view();
    // maincompare.cpp: the comparison and the way there and back
    void compareChosen();
    void followSelection();
    void offerPartners(quint64 server);
    void compare(quint64 one, quint64 other);
    void showComparison();
    void showProof(quint64 server, const Proof &proof);
    bool canCompare() const;
    bool isComparing() const;
    void setAppearance(Appearance appearance);
    void openSettings();
    void openAbout();
    void stop() { m_list.stop(); }
    void focusTarget();
    void find();
    void copyAddress();
    void removeCurrent();

    std::unique_ptr<QSettings> m_store;
    Preferences m_preferences;
    InspectionList &m_list;
    FileActions &m_files;
    std::unique_ptr<ExampleServers> m_examples;
    quint64 m_current = 0;
    TargetBar *m_target;
    MessageBar *m_message;
    QSplitter *m_splitter;
    ServerList *m_servers;
    QStackedWidget *m_stack;
    InspectionView *m_view = nullptr;       ///< made with the first server
    ComparisonView *m_comparison = nullptr; ///< made with the first comparison
    QLabel *m_tally;
    std::array<QAction *, static_cast<size_t>(Act::Count)> m_actions{};
    QList<QAction *> m_pageActions;
    QList<QAction *> m_appearanceActions;
};

} // namespace mailseal
