#include "compare/groups.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

QString recordText(const MxRecord &mx)
{
    return QStringLiteral("%1 %2.").arg(mx.preference).arg(mx.exchange);
}
QString recordText(const AddressRecord &address) { return address.address; }
QString recordText(const TlsaRecord &tlsa)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(tlsa.usage)
        .arg(tlsa.selector)
        .arg(tlsa.matchingType)
        .arg(QString::fromLatin1(tlsa.data.toHex()));
}

/// The records as a set. Where one lookup was not answered, nothing is said about that side.
template <typename Record>
ComparedRow recordsRow(Fact fact, const std::optional<Answer<Record>> &left,
                       const std::optional<Answer<Record>> &right)
{
    const auto texts = [](const std::optional<Answer<Record>> &answer) {
        QStringList list;
        if (answer) {
            for (const Record &record : answer->records)
                list.append(recordText(record));
        }
        return list;
    };
    const auto isTold = [](const std::optional<Answer<Record>> &answer) {
        return answer && isAnswered(answer->lookup);
    };
    ComparedRow row = setRow({fact, std::nullopt, {}}, texts(left), texts(right));
    if (row.relation != Relation::Same && (!isTold(left) || !isTold(right)))
        row.relation = Relation::NotComparable;
    return row;
}

std::optional<Answer<AddressRecord>> addressesOf(const DnsEvidence &dns)
{
    return dns.addresses ? std::optional<Answer<AddressRecord>>(*dns.addresses) : std::nullopt;
}

ComparedValue preferenceOf(const DnsEvidence &dns)
{
    return dns.preference ? ComparedValue(qint64{*dns.preference}) : ComparedValue();
}

ComparedValue daneOf(const Inspection &inspection)
{
    return inspection.dane ? ComparedValue(inspection.dane->authenticated) : ComparedValue();
}

void addDane(Rows &rows, const Sides &sides)
{
    ComparedRow row =
        rowWhereKnown({Fact::TlsaMatches, std::nullopt, {}}, daneOf(sides.left), daneOf(sides.right));
    if (row.relation == Relation::Differs)
        row.effect = std::get<bool>(row.right) ? Effect::Better : Effect::Worse;
    add(rows, std::move(row));
}

} // namespace

bool isAnswered(LookupEnd end)
{
    switch (end) {
    case LookupEnd::Found:
    case LookupEnd::NoData:
    case LookupEnd::NxDomain:
        return true;
    case LookupEnd::Timeout:
    case LookupEnd::ServFail:
    case LookupEnd::Refused:
        return false;
    }
    return false;
}

ComparedRow lookupRow(Fact fact, const std::optional<LookupResult> &left,
                      const std::optional<LookupResult> &right)
{
    const auto value = [](const std::optional<LookupResult> &result) {
        return result ? ComparedValue(*result) : ComparedValue();
    };
    ComparedRow row = rowWhereKnown({fact, std::nullopt, {}}, value(left), value(right));
    if (row.relation != Relation::Differs)
        return row;
    // Bogus is an answer, even where the resolver says it by failing.
    const auto isTold = [](const LookupResult &result) {
        return result.dnssec == DnssecState::Bogus ||
               (isAnswered(result.lookup) && result.dnssec != DnssecState::Unknown);
    };
    if (!isTold(*left) || !isTold(*right))
        row.relation = Relation::NotComparable;
    row.counts = left->dnssec != right->dnssec;
    return row;
}

bool isOfDomain(Fact fact)
{
    constexpr std::array facts{Fact::MxLookup,     Fact::MxRecords,  Fact::StsRecord,     Fact::StsLookup,
                               Fact::StsId,        Fact::StsFetched, Fact::StsPolicyMode, Fact::StsMaxAge,
                               Fact::StsPatterns,  Fact::StsProblem, Fact::TlsRptLookup,  Fact::TlsRptUris,
                               Fact::TlsRptProblem};
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

Rows compareDns(const Sides &sides)
{
    const DnsEvidence left = sides.left.evidence.dns.value_or(DnsEvidence());
    const DnsEvidence right = sides.right.evidence.dns.value_or(DnsEvidence());
    Rows rows;
    add(rows, lookupRow(Fact::MxLookup, left.mx, right.mx));
    ComparedRow mx = recordsRow(Fact::MxRecords, left.mx, right.mx);
    mx.counts = isSameDomain(sides); // another domain has other servers
    add(rows, std::move(mx));
    add(rows,
        uncounted(rowOf({Fact::MxPreference, std::nullopt, {}}, preferenceOf(left), preferenceOf(right))));
    add(rows, lookupRow(Fact::AddressLookup, addressesOf(left), addressesOf(right)));
    add(rows, uncounted(recordsRow(Fact::Addresses, addressesOf(left), addressesOf(right))));
    add(rows, uncounted(rowOf({Fact::TlsaBase, std::nullopt, {}}, textOrNothing(left.tlsaBase),
                              textOrNothing(right.tlsaBase))));
    add(rows, lookupRow(Fact::TlsaLookup, left.tlsa, right.tlsa));
    add(rows, recordsRow(Fact::TlsaRecords, left.tlsa, right.tlsa));
    addDane(rows, sides);
    for (ComparedRow &row : rows) {
        row.leftProof.place = sides.left.evidence.dns ? ProofPlace::DnsAnswers : ProofPlace::Nowhere;
        row.rightProof.place = sides.right.evidence.dns ? ProofPlace::DnsAnswers : ProofPlace::Nowhere;
    }
    return rows;
}

} // namespace mailseal
