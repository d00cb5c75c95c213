#pragma once

#include "values/transcript.h"

namespace mailseal {

/// Gives every entry its step by reading SMTP's verbs out of the text: for transcripts of which nobody wrote
/// the steps down when they happened, as in files of earlier versions.
void deriveSteps(Transcript &transcript);

} // namespace mailseal
