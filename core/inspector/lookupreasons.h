#pragma once

#include "inspector/settings.h"
#include "values/dns.h"
#include "wire/reasonwire.h"

#include <QString>

namespace mailseal {

/// Why `name` gave no address (wire/reasonwire.h); what the DNS said stands in the evidence.
QString whyNoAddress(LookupEnd end, const QString &name);
/// The same of one answer: a bogus one is none, and at the end of an alias it is the end that is not there.
template <typename Record>
QString whyNoAddress(const Answer<Record> &answer)
{
    if (answer.dnssec == DnssecState::Bogus)
        return toWire(ReasonCode::AnswerBogus, answer.name);
    return whyNoAddress(answer.lookup, answer.canonicalName.isEmpty() ? answer.name : answer.canonicalName);
}
/// The same where it has addresses, but none of the family that was asked for.
QString whyNoAddress(AddressFamily family);
/// The same where an MX record names what is no host: the root, an address, anything else.
QString whyNoHost(const QString &exchange);

bool isOfFamily(const QString &address, AddressFamily family);

} // namespace mailseal
