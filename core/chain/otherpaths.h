#pragma once

#include "chain/opensslhandles.h"
#include "chain/sentchain.h"
#include "values/certificatefacts.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace mailseal {

/// A path of the leaf to one of `anchors` that OpenSSL accepts when it is led along it, DER, leaf first: its
/// own builder takes the first issuer that fits and does not turn back. For a chain that OpenSSL does not
/// trust; bounded by limits::pathSteps and limits::pathsChecked. Nothing where none was found.
std::optional<QList<QByteArray>> otherPath(const SentChain &sent,
                                           const std::vector<openssl::X509Ptr> &anchors, AnchorStore store,
                                           const QDateTime &at);

} // namespace mailseal
