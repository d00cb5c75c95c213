#pragma once

#include "savedfile/json.h"
#include "values/utc.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// An inspection with every field filled, and ways to look at what is written of it.
namespace jsonsample {

using namespace mailseal;

inline QString text(const char *utf8) { return QString::fromUtf8(utf8); }

inline CertificateFacts certificate(char seed)
{
    CertificateFacts facts;
    facts.subject = QStringLiteral("CN=mx.example.org,O=Müller \\\\ Söhne");
    facts.issuer = QStringLiteral("CN=Example CA");
    facts.serial = QStringLiteral("0abc");
    facts.notBefore = utc({2026, 1, 2}, {3, 4, 5});
    facts.notAfter = utc({9999, 12, 31}, {23, 59, 59});
    facts.keyType = QStringLiteral("EC");
    facts.keyBits = 256;
    facts.signature = QStringLiteral("ecdsa-with-SHA256");
    facts.commonNames = {QStringLiteral("mx.example.org")};
    facts.dnsNames = {QStringLiteral("mx.example.org"), QStringLiteral("*.example.org")};
    facts.ipAddresses = {QStringLiteral("192.0.2.1"), QStringLiteral("2001:db8::1")};
    facts.sha256 = QByteArray(64, seed);
    facts.spkiSha256 = QByteArray(64, 'f');
    facts.selfSigned = seed == 'a';
    facts.der = QByteArray("\x30\x82\x01", 3) + QByteArray(200, seed) + '\0';
    return facts;
}

inline Finding oneFinding(FindingCode code)
{
    return {code, Severity::Warning, 1, {QStringLiteral("first"), QStringLiteral("zwei, \"2\"")}};
}

inline SessionFacts fullSession()
{
    SessionFacts session;
    session.end = EndReason::Completed;
    session.endReply = Reply{421, "4.7.0", "line \\ one\nline\xFF two\r"};
    session.endText = QStringLiteral("Connection refused");
    session.handshake = HandshakeFacts{true, TlsAlert{1, 0, QStringLiteral("close_notify")},
                                       TlsAlert{2, 40, QStringLiteral("handshake_failure")},
                                       QStringLiteral("error:0A000410")};
    session.timings = {0, 1, 1234, 12345, 123456, 999999, 7, 60'000'001, 120'000'123};
    session.transcript = {
        {0, Speaker::Note, false, "connecting", 0, DialogueStep::Connection, {}},
        {1234567,
         Speaker::Server,
         false,
         QByteArray("220 \x1b[2J\\x41 \x00 gr\xC3\xBC\xFF", 20),
         77,
         DialogueStep::Greeting,
         {}},
        {2000001, Speaker::Client, true, "QUIT", 0, DialogueStep::Quit, {}},
    };
    session.capabilitiesBeforeTls = Capabilities{"SIZE 1000", "STARTTLS", "X\x01"};
    session.capabilitiesAfterTls = Capabilities{};
    session.earlyPlaintext = EarlyPlaintext{100'000, "250 injected\r\n"};
    session.tls = TlsFacts{TlsProtocol::TlsV1_2,
                           QStringLiteral("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                           QStringLiteral("X25519"),
                           QStringLiteral("rsa_pss_rsae_sha256"),
                           QStringLiteral("mx.example.org"),
                           true,
                           false,
                           QByteArray("a stapled response")};
    session.sentChain = QList{certificate('a').der, certificate('b').der};
    session.greeting = Reply{220, {}, "hello"};
    session.ehloAfterTlsReply = Reply{250, {}, "mx"};
    session.sawStarttls220 = true;
    session.heloUsed = true;
    session.closure = TlsClosure::CloseNotify;
    session.localAddress = QStringLiteral("192.0.2.7");
    session.remarks = {oneFinding(FindingCode::BareLf)};
    return session;
}

inline DnsEvidence fullDns()
{
    const QString host = QStringLiteral("mx.example.org");
    DnsEvidence dns;
    dns.mx = Answer<MxRecord>{QStringLiteral("example.org"), DnssecState::Bogus,  LookupEnd::Found,
                              QStringLiteral("expired"),     QStringLiteral("x"), 300,
                              {{10, host}, {20, {}}}};
    dns.preference = 10;
    AddressAnswer addresses;
    addresses.name = host;
    addresses.dnssec = DnssecState::Secure;
    addresses.lookup = LookupEnd::Found;
    addresses.records = {{QStringLiteral("192.0.2.1")}, {QStringLiteral("2001:db8::1")}};
    addresses.ipv4 = LookupEnd::Found;
    addresses.ipv6 = LookupEnd::ServFail;
    dns.addresses = addresses;
    dns.alias = Answer<AliasRecord>{
        host, DnssecState::Secure, LookupEnd::Found, {}, {}, 60, {{QStringLiteral("box.example.net")}}};
    dns.tlsa = Answer<TlsaRecord>{QStringLiteral("_25._tcp.mx.example.org"),
                                  DnssecState::Secure,
                                  LookupEnd::Found,
                                  {},
                                  {},
                                  60,
                                  {{3, 1, 1, QByteArray("\0\xff", 2)}, {2, 0, 255, {}}}};
    dns.tlsaAtCanonicalName.emplace();
    dns.tlsaAtCanonicalName->name = QStringLiteral("_25._tcp.host.example.org");
    dns.tlsaAtCanonicalName->lookup = LookupEnd::NxDomain;
    dns.tlsaBase = host;
    dns.sts = Answer<TxtRecord>{
        QStringLiteral("_mta-sts.example.org"), DnssecState::Insecure, LookupEnd::Found, {}, {}, 1,
        {{"v=STSv1; id=\"\\\r\n\xff;"}}};
    dns.tlsRpt.emplace();
    dns.tlsRpt->name = QStringLiteral("_smtp._tls.example.org");
    dns.tlsRpt->lookup = LookupEnd::Timeout;
    dns.resolverStripsDnssec = true;
    return dns;
}

inline StsFetch fullFetch()
{
    StsFetch fetch;
    fetch.end = StsFetchEnd::Ok;
    fetch.host = QStringLiteral("mta-sts.example.org");
    fetch.address = QStringLiteral("192.0.2.44");
    fetch.status = 200;
    fetch.contentType = QStringLiteral("text/plain");
    fetch.location = QStringLiteral("https://elsewhere.example/");
    fetch.error = QStringLiteral("none");
    fetch.sentChain = {certificate('e').der};
    fetch.body = QByteArray("version: STSv1\r\nmode: testing\nmx: \\\x1b[2J\xff\r\n");
    fetch.tookMs = 17;
    return fetch;
}

inline StsFacts fullSts()
{
    StsFacts facts;
    facts.fetch = StsFetchEnd::Certificate;
    facts.id = QStringLiteral("20261124");
    facts.mode = StsMode::Testing;
    facts.maxAge = 86400;
    facts.mx = {QStringLiteral("*.example.org"), QStringLiteral("mx\n.example")};
    facts.matches = true;
    facts.matchesAnyPattern = false;
    facts.hasRecord = true;
    facts.hasPolicy = true;
    facts.chain = ChainFacts{};
    facts.chain->sent = {certificate('e')};
    facts.problems = {oneFinding(FindingCode::StsMxMismatch)};
    facts.problems.first().line = 3;
    return facts;
}

inline Inspection full()
{
    Inspection inspection;
    Evidence &evidence = inspection.evidence;
    evidence.assumptions = {{AssumptionKind::Tls13, {}},
                            {AssumptionKind::StsMode, {QStringLiteral("testing")}}};
    inspection.tlsaProposals = {{{3, 1, 1, QByteArray(32, '\x5a')}, 0},
                                {{2, 1, 1, QByteArray(32, '\xa5')}, 1}};
    inspection.senders = {
        {QStringLiteral("gmail"),
         QStringLiteral("Gmail"),
         Delivery::Unknown,
         PolicyId::MtaSts,
         PolicyId::Secure,
         {{QStringLiteral("https://sender.test/help"), QDate(2026, 1, 2), QStringLiteral("it is")}}},
        {QStringLiteral("mta"), QStringLiteral("MTA"), Delivery::Encrypted, {}, {}, {}}};
    evidence.observedAt = utc({2026, 11, 24}, {1, 2, 3, 456});
    evidence.target = {QStringLiteral("smtp://mx.example.org"),
                       QStringLiteral("example.org"),
                       QStringLiteral("mx.example.org"),
                       QStringLiteral("2001:db8::9"),
                       2525,
                       Service::Lmtp,
                       Start::StartTls,
                       QStringLiteral("mx.example.org"),
                       PolicyId::Secure,
                       {QByteArray(64, 'c')},
                       {QStringLiteral("127.0.0.1"), 26}};
    evidence.observer = {
        QStringLiteral("192.0.2.7"), QStringLiteral("me.example"), QStringLiteral("system"), true, 3, 2};
    evidence.session = fullSession();
    evidence.dns = fullDns();
    inspection.dane =
        DaneFacts{{{evidence.dns->tlsa->records.constFirst(), true, true, 1, false, TlsaReason::Matches},
                   {evidence.dns->tlsa->records.constLast(), false, false, std::nullopt, true,
                    TlsaReason::WeakerDigest}},
                  1,
                  true,
                  0,
                  {oneFinding(FindingCode::NameMismatch)}};
    evidence.stsFetch = fullFetch();
    inspection.sts = fullSts();
    inspection.tlsRpt =
        TlsRptFacts{{QStringLiteral("mailto:tls@example.org")}, {oneFinding(FindingCode::TlsRptUriInvalid)}};
    evidence.remarks = {oneFinding(FindingCode::StarttlsIntermittent)};
    evidence.anchors = {AnchorStore::File, QStringLiteral("/tmp/roots.pem"), {certificate('d').der}};
    inspection.judgedAt = utc({2026, 11, 25}, {0, 0, 0, 1});
    ChainFacts chain;
    chain.sent = {certificate('a'), certificate('b')};
    chain.path = QList<QByteArray>{QByteArray(64, 'a'), QByteArray(64, 'd')};
    chain.anchor = certificate('d');
    chain.trusted = true;
    chain.selfSigned = true;
    chain.selfSignedKind = SelfSignedKind::Anchored;
    chain.ordered = false;
    chain.problems = {oneFinding(FindingCode::WeakKey)};
    inspection.chain = chain;
    inspection.ocsp = OcspFacts{.status = OcspStatus::Revoked,
                                .producedAt = utc({2026, 11, 20}, {1, 2, 3}),
                                .nextUpdate = {},
                                .revokedAt = utc({2026, 11, 19}, {1, 2, 3}),
                                .verified = true,
                                .problem = {}};
    inspection.names = NameCheck{{{QStringLiteral("mx.example.org"), NameSource::Typed, true}},
                                 true,
                                 QStringLiteral("DNS:*.example.org"),
                                 {{PresentedKind::Dns, QStringLiteral("*.example.org"),
                                   QStringLiteral("mx.example.org"), true, NameReason::WildcardCoversLabel},
                                  {PresentedKind::CommonName, QStringLiteral("x"),
                                   QStringLiteral("mx.example.org"), false, NameReason::CommonNameIgnored}}};
    inspection.verdicts = {{PolicyId::Opportunistic,
                            Standing::Satisfied,
                            Delivery::Encrypted,
                            2,
                            {oneFinding(FindingCode::Encrypted)},
                            QStringLiteral("RFC 7435"),
                            {}},
                           {PolicyId::WebPki,
                            Standing::Violated,
                            Delivery::Deferred,
                            std::nullopt,
                            {oneFinding(FindingCode::Expired), oneFinding(FindingCode::NameMismatch)},
                            QStringLiteral("RFC 3207 §4.1"),
                            QStringLiteral("certificate-expired")}};
    VariantEvidence withoutSni;
    withoutSni.sni = false;
    withoutSni.handshake.completed = true;
    withoutSni.tls = evidence.session.tls;
    withoutSni.sentChain = {certificate('f').der};
    VariantEvidence fails;
    fails.keyType = text("RSA");
    fails.handshake = HandshakeFacts{false, {}, TlsAlert{2, 40, text("handshake_failure")}, text("by alert")};
    evidence.variants = {withoutSni, fails};
    evidence.variantsSeen = {kindOf(withoutSni), kindOf(fails)};
    ChainFacts shown;
    shown.sent = {certificate('f')};
    shown.problems = {oneFinding(FindingCode::SelfSignedLeaf)};
    inspection.variants = {{shown, inspection.names, inspection.dane, inspection.ocsp}, {}};
    inspection.conformance = {{ConformanceId::EhloAfterTls,
                               Standing::Violated,
                               QStringLiteral("RFC 3207 §4.2"),
                               {0, 2},
                               ConformanceNote::AnsweredOtherwise,
                               {QStringLiteral("500"), QStringLiteral("what?")}}};
    inspection.rejudged =
        Rejudged{utc({2026, 11, 24}, {1, 2, 4, 7}),
                 {{PolicyId::Encrypt, std::nullopt}, {PolicyId::WebPki, inspection.verdicts.constFirst()}}};
    return inspection;
}

inline QList<Inspection> read(const QByteArray &content)
{
    const auto result = readSurvey(content);
    if (const auto *error = std::get_if<FileProblem>(&result)) {
        qWarning("%s", qPrintable(error->text));
        return {};
    }
    return std::get<QList<Inspection>>(result);
}

inline QJsonValue valueAt(const QJsonObject &root, const char *path)
{
    QJsonValue value = root;
    for (const QString &step : QString::fromLatin1(path).split(u'.')) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toObject().value(step);
    }
    return value;
}

} // namespace jsonsample
