#pragma once

#include "pages/pane.h"
#include "values/inspection.h"

#include <QString>

namespace mailseal {

/// Where this finding can be seen: the line that shows it, the certificate that has it, the name comparison.
Proof proofOf(const Finding &finding, const Inspection &inspection);
/// The same in a verdict that judged this variant (null: the main session): on the page of its certificate,
/// since the transcript is the main session's.
Proof proofOf(const Finding &finding, const Inspection &inspection, const std::optional<int> &judged);
/// Whether there is a place at all to go to.
bool hasProof(const Proof &proof);
/// The place as a link says it: "Transcript, line 9", "Certificate 1", "Names"; empty where there is none.
QString proofText(const Proof &proof);

} // namespace mailseal
