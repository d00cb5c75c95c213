#include "models/transcriptmodel.h"

#include "models/answers.h"
#include "models/certificatetext.h"
#include "models/plaintooltip.h"
#include "models/transcriptplaces.h"
#include "wire/escape.h"
#include "wording/transcripttext.h"
#include "wording/wording.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace mailseal {

namespace {

/// A line is painted as far as anybody reads; copying and finding take all of it.
constexpr qsizetype shownBytes = 2000;

QByteArray shownText(const TranscriptEntry &entry)
{
    return saidText(entry, Wording(Wording::Speech::Translated));
}

qsizetype shownLength(const TranscriptEntry &entry)
{
    const QByteArray text = shownText(entry);
    const qsizetype escaped = std::count_if(text.cbegin(), text.cend(), [](char byte) {
        return byte == '\\' || static_cast<unsigned char>(byte) < 0x20;
    });
    return qMin(text.size(), shownBytes) + 3 * qMin(escaped, shownBytes);
}

} // namespace

TranscriptModel::TranscriptModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void TranscriptModel::present(const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    const bool grows = session.transcript.size() >= m_lines.size() &&
                       std::equal(m_lines.cbegin(), m_lines.cend(), session.transcript.cbegin());
    if (!grows) {
        beginResetModel();
        m_lines.clear();
        m_band = -1;
        m_longest = 0;
        endResetModel();
    }
    appendLines(session.transcript);
    moveBand(places::handshake(session), bandText(inspection), !session.tls);
}

void TranscriptModel::appendLines(const Transcript &transcript)
{
    const int before = rowCount();
    const int added = static_cast<int>(transcript.size() - m_lines.size());
    if (added == 0)
        return;
    for (auto line = transcript.cbegin() + m_lines.size(); line != transcript.cend(); ++line)
        m_longest = qMax(m_longest, shownLength(*line));
    beginInsertRows({}, before, before + added - 1);
    m_lines = transcript;
    endInsertRows();
}

void TranscriptModel::moveBand(int entry, const QString &text, bool failed)
{
    if (m_band >= 0 && m_band != entry) {
        beginRemoveRows({}, m_band, m_band);
        m_band = -1;
        endRemoveRows();
    }
    const bool changed = m_bandText != text || m_bandFailed != failed;
    m_bandText = text;
    m_bandFailed = failed;
    if (entry < 0)
        return;
    if (m_band == entry) {
        if (changed)
            Q_EMIT dataChanged(index(m_band), index(m_band));
        return;
    }
    beginInsertRows({}, entry, entry);
    m_band = entry;
    endInsertRows();
}

QString TranscriptModel::bandText(const Inspection &inspection) const
{
    const SessionFacts &session = inspection.evidence.session;
    QStringList parts;
    if (!session.tls) {
        if (!session.handshake)
            return {};
        parts << tr("The TLS handshake failed");
        if (session.handshake->alertReceived)
            parts << tr("alert from the server: %1").arg(session.handshake->alertReceived->name);
        if (session.handshake->alertSent)
            parts << tr("alert sent: %1").arg(session.handshake->alertSent->name);
        if (!session.handshake->error.isEmpty())
            parts << escapeBytes(session.handshake->error.toUtf8());
        return parts.join(QStringLiteral(" · "));
    }
    parts << protocolName(session.tls->protocol) << session.tls->cipher;
    if (!session.tls->keyExchange.isEmpty())
        parts << session.tls->keyExchange;
    if (session.tls->anonymous || !session.sentChain || session.sentChain->isEmpty()) {
        parts << tr("no certificate");
    } else {
        parts << certificatesText(session.sentChain->size());
    }
    if (inspection.chain && inspection.chain->selfSigned)
        parts.last() += tr(", self-signed");
    if (session.timings.handshakeUs)
        parts << tr("%1 ms").arg(QLocale().toString((*session.timings.handshakeUs + 500) / 1000));
    const QString facts = parts.join(QStringLiteral(" · "));
    return inspection.evidence.target.start == Start::Implicit
               ? tr("%1 — TLS from the first byte (RFC 8314 §3.3)").arg(facts)
               : tr("%1 — the protocol is reset here (RFC 3207 §4.2)").arg(facts);
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size()) + (m_band >= 0 ? 1 : 0);
}

int TranscriptModel::entryOf(int row) const { return m_band >= 0 && row > m_band ? row - 1 : row; }

int TranscriptModel::rowOf(int entry) const
{
    if (entry < 0 || entry >= m_lines.size())
        return -1;
    return m_band >= 0 && entry >= m_band ? entry + 1 : entry;
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return isBand(index.row()) ? bandData(role) : lineData(entryOf(index.row()), role);
}

QVariant TranscriptModel::bandData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case CopyRole:
        return m_bandText;
    case Qt::ToolTipRole:
        return plainToolTip(m_bandText);
    case KindRole:
        return static_cast<int>(m_bandFailed ? Kind::FailedHandshake : Kind::Handshake);
    case EntryRole:
        return -1;
    case TlsRole:
        return !m_bandFailed;
    default:
        return {};
    }
}

QVariant TranscriptModel::lineData(int entry, int role) const
{
    const TranscriptEntry &line = m_lines.at(entry);
    switch (role) {
    case Qt::DisplayRole: {
        const QByteArray said = shownText(line);
        const qsizetype hidden = line.cutBytes + qMax<qsizetype>(0, said.size() - shownBytes);
        const QString text = escapeBytes(said.first(qMin(said.size(), shownBytes)));
        return hidden == 0 ? text : tr("%1 … (%2 more bytes)").arg(text, QLocale().toString(hidden));
    }
    case CopyRole:
        return line.cutBytes == 0 ? escapeBytes(shownText(line))
                                  : tr("%1 … (%2 bytes cut)")
                                        .arg(escapeBytes(shownText(line)), QLocale().toString(line.cutBytes));
    case Qt::AccessibleTextRole: {
        const QString text = lineData(entry, Qt::DisplayRole).toString();
        if (line.from == Speaker::Note)
            return tr("Note: %1").arg(text);
        const QString side = line.from == Speaker::Client ? tr("Client") : tr("Server");
        return line.tls ? tr("%1, inside TLS: %2").arg(side, text)
                        : tr("%1, in clear text: %2").arg(side, text);
    }
    case KindRole:
        switch (line.from) {
        case Speaker::Client:
            return static_cast<int>(Kind::Client);
        case Speaker::Server:
            return static_cast<int>(Kind::Server);
        case Speaker::Note:
            return static_cast<int>(Kind::Note);
        }
        return {};
    case EntryRole:
        return entry;
    case TimeRole:
        return places::beginsReply(m_lines, entry)
                   ? QLocale().toString(static_cast<double>(line.atUs) / 1e6, 'f', 3)
                   : QString();
    case TlsRole:
        return line.tls;
    default:
        return {};
    }
}

QList<int> TranscriptModel::rowsContaining(const QString &needle) const
{
    QList<int> found;
    if (needle.isEmpty())
        return found;
    for (int row = 0; row < rowCount(); ++row) {
        if (data(index(row), CopyRole).toString().contains(needle, Qt::CaseInsensitive))
            found.append(row);
    }
    return found;
}

} // namespace mailseal
