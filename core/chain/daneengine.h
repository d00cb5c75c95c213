#pragma once

#include "chain/sentchain.h"
#include "values/dane.h"

#include <QDateTime>
#include <QStringList>

namespace mailseal {

/// Fills `authenticated`, `matched` and `problems` of `facts` by what OpenSSL's own DANE engine says of its
/// usable records, without a handshake. The leaf of `sent` must be readable and a record usable: with none
/// the engine would fall back to other anchors.
void askDaneEngine(DaneFacts &facts, const SentChain &sent, const QStringList &names, const QDateTime &at);

} // namespace mailseal
