#include "compare/compare.h"

#include "compare/groups.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

/// As the sender that asks for least sees it: what it cannot tell, nobody can.
bool isTold(const Inspection &inspection)
{
    const Verdict *verdict = verdictOf(inspection, PolicyId::Opportunistic);
    return verdict
               ? verdict->standing != Standing::Undetermined
               : isTlsKnown(inspection.evidence.session.end) || inspection.evidence.origin == Origin::Offline;
}

ComparedSide sideOf(const Inspection &inspection)
{
    const Target &target = inspection.evidence.target;
    ComparedSide side;
    side.input = target.input;
    side.domain = target.domain;
    side.host = target.host;
    side.address = target.address;
    side.port = target.port;
    side.observedAt = inspection.evidence.observedAt;
    side.end = inspection.evidence.session.end;
    side.isTold = isTold(inspection);
    return side;
}

} // namespace

std::span<const Group> groups()
{
    static constexpr std::array all{
        Group{ComparedGroup::Verdicts, compareVerdicts},
        Group{ComparedGroup::Certificates, compareCertificates},
        Group{ComparedGroup::Names, compareNames},
        Group{ComparedGroup::Dns, compareDns},
        Group{ComparedGroup::Sts, compareSts},
        Group{ComparedGroup::Tls, compareTls},
        Group{ComparedGroup::Dialogue, compareDialogue},
        Group{ComparedGroup::Conformance, compareConformance},
        Group{ComparedGroup::Circumstances, compareCircumstances},
        Group{ComparedGroup::Timings, compareTimings},
    };
    return all;
}

Comparison compare(const Inspection &left, const Inspection &right)
{
    const Sides sides{left, right};
    Comparison comparison;
    comparison.left = sideOf(left);
    comparison.right = sideOf(right);
    for (const Group &group : groups()) {
        ComparedRows rows{group.id, group.compare(sides), 0};
        rows.differences = static_cast<int>(std::count_if(
            rows.rows.begin(), rows.rows.end(), [](const ComparedRow &row) { return row.isDifference(); }));
        comparison.differences += rows.differences;
        if (!rows.rows.isEmpty())
            comparison.groups.append(std::move(rows));
    }
    markCauses(comparison.groups);
    comparison.transcript = alignTranscripts(sides);
    return comparison;
}

Comparison withoutPartner(const Inspection *left, const Inspection *right)
{
    Comparison comparison;
    if (left)
        comparison.left = sideOf(*left);
    if (right)
        comparison.right = sideOf(*right);
    comparison.differences = 1;
    return comparison;
}

} // namespace mailseal
