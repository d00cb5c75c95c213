#pragma once

#include <QString>

namespace mailseal {

/// Where a socket goes: an IP address in its usual text form (RFC 5952 for IPv6, no brackets) and a TCP port.
struct Endpoint
{
    QString address;
    quint16 port = 0;
    bool operator==(const Endpoint &) const = default;
};

} // namespace mailseal
