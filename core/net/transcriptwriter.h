#pragma once

#include "dialogue/linesplitter.h"
#include "values/sessionfacts.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace mailseal {

/// Writes the transcript of one session within limits::transcript, and remarks what departs from the RFC in
/// the form of lines and in time.
class TranscriptWriter
{
public:
    /// `facts` outlives the writer; its transcript grows here alone.
    explicit TranscriptWriter(SessionFacts *facts)
        : m_facts(facts)
    {
    }

    void serverLine(qint64 atUs, bool tls, const SplitLine &line);
    void clientLine(qint64 atUs, bool tls, const QByteArray &line);
    void note(qint64 atUs, const QString &text);
    /// The note where it failed, from the facts' alerts and OpenSSL's words.
    void handshakeFailed(qint64 atUs, const QString &why);
    void unexpectedLine(const SplitLine &line);
    void greetingTook(std::chrono::microseconds duration);

    QList<Finding> remarks() const;

private:
    void append(TranscriptEntry entry);

    SessionFacts *m_facts;
    qsizetype m_octets = 0;
    std::optional<qsizetype> m_overflow; ///< the note that counts what no longer fitted
    int m_bareLf = 0;
    qint64 m_longest = 0;
    QList<QByteArray> m_unexpected;
    std::chrono::microseconds m_greeting{0};
};

} // namespace mailseal
