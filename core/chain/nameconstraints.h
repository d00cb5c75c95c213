#pragma once

#include "chain/pathbuilder.h"
#include "values/certificatefacts.h"

#include <QList>

namespace mailseal {

/// Wildcards of the leaf that cover a name which a CA of its path is not allowed to issue for (RFC 5280
/// §4.2.1.10: excludedSubtrees). OpenSSL compares the wildcard's text alone and lets "*.example.org" pass
/// where mx.example.org is excluded; what OpenSSL itself refuses is among the errors of `path`.
QList<Finding> excludedWildcards(const CertificateFacts &leaf, const BuiltPath &path);

} // namespace mailseal
