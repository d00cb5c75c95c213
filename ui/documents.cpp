#include "documents.h"

#include "background.h"
#include "report/escape.h"
#include "report/json.h"
#include "values/limits.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

namespace mailseal {

namespace {

constexpr qsizetype mostRecent = 12;
const auto recentKey = QStringLiteral("window/recentFiles");
const auto suffix = QStringLiteral(".mailseal");

QString nameOf(const QString &path) { return escapeUnprintable(QFileInfo(path).fileName()); }

QString tooLarge(const QString &path)
{
    constexpr qsizetype mebibyte = qsizetype{1024} * 1024;
    return Documents::tr("“%1” is larger than %2 MiB, the most that is read.")
        .arg(nameOf(path))
        .arg(limits::savedFile / mebibyte);
}

/// A pipe or a device has no end; a folder has no content.
QString problemBefore(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Documents::tr("“%1” is not there.").arg(escapeUnprintable(path));
    if (!info.isFile())
        return Documents::tr("“%1” is not a file.").arg(nameOf(path));
    return info.size() > limits::savedFile ? tooLarge(path) : QString();
}

} // namespace

OpenedFile readDocument(const QString &path)
{
    OpenedFile read{path, {}, problemBefore(path)};
    if (!read.problem.isEmpty())
        return read;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        read.problem = Documents::tr("“%1” cannot be read: %2.").arg(nameOf(path), file.errorString());
        return read;
    }
    const QByteArray content = file.read(limits::savedFile + 1);
    if (content.size() > limits::savedFile) {
        read.problem = tooLarge(path);
        return read;
    }
    if (content.trimmed().startsWith("-----BEGIN ")) {
        read.problem = Documents::tr("“%1” holds certificates or keys, not an inspection.").arg(nameOf(path));
        return read;
    }
    auto survey = readSurvey(content);
    if (const auto *error = std::get_if<JsonError>(&survey)) {
        read.problem = Documents::tr("“%1” holds no inspection that can be read: %2.")
                           .arg(nameOf(path), escapeUnprintable(error->text));
    } else {
        read.inspections = std::get<QList<Inspection>>(std::move(survey));
        if (read.inspections.isEmpty())
            read.problem = Documents::tr("“%1” holds no inspection.").arg(nameOf(path));
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
    return (word.contains(u'/') || word.endsWith(QLatin1StringView(".json"))) && QFileInfo(word).isFile();
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
