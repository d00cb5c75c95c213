#pragma once

#include "values/certificatefacts.h"
#include "values/inspection.h"

#include <QDateTime>

namespace mailseal {

/// Fills chain, names, judgedAt and the used anchors of `inspection` from its evidence.
void judgeChain(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at);

/// Fills sts and tlsRpt of `inspection` from what the DNS and the policy host said and from its chain; call
/// it behind judgeChain. The anchor of the policy host's chain joins those that were used.
void judgeDomain(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at);

/// Fills names anew from evidence and chain: which names count depends on what the DNS said
/// (docs/judgement.md "Names and SNI").
void judgeNames(Inspection &inspection);
/// Fills dane of `inspection`: its TLSA records against the chain of the main session.
void judgeDane(Inspection &inspection, const QDateTime &at);

/// Fills variants of `inspection` from their evidence, as judgeChain does for the main session; the anchors
/// that their paths ended at join those that were used.
void judgeVariants(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at);

/// Verdicts and conformance from the evidence, chain and names that `inspection` holds.
void judgeVerdicts(Inspection &inspection);

/// Whether the chain was judged when the handshake was done, and is still the one that counts.
bool isChainJudged(const Inspection &inspection);

/// Everything that follows from the evidence of an inspection that is over. What was judged at the handshake
/// stands, with its time.
void judgeAtTheEnd(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at);

/// RFC 3207 §4.1, asked right after the handshake: whether a client under the target's policy goes on. Chain
/// and names of `inspection` are filled as far as they are known then.
bool goesOnAfterHandshake(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at);

} // namespace mailseal
