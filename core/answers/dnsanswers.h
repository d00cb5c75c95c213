#pragma once

#include "answers/assessment.h"
#include "values/inspection.h"

#include <optional>

namespace mailseal {

/// What the DNS comes to for this server and its mail domain; null where no domain was asked for.
std::optional<Assessment> dnsAnswer(const Inspection &inspection);

/// Through what was looked up, with how many questions; what keeps DNSSEC from being told.
Assessment resolverAnswer(const Inspection &inspection);
/// What the TLSA records come to for this server; null where none were looked up.
std::optional<Assessment> tlsaAnswer(const Inspection &inspection);
/// What the domain's MTA-STS policy means for this server; null where it was not asked for.
std::optional<Assessment> stsAnswer(const Inspection &inspection);
/// Where reports go; null where it was not asked for.
std::optional<Assessment> tlsRptAnswer(const Inspection &inspection);

/// Records that a sender may rely on and that match the certificates sent.
int matchingRecords(const DaneFacts &dane);
/// How many things there are to mend in the DNS.
int dnsProblemCount(const Inspection &inspection);

} // namespace mailseal
