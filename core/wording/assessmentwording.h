#pragma once

#include "answers/assessment.h"

namespace mailseal {

/// Source strings (English, context "wording") of an answer, with %1 … for what it is filled with.
struct AssessmentProse
{
    AssessmentCode code;
    const char *word;          ///< the answer
    const char *detail = "";   ///< what it rests on; empty where that is made of facts
    const char *one = nullptr; ///< instead of `word` where the last number is one
};
const AssessmentProse &proseOf(AssessmentCode code);

} // namespace mailseal
