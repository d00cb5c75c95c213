#include "conformance/transcriptlines.h"

#include <algorithm>

namespace mailseal {

bool TranscriptLines::isCommand(const TranscriptEntry &entry, const QList<QByteArray> &verbs,
                                bool insideTls) const
{
    const auto verb = keywordOf(entry.text).toUpper();
    return entry.from == Speaker::Client && entry.tls == insideTls && verbs.contains(verb);
}

QList<int> TranscriptLines::commandAndReply(const QList<QByteArray> &verbs, bool insideTls) const
{
    QList<int> lines;
    for (int i = static_cast<int>(m_transcript.size()) - 1; i >= 0; --i) {
        if (isCommand(m_transcript.at(i), verbs, insideTls)) {
            lines.append(i);
            break;
        }
    }
    if (lines.isEmpty())
        return lines;
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
    return commandAndReply({QByteArrayLiteral("EHLO"), QByteArrayLiteral("LHLO")}, insideTls);
}

QList<int> TranscriptLines::starttls() const
{
    return commandAndReply({QByteArrayLiteral("STARTTLS")}, false);
}

QList<int> TranscriptLines::quitInsideTls() const
{
    return commandAndReply({QByteArrayLiteral("QUIT")}, true);
}

QList<int> TranscriptLines::withKeyword(const QList<int> &lines, const QList<QByteArray> &keywords) const
{
    constexpr qsizetype codeAndMark = 4; // "250-" (RFC 5321 §4.2)
    QList<int> picked;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(picked), [&](int i) {
        const TranscriptEntry &entry = m_transcript.at(i);
        return entry.from == Speaker::Server &&
               keywords.contains(keywordOf(entry.text.mid(codeAndMark)).toUpper());
    });
    return picked;
}

QByteArray keywordOf(const QByteArray &capability)
{
    const auto end = std::find_if(capability.begin(), capability.end(),
                                  [](char c) { return c == ' ' || c == '\t' || c == '='; });
    return capability.left(std::distance(capability.begin(), end));
}

} // namespace mailseal
