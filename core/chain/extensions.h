#pragma once

#include "chain/opensslhandles.h"
#include "values/certificatefacts.h"

#include <QByteArray>
#include <QString>

namespace mailseal {

/// OpenSSL's long name of an algorithm or an extension, or the dotted OID.
QString objectText(const ASN1_OBJECT *object);

/// How findings call a certificate: its subject, or "certificate N" where it has none.
QString subjectText(const CertificateFacts &facts, qsizetype position);

/// Basic constraints CA:TRUE (RFC 5280 §4.2.1.9).
bool isAuthority(X509 *certificate);
/// Its TLS feature extension demands a stapled OCSP response (RFC 7633 §4.2.3.1).
bool demandsStaple(X509 *certificate);
/// Extensions in a certificate of another version than 3 (RFC 5280 §4.1.2.1, §4.1.2.9).
bool hasMisplacedExtensions(X509 *certificate);
/// The critical extensions that OpenSSL does not know, by name or as a dotted OID (RFC 5280 §4.2).
QStringList unknownCriticalExtensions(X509 *certificate);

/// Subject and authority key identifier (RFC 5280 §4.2.1.1, §4.2.1.2), lower-case hex; empty where there is
/// none.
QString keyIdOf(X509 *certificate);
QString issuerKeyIdOf(X509 *certificate);

/// The algorithm of its signature: OpenSSL's long name, with the hash where that does not tell it
/// ("rsassaPss, SHA1"; RFC 4055 §3.1 lets RSASSA-PSS use any).
QString signatureText(const X509 *certificate);

} // namespace mailseal
