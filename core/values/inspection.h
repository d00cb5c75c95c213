#pragma once

#include "values/certificatefacts.h"
#include "values/conformance.h"
#include "values/dane.h"
#include "values/evidence.h"
#include "values/foreign.h"
#include "values/namecheck.h"
#include "values/ocsp.h"
#include "values/rejudged.h"
#include "values/sender.h"
#include "values/sts.h"
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
    QList<Foreign> foreign;            ///< of a file by a newer version
    bool operator==(const Inspection &) const = default;
};

/// The verdict of one policy, or nothing where it was not judged (an older file).
const Verdict *verdictOf(const Inspection &inspection, PolicyId policy);
/// The verdict of the policy acted under.
const Verdict *actingVerdict(const Inspection &inspection);

/// Policies whose verdict is satisfied or violated and whose delivery is authenticated or encrypted …
QList<PolicyId> acceptedBy(const Inspection &inspection);
/// … and those whose delivery is deferred or refused.
QList<PolicyId> refusedBy(const Inspection &inspection);

} // namespace mailseal
