#include "report/page.h"
#include "report/text.h"
#include "wire/escape.h"
#include "wire/pem.h"

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

} // namespace

QByteArray chainPem(const Inspection &inspection)
{
    QByteArray pem;
    if (inspection.chain) {
        for (const CertificateFacts &certificate : inspection.chain->sent) {
            pem += comment("Subject", certificate.subject) + comment("Issuer", certificate.issuer) +
                   certificatePem(certificate.der) + '\n';
        }
    } else if (inspection.evidence.session.sentChain) {
        for (const QByteArray &der : *inspection.evidence.session.sentChain)
            pem += certificatePem(der) + '\n';
    }
    return pem;
}

} // namespace mailseal
