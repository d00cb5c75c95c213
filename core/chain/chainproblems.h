#pragma once

#include "chain/pathbuilder.h"
#include "chain/sentchain.h"
#include "values/certificatefacts.h"
#include "values/finding.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <vector>

namespace mailseal {

/// What the problems of a chain are told from. References stay valid during the call only.
struct ChainSources
{
    const SentChain &sent;
    const BuiltPath &path; ///< OpenSSL's
    const ChainFacts &chain;
    const std::vector<openssl::X509Ptr> &anchors;  ///< near ones
    const std::optional<QList<QByteArray>> &other; ///< a path that OpenSSL does not find
    std::optional<int> own;                        ///< SentChain::ownPosition
    std::optional<bool> isStapled;                 ///< null: nobody knows
    QDateTime at;
};

/// What is wrong or remarkable, by depth, those of the chain as a whole last: of the path that was built
/// (whatever breaks trust is an Error), of what was sent, of the order to write, and where GnuTLS differs.
QList<Finding> chainProblems(const ChainSources &view);

} // namespace mailseal
