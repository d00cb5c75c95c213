#include "net/tlsobserver.h"

#include "net/alertnames.h"
#include "values/limits.h"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ssl.h>

#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace mailseal {

namespace {

thread_local TlsObserver *armedObserver = nullptr;
/// All of this thread that watch an SSL object, linked by `m_next`. The object's ex_data cannot hold them:
/// Qt 6.4 writes to the two indexes behind its own without having asked OpenSSL for them, and ours is one.
thread_local TlsObserver *firstWatching = nullptr;

struct FreeKey
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
struct FreeContext
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using Context = std::unique_ptr<SSL_CTX, FreeContext>;
struct FreeConnection
{
    void operator()(SSL *connection) const { SSL_free(connection); }
};
using Connection = std::unique_ptr<SSL, FreeConnection>;

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

QString keyExchangeOf(SSL *ssl)
{
    EVP_PKEY *raw = nullptr;
    if (SSL_get_peer_tmp_key(ssl, &raw) == 1) {
        const Key key(raw);
        return groupName(key.get());
    }
    const SSL_CIPHER *cipher = SSL_get_current_cipher(ssl);
    return cipher && SSL_CIPHER_get_kx_nid(cipher) == NID_kx_rsa ? QStringLiteral("RSA") : QString();
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

/// Reads big-endian lengths and slices, never beyond the end.
class Bytes
{
public:
    Bytes(const unsigned char *data, size_t length)
        : m_data(data)
        , m_left(length)
    {
    }
    std::optional<size_t> number(size_t octets)
    {
        if (m_left < octets)
            return std::nullopt;
        size_t value = 0;
        for (size_t i = 0; i < octets; ++i)
            value = (value << 8U) | m_data[i];
        skip(octets);
        return value;
    }
    /// The slice behind a length of `octets` octets.
    std::optional<Bytes> slice(size_t octets)
    {
        const auto length = number(octets);
        if (!length || *length > m_left)
            return std::nullopt;
        const Bytes part(m_data, *length);
        skip(*length);
        return part;
    }
    bool isEmpty() const { return m_left == 0; }
    QByteArray toByteArray() const
    {
        return {reinterpret_cast<const char *>(m_data), static_cast<qsizetype>(m_left)};
    }

private:
    void skip(size_t count)
    {
        m_data += count;
        m_left -= count;
    }
    const unsigned char *m_data;
    size_t m_left;
};

/// The certificates of a Certificate message body (RFC 5246 §7.4.2, RFC 8446 §4.4.2).
QList<QByteArray> certificatesOf(Bytes body, bool isTls13)
{
    QList<QByteArray> chain;
    if (isTls13 && !body.slice(1)) // certificate_request_context
        return chain;
    auto list = body.slice(3);
    while (list && !list->isEmpty()) {
        const auto certificate = list->slice(3);
        if (!certificate || (isTls13 && !list->slice(2))) // extensions of the entry
            break;
        chain.append(certificate->toByteArray());
    }
    return chain;
}

} // namespace

struct TlsObserverHooks
{
    static void install()
    {
        static const int registered = SSL_get_ex_new_index(0, nullptr, &made, nullptr, &freed);
        Q_UNUSED(registered)
    }
    static void made(void *parent, void *, CRYPTO_EX_DATA *, int, long, void *)
    {
        TlsObserver *observer = armedObserver;
        if (!observer || observer->m_attached)
            return;
        auto *ssl = static_cast<SSL *>(parent);
        observer->m_ssl = ssl;
        observer->m_attached = true;
        observer->m_next = std::exchange(firstWatching, observer);
        SSL_set_msg_callback(ssl, &message);
        SSL_set_msg_callback_arg(ssl, observer);
        // Ours to read, not Qt's: a staple that cannot be decoded would end Qt's handshake.
        SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp);
    }
    static void freed(void *parent, void *, CRYPTO_EX_DATA *, int, long, void *)
    {
        for (TlsObserver *one = firstWatching; one; one = one->m_next) {
            if (one->m_ssl == parent) {
                letGo(one);
                return;
            }
        }
    }
    static void letGo(TlsObserver *observer)
    {
        TlsObserver **link = &firstWatching;
        while (*link && *link != observer)
            link = &(*link)->m_next;
        if (*link)
            *link = observer->m_next;
        observer->m_ssl = nullptr;
    }
    static void message(int sent, int, int contentType, const void *data, size_t length, SSL *,
                        void *observer)
    {
        static_cast<TlsObserver *>(observer)->onMessage(sent != 0, contentType,
                                                        static_cast<const unsigned char *>(data), length);
    }
};

void TlsObserver::warmUp()
{
    const Context context(SSL_CTX_new(TLS_client_method()));
    if (context)
        const Connection made(SSL_new(context.get()));
}

TlsObserver::Armed::Armed(TlsObserver *observer)
{
    TlsObserverHooks::install();
    armedObserver = observer;
}

TlsObserver::Armed::~Armed() { armedObserver = nullptr; }

TlsObserver::~TlsObserver()
{
    if (!m_ssl)
        return;
    SSL_set_msg_callback(m_ssl, nullptr);
    TlsObserverHooks::letGo(this);
}

void TlsObserver::capture()
{
    if (!m_ssl || !SSL_is_init_finished(m_ssl))
        return;
    TlsFacts facts;
    facts.protocol = protocolOf(m_ssl);
    if (const SSL_CIPHER *cipher = SSL_get_current_cipher(m_ssl)) {
        facts.cipher = QString::fromLatin1(SSL_CIPHER_standard_name(cipher));
        facts.anonymous = SSL_CIPHER_get_auth_nid(cipher) == NID_auth_null;
    }
    facts.keyExchange = keyExchangeOf(m_ssl);
    facts.signature = signatureOf(m_ssl);
    if (const char *name = SSL_get_servername(m_ssl, TLSEXT_NAMETYPE_host_name))
        facts.serverName = QString::fromLatin1(name);
    facts.clientCertificateRequested = m_certificateRequested;
    const unsigned char *staple = nullptr;
    const long stapled = SSL_get_tlsext_status_ocsp_resp(m_ssl, &staple);
    if (staple && stapled > 0 && stapled <= limits::ocspStaple)
        facts.ocspStaple =
            QByteArray(reinterpret_cast<const char *>(staple), static_cast<qsizetype>(stapled));
    m_facts = facts;
}

void TlsObserver::onMessage(bool sent, int contentType, const unsigned char *data, size_t length)
{
    constexpr size_t alertLength = 2;
    if (contentType == SSL3_RT_ALERT && length == alertLength) {
        onAlert(sent, data[0], data[1]);
    } else if (contentType == SSL3_RT_HANDSHAKE && !sent) {
        onHandshakeMessage(data, length);
    }
}

void TlsObserver::onHandshakeMessage(const unsigned char *data, size_t length)
{
    Bytes message(data, length);
    const auto type = message.number(1);
    const auto body = message.slice(3);
    if (!type || !body)
        return;
    if (*type == SSL3_MT_CERTIFICATE) {
        m_chain = certificatesOf(*body, SSL_version(m_ssl) == TLS1_3_VERSION);
    } else if (*type == SSL3_MT_CERTIFICATE_REQUEST) {
        m_certificateRequested = true;
    } else if (*type == SSL3_MT_NEWSESSION_TICKET && m_onSessionTicket) {
        m_onSessionTicket();
    }
}

void TlsObserver::onAlert(bool sent, int level, int number)
{
    constexpr int closeNotify = 0; // RFC 8446 §6.1: the normal end, no failure
    if (number == closeNotify) {
        m_closeNotify = m_closeNotify || !sent;
        return;
    }
    (sent ? m_alertSent : m_alertReceived) = TlsAlert{level, number, alertName(number)};
}

} // namespace mailseal
