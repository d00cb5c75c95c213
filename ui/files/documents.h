#pragma once

#include "values/inspection.h"

#include <QObject>
#include <QStringList>

#include <variant>

class QMimeData;
class QSettings;
class QUrl;

namespace mailseal {

/// What a file that was opened holds, or in words why it cannot be shown.
struct OpenedFile
{
    QString path;
    QList<Inspection> inspections;
    QString problem; ///< one sentence; empty: there is none
};

/// Saved inspections on their way in: read beside the window, which never waits, remembered, and told.
class Documents : public QObject
{
    Q_OBJECT
public:
    /// `store` remembers what was opened and saved lately.
    explicit Documents(QSettings &store, QObject *parent = nullptr);

    /// Whether a word of the command line means a file and no target: *.mailseal, or a file that is there and
    /// is named by a path.
    static bool isFileName(const QString &word);
    /// The files among what is dragged over the window that could be opened.
    static QStringList filesIn(const QMimeData &data);

    /// Reads each of them; `opened` follows once for all, in their order.
    void open(const QStringList &paths);
    /// The last file first; those that are gone are left out.
    QStringList recent() const;
    void remember(const QString &path);
    void forgetAll();

Q_SIGNALS:
    void opened(const QList<mailseal::OpenedFile> &files);
    void recentChanged();

private:
    QSettings &m_store;
};

/// Reads one file to its end; bounded. For any thread.
OpenedFile readDocument(const QString &path);

} // namespace mailseal
