#pragma once

#include "answers/assessment.h"
#include "values/inspection.h"

#include <QList>

namespace mailseal {

Assessment encryptedAnswer(const Inspection &inspection);
Assessment selfSignedAnswer(const Inspection &inspection);
Assessment nameAnswer(const Inspection &inspection);
Assessment certificateAnswer(const Inspection &inspection);
/// What the client does that was acted as.
Assessment actingAnswer(const Inspection &inspection);

/// The first screen of window and reports, in its order: Encrypted, Self-signed, Name, Certificate, and DNS
/// where a mail domain was asked for.
QList<Assessment> firstScreen(const Inspection &inspection);

/// What was seen so far, for as long as it runs: nothing has ended it, and nobody has judged it yet.
Inspection soFar(Inspection running);

} // namespace mailseal
