#pragma once

#include "policy/policies.h"
#include "values/tlsfacts.h"
#include "values/verdict.h"

#include <QString>

namespace mailseal {

Verdict judgeOpportunistic(const Case &facts);
Verdict judgeDane(const Case &facts);

/// What a client that only wants encryption lets pass and still ought to be told: an old protocol, a suite
/// that authenticates nobody.
void appendEncryptionRemarks(Verdict &verdict, const TlsFacts &tls);

/// A chain to an anchor and the host's own name, for `policy` and under its `source` where TLS was demanded.
Verdict judgeChainAndName(PolicyId policy, const Case &facts, const QString &source);

} // namespace mailseal
