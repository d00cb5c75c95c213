#pragma once

#include "values/finding.h"
#include "values/inspection.h"

#include <QString>

#include <optional>

namespace mailseal {

/// One line for a POSIX shell that shows the same with public tools: openssl, posttls-finger, dig, curl.
/// Empty where no tool shows it, where it was not seen (a file judged offline, an assumption), and where a
/// name from the DNS or a file is no name: such a line is offered to be run. Everything variable is quoted.
/// `judged`: the variant whose verdict tells the finding.
QString reproduction(const Finding &finding, const Inspection &inspection,
                     const std::optional<int> &judged = std::nullopt);

/// One word of a POSIX shell that stands for exactly this text.
QString shellWord(const QString &text);

} // namespace mailseal
