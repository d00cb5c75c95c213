#include "savedfile/jsondns.h"

#include "savedfile/jsonfacts.h"
#include "savedfile/jsonjudged.h"
#include "wire/escape.h"
#include "wire/recordtext.h"
#include "wire/wire.h"

namespace mailseal::json {

namespace {

QJsonObject record(const MxRecord &mx)
{
    return {
        {QStringLiteral("text"), recordText(mx)},
        {QStringLiteral("preference"), mx.preference},
        {QStringLiteral("exchange"), mx.exchange},
    };
}

QJsonObject record(const AddressRecord &address)
{
    return {
        {QStringLiteral("text"), recordText(address)},
        {QStringLiteral("address"), address.address},
    };
}

QJsonObject record(const AliasRecord &alias)
{
    return {
        {QStringLiteral("text"), QStringLiteral("%1.").arg(alias.target)},
        {QStringLiteral("target"), alias.target},
    };
}

QJsonObject record(const TlsaRecord &tlsa)
{
    return {
        {QStringLiteral("text"), recordText(tlsa)},
        {QStringLiteral("usage"), tlsa.usage},
        {QStringLiteral("selector"), tlsa.selector},
        {QStringLiteral("matchingType"), tlsa.matchingType},
        {QStringLiteral("data"), QString::fromLatin1(tlsa.data.toHex())},
    };
}

QJsonObject record(const TxtRecord &txt)
{
    return {
        {QStringLiteral("text"), recordText(txt)},
        {QStringLiteral("value"), escapeBytes(txt.text)},
    };
}

template <typename Record>
QJsonObject answer(const Answer<Record> &answer)
{
    return {
        {QStringLiteral("name"), answer.name},
        {QStringLiteral("dnssec"), toWire(answer.dnssec)},
        {QStringLiteral("lookup"), toWire(answer.lookup)},
        {QStringLiteral("whyBogus"), textOrNull(answer.whyBogus)},
        {QStringLiteral("canonicalName"), textOrNull(answer.canonicalName)},
        {QStringLiteral("ttl"), static_cast<qint64>(answer.ttl)},
        {QStringLiteral("records"), list(answer.records, [](const Record &one) { return record(one); })},
    };
}

QJsonObject addresses(const AddressAnswer &both)
{
    QJsonObject object = answer<AddressRecord>(both);
    object.insert(QStringLiteral("ipv4"), toWire(both.ipv4));
    object.insert(QStringLiteral("ipv6"), toWire(both.ipv6));
    return object;
}

/// The records that were judged and what became of each; those of the answer alone where nothing was judged.
QJsonObject tlsa(const Answer<TlsaRecord> &given, const std::optional<DaneFacts> &dane)
{
    QJsonObject object = answer(given);
    if (dane)
        insertOutcomes(object, *dane);
    return object;
}

} // namespace

void insertOutcomes(QJsonObject &object, const DaneFacts &dane)
{
    object.insert(QStringLiteral("records"), list(dane.records, [](const TlsaOutcome &outcome) {
                      QJsonObject one = record(outcome.record);
                      one.insert(QStringLiteral("usable"), outcome.usable);
                      one.insert(QStringLiteral("matches"), outcome.matches);
                      one.insert(QStringLiteral("depth"),
                                 outcome.depth ? QJsonValue(*outcome.depth) : QJsonValue());
                      one.insert(QStringLiteral("setAside"), outcome.setAside);
                      one.insert(QStringLiteral("why"), toWire(outcome.why));
                      return one;
                  }));
    object.insert(QStringLiteral("usable"), dane.usable);
    object.insert(QStringLiteral("authenticated"), dane.authenticated);
    object.insert(QStringLiteral("matched"), dane.matched ? QJsonValue(*dane.matched) : QJsonValue());
    object.insert(QStringLiteral("problems"), list(dane.problems, finding));
}

QJsonObject dns(const DnsEvidence &evidence, const std::optional<DaneFacts> &dane)
{
    return {
        {QStringLiteral("mx"), orNull(evidence.mx, answer<MxRecord>)},
        {QStringLiteral("preference"), evidence.preference ? QJsonValue(*evidence.preference) : QJsonValue()},
        {QStringLiteral("addresses"), orNull(evidence.addresses, addresses)},
        {QStringLiteral("alias"), orNull(evidence.alias, answer<AliasRecord>)},
        {QStringLiteral("tlsa"), evidence.tlsa ? QJsonValue(tlsa(*evidence.tlsa, dane)) : QJsonValue()},
        {QStringLiteral("tlsaAtCanonicalName"), orNull(evidence.tlsaAtCanonicalName, answer<TlsaRecord>)},
        {QStringLiteral("tlsaBase"), textOrNull(evidence.tlsaBase)},
        {QStringLiteral("sts"), orNull(evidence.sts, answer<TxtRecord>)},
        {QStringLiteral("tlsRpt"), orNull(evidence.tlsRpt, answer<TxtRecord>)},
        {QStringLiteral("resolverStripsDnssec"), evidence.resolverStripsDnssec},
    };
}

QJsonObject tlsaProposal(const TlsaProposal &proposal)
{
    QJsonObject object = record(proposal.record);
    object.insert(QStringLiteral("depth"), proposal.depth);
    return object;
}

} // namespace mailseal::json
