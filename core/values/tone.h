#pragma once

#include "values/dns.h"
#include "values/inspection.h"

namespace mailseal {

/// What a mark and its colour say (UX.md "Manners"); the word always stands beside it.
enum class Tone { Plain, Good, Warned, Bad, NotApplicable, Unknown };

Tone toneOf(Standing standing);
Tone toneOf(Severity severity);
/// A satisfied verdict that rests on something worth a warning is warned.
Tone toneOf(const Verdict &verdict);
/// That of the verdict acted under; warned where another kind of client would hold the message back.
Tone toneOf(const Inspection &inspection);
Tone toneOf(DnssecState state);

} // namespace mailseal
