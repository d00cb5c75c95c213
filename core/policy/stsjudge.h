#pragma once

#include "values/certificatefacts.h"
#include "values/evidence.h"
#include "values/sts.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace mailseal {

struct StsJudgement
{
    StsFacts facts;
    QList<QByteArray> usedAnchors; ///< DER: those that the policy host's chain ended at
};

/// What follows from the record, the fetch and the policy for the target's host, `mxChain` being what that
/// host presented (RFC 8461 §3, §4.1). The policy host's certificate is judged here, by `anchors` and `at`: a
/// sender breaks the handshake off where it is not valid for mta-sts.DOMAIN, so nothing that came behind it
/// counts. nullopt where the target has no domain or nobody asked the DNS (and no policy was given).
std::optional<StsJudgement> judgeSts(const Evidence &evidence, const std::optional<ChainFacts> &mxChain,
                                     const TrustAnchors &anchors, const QDateTime &at);

/// RFC 8460 §3; nullopt where the record was not asked for.
std::optional<TlsRptFacts> judgeTlsRpt(const Evidence &evidence);

/// The any-pattern rule of older Postfix set-ups (policy maps that say "secure match=PATTERN:PATTERN"): some
/// name in the certificate matches some pattern, "*." standing for any number of labels. Gives the pattern.
std::optional<QString> anyPatternMatch(const QStringList &patterns, const CertificateFacts &leaf);

} // namespace mailseal
