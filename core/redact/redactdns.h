#pragma once

#include "redact/pseudonyms.h"
#include "values/dane.h"
#include "values/dns.h"

namespace mailseal {

/// Every name, address, digest and text in it replaced; the records' kinds and what DNSSEC says stay. For
/// redact alone.
void redactDns(DnsEvidence &dns, Pseudonyms &names);
/// The records; the problems are findings, which redact replaces.
void redactRecords(DaneFacts &dane, Pseudonyms &names);

} // namespace mailseal
