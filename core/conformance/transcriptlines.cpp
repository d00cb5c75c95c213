#include "conformance/transcriptlines.h"

#include "dialogue/ehlolist.h"

#include <algorithm>

namespace mailseal {

QList<int> TranscriptLines::commandAndReply(DialogueStep step, bool insideTls) const
{
    const auto isCommand = [&](const TranscriptEntry &entry) {
        return entry.from == Speaker::Client && entry.tls == insideTls && entry.step == step;
    };
    const auto found = std::find_if(m_transcript.crbegin(), m_transcript.crend(), isCommand);
    if (found == m_transcript.crend())
        return {};
    QList<int> lines{static_cast<int>(std::distance(found, m_transcript.crend())) - 1};
    for (int i = lines.first() + 1; i < m_transcript.size(); ++i) {
        const TranscriptEntry &entry = m_transcript.at(i);
        if (entry.from == Speaker::Client || (entry.from == Speaker::Server && entry.tls != insideTls))
            break;
        if (entry.from == Speaker::Server)
            lines.append(i);
    }
    return lines;
}

QList<int> TranscriptLines::ehlo(bool insideTls) const
{
    return commandAndReply(insideTls ? DialogueStep::EhloInsideTls : DialogueStep::Ehlo, insideTls);
}

QList<int> TranscriptLines::starttls() const { return commandAndReply(DialogueStep::StartTls, false); }

QList<int> TranscriptLines::quitInsideTls() const { return commandAndReply(DialogueStep::Quit, true); }

QList<int> TranscriptLines::withKeyword(const QList<int> &lines, const QList<QByteArray> &keywords) const
{
    QList<int> picked;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(picked), [&](int i) {
        const TranscriptEntry &entry = m_transcript.at(i);
        return entry.from == Speaker::Server && keywords.contains(extensionKeywordOfReply(entry.text));
    });
    return picked;
}

} // namespace mailseal
