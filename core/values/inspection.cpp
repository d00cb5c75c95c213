#include "values/inspection.h"

#include <algorithm>

namespace mailseal {

namespace {

template <typename Pick>
QList<PolicyId> policiesWhere(const Inspection &inspection, Pick pick)
{
    QList<PolicyId> ids;
    for (const auto &verdict : inspection.verdicts) {
        const bool told = verdict.standing == Standing::Satisfied || verdict.standing == Standing::Violated;
        if (told && pick(verdict.delivery))
            ids.append(verdict.policy);
    }
    return ids;
}

} // namespace

const Verdict *verdictOf(const Inspection &inspection, PolicyId policy)
{
    const auto found = std::find_if(inspection.verdicts.begin(), inspection.verdicts.end(),
                                    [&](const Verdict &verdict) { return verdict.policy == policy; });
    return found == inspection.verdicts.end() ? nullptr : &*found;
}

const Verdict *actingVerdict(const Inspection &inspection)
{
    return verdictOf(inspection, inspection.evidence.target.policy);
}

QList<PolicyId> acceptedBy(const Inspection &inspection)
{
    return policiesWhere(inspection, [](Delivery delivery) {
        return delivery == Delivery::Authenticated || delivery == Delivery::Encrypted;
    });
}

QList<PolicyId> refusedBy(const Inspection &inspection)
{
    return policiesWhere(inspection, [](Delivery delivery) {
        return delivery == Delivery::Deferred || delivery == Delivery::Refused;
    });
}

} // namespace mailseal
