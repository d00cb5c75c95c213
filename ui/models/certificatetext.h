#pragma once

#include "values/certificatefacts.h"
#include "wording/certificatewording.h"

#include <QString>
#include <QStringList>

class QDateTime;

namespace mailseal {

/// The name people know a certificate by: its common name, else its subject, else its first DNS name.
QString shortName(const CertificateFacts &certificate);
/// "EC 256 bits", in the language of the window.
QString keyText(const CertificateFacts &certificate);
/// "78 days left", "expired 12 days ago", "valid from 3 May 2027 on".
QString validityText(const CertificateFacts &certificate, const QDateTime &at);
/// "1 certificate", "3 certificates".
QString certificatesText(qsizetype count);
/// Hex in pairs with colons, upper case, as other tools print fingerprints.
QString fingerprintText(const QByteArray &hex);
/// Hex in groups of eight, so that it wraps where there is little room; copied, tools take it as it is.
QString wrappableHex(const QByteArray &hex);
/// At most `most` of the texts joined by ", ", with the number of the others.
QString joinedText(const QStringList &texts, qsizetype most);

} // namespace mailseal
