#include "chain/asn1time.h"
#include "chain/certificatereader.h"
#include "chain/chain.h"

#include "chain/escaping.h"
#include "chain/extensions.h"
#include "chain/opensslhandles.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <arpa/inet.h>

#include <array>

namespace mailseal {

using namespace openssl;

namespace openssl {

X509Ptr certificateFromDer(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    X509Ptr certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    return at == end ? std::move(certificate) : nullptr;
}

QByteArray derOf(const X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    const BytesPtr owner(bytes);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(bytes), size) : QByteArray();
}

} // namespace openssl

namespace {

QByteArray bytesOf(const ASN1_STRING *string)
{
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)),
                      ASN1_STRING_length(string));
}

QString nameText(const X509_NAME *name)
{
    // RFC 4514 with UTF-8 left readable: escapedName takes care of what must not be shown.
    constexpr unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!memory || X509_NAME_print_ex(memory.get(), name, 0, flags) < 0)
        return {};
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return escapedName(QByteArray(bytes, size));
}

QStringList commonNamesOf(const X509_NAME *subject)
{
    QStringList names;
    for (int at = -1; (at = X509_NAME_get_index_by_NID(subject, NID_commonName, at)) >= 0;) {
        unsigned char *bytes = nullptr;
        const int size =
            ASN1_STRING_to_UTF8(&bytes, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
        const BytesPtr owner(bytes);
        if (size >= 0)
            names.append(escaped(QByteArray(reinterpret_cast<const char *>(bytes), size)));
    }
    return names;
}

QString serialText(const ASN1_INTEGER *serial)
{
    QString hex = QString::fromLatin1(bytesOf(serial).toHex());
    if (hex.isEmpty())
        hex = QStringLiteral("00");
    return ASN1_STRING_type(serial) == V_ASN1_NEG_INTEGER ? u'-' + hex : hex;
}

QString keyTypeOf(const EVP_PKEY *key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return QStringLiteral("RSA");
    case EVP_PKEY_RSA_PSS:
        return QStringLiteral("RSA-PSS");
    case EVP_PKEY_EC:
        return QStringLiteral("EC");
    case EVP_PKEY_ED25519:
        return QStringLiteral("Ed25519");
    case EVP_PKEY_ED448:
        return QStringLiteral("Ed448");
    case EVP_PKEY_DSA:
        return QStringLiteral("DSA");
    default: // not an enumeration: any other number OpenSSL knows
        return QString::fromLatin1(EVP_PKEY_get0_type_name(key));
    }
}

void readKey(X509 *certificate, CertificateFacts &facts)
{
    X509_PUBKEY *info = X509_get_X509_PUBKEY(certificate);
    unsigned char *bytes = nullptr;
    const int size = i2d_X509_PUBKEY(info, &bytes);
    const BytesPtr owner(bytes);
    if (size > 0) {
        const QByteArrayView spki(bytes, size);
        facts.spkiSha256 = QCryptographicHash::hash(spki.toByteArray(), QCryptographicHash::Sha256).toHex();
    }
    if (const EVP_PKEY *key = X509_get0_pubkey(certificate)) {
        facts.keyType = keyTypeOf(key);
        facts.keyBits = EVP_PKEY_get_bits(key);
        return;
    }
    ASN1_OBJECT *algorithm = nullptr; // a key that OpenSSL cannot use still has a name
    if (X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, info) == 1)
        facts.keyType = objectText(algorithm);
}

void readAlternativeNames(const X509 *certificate, CertificateFacts &facts)
{
    for (int at = -1; (at = X509_get_ext_by_NID(certificate, NID_subject_alt_name, at)) >= 0;) {
        const GeneralNamesPtr names(
            static_cast<GENERAL_NAMES *>(X509V3_EXT_d2i(X509_get_ext(certificate, at))));
        for (int index = 0; names && index < sk_GENERAL_NAME_num(names.get()); ++index) {
            const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), index);
            if (name->type == GEN_DNS) {
                facts.dnsNames.append(escaped(bytesOf(name->d.dNSName)));
            } else if (name->type == GEN_IPADD) {
                facts.ipAddresses.append(addressText(bytesOf(name->d.iPAddress)));
            }
        }
    }
}

bool isSelfSigned(X509 *certificate)
{
    EVP_PKEY *key = X509_get0_pubkey(certificate);
    return key != nullptr &&
           X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0 &&
           X509_verify(certificate, key) == 1;
}

} // namespace

CertificateFacts factsOf(X509 *certificate, const QByteArray &der)
{
    const ErrorScope errors;
    CertificateFacts facts;
    facts.der = der;
    facts.sha256 = fingerprintOf(der);
    if (certificate == nullptr)
        return facts;
    facts.subject = nameText(X509_get_subject_name(certificate));
    facts.issuer = nameText(X509_get_issuer_name(certificate));
    facts.serial = serialText(X509_get0_serialNumber(certificate));
    facts.notBefore = timeOf(X509_get0_notBefore(certificate));
    facts.notAfter = timeOf(X509_get0_notAfter(certificate));
    readKey(certificate, facts);
    facts.signature = signatureText(certificate);
    facts.commonNames = commonNamesOf(X509_get_subject_name(certificate));
    readAlternativeNames(certificate, facts);
    facts.selfSigned = isSelfSigned(certificate);
    return facts;
}

QString addressText(const QByteArray &octets)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = octets.size() == sizeof(in_addr) ? AF_INET : AF_INET6;
    const bool known = octets.size() == sizeof(in_addr) || octets.size() == sizeof(in6_addr);
    if (known && inet_ntop(family, octets.constData(), text.data(), INET6_ADDRSTRLEN) != nullptr)
        return QString::fromLatin1(text.data());
    return u'#' + QString::fromLatin1(octets.toHex()); // RFC 5280 §4.2.1.6 knows 4 and 16 octets only
}

QByteArray fingerprintOf(const QByteArray &der)
{
    return QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
}

CertificateFacts readCertificate(const QByteArray &der)
{
    const ErrorScope errors;
    return factsOf(certificateFromDer(der).get(), der);
}

} // namespace mailseal
