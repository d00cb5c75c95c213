#pragma once

#include "redact/pseudonyms.h"
#include "values/sts.h"

namespace mailseal {

/// What the policy host said, and what was read of it, by the same pseudonyms as all else. Findings and
/// certificates are left to the caller.
void redactFetch(StsFetch &fetch, Pseudonyms &names);
void redactSts(StsFacts &facts, Pseudonyms &names);
void redactTlsRpt(TlsRptFacts &facts, Pseudonyms &names);

} // namespace mailseal
