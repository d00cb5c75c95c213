#include "net/tlsobserver.h"

#include "net/alertnames.h"
#include "net/tlshandles.h"
#include "net/tlsnegotiated.h"

#include <openssl/ssl.h>

#include <utility>

namespace mailseal {

namespace {

thread_local TlsObserver *armedObserver = nullptr;
/// All of this thread that watch an SSL object, linked by `m_next`. The object's ex_data cannot hold them:
/// Qt 6.4 writes to the two indexes behind its own without having asked OpenSSL for them, and ours is one.
thread_local TlsObserver *firstWatching = nullptr;

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
    /// Remembers the pointer and no more: OpenSSL 3.0 calls this on a finished object, 3.5 on one that is yet
    /// to be made, where every other function would crash.
    static void made(void *parent, void *, CRYPTO_EX_DATA *, int, long, void *)
    {
        TlsObserver *observer = armedObserver;
        if (!observer || observer->m_ssl)
            return;
        observer->m_ssl = static_cast<SSL *>(parent);
        observer->m_next = std::exchange(firstWatching, observer);
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
    const tls::Context context(SSL_CTX_new(TLS_client_method()));
    if (context)
        const tls::Connection made(SSL_new(context.get()));
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
    if (m_attached)
        SSL_set_msg_callback(m_ssl, nullptr);
    TlsObserverHooks::letGo(this);
}

void TlsObserver::attach()
{
    if (!m_ssl)
        return;
    m_attached = true;
    SSL_set_msg_callback(m_ssl, &TlsObserverHooks::message);
    SSL_set_msg_callback_arg(m_ssl, this);
}

void TlsObserver::capture()
{
    if (!m_attached || !m_ssl || !SSL_is_init_finished(m_ssl))
        return;
    m_facts = negotiatedOn(m_ssl);
    m_facts->clientCertificateRequested = m_certificateRequested;
}

void TlsObserver::onMessage(bool sent, int contentType, const unsigned char *data, size_t length)
{
    constexpr size_t alertLength = 2;
    if (contentType == SSL3_RT_HEADER && !sent && length > 0 && !std::exchange(m_isAnswered, true)) {
        constexpr int firstType = SSL3_RT_CHANGE_CIPHER_SPEC; // RFC 8446 §5.1: 20 to 24 are all there are
        constexpr int lastType = 24;
        m_answeredInClear = data[0] < firstType || data[0] > lastType;
    } else if (contentType == SSL3_RT_ALERT && length == alertLength) {
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
