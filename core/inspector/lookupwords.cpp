#include "inspector/lookupwords.h"

#include <algorithm>

namespace mailseal {

QString wordsFor(LookupEnd end, const QString &name)
{
    switch (end) {
    case LookupEnd::NxDomain:
        return QStringLiteral("%1 does not exist").arg(name);
    case LookupEnd::Timeout:
        return QStringLiteral("the resolver did not answer in time");
    case LookupEnd::ServFail:
        return QStringLiteral("the resolver failed (SERVFAIL) for %1").arg(name);
    case LookupEnd::Refused:
        return QStringLiteral("the resolver refused to answer for %1").arg(name);
    case LookupEnd::Found:
    case LookupEnd::NoData:
        break;
    }
    return QStringLiteral("%1 has no address").arg(name);
}

QString wordsFor(AddressFamily family)
{
    return family == AddressFamily::IPv4 ? QStringLiteral("the host has no IPv4 address")
                                         : QStringLiteral("the host has no IPv6 address");
}

QString wordsForNoHost(const QString &exchange)
{
    if (exchange.isEmpty())
        return QStringLiteral("the MX record names the root, which is no host");
    const bool isAddress =
        std::all_of(exchange.begin(), exchange.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
    return isAddress ? QStringLiteral("the MX record holds the address %1 where a host name belongs "
                                      "(RFC 5321 §5.1)")
                           .arg(exchange)
                     : QStringLiteral("the MX record names %1, which is no host name").arg(exchange);
}

bool isOfFamily(const QString &address, AddressFamily family)
{
    switch (family) {
    case AddressFamily::Both:
        return true;
    case AddressFamily::IPv4:
        return !address.contains(u':');
    case AddressFamily::IPv6:
        return address.contains(u':');
    }
    return true;
}

} // namespace mailseal
