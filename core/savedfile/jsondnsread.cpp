#include "savedfile/jsondns.h"

#include "savedfile/jsonjudgedread.h"
#include "wire/wire.h"

namespace mailseal::json {

namespace {

using Key = QLatin1StringView;

void readRecord(const Node &node, MxRecord &mx)
{
    mx.preference = static_cast<quint16>(node[Key("preference")].integer(0, 0xffff));
    mx.exchange = node[Key("exchange")].text();
}

void readRecord(const Node &node, AddressRecord &address) { address.address = node[Key("address")].text(); }

void readRecord(const Node &node, AliasRecord &alias) { alias.target = node[Key("target")].text(); }

void readRecord(const Node &node, TlsaRecord &tlsa)
{
    constexpr int lastOctet = 0xff;
    tlsa.usage = static_cast<quint8>(node[Key("usage")].integer(0, lastOctet));
    tlsa.selector = static_cast<quint8>(node[Key("selector")].integer(0, lastOctet));
    tlsa.matchingType = static_cast<quint8>(node[Key("matchingType")].integer(0, lastOctet));
    tlsa.data = QByteArray::fromHex(node[Key("data")].hex());
}

void readRecord(const Node &node, TxtRecord &txt) { txt.text = node[Key("value")].bytes(); }

/// A lookup that ended in a way that only a newer version knows says nothing here; the file keeps it.
template <typename Record>
std::optional<Answer<Record>> readAnswer(const Node &node)
{
    if (node.isNull())
        return std::nullopt;
    const auto lookup = node[Key("lookup")].knownName<LookupEnd>();
    if (!lookup)
        return std::nullopt;
    Answer<Record> answer;
    answer.name = node[Key("name")].text();
    answer.dnssec = node[Key("dnssec")].name(DnssecState::Unknown);
    answer.lookup = *lookup;
    answer.whyBogus = node[Key("whyBogus")].textOrNull();
    answer.canonicalName = node[Key("canonicalName")].textOrNull();
    const Node ttl = node[Key("ttl")];
    answer.ttl = ttl.isNull() ? 0 : static_cast<quint32>(ttl.integer(0, 0xffffffff));
    answer.records = node[Key("records")].list([](const Node &one) {
        Record record;
        readRecord(one, record);
        return record;
    });
    return answer;
}

std::optional<AddressAnswer> readAddresses(const Node &node)
{
    const auto answer = readAnswer<AddressRecord>(node);
    if (!answer)
        return std::nullopt;
    AddressAnswer both;
    static_cast<Answer<AddressRecord> &>(both) = *answer;
    const auto family = [&](const char *key) {
        const Node end = node[Key(key)];
        return end.isNull() ? both.lookup : end.name(both.lookup);
    };
    both.ipv4 = family("ipv4");
    both.ipv6 = family("ipv6");
    return both;
}

std::optional<TlsaOutcome> readOutcome(const Node &node)
{
    const auto why = node[Key("why")].knownName<TlsaReason>();
    if (!why)
        return std::nullopt;
    TlsaOutcome outcome;
    readRecord(node, outcome.record);
    outcome.usable = node[Key("usable")].flag();
    outcome.matches = node[Key("matches")].flag();
    outcome.depth = node[Key("depth")].orNull(
        [](const Node &depth) { return static_cast<int>(depth.integer(0, deepest)); });
    outcome.setAside = node[Key("setAside")].flag();
    outcome.why = *why;
    return outcome;
}

} // namespace

DnsEvidence readDns(const Node &node)
{
    DnsEvidence evidence;
    evidence.mx = readAnswer<MxRecord>(node[Key("mx")]);
    evidence.preference = node[Key("preference")].orNull(
        [](const Node &value) { return static_cast<quint16>(value.integer(0, 0xffff)); });
    evidence.addresses = readAddresses(node[Key("addresses")]);
    evidence.alias = readAnswer<AliasRecord>(node[Key("alias")]);
    evidence.tlsa = readAnswer<TlsaRecord>(node[Key("tlsa")]);
    evidence.tlsaAtCanonicalName = readAnswer<TlsaRecord>(node[Key("tlsaAtCanonicalName")]);
    evidence.tlsaBase = node[Key("tlsaBase")].textOrNull();
    evidence.sts = readAnswer<TxtRecord>(node[Key("sts")]);
    evidence.tlsRpt = readAnswer<TxtRecord>(node[Key("tlsRpt")]);
    const Node strips = node[Key("resolverStripsDnssec")];
    evidence.resolverStripsDnssec = !strips.isNull() && strips.flag();
    return evidence;
}

std::optional<DaneFacts> readDane(const Node &node) { return readOutcomes(node[Key("tlsa")]); }

std::optional<DaneFacts> readOutcomes(const Node &tlsa)
{
    if (tlsa.isNull() || tlsa[Key("authenticated")].isNull())
        return std::nullopt;
    DaneFacts dane;
    for (const auto &outcome : tlsa[Key("records")].list(readOutcome)) {
        if (!outcome)
            return std::nullopt; // a table without one of its rows would mislead
        dane.records.append(*outcome);
    }
    dane.usable = tlsa[Key("usable")].count();
    dane.authenticated = tlsa[Key("authenticated")].flag();
    dane.matched = tlsa[Key("matched")].orNull([](const Node &index) { return index.count(); });
    dane.problems = tlsa[Key("problems")].list(readFinding);
    return dane;
}

TlsaProposal readTlsaProposal(const Node &node)
{
    TlsaProposal proposal;
    readRecord(node, proposal.record);
    proposal.depth = node[Key("depth")].count();
    return proposal;
}

} // namespace mailseal::json
