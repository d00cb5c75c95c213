#include "inspector/lookupwords.h"

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
