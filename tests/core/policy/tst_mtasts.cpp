#include "examples/certificatefactory.h"
#include "policy/stsjudge.h"
#include "support/fixtures/scenes.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;
using namespace scenes;

namespace {

using Code = FindingCode;
const QDateTime now = QDateTime::currentDateTimeUtc();
const QByteArray enforce = "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 2419200\n";

IssuedCertificate authority()
{
    static const IssuedCertificate made = [] {
        CertificateRequest request;
        request.commonName = QStringLiteral("Policy CA");
        request.isCa = true;
        return issueCertificate(request);
    }();
    return made;
}

QByteArray certificateFor(const QString &name, const QDateTime &notAfter = {}, bool selfSigned = false)
{
    CertificateRequest request;
    request.commonName = name;
    request.dnsNames = {name};
    request.notBefore = now.addDays(-10);
    request.notAfter = notAfter;
    return issueCertificate(request, selfSigned ? IssuedCertificate() : authority()).certificateDer();
}

TrustAnchors anchors() { return {AnchorStore::File, QStringLiteral("test"), {authority().certificateDer()}}; }

const QString policyHost = QStringLiteral("mta-sts.example.org");

StsFetch fetched(const QByteArray &body = enforce)
{
    StsFetch fetch;
    fetch.end = StsFetchEnd::Ok;
    fetch.host = policyHost;
    fetch.status = 200;
    fetch.contentType = QStringLiteral("text/plain; charset=utf-8");
    static const QByteArray good = certificateFor(policyHost);
    fetch.sentChain = {good};
    fetch.body = body;
    return fetch;
}

Answer<TxtRecord> answer(const QList<QByteArray> &texts, LookupEnd end = LookupEnd::Found)
{
    Answer<TxtRecord> made;
    made.name = QStringLiteral("_mta-sts.example.org");
    made.lookup = end;
    for (const QByteArray &text : texts)
        made.records.append({text});
    return made;
}

const Answer<TxtRecord> oneRecord = answer({"v=STSv1; id=1;"});

/// A domain with this record and this fetch, and a sound server.
Scene domain(const Answer<TxtRecord> &record = oneRecord, const std::optional<StsFetch> &fetch = fetched(),
             Scene scene = sound())
{
    scene.evidence.target.domain = QStringLiteral("example.org");
    scene.evidence.dns = DnsEvidence{};
    scene.evidence.dns->sts = record;
    scene.evidence.stsFetch = fetch;
    if (auto judged = judgeSts(scene.evidence, scene.chain, anchors(), now))
        scene.sts = judged->facts;
    return scene;
}

Scene under(const QByteArray &policy, Scene scene = sound())
{
    return domain(oneRecord, fetched(policy), std::move(scene));
}

Scene testing(Scene scene = sound())
{
    return under(QByteArray(enforce).replace("enforce", "testing"), std::move(scene));
}

StsFetch failed(StsFetchEnd end)
{
    StsFetch fetch = fetched({});
    fetch.end = end;
    return fetch;
}

QList<Code> codes(const Verdict &verdict)
{
    QList<Code> list;
    for (const Finding &finding : verdict.because)
        list.append(finding.code);
    return list;
}

Scene expired() { return withProblem(Code::Expired); }
Scene selfSigned() { return withProblem(Code::SelfSignedLeaf); }
Scene otherName()
{
    return wrongName(PresentedKind::Dns, QStringLiteral("other.example"), NameReason::Different);
}

} // namespace

class TestMtaSts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdict_data();
    void verdict();
    void cachedPolicyIsMentionedWhereNoneCounts_data();
    void cachedPolicyIsMentionedWhereNoneCounts();
    void anOlderPolicyHoldsBackWhatItForbids();
    void satisfiedNamesThePattern();
    void testingModeSaysSo();
    void policyHostIsJudged();
    void policyHostNeedsItsOwnName();
    void contentTypeIsOnlyRemarked();
    void olderPostfixDiffers();
    void oldRule_data();
    void oldRule();
    void givenPolicyNeedsNeitherRecordNorFetch();
    void assumedModeCounts();
    void tlsRptFollowsFromItsAnswer();
};

void TestMtaSts::verdict_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<Code>("deciding");
    QTest::addColumn<QString>("result");
    const auto add = [](const char *row, const Scene &scene, Standing standing, Delivery delivery,
                        Code deciding, const char *result = "") {
        QTest::newRow(row) << scene << standing << delivery << deciding << QString::fromLatin1(result);
    };
    const auto none = [&add](const char *row, const Scene &scene, Code deciding, const char *result = "") {
        add(row, scene, Standing::NotApplicable, Delivery::Encrypted, deciding, result);
    };
    const auto held = [&add](const char *row, const Scene &scene, Code deciding, const char *result) {
        add(row, scene, Standing::Violated, Delivery::Deferred, deciding, result);
    };

    // who is asked at all
    none("a server that was typed has no domain", sound(), Code::StsInspectDomain);
    Scene unasked = sound();
    unasked.evidence.target.domain = QStringLiteral("example.org");
    none("the DNS was not asked", unasked, Code::StsNotLookedUp);
    for (const auto service : {Service::Submission, Service::Submissions}) {
        Scene other = under(enforce);
        other.evidence.target.service = service;
        QTest::addRow("service %d", int(service))
            << other << Standing::NotApplicable << Delivery::Unknown << Code::NotForThisService << QString();
    }
    Scene lmtp = under(enforce);
    lmtp.evidence.target.service = Service::Lmtp;
    add("LMTP", lmtp, Standing::Satisfied, Delivery::Authenticated, Code::ChainAndNameFine);
    add("null MX", domain(oneRecord, {}, ended(EndReason::NullMx)), Standing::NotApplicable,
        Delivery::Refused, Code::NullMx);

    // the record
    none("no record", domain(answer({}, LookupEnd::NoData), {}), Code::StsNoPolicy);
    none("no such name", domain(answer({}, LookupEnd::NxDomain), {}), Code::StsNoPolicy);
    none("other records alone", domain(answer({"v=spf1 -all"}), {}), Code::StsNoPolicy);
    none("two records are none", domain(answer({"v=STSv1; id=1", "v=STSv1; id=2"}), {}),
         Code::StsSeveralRecords);
    none("two records are none, though a policy is there", domain(answer({"v=STSv1;id=1", "v=STSv1;id=2"})),
         Code::StsSeveralRecords);
    none("record without id", domain(answer({"v=STSv1;"}), {}), Code::StsRecordInvalid);
    add("no record, clear text",
        domain(answer({}, LookupEnd::NoData), {}, ended(EndReason::StarttlsNotOffered)),
        Standing::NotApplicable, Delivery::Cleartext, Code::StsNoPolicy);
    for (const auto end : {LookupEnd::Timeout, LookupEnd::ServFail, LookupEnd::Refused}) {
        QTest::addRow("lookup failed (%d)", int(end))
            << domain(answer({}, end), {}) << Standing::Undetermined << Delivery::Encrypted
            << Code::StsLookupFailed << QString();
    }
    auto bogus = oneRecord;
    bogus.dnssec = DnssecState::Bogus;
    add("bogus record", domain(bogus, {}), Standing::Undetermined, Delivery::Encrypted,
        Code::StsLookupFailed);

    // the fetch
    for (const auto end : {StsFetchEnd::ResolveFailed, StsFetchEnd::ConnectFailed, StsFetchEnd::Status,
                           StsFetchEnd::Redirect, StsFetchEnd::TooLarge, StsFetchEnd::Timeout}) {
        QTest::addRow("fetch ended (%d)", int(end))
            << domain(oneRecord, failed(end)) << Standing::NotApplicable << Delivery::Encrypted
            << Code::StsFetchFailed << QStringLiteral("sts-policy-fetch-error");
    }
    none("nobody fetched it", domain(oneRecord, {}), Code::StsFetchFailed);
    StsFetch stranger = fetched();
    stranger.sentChain = {certificateFor(policyHost, {}, true)};
    none("policy host self-signed", domain(oneRecord, stranger), Code::StsFetchFailed, "sts-webpki-invalid");
    stranger.sentChain = {certificateFor(policyHost, now.addDays(-1))};
    none("policy host expired", domain(oneRecord, stranger), Code::StsFetchFailed, "sts-webpki-invalid");
    stranger.sentChain = {certificateFor(QStringLiteral("www.example.org"))};
    none("policy host of another name", domain(oneRecord, stranger), Code::StsFetchFailed,
         "sts-webpki-invalid");
    stranger.end = StsFetchEnd::Redirect;
    none("a bad certificate comes before the redirect", domain(oneRecord, stranger), Code::StsFetchFailed,
         "sts-webpki-invalid");
    none("policy invalid", under("<html>"), Code::StsPolicyInvalid, "sts-policy-invalid");
    none("policy empty", under(""), Code::StsPolicyInvalid, "sts-policy-invalid");

    // modes
    none("mode none", under("version: STSv1\nmode: none\nmax_age: 2419200"), Code::StsModeNone);
    add("enforce, sound", under(enforce), Standing::Satisfied, Delivery::Authenticated,
        Code::ChainAndNameFine);
    add("testing, sound", testing(), Standing::Satisfied, Delivery::Encrypted, Code::ChainAndNameFine);
    add("wildcard covers the MX host", under(QByteArray(enforce).replace("mx.ex", "*.ex")),
        Standing::Satisfied, Delivery::Authenticated, Code::ChainAndNameFine);

    // the MX host
    const QByteArray elsewhere = QByteArray(enforce).replace("mx.example.org", "*.example.net");
    held("MX host matches nothing", under(elsewhere), Code::StsMxMismatch, "validation-failure");
    held("MX host matches nothing, no STARTTLS", under(elsewhere, ended(EndReason::StarttlsNotOffered)),
         Code::StsMxMismatch, "validation-failure");
    add("testing, MX host matches nothing", under(QByteArray(elsewhere).replace("enforce", "testing")),
        Standing::Violated, Delivery::Encrypted, Code::StsMxMismatch, "validation-failure");

    // TLS and certificate
    held("self-signed", under(enforce, selfSigned()), Code::SelfSignedLeaf, "certificate-not-trusted");
    held("expired", under(enforce, expired()), Code::Expired, "certificate-expired");
    held("wrong name", under(enforce, otherName()), Code::NameMismatch, "certificate-host-mismatch");
    held("name in the common name only",
         under(enforce, wrongName(PresentedKind::CommonName, QStringLiteral("mx.example.org"),
                                  NameReason::CommonNameCounts)),
         Code::CnOnly, "certificate-host-mismatch");
    held("anonymous suite", under(enforce, anonymous()), Code::AnonymousSuite, "validation-failure");
    for (const auto protocol : {TlsProtocol::TlsV1_0, TlsProtocol::TlsV1_1}) {
        QTest::addRow("TLS 1.%d at best", protocol == TlsProtocol::TlsV1_1)
            << under(enforce, withProtocol(protocol)) << Standing::Violated << Delivery::Deferred
            << Code::LegacyProtocol << QStringLiteral("validation-failure");
    }
    add("TLS 1.2", under(enforce, withProtocol(TlsProtocol::TlsV1_2)), Standing::Satisfied,
        Delivery::Authenticated, Code::ChainAndNameFine);
    held("no STARTTLS", under(enforce, ended(EndReason::StarttlsNotOffered)), Code::StarttlsNotOffered,
         "starttls-not-supported");
    held("STARTTLS refused", under(enforce, ended(EndReason::StarttlsRefused, Reply{454, {}, "no"})),
         Code::StarttlsRefused, "starttls-not-supported");
    held("handshake fails", under(enforce, ended(EndReason::HandshakeFailed)), Code::HandshakeFailed,
         "validation-failure");
    add("554 inside TLS", under(enforce, endedInTls(EndReason::RefusedAfterTls, Reply{554, {}, "no"})),
        Standing::Violated, Delivery::Refused, Code::RefusedAfterTls, "validation-failure");
    held("STARTTLS answered 502", under(enforce, ended(EndReason::StarttlsRefused, Reply{502, {}, "no"})),
         Code::StarttlsRefused, "starttls-not-supported");
    add("unreachable", under(enforce, ended(EndReason::ConnectTimeout)), Standing::Undetermined,
        Delivery::Deferred, Code::Unreachable);
    add("421", under(enforce, ended(EndReason::GreetingRefused, Reply{421, {}, "busy"})),
        Standing::Undetermined, Delivery::Deferred, Code::Throttled);
    add("testing, self-signed", testing(selfSigned()), Standing::Violated, Delivery::Encrypted,
        Code::SelfSignedLeaf, "certificate-not-trusted");
    add("testing, no STARTTLS", testing(ended(EndReason::StarttlsNotOffered)), Standing::Violated,
        Delivery::Cleartext, Code::StarttlsNotOffered, "starttls-not-supported");
    add("testing, unreachable", testing(ended(EndReason::ConnectTimeout)), Standing::Undetermined,
        Delivery::Deferred, Code::Unreachable);
}

void TestMtaSts::verdict()
{
    QFETCH(Scene, scene);
    QFETCH(Code, deciding);
    const Verdict verdict = judge(PolicyId::MtaSts, scene.facts());
    QCOMPARE(verdict.policy, PolicyId::MtaSts);
    QVERIFY(!verdict.because.isEmpty());
    QCOMPARE(verdict.because.first().code, deciding);
    QTEST(verdict.standing, "standing");
    QTEST(verdict.delivery, "delivery");
    QTEST(verdict.result, "result");
    QVERIFY(!verdict.source.isEmpty());
    QVERIFY(goesOn(verdict) ==
            (verdict.delivery != Delivery::Deferred && verdict.delivery != Delivery::Refused));
}

void TestMtaSts::cachedPolicyIsMentionedWhereNoneCounts_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::newRow("no record") << domain(answer({}, LookupEnd::NoData), {});
    QTest::newRow("two records") << domain(answer({"v=STSv1;id=1", "v=STSv1;id=2"}), {});
    QTest::newRow("lookup failed") << domain(answer({}, LookupEnd::ServFail), {});
    QTest::newRow("not fetched") << domain(oneRecord, failed(StsFetchEnd::Timeout));
    QTest::newRow("invalid") << under("mode: enforce");
}

void TestMtaSts::cachedPolicyIsMentionedWhereNoneCounts()
{
    QFETCH(Scene, scene);
    QCOMPARE(judge(PolicyId::MtaSts, scene.facts()).because.last().code, Code::StsOlderPolicyCached);
    QVERIFY(!codes(judge(PolicyId::MtaSts, scene.facts())).contains(Code::StsOlderPolicyDefers));
}

void TestMtaSts::anOlderPolicyHoldsBackWhatItForbids()
{
    const auto none = failed(StsFetchEnd::Timeout);
    for (const Scene &server : {expired(), otherName(), selfSigned()}) {
        const Verdict verdict = judge(PolicyId::MtaSts, domain(oneRecord, none, server).facts());
        QCOMPARE(verdict.delivery, Delivery::Encrypted);
        QVERIFY(codes(verdict).contains(Code::StsOlderPolicyDefers));
    }
    Scene old = sound();
    old.evidence.session.tls->protocol = TlsProtocol::TlsV1_1;
    QVERIFY(codes(judge(PolicyId::MtaSts, domain(oneRecord, none, old).facts()))
                .contains(Code::StsOlderPolicyDefers));
}

void TestMtaSts::satisfiedNamesThePattern()
{
    const Verdict verdict =
        judge(PolicyId::MtaSts, under(QByteArray(enforce).replace("mx.ex", "*.ex")).facts());
    QCOMPARE(verdict.because[1].code, Code::StsMxMatch);
    QCOMPARE(verdict.because[1].args,
             QStringList({QStringLiteral("mx.example.org"), QStringLiteral("*.example.org")}));
}

void TestMtaSts::testingModeSaysSo()
{
    QVERIFY(codes(judge(PolicyId::MtaSts, testing().facts())).contains(Code::StsModeTesting));
    QVERIFY(!codes(judge(PolicyId::MtaSts, under(enforce).facts())).contains(Code::StsModeTesting));
}

void TestMtaSts::policyHostIsJudged()
{
    const auto good = judgeSts(domain().evidence, domain().chain, anchors(), now);
    QVERIFY(good);
    QCOMPARE(good->usedAnchors, QList{authority().certificateDer()});
    QVERIFY(good->facts.chain->trusted);
    QVERIFY(good->facts.hasPolicy);
    QCOMPARE(good->facts.fetch, StsFetchEnd::Ok);
    QVERIFY(good->facts.problems.isEmpty());
    QCOMPARE(good->facts.id, QStringLiteral("1"));
    QCOMPARE(good->facts.matches, std::optional(true));

    // judged later, with other anchors, from the same evidence
    const auto later = judgeSts(domain().evidence, domain().chain, anchors(), now.addYears(1));
    QCOMPARE(later->facts.fetch, StsFetchEnd::Certificate);
    QVERIFY(!later->facts.hasPolicy);
    QVERIFY(!later->facts.mode);
    const auto other = judgeSts(domain().evidence, {}, {AnchorStore::File, {}, {}}, now);
    QCOMPARE(other->facts.fetch, StsFetchEnd::Certificate);
}

void TestMtaSts::policyHostNeedsItsOwnName()
{
    StsFetch fetch = fetched();
    fetch.sentChain = {certificateFor(QStringLiteral("*.example.org"))};
    QVERIFY(domain(oneRecord, fetch).sts->hasPolicy);
    fetch.sentChain = {certificateFor(QStringLiteral("example.org"))};
    const Scene scene = domain(oneRecord, fetch);
    QVERIFY(!scene.sts->hasPolicy);
    QCOMPARE(scene.sts->problems[0].code, Code::StsFetchFailed);
    QCOMPARE(scene.sts->problems[1].code, Code::NameMismatch);
    QCOMPARE(scene.sts->problems[1].args.first(), policyHost);
}

void TestMtaSts::contentTypeIsOnlyRemarked()
{
    StsFetch fetch = fetched();
    for (const char *type : {"text/html", "", "text/plainer"}) {
        fetch.contentType = QString::fromLatin1(type);
        const Scene scene = domain(oneRecord, fetch);
        QCOMPARE(scene.sts->problems.first().code, Code::StsContentType);
        QCOMPARE(judge(PolicyId::MtaSts, scene.facts()).standing, Standing::Satisfied);
    }
    fetch.contentType = QStringLiteral("TEXT/PLAIN;charset=us-ascii");
    QVERIFY(domain(oneRecord, fetch).sts->problems.isEmpty());
}

void TestMtaSts::olderPostfixDiffers()
{
    // The certificate is for another name that the policy lists: docs/decisions.md "DNS".
    Scene other = wrongName(PresentedKind::Dns, QStringLiteral("mail.example.net"), NameReason::Different);
    other.chain->sent.first().dnsNames = {QStringLiteral("mail.example.net")};
    const Scene scene = under(enforce + "mx: *.example.net\n", other);
    QCOMPARE(scene.sts->matchesAnyPattern, std::optional(true));
    const Verdict verdict = judge(PolicyId::MtaSts, scene.facts());
    QCOMPARE(codes(verdict), QList<Code>({Code::NameMismatch, Code::StsAnyPatternDiffers}));
    QCOMPARE(verdict.because.last().args,
             QStringList({QStringLiteral("mx.example.org"), QStringLiteral("*.example.net")}));
    // The MX host is none of the policy's, its certificate names one.
    const Scene notListed = under(QByteArray(enforce).replace("mx.example.org", "*.example.net"), other);
    QCOMPARE(codes(judge(PolicyId::MtaSts, notListed.facts())),
             QList<Code>({Code::StsMxMismatch, Code::StsAnyPatternDiffers}));
    // Both rules agree.
    QVERIFY(!codes(judge(PolicyId::MtaSts, under(enforce).facts())).contains(Code::StsAnyPatternDiffers));
    QCOMPARE(under(enforce).sts->matchesAnyPattern, std::optional(true));
    QVERIFY(!codes(judge(PolicyId::MtaSts, under(enforce, otherName()).facts()))
                 .contains(Code::StsAnyPatternDiffers));
}

void TestMtaSts::oldRule_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("matches");
    const auto add = [](const char *pattern, const char *name, bool matches) {
        QTest::addRow("%s, %s", pattern, name)
            << QString::fromLatin1(pattern) << QString::fromLatin1(name) << matches;
    };
    add("mx.example.org", "MX.example.org", true);
    add("mx.example.org", "*.example.org", true);
    add("mx.example.org", "example.org", false);
    add("*.example.org", "mx.example.org", true);
    add("*.example.org", "a.b.example.org", true); // Postfix: any number of labels
    add("*.example.org", "*.example.org", true);
    add("*.example.org", "example.org", false);
    add("*.example.org", "evilexample.org", false);
}

void TestMtaSts::oldRule()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    QFETCH(bool, matches);
    CertificateFacts certificate;
    certificate.dnsNames = {name};
    QCOMPARE(anyPatternMatch({pattern}, certificate).has_value(), matches);
    certificate.commonNames = {name}; // looked at where there is no SAN dNSName
    certificate.dnsNames.clear();
    QCOMPARE(anyPatternMatch({pattern}, certificate).has_value(), matches);
}

void TestMtaSts::givenPolicyNeedsNeitherRecordNorFetch()
{
    Scene scene = sound();
    scene.evidence.origin = Origin::Offline;
    scene.evidence.assumptions = {{AssumptionKind::StsPolicyGiven, {}}};
    scene.evidence.stsFetch = StsFetch{};
    scene.evidence.stsFetch->end = StsFetchEnd::Ok;
    scene.evidence.stsFetch->body = enforce;
    scene.sts = judgeSts(scene.evidence, scene.chain, anchors(), now)->facts;
    QVERIFY(scene.sts->problems.isEmpty());
    QCOMPARE(judge(PolicyId::MtaSts, scene.facts()).delivery, Delivery::Authenticated);
}

void TestMtaSts::assumedModeCounts()
{
    Scene scene = testing(selfSigned());
    scene.evidence.assumptions = {{AssumptionKind::StsMode, {QStringLiteral("enforce")}}};
    scene.sts = judgeSts(scene.evidence, scene.chain, anchors(), now)->facts;
    QCOMPARE(judge(PolicyId::MtaSts, scene.facts()).delivery, Delivery::Deferred);
}

void TestMtaSts::tlsRptFollowsFromItsAnswer()
{
    Scene scene = domain();
    QVERIFY(!judgeTlsRpt(scene.evidence));
    scene.evidence.dns->tlsRpt = answer({"v=TLSRPTv1; rua=mailto:a@example.org"});
    QCOMPARE(judgeTlsRpt(scene.evidence)->rua, QStringList{QStringLiteral("mailto:a@example.org")});
    scene.evidence.dns->tlsRpt = answer({}, LookupEnd::NxDomain);
    QCOMPARE(judgeTlsRpt(scene.evidence)->problems.first().code, Code::TlsRptNoRecord);
    scene.evidence.dns->tlsRpt = answer({}, LookupEnd::ServFail);
    QCOMPARE(judgeTlsRpt(scene.evidence)->problems.first().code, Code::StsLookupFailed);
}

MAILSEAL_TEST(TestMtaSts)
#include "tst_mtasts.moc"
