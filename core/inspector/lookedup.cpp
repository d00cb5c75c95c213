#include "inspector/lookedup.h"

#include "inspector/lookups.h"
#include "values/limits.h"

namespace mailseal {

void keepLookedUp(Evidence &evidence, const LookedUp &facts)
{
    evidence.dns = facts.dns;
    evidence.stsFetch = facts.stsFetch;
    evidence.observer.queries = facts.queries;
    evidence.observer.resolver = facts.resolver;
}

bool knowsEnough(PolicyId policy, const LookedUp &facts)
{
    if (facts.isComplete || !decidesByLookups(policy))
        return true;
    return facts.isDnsComplete && !decidesByStsPolicy(policy);
}

Progress awaitedLookup(const LookedUp &facts)
{
    return facts.isDnsComplete ? Progress{Stage::FetchingPolicy, QDeadlineTimer(limits::stsFetch)}
                               : Progress{Stage::Resolving, QDeadlineTimer(limits::dnsQuery)};
}

} // namespace mailseal
