#pragma once

#include "values/finding.h"

/// Sentence and advice of the findings about DANE and who a sender is, for findings/findingwording alone.
namespace mailseal {

const char *daneSentence(FindingCode code);
const char *daneAdvice(FindingCode code);

} // namespace mailseal
