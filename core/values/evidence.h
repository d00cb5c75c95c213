#pragma once

#include "values/assumption.h"
#include "values/certificatefacts.h"
#include "values/dns.h"
#include "values/sessionfacts.h"
#include "values/sts.h"
#include "values/target.h"
#include "values/variant.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

enum class Origin { Session, Offline };

/// From where and with how much it was observed.
struct Observer
{
    QString localAddress;
    QString ehloName;
    QString resolver; ///< "system"; empty where nothing was resolved
    bool proxy = false;
    int connections = 0; ///< all of them: main session, second tries, port tries
    int queries = 0;
    bool operator==(const Observer &) const = default;
};

/// What was seen, all of it: a saved inspection is judged again from this, the anchors and a clock.
struct Evidence
{
    Origin origin = Origin::Session;
    QDateTime observedAt; ///< UTC
    Target target;
    Observer observer;
    SessionFacts session;
    std::optional<DnsEvidence> dns;   ///< null where no lookup was made
    std::optional<StsFetch> stsFetch; ///< null where no policy was asked for
    QList<VariantEvidence> variants;  ///< further certificates of the same server
    /// The kinds of client (kindOf) of which it is known what they are shown, the same certificate included.
    QStringList variantsSeen;
    QList<Assumption> assumptions; ///< offline and hypothetical judgement; empty where all was seen
    /// What the inspection as a whole noticed: intermittent STARTTLS, blocked port, EHLO name …
    QList<Finding> remarks;
    /// The anchors that a path ended at and the store's label.
    TrustAnchors anchors;
    /// Names and addresses were replaced and the certificates taken out (redact): no longer evidence
    /// that can be judged again.
    bool redacted = false;
    bool operator==(const Evidence &) const = default;
};

} // namespace mailseal
