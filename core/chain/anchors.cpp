#include "chain/anchors.h"

#include "chain/chain.h"

#include <QFileInfo>

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
