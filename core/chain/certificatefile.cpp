#include "chain/chain.h"

#include "chain/opensslhandles.h"
#include "values/limits.h"
#include "wire/reasonwire.h"

namespace mailseal {

using namespace openssl;

namespace {

constexpr QByteArrayView pemBegin("-----BEGIN ");
constexpr qsizetype mebibyte = 1'048'576;

QString unreadableBlock(int number)
{
    return toWire(Reason{ReasonCode::PemBlockUnreadable, QString::number(number), ErrorScope::lastReason()});
}

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
                read.error = unreadableBlock(number);
            break;
        }
        if (!isCertificate(label))
            continue;
        const QByteArray der = certificateIn(bytes, size);
        if (der.isEmpty()) {
            read.error = unreadableBlock(number);
            break;
        }
        read.certificates.append(der);
    }
    if (read.certificates.isEmpty() && read.error.isEmpty())
        read.error = toWire(ReasonCode::FileWithoutPem);
    return read;
}

} // namespace

PemRead readCertificates(const QByteArray &fileContent)
{
    const ErrorScope errors;
    if (fileContent.size() > limits::rootsFile)
        return {{}, toWire(ReasonCode::FileTooLong, QString::number(limits::rootsFile / mebibyte))};
    if (fileContent.isEmpty())
        return {{}, toWire(ReasonCode::FileEmpty)};
    if (fileContent.contains(pemBegin)) {
        PemRead read = readPem(fileContent.startsWith("\xef\xbb\xbf") ? fileContent.mid(3) : fileContent);
        if (!read.error.isEmpty())
            read.certificates.clear();
        return read;
    }
    if (!certificateFromDer(fileContent))
        return {{}, toWire(Reason{ReasonCode::FileNotCertificate, {}, ErrorScope::lastReason()})};
    return {{fileContent}, {}};
}

} // namespace mailseal
