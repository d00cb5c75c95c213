#include "wording/certificatewording.h"

#include "wording/wordingtext.h"

#include <QLocale>

namespace mailseal {

namespace {

/// How far the end of the validity is away, in whole days of the future or of the past.
QString distanceWords(Wording::Speech speech, qint64 seconds)
{
    constexpr qint64 day = qint64{24} * 60 * 60;
    const qint64 days = qAbs(seconds) / day;
    const char *words = nullptr;
    if (seconds < 0) {
        words = days == 0   ? QT_TRANSLATE_NOOP("wording", "expired today")
                : days == 1 ? QT_TRANSLATE_NOOP("wording", "expired yesterday")
                            : QT_TRANSLATE_NOOP("wording", "expired %1 days ago");
    } else {
        words = days == 0   ? QT_TRANSLATE_NOOP("wording", "expires within a day")
                : days == 1 ? QT_TRANSLATE_NOOP("wording", "1 day left")
                            : QT_TRANSLATE_NOOP("wording", "%1 days left");
    }
    return withArguments(inLanguage(speech, words), {QString::number(days)});
}

} // namespace

QString certificateName(Wording::Speech speech, const CertificateFacts &certificate)
{
    if (!certificate.commonNames.isEmpty() && !certificate.commonNames.constFirst().isEmpty())
        return certificate.commonNames.constFirst();
    if (!certificate.subject.isEmpty())
        return certificate.subject;
    if (!certificate.dnsNames.isEmpty())
        return certificate.dnsNames.constFirst();
    return inLanguage(speech, QT_TRANSLATE_NOOP("wording", "(no name)"));
}

QString shortIssuer(const QString &name)
{
    constexpr QLatin1StringView key("CN=");
    const qsizetype start = name.startsWith(key) ? 0 : name.indexOf(QLatin1StringView(",CN=")) + 1;
    if (!name.mid(start).startsWith(key))
        return name;
    qsizetype end = start + key.size();
    while (end < name.size() && name.at(end) != u',')
        end += name.at(end) == u'\\' ? 2 : 1; // RFC 4514 §2.4: an escaped comma belongs to the name
    return name.mid(start + key.size(), end - start - key.size());
}

QString keyWords(Wording::Speech speech, const CertificateFacts &certificate)
{
    if (certificate.keyType.isEmpty())
        return inLanguage(speech, QT_TRANSLATE_NOOP("wording", "unknown"));
    if (certificate.keyBits <= 0)
        return certificate.keyType;
    return withArguments(inLanguage(speech, QT_TRANSLATE_NOOP("wording", "%1, %2 bits")),
                         {certificate.keyType, QString::number(certificate.keyBits)});
}

QString validityWords(Wording::Speech speech, const CertificateFacts &certificate, const QDateTime &at)
{
    if (!certificate.notBefore.isValid() || !certificate.notAfter.isValid())
        return inLanguage(speech, QT_TRANSLATE_NOOP("wording", "validity unknown"));
    if (certificate.notBefore > at) {
        return withArguments(inLanguage(speech, QT_TRANSLATE_NOOP("wording", "not valid before %1")),
                             {dateWords(speech, certificate.notBefore)});
    }
    return distanceWords(speech, at.secsTo(certificate.notAfter));
}

QString trustWords(Wording::Speech speech, std::optional<bool> trusted)
{
    if (!trusted)
        return inLanguage(speech, QT_TRANSLATE_NOOP("wording", "could not be asked"));
    return *trusted ? inLanguage(speech, QT_TRANSLATE_NOOP("wording", "trusts this chain"))
                    : inLanguage(speech, QT_TRANSLATE_NOOP("wording", "does not trust this chain"));
}

QString libraryWords(Wording::Speech speech, TlsLibrary library, const QString &version)
{
    const QString space = version.isEmpty() ? QString() : u' ' + version;
    switch (library) {
    case TlsLibrary::OpenSsl:
        return withArguments(
            inLanguage(speech, QT_TRANSLATE_NOOP("wording", "OpenSSL%1 (Postfix, Sendmail)")), {space});
    case TlsLibrary::GnuTls:
        return withArguments(
            inLanguage(speech, QT_TRANSLATE_NOOP("wording", "GnuTLS%1 (Debian's Exim, msmtp)")), {space});
    }
    return {};
}

QString dateWords(Wording::Speech speech, const QDateTime &moment)
{
    return speech == Wording::Speech::English ? moment.toUTC().date().toString(Qt::ISODate)
                                              : localDay(moment.toLocalTime().date());
}

} // namespace mailseal
