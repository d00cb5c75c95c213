#pragma once

#include "values/dns.h"
#include "values/evidence.h"
#include "values/finding.h"
#include "values/policyid.h"
#include "values/progress.h"
#include "values/sts.h"

#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// What is known about one server beside its session.
struct LookedUp
{
    std::optional<DnsEvidence> dns;
    std::optional<StsFetch> stsFetch; ///< null where no policy is asked for
    QList<Finding> remarks;
    QString resolver; ///< through what; empty where nothing was asked
    int queries = 0;
    bool isDnsComplete = false; ///< the DNS has nothing more to say
    bool isComplete = false;    ///< nothing more will become known: the policy is fetched as well
};

/// Its answers become evidence; the remarks join at the end.
void keepLookedUp(Evidence &evidence, const LookedUp &facts);

/// Whether a session under this policy need not wait (any more) for what is looked up.
bool knowsEnough(PolicyId policy, const LookedUp &facts);

/// What is being waited for where it is not the server.
Progress awaitedLookup(const LookedUp &facts);

} // namespace mailseal
