#pragma once

#include "values/evidence.h"
#include "values/inspection.h"
#include "values/verdict.h"

#include <QList>

#include <optional>
#include <span>

namespace mailseal {

/// What a policy judges: evidence and what follows from it for one certificate of the server. References stay
/// valid during the call only.
struct Case
{
    const Evidence &evidence;
    const std::optional<ChainFacts> &chain;
    const std::optional<NameCheck> &names;
    const std::optional<DaneFacts> &dane;
    const std::optional<StsFacts> &sts;
    const std::optional<OcspFacts> &ocsp;
};

/// The main session's case.
Case caseOf(const Inspection &inspection);

/// One class of client. A new policy is one file, one id, one row here, its wording, its fixtures.
struct Policy
{
    PolicyId id;
    Verdict (*judge)(const Case &);
    bool sendsSni; ///< docs/judgement.md "Names and SNI"
};

/// In the order in which every table shows them.
std::span<const Policy> policies();
Verdict judge(PolicyId policy, const Case &facts);
/// The same, of a client whose resolver takes a bogus MX or address answer for good.
Verdict judgeSeen(PolicyId policy, const Case &facts);
QList<Verdict> judgeAll(const Case &facts);

/// RFC 3207 §4.1 for the client that acts: whether it goes on after the handshake. True unless it would hold
/// the message back or return it.
bool goesOn(const Verdict &verdict);

} // namespace mailseal
