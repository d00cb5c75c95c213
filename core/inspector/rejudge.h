#pragma once

#include "values/certificatefacts.h"
#include "values/inspection.h"

#include <QDateTime>

#include <optional>

namespace mailseal {

/// Whether the evidence is all there: a redacted inspection has lost its certificates.
bool canBeJudgedAgain(const Inspection &saved);

/// The policies that judge otherwise in `now` than in `then`: another standing, delivery or deciding fact.
QList<VerdictChange> changesBetween(const Inspection &then, const Inspection &now);

/// Today's rules over saved evidence, as of `at`. Without `anchors` those count that a path ended at when the
/// inspection was made; so a chain that was not trusted then stays so. Pure: no network, no store of this
/// machine. `rejudged` of the answer says what has changed. nullopt where canBeJudgedAgain is false.
std::optional<Inspection> rejudge(const Inspection &saved, const std::optional<TrustAnchors> &anchors,
                                  const QDateTime &at);

} // namespace mailseal
