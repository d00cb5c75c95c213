#pragma once

#include "values/inspection.h"
#include "values/tone.h"

#include <QList>

namespace mailseal {

/// The badge of a server: that of the verdict acted under; warned where another kind of client would hold the
/// message back.
Tone toneOf(const Inspection &inspection);
/// The badge of a domain: that of its worst server; unknown where there is none.
Tone toneOf(const QList<Inspection> &inspections);
/// The one that a person should see first. What could not be told is worse than a warning: it may be
/// anything.
Tone worse(Tone one, Tone other);

} // namespace mailseal
