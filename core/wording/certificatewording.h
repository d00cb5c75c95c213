#pragma once

#include "values/certificatefacts.h"
#include "wording/wording.h"

#include <QDateTime>
#include <QString>

namespace mailseal {

/// The name people know a certificate by: its common name, else its subject, else its first DNS name.
QString certificateName(Wording::Speech speech, const CertificateFacts &certificate);
/// The common name in an RFC 4514 name, else all of it.
QString shortIssuer(const QString &name);
/// "EC, 256 bits"
QString keyWords(Wording::Speech speech, const CertificateFacts &certificate);
/// "78 days left", "expired 12 days ago", "not valid before 2027-05-03".
QString validityWords(Wording::Speech speech, const CertificateFacts &certificate, const QDateTime &at);
/// "trusts this chain", "does not trust this chain"; null: "could not be asked".
QString trustWords(Wording::Speech speech, std::optional<bool> trusted);
/// "GnuTLS 3.7.9 (Debian's Exim, msmtp)": a library and who uses it.
QString libraryWords(Wording::Speech speech, TlsLibrary library, const QString &version = {});
/// The day: as the locale writes it where people read it in their own language, else ISO 8601 and UTC.
QString dateWords(Wording::Speech speech, const QDateTime &moment);

} // namespace mailseal
