#pragma once

#include "pages/pane.h"
#include "style/theme.h"

#include <QList>
#include <QObject>

#include <array>
#include <optional>

class QAction;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace mailseal {

class FileActions;

/// The commands of the window and the menus they stand in, those on files among them. What a command does the
/// window connects; a key works wherever the focus is.
class WindowActions : public QObject
{
    Q_OBJECT
public:
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

    /// What can be done now.
    struct State
    {
        bool hasServer = false; ///< one is looked at
        bool canInspectAgain = false;
        bool isRunning = false;
        bool canCompare = false;
        std::optional<Proof::Page> page; ///< the page that is looked at
    };

    /// Fills the menu bar of `window`, who has all actions and menus as its own.
    WindowActions(const FileActions &files, Appearance appearance, QMainWindow &window);

    QAction *action(Act which) const { return m_actions.at(static_cast<size_t>(which)); }
    /// Menus on what is chosen: what can be saved of it; what can be done with a server of the list; and the
    /// one beside the target.
    QMenu *saveMenu() const;
    QMenu *serverMenu() const;
    QMenu *moreMenu() const;
    void update(const State &state);
    void setAppearance(Appearance appearance);

Q_SIGNALS:
    void pageChosen(mailseal::Proof::Page page);
    void appearanceChosen(mailseal::Appearance appearance);

private:
    QAction *make(Act which, const QString &text, const QKeySequence &shortcut);
    void makeActions();
    void fillMenuBar(Appearance appearance);
    void addPageActions(QMenu *view);
    void addAppearanceMenu(QMenu *view, Appearance current);

    const FileActions &m_files;
    QMainWindow &m_window;
    std::array<QAction *, static_cast<size_t>(Act::Count)> m_actions{};
    QList<QAction *> m_pages;
    QList<QAction *> m_appearances;
};

} // namespace mailseal
