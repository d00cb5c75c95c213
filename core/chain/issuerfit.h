#pragma once

#include "chain/opensslhandles.h"
#include "chain/sentchain.h"

#include <optional>
#include <vector>

namespace mailseal {

/// A certificate that looks like the issuer that is missing and does not fit.
struct Misfit
{
    enum class Why {
        KeyId, ///< its key signed and its name is the one asked for, but the key identifiers differ
        Name,  ///< its key signed, but the name asked for is another
        Key    ///< it bears the name that is asked for, but its key did not sign
    };
    Why why;
    X509 *candidate;             ///< owned by what was searched
    std::optional<int> position; ///< as sent; nothing: it is in the trust store
};

/// The nearest to an issuer of `subject` among what was sent and `anchors`, an exact one excepted: of those
/// whose key signed first. Nothing where none is near.
std::optional<Misfit> misfitOf(X509 *subject, const SentChain &sent,
                               const std::vector<openssl::X509Ptr> &anchors);

/// Whether the key identifier that `subject` asks for is the one that `issuer` has: then a wrong signature is
/// no matter of a wrong issuer. False where either has none.
bool haveSameKeyId(X509 *subject, X509 *issuer);

} // namespace mailseal
