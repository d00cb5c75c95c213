#pragma once

#include "values/inspection.h"

#include <QAbstractListModel>
#include <QString>

namespace mailseal {

/// The conversation, one row a line, with one row more where the handshake happened. Rows stay while the
/// transcript grows, so that selection and scroll position survive.
class TranscriptModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Client, Server, Note, Handshake, FailedHandshake };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of a Kind
        EntryRole,                   ///< index into the transcript; -1 for the handshake
        TimeRole,                    ///< seconds as text; empty inside a reply
        TlsRole,                     ///< bool: travelled inside TLS
        CopyRole                     ///< the whole line, escaped, as it is copied
    };

    explicit TranscriptModel(QObject *parent = nullptr);

    void present(const Inspection &inspection);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The row of a transcript entry; -1 where there is none.
    int rowOf(int entry) const;
    /// The row of the handshake; -1 where none was begun.
    int handshakeRow() const { return m_band; }
    /// Characters of the longest line as it is shown.
    qsizetype longestLine() const { return m_longest; }
    /// The rows whose whole text contains `needle`, whatever its case.
    QList<int> rowsContaining(const QString &needle) const;

private:
    QString bandText(const Inspection &inspection) const;
    void appendLines(const Transcript &transcript);
    void moveBand(int entry, const QString &text, bool failed);
    int entryOf(int row) const;
    bool isBand(int row) const { return m_band >= 0 && row == m_band; }
    QVariant bandData(int role) const;
    QVariant lineData(int entry, int role) const;

    Transcript m_lines;
    int m_band = -1; ///< row of the handshake
    bool m_bandFailed = false;
    QString m_bandText;
    qsizetype m_longest = 0;
};

} // namespace mailseal
