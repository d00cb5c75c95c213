#pragma once

#include "chain/opensslhandles.h"
#include "chain/sentchain.h"
#include "values/certificatefacts.h"

#include <vector>

namespace mailseal {

/// A store with these anchors and no others. The system's is opened lazily: OpenSSL looks up a name in its
/// folder when it needs it (SSL_CERT_FILE and SSL_CERT_DIR count).
openssl::StorePtr openStore(const TrustAnchors &anchors);

/// Those anchors whose names occur in what was sent, and those above them: all that a path of it can end at,
/// without reading a whole store. At most limits::nearAnchors.
std::vector<openssl::X509Ptr> anchorsNear(const SentChain &sent, const TrustAnchors &anchors);

} // namespace mailseal
