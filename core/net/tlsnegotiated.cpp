#include "net/tlsnegotiated.h"

#include "net/tlshandles.h"
#include "values/limits.h"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ssl.h>

#include <array>
#include <string_view>

namespace mailseal {

namespace {

TlsProtocol protocolOf(const SSL *ssl)
{
    switch (SSL_version(ssl)) {
    case TLS1_VERSION:
        return TlsProtocol::TlsV1_0;
    case TLS1_1_VERSION:
        return TlsProtocol::TlsV1_1;
    case TLS1_2_VERSION:
        return TlsProtocol::TlsV1_2;
    default:
        return TlsProtocol::TlsV1_3;
    }
}

/// "X25519", "P-256", "ffdhe2048", "DH-1024" from the server's ephemeral key.
QString groupName(EVP_PKEY *key)
{
    std::array<char, 64> name{};
    const bool named = EVP_PKEY_get_group_name(key, name.data(), name.size(), nullptr) == 1;
    const std::string_view group = named ? name.data() : "";
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_DH:
        return group.empty() ? QStringLiteral("DH-%1").arg(EVP_PKEY_get_bits(key))
                             : QString::fromLatin1(name.data());
    case EVP_PKEY_EC:
        if (group == SN_X9_62_prime256v1)
            return QStringLiteral("P-256");
        if (group == SN_secp384r1)
            return QStringLiteral("P-384");
        if (group == SN_secp521r1)
            return QStringLiteral("P-521");
        return QString::fromLatin1(name.data());
    default:
        return QString::fromLatin1(EVP_PKEY_get0_type_name(key));
    }
}

/// Where no key of the server's was seen: "RSA" where the suite has it so, empty where that is unknown.
QString keyExchangeWithoutKey(const SSL_CIPHER *cipher)
{
    return cipher && SSL_CIPHER_get_kx_nid(cipher) == NID_kx_rsa ? QStringLiteral("RSA") : QString();
}

QString keyExchangeOf(SSL *ssl)
{
    EVP_PKEY *raw = nullptr;
    if (SSL_get_peer_tmp_key(ssl, &raw) == 1) {
        const tls::Key key(raw);
        return groupName(key.get());
    }
    // A KEM leaves the client no key of the server's (X25519MLKEM768): the group alone tells.
    const auto group = SSL_get_negotiated_group(ssl);
    if (const char *name = group != NID_undef ? SSL_group_to_name(ssl, static_cast<int>(group)) : nullptr)
        return QString::fromLatin1(name);
    return keyExchangeWithoutKey(SSL_get_current_cipher(ssl));
}

/// The IANA SignatureScheme; TLS 1.0 and 1.1 have none (their MD5 and SHA-1 mixture is no scheme).
QString signatureOf(SSL *ssl)
{
    int type = NID_undef;
    int digest = NID_undef;
    if (SSL_get_peer_signature_type_nid(ssl, &type) != 1)
        return {};
    if (type == NID_ED25519)
        return QStringLiteral("ed25519");
    if (type == NID_ED448)
        return QStringLiteral("ed448");
    if (SSL_get_peer_signature_nid(ssl, &digest) != 1)
        return {};
    const QString hash = digest == NID_sha1     ? QStringLiteral("sha1")
                         : digest == NID_sha224 ? QStringLiteral("sha224")
                         : digest == NID_sha256 ? QStringLiteral("sha256")
                         : digest == NID_sha384 ? QStringLiteral("sha384")
                         : digest == NID_sha512 ? QStringLiteral("sha512")
                                                : QString();
    if (hash.isEmpty())
        return {};
    if (type == EVP_PKEY_RSA)
        return QStringLiteral("rsa_pkcs1_") + hash;
    if (type == EVP_PKEY_RSA_PSS) {
        const X509 *leaf = SSL_get0_peer_certificate(ssl);
        EVP_PKEY *key = leaf ? X509_get0_pubkey(leaf) : nullptr;
        const bool pssKey = key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA_PSS;
        return (pssKey ? QStringLiteral("rsa_pss_pss_") : QStringLiteral("rsa_pss_rsae_")) + hash;
    }
    if (type != EVP_PKEY_EC)
        return {};
    // The schemes bind the curve to the hash (RFC 8446 §4.2.3); TLS 1.2 used the code points for any curve.
    return digest == NID_sha256   ? QStringLiteral("ecdsa_secp256r1_sha256")
           : digest == NID_sha384 ? QStringLiteral("ecdsa_secp384r1_sha384")
           : digest == NID_sha512 ? QStringLiteral("ecdsa_secp521r1_sha512")
                                  : QStringLiteral("ecdsa_") + hash;
}

void addCipher(TlsFacts &facts, const SSL_CIPHER *cipher)
{
    facts.cipher = QString::fromLatin1(SSL_CIPHER_standard_name(cipher));
    facts.anonymous = SSL_CIPHER_get_auth_nid(cipher) == NID_auth_null;
}

} // namespace

TlsFacts negotiatedOn(ssl_st *ssl)
{
    TlsFacts facts;
    facts.protocol = protocolOf(ssl);
    if (const SSL_CIPHER *cipher = SSL_get_current_cipher(ssl))
        addCipher(facts, cipher);
    facts.keyExchange = keyExchangeOf(ssl);
    facts.signature = signatureOf(ssl);
    if (const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name))
        facts.serverName = QString::fromLatin1(name);
    const unsigned char *staple = nullptr;
    const long stapled = SSL_get_tlsext_status_ocsp_resp(ssl, &staple);
    if (staple && stapled > 0 && stapled <= limits::ocspStaple)
        facts.ocspStaple =
            QByteArray(reinterpret_cast<const char *>(staple), static_cast<qsizetype>(stapled));
    return facts;
}

TlsFacts negotiatedByNames(TlsProtocol protocol, const QString &cipherName, evp_pkey_st *serverKey)
{
    TlsFacts facts;
    facts.protocol = protocol;
    facts.cipher = cipherName;
    facts.clientCertificateRequested.reset();
    const tls::Context context(SSL_CTX_new(TLS_client_method()));
    if (!context || SSL_CTX_set_cipher_list(context.get(), "ALL:COMPLEMENTOFALL:@SECLEVEL=0") != 1)
        return facts;
    const SSL_CIPHER *found = nullptr;
    const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(context.get());
    for (int i = 0; i < sk_SSL_CIPHER_num(ciphers) && !found; ++i) {
        const SSL_CIPHER *one = sk_SSL_CIPHER_value(ciphers, i);
        if (cipherName == QLatin1StringView(SSL_CIPHER_get_name(one)))
            found = one;
    }
    if (found)
        addCipher(facts, found);
    facts.keyExchange = serverKey ? groupName(serverKey) : keyExchangeWithoutKey(found);
    return facts;
}

} // namespace mailseal
