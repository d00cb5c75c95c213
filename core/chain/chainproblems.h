#pragma once

#include "chain/pathbuilder.h"
#include "chain/sentchain.h"
#include "values/certificatefacts.h"
#include "values/finding.h"

#include <QDateTime>
#include <QList>

namespace mailseal {

/// What is wrong or remarkable, by depth, those of the chain as a whole last: of the path that was built
/// (whatever breaks trust is an Error), and of what was sent.
QList<Finding> chainProblems(const SentChain &sent, const BuiltPath &path, const ChainFacts &facts,
                             const QDateTime &at);

} // namespace mailseal
