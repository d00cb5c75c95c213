#include "wire/pem.h"

namespace mailseal {

QByteArray certificatePem(const QByteArray &der)
{
    constexpr qsizetype lineLength = 64;
    const QByteArray base64 = der.toBase64();
    QByteArray pem("-----BEGIN CERTIFICATE-----\n");
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        pem.append(base64.mid(at, lineLength)).append('\n');
    return pem.append("-----END CERTIFICATE-----\n");
}

} // namespace mailseal
