#include "report/page.h"
#include "report/text.h"
#include "wire/escape.h"

namespace mailseal {

namespace {

/// A name as a comment that no PEM reader takes for a boundary, not even one that searches inside lines.
QByteArray comment(const char *label, const QString &name)
{
    QString text = oneLine(name);
    while (text.contains(QLatin1StringView("-----")))
        text.replace(QLatin1StringView("-----"), QLatin1StringView("\\x2D----"));
    return QByteArray("# ") + label + ": " + text.toUtf8() + '\n';
}

/// RFC 7468 §2: base64 in lines of 64 characters.
QByteArray block(const QByteArray &der)
{
    constexpr qsizetype lineLength = 64;
    const QByteArray base64 = der.toBase64();
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        pem += base64.mid(at, lineLength) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

} // namespace

QByteArray chainPem(const Inspection &inspection)
{
    QByteArray pem;
    if (inspection.chain) {
        for (const CertificateFacts &certificate : inspection.chain->sent) {
            pem += comment("Subject", certificate.subject) + comment("Issuer", certificate.issuer) +
                   block(certificate.der) + '\n';
        }
    } else if (inspection.evidence.session.sentChain) {
        for (const QByteArray &der : *inspection.evidence.session.sentChain)
            pem += block(der) + '\n';
    }
    return pem;
}

} // namespace mailseal
