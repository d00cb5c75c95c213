#pragma once

#include "values/finding.h"
#include "values/sessionfacts.h"

namespace mailseal {

/// Source sentences (English, context "wording") with %1 … for the args of values/finding.h. Never null.
const char *findingSentence(FindingCode code);
/// The same where the one thing that is counted is there once.
const char *findingSentenceForOne(FindingCode code);
const char *findingAdvice(FindingCode code);
/// What to do about STARTTLS answered with this code.
const char *refusedStarttlsAdvice(int code);
/// What to try after this end; empty where all went well.
const char *nextStep(EndReason end);

} // namespace mailseal
