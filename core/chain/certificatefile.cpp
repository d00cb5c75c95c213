#include "chain/chain.h"

#include "chain/opensslhandles.h"
#include "values/limits.h"

namespace mailseal {

using namespace openssl;

namespace {

constexpr QByteArrayView pemBegin("-----BEGIN ");
constexpr qsizetype mebibyte = 1'048'576;

QString unreadable(const QString &what)
{
    const QString reason = ErrorScope::lastReason();
    return reason.isEmpty() ? what : what + QLatin1StringView(": ") + reason;
}

QString inBlock(int number) { return QStringLiteral("PEM block %1 cannot be read").arg(number); }

bool isCertificate(const QByteArray &label)
{
    return label == PEM_STRING_X509 || label == PEM_STRING_X509_OLD || label == PEM_STRING_X509_TRUSTED;
}

/// "TRUSTED CERTIFICATE" is OpenSSL's own: a certificate with settings of trust behind it, which are left
/// out.
QByteArray certificateIn(const unsigned char *bytes, long size)
{
    const unsigned char *at = bytes;
    const X509Ptr certificate(d2i_X509(nullptr, &at, size));
    return certificate ? QByteArray(reinterpret_cast<const char *>(bytes), at - bytes) : QByteArray();
}

PemRead readPem(const QByteArray &text)
{
    PemRead read;
    const BioPtr memory(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    for (int number = 1; memory; ++number) {
        char *label = nullptr;
        char *header = nullptr;
        unsigned char *bytes = nullptr;
        long size = 0;
        const bool found = PEM_read_bio(memory.get(), &label, &header, &bytes, &size) == 1;
        const TextPtr labelOwner(label);
        const TextPtr headerOwner(header);
        const BytesPtr bytesOwner(bytes);
        if (!found) {
            if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
                read.error = unreadable(inBlock(number));
            break;
        }
        if (!isCertificate(label))
            continue;
        const QByteArray der = certificateIn(bytes, size);
        if (der.isEmpty()) {
            read.error = unreadable(inBlock(number));
            break;
        }
        read.certificates.append(der);
    }
    if (read.certificates.isEmpty() && read.error.isEmpty())
        read.error = QStringLiteral("there is no CERTIFICATE block in it");
    return read;
}

} // namespace

PemRead readCertificates(const QByteArray &fileContent)
{
    const ErrorScope errors;
    if (fileContent.size() > limits::rootsFile)
        return {{}, QStringLiteral("it is longer than %1 MiB").arg(limits::rootsFile / mebibyte)};
    if (fileContent.isEmpty())
        return {{}, QStringLiteral("it is empty")};
    if (fileContent.contains(pemBegin)) {
        PemRead read = readPem(fileContent.startsWith("\xef\xbb\xbf") ? fileContent.mid(3) : fileContent);
        if (!read.error.isEmpty())
            read.certificates.clear();
        return read;
    }
    if (!certificateFromDer(fileContent))
        return {{}, unreadable(QStringLiteral("it is neither PEM nor one certificate in DER"))};
    return {{fileContent}, {}};
}

} // namespace mailseal
