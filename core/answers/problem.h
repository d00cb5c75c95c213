#pragma once

#include "values/inspection.h"

#include <optional>

namespace mailseal {

/// The one thing about a server that a list has room for.
enum class ServerProblem {
    EndedBadly, ///< how it ended says it
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

/// How it ended, where it did not end well; else what is wrong with the certificate; nothing where all is
/// well.
std::optional<ServerProblem> problemOf(const Inspection &inspection);

} // namespace mailseal
