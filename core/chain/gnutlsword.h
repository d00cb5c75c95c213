#pragma once

#include "chain/opensslhandles.h"
#include "chain/sentchain.h"
#include "values/certificatefacts.h"

#include <QDateTime>

#include <vector>

namespace mailseal {

/// What GnuTLS would say to a client of its that checks the server's chain as Exim and msmtp do
/// (gnutls_certificate_verify_peers2: no purpose, no name, the priority NORMAL, at most 16 certificates): the
/// chain as sent, those anchors, that instant.
struct GnuTlsAnswer
{
    LibraryWord word;
    /// DER of the anchors that it relied on, so that a saved inspection can be judged again.
    QList<QByteArray> usedAnchors;
};

/// Where the library is not there the answer is that it could not be asked. The leaf must be readable.
/// `isStapled`: whether a stapled OCSP response came; null where nobody knows.
GnuTlsAnswer askGnuTls(const SentChain &sent, const std::vector<openssl::X509Ptr> &anchors,
                       const QDateTime &at, std::optional<bool> isStapled);

} // namespace mailseal
