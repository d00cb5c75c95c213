#pragma once

#include "fixtures.h"

/// Inspections of a mail domain's servers, with what the DNS and the policy host said.
namespace mailseal::fixtures {

template <typename Record>
Answer<Record> answer(const QString &name, DnssecState dnssec, QList<Record> records,
                      LookupEnd end = LookupEnd::Found)
{
    Answer<Record> made;
    made.name = name;
    made.dnssec = dnssec;
    made.lookup = end;
    made.ttl = 3600;
    made.records = std::move(records);
    return made;
}

inline TlsaRecord tlsa(quint8 usage, quint8 selector, quint8 matchingType, const QByteArray &hex)
{
    return {usage, selector, matchingType, QByteArray::fromHex(hex)};
}

inline DnsEvidence domainDns(const QString &host)
{
    DnsEvidence dns;
    dns.mx =
        answer<MxRecord>(QStringLiteral("example.org"), DnssecState::Secure,
                         {{10, QStringLiteral("mx1.example.org")}, {20, QStringLiteral("mx2.example.org")}});
    dns.preference = host.startsWith(QLatin1StringView("mx1")) ? 10 : 20;
    AddressAnswer addresses;
    static_cast<Answer<AddressRecord> &>(addresses) = answer<AddressRecord>(
        host, DnssecState::Secure, {{QStringLiteral("192.0.2.1")}, {QStringLiteral("2001:db8::1")}});
    addresses.ipv4 = LookupEnd::Found;
    addresses.ipv6 = LookupEnd::Found;
    dns.addresses = addresses;
    dns.tlsaBase = host;
    dns.tlsa = answer<TlsaRecord>(QStringLiteral("_25._tcp.") + host, DnssecState::Secure,
                                  {tlsa(3, 1, 1, QByteArray(64, 'a')), tlsa(3, 1, 1, QByteArray(64, 'b')),
                                   tlsa(2, 1, 1, QByteArray(64, 'c')), tlsa(0, 0, 1, QByteArray(64, 'd')),
                                   tlsa(3, 1, 2, "abcd")});
    dns.sts = answer<TxtRecord>(QStringLiteral("_mta-sts.example.org"), DnssecState::Insecure,
                                {{"v=STSv1; id=20260401T000000"}});
    dns.tlsRpt = answer<TxtRecord>(QStringLiteral("_smtp._tls.example.org"), DnssecState::Insecure,
                                   {{"v=TLSRPTv1; rua=mailto:tls@example.org"}});
    return dns;
}

inline DaneFacts domainDane(const DnsEvidence &dns)
{
    const auto &records = dns.tlsa->records;
    DaneFacts dane;
    dane.records = {{records.at(0), true, true, 0, false, TlsaReason::Matches},
                    {records.at(1), true, false, {}, false, TlsaReason::Differs},
                    {records.at(2), true, false, {}, false, TlsaReason::AuthorityNotSent},
                    {records.at(3), false, false, {}, false, TlsaReason::UsageUnusable},
                    {records.at(4), false, false, {}, false, TlsaReason::LengthWrong}};
    dane.usable = 3;
    dane.authenticated = true;
    dane.matched = 0;
    return dane;
}

inline const QByteArray &policyText()
{
    static const QByteArray text("version: STSv1\r\nmode: enforce\r\nmx: mx1.example.org\r\n"
                                 "mx: *.backup.example.net\r\nmax-age: 604800\r\nmax_age: 604800\r\n");
    return text;
}

inline void addPolicy(Inspection &inspection)
{
    StsFetch fetch;
    fetch.end = StsFetchEnd::Ok;
    fetch.host = QStringLiteral("mta-sts.example.org");
    fetch.address = QStringLiteral("192.0.2.80");
    fetch.status = 200;
    fetch.contentType = QStringLiteral("text/plain");
    fetch.body = policyText();
    fetch.tookMs = 84;
    inspection.evidence.stsFetch = fetch;
    StsFacts sts;
    sts.fetch = StsFetchEnd::Ok;
    sts.id = QStringLiteral("20260401T000000");
    sts.mode = StsMode::Enforce;
    sts.maxAge = 604800;
    sts.mx = {QStringLiteral("mx1.example.org"), QStringLiteral("*.backup.example.net")};
    sts.matches = inspection.evidence.target.host == sts.mx.constFirst();
    sts.hasRecord = true;
    sts.hasPolicy = true;
    sts.chain = inspection.chain;
    Finding unknown = finding(FindingCode::StsFieldUnknown, Severity::Notice, {QStringLiteral("max-age")});
    unknown.line = 5;
    sts.problems = {unknown};
    inspection.sts = sts;
    inspection.tlsRpt = TlsRptFacts{{QStringLiteral("mailto:tls@example.org")}, {}};
}

/// The same as one server of example.org.
inline Inspection atDomain(Inspection inspection, const QString &host = QStringLiteral("mx1.example.org"),
                           const QString &address = QStringLiteral("192.0.2.1"))
{
    Evidence &evidence = inspection.evidence;
    evidence.target.input = QStringLiteral("example.org");
    evidence.target.domain = evidence.target.input;
    evidence.target.host = host;
    evidence.target.address = address;
    evidence.target.serverName = host;
    evidence.target.connectedTo = {address, 25};
    evidence.observer.resolver = QStringLiteral("127.0.0.53");
    evidence.observer.queries = 12;
    evidence.dns = domainDns(host);
    inspection.dane = domainDane(*evidence.dns);
    addPolicy(inspection);
    return inspection;
}

/// A domain without a server: null MX, or no such name.
inline Inspection wholeDomain(EndReason end, const QString &domain = QStringLiteral("example.org"))
{
    const bool isNull = end == EndReason::NullMx;
    Inspection inspection = undetermined(end, {},
                                         isNull ? finding(FindingCode::NullMx, Severity::Info, {domain})
                                                : finding(FindingCode::Unreachable, Severity::Error,
                                                          {QStringLiteral("resolve-failed"), domain}));
    Evidence &evidence = inspection.evidence;
    evidence.target.input = domain;
    evidence.target.domain = domain;
    evidence.target.host = domain;
    evidence.target.address.clear();
    evidence.target.connectedTo = {};
    evidence.dns = DnsEvidence();
    evidence.dns->mx = answer<MxRecord>(domain, DnssecState::Insecure, {});
    if (isNull)
        evidence.dns->mx->records = {{0, {}}};
    else
        evidence.dns->mx->lookup = LookupEnd::NxDomain;
    evidence.observer.queries = 3;
    evidence.observer.resolver = QStringLiteral("127.0.0.53");
    return inspection;
}

} // namespace mailseal::fixtures
