#pragma once

#include "values/finding.h"

namespace mailseal {

/// Source sentences (English, context "wording") with %1 … for the args of values/finding.h. Never null.
const char *findingSentence(FindingCode code);
/// The same where the one thing that is counted is there once.
const char *findingSentenceForOne(FindingCode code);
const char *findingAdvice(FindingCode code);
/// What to do about STARTTLS answered with this code.
const char *refusedStarttlsAdvice(int code);

} // namespace mailseal
