#pragma once

#include "values/inspection.h"

#include <optional>

namespace mailseal {

/// docs/command-line.md "Exit codes".
enum class ExitCode { Satisfied = 0, Violated = 1, Usage = 2, Undetermined = 3 };

/// Of one inspection under the policy it acted under; a certificate of the chain that expires within `days`
/// counts as violated.
ExitCode exitCodeOf(const Inspection &inspection, std::optional<int> expiresWithinDays);
/// The worst counts: 2, 3, 1, 0.
ExitCode worse(ExitCode a, ExitCode b);

/// The first certificate that expires within `days` after it was judged.
const CertificateFacts *expiringWithin(const Inspection &inspection, int days);

} // namespace mailseal
