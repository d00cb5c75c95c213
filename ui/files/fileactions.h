#pragma once

#include "files/reports.h"
#include "widgets/messagebar.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <array>
#include <functional>

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace mailseal {

class Documents;
class InspectionList;
struct OpenedFile;

/// Everything that goes to a file or comes from one: the commands, the menus they stand in, the dialogs, and
/// what is said of how it went. Nothing of it makes the window wait.
class FileActions : public QObject
{
    Q_OBJECT
public:
    enum class Act {
        Open,
        SaveInspection,
        SaveAll,
        SaveTranscript,
        SaveChain,
        SaveHtml,
        SaveMarkdown,
        SaveText,
        SavePdf,
        Print,
        Redact,
        JudgeAgain,
        Count
    };

    /// `window` is who the dialogs belong to.
    FileActions(InspectionList &list, QSettings &store, QWidget *window);

    /// The servers that the commands are about: those that are chosen in the list.
    void setChosen(std::function<QList<quint64>()> chosen) { m_chosen = std::move(chosen); }
    /// Set while two are looked at side by side: then they are what a report is about, and this much of them.
    using Compared = std::function<std::optional<ComparisonDetail>()>;
    void setComparison(Compared comparison) { m_comparison = std::move(comparison); }
    QAction *action(Act which) const { return m_actions.at(static_cast<size_t>(which)); }
    void fillFileMenu(QMenu *menu) const;
    void fillSaveMenu(QMenu *menu) const;
    /// Enables what can be done now.
    void update();
    bool canSave() const;

    void open(const QStringList &paths);
    /// Writes a file of what is chosen and says how that went.
    void save(ResultFile file, const QString &path);
    void openSaveDialog(ResultFile file) { openSaveDialog(file, subject()); }
    void copyMarkdown();
    QMenu *reportMenu() const { return m_report; }

Q_SIGNALS:
    void said(mailseal::MessageBar::Kind kind, const QString &sentence);
    /// These were listed; the first is worth looking at.
    void opened(const QList<quint64> &servers);
    /// A file has been written, or could not be.
    void saved(const QString &path, bool isWritten);

private:
    QAction *make(Act which, const QString &text, const QKeySequence &shortcut, std::function<void()> does);
    void makeActions();
    void makeReportMenu();
    void addReport(Act which, const QString &text, ResultFile file);
    void fillRecent();
    void openOpenDialog();
    void openSaveDialog(ResultFile file, const ReportSubject &what);
    void write(ResultFile file, const QString &path, const ReportSubject &what);
    ReportSubject subject() const;
    ReportSubject wholeList() const;
    void showOutcome(ResultFile file, const QString &path, const QString &error);
    void print();
    void judgeAgain();
    void list(const QList<OpenedFile> &files);
    QList<quint64> everyone() const;
    QList<Inspection> inspectionsOf(const QList<quint64> &servers) const;

    InspectionList &m_list;
    QWidget *m_window;
    Documents *m_documents;
    QMenu *m_recent;
    QMenu *m_report;
    QList<QAction *> m_ofAll; ///< reports on the whole list
    std::function<QList<quint64>()> m_chosen;
    Compared m_comparison;
    std::array<QAction *, static_cast<size_t>(Act::Count)> m_actions{};
};

} // namespace mailseal
