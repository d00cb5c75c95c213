#include "examples/certificatefactory.h"

#include "examples/issuedcertificatedata.h"

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

#include <array>

namespace mailseal {

using namespace examples;

namespace {

KeyPtr makeKey(KeyKind kind)
{
    constexpr size_t rsaStrong = 2048;
    constexpr size_t rsaWeak = 1024;
    switch (kind) {
    case KeyKind::EcP256:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    case KeyKind::EcP384:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384"));
    case KeyKind::Rsa2048:
        return KeyPtr(EVP_RSA_gen(rsaStrong));
    case KeyKind::Rsa1024:
        return KeyPtr(EVP_RSA_gen(rsaWeak));
    case KeyKind::Ed25519:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    }
    return nullptr;
}

KeyPtr keyFor(const CertificateRequest &request)
{
    if (request.sameKeyAs.isNull())
        return makeKey(request.key);
    EVP_PKEY *shared = request.sameKeyAs.data()->key.get();
    EVP_PKEY_up_ref(shared);
    return KeyPtr(shared);
}

bool setSerial(X509 *certificate)
{
    // RFC 5280 §4.1.2.2: positive, at most 20 octets.
    std::array<unsigned char, 16> octets{};
    if (RAND_bytes(octets.data(), static_cast<int>(octets.size())) != 1)
        return false;
    octets[0] = static_cast<unsigned char>((octets[0] & 0x3fU) | 0x40U);
    return ASN1_STRING_set(X509_get_serialNumber(certificate), octets.data(),
                           static_cast<int>(octets.size())) == 1;
}

bool setDates(X509 *certificate, const CertificateRequest &request)
{
    constexpr int defaultDays = 90;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime from = request.notBefore.isNull() ? now.addDays(-1) : request.notBefore;
    const QDateTime until = request.notAfter.isNull() ? now.addDays(defaultDays) : request.notAfter;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from.toSecsSinceEpoch()) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), until.toSecsSinceEpoch()) != nullptr;
}

bool setSubject(X509 *certificate, const CertificateRequest &request)
{
    const bool raw = !request.rawCommonName.isEmpty();
    const QByteArray bytes = raw ? request.rawCommonName : request.commonName.toUtf8();
    if (bytes.isEmpty())
        return true;
    // A T61String holds any octets; OpenSSL neither writes nor reads a UTF8String that is none.
    return X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate), NID_commonName,
                                      raw ? V_ASN1_T61STRING : MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(bytes.constData()),
                                      static_cast<int>(bytes.size()), -1, 0) == 1;
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool appendDnsName(GENERAL_NAMES *names, const QByteArray &bytes)
{
    Ia5Ptr text(ASN1_IA5STRING_new());
    GeneralNamePtr name(GENERAL_NAME_new());
    if (!text || !name || ASN1_STRING_set(text.get(), bytes.constData(), static_cast<int>(bytes.size())) != 1)
        return false;
    GENERAL_NAME_set0_value(name.get(), GEN_DNS, text.release());
    return sk_GENERAL_NAME_push(names, name.get()) > 0 && name.release() != nullptr;
}

bool appendAddress(GENERAL_NAMES *names, const QString &address)
{
    OctetsPtr octets(a2i_IPADDRESS(address.toLatin1().constData()));
    GeneralNamePtr name(GENERAL_NAME_new());
    if (!octets || !name)
        return false;
    GENERAL_NAME_set0_value(name.get(), GEN_IPADD, octets.release());
    return sk_GENERAL_NAME_push(names, name.get()) > 0 && name.release() != nullptr;
}

bool addAlternativeNames(X509 *certificate, const CertificateRequest &request)
{
    if (request.dnsNames.isEmpty() && request.ipAddresses.isEmpty() && request.rawDnsNames.isEmpty())
        return true;
    const GeneralNamesPtr names(GENERAL_NAMES_new());
    bool ok = names != nullptr;
    for (const QString &name : request.dnsNames)
        ok = ok && appendDnsName(names.get(), name.toUtf8());
    for (const QByteArray &name : request.rawDnsNames)
        ok = ok && appendDnsName(names.get(), name);
    for (const QString &address : request.ipAddresses)
        ok = ok && appendAddress(names.get(), address);
    return ok &&
           X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

bool addUnknown(X509 *certificate)
{
    const ObjectPtr object(OBJ_txt2obj("1.2.3.4.5", 1));
    const OctetsPtr octets(ASN1_OCTET_STRING_new());
    constexpr unsigned char null[] = {0x05, 0x00};
    if (!object || !octets || ASN1_OCTET_STRING_set(octets.get(), null, sizeof(null)) != 1)
        return false;
    const ExtensionPtr extension(X509_EXTENSION_create_by_OBJ(nullptr, object.get(), 1, octets.get()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// OpenSSL takes an authority key identifier from an issuer alone: one is lent for it.
bool addIssuerKeyId(X509 *certificate, const QByteArray &hex)
{
    const X509Ptr lent(X509_new());
    return lent && addExtension(lent.get(), lent.get(), NID_subject_key_identifier, hex) &&
           addExtension(certificate, lent.get(), NID_authority_key_identifier, "keyid:always");
}

bool addRest(X509 *certificate, X509 *issuer, const CertificateRequest &request)
{
    bool ok = true;
    if (!request.nameConstraints.isEmpty())
        ok = addExtension(certificate, issuer, NID_name_constraints, "critical," + request.nameConstraints);
    if (request.mustStaple)
        ok = ok && addExtension(certificate, issuer, NID_tlsfeature, "status_request");
    return ok && (!request.unknownCritical || addUnknown(certificate));
}

bool addExtensions(X509 *certificate, X509 *issuer, const CertificateRequest &request)
{
    QByteArray constraints = request.isCa ? "critical,CA:TRUE" : "critical,CA:FALSE";
    if (request.isCa && request.pathLength)
        constraints += ",pathlen:" + QByteArray::number(*request.pathLength);
    const QByteArray usage = request.mayIssue ? "critical,keyCertSign,cRLSign" : "critical,cRLSign";
    bool ok = addExtension(certificate, issuer, NID_basic_constraints, constraints) &&
              addExtension(certificate, issuer, NID_subject_key_identifier,
                           request.keyId.isEmpty() ? QByteArrayLiteral("hash") : request.keyId);
    if (!request.issuerKeyId.isEmpty())
        ok = ok && addIssuerKeyId(certificate, request.issuerKeyId);
    else if (issuer != certificate) // RFC 5280 §4.2.1.1: one's own key identifier may be left out
        ok = ok && addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
    if (request.isCa)
        ok = ok && addExtension(certificate, issuer, NID_key_usage, usage);
    if (!request.isCa && request.extendedKeyUsage) {
        ok = ok && addExtension(certificate, issuer, NID_ext_key_usage,
                                request.serverAuth ? "serverAuth" : "clientAuth");
    }
    return ok && addRest(certificate, issuer, request) && addAlternativeNames(certificate, request);
}

bool setIssuerName(X509 *certificate, const X509 *issuer, const CertificateRequest &request)
{
    if (request.issuerName.isEmpty())
        return X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1;
    const QByteArray name = request.issuerName.toUtf8();
    return X509_NAME_add_entry_by_NID(X509_get_issuer_name(certificate), NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(name.constData()),
                                      static_cast<int>(name.size()), -1, 0) == 1;
}

const EVP_MD *digestFor(const EVP_PKEY *signer, const CertificateRequest &request)
{
    if (EVP_PKEY_is_a(signer, "ED25519") == 1)
        return nullptr; // RFC 8410 §3: the scheme brings its own
    if (request.md5)
        return EVP_md5();
    return request.sha1 ? EVP_sha1() : EVP_sha256();
}

bool sign(X509 *certificate, EVP_PKEY *signer, const CertificateRequest &request)
{
    const EVP_MD *digest = digestFor(signer, request);
    if (!request.pss)
        return X509_sign(certificate, signer, digest) > 0;
    const DigestPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *key = nullptr; // the context's own
    return context && EVP_DigestSignInit(context.get(), &key, digest, nullptr, signer) == 1 &&
           EVP_PKEY_CTX_set_rsa_padding(key, RSA_PKCS1_PSS_PADDING) == 1 &&
           X509_sign_ctx(certificate, context.get()) > 0;
}

QByteArray contentOf(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return QByteArray(bytes, size);
}

} // namespace

QByteArray IssuedCertificate::certificateDer() const
{
    if (!d)
        return {};
    const int size = i2d_X509(d->certificate.get(), nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(d->certificate.get(), &out);
    return der;
}

QByteArray IssuedCertificate::certificatePem() const
{
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!d || !memory || PEM_write_bio_X509(memory.get(), d->certificate.get()) != 1)
        return {};
    return contentOf(memory.get());
}

QByteArray IssuedCertificate::keyPem() const
{
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!d || !memory ||
        PEM_write_bio_PKCS8PrivateKey(memory.get(), d->key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return contentOf(memory.get());
}

IssuedCertificate issueCertificate(const CertificateRequest &request, const IssuedCertificate &issuer)
{
    auto made = std::make_shared<IssuedCertificate::Data>();
    made->key = keyFor(request);
    made->certificate.reset(X509_new());
    X509 *certificate = made->certificate.get();
    if (!made->key || certificate == nullptr)
        return {};
    X509 *issuerCertificate = issuer.isNull() ? certificate : issuer.data()->certificate.get();
    EVP_PKEY *signer = issuer.isNull() ? made->key.get() : issuer.data()->key.get();
    const long version = request.versionOne ? X509_VERSION_1 : X509_VERSION_3;
    const bool ok = X509_set_version(certificate, version) == 1 && setSerial(certificate) &&
                    setDates(certificate, request) && setSubject(certificate, request) &&
                    setIssuerName(certificate, issuerCertificate, request) &&
                    X509_set_pubkey(certificate, made->key.get()) == 1 &&
                    addExtensions(certificate, issuerCertificate, request) &&
                    sign(certificate, signer, request);
    return ok ? IssuedCertificate(std::move(made)) : IssuedCertificate();
}

} // namespace mailseal
