#include "dialogue/ehlolist.h"

#include <algorithm>

namespace mailseal {

namespace {

QByteArray keywordOf(const QByteArray &line) { return line.simplified().split(' ').constFirst(); }

} // namespace

bool offers(const Capabilities &list, const QByteArray &keyword)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const QByteArray &line) { return keywordOf(line).toUpper() == keyword; });
}

std::optional<QByteArray> maskedStarttls(const Capabilities &list)
{
    constexpr qsizetype starttlsLength = 8;
    for (const auto &line : list) {
        const QByteArray keyword = keywordOf(line);
        if (keyword.size() == starttlsLength && keyword.toUpper().count('X') >= starttlsLength - 1)
            return keyword;
    }
    return std::nullopt;
}

} // namespace mailseal
