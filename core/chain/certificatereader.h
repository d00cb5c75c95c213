#pragma once

#include "chain/opensslhandles.h"
#include "values/certificatefacts.h"

#include <QByteArray>

namespace mailseal {

/// The facts of a certificate that OpenSSL has read already (decoding one costs a millisecond); null where it
/// could not: then only `der` and `sha256` are set.
CertificateFacts factsOf(X509 *certificate, const QByteArray &der);

/// Four or sixteen octets as people write an address; others as "#" and hex.
QString addressText(const QByteArray &octets);

/// SHA-256 of the DER, lower-case hex.
QByteArray fingerprintOf(const QByteArray &der);

} // namespace mailseal
