#include "chain/anchors.h"

#include "chain/chain.h"
#include "values/limits.h"

#include <QFileInfo>
#include <QSet>

namespace mailseal {

using namespace openssl;

StorePtr openStore(const TrustAnchors &anchors)
{
    const ErrorScope errors;
    StorePtr store(X509_STORE_new());
    if (!store)
        return nullptr;
    if (anchors.store == AnchorStore::System) {
        X509_STORE_set_default_paths(store.get());
        return store;
    }
    for (const QByteArray &der : anchors.certificates) {
        if (const X509Ptr certificate = certificateFromDer(der))
            X509_STORE_add_cert(store.get(), certificate.get());
    }
    // Whoever names a file of anchors means what it holds, be it an intermediate or the server's own
    // certificate; the system's store is used as OpenSSL's default says: a path ends in a self-signed one.
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    return store;
}

namespace {

/// Collects by name, each name and each certificate once.
class Near
{
public:
    explicit Near(X509_STORE *store)
        : m_context(X509_STORE_CTX_new())
    {
        m_isReady = m_context && X509_STORE_CTX_init(m_context.get(), store, nullptr, nullptr) == 1;
    }

    void addNamed(const X509_NAME *name)
    {
        const QByteArray der = nameOf(name);
        if (!m_isReady || m_names.contains(der))
            return;
        m_names.insert(der);
        const OwnedStackPtr found(X509_STORE_CTX_get1_certs(m_context.get(), name));
        for (int index = 0; found && index < sk_X509_num(found.get()); ++index)
            add(sk_X509_value(found.get(), index));
    }

    std::vector<X509Ptr> take() { return std::move(m_found); }

private:
    static QByteArray nameOf(const X509_NAME *name)
    {
        unsigned char *bytes = nullptr;
        const int size = i2d_X509_NAME(name, &bytes);
        const BytesPtr owner(bytes);
        return size > 0 ? QByteArray(reinterpret_cast<const char *>(bytes), size) : QByteArray();
    }

    void add(X509 *anchor)
    {
        const QByteArray der = derOf(anchor);
        if (m_found.size() >= limits::nearAnchors || m_known.contains(der))
            return;
        m_known.insert(der);
        X509_up_ref(anchor);
        m_found.emplace_back(anchor);
        addNamed(X509_get_issuer_name(anchor));
    }

    StoreContextPtr m_context;
    bool m_isReady = false;
    QSet<QByteArray> m_names;
    QSet<QByteArray> m_known;
    std::vector<X509Ptr> m_found;
};

} // namespace

std::vector<X509Ptr> anchorsNear(const SentChain &sent, const TrustAnchors &anchors)
{
    const ErrorScope errors;
    const StorePtr store = openStore(anchors);
    Near near(store.get());
    for (const X509Ptr &certificate : sent.all()) {
        if (!certificate || !store)
            continue;
        near.addNamed(X509_get_subject_name(certificate.get()));
        near.addNamed(X509_get_issuer_name(certificate.get()));
    }
    return near.take();
}

TrustAnchors systemAnchors()
{
    const auto place = [](const char *variable, const char *standard) {
        const QString path = qEnvironmentVariable(variable, QString::fromLocal8Bit(standard));
        const QString canonical = QFileInfo(path).canonicalFilePath();
        return canonical.isEmpty() ? path : canonical;
    };
    TrustAnchors anchors;
    anchors.store = AnchorStore::System;
    anchors.label = place(X509_get_default_cert_dir_env(), X509_get_default_cert_dir());
    if (qEnvironmentVariableIsSet(X509_get_default_cert_file_env())) {
        const QString file = place(X509_get_default_cert_file_env(), X509_get_default_cert_file());
        anchors.label = file + QLatin1StringView(", ") + anchors.label;
    }
    return anchors;
}

} // namespace mailseal
