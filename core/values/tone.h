#pragma once

#include "values/dns.h"
#include "values/finding.h"
#include "values/verdict.h"

namespace mailseal {

/// What a mark and its colour say (docs/interface.md "Manners"); the word always stands beside it.
enum class Tone { Plain, Good, Warned, Bad, NotApplicable, Unknown };

Tone toneOf(Standing standing);
Tone toneOf(Severity severity);
/// A satisfied verdict that rests on something worth a warning is warned.
Tone toneOf(const Verdict &verdict);
Tone toneOf(DnssecState state);

} // namespace mailseal
