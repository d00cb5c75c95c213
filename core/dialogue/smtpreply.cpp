#include "dialogue/smtpreply.h"

#include "values/limits.h"

#include <algorithm>

namespace mailseal {

namespace {

constexpr qsizetype codeLength = 3;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The length of an enhanced status code "c.sss.ddd" at the start of `text` (RFC 3463 §2), 0 where there is
/// none.
qsizetype enhancedLength(const QByteArray &text)
{
    const qsizetype end = std::min(text.indexOf(' ') < 0 ? text.size() : text.indexOf(' '), text.size());
    const auto parts = text.left(end).split('.');
    const bool shaped = parts.size() == 3 && parts[0].size() == 1 &&
                        (parts[0][0] == '2' || parts[0][0] == '4' || parts[0][0] == '5');
    const bool numbers = shaped && std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
                             return !part.isEmpty() && part.size() <= codeLength &&
                                    std::all_of(part.begin(), part.end(), isDigit);
                         });
    return numbers ? end : 0;
}

} // namespace

ReplyReader::Outcome ReplyReader::add(const QByteArray &line, qint64 cutBytes)
{
    m_octets += line.size() + cutBytes;
    if (m_octets > limits::reply || m_lines.size() >= limits::replyLines)
        return Outcome::TooLong;
    const bool coded =
        line.size() >= codeLength && line[0] >= '1' && line[0] <= '5' && isDigit(line[1]) && isDigit(line[2]);
    const char separator = line.size() > codeLength ? line[codeLength] : ' ';
    if (!coded || (separator != ' ' && separator != '-'))
        return Outcome::Malformed;
    const int code = line.left(codeLength).toInt();
    m_codesDiffer = m_codesDiffer || (!m_lines.isEmpty() && code != m_code);
    m_code = code;
    m_lines.append(line.mid(codeLength + 1));
    return separator == '-' ? Outcome::More : Outcome::Complete;
}

Reply ReplyReader::reply() const
{
    Reply reply;
    reply.code = m_code;
    for (const auto &line : m_lines) {
        const qsizetype length = enhancedLength(line);
        if (reply.text.isNull()) {
            reply.enhanced = line.left(length);
        } else {
            reply.text += '\n';
        }
        // RFC 2034 §4: the code stands on every line of the reply.
        const bool sameCode = length > 0 && line.left(length) == reply.enhanced;
        reply.text += (sameCode ? line.mid(length + 1) : line);
        if (reply.text.isNull())
            reply.text = QByteArray("");
    }
    return reply;
}

} // namespace mailseal
