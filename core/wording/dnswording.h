#pragma once

#include "values/dane.h"
#include "values/dns.h"
#include "values/ocsp.h"
#include "values/sts.h"

namespace mailseal {

/// Source strings (English, context "wording"), a few words each.
const char *dnssecWords(DnssecState state);
/// How the lookup ended; "found" where there are records.
const char *lookupWords(LookupEnd end);
const char *fetchWords(StsFetchEnd end);
const char *modeWords(StsMode mode);
/// Why a TLSA record counts as it does; a clause.
const char *tlsaReasonWords(TlsaReason reason);
const char *stapleWords(OcspStatus status);

} // namespace mailseal
