#include "support/fixtures/danescenes.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;
using namespace scenes;

namespace {

struct Expected
{
    Standing standing;
    Delivery delivery;
    FindingCode deciding;
    const char *source = "RFC 8314 §5.3";
};

void compare(const Scene &scene, PolicyId policy, const Expected &expected)
{
    const Verdict verdict = judge(policy, scene.facts());
    QCOMPARE(verdict.policy, policy);
    QVERIFY(!verdict.because.isEmpty());
    QCOMPARE(verdict.because.first().code, expected.deciding);
    QCOMPARE(verdict.standing, expected.standing);
    QCOMPARE(verdict.delivery, expected.delivery);
    QCOMPARE(verdict.source, QString::fromUtf8(expected.source));
    QVERIFY(verdict.result.isEmpty()); // RFC 8460 reports about neither
}

Scene submission(Scene scene)
{
    scene.evidence.target.service = Service::Submission;
    return scene;
}

Scene requiring(Scene scene, const Capabilities &capabilities = {"SIZE", "REQUIRETLS"})
{
    scene.evidence.session.capabilitiesAfterTls = capabilities;
    return scene;
}

StsFacts stsPolicy(StsMode mode, bool matches)
{
    StsFacts facts;
    facts.hasPolicy = true;
    facts.mode = mode;
    facts.matches = matches;
    return facts;
}

bool has(const Verdict &verdict, FindingCode code)
{
    return std::any_of(verdict.because.begin(), verdict.because.end(),
                       [code](const Finding &fact) { return fact.code == code; });
}

} // namespace

Q_DECLARE_METATYPE(Expected)

class TestMuaRequireTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mua_data();
    void mua();
    void muaLooksAtAStaple();
    void muaSaysWhereOlderRulesDiffer();
    void requireTls_data();
    void requireTls();
    void requireTlsListsWhatIsMissing();
};

void TestMuaRequireTls::mua_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<Expected>("expected");
    using Code = FindingCode;
    const auto add = [](const char *name, const Scene &scene, const Expected &expected) {
        QTest::newRow(name) << scene << expected;
    };
    const auto refused = [](Code code, const char *source = "RFC 8314 §5.3") {
        return Expected{Standing::Violated, Delivery::Refused, code, source};
    };
    add("chain and name fine", submission(sound()),
        {Standing::Satisfied, Delivery::Authenticated, Code::ChainAndNameFine});
    for (const auto &[name, code] : {std::pair{"self-signed", Code::SelfSignedLeaf},
                                     {"unknown root", Code::UntrustedRoot},
                                     {"missing intermediate", Code::IncompleteChain},
                                     {"expired", Code::Expired},
                                     {"not yet valid", Code::NotYetValid}}) {
        add(name, submission(withProblem(code)), refused(code));
    }
    add("another name",
        submission(wrongName(PresentedKind::Dns, QStringLiteral("other.example"), NameReason::Different)),
        refused(Code::NameMismatch));
    add("anonymous suite", submission(anonymous()), refused(Code::AnonymousSuite));
    add("STARTTLS not offered", submission(ended(EndReason::StarttlsNotOffered)),
        refused(Code::StarttlsNotOffered, "RFC 8314 §5.2"));
    add("handshake fails", submission(ended(EndReason::HandshakeFailed)),
        refused(Code::HandshakeFailed, "RFC 8314 §5.2"));
    add("not reached", submission(ended(EndReason::Unreachable)),
        {Standing::Undetermined, Delivery::Deferred, Code::Unreachable, "RFC 5321 §4.5.4.1"});
    // TLSA records are no mail program's concern, and save nothing.
    add("DANE matches, self-signed", submission(onDane(withProblem(Code::SelfSignedLeaf))),
        refused(Code::SelfSignedLeaf));
    for (const auto &[name, service] : {std::pair{"smtp", Service::Smtp}, {"lmtp", Service::Lmtp}}) {
        Scene relay = sound();
        relay.evidence.target.service = service;
        add(name, relay, {Standing::NotApplicable, Delivery::Unknown, Code::RelayService, "RFC 8314 §3"});
    }
}

void TestMuaRequireTls::mua()
{
    QFETCH(Scene, scene);
    QFETCH(Expected, expected);
    compare(scene, PolicyId::Mua, expected);
}

void TestMuaRequireTls::muaLooksAtAStaple()
{
    Scene scene = submission(sound());
    scene.ocsp = OcspFacts{};
    scene.ocsp->status = OcspStatus::Revoked;
    scene.ocsp->verified = true;
    compare(scene, PolicyId::Mua,
            {Standing::Violated, Delivery::Refused, FindingCode::Revoked, "RFC 6960 §2.2"});
    QCOMPARE(judge(PolicyId::WebPki, scene.facts()).standing, Standing::Satisfied); // relays do not look
    scene.ocsp->verified = false;
    QCOMPARE(judge(PolicyId::Mua, scene.facts()).standing, Standing::Satisfied);
}

void TestMuaRequireTls::muaSaysWhereOlderRulesDiffer()
{
    const QString name = QStringLiteral("mx.example.org");
    Scene scene = submission(wrongName(PresentedKind::CommonName, name, NameReason::CommonNameCounts));
    const Verdict verdict = judge(PolicyId::Mua, scene.facts());
    QCOMPARE(verdict.because.first().code, FindingCode::CnOnly);
    QCOMPARE(verdict.standing, Standing::Violated); // by RFC 9525
    QCOMPARE(verdict.because.last().code, FindingCode::CnTakenByOlder);
    QCOMPARE(verdict.because.last().args, QStringList{name});
    // A dNSName beside it, and RFC 7817 does not look at the common name either.
    scene.chain->sent.first().dnsNames = {QStringLiteral("other.example")};
    QVERIFY(!has(judge(PolicyId::Mua, scene.facts()), FindingCode::CnTakenByOlder));
}

void TestMuaRequireTls::requireTls_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<Expected>("expected");
    using Code = FindingCode;
    constexpr const char *clause = "RFC 8689 §4.2.1";
    const auto add = [](const char *name, const Scene &scene, const Expected &expected) {
        QTest::newRow(name) << scene << expected;
    };
    const Expected satisfied{Standing::Satisfied, Delivery::Authenticated, Code::RequireTlsOffered, clause};
    const auto returned = [](Code code) {
        return Expected{Standing::Violated, Delivery::Refused, code, clause};
    };
    const auto untold = [](Code code) {
        return Expected{Standing::Undetermined, Delivery::Unknown, code, clause};
    };
    const Scene distrusted = withProblem(Code::UntrustedRoot);
    add("offered, MX signed, DANE matches", requiring(onDane(distrusted)), satisfied);
    add("offered, MX signed, chain and name fine",
        requiring(withTlsa(DnssecState::Secure, LookupEnd::NoData)), satisfied);
    add("keyword in lower case with parameters", requiring(onDane(sound()), {"requiretls x"}), satisfied);
    add("offered, a typed host, chain fine", requiring(sound()), satisfied);
    add("not offered", requiring(onDane(sound()), {"SIZE"}), returned(Code::RequireTlsNotOffered));
    add("another keyword that begins alike", requiring(onDane(sound()), {"REQUIRETLSX"}),
        returned(Code::RequireTlsNotOffered));
    add("no second EHLO", onDane(sound()), untold(Code::RequireTlsNotSeen));

    Scene unsignedMx = requiring(withMx(DnssecState::Insecure));
    add("MX unsigned, STS unknown", unsignedMx, untold(Code::MxInsecure));
    unsignedMx.sts = StsFacts{};
    add("MX unsigned, no STS policy", unsignedMx, returned(Code::MxInsecure));
    unsignedMx.sts = stsPolicy(StsMode::Enforce, true);
    add("MX unsigned, named by the STS policy", unsignedMx, satisfied);
    unsignedMx.sts = stsPolicy(StsMode::Enforce, false);
    add("MX unsigned, not named by the STS policy", unsignedMx, returned(Code::MxInsecure));
    unsignedMx.sts = stsPolicy(StsMode::None, true);
    add("MX unsigned, STS policy of mode none", unsignedMx, returned(Code::MxInsecure));
    Expected behindBogus = untold(Code::MxBogus);
    behindBogus.delivery = Delivery::Deferred;
    behindBogus.source = "RFC 4035 §5.5";
    add("MX bogus", requiring(withMx(DnssecState::Bogus)), behindBogus);
    add("resolver strips signatures", requiring(stripped()), untold(Code::DnssecNotTold));

    add("neither chain nor TLSA",
        requiring(withTlsa(DnssecState::Secure, LookupEnd::NoData, onDane(distrusted))),
        returned(Code::UntrustedRoot));
    add("chain distrusted, nobody asked for TLSA", requiring(distrusted), untold(Code::UntrustedRoot));
    Scene mismatch = withRecords({outcome(3, 1, TlsaReason::Differs)});
    mismatch.chain = distrusted.chain;
    add("DANE does not match, chain distrusted", requiring(mismatch), returned(Code::UntrustedRoot));
    Scene bogus = withTlsa(DnssecState::Bogus, LookupEnd::Found);
    bogus.chain = distrusted.chain;
    add("TLSA bogus, chain distrusted", requiring(bogus), untold(Code::UntrustedRoot));

    add("STARTTLS not offered", onDane(ended(EndReason::StarttlsNotOffered)),
        returned(Code::StarttlsNotOffered));
    add("handshake fails", onDane(ended(EndReason::HandshakeFailed)), returned(Code::HandshakeFailed));
    add("not reached", onDane(ended(EndReason::Unreachable)),
        {Standing::Undetermined, Delivery::Deferred, Code::Unreachable, "RFC 5321 §4.5.4.1"});
    add("null MX", ended(EndReason::NullMx),
        {Standing::NotApplicable, Delivery::Refused, Code::NullMx, "RFC 7505 §4.2"});
    add("a mail program's service", submission(requiring(sound())),
        {Standing::NotApplicable, Delivery::Unknown, Code::NotForThisService, clause});
}

void TestMuaRequireTls::requireTls()
{
    QFETCH(Scene, scene);
    QFETCH(Expected, expected);
    compare(scene, PolicyId::RequireTls, expected);
}

void TestMuaRequireTls::requireTlsListsWhatIsMissing()
{
    Scene scene = requiring(withMx(DnssecState::Insecure), {"SIZE"});
    scene.sts = StsFacts{};
    scene.dane.reset();
    scene.evidence.dns->tlsa->records.clear();
    scene.evidence.dns->tlsa->lookup = LookupEnd::NoData;
    scene.chain->trusted = false;
    scene.chain->problems = {{FindingCode::SelfSignedLeaf, Severity::Error, 0, {}}};
    const Verdict verdict = judge(PolicyId::RequireTls, scene.facts());
    for (const auto code :
         {FindingCode::RequireTlsNotOffered, FindingCode::MxInsecure, FindingCode::SelfSignedLeaf})
        QVERIFY(has(verdict, code));
    QCOMPARE(verdict.because.first().code, FindingCode::RequireTlsNotOffered);
}

MAILSEAL_TEST(TestMuaRequireTls)
#include "tst_muarequiretls.moc"
