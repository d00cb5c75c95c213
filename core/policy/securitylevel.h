#pragma once

#include "policy/policies.h"
#include "values/finding.h"

#include <optional>

namespace mailseal {

/// OpenSSL's security level 1, at which Postfix verifies (at `may` and `encrypt` it is 0): what it refuses in
/// the handshake. TLS must be up.
std::optional<Finding> handshakeBelowLevel(const TlsFacts &tls);
/// The same of the certificates on the path, and more of them than Postfix follows
/// (smtp_tls_scert_verifydepth).
std::optional<Finding> chainBelowLevel(const ChainFacts &chain);

} // namespace mailseal
