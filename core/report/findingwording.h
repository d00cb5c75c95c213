#pragma once

#include "values/finding.h"

namespace mailseal {

/// Source sentences (English, context "wording") with %1 … for the args of values/finding.h. Never null.
const char *findingSentence(FindingCode code);
const char *findingAdvice(FindingCode code);

} // namespace mailseal
