#include "chain/gnutlslibrary.h"

#include <QLibrary>

#include <ctime>

namespace mailseal::gnutls {

namespace {

thread_local std::optional<qint64> instant;

time_t readClock(time_t *out)
{
    const time_t now = instant ? static_cast<time_t>(*instant) : std::time(nullptr);
    if (out != nullptr)
        *out = now;
    return now;
}

template <typename Function>
bool find(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

} // namespace

std::optional<Library> load(const QString &name)
{
    constexpr int soVersion = 30; // since GnuTLS 3.4
    QLibrary file(name, soVersion);
    Library found;
    const bool isWhole = find(file, "gnutls_check_version", found.checkVersion) &&
                         find(file, "gnutls_strerror", found.errorText) &&
                         find(file, "gnutls_global_set_time_function", found.setTimeFunction) &&
                         find(file, "gnutls_x509_crt_init", found.initCertificate) &&
                         find(file, "gnutls_x509_crt_deinit", found.freeCertificate) &&
                         find(file, "gnutls_x509_crt_import", found.importCertificate) &&
                         find(file, "gnutls_x509_trust_list_init", found.initTrustList) &&
                         find(file, "gnutls_x509_trust_list_deinit", found.freeTrustList) &&
                         find(file, "gnutls_x509_trust_list_add_cas", found.addAnchors) &&
                         find(file, "gnutls_x509_trust_list_verify_crt2", found.verify);
    if (!isWhole)
        return std::nullopt;
    found.setTimeFunction(&readClock);
    return found;
}

const Library *library()
{
    static const std::optional<Library> loaded = load(QStringLiteral("gnutls"));
    return loaded ? &*loaded : nullptr;
}

Clock::Clock(qint64 secondsSinceEpoch) { instant = secondsSinceEpoch; }

Clock::~Clock() { instant.reset(); }

} // namespace mailseal::gnutls
