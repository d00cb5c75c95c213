#include "inspector/settingsinput.h"

#include <algorithm>

namespace mailseal {

std::optional<QByteArray> parsePin(const QString &typed)
{
    constexpr qsizetype sha256Digits = 64;
    QString digits = typed.toLower();
    digits.remove(u':');
    const bool isHex = std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    if (digits.size() != sha256Digits || !isHex)
        return std::nullopt;
    return digits.toLatin1();
}

bool canStandBehindEhlo(const QString &name)
{
    constexpr qsizetype longest = 255;
    const bool isPrintable =
        std::all_of(name.begin(), name.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
    return !name.isEmpty() && name.size() <= longest && isPrintable;
}

} // namespace mailseal
