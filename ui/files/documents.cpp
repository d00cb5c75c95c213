#include "files/documents.h"

#include "inspector/anchorsfile.h"
#include "inspector/inspector.h"
#include "inspector/offline.h"
#include "savedfile/json.h"
#include "values/limits.h"
#include "widgets/background.h"
#include "wire/escape.h"
#include "wording/wording.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

constexpr qsizetype mostRecent = 12;
const auto recentKey = QStringLiteral("window/recentFiles");
const auto suffix = QStringLiteral(".mailseal");
constexpr std::array others{".json", ".pem", ".crt", ".cer"};

QString nameOf(const QString &path) { return escapeUnprintable(QFileInfo(path).fileName()); }

} // namespace

namespace {

/// A certificate file is judged as if a server had sent it; nothing where it holds no certificates.
std::optional<Inspection> judgedCertificates(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > limits::rootsFile || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto chain = readChainFile(file.read(limits::rootsFile));
    if (std::holds_alternative<QString>(chain))
        return std::nullopt;
    OfflineQuestion question;
    question.input = path;
    question.chain = std::get<QList<QByteArray>>(std::move(chain));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return judgeEvidence(offlineEvidence(question, now), defaultAnchors(), now);
}

} // namespace

OpenedFile readDocument(const QString &path)
{
    OpenedFile read{path, {}, {}};
    if (!QFileInfo::exists(path)) {
        read.problem = Documents::tr("“%1” is not there.").arg(escapeUnprintable(path));
        return read;
    }
    auto survey = readSurveyFile(path);
    if (const auto *error = std::get_if<FileProblem>(&survey)) {
        const bool mayBeChain =
            error->kind == FileProblem::Kind::Certificates || error->kind == FileProblem::Kind::NotJson;
        if (auto judged = mayBeChain ? judgedCertificates(path) : std::nullopt) {
            read.inspections = {*std::move(judged)};
            return read;
        }
        read.problem = Documents::tr("“%1” cannot be opened: %2.")
                           .arg(nameOf(path), Wording(Wording::Speech::Translated).fileProblem(*error));
    } else {
        read.inspections = std::get<QList<Inspection>>(std::move(survey));
    }
    return read;
}

Documents::Documents(QSettings &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

bool Documents::isFileName(const QString &word)
{
    if (word.contains(QLatin1StringView("://")))
        return word.startsWith(QLatin1StringView("file://"));
    if (word.endsWith(suffix, Qt::CaseInsensitive))
        return true;
    const bool isNamedLikeOne = std::any_of(others.begin(), others.end(), [&word](const char *ending) {
        return word.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
    });
    return (word.contains(u'/') || isNamedLikeOne) && QFileInfo(word).isFile();
}

QStringList Documents::filesIn(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

void Documents::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    QStringList whole;
    for (const QString &path : paths) {
        const QString local = path.startsWith(QLatin1StringView("file://")) ? QUrl(path).toLocalFile() : path;
        whole.append(QFileInfo(local).absoluteFilePath());
    }
    const auto read = [whole] {
        QList<OpenedFile> files;
        for (const QString &path : whole)
            files.append(readDocument(path));
        return files;
    };
    inBackground(this, read, [this](const QList<OpenedFile> &files) {
        for (const OpenedFile &file : files) {
            if (file.problem.isEmpty())
                remember(file.path);
        }
        Q_EMIT opened(files);
    });
}

QStringList Documents::recent() const
{
    QStringList there;
    const QStringList known = m_store.value(recentKey).toStringList();
    for (const QString &path : known) {
        if (QFileInfo(path).isFile())
            there.append(path);
    }
    return there;
}

void Documents::remember(const QString &path)
{
    QStringList known = m_store.value(recentKey).toStringList();
    known.removeAll(path);
    known.prepend(path);
    m_store.setValue(recentKey, QStringList(known.mid(0, mostRecent)));
    Q_EMIT recentChanged();
}

void Documents::forgetAll()
{
    m_store.remove(recentKey);
    Q_EMIT recentChanged();
}

} // namespace mailseal
