#include "dialogue/transcriptsteps.h"

#include "dialogue/ehlolist.h"

namespace mailseal {

namespace {

bool endsReply(const TranscriptEntry &entry)
{
    constexpr qsizetype codeAndMark = 4; // "250-" (RFC 5321 §4.2)
    return entry.text.size() < codeAndMark || entry.text.at(3) != '-';
}

DialogueStep stepOfCommand(const TranscriptEntry &entry)
{
    const QByteArray verb = extensionKeyword(entry.text);
    if (verb == "EHLO" || verb == "LHLO")
        return entry.tls ? DialogueStep::EhloInsideTls : DialogueStep::Ehlo;
    if (verb == "HELO")
        return entry.tls ? DialogueStep::HeloInsideTls : DialogueStep::Helo;
    if (verb == "STARTTLS")
        return DialogueStep::StartTls;
    return verb == "QUIT" ? DialogueStep::Quit : DialogueStep::Other;
}

/// Reads entries in order and remembers in which step the dialogue is.
class StepReader
{
public:
    DialogueStep next(const TranscriptEntry &entry)
    {
        if (entry.from != Speaker::Note && entry.tls != m_tls)
            tlsChanged(entry.tls);
        switch (entry.from) {
        case Speaker::Client:
            begin(stepOfCommand(entry));
            break;
        case Speaker::Server:
            onServer(entry);
            break;
        case Speaker::Note:
            onNote();
            break;
        }
        return *m_step;
    }

private:
    void begin(DialogueStep step)
    {
        m_step = step;
        m_isAnswered = false;
    }

    /// Clear text behind TLS is another connection.
    void tlsChanged(bool tls)
    {
        m_tls = tls;
        if (!tls)
            m_awaitsGreeting = true;
        else
            begin(DialogueStep::TlsHandshake);
    }

    void onServer(const TranscriptEntry &entry)
    {
        // Nobody speaks in clear text behind a handshake that failed: it is another connection.
        const bool isBehindFailure = !entry.tls && m_step == DialogueStep::TlsHandshake;
        if (m_awaitsGreeting || isBehindFailure || !m_step)
            begin(DialogueStep::Greeting);
        m_awaitsGreeting = false;
        m_isAnswered = endsReply(entry);
    }

    void onNote()
    {
        if (!m_step) {
            begin(DialogueStep::Connection);
        } else if (m_step == DialogueStep::StartTls && m_isAnswered) {
            begin(DialogueStep::TlsHandshake);
        } else if (m_isAnswered || m_step == DialogueStep::Quit) {
            begin(DialogueStep::Note);
            m_awaitsGreeting = !m_tls;
        }
    }

    std::optional<DialogueStep> m_step;
    bool m_tls = false;
    bool m_awaitsGreeting = true;
    bool m_isAnswered = false;
};

} // namespace

void deriveSteps(Transcript &transcript)
{
    StepReader reader;
    for (TranscriptEntry &entry : transcript)
        entry.step = reader.next(entry);
}

} // namespace mailseal
