#include "net/transcriptwriter.h"

#include "values/limits.h"

#include <algorithm>

namespace mailseal {

void TranscriptWriter::serverLine(const Moment &when, bool tls, const SplitLine &line)
{
    constexpr qint64 lineEnd = 2; // the 512 octets of RFC 5321 §4.5.3.1.5 count CRLF
    m_bareLf += line.isBareLf ? 1 : 0;
    m_longest = std::max(m_longest, line.text.size() + line.cutBytes + lineEnd);
    append({when.atUs, Speaker::Server, tls, line.text, line.cutBytes, when.step, {}});
}

void TranscriptWriter::clientLine(const Moment &when, bool tls, const QByteArray &line)
{
    append({when.atUs, Speaker::Client, tls, line.trimmed(), 0, when.step, {}});
}

void TranscriptWriter::note(const Moment &when, NoteCode code, const QStringList &args)
{
    append({when.atUs, Speaker::Note, false, {}, 0, when.step, TranscriptNote{code, args}});
}

void TranscriptWriter::words(const Moment &when, const QString &text)
{
    append({when.atUs, Speaker::Note, false, text.toUtf8(), 0, when.step, {}});
}

void TranscriptWriter::handshakeEnded(const Moment &when, NoteCode how, const QString &words)
{
    const HandshakeFacts handshake = m_facts->handshake.value_or(HandshakeFacts{});
    const auto nameOf = [](const std::optional<TlsAlert> &alert) { return alert ? alert->name : QString(); };
    QStringList args{nameOf(handshake.alertReceived), nameOf(handshake.alertSent)};
    if (!words.isEmpty())
        args.append(words);
    note(when, how, args);
}

void TranscriptWriter::unexpectedLine(const SplitLine &line, bool behindGreeting)
{
    constexpr qsizetype enough = 3; // the transcript has them all
    if (line.text.trimmed().isEmpty())
        ++m_blank;
    else if (behindGreeting && line.text.startsWith("220"))
        m_greetedAgain = true;
    else if (m_unexpected.size() < enough)
        m_unexpected.append(line.text.left(limits::rfcReplyLine));
}

void TranscriptWriter::greetingTook(std::chrono::microseconds duration) { m_greeting = duration; }

QList<Finding> TranscriptWriter::remarks() const
{
    QList<Finding> remarks;
    if (m_greeting >= limits::greetingSlow) {
        const auto seconds = std::chrono::round<std::chrono::seconds>(m_greeting).count();
        remarks.append(
            {FindingCode::GreetingSlow, Severity::Notice, std::nullopt, {QString::number(seconds)}});
    }
    if (m_greetedAgain)
        remarks.append({FindingCode::SecondGreeting, Severity::Error, std::nullopt, {}});
    if (m_blank > 0)
        remarks.append({FindingCode::BlankLine, Severity::Warning, std::nullopt, {QString::number(m_blank)}});
    for (const auto &line : m_unexpected) {
        remarks.append(
            {FindingCode::UnexpectedReply, Severity::Warning, std::nullopt, {QString::fromUtf8(line)}});
    }
    if (m_bareLf > 0)
        remarks.append({FindingCode::BareLf, Severity::Notice, std::nullopt, {QString::number(m_bareLf)}});
    if (m_longestAllowed > 0 && m_longest > m_longestAllowed)
        remarks.append({FindingCode::LongLine, Severity::Notice, std::nullopt, {QString::number(m_longest)}});
    return remarks;
}

/// Beyond the bound the lines' text is dropped and counted, so that an endless reply costs bounded memory.
void TranscriptWriter::append(TranscriptEntry entry)
{
    if (m_octets >= limits::transcript && entry.from == Speaker::Server) {
        if (!m_overflow) {
            m_overflow = m_facts->transcript.size();
            m_facts->transcript.append({entry.atUs,
                                        Speaker::Note,
                                        entry.tls,
                                        {},
                                        0,
                                        entry.step,
                                        TranscriptNote{NoteCode::LinesOnlyCounted, {}}});
        }
        m_facts->transcript[*m_overflow].cutBytes += entry.text.size() + entry.cutBytes;
        return;
    }
    m_octets += entry.text.size();
    m_facts->transcript.append(std::move(entry));
}

} // namespace mailseal
