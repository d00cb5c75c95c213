#pragma once

#include "dialogue/transcriptsteps.h"
#include "values/comparison.h"
#include "values/inspection.h"
#include "values/utc.h"
#include "wire/comparisonwire.h"

#include <QDateTime>
#include <QList>
#include <QString>

/// A server that is fine, as an inspection sees it: each test breaks one thing of it.
namespace comparesample {

using namespace mailseal;

inline QString text(const char *utf8) { return QString::fromUtf8(utf8); }

inline CertificateFacts certificate(const QString &subject, const QString &issuer, char seed)
{
    CertificateFacts facts;
    facts.subject = subject;
    facts.issuer = issuer;
    facts.serial = QStringLiteral("0a") + QLatin1Char(seed);
    facts.notBefore = utc({2026, 10, 1}, {0, 0});
    facts.notAfter = utc({2027, 1, 14}, {0, 0});
    facts.keyType = QStringLiteral("EC");
    facts.keyBits = 256;
    facts.signature = QStringLiteral("ecdsa-with-SHA256");
    facts.sha256 = QByteArray(64, seed);
    facts.spkiSha256 = QByteArray(64, seed);
    facts.der = QByteArray(300, seed);
    return facts;
}

inline ChainFacts chain()
{
    ChainFacts facts;
    facts.sent = {certificate(text("CN=mx1.example.org"), text("CN=R11,O=Example CA"), 'a'),
                  certificate(text("CN=R11,O=Example CA"), text("CN=Example Root"), 'b')};
    facts.sent[0].dnsNames = {text("mx1.example.org"), text("mail.example.org")};
    facts.anchor = certificate(text("CN=Example Root"), text("CN=Example Root"), 'c');
    facts.path = QList<QByteArray>{facts.sent[0].sha256, facts.sent[1].sha256, facts.anchor->sha256};
    facts.trusted = true;
    return facts;
}

inline TranscriptEntry line(Speaker from, bool tls, const QByteArray &text)
{
    return {0, from, tls, text, 0};
}

inline Transcript transcript()
{
    using enum Speaker;
    Transcript lines{line(Server, false, "220 mx1.example.org ESMTP Postfix"),
                     line(Client, false, "EHLO probe.example"),
                     line(Server, false, "250-mx1.example.org"),
                     line(Server, false, "250-SIZE 1000"),
                     line(Server, false, "250 STARTTLS"),
                     line(Client, false, "STARTTLS"),
                     line(Server, false, "220 2.0.0 Ready"),
                     line(Client, true, "EHLO probe.example"),
                     line(Server, true, "250-mx1.example.org"),
                     line(Server, true, "250-SIZE 1000"),
                     line(Server, true, "250-AUTH PLAIN LOGIN"),
                     line(Server, true, "250 CHUNKING"),
                     line(Client, true, "QUIT"),
                     line(Server, true, "221 2.0.0 Bye")};
    deriveSteps(lines);
    return lines;
}

inline SessionFacts session()
{
    SessionFacts facts;
    facts.end = EndReason::Completed;
    facts.handshake = HandshakeFacts{true, std::nullopt, std::nullopt, {}};
    facts.timings.totalUs = 412'000;
    facts.timings.handshakeUs = 31'000;
    facts.transcript = transcript();
    facts.capabilitiesBeforeTls = Capabilities{"SIZE 1000", "STARTTLS"};
    facts.capabilitiesAfterTls = Capabilities{"SIZE 1000", "AUTH PLAIN LOGIN", "CHUNKING"};
    facts.tls = TlsFacts{TlsProtocol::TlsV1_3,
                         text("TLS_AES_256_GCM_SHA384"),
                         text("X25519"),
                         text("ecdsa_secp256r1_sha256"),
                         text("mx1.example.org"),
                         false,
                         false};
    facts.greeting = Reply{220, {}, "mx1.example.org ESMTP Postfix"};
    facts.sawStarttls220 = true;
    return facts;
}

inline Verdict verdict(PolicyId policy, Standing standing, Delivery delivery, FindingCode code,
                       const QStringList &args = {})
{
    return {policy,
            standing,
            delivery,
            std::nullopt,
            {{code, Severity::Info, std::nullopt, args}},
            text("RFC 3207 §4.1"),
            {}};
}

inline Inspection good()
{
    Inspection inspection;
    Evidence &evidence = inspection.evidence;
    evidence.observedAt = utc({2026, 11, 24}, {10, 2});
    inspection.judgedAt = evidence.observedAt;
    Target &target = evidence.target;
    target.input = text("host:mx1.example.org");
    target.host = text("mx1.example.org");
    target.address = text("192.0.2.1");
    target.serverName = target.host;
    target.connectedTo = {target.address, target.port};
    evidence.observer.localAddress = text("198.51.100.7");
    evidence.observer.ehloName = text("probe.example");
    evidence.session = session();
    evidence.anchors.label = text("/etc/ssl/certs");
    inspection.chain = chain();
    inspection.names = NameCheck{
        {{target.host, NameSource::Typed, false}},
        true,
        text("DNS:mx1.example.org"),
        {{PresentedKind::Dns, text("mx1.example.org"), target.host, true, NameReason::Equal},
         {PresentedKind::Dns, text("mail.example.org"), target.host, false, NameReason::Different}}};
    inspection.verdicts = {
        verdict(PolicyId::Opportunistic, Standing::Satisfied, Delivery::Encrypted,
                FindingCode::CertificatesNotChecked),
        verdict(PolicyId::WebPki, Standing::Satisfied, Delivery::Authenticated, FindingCode::ChainAndNameFine,
                {text("DNS:mx1.example.org"), text("CN=Example Root")}),
    };
    inspection.conformance = {{ConformanceId::EhloAfterTls,
                               Standing::Satisfied,
                               text("RFC 3207 §4.2"),
                               {7, 8},
                               ConformanceNote::AnsweredWith250,
                               {}},
                              {ConformanceId::StarttlsReadvertised,
                               Standing::Satisfied,
                               text("RFC 3207 §4.2"),
                               {7, 8},
                               ConformanceNote::NotOfferedAgain,
                               {}}};
    return inspection;
}

template <typename Record>
Answer<Record> secure(const char *name, const QList<Record> &records)
{
    Answer<Record> answer;
    answer.name = text(name);
    answer.dnssec = DnssecState::Secure;
    answer.lookup = records.isEmpty() ? LookupEnd::NoData : LookupEnd::Found;
    answer.records = records;
    return answer;
}

/// The good server as one of a domain that publishes everything.
inline Inspection published()
{
    Inspection inspection = good();
    inspection.evidence.target.domain = text("example.org");
    inspection.evidence.variantsSeen = {text("no-sni")};
    DnsEvidence dns;
    dns.mx = secure<MxRecord>("example.org", {{10, text("mx1.example.org")}, {20, text("mx2.example.org")}});
    dns.preference = quint16{10};
    AddressAnswer addresses;
    static_cast<Answer<AddressRecord> &>(addresses) =
        secure<AddressRecord>("mx1.example.org", {{text("192.0.2.1")}});
    dns.addresses = addresses;
    dns.tlsaBase = text("mx1.example.org");
    dns.tlsa = secure<TlsaRecord>("_25._tcp.mx1.example.org", {{3, 1, 1, QByteArray(32, 'a')}});
    dns.sts = secure<TxtRecord>("_mta-sts.example.org", {{"v=STSv1; id=1;"}});
    dns.tlsRpt = secure<TxtRecord>("_smtp._tls.example.org", {{"v=TLSRPTv1; rua=mailto:a@example.org"}});
    inspection.evidence.dns = dns;
    DaneFacts dane;
    dane.usable = 1;
    dane.authenticated = true;
    inspection.dane = dane;
    StsFacts sts;
    sts.fetch = StsFetchEnd::Ok;
    sts.hasRecord = sts.hasPolicy = true;
    sts.id = text("1");
    sts.mode = StsMode::Enforce;
    sts.maxAge = 604800;
    sts.mx = {text("mx1.example.org"), text("*.example.org")};
    sts.matches = true;
    inspection.sts = sts;
    inspection.tlsRpt = TlsRptFacts{{text("mailto:a@example.org")}, {}};
    inspection.ocsp = OcspFacts{OcspStatus::Good, utc({2026, 11, 24}, {0, 0}), {}, {}, true, {}};
    return inspection;
}

/// The rows that count as a difference.
inline QStringList countedIds(const Comparison &comparison)
{
    QStringList ids;
    for (const ComparedRows &group : comparison.groups) {
        for (const ComparedRow &row : group.rows) {
            if (row.isDifference())
                ids.append(rowId(group.group, row.topic));
        }
    }
    return ids;
}

inline ComparedRow rowNamed(const Comparison &comparison, const char *id)
{
    for (const ComparedRows &group : comparison.groups) {
        for (const ComparedRow &row : group.rows) {
            if (rowId(group.group, row.topic) == QLatin1StringView(id))
                return row;
        }
    }
    qWarning("there is no row %s", id);
    return {};
}

} // namespace comparesample
