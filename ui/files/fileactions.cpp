#include "files/fileactions.h"

#include "files/documents.h"
#include "files/printing.h"
#include "inspector/rejudge.h"
#include "list/inspectionlist.h"
#include "widgets/background.h"
#include "wire/escape.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QSettings>

#include <algorithm>

namespace mailseal {

namespace {

/// A file name that a menu shows letter by letter.
QString menuText(const QString &text)
{
    return escapeUnprintable(text).replace(u'&', QLatin1StringView("&&"));
}

} // namespace

FileActions::FileActions(InspectionList &list, QSettings &store, QWidget *window)
    : QObject(window)
    , m_list(list)
    , m_window(window)
    , m_documents(new Documents(store, this))
    , m_recent(new QMenu(tr("Open &recent"), window))
    , m_report(new QMenu(tr("Save &report"), window))
    , m_chosen([] { return QList<quint64>(); })
    , m_comparison([] { return std::nullopt; })
{
    m_recent->setObjectName(QStringLiteral("recentFiles"));
    makeActions();
    connect(m_documents, &Documents::opened, this, &FileActions::list);
    connect(m_recent, &QMenu::aboutToShow, this, &FileActions::fillRecent);
}

QAction *FileActions::make(Act which, const QString &text, const QKeySequence &shortcut,
                           std::function<void()> does)
{
    auto *made = new QAction(text, m_window);
    made->setShortcut(shortcut);
    connect(made, &QAction::triggered, this, std::move(does));
    m_actions.at(static_cast<size_t>(which)) = made;
    m_window->addAction(made); // the keys work wherever the focus is
    return made;
}

void FileActions::makeActions()
{
    make(Act::Open, tr("&Open…"), QKeySequence::Open, [this] { openOpenDialog(); });
    make(Act::SaveInspection, tr("&Save inspection…"), QKeySequence::Save,
         [this] { openSaveDialog(ResultFile::Survey); });
    make(Act::SaveAll, tr("Save &all…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
         [this] { openSaveDialog(ResultFile::Survey, wholeList()); });
    make(Act::SaveTranscript, tr("Save &transcript…"), {},
         [this] { openSaveDialog(ResultFile::TranscriptText); });
    make(Act::SaveChain, tr("Save chain as &PEM…"), {}, [this] { openSaveDialog(ResultFile::ChainPem); });
    make(Act::Print, tr("&Print…"), QKeySequence::Print, [this] { print(); });
    make(Act::JudgeAgain, tr("&Judge again"), {}, [this] {
        judgeAgain();
    })->setToolTip(tr("Judges what was saved by today's rules and clock"));
    make(Act::Redact, tr("Replace &names and addresses"), {}, [this] { update(); })->setCheckable(true);
    action(Act::Redact)
        ->setToolTip(tr("Whatever is saved or printed holds invented names and addresses, the "
                        "same for the same, and no certificates"));
    makeReportMenu();
}

void FileActions::addReport(Act which, const QString &text, ResultFile file)
{
    m_report->addAction(make(which, text, {}, [this, file] { openSaveDialog(file); }));
    auto *ofAll = new QAction(text, this);
    connect(ofAll, &QAction::triggered, this, [this, file] { openSaveDialog(file, wholeList()); });
    m_ofAll.append(ofAll);
}

void FileActions::makeReportMenu()
{
    addReport(Act::SaveHtml, tr("&HTML…"), ResultFile::ReportHtml);
    addReport(Act::SavePdf, tr("P&DF…"), ResultFile::ReportPdf);
    addReport(Act::SaveMarkdown, tr("&Markdown…"), ResultFile::ReportMarkdown);
    addReport(Act::SaveText, tr("&Text…"), ResultFile::ReportText);
    m_report->addSeparator();
    m_report->addMenu(tr("On &all servers"))->addActions(m_ofAll);
    m_report->addSeparator();
    m_report->addAction(action(Act::Redact));
}

void FileActions::fillFileMenu(QMenu *menu) const
{
    menu->addAction(action(Act::Open));
    menu->addMenu(m_recent);
    menu->addSeparator();
    menu->addActions({action(Act::SaveInspection), action(Act::SaveAll)});
    menu->addActions({action(Act::SaveTranscript), action(Act::SaveChain)});
    menu->addMenu(m_report);
    menu->addAction(action(Act::Print));
    menu->addSeparator();
    menu->addAction(action(Act::JudgeAgain));
}

void FileActions::fillSaveMenu(QMenu *menu) const
{
    menu->addActions({action(Act::SaveInspection), action(Act::SaveTranscript), action(Act::SaveChain)});
    menu->addMenu(m_report);
    menu->addAction(action(Act::Print));
}

void FileActions::fillRecent()
{
    m_recent->clear();
    const QStringList paths = m_documents->recent();
    for (const QString &path : paths) {
        auto *open = m_recent->addAction(menuText(QFileInfo(path).fileName()));
        open->setToolTip(escapeUnprintable(path));
        open->setStatusTip(escapeUnprintable(path));
        connect(open, &QAction::triggered, this, [this, path] { this->open({path}); });
    }
    if (paths.isEmpty()) {
        m_recent->addAction(tr("No file was opened or saved yet"))->setEnabled(false);
        return;
    }
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Forget these")), &QAction::triggered, m_documents,
            &Documents::forgetAll);
}

QList<quint64> FileActions::everyone() const
{
    QList<quint64> ids;
    for (const ListedGroup &group : m_list.groups())
        ids += group.servers;
    return ids;
}

/// Those that an inspection of has ended: of the others there is nothing to keep.
QList<Inspection> FileActions::inspectionsOf(const QList<quint64> &servers) const
{
    QList<Inspection> inspections;
    for (const quint64 id : servers) {
        if (const ListedServer *server = m_list.server(id); server && server->isInspected)
            inspections.append(server->inspection);
    }
    return inspections;
}

bool FileActions::canSave() const
{
    return action(Act::SaveInspection)->isEnabled() || action(Act::SaveTranscript)->isEnabled();
}

void FileActions::update()
{
    bool isInspected = false;
    bool hasChain = false;
    bool hasTranscript = false;
    bool canJudge = false;
    const QList<quint64> chosen = m_chosen();
    for (const quint64 id : chosen) {
        const ListedServer *server = m_list.server(id);
        if (!server || !server->isInspected)
            continue;
        isInspected = true;
        const auto &chain = server->inspection.chain;
        hasChain = hasChain || (chain && !chain->sent.isEmpty() && !server->isRunning);
        canJudge = canJudge || (!server->file.isEmpty() && canBeJudgedAgain(server->inspection));
        hasTranscript = hasTranscript || !server->inspection.evidence.session.transcript.isEmpty();
    }
    const int count = static_cast<int>(chosen.size());
    action(Act::SaveInspection)
        ->setText(count > 1 ? tr("&Save %n inspections…", nullptr, count) : tr("&Save inspection…"));
    action(Act::SaveInspection)->setEnabled(isInspected);
    action(Act::SaveTranscript)->setEnabled(hasTranscript);
    // Certificates name their owner in every form: they cannot be redacted.
    action(Act::SaveChain)->setEnabled(hasChain && !action(Act::Redact)->isChecked());
    action(Act::JudgeAgain)->setEnabled(canJudge);
    for (const Act act : {Act::SaveHtml, Act::SavePdf, Act::SaveMarkdown, Act::SaveText, Act::Print})
        action(act)->setEnabled(isInspected);
    m_report->setEnabled(m_list.count() > 0);
    action(Act::SaveAll)->setEnabled(m_list.count() > 0);
}

void FileActions::open(const QStringList &paths) { m_documents->open(paths); }

/// What could be read is listed; what could not is said, and takes nothing away.
void FileActions::list(const QList<OpenedFile> &files)
{
    QStringList problems;
    QList<quint64> listed;
    for (const OpenedFile &file : files) {
        if (file.problem.isEmpty())
            listed += m_list.open(file.inspections, QFileInfo(file.path).fileName());
        else
            problems.append(file.problem);
    }
    if (!listed.isEmpty())
        Q_EMIT opened(listed);
    Q_EMIT said(MessageBar::Kind::Problem, problems.join(u'\n'));
}

void FileActions::openOpenDialog()
{
    auto *dialog = new QFileDialog(m_window, tr("Open inspections"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Inspections and certificates (*.mailseal *.json *.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &FileActions::open);
    dialog->open();
}

/// What is chosen, or the two that are looked at side by side.
ReportSubject FileActions::subject() const
{
    const std::optional<ComparisonDetail> comparison = m_comparison();
    return {inspectionsOf(m_chosen()), comparison, action(Act::Redact)->isChecked()};
}

ReportSubject FileActions::wholeList() const
{
    return {inspectionsOf(everyone()), std::nullopt, action(Act::Redact)->isChecked()};
}

void FileActions::openSaveDialog(ResultFile file, const ReportSubject &what)
{
    if (what.inspections.isEmpty())
        return;
    auto *dialog = new QFileDialog(m_window, tr("Save"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(fileFilter(file));
    dialog->setDefaultSuffix(fileSuffix(file));
    dialog->selectFile(suggestedFileName(file, what));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, file, what](const QString &path) { write(file, path, what); });
    dialog->open();
}

void FileActions::save(ResultFile file, const QString &path) { write(file, path, subject()); }

void FileActions::write(ResultFile file, const QString &path, const ReportSubject &what)
{
    if (what.inspections.isEmpty())
        return;
    inBackground(
        this, [file, path, what] { return writeReport(file, path, what); },
        [this, file, path](const QString &error) { showOutcome(file, path, error); });
}

void FileActions::copyMarkdown()
{
    inBackground(
        this, [what = subject()] { return contentOf(ResultFile::ReportMarkdown, what); },
        [this](const QByteArray &markdown) {
            QGuiApplication::clipboard()->setText(QString::fromUtf8(markdown));
            Q_EMIT said(MessageBar::Kind::Done, tr("Copied as Markdown."));
        });
}

void FileActions::showOutcome(ResultFile file, const QString &path, const QString &error)
{
    const QString shown = escapeUnprintable(path);
    if (!error.isEmpty()) {
        Q_EMIT said(MessageBar::Kind::Problem, tr("“%1” could not be written: %2").arg(shown, error));
    } else {
        if (file == ResultFile::Survey)
            m_documents->remember(QFileInfo(path).absoluteFilePath());
        Q_EMIT said(MessageBar::Kind::Done, action(Act::Redact)->isChecked()
                                                ? tr("Saved with invented names: %1").arg(shown)
                                                : tr("Saved: %1").arg(shown));
    }
    Q_EMIT saved(path, error.isEmpty());
}

void FileActions::print()
{
    const ReportSubject what = subject();
    if (what.inspections.isEmpty())
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setCreator(QStringLiteral("Mailseal"));
    printer->setDocName(QFileInfo(suggestedFileName(ResultFile::ReportPdf, what)).completeBaseName());
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer, what] {
        const auto work = [printer, what] {
            paintReport(richText(what), *printer);
            return printer->printerState() != QPrinter::Error;
        };
        inBackground(this, work, [this](bool isPrinted) {
            Q_EMIT said(isPrinted ? MessageBar::Kind::Done : MessageBar::Kind::Problem,
                        isPrinted ? tr("Handed to the printer.") : tr("The printer did not take it."));
        });
    });
    dialog->open();
}

/// From the saved evidence, which stays what it is, and with the anchors that were saved.
void FileActions::judgeAgain()
{
    QList<std::pair<quint64, Inspection>> saved;
    const QList<quint64> chosen = m_chosen();
    for (const quint64 id : chosen) {
        if (const ListedServer *server = m_list.server(id); server && !server->file.isEmpty())
            saved.append({id, server->asSaved.value_or(server->inspection)});
    }
    const auto work = [saved] {
        QList<std::pair<quint64, std::optional<Inspection>>> judged;
        for (const auto &[id, inspection] : saved)
            judged.append({id, rejudge(inspection, std::nullopt, QDateTime::currentDateTimeUtc())});
        return judged;
    };
    using Judged = std::invoke_result_t<decltype(work)>;
    inBackground(this, work, [this](const Judged &judged) {
        for (const auto &[id, inspection] : judged) {
            if (inspection)
                m_list.setJudgement(id, inspection);
        }
    });
}

} // namespace mailseal
