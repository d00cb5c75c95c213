#pragma once

#include "fixtureparts.h"

/// Inspections as values, made by hand: what every page is shown in the tests.
namespace mailseal::fixtures {

inline Script spoken()
{
    return Script()
        .server("220 mx2.example.org ESMTP Postfix")
        .client("EHLO inspector.example.net")
        .server("250-mx2.example.org")
        .server("250-PIPELINING")
        .server("250-SIZE 52428800")
        .server("250-STARTTLS")
        .server("250 8BITMIME")
        .client("STARTTLS")
        .server("220 2.0.0 Ready to start TLS");
}

inline Inspection base()
{
    Inspection inspection;
    inspection.judgedAt = now();
    Evidence &evidence = inspection.evidence;
    evidence.observedAt = now();
    evidence.target.input = QStringLiteral("host:mx2.example.org");
    evidence.target.host = QStringLiteral("mx2.example.org");
    evidence.target.address = QStringLiteral("192.0.2.9");
    evidence.target.serverName = evidence.target.host;
    evidence.target.connectedTo = {QStringLiteral("192.0.2.9"), 25};
    evidence.observer.connections = 1;
    evidence.anchors.label = QStringLiteral("/etc/ssl/certs");
    return inspection;
}

/// Sound TLS and a trusted chain, the whole session.
inline Inspection good()
{
    Inspection inspection = base();
    SessionFacts &session = inspection.evidence.session;
    session.end = EndReason::Completed;
    session.transcript = spoken()
                             .tls()
                             .client("EHLO inspector.example.net")
                             .server("250-mx2.example.org")
                             .server("250-PIPELINING")
                             .server("250-SIZE 52428800")
                             .server("250-AUTH PLAIN LOGIN")
                             .server("250 8BITMIME")
                             .client("QUIT")
                             .server("221 2.0.0 Bye")
                             .lines();
    session.capabilitiesBeforeTls = Capabilities{"PIPELINING", "SIZE 52428800", "STARTTLS", "8BITMIME"};
    session.capabilitiesAfterTls =
        Capabilities{"PIPELINING", "SIZE 52428800", "AUTH PLAIN LOGIN", "8BITMIME"};
    session.sawStarttls220 = true;
    session.handshake = HandshakeFacts{true, {}, {}, {}};
    TlsFacts tls;
    tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    tls.keyExchange = QStringLiteral("X25519");
    tls.serverName = inspection.evidence.target.host;
    session.tls = tls;
    session.timings.handshakeUs = 57'000;
    session.timings.totalUs = 388'000;

    ChainFacts chain;
    chain.sent = {leaf(QStringLiteral("mx2.example.org")),
                  certificate(QStringLiteral("R11"), QStringLiteral("CN=ISRG Root X1,O=ISRG,C=US"), 'b')};
    chain.anchor = certificate(QStringLiteral("ISRG Root X1"), QStringLiteral("CN=ISRG Root X1"), 'c');
    chain.path = {chain.sent.at(0).sha256, chain.sent.at(1).sha256, chain.anchor->sha256};
    chain.trusted = true;
    session.sentChain = QList<QByteArray>{chain.sent.at(0).der, chain.sent.at(1).der};
    inspection.chain = chain;

    NameCheck names;
    names.reference = {{inspection.evidence.target.host, NameSource::Typed, false}};
    names.matches = true;
    names.matchedBy = QStringLiteral("DNS:*.example.org");
    const QString host = inspection.evidence.target.host;
    names.checks = {
        {PresentedKind::Dns, QStringLiteral("*.example.org"), host, true, NameReason::WildcardCoversLabel},
        {PresentedKind::Dns, QStringLiteral("mail.example.net"), host, false, NameReason::Different},
        {PresentedKind::CommonName, QStringLiteral("mx2.example.org"), host, false,
         NameReason::CommonNameIgnored}};
    inspection.names = names;
    inspection.verdicts =
        verdicts(Standing::Satisfied, Delivery::Encrypted,
                 {finding(FindingCode::Encrypted, Severity::Info,
                          {QStringLiteral("TLSv1.3"), QStringLiteral("TLS_AES_256_GCM_SHA384")})},
                 Standing::Satisfied, Delivery::Authenticated,
                 {finding(FindingCode::ChainAndNameFine, Severity::Info,
                          {QStringLiteral("DNS:*.example.org"), QStringLiteral("CN=ISRG Root X1")}, 0)});
    inspection.verdicts.first().because.append(finding(FindingCode::CertificatesNotChecked, Severity::Info));
    inspection.conformance = soundConformance();
    return inspection;
}

inline void distrust(Inspection &inspection, const Finding &problem)
{
    inspection.chain->trusted = false;
    inspection.chain->path.reset();
    inspection.chain->anchor.reset();
    inspection.chain->problems = {problem};
    for (Verdict &verdict : inspection.verdicts) {
        if (verdict.delivery != Delivery::Authenticated)
            continue;
        verdict.standing = Standing::Violated;
        verdict.delivery = Delivery::Deferred;
        verdict.because = {problem};
    }
}

inline Inspection selfSigned()
{
    Inspection inspection = good();
    CertificateFacts own = leaf(QStringLiteral("mx2.example.org"));
    own.issuer = own.subject;
    own.selfSigned = true;
    inspection.chain->sent = {own};
    inspection.evidence.session.sentChain = QList<QByteArray>{own.der};
    inspection.chain->selfSigned = true;
    inspection.chain->selfSignedKind = SelfSignedKind::Leaf;
    distrust(inspection, finding(FindingCode::SelfSignedLeaf, Severity::Error, {own.subject}, 0));
    inspection.evidence.remarks = {
        finding(FindingCode::EhloNameNotFqdn, Severity::Notice, {QStringLiteral("inspector")}),
        finding(FindingCode::Port25BlockedHere, Severity::Warning, {QStringLiteral("587")})};
    inspection.evidence.session.remarks = {
        finding(FindingCode::GreetingSlow, Severity::Info, {QStringLiteral("6.2")})};
    return inspection;
}

/// Fine with SNI, self-signed without it; there is no RSA certificate.
inline Inspection otherWithoutSni()
{
    Inspection inspection = good();
    inspection.evidence.session.tls->serverName = inspection.evidence.target.serverName;
    const Inspection other = selfSigned();
    TlsFacts tls = *inspection.evidence.session.tls;
    tls.serverName.clear();
    VariantEvidence failed;
    failed.keyType = QStringLiteral("RSA");
    failed.handshake.error = QStringLiteral("no shared cipher");
    inspection.evidence.variants = {{false, {}, {true, {}, {}, {}}, tls, {QByteArray("der")}}, failed};
    inspection.variants = {{other.chain, other.names, {}, {}}, {}};
    for (Verdict &verdict : inspection.verdicts) {
        if (verdict.policy != PolicyId::Secure)
            continue;
        verdict.variant = 0;
        verdict.standing = Standing::Violated;
        verdict.delivery = Delivery::Deferred;
        verdict.because = {{FindingCode::SelfSignedLeaf, Severity::Error, 0, {}},
                           {FindingCode::VariantDiffers,
                            Severity::Warning,
                            {},
                            {QStringLiteral("sni"), QStringLiteral("authenticated")}}};
    }
    return inspection;
}

inline Inspection wrongName()
{
    Inspection inspection = good();
    inspection.names->matches = false;
    inspection.names->matchedBy.clear();
    for (NameComparison &comparison : inspection.names->checks) {
        comparison.matches = false;
        if (comparison.reason == NameReason::WildcardCoversLabel)
            comparison.reason = NameReason::WildcardCoversOneLabelOnly;
    }
    const Finding problem = finding(FindingCode::NameMismatch, Severity::Error,
                                    {inspection.evidence.target.host, QStringLiteral("*.example.com")});
    for (Verdict &verdict : inspection.verdicts) {
        if (verdict.delivery == Delivery::Authenticated) {
            verdict.standing = Standing::Violated;
            verdict.delivery = Delivery::Deferred;
            verdict.because = {problem};
        }
    }
    return inspection;
}

inline Inspection expired()
{
    Inspection inspection = good();
    CertificateFacts &own = inspection.chain->sent.first();
    own.notAfter = now().addDays(-12);
    distrust(inspection, finding(FindingCode::Expired, Severity::Error,
                                 {own.notAfter.toString(Qt::ISODate), own.subject}, 0));
    return inspection;
}

/// Everything behind the handshake is gone, as where none came about.
inline void withoutTls(Inspection &inspection)
{
    SessionFacts &session = inspection.evidence.session;
    session.tls.reset();
    session.handshake.reset();
    session.sentChain.reset();
    session.capabilitiesAfterTls.reset();
    session.sawStarttls220 = false;
    session.timings.handshakeUs.reset();
    inspection.chain.reset();
    inspection.names.reset();
    inspection.conformance = {check(ConformanceId::StarttlsReadvertised, Standing::Undetermined,
                                    ConformanceNote::NoSecondEhlo, "RFC 3207 §4.2")};
}

inline Inspection noStarttls()
{
    Inspection inspection = good();
    withoutTls(inspection);
    SessionFacts &session = inspection.evidence.session;
    session.end = EndReason::StarttlsNotOffered;
    session.transcript = Script()
                             .server("220 mx2.example.org ESMTP")
                             .client("EHLO inspector.example.net")
                             .server("250-mx2.example.org")
                             .server("250-AUTH PLAIN LOGIN")
                             .server("250 SIZE 10485760")
                             .client("QUIT")
                             .server("221 Bye")
                             .note("second connection: STARTTLS is asked for once more")
                             .lines();
    session.capabilitiesBeforeTls = Capabilities{"AUTH PLAIN LOGIN", "SIZE 10485760"};
    const Finding problem = finding(FindingCode::StarttlsNotOffered, Severity::Error);
    inspection.verdicts = verdicts(Standing::Violated, Delivery::Cleartext, {problem}, Standing::Violated,
                                   Delivery::Deferred, {problem});
    return inspection;
}

inline Inspection refusesAfterTls()
{
    Inspection inspection = good();
    SessionFacts &session = inspection.evidence.session;
    session.end = EndReason::RefusedAfterTls;
    session.transcript = spoken()
                             .tls()
                             .client("EHLO inspector.example.net")
                             .server("554 5.7.1 No mail for you inside TLS")
                             .client("QUIT")
                             .server("221 Bye")
                             .lines();
    session.capabilitiesAfterTls.reset();
    session.endReply = Reply{554, "5.7.1", "No mail for you inside TLS"};
    const Finding problem = finding(FindingCode::RefusedAfterTls, Severity::Error,
                                    {QStringLiteral("554"), QStringLiteral("No mail for you inside TLS")});
    inspection.verdicts = verdicts(Standing::Violated, Delivery::Deferred, {problem}, Standing::Violated,
                                   Delivery::Deferred, {problem});
    return inspection;
}

inline Inspection undetermined(EndReason end, const Transcript &transcript, const Finding &problem)
{
    Inspection inspection = good();
    withoutTls(inspection);
    SessionFacts &session = inspection.evidence.session;
    session.end = end;
    session.capabilitiesBeforeTls.reset();
    session.transcript = transcript;
    inspection.conformance.clear();
    inspection.verdicts = verdicts(Standing::Undetermined, Delivery::Deferred, {problem},
                                   Standing::Undetermined, Delivery::Deferred, {problem});
    return inspection;
}

inline Inspection throttled()
{
    Inspection inspection = undetermined(
        EndReason::GreetingRefused,
        Script().server("421 4.7.0 Too many connections from your address").lines(),
        finding(FindingCode::Throttled, Severity::Warning,
                {QStringLiteral("421"), QStringLiteral("Too many connections from your address")}));
    inspection.evidence.session.endReply = Reply{421, "4.7.0", "Too many connections from your address"};
    return inspection;
}

inline Inspection unreachable()
{
    Inspection inspection = undetermined(
        EndReason::ConnectTimeout, {},
        finding(FindingCode::Unreachable, Severity::Error, {QStringLiteral("connect-timeout"), {}}));
    inspection.evidence.remarks = {
        finding(FindingCode::Port25BlockedHere, Severity::Warning, {QStringLiteral("465, 587")})};
    return inspection;
}

/// As it is in the middle of it: the greeting is there, nothing else.
inline Inspection running()
{
    Inspection inspection =
        undetermined(EndReason::Cancelled, Script().server("220 mx2.example.org ESMTP Postfix").lines(),
                     finding(FindingCode::NotInspected, Severity::Info, {QStringLiteral("cancelled")}));
    return inspection;
}

inline Inspection quitAfterHandshake()
{
    Inspection inspection = selfSigned();
    inspection.evidence.target.policy = PolicyId::WebPki;
    SessionFacts &session = inspection.evidence.session;
    session.end = EndReason::QuitAfterHandshake;
    session.transcript = spoken().tls().client("QUIT").server("221 2.0.0 Bye").lines();
    session.capabilitiesAfterTls.reset();
    inspection.conformance.first().standing = Standing::Undetermined;
    inspection.conformance.first().note = ConformanceNote::NoSecondEhlo;
    // A null list, like any other empty one: Qt compares a null and a cleared one by memcmp().
    inspection.conformance.first().evidence = {};
    return inspection;
}

/// Markup, bidirectional controls, escapes and NULs wherever a server can put them.
inline Inspection hostile()
{
    const QString markup = QStringLiteral("<a href=\"https://evil.example\">click</a><img src=x>&amp;");
    Inspection inspection = selfSigned();
    SessionFacts &session = inspection.evidence.session;
    session.end = EndReason::RefusedAfterTls;
    session.endReply = Reply{554, {}, "<h1>Your bank</h1>\x1b[2J\xe2\x80\xae moc.knab"};
    session.transcript[0].text =
        QByteArray("220 <b>bold</b> \x1b[31mred \xe2\x80\xaegnp.exe \x00 \xff end", 43);
    session.capabilitiesBeforeTls->append("X-<script>alert(1)</script> \xe2\x80\xae");
    session.remarks = {finding(FindingCode::CapabilityCase, Severity::Notice, {markup})};
    CertificateFacts &own = inspection.chain->sent.first();
    own.subject = QStringLiteral("CN=") + markup;
    own.commonNames = {markup};
    own.dnsNames = {markup};
    inspection.names->checks.first().presented = markup;
    inspection.names->reference.first().name = QString(QChar(0x202e)) + markup;
    inspection.names->checks.first().reference = inspection.names->reference.first().name;
    return inspection;
}

/// As many lines as a reply may have (limits::replyLines).
inline Inspection longConversation(int lines)
{
    Inspection inspection = good();
    Transcript &transcript = inspection.evidence.session.transcript;
    TranscriptEntry entry = transcript.at(3);
    for (int i = 0; i < lines; ++i) {
        entry.text = "250-X-LINE" + QByteArray::number(i);
        transcript.insert(4 + i, entry);
    }
    return inspection;
}

/// A certificate for very many hosts, compared with one.
inline Inspection manyNames(int count)
{
    Inspection inspection = good();
    const QString host = inspection.evidence.target.host;
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("host%1.example.net").arg(i);
        inspection.chain->sent.first().dnsNames.append(name);
        inspection.names->checks.append({PresentedKind::Dns, name, host, false, NameReason::Different});
    }
    return inspection;
}

struct Named
{
    const char *name;
    Inspection inspection;
    Progress progress;
};

inline QList<Named> all()
{
    return {{"good", good(), done()},
            {"self-signed", selfSigned(), done()},
            {"wrong name", wrongName(), done()},
            {"expired", expired(), done()},
            {"554 after TLS", refusesAfterTls(), done()},
            {"no STARTTLS", noStarttls(), done()},
            {"421", throttled(), done()},
            {"unreachable", unreachable(), done()},
            {"running", running(), waitingFor(Stage::Ehlo)},
            {"quit after handshake", quitAfterHandshake(), done()},
            {"hostile strings", hostile(), done()}};
}

} // namespace mailseal::fixtures
