#pragma once

#include "values/conformance.h"
#include "values/evidence.h"

#include <QList>

namespace mailseal {

/// The RFC 3207 rows that one normal session shows (docs/judgement.md "RFC 3207 in the dialogue"), in that
/// order, each with the transcript lines that prove it. Empty where no server was reached at all.
QList<ConformanceRow> checkConformance(const Evidence &evidence);

} // namespace mailseal
