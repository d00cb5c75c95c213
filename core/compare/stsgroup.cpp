#include "compare/groups.h"

namespace mailseal {

namespace {

template <typename T>
ComparedValue valueOf(const std::optional<T> &value)
{
    return value ? ComparedValue(*value) : ComparedValue();
}

ComparedRow countedIf(ComparedRow row, bool counts)
{
    row.counts = row.counts && counts;
    return row;
}

/// A lookup that failed, or whose answer is bogus, says nothing of the record: it may be there.
bool isTold(const std::optional<Answer<TxtRecord>> &answer)
{
    return !answer || (isAnswered(answer->lookup) && answer->dnssec != DnssecState::Bogus);
}

ComparedRow whereTold(ComparedRow row, bool isTold)
{
    if (!isTold && row.relation != Relation::Same)
        row.relation = Relation::NotComparable;
    return row;
}

/// `areTold`: both records were looked up, so that a problem of one side is none of the other.
void addProblems(Rows &rows, Fact fact, const QList<Finding> &left, const QList<Finding> &right, bool areTold)
{
    const auto keys = [](const QList<Finding> &problems) {
        QList<QString> list;
        for (const Finding &problem : problems)
            list.append(findingKey(problem));
        return list;
    };
    for (const auto &[l, r] : joined(keys(left), keys(right))) {
        ComparedRow row = findingRow(fact, left, l, right, r);
        row.topic.position.reset(); // a line of the policy is no certificate
        add(rows, whereTold(std::move(row), areTold));
    }
}

/// A record is there or not, or nobody could tell.
ComparedValue recordOf(const StsFacts &facts, const std::optional<Answer<TxtRecord>> &answer)
{
    return facts.hasRecord || isTold(answer) ? ComparedValue(facts.hasRecord) : ComparedValue();
}

/// The policy of both domains; its id and its patterns are the domain's own.
void addPolicy(Rows &rows, const StsFacts &left, const StsFacts &right, bool isSame)
{
    add(rows, countedIf(rowWhereKnown({Fact::StsId, std::nullopt, {}}, textOrNothing(left.id),
                                      textOrNothing(right.id)),
                        isSame));
    if (left.hasRecord && right.hasRecord)
        add(rows, rowOf({Fact::StsFetched, std::nullopt, {}}, left.fetch, right.fetch));
    add(rows,
        rowWhereKnown({Fact::StsPolicyMode, std::nullopt, {}}, valueOf(left.mode), valueOf(right.mode)));
    add(rows,
        rowWhereKnown({Fact::StsMaxAge, std::nullopt, {}}, valueOf(left.maxAge), valueOf(right.maxAge)));
    if (left.hasPolicy && right.hasPolicy)
        add(rows, countedIf(setRow({Fact::StsPatterns, std::nullopt, {}}, left.mx, right.mx), isSame));
    ComparedRow matches =
        rowWhereKnown({Fact::StsMxMatches, std::nullopt, {}}, valueOf(left.matches), valueOf(right.matches));
    if (matches.relation == Relation::Differs)
        matches.effect = std::get<bool>(matches.right) ? Effect::Better : Effect::Worse;
    add(rows, std::move(matches));
}

} // namespace

Rows compareSts(const Sides &sides)
{
    const DnsEvidence left = sides.left.evidence.dns.value_or(DnsEvidence());
    const DnsEvidence right = sides.right.evidence.dns.value_or(DnsEvidence());
    const bool isSame = isSameDomain(sides);
    Rows rows;
    add(rows, lookupRow(Fact::StsLookup, left.sts, right.sts));
    if (sides.left.sts && sides.right.sts) {
        add(rows, rowWhereKnown({Fact::StsRecord, std::nullopt, {}}, recordOf(*sides.left.sts, left.sts),
                                recordOf(*sides.right.sts, right.sts)));
        addPolicy(rows, *sides.left.sts, *sides.right.sts, isSame);
        addProblems(rows, Fact::StsProblem, sides.left.sts->problems, sides.right.sts->problems,
                    isTold(left.sts) && isTold(right.sts));
    }
    add(rows, lookupRow(Fact::TlsRptLookup, left.tlsRpt, right.tlsRpt));
    if (sides.left.tlsRpt && sides.right.tlsRpt) {
        const bool areTold = isTold(left.tlsRpt) && isTold(right.tlsRpt);
        ComparedRow uris =
            setRow({Fact::TlsRptUris, std::nullopt, {}}, sides.left.tlsRpt->rua, sides.right.tlsRpt->rua);
        add(rows, countedIf(whereTold(std::move(uris), areTold), isSame));
        addProblems(rows, Fact::TlsRptProblem, sides.left.tlsRpt->problems, sides.right.tlsRpt->problems,
                    areTold);
    }
    for (ComparedRow &row : rows) {
        row.leftProof.place = sides.left.sts ? ProofPlace::StsPolicyRead : ProofPlace::Nowhere;
        row.rightProof.place = sides.right.sts ? ProofPlace::StsPolicyRead : ProofPlace::Nowhere;
    }
    return rows;
}

} // namespace mailseal
