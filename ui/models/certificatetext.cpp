#include "models/certificatetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace mailseal {

namespace {

struct CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::CertificateText)
};

} // namespace

QString shortName(const CertificateFacts &certificate)
{
    if (!certificate.commonNames.isEmpty() && !certificate.commonNames.first().isEmpty())
        return certificate.commonNames.first();
    if (!certificate.subject.isEmpty())
        return certificate.subject;
    if (!certificate.dnsNames.isEmpty())
        return certificate.dnsNames.first();
    return CertificateText::tr("(no name)");
}

QString keyText(const CertificateFacts &certificate)
{
    if (certificate.keyType.isEmpty())
        return CertificateText::tr("unknown");
    if (certificate.keyBits <= 0)
        return certificate.keyType;
    return CertificateText::tr("%1, %n bits", nullptr, certificate.keyBits).arg(certificate.keyType);
}

QString validityText(const CertificateFacts &certificate, const QDateTime &at)
{
    if (!certificate.notBefore.isValid() || !certificate.notAfter.isValid())
        return CertificateText::tr("validity unknown");
    if (certificate.notBefore > at) {
        return CertificateText::tr("not valid before %1")
            .arg(QLocale().toString(certificate.notBefore.toLocalTime().date(), QLocale::ShortFormat));
    }
    constexpr qint64 day = qint64{24} * 60 * 60;
    const qint64 seconds = at.secsTo(certificate.notAfter);
    const int days = static_cast<int>(qAbs(seconds) / day);
    if (seconds < 0) {
        return days == 0   ? CertificateText::tr("expired today")
               : days == 1 ? CertificateText::tr("expired yesterday")
                           : CertificateText::tr("expired %n days ago", nullptr, days);
    }
    return days == 0   ? CertificateText::tr("expires within a day")
           : days == 1 ? CertificateText::tr("1 day left")
                       : CertificateText::tr("%n days left", nullptr, days);
}

QString certificatesText(qsizetype count)
{
    return count == 1 ? CertificateText::tr("1 certificate")
                      : CertificateText::tr("%n certificates", nullptr, static_cast<int>(count));
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

QString fingerprintText(const QByteArray &hex)
{
    return QString::fromLatin1(QByteArray::fromHex(hex).toHex(':').toUpper());
}

QString wrappableHex(const QByteArray &hex)
{
    constexpr qsizetype group = 8;
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += group)
        groups.append(QString::fromLatin1(hex.mid(at, group)));
    return groups.join(u' ');
}

QByteArray pemOf(const CertificateFacts &certificate)
{
    constexpr qsizetype lineLength = 64; // RFC 7468 §2
    const QByteArray text = certificate.der.toBase64();
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    for (qsizetype at = 0; at < text.size(); at += lineLength)
        pem += text.mid(at, lineLength) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

QString joinedText(const QStringList &texts, qsizetype most)
{
    if (texts.size() <= most)
        return texts.join(QLatin1StringView(", "));
    return CertificateText::tr("%1 and %n more", nullptr, static_cast<int>(texts.size() - most))
        .arg(texts.first(most).join(QLatin1StringView(", ")));
}

} // namespace mailseal
