#pragma once

#include "values/inspection.h"

#include <optional>

namespace mailseal {

/// The one thing about a server that a list has room for.
enum class ServerProblem {
    AsTheBadge, ///< the badge's own words say it
    ClearTextOnly,
    NoCertificate,
    SelfSigned,
    Expired,
    NotYetValid,
    IncompleteChain,
    UntrustedRoot,
    WrongName,
    NotTrusted
};

/// What the badge is about; of a server that is not authenticated, what is wrong with its certificate;
/// nothing where all is well.
std::optional<ServerProblem> problemOf(const Inspection &inspection);

} // namespace mailseal
