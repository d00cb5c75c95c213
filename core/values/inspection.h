#pragma once

#include "values/certificatefacts.h"
#include "values/conformance.h"
#include "values/dane.h"
#include "values/evidence.h"
#include "values/namecheck.h"
#include "values/ocsp.h"
#include "values/rejudged.h"
#include "values/sender.h"
#include "values/sts.h"
#include "values/unknownfield.h"
#include "values/variant.h"
#include "values/verdict.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace mailseal {

/// One server address inspected: the value that every screen, report, comparison and file takes.
struct Inspection
{
    Evidence evidence;
    QDateTime judgedAt; ///< UTC
    std::optional<ChainFacts> chain;
    std::optional<NameCheck> names;
    std::optional<DaneFacts> dane; ///< TLSA records against the main chain; null where there are none
    std::optional<StsFacts> sts;   ///< null where the target has no domain
    std::optional<TlsRptFacts> tlsRpt;
    std::optional<OcspFacts> ocsp; ///< of the main session; null where nothing was stapled
    QList<VariantFacts> variants;  ///< as evidence.variants
    QList<Verdict> verdicts;       ///< in the order of policies()
    QList<SenderVerdict> senders;  ///< well-known senders; empty where relays do not come
    QList<ConformanceRow> conformance;
    QList<TlsaProposal> tlsaProposals; ///< records that would match a chain judged offline
    std::optional<Rejudged> rejudged;  ///< null: as judged when it was inspected
    QList<UnknownField> unknownFields; ///< of a file by a newer version
    bool operator==(const Inspection &) const = default;
};

/// The verdict of one policy, or nothing where it was not judged (an older file).
const Verdict *verdictOf(const Inspection &inspection, PolicyId policy);
/// The verdict of the policy acted under.
const Verdict *actingVerdict(const Inspection &inspection);

/// What would have been seen if the main session had been this variant's handshake: the same server, other
/// TLS. A variant without TLS is a handshake that fails.
Evidence evidenceOf(const Evidence &evidence, const VariantEvidence &variant);
/// The inspection as a client of that variant has it: TLS, chain, what follows from them, and the verdicts
/// that judged it. `variant` is an index into evidence.variants.
Inspection inVariant(const Inspection &inspection, qsizetype variant);

/// Whose certificate a finding of a verdict is about: that of the variant that the verdict judged (null: the
/// main session), but where it tells of another one, that one.
std::optional<int> variantMeant(const Finding &finding, const Inspection &inspection,
                                const std::optional<int> &judged);

/// Policies whose verdict is satisfied or violated and whose delivery is authenticated or encrypted …
QList<PolicyId> acceptedBy(const QList<Verdict> &verdicts);
/// … and those whose delivery is deferred or refused.
QList<PolicyId> refusedBy(const QList<Verdict> &verdicts);
/// The verdicts that judged the main session's certificate, not a variant.
QList<Verdict> verdictsOnMain(const Inspection &inspection);

} // namespace mailseal
