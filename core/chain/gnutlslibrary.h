#pragma once

#include <QString>

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include <optional>

namespace mailseal::gnutls {

/// The functions of GnuTLS that are called here, found in the library when it is first needed: linking it
/// would cost every start of the program its time. The headers give the types alone.
struct Library
{
    decltype(&gnutls_check_version) checkVersion = nullptr;
    decltype(&gnutls_strerror) errorText = nullptr;
    decltype(&gnutls_global_set_time_function) setTimeFunction = nullptr;
    decltype(&gnutls_x509_crt_init) initCertificate = nullptr;
    decltype(&gnutls_x509_crt_deinit) freeCertificate = nullptr;
    decltype(&gnutls_x509_crt_import) importCertificate = nullptr;
    decltype(&gnutls_x509_trust_list_init) initTrustList = nullptr;
    decltype(&gnutls_x509_trust_list_deinit) freeTrustList = nullptr;
    decltype(&gnutls_x509_trust_list_add_cas) addAnchors = nullptr;
    decltype(&gnutls_x509_trust_list_verify_crt2) verify = nullptr;
};

/// Nothing where there is no such library, or one without those functions. `name` is a name for QLibrary.
std::optional<Library> load(const QString &name);

/// Debian's, loaded once; null where it is not installed.
const Library *library();

/// The clock that GnuTLS reads in this thread while this object lives (its own clock is one for the whole
/// process): judging a saved chain needs another instant than now.
class Clock
{
public:
    explicit Clock(qint64 secondsSinceEpoch);
    ~Clock();
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
};

} // namespace mailseal::gnutls
