#include "examples/certificatefactory.h"
#include "inspector/inspector.h"
#include "inspector/rejudge.h"
#include "support/testprogram.h"
#include "values/utc.h"

#include <QTest>

using namespace mailseal;

namespace {

const QDateTime day0 = utc({2026, 6, 1}, {12, 0});

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

IssuedCertificate root()
{
    CertificateRequest request;
    request.commonName = text("Root");
    request.isCa = true;
    request.notBefore = day0.addYears(-1);
    request.notAfter = day0.addYears(20);
    return issueCertificate(request);
}

/// A server whose certificate is fine for thirty days from day0 on.
Evidence sound(const IssuedCertificate &issuer)
{
    CertificateRequest request;
    request.commonName = text("mx.example.org");
    request.dnsNames = {text("mx.example.org")};
    request.notBefore = day0.addDays(-30);
    request.notAfter = day0.addDays(30);
    Evidence evidence;
    evidence.observedAt = day0;
    evidence.target.host = text("mx.example.org");
    evidence.target.serverName = text("mx.example.org");
    evidence.target.policy = PolicyId::WebPki;
    evidence.session.end = EndReason::Completed;
    evidence.session.handshake = HandshakeFacts{true, {}, {}, {}};
    evidence.session.tls = TlsFacts{};
    evidence.session.sentChain = QList{issueCertificate(request, issuer).certificateDer()};
    return evidence;
}

QList<PolicyId> changed(const Inspection &again)
{
    QList<PolicyId> ids;
    for (const VerdictChange &change : again.rejudged->changes)
        ids.append(change.policy);
    return ids;
}

} // namespace

class RejudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameRulesAndDayChangeNothing();
    void anExpiredCertificateChangesWhoAsksForIt();
    void otherAnchorsReplaceTheSavedOnes();
    void savedAnchorsOutliveAJudgementWithoutPath();
    void aChainThatWasNotTrustedStaysSo();
    void aPolicyThatWasNotJudgedThenIsAChange();
    void aRedactedInspectionIsNotJudged();
    void theStsPolicyIsJudgedAgainWithItsHost();
};

void RejudgeTest::theStsPolicyIsJudgedAgainWithItsHost()
{
    const auto issuer = root();
    const auto other = root(); // of the policy host
    CertificateRequest request;
    request.commonName = text("mta-sts.example.org");
    request.dnsNames = {text("mta-sts.example.org")};
    request.notBefore = day0.addDays(-30);
    request.notAfter = day0.addDays(10);
    Evidence evidence = sound(issuer);
    evidence.target.domain = text("example.org");
    evidence.dns = DnsEvidence{};
    evidence.dns->sts = Answer<TxtRecord>{};
    evidence.dns->sts->lookup = LookupEnd::Found;
    evidence.dns->sts->records = {{"v=STSv1; id=1"}};
    evidence.stsFetch = StsFetch{};
    evidence.stsFetch->end = StsFetchEnd::Ok;
    evidence.stsFetch->host = text("mta-sts.example.org");
    evidence.stsFetch->contentType = text("text/plain");
    evidence.stsFetch->sentChain = {issueCertificate(request, other).certificateDer()};
    evidence.stsFetch->body = "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 2419200\n";
    const TrustAnchors anchors{AnchorStore::File, {}, {issuer.certificateDer(), other.certificateDer()}};
    const Inspection saved = judgeEvidence(evidence, anchors, day0);
    QCOMPARE(saved.evidence.anchors.certificates, anchors.certificates);
    QCOMPARE(verdictOf(saved, PolicyId::MtaSts)->delivery, Delivery::Authenticated);

    const auto soon = rejudge(saved, std::nullopt, day0.addDays(1));
    QVERIFY(changed(*soon).isEmpty());
    const auto later = rejudge(saved, std::nullopt, day0.addDays(11));
    QCOMPARE(changed(*later), QList{PolicyId::MtaSts});
    QCOMPARE(verdictOf(*later, PolicyId::MtaSts)->standing, Standing::NotApplicable);
    QCOMPARE(later->sts->fetch, StsFetchEnd::Certificate);
}

void RejudgeTest::theSameRulesAndDayChangeNothing()
{
    const auto ca = root();
    const TrustAnchors anchors{AnchorStore::File, text("ca.pem"), {ca.certificateDer()}};
    const Inspection saved = judgeEvidence(sound(ca), anchors, day0);
    QVERIFY(saved.chain->trusted);
    const auto again = rejudge(saved, std::nullopt, day0.addDays(1));
    QVERIFY(again);
    QCOMPARE(again->rejudged->changes.size(), 0);
    QCOMPARE(again->rejudged->judgedThen, day0);
    QCOMPARE(again->judgedAt, day0.addDays(1));
    QCOMPARE(again->evidence.anchors.store, AnchorStore::Saved);
    QCOMPARE(again->evidence.anchors.label, text("ca.pem"));
    QVERIFY(again->evidence.session == saved.evidence.session);
    QVERIFY(again->evidence.target == saved.evidence.target);
}

void RejudgeTest::anExpiredCertificateChangesWhoAsksForIt()
{
    const auto ca = root();
    const TrustAnchors anchors{AnchorStore::File, text("ca.pem"), {ca.certificateDer()}};
    const auto again = rejudge(judgeEvidence(sound(ca), anchors, day0), std::nullopt, day0.addDays(31));
    QVERIFY(changed(*again).contains(PolicyId::WebPki));
    QVERIFY(!changed(*again).contains(PolicyId::Opportunistic));
    for (const VerdictChange &change : again->rejudged->changes) {
        if (change.policy != PolicyId::WebPki)
            continue;
        QCOMPARE(change.then->standing, Standing::Satisfied);
        QCOMPARE(verdictOf(*again, change.policy)->standing, Standing::Violated);
        QCOMPARE(verdictOf(*again, change.policy)->because.constFirst().code, FindingCode::Expired);
    }
}

void RejudgeTest::otherAnchorsReplaceTheSavedOnes()
{
    const auto ca = root();
    const TrustAnchors anchors{AnchorStore::File, text("ca.pem"), {ca.certificateDer()}};
    const Inspection saved = judgeEvidence(sound(ca), anchors, day0);
    const TrustAnchors other{AnchorStore::File, text("other.pem"), {root().certificateDer()}};
    const auto without = rejudge(saved, other, day0);
    QVERIFY(!without->chain->trusted);
    QVERIFY(changed(*without).contains(PolicyId::WebPki));
    QCOMPARE(without->evidence.anchors.label, text("other.pem"));
    const auto back = rejudge(*without, anchors, day0);
    QVERIFY(back->chain->trusted);
    QVERIFY(back->verdicts == saved.verdicts && back->chain == saved.chain);
}

void RejudgeTest::savedAnchorsOutliveAJudgementWithoutPath()
{
    const auto ca = root();
    const TrustAnchors anchors{AnchorStore::File, text("ca.pem"), {ca.certificateDer()}};
    const Inspection saved = judgeEvidence(sound(ca), anchors, day0);
    const auto later = rejudge(saved, std::nullopt, day0.addYears(30));
    QVERIFY(!later->chain->trusted);
    const auto back = rejudge(*later, std::nullopt, day0);
    QVERIFY(back->chain->trusted);
    QVERIFY(back->verdicts == saved.verdicts);
}

void RejudgeTest::aChainThatWasNotTrustedStaysSo()
{
    const Inspection saved =
        judgeEvidence(sound(root()), {AnchorStore::File, text("other.pem"), {root().certificateDer()}}, day0);
    QVERIFY(!saved.chain->trusted);
    const auto again = rejudge(saved, std::nullopt, day0);
    QVERIFY(!again->chain->trusted);
    QCOMPARE(again->rejudged->changes.size(), 0);
}

void RejudgeTest::aPolicyThatWasNotJudgedThenIsAChange()
{
    const auto ca = root();
    Inspection saved =
        judgeEvidence(sound(ca), {AnchorStore::File, text("ca.pem"), {ca.certificateDer()}}, day0);
    saved.verdicts.removeIf([](const Verdict &verdict) { return verdict.policy == PolicyId::Encrypt; });
    const auto again = rejudge(saved, std::nullopt, day0);
    QCOMPARE(changed(*again), QList{PolicyId::Encrypt});
    QVERIFY(!again->rejudged->changes.constFirst().then);
}

void RejudgeTest::aRedactedInspectionIsNotJudged()
{
    Inspection saved;
    QVERIFY(canBeJudgedAgain(saved));
    saved.evidence.redacted = true;
    QVERIFY(!canBeJudgedAgain(saved));
    QVERIFY(!rejudge(saved, std::nullopt, day0));
}

MAILSEAL_TEST(RejudgeTest)
#include "tst_rejudge.moc"
