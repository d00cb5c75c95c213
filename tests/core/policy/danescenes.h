#pragma once

#include "core/policy/scenes.h"

/// A domain whose MX host has TLSA records, all of it signed, and one change at a time.
namespace scenes {

inline TlsaOutcome outcome(quint8 usage, quint8 selector, TlsaReason why, std::optional<int> depth = {})
{
    TlsaOutcome one;
    one.record = {usage, selector, 1, QByteArray(32, '\x2a')};
    one.usable = why != TlsaReason::UsageUnusable && why != TlsaReason::LengthWrong;
    one.matches = why == TlsaReason::Matches;
    one.depth = depth;
    one.why = why;
    return one;
}

/// What the chain library would say of these records: the first that matches authenticates.
inline DaneFacts facts(const QList<TlsaOutcome> &records, const QList<Finding> &problems = {})
{
    DaneFacts dane;
    dane.records = records;
    dane.problems = problems;
    for (qsizetype i = 0; i < records.size(); ++i) {
        const TlsaOutcome &one = records[i];
        dane.usable += one.usable ? 1 : 0;
        if (one.matches && !one.setAside && problems.isEmpty() && !dane.matched)
            dane.matched = int(i);
    }
    dane.authenticated = dane.matched.has_value();
    return dane;
}

template <typename Kind>
Kind answer(const QString &name)
{
    Kind found;
    found.name = name;
    found.dnssec = DnssecState::Secure;
    found.lookup = LookupEnd::Found;
    return found;
}

inline Scene onDane(Scene scene)
{
    Target &target = scene.evidence.target;
    target.input = QStringLiteral("domain:example.org");
    target.domain = QStringLiteral("example.org");
    scene.evidence.observer.resolver = QStringLiteral("192.0.2.53:53");
    DnsEvidence dns;
    dns.mx = answer<Answer<MxRecord>>(target.domain);
    dns.mx->records = {{10, target.host}};
    dns.addresses = answer<AddressAnswer>(target.host);
    dns.addresses->records = {{QStringLiteral("192.0.2.25")}};
    dns.tlsa = answer<Answer<TlsaRecord>>(QStringLiteral("_25._tcp.") + target.host);
    dns.tlsaBase = target.host;
    scene.dane = facts({outcome(3, 1, TlsaReason::Matches, 0)});
    dns.tlsa->records = {scene.dane->records.first().record};
    scene.evidence.dns = dns;
    return scene;
}

inline Scene withRecords(const QList<TlsaOutcome> &records, const QList<Finding> &problems = {})
{
    Scene scene = onDane(sound());
    scene.dane = facts(records, problems);
    scene.evidence.dns->tlsa->records.clear();
    for (const TlsaOutcome &one : records)
        scene.evidence.dns->tlsa->records.append(one.record);
    return scene;
}

/// The TLSA lookup ended otherwise; no record is known.
inline Scene withTlsa(DnssecState state, LookupEnd end, Scene scene = onDane(sound()))
{
    scene.evidence.dns->tlsa->dnssec = state;
    scene.evidence.dns->tlsa->lookup = end;
    if (state == DnssecState::Bogus)
        scene.evidence.dns->tlsa->whyBogus = QStringLiteral("signature crypto failed");
    if (end != LookupEnd::Found) {
        scene.evidence.dns->tlsa->records.clear();
        scene.dane.reset();
    }
    return scene;
}

inline Scene withMx(DnssecState state, Scene scene = onDane(sound()))
{
    scene.evidence.dns->mx->dnssec = state;
    return scene;
}

inline Scene withAddresses(DnssecState state, Scene scene = onDane(sound()))
{
    scene.evidence.dns->addresses->dnssec = state;
    return scene;
}

inline Scene stripped(Scene scene = onDane(sound()))
{
    DnsEvidence &dns = *scene.evidence.dns;
    dns.resolverStripsDnssec = true;
    dns.mx->dnssec = dns.addresses->dnssec = dns.tlsa->dnssec = DnssecState::Unknown;
    return scene;
}

/// The same name was typed as a server: no MX record leads to it.
inline Scene asHost(Scene scene = onDane(sound()))
{
    scene.evidence.target.domain.clear();
    scene.evidence.dns->mx.reset();
    return scene;
}

} // namespace scenes
