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
    /// When and where in the dialogue something was said.
    struct Moment
    {
        qint64 atUs = 0;
        DialogueStep step = DialogueStep::Other;
    };

    /// `facts` outlives the writer; its transcript grows here alone. `longestLine`: octets that the protocol
    /// allows a line, 0 where it sets no bound.
    TranscriptWriter(SessionFacts *facts, qint64 longestLine)
        : m_facts(facts)
        , m_longestAllowed(longestLine)
    {
    }

    void serverLine(const Moment &when, bool tls, const SplitLine &line);
    void clientLine(const Moment &when, bool tls, const QByteArray &line);
    void note(const Moment &when, NoteCode code, const QStringList &args = {});
    /// Words of the system.
    void words(const Moment &when, const QString &text);
    /// The note where the handshake failed, with the alerts of the facts; `words` for HandshakeFailed alone.
    void handshakeEnded(const Moment &when, NoteCode how, const QString &words = {});
    /// `behindGreeting`: in clear text, before the first command.
    void unexpectedLine(const SplitLine &line, bool behindGreeting);
    void greetingTook(std::chrono::microseconds duration);

    QList<Finding> remarks() const;

private:
    void append(TranscriptEntry entry);

    SessionFacts *m_facts;
    qsizetype m_octets = 0;
    std::optional<qsizetype> m_overflow; ///< the note that counts what no longer fitted
    int m_bareLf = 0;
    qint64 m_longest = 0;
    qint64 m_longestAllowed;
    QList<QByteArray> m_unexpected;
    int m_blank = 0;
    bool m_greetedAgain = false;
    std::chrono::microseconds m_greeting{0};
};

} // namespace mailseal
