#pragma once

#include "values/finding.h"

/// Sentence and advice of the findings about MTA-STS and TLS-RPT, for findings/findingwording alone.
namespace mailseal {

const char *domainSentence(FindingCode code);
const char *domainAdvice(FindingCode code);

} // namespace mailseal
