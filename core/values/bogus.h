#pragma once

#include "values/evidence.h"
#include "values/finding.h"

#include <optional>

namespace mailseal {

/// That the MX answer or the answer this address came from is bogus: a sender whose resolver validates does
/// not come as far as the server (RFC 4035 §5.5).
std::optional<Finding> bogusWay(const Evidence &evidence);

/// The same, or that the TLSA answer is bogus, which holds back those alone who ask for it (RFC 7672 §2.1.2):
/// what a person has to see first, whatever the server does.
std::optional<Finding> bogusAnswer(const Evidence &evidence);

} // namespace mailseal
