#pragma once

#include "values/evidence.h"
#include "values/finding.h"

#include <optional>

namespace mailseal {

/// Whether TLSA records of the server count, and why not (RFC 7672 §2.1, §2.2).
struct DnsTrust
{
    enum class Kind {
        Secure,   ///< records are there and vouched for; `why` says nothing
        None,     ///< there are none
        Insecure, ///< the zone, or that of the address, is not signed
        Failed,   ///< bogus, or no answer
        NotTold,  ///< nobody could tell: signatures stripped, no trust anchor
        NotAsked
    };
    Kind kind = Kind::NotAsked;
    Finding why;
};

DnsTrust trustOf(const Evidence &evidence);

/// That no signature vouches for the MX record that led here; nothing where a server was typed.
std::optional<Finding> insecureMx(const Evidence &evidence);
/// That the mail domain is not signed and its MX host, whose records count, is (RFC 7672 §2.2.1); nothing
/// where a server was typed or the domain is signed.
std::optional<Finding> unsignedDomain(const Evidence &evidence);
/// That this kind of sender relays mail, and the service is another one.
Finding notForThisService(const Evidence &evidence);

} // namespace mailseal
