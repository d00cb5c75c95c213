#include "dialogue/ehlolist.h"

#include <algorithm>
#include <iterator>

namespace mailseal {

namespace {

QByteArray wordOf(const QByteArray &line) { return line.simplified().split(' ').constFirst(); }

} // namespace

QByteArray keywordOf(const QByteArray &line)
{
    const auto end =
        std::find_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t' || c == '='; });
    return line.first(std::distance(line.begin(), end));
}

QByteArray extensionKeyword(const QByteArray &line) { return keywordOf(line).toUpper(); }

QByteArray extensionKeywordOfReply(const QByteArray &line)
{
    constexpr qsizetype codeAndMark = 4; // "250-" (RFC 5321 §4.2)
    return extensionKeyword(line.mid(codeAndMark));
}

std::optional<QByteArray> offeredAs(const Capabilities &list, const QByteArray &keyword)
{
    for (const auto &line : list) {
        const QByteArray sent = wordOf(line);
        if (extensionKeyword(sent) == keyword)
            return sent;
    }
    return std::nullopt;
}

bool isMaskedStarttls(const QByteArray &keyword)
{
    constexpr QByteArrayView starttls("STARTTLS");
    const QByteArray upper = keyword.toUpper();
    return upper.size() == starttls.size() && (upper.startsWith("XXXXXXX") || upper.startsWith("*******"));
}

std::optional<QByteArray> maskedStarttls(const Capabilities &list)
{
    for (const auto &line : list) {
        const QByteArray keyword = wordOf(line);
        if (isMaskedStarttls(keyword))
            return keyword;
    }
    return std::nullopt;
}

} // namespace mailseal
