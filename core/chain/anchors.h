#pragma once

#include "chain/opensslhandles.h"
#include "values/certificatefacts.h"

namespace mailseal {

/// A store with these anchors and no others. The system's is opened lazily: OpenSSL looks up a name in its
/// folder when it needs it (SSL_CERT_FILE and SSL_CERT_DIR count).
openssl::StorePtr openStore(const TrustAnchors &anchors);

} // namespace mailseal
