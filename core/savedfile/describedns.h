#pragma once

#include "savedfile/describejudged.h"
#include "wire/recordtext.h"

/// What the DNS said, and what was made of the TLSA records.
namespace mailseal {

template <class V>
void describe(V &v, As<MxRecord> auto &mx)
{
    v.made("text", form::text, [&] { return recordText(mx); });
    v.field("preference", mx.preference, FieldKind::Public, form::port);
    v.field("exchange", mx.exchange, FieldKind::HostOrAddress, form::text);
}

template <class V>
void describe(V &v, As<AddressRecord> auto &address)
{
    v.made("text", form::text, [&] { return recordText(address); });
    v.field("address", address.address, FieldKind::Address, form::text);
}

template <class V>
void describe(V &v, As<AliasRecord> auto &alias)
{
    v.made("text", form::text, [&] { return QStringLiteral("%1.").arg(alias.target); });
    v.field("target", alias.target, FieldKind::Host, form::text);
}

template <class V>
void describe(V &v, As<TlsaRecord> auto &tlsa)
{
    v.made("text", form::text, [&] { return recordText(tlsa); });
    v.field("usage", tlsa.usage, FieldKind::Public, form::octet);
    v.field("selector", tlsa.selector, FieldKind::Public, form::octet);
    v.field("matchingType", tlsa.matchingType, FieldKind::Public, form::octet);
    v.field("data", tlsa.data, FieldKind::Digest, form::octets);
}

template <class V>
void describe(V &v, As<TxtRecord> auto &txt)
{
    v.made("text", form::text, [&] { return recordText(txt); });
    v.field("value", txt.text, FieldKind::Text, form::bytes);
}

/// A lookup that ended in a way that only a newer version knows says nothing here; the file keeps it.
template <class V>
void describeAnswer(V &v, auto &answer)
{
    v.field("lookup", answer.lookup, FieldKind::Public, form::rowCode);
    v.field("name", answer.name, FieldKind::Host, form::text);
    v.field("dnssec", answer.dnssec, FieldKind::Public, form::CodeOr{DnssecState::Unknown});
    v.field("canonicalName", answer.canonicalName, FieldKind::Host, form::OrNull{form::text});
    v.field("whyBogus", answer.whyBogus, FieldKind::Text, form::OrNull{form::text});
    v.field("algorithms", answer.algorithms, FieldKind::Public, form::Later{form::ListOf{form::text}});
    v.field("ttl", answer.ttl, FieldKind::Public, form::Later{form::Within{0, 0xffffffff}});
    v.list("records", answer.records);
}

template <typename T>
inline constexpr bool isAnswer = false;
template <typename Record>
inline constexpr bool isAnswer<Answer<Record>> = true;

template <class V, typename A>
requires isAnswer<std::remove_const_t<A>>
void describe(V &v, A &answer) { describeAnswer(v, answer); }

template <class V>
void describe(V &v, As<AddressAnswer> auto &both)
{
    describeAnswer(v, both);
    v.reading(both, [](const json::Node &, auto &read) { read.ipv4 = read.ipv6 = read.lookup; });
    v.field("ipv4", both.ipv4, FieldKind::Public, form::Later{form::CodeOr{both.lookup}});
    v.field("ipv6", both.ipv6, FieldKind::Public, form::Later{form::CodeOr{both.lookup}});
    v.field("ipv4Dnssec", both.ipv4Dnssec, FieldKind::Public,
            form::Later{form::OrNull{form::CodeOr{DnssecState::Unknown}}});
    v.field("ipv6Dnssec", both.ipv6Dnssec, FieldKind::Public,
            form::Later{form::OrNull{form::CodeOr{DnssecState::Unknown}}});
}

template <class V>
void describe(V &v, As<TlsaOutcome> auto &outcome)
{
    v.field("why", outcome.why, FieldKind::Public, form::rowCode);
    describe(v, outcome.record);
    v.field("usable", outcome.usable, FieldKind::Public, form::flag);
    v.field("matches", outcome.matches, FieldKind::Public, form::flag);
    v.field("depth", outcome.depth, FieldKind::Public, form::OrNull{form::depth});
    v.field("setAside", outcome.setAside, FieldKind::Public, form::flag);
}

/// A table without one of its rows would mislead.
template <class V>
void describe(V &v, As<DaneFacts> auto &dane)
{
    v.rests("authenticated");
    v.wholeList("records", dane.records);
    v.field("usable", dane.usable, FieldKind::Public, form::count);
    v.field("authenticated", dane.authenticated, FieldKind::Public, form::flag);
    v.field("matched", dane.matched, FieldKind::Public, form::OrNull{form::count});
    v.list("problems", dane.problems);
}

template <class V>
void describe(V &v, As<TlsaProposal> auto &proposal)
{
    describe(v, proposal.record);
    v.field("depth", proposal.depth, FieldKind::Public, form::count);
}

template <class V>
void describe(V &v, As<DnsEvidence> auto &dns)
{
    v.objectOrNull("mx", dns.mx);
    v.field("preference", dns.preference, FieldKind::Public, form::OrNull{form::port});
    v.objectOrNull("addresses", dns.addresses);
    v.objectOrNull("alias", dns.alias);
    v.objectOrNull("tlsa", dns.tlsa);
    v.objectOrNull("tlsaAtCanonicalName", dns.tlsaAtCanonicalName);
    v.objectOrNull("sts", dns.sts);
    v.objectOrNull("tlsRpt", dns.tlsRpt);
    v.field("tlsaBase", dns.tlsaBase, FieldKind::Host, form::OrNull{form::text});
    v.field("resolverStripsDnssec", dns.resolverStripsDnssec, FieldKind::Public, form::Later{form::flag});
}

/// `dns` of an inspection; the outcomes stand at the records that count, in place of them.
template <class V>
void describeDns(V &v, As<std::optional<DnsEvidence>> auto &dns, As<std::optional<DaneFacts>> auto &dane)
{
    v.objectOrNull("dns", dns, [&](auto &inner, auto &evidence) {
        describe(inner, evidence);
        inner.further("tlsa", dane);
    });
}

} // namespace mailseal
