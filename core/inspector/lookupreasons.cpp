#include "inspector/lookupreasons.h"

#include "wire/reasonwire.h"

#include <algorithm>

namespace mailseal {

QString whyNoAddress(LookupEnd end, const QString &name)
{
    switch (end) {
    case LookupEnd::NxDomain:
        return toWire(ReasonCode::HostMissing, name);
    case LookupEnd::Timeout:
        return toWire(ReasonCode::ResolverSilent);
    case LookupEnd::ServFail:
        return toWire(ReasonCode::ResolverFailed, name);
    case LookupEnd::Refused:
        return toWire(ReasonCode::ResolverRefused, name);
    case LookupEnd::Found:
    case LookupEnd::NoData:
        break;
    }
    return toWire(ReasonCode::HostWithoutAddress, name);
}

QString whyNoAddress(AddressFamily family)
{
    return toWire(family == AddressFamily::IPv4 ? ReasonCode::HostWithoutIpv4 : ReasonCode::HostWithoutIpv6);
}

QString whyNoHost(const QString &exchange)
{
    if (exchange.isEmpty())
        return toWire(ReasonCode::MxNamesRoot);
    const bool isAddress =
        std::all_of(exchange.begin(), exchange.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
    return toWire(isAddress ? ReasonCode::MxHoldsAddress : ReasonCode::MxNamesNoHost, exchange);
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
