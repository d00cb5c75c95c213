#pragma once

#include "inspector/settings.h"
#include "values/dns.h"

#include <QString>

namespace mailseal {

/// The system's words where `name` gave no address; what the DNS said stands in the evidence.
QString wordsFor(LookupEnd end, const QString &name);
/// The same where it has addresses, but none of the family that was asked for.
QString wordsFor(AddressFamily family);
/// The same where an MX record names what is no host: the root, an address, anything else.
QString wordsForNoHost(const QString &exchange);

bool isOfFamily(const QString &address, AddressFamily family);

} // namespace mailseal
