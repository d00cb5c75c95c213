#include "dialogue/ehlolist.h"

namespace mailseal {

namespace {

QByteArray keywordOf(const QByteArray &line) { return line.simplified().split(' ').constFirst(); }

} // namespace

std::optional<QByteArray> offeredAs(const Capabilities &list, const QByteArray &keyword)
{
    for (const auto &line : list) {
        const QByteArray sent = keywordOf(line);
        if (sent.toUpper() == keyword)
            return sent;
    }
    return std::nullopt;
}

std::optional<QByteArray> maskedStarttls(const Capabilities &list)
{
    constexpr QByteArrayView starttls("STARTTLS");
    constexpr QByteArrayView mask("XXXXXXX");
    for (const auto &line : list) {
        const QByteArray keyword = keywordOf(line);
        if (keyword.size() == starttls.size() && keyword.toUpper().startsWith(mask))
            return keyword;
    }
    return std::nullopt;
}

} // namespace mailseal
