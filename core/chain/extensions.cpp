#include "chain/extensions.h"

#include <array>
#include <memory>

namespace mailseal {

using namespace openssl;

namespace {

QString hexOf(const ASN1_OCTET_STRING *octets)
{
    if (octets == nullptr)
        return {};
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(octets)), ASN1_STRING_length(octets))
            .toHex());
}

using FeaturesPtr = std::unique_ptr<TLS_FEATURE, FreeWith<TLS_FEATURE_free>>;

} // namespace

QString objectText(const ASN1_OBJECT *object)
{
    constexpr size_t bound = 128;
    std::array<char, bound> text{};
    OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 0);
    return QString::fromLatin1(text.data());
}

QString subjectText(const CertificateFacts &facts, qsizetype position)
{
    return facts.subject.isEmpty() ? QStringLiteral("certificate %1").arg(position) : facts.subject;
}

bool isAuthority(X509 *certificate)
{
    constexpr int caByConstraints = 1; // X509_check_ca(3)
    return certificate != nullptr && X509_check_ca(certificate) == caByConstraints;
}

bool demandsStaple(X509 *certificate)
{
    constexpr long statusRequest = 5; // RFC 6066 §8
    if (certificate == nullptr)
        return false;
    const FeaturesPtr features(
        static_cast<TLS_FEATURE *>(X509_get_ext_d2i(certificate, NID_tlsfeature, nullptr, nullptr)));
    for (int index = 0; features && index < sk_ASN1_INTEGER_num(features.get()); ++index) {
        if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features.get(), index)) == statusRequest)
            return true;
    }
    return false;
}

bool hasMisplacedExtensions(X509 *certificate)
{
    return X509_get_version(certificate) != X509_VERSION_3 && X509_get_ext_count(certificate) > 0;
}

QStringList unknownCriticalExtensions(X509 *certificate)
{
    QStringList unknown;
    for (int index = 0; index < X509_get_ext_count(certificate); ++index) {
        X509_EXTENSION *extension = X509_get_ext(certificate, index);
        if (X509_EXTENSION_get_critical(extension) != 0 && X509_supported_extension(extension) == 0)
            unknown.append(objectText(X509_EXTENSION_get_object(extension)));
    }
    return unknown;
}

QString keyIdOf(X509 *certificate) { return hexOf(X509_get0_subject_key_id(certificate)); }

QString issuerKeyIdOf(X509 *certificate) { return hexOf(X509_get0_authority_key_id(certificate)); }

QString signatureText(const X509 *certificate)
{
    const ASN1_OBJECT *algorithm = X509_get0_tbs_sigalg(certificate)->algorithm;
    QString name = objectText(algorithm);
    int digest = NID_undef;
    const bool isPss = OBJ_obj2nid(algorithm) == NID_rsassaPss;
    if (!isPss ||
        X509_get_signature_info(const_cast<X509 *>(certificate), &digest, nullptr, nullptr, nullptr) != 1)
        return name;
    return name + QLatin1StringView(", ") + QString::fromLatin1(OBJ_nid2sn(digest));
}

} // namespace mailseal
