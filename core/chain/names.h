#pragma once

#include "values/certificatefacts.h"
#include "values/namecheck.h"

#include <QList>

namespace mailseal {

/// Every presented identifier of `leaf` against every reference, each with its reason (RFC 9525 §6.3).
/// `matches` and `matchedBy` speak of the first reference; no references: `matches` is null. Where OpenSSL
/// decides otherwise the comparison says so.
NameCheck checkNames(const CertificateFacts &leaf, const QList<ReferenceName> &references);

} // namespace mailseal
