#pragma once

#include "panes/pane.h"
#include "values/inspection.h"

#include <QString>

namespace mailseal {

/// Where this finding can be seen: the line that shows it, the certificate that has it, the name comparison.
Proof proofOf(const Finding &finding, const Inspection &inspection);
/// Whether there is a place at all to go to.
bool hasProof(const Proof &proof);
/// The place as a link says it: "Transcript, line 9", "Certificate 1", "Names"; empty where there is none.
QString proofText(const Proof &proof);

} // namespace mailseal
