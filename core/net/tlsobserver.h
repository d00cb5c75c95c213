#pragma once

#include "values/tlsfacts.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

struct ssl_st;

namespace mailseal {

/// Sees what QSslSocket does not hand out, by public OpenSSL API alone: every handshake message and alert,
/// and the facts of the connection. One observer a connection; it may outlive the SSL object and the other
/// way round.
class TlsObserver
{
public:
    TlsObserver() = default;
    TlsObserver(const TlsObserver &) = delete;
    TlsObserver &operator=(const TlsObserver &) = delete;
    ~TlsObserver();

    /// Has OpenSSL load what the first handshake of a process needs: a millisecond or more, on any thread.
    static void warmUp();

    /// While it lives, the next SSL object that this thread makes is the one that `observer` will watch.
    class Armed
    {
    public:
        explicit Armed(TlsObserver *observer);
        Armed(const Armed &) = delete;
        Armed &operator=(const Armed &) = delete;
        ~Armed();
    };

    /// Begins to watch what was made while armed: called once OpenSSL has made it and before an answer to its
    /// ClientHello is read, so that every message of the server is seen.
    void attach();
    /// False where the SSL object escaped us: then the facts below stay empty and unknown.
    bool hasAttached() const { return m_attached; }
    /// Calls `action` at each NewSessionTicket message, from within the reading of it.
    void setOnSessionTicket(std::function<void()> action) { m_onSessionTicket = std::move(action); }
    /// Reads the negotiated facts while the SSL object lives; called when the handshake has completed.
    void capture();

    const std::optional<TlsFacts> &facts() const { return m_facts; }
    /// The Certificate message as sent, DER, whatever became of the handshake after it.
    const std::optional<QList<QByteArray>> &sentChain() const { return m_chain; }
    const std::optional<TlsAlert> &alertSent() const { return m_alertSent; }
    const std::optional<TlsAlert> &alertReceived() const { return m_alertReceived; }
    bool sawCloseNotify() const { return m_closeNotify; }
    /// An alert; told from without where nothing is watched.
    void onAlert(bool sent, int level, int number);
    /// A CertificateRequest was seen, however the handshake went on.
    /// The server's first record was none of TLS.
    bool wasAnsweredInClear() const { return m_answeredInClear; }
    bool wasCertificateRequested() const { return m_certificateRequested; }

private:
    friend struct TlsObserverHooks;
    void onMessage(bool sent, int contentType, const unsigned char *data, size_t length);
    void onHandshakeMessage(const unsigned char *data, size_t length);

    ssl_st *m_ssl = nullptr;
    TlsObserver *m_next = nullptr; ///< of this thread's, while an SSL object is watched
    bool m_attached = false;
    std::optional<TlsFacts> m_facts;
    std::optional<QList<QByteArray>> m_chain;
    std::optional<TlsAlert> m_alertSent;
    std::optional<TlsAlert> m_alertReceived;
    std::function<void()> m_onSessionTicket;
    bool m_certificateRequested = false;
    bool m_closeNotify = false;
    bool m_isAnswered = false; ///< a record, or what should have been one, came
    bool m_answeredInClear = false;
};

} // namespace mailseal
