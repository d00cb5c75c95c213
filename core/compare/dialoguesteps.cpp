#include "compare/dialoguesteps.h"

#include <algorithm>

namespace mailseal {

namespace {

constexpr qsizetype codeAndMark = 4; // "250-" (RFC 5321 §4.2)

bool endsReply(const TranscriptEntry &entry)
{
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

/// Reads entries in order and says to which step each belongs.
class StepReader
{
public:
    QList<StepRange> read(const Transcript &transcript)
    {
        for (int i = 0; i < transcript.size(); ++i) {
            const TranscriptEntry &entry = transcript.at(i);
            if (entry.from != Speaker::Note && entry.tls != m_tls)
                tlsChanged(entry.tls, i);
            switch (entry.from) {
            case Speaker::Client:
                begin(stepOfCommand(entry), i);
                break;
            case Speaker::Server:
                onServer(entry, i);
                break;
            case Speaker::Note:
                onNote(i);
                break;
            }
            ++m_steps.last().count;
        }
        return std::move(m_steps);
    }

private:
    void begin(DialogueStep step, int at)
    {
        m_steps.append({step, at, 0});
        m_isAnswered = false;
    }

    /// Clear text behind TLS is another connection.
    void tlsChanged(bool tls, int at)
    {
        m_tls = tls;
        if (!tls) {
            m_awaitsGreeting = true;
        } else if (m_steps.isEmpty() || m_steps.last().step != DialogueStep::TlsHandshake) {
            begin(DialogueStep::TlsHandshake, at);
        }
    }

    void onServer(const TranscriptEntry &entry, int at)
    {
        if (m_awaitsGreeting || m_steps.isEmpty())
            begin(DialogueStep::Greeting, at);
        m_awaitsGreeting = false;
        m_isAnswered = endsReply(entry);
    }

    void onNote(int at)
    {
        if (m_steps.isEmpty()) {
            begin(DialogueStep::Connection, at);
        } else if (m_steps.last().step == DialogueStep::StartTls && m_isAnswered) {
            begin(DialogueStep::TlsHandshake, at);
        } else if (m_isAnswered || m_steps.last().step == DialogueStep::Quit) {
            begin(DialogueStep::Note, at);
            m_awaitsGreeting = !m_tls;
        }
    }

    QList<StepRange> m_steps;
    bool m_tls = false;
    bool m_awaitsGreeting = true;
    bool m_isAnswered = false;
};

RowProof linesOf(const StepRange &range)
{
    RowProof proof{ProofPlace::TranscriptLines, {}};
    for (int i = range.first; i < range.first + range.count; ++i)
        proof.indexes.append(i);
    return proof;
}

} // namespace

QList<StepRange> dialogueSteps(const Transcript &transcript) { return StepReader().read(transcript); }

QByteArray extensionKeyword(const QByteArray &line)
{
    const auto end =
        std::find_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t' || c == '='; });
    return line.first(std::distance(line.begin(), end)).toUpper();
}

QByteArray extensionKeywordOfReply(const QByteArray &line) { return extensionKeyword(line.mid(codeAndMark)); }

DialoguePlaces::DialoguePlaces(const Transcript &transcript)
    : m_steps(dialogueSteps(transcript))
{
    for (const DialogueStep step : {DialogueStep::Ehlo, DialogueStep::EhloInsideTls}) {
        const StepRange *range = last(step);
        if (!range)
            continue;
        ExtensionLines &list = m_extensions[step];
        bool isFirst = true; // the first line of the reply names the server (RFC 5321 §4.1.1.1)
        for (int i = range->first; i < range->first + range->count; ++i) {
            if (transcript.at(i).from != Speaker::Server)
                continue;
            if (isFirst) {
                list.beginning = {range->first, i};
            } else {
                list.lines[extensionKeywordOfReply(transcript.at(i).text)].append(i);
            }
            isFirst = false;
        }
        if (isFirst)
            list.beginning = {range->first};
    }
}

const StepRange *DialoguePlaces::last(DialogueStep step) const
{
    const auto found = std::find_if(m_steps.crbegin(), m_steps.crend(),
                                    [&](const StepRange &range) { return range.step == step; });
    return found == m_steps.crend() ? nullptr : &*found;
}

RowProof DialoguePlaces::lines(DialogueStep step) const
{
    const StepRange *range = last(step);
    return range && range->count > 0 ? linesOf(*range) : RowProof();
}

RowProof DialoguePlaces::extension(DialogueStep step, const QByteArray &keyword) const
{
    const auto list = m_extensions.constFind(step);
    if (list == m_extensions.constEnd())
        return {};
    const auto found = list->lines.constFind(keyword);
    return {ProofPlace::TranscriptLines, found == list->lines.constEnd() ? list->beginning : *found};
}

RowProof DialoguePlaces::handshake() const
{
    const StepRange *begun = last(DialogueStep::TlsHandshake);
    if (begun && begun->count > 0)
        return linesOf(*begun);
    if (last(DialogueStep::StartTls))
        return lines(DialogueStep::StartTls);
    return begun ? RowProof{ProofPlace::TranscriptLines, {begun->first}} : RowProof();
}

RowProof DialoguePlaces::end() const
{
    const auto found = std::find_if(m_steps.crbegin(), m_steps.crend(), [](const StepRange &range) {
        return range.count > 0 && range.step != DialogueStep::Note;
    });
    if (found != m_steps.crend())
        return linesOf(*found);
    return m_steps.isEmpty() || m_steps.last().count == 0 ? RowProof() : linesOf(m_steps.last());
}

} // namespace mailseal
