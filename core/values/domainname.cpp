#include "values/domainname.h"

#include <QUrl>

#include <algorithm>

namespace mailseal {

namespace {

bool isAsciiAlphanumeric(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); }

bool isDnsLabel(QStringView label)
{
    constexpr int maxLabel = 63; // RFC 1035 §2.3.4
    if (label.isEmpty() || label.size() > maxLabel || label.front() == u'-' || label.back() == u'-')
        return false;
    return std::all_of(label.begin(), label.end(),
                       [](QChar c) { return isAsciiAlphanumeric(c) || c == u'-' || c == u'_'; });
}

/// QUrl refuses underscores; a name of ASCII letters alone needs no conversion, only lower case.
QString toAscii(const QString &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    return ascii ? text.toLower() : QString::fromLatin1(QUrl::toAce(text)).toLower();
}

} // namespace

std::optional<DomainName> DomainName::parse(QStringView text)
{
    constexpr int maxName = 253; // RFC 1035 §2.3.4, without the length octet of the root
    constexpr int maxTyped = 1024;
    if (text.endsWith(u'.'))
        text.chop(1);
    if (text.isEmpty() || text.size() > maxTyped)
        return std::nullopt;
    const QString ascii = toAscii(text.toString());
    if (ascii.isEmpty() || ascii.size() > maxName)
        return std::nullopt;
    const auto labels = QStringView(ascii).split(u'.');
    if (!std::all_of(labels.begin(), labels.end(), isDnsLabel))
        return std::nullopt;
    // An all-numeric right-most label is an address that was typed wrong (RFC 1123 §2.1), never a host.
    const auto last = labels.back();
    if (std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); }))
        return std::nullopt;
    return DomainName(ascii);
}

QString DomainName::unicode() const
{
    // Qt's list of top-level domains is short; wherever this is shown, the A-labels stand beside it.
    return m_ascii.contains(QLatin1String("xn--"))
               ? QUrl::fromAce(m_ascii.toLatin1(), QUrl::IgnoreIDNWhitelist)
               : m_ascii;
}

bool DomainName::isHostName() const { return !m_ascii.contains(u'_'); }

} // namespace mailseal
