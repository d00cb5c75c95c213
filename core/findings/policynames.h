#pragma once

#include "values/policyid.h"

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace mailseal {

/// What a policy is called: a row a policy, in the enumeration's order. In this room, below wire, for the
/// same reason as a finding's name (findings/findingtable.h).
struct PolicyNames
{
    PolicyId policy;
    const char *name;        ///< in files and options; never changes
    const char *words;       ///< for people; source string
    const char *description; ///< who does this and what it checks, one sentence; source string
};

inline constexpr std::array policyNames{
    PolicyNames{PolicyId::Opportunistic, "opportunistic", QT_TRANSLATE_NOOP("findings", "TLS if offered"),
                QT_TRANSLATE_NOOP("findings", "Takes TLS where it is offered and looks at no certificate; "
                                              "clear text otherwise. Most senders, Postfix “may”.")},
    PolicyNames{
        PolicyId::Encrypt, "encrypt", QT_TRANSLATE_NOOP("findings", "TLS required"),
        QT_TRANSLATE_NOOP("findings", "Insists on TLS and looks at no certificate. Postfix “encrypt”.")},
    PolicyNames{PolicyId::WebPki, "webpki", QT_TRANSLATE_NOOP("findings", "Trusted CA and name"),
                QT_TRANSLATE_NOOP("findings", "Insists on TLS with a certificate of a trusted CA "
                                              "that names the server. Postfix “verify”.")},
    PolicyNames{
        PolicyId::Secure, "secure", QT_TRANSLATE_NOOP("findings", "Trusted CA, next hop"),
        QT_TRANSLATE_NOOP(
            "findings",
            "The same, but the certificate must name the next-hop domain, because an MX record proves "
            "nothing. For a server that was typed there is no difference. Postfix “secure”.")},
    PolicyNames{PolicyId::MtaSts, "mta-sts", QT_TRANSLATE_NOOP("findings", "MTA-STS"),
                QT_TRANSLATE_NOOP("findings",
                                  "Keeps the policy that the domain publishes by MTA-STS (RFC 8461), and "
                                  "knows nothing of DANE; without one, TLS if offered.")},
    PolicyNames{PolicyId::Dane, "dane", QT_TRANSLATE_NOOP("findings", "DANE"),
                QT_TRANSLATE_NOOP("findings",
                                  "Authenticates the server by the TLSA records of its signed zone "
                                  "(RFC 7672); without them, TLS if offered. Postfix “dane”.")},
    PolicyNames{
        PolicyId::DaneOnly, "dane-only", QT_TRANSLATE_NOOP("findings", "DANE only"),
        QT_TRANSLATE_NOOP("findings", "Delivers only where signed TLSA records match. Postfix “dane-only”.")},
    PolicyNames{
        PolicyId::Fingerprint, "fingerprint", QT_TRANSLATE_NOOP("findings", "Pinned key"),
        QT_TRANSLATE_NOOP(
            "findings",
            "Insists on TLS with a certificate or a key whose SHA-256 is known. Postfix “fingerprint”.")},
    PolicyNames{PolicyId::Mua, "mua", QT_TRANSLATE_NOOP("findings", "Mail program"),
                QT_TRANSLATE_NOOP("findings", "A person's mail program: a certificate of a trusted CA that "
                                              "names the host that was typed (RFC 8314).")},
    PolicyNames{PolicyId::RequireTls, "requiretls", QT_TRANSLATE_NOOP("findings", "REQUIRETLS"),
                QT_TRANSLATE_NOOP("findings", "Sends a message that must travel encrypted to known servers "
                                              "all the way (RFC 8689), or returns it.")},
};

static_assert(
    [] {
        for (std::size_t i = 0; i < policyNames.size(); ++i) {
            if (policyNames[i].policy != static_cast<PolicyId>(i))
                return false;
        }
        return policyNames.back().policy == lastPolicy;
    }(),
    "each policy needs a row, in the order of the enumeration");

constexpr const PolicyNames &namesOf(PolicyId policy)
{
    return policyNames[static_cast<std::size_t>(policy)];
}

} // namespace mailseal
