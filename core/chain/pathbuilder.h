#pragma once

#include "chain/opensslhandles.h"
#include "values/certificatefacts.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <vector>

namespace mailseal {

/// One complaint of OpenSSL's path builder, at the certificate it is about.
struct PathError
{
    int code = X509_V_OK;   ///< X509_V_ERR_…
    QByteArray certificate; ///< DER; empty where it names none
};

/// Verify callback for a context whose app data is a std::vector<PathError>: notes every error and goes on.
/// With that X509_verify_cert returns 1 whatever it found, and the context holds the last error alone, so
/// that only the list is the verdict.
int notePathError(int ok, X509_STORE_CTX *context);

/// What OpenSSL's builder made of a chain.
struct BuiltPath
{
    QList<QByteArray> certificates; ///< DER, leaf first, as far as it was built
    bool endsAtAnchor = false;      ///< then the last one is the anchor
    std::vector<PathError> errors;  ///< all of them; the path is valid where there is none

    bool has(int code) const;
};

/// Builds and checks the path of `leaf` (RFC 5280 §6): purpose sslserver, security level 0, at that time, no
/// name. `others` are certificates to build with, in any order; null ones are passed over.
BuiltPath buildPath(X509 *leaf, const std::vector<openssl::X509Ptr> &others, const TrustAnchors &anchors,
                    const QDateTime &at);

/// Whether OpenSSL accepts exactly this path, leaf first and anchor last, when it is shown no other
/// certificate: by the rules of buildPath. `isPartial`: the anchor need not be self-signed.
bool isAccepted(const std::vector<X509 *> &path, bool isPartial, const QDateTime &at);

} // namespace mailseal
