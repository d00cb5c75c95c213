#include "compare/compare.h"
#include "support/fixtures/compared.h"
#include "support/testprogram.h"

#include <QTest>

#include <functional>

using namespace mailseal;
using namespace compared;

namespace {

using Change = std::function<void(Inspection &)>;

Relation mirrored(Relation relation)
{
    switch (relation) {
    case Relation::OnlyLeft:
        return Relation::OnlyRight;
    case Relation::OnlyRight:
        return Relation::OnlyLeft;
    case Relation::Same:
    case Relation::Differs:
    case Relation::NotComparable:
        break;
    }
    return relation;
}

Effect mirrored(Effect effect)
{
    switch (effect) {
    case Effect::Better:
        return Effect::Worse;
    case Effect::Worse:
        return Effect::Better;
    case Effect::None:
        break;
    }
    return effect;
}

void expire(Inspection &inspection)
{
    inspection.chain->trusted = false;
    inspection.chain->problems = {
        {FindingCode::Expired, Severity::Error, 0, {text("2026-11-01"), text("CN=mx1.example.org")}}};
    inspection.verdicts[1] =
        verdict(PolicyId::WebPki, Standing::Violated, Delivery::Deferred, FindingCode::Expired);
    inspection.verdicts[1].because[0].depth = 0;
}

void losesStarttls(Inspection &inspection)
{
    SessionFacts &session = inspection.evidence.session;
    session.end = EndReason::StarttlsNotOffered;
    session.tls.reset();
    session.handshake.reset();
    session.capabilitiesBeforeTls = Capabilities{"SIZE 1000"};
    session.capabilitiesAfterTls.reset();
    session.transcript = session.transcript.first(4);
    session.transcript[3].text = "250 SIZE 1000";
    inspection.chain.reset();
    inspection.names.reset();
    inspection.verdicts = {
        verdict(PolicyId::Opportunistic, Standing::Violated, Delivery::Cleartext,
                FindingCode::StarttlsNotOffered),
        verdict(PolicyId::WebPki, Standing::Violated, Delivery::Deferred, FindingCode::StarttlsNotOffered)};
}

void becomesUnreachable(Inspection &inspection)
{
    inspection.evidence.session = SessionFacts();
    inspection.evidence.session.end = EndReason::ConnectTimeout;
    inspection.chain.reset();
    inspection.names.reset();
    inspection.conformance.clear();
    inspection.verdicts = {
        verdict(PolicyId::Opportunistic, Standing::Undetermined, Delivery::Deferred,
                FindingCode::Unreachable),
        verdict(PolicyId::WebPki, Standing::Undetermined, Delivery::Deferred, FindingCode::Unreachable)};
}

} // namespace

Q_DECLARE_METATYPE(Change)

class CompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameInspectionTwiceIsEqual();
    void oneFault_data();
    void oneFault();
    void swappingMirrors_data() { oneFault_data(); }
    void swappingMirrors();
    void effects_data();
    void effects();
    void causeSaysWhatItDoes();
    void causeOfALostStarttls();
    void untoldSideIsNoDifference();
    void wholeThingsCountOnce();
    void proofsLeadToTheLine();
    void proofsLeadToCertificatesAndNames();
    void proofsOfImplicitTls();

private:
    static void rows(const char *name, const Change &change, const QStringList &counted);
};

void CompareTest::rows(const char *name, const Change &change, const QStringList &counted)
{
    QTest::newRow(name) << change << counted;
}

void CompareTest::sameInspectionTwiceIsEqual()
{
    const Comparison comparison = compare(good(), good());
    QCOMPARE(comparison.differences, 0);
    QVERIFY(comparison.isEqual() && comparison.isTold());
    QCOMPARE(comparison.groups.size(), 8);
    for (const ComparedRows &group : comparison.groups) {
        QVERIFY(!group.rows.isEmpty());
        for (const ComparedRow &row : group.rows)
            QCOMPARE(row.relation, Relation::Same);
    }
    for (const AlignedStep &step : comparison.transcript)
        QCOMPARE(step.relation, Relation::Same);
}

void CompareTest::oneFault_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("counted");
    using I = Inspection;
    const auto session = [](const std::function<void(SessionFacts &)> &change) {
        return Change([change](I &i) { change(i.evidence.session); });
    };
    const auto leaf = [](const std::function<void(CertificateFacts &)> &change) {
        return Change([change](I &i) { change(i.chain->sent[0]); });
    };
    using S = SessionFacts;
    using C = CertificateFacts;

    // TLS
    rows("cipher", session([](S &s) { s.tls->cipher = text("TLS_AES_128_GCM_SHA256"); }),
         {text("tls.cipher")});
    rows("protocol", session([](S &s) { s.tls->protocol = TlsProtocol::TlsV1_2; }), {text("tls.protocol")});
    rows("key exchange", session([](S &s) { s.tls->keyExchange = text("P-256"); }),
         {text("tls.key-exchange")});
    rows("key exchange unknown on one side", session([](S &s) { s.tls->keyExchange.clear(); }), {});
    rows("signature of the handshake", session([](S &s) { s.tls->signature = text("rsa_pss_rsae_sha256"); }),
         {text("tls.signature")});
    rows("client certificate", session([](S &s) { s.tls->clientCertificateRequested = true; }),
         {text("tls.client-certificate-requested")});
    rows("SNI is what we asked for", session([](S &s) { s.tls->serverName = text("other.example"); }), {});
    rows("alert", session([](S &s) {
             s.handshake->alertReceived = TlsAlert{2, 116, text("certificate_required")};
         }),
         {text("tls.alert-received")});

    // EHLO lists
    rows("capability lost", session([](S &s) { s.capabilitiesAfterTls->removeLast(); }),
         {text("dialogue.extension-after-tls.CHUNKING")});
    rows("capability gained", session([](S &s) { s.capabilitiesBeforeTls->append("DSN"); }),
         {text("dialogue.extension-before-tls.DSN")});
    rows("parameter", session([](S &s) { s.capabilitiesBeforeTls->first() = "SIZE 2000"; }),
         {text("dialogue.extension-before-tls.SIZE")});
    rows("mechanism lost", session([](S &s) { (*s.capabilitiesAfterTls)[1] = "AUTH PLAIN"; }),
         {text("dialogue.extension-after-tls.AUTH")});
    rows("order of keywords", session([](S &s) { s.capabilitiesAfterTls->move(0, 2); }), {});
    rows("order of mechanisms", session([](S &s) { (*s.capabilitiesAfterTls)[1] = "AUTH LOGIN PLAIN"; }), {});
    rows("case", session([](S &s) { (*s.capabilitiesAfterTls)[2] = "chunking"; }), {});
    rows("the old form of AUTH", session([](S &s) { (*s.capabilitiesAfterTls)[1] = "AUTH=PLAIN LOGIN"; }),
         {});
    rows("a keyword twice", session([](S &s) { s.capabilitiesAfterTls->append("AUTH=PLAIN"); }), {});

    // the dialogue
    rows("refused inside TLS", session([](S &s) {
             s.end = EndReason::RefusedAfterTls;
             s.endReply = Reply{554, "5.7.0", "no"};
         }),
         {text("dialogue.end"), text("dialogue.end-reply")});
    rows("greeting", session([](S &s) { s.greeting = Reply{220, {}, "mx1.example.org ESMTP Exim"}; }), {});
    rows("transcript", session([](S &s) { s.transcript[0].text = "220 another"; }), {});
    rows("remark", session([](S &s) {
             s.remarks = {{FindingCode::BareLf, Severity::Notice, {}, {text("3")}}};
         }),
         {text("dialogue.remark.bare-lf")});
    rows("slow greeting", session([](S &s) {
             s.remarks = {{FindingCode::GreetingSlow, Severity::Notice, {}, {text("6")}}};
         }),
         {});

    // certificates
    rows("renewed", leaf([](C &c) {
             c.serial = text("0b");
             c.notBefore = c.notBefore.addDays(60);
             c.notAfter = c.notAfter.addDays(60);
             c.sha256 = QByteArray(64, '1');
             c.der = QByteArray(300, '1');
         }),
         {text("certificates.0.serial"), text("certificates.0.not-before"), text("certificates.0.not-after"),
          text("certificates.0.sha256")});
    rows("subject", leaf([](C &c) { c.subject = text("CN=mx2.example.org"); }),
         {text("certificates.0.subject")});
    rows("issuer", leaf([](C &c) { c.issuer = text("CN=R10"); }), {text("certificates.0.issuer")});
    rows("key type", leaf([](C &c) { c.keyType = text("RSA"); }), {text("certificates.0.key")});
    rows("key bits", leaf([](C &c) { c.keyBits = 384; }), {text("certificates.0.key")});
    rows("key", leaf([](C &c) { c.spkiSha256 = QByteArray(64, '1'); }), {text("certificates.0.spki-sha256")});
    rows("signature", leaf([](C &c) { c.signature = text("sha1WithRSAEncryption"); }),
         {text("certificates.0.signature")});
    rows("name added", leaf([](C &c) { c.dnsNames.append(text("new.example.org")); }),
         {text("certificates.0.names")});
    rows("address added", leaf([](C &c) { c.ipAddresses.append(text("192.0.2.1")); }),
         {text("certificates.0.names")});
    rows("order of names", leaf([](C &c) { c.dnsNames.move(0, 1); }), {});
    rows("issuer's certificate",
         [](I &i) { i.chain->sent[1].notAfter = i.chain->sent[1].notAfter.addDays(1); },
         {text("certificates.1.not-after")});
    rows("intermediate not sent", [](I &i) { i.chain->sent.removeLast(); },
         {text("certificates.1.certificate")});
    rows("not trusted", [](I &i) { i.chain->trusted = false; }, {text("certificates.trusted")});
    rows("self-signed", [](I &i) { i.chain->selfSignedKind = SelfSignedKind::Leaf; },
         {text("certificates.self-signed")});
    rows("misordered", [](I &i) { i.chain->ordered = false; }, {text("certificates.ordered")});
    rows("another anchor", [](I &i) { i.chain->anchor->subject = text("CN=Other Root"); },
         {text("certificates.anchor")});
    rows("another anchor of that name", [](I &i) { i.chain->anchor->sha256 = QByteArray(64, '1'); },
         {text("certificates.anchor")});
    rows("problem",
         [](I &i) {
             i.chain->problems = {
                 {FindingCode::WeakKey, Severity::Warning, 1, {text("RSA"), text("1024"), text("CN=x")}}};
         },
         {text("certificates.1.problem.weak-key")});
    rows("problem of the chain",
         [](I &i) {
             i.chain->problems = {{FindingCode::MisorderedChain, Severity::Notice, std::nullopt, {}}};
         },
         {text("certificates.problem.misordered-chain")});

    // names
    rows("name no longer matches",
         [](I &i) {
             i.names->matches = false;
             i.names->matchedBy.clear();
             i.names->checks[0].matches = false;
         },
         {text("names.matches")});
    rows("another name asked for", [](I &i) { i.names->reference[0].name = text("mail.example.org"); }, {});
    rows("another name matched",
         [](I &i) {
             i.names->matchedBy = text("DNS:mail.example.org");
             i.names->checks[0].matches = false;
             i.names->checks[1].matches = true;
         },
         {});

    // verdicts
    rows("verdict worse",
         [](I &i) {
             i.verdicts[1] =
                 verdict(PolicyId::WebPki, Standing::Violated, Delivery::Deferred, FindingCode::NameMismatch);
         },
         {text("verdicts.policy.webpki")});
    rows("deciding fact", [](I &i) { i.verdicts[0].because[0].code = FindingCode::Encrypted; },
         {text("verdicts.policy.opportunistic")});
    rows("words of the deciding fact",
         [](I &i) {
             i.verdicts[1].because[0].args = {text("a"), text("b")};
         },
         {});
    rows("policy not judged then", [](I &i) { i.verdicts.removeLast(); }, {});

    // conformance
    rows("violated",
         [](I &i) {
             i.conformance[1].standing = Standing::Violated;
             i.conformance[1].note = ConformanceNote::OfferedAgain;
         },
         {text("conformance.check.starttls-readvertised")});
    rows("satisfied in another way", [](I &i) { i.conformance[0].note = ConformanceNote::AnsweredOtherwise; },
         {text("conformance.check.ehlo-after-tls")});
    rows("not told",
         [](I &i) {
             i.conformance[1].standing = Standing::Undetermined;
             i.conformance[1].note = ConformanceNote::NoSecondEhlo;
         },
         {});
    rows("not checked", [](I &i) { i.conformance.removeLast(); }, {});

    // never counted
    rows("host", [](I &i) { i.evidence.target.host = text("mx2.example.org"); }, {});
    rows("address", [](I &i) { i.evidence.target.address = text("2001:db8::1"); }, {});
    rows("port", [](I &i) { i.evidence.target.port = 2525; }, {});
    rows("service", [](I &i) { i.evidence.target.service = Service::Lmtp; }, {});
    rows("times",
         [](I &i) {
             i.evidence.observedAt = i.evidence.observedAt.addDays(1);
             i.judgedAt = i.judgedAt.addDays(1);
         },
         {});
    rows("timings", session([](S &s) { s.timings = {1, 2, 3, 4, 5, 6, 7, 8, 9}; }), {});
    rows("from where",
         [](I &i) {
             i.evidence.observer.localAddress = text("198.51.100.8");
             i.evidence.observer.ehloName = text("other.example");
         },
         {});
    rows("trust store", [](I &i) { i.evidence.anchors.label = text("/tmp/roots.pem"); }, {});
}

void CompareTest::oneFault()
{
    QFETCH(Change, change);
    QFETCH(QStringList, counted);
    Inspection changed = good();
    change(changed);
    QVERIFY(changed != good());
    const Comparison comparison = compare(good(), changed);
    QCOMPARE(countedIds(comparison), counted);
    QCOMPARE(comparison.differences, counted.size());
    QCOMPARE(comparison.isEqual(), counted.isEmpty());
    QCOMPARE(compare(changed, changed).differences, 0);
}

void CompareTest::swappingMirrors()
{
    QFETCH(Change, change);
    Inspection changed = good();
    change(changed);
    const Comparison there = compare(good(), changed);
    const Comparison back = compare(changed, good());
    QCOMPARE(back.differences, there.differences);
    QCOMPARE(back.groups.size(), there.groups.size());
    for (qsizetype g = 0; g < there.groups.size(); ++g) {
        for (const ComparedRow &row : there.groups[g].rows) {
            const ComparedRow other =
                rowNamed(back, rowId(there.groups[g].group, row.topic).toUtf8().constData());
            QCOMPARE(other.left, row.right);
            QCOMPARE(other.right, row.left);
            QCOMPARE(other.relation, mirrored(row.relation));
            QCOMPARE(other.effect, mirrored(row.effect));
            QCOMPARE(other.leftProof, row.rightProof);
        }
    }
}

void CompareTest::effects_data()
{
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<Standing>("thenStanding");
    QTest::addColumn<Delivery>("thenDelivery");
    QTest::addColumn<Effect>("effect");
    const auto row = [](const char *name, Standing standing, Delivery delivery, Standing then,
                        Delivery thenDelivery, Effect effect) {
        QTest::newRow(name) << standing << delivery << then << thenDelivery << effect;
    };
    using enum Standing;
    using D = Delivery;
    row("no longer trusted", Satisfied, D::Authenticated, Violated, D::Deferred, Effect::Worse);
    row("trusted now", Violated, D::Deferred, Satisfied, D::Authenticated, Effect::Better);
    row("no longer encrypted", Satisfied, D::Encrypted, Violated, D::Cleartext, Effect::Worse);
    row("TLSA published", NotApplicable, D::Encrypted, Satisfied, D::Authenticated, Effect::Better);
    row("TLSA published, wrong", NotApplicable, D::Encrypted, Violated, D::Deferred, Effect::Worse);
    row("unreachable", Satisfied, D::Encrypted, Undetermined, D::Deferred, Effect::Worse);
    row("reachable again", Undetermined, D::Deferred, Satisfied, D::Encrypted, Effect::Better);
    row("pins given", NotApplicable, D::Unknown, Violated, D::Deferred, Effect::None);
    row("clear text or held back", Violated, D::Cleartext, Violated, D::Deferred, Effect::None);
    row("refused", Violated, D::Deferred, Violated, D::Refused, Effect::Worse);
    row("the same", Satisfied, D::Encrypted, Satisfied, D::Encrypted, Effect::None);
}

void CompareTest::effects()
{
    QFETCH(Standing, standing);
    QFETCH(Delivery, delivery);
    QFETCH(Standing, thenStanding);
    QFETCH(Delivery, thenDelivery);
    QFETCH(Effect, effect);
    Inspection left = good();
    Inspection right = good();
    left.verdicts = {verdict(PolicyId::Encrypt, standing, delivery, FindingCode::Encrypted)};
    right.verdicts = {verdict(PolicyId::Encrypt, thenStanding, thenDelivery, FindingCode::Encrypted)};
    const ComparedRow row = rowNamed(compare(left, right), "verdicts.policy.encrypt");
    QCOMPARE(row.effect, effect);
    QCOMPARE(row.affects, effect == Effect::None ? QList<PolicyId>() : QList<PolicyId>{PolicyId::Encrypt});
}

void CompareTest::causeSaysWhatItDoes()
{
    Inspection expired = good();
    expire(expired);
    const ComparedRow worse = rowNamed(compare(good(), expired), "certificates.0.problem.expired");
    QCOMPARE(worse.relation, Relation::OnlyRight);
    QCOMPARE(worse.effect, Effect::Worse);
    QCOMPARE(worse.affects, QList<PolicyId>{PolicyId::WebPki});
    const ComparedRow better = rowNamed(compare(expired, good()), "certificates.0.problem.expired");
    QCOMPARE(better.effect, Effect::Better);
    QCOMPARE(better.affects, QList<PolicyId>{PolicyId::WebPki});
}

void CompareTest::causeOfALostStarttls()
{
    Inspection lost = good();
    losesStarttls(lost);
    const ComparedRow end = rowNamed(compare(good(), lost), "dialogue.end");
    QCOMPARE(end.effect, Effect::Worse);
    QCOMPARE(end.affects, (QList<PolicyId>{PolicyId::Opportunistic, PolicyId::WebPki}));
}

void CompareTest::untoldSideIsNoDifference()
{
    Inspection unreachable = good();
    becomesUnreachable(unreachable);
    const Comparison comparison = compare(good(), unreachable);
    QVERIFY(!comparison.isTold());
    QVERIFY(comparison.left->isTold && !comparison.right->isTold);
    QCOMPARE(countedIds(comparison), (QStringList{text("verdicts.policy.opportunistic"),
                                                  text("verdicts.policy.webpki"), text("dialogue.end")}));
    for (const char *id : {"certificates.chain", "names.matches", "tls.tls", "dialogue.extensions-before-tls",
                           "dialogue.extensions-after-tls", "conformance.check.ehlo-after-tls"})
        QCOMPARE(rowNamed(comparison, id).relation, Relation::NotComparable);
    QVERIFY(!compare(unreachable, unreachable).isTold());
}

void CompareTest::wholeThingsCountOnce()
{
    Inspection lost = good();
    losesStarttls(lost);
    const Comparison comparison = compare(good(), lost);
    QVERIFY(comparison.isTold());
    QCOMPARE(countedIds(comparison),
             (QStringList{text("verdicts.policy.opportunistic"), text("verdicts.policy.webpki"),
                          text("certificates.chain"), text("tls.tls"), text("dialogue.end"),
                          text("dialogue.extension-before-tls.STARTTLS")}));
    QCOMPARE(rowNamed(comparison, "tls.tls").relation, Relation::OnlyLeft);
    QCOMPARE(rowNamed(comparison, "names.matches").relation, Relation::NotComparable);
}

void CompareTest::proofsLeadToTheLine()
{
    Inspection changed = good();
    changed.evidence.session.transcript.removeAt(11);
    changed.evidence.session.capabilitiesAfterTls->removeLast();
    const Comparison comparison = compare(good(), changed);
    const auto lines = [](QList<int> indexes) {
        return RowProof{ProofPlace::TranscriptLines, std::move(indexes)};
    };
    QCOMPARE(rowNamed(comparison, "dialogue.extension-after-tls.CHUNKING").leftProof, lines({11}));
    QCOMPARE(rowNamed(comparison, "dialogue.extension-after-tls.CHUNKING").rightProof, lines({7, 8}));
    QCOMPARE(rowNamed(comparison, "dialogue.extension-before-tls.SIZE").leftProof, lines({3}));
    QCOMPARE(rowNamed(comparison, "dialogue.greeting").leftProof, lines({0}));
    QCOMPARE(rowNamed(comparison, "dialogue.end").leftProof, lines({12, 13}));
    QCOMPARE(rowNamed(comparison, "tls.cipher").leftProof, lines({5, 6}));
}

void CompareTest::proofsLeadToCertificatesAndNames()
{
    Inspection changed = good();
    changed.chain->sent.removeLast();
    const Comparison comparison = compare(good(), changed);
    const auto certificate = [](QList<int> depth) {
        return RowProof{ProofPlace::CertificateSent, std::move(depth)};
    };
    QCOMPARE(rowNamed(comparison, "certificates.0.issuer").rightProof, certificate({0}));
    QCOMPARE(rowNamed(comparison, "certificates.1.certificate").leftProof, certificate({1}));
    QCOMPARE(rowNamed(comparison, "certificates.1.certificate").rightProof, certificate({}));
    QCOMPARE(rowNamed(comparison, "certificates.trusted").leftProof, certificate({}));
    QCOMPARE(rowNamed(comparison, "names.matches").leftProof, (RowProof{ProofPlace::NameChecked, {0}}));
    QCOMPARE(rowNamed(comparison, "names.presented.DNS:mail.example.org").leftProof,
             (RowProof{ProofPlace::NameChecked, {1}}));
    QCOMPARE(rowNamed(comparison, "verdicts.policy.webpki").leftProof,
             (RowProof{ProofPlace::VerdictGiven, {1}}));
    QCOMPARE(rowNamed(comparison, "conformance.check.starttls-readvertised").rightProof,
             (RowProof{ProofPlace::ConformanceChecked, {1}}));
}

void CompareTest::proofsOfImplicitTls()
{
    Inspection implicit = good();
    implicit.evidence.target.start = Start::Implicit;
    SessionFacts &session = implicit.evidence.session;
    session.capabilitiesBeforeTls.reset();
    session.transcript.remove(1, 6);
    for (TranscriptEntry &entry : session.transcript)
        entry.tls = true;
    const Comparison comparison = compare(good(), implicit);
    QCOMPARE(comparison.differences, 0);
    QCOMPARE(rowNamed(comparison, "dialogue.extensions-before-tls").relation, Relation::NotComparable);
    QCOMPARE(rowNamed(comparison, "tls.protocol").rightProof, (RowProof{ProofPlace::TranscriptLines, {0}}));
}

MAILSEAL_TEST(CompareTest)
#include "tst_compare.moc"
