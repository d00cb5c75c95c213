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
    const char *source;
    const char *result = "";
};

constexpr Expected held(FindingCode code, const char *source, const char *result)
{
    return {Standing::Violated, Delivery::Deferred, code, source, result};
}
constexpr Expected untold(FindingCode code, const char *source, Delivery delivery = Delivery::Deferred,
                          const char *result = "")
{
    return {Standing::Undetermined, delivery, code, source, result};
}
constexpr Expected fallsBack(FindingCode code, Delivery delivery = Delivery::Encrypted)
{
    return {Standing::NotApplicable, delivery, code, "RFC 7672 §2.2"};
}
constexpr Expected byKey{Standing::Satisfied, Delivery::Authenticated, FindingCode::TlsaMatch,
                         "RFC 7672 §3.1.1"};
constexpr Expected byAuthority{Standing::Satisfied, Delivery::Authenticated, FindingCode::TlsaMatch,
                               "RFC 7672 §3.1.2"};

void compare(const Scene &scene, PolicyId policy, const Expected &expected)
{
    const Verdict verdict = judge(policy, scene.facts());
    QCOMPARE(verdict.policy, policy);
    QVERIFY(!verdict.because.isEmpty());
    QCOMPARE(verdict.because.first().code, expected.deciding);
    QCOMPARE(verdict.standing, expected.standing);
    QCOMPARE(verdict.delivery, expected.delivery);
    QCOMPARE(verdict.source, QString::fromUtf8(expected.source));
    QCOMPARE(verdict.result, QLatin1StringView(expected.result));
}

QList<FindingCode> codes(const Verdict &verdict)
{
    QList<FindingCode> list;
    for (const Finding &finding : verdict.because)
        list.append(finding.code);
    return list;
}

const Reply busy{421, "4.7.0", "too many connections"};
const Finding wrongHost{
    FindingCode::NameMismatch, Severity::Error, 0, {QStringLiteral("mx.example.org"), {}}};
const Finding tooOld{FindingCode::Expired, Severity::Error, 0, {QStringLiteral("2020-01-01T00:00:00Z")}};

} // namespace

Q_DECLARE_METATYPE(Expected)

/// RFC 7672 as a table, policy × fact: what dane makes of it, and what dane-only does.
class TestDane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dnsStates_data();
    void dnsStates() { compareBoth(); }
    void records_data();
    void records() { compareBoth(); }
    void sessions_data();
    void sessions() { compareBoth(); }
    void everyDnssecStateOfEveryAnswer();
    void eeIgnoresNameDateAndIssuer();
    void remarksFollowTheDecidingFact();
    void factsCarryTheirArguments();
    void mxDecidesDaneOnly();

private:
    static void columns()
    {
        QTest::addColumn<Scene>("scene");
        QTest::addColumn<Expected>("dane");
        QTest::addColumn<Expected>("daneOnly");
    }
    static void compareBoth()
    {
        QFETCH(Scene, scene);
        QFETCH(Expected, dane);
        QFETCH(Expected, daneOnly);
        compare(scene, PolicyId::Dane, dane);
        compare(scene, PolicyId::DaneOnly, daneOnly);
    }
};

void TestDane::dnsStates_data()
{
    columns();
    using Code = FindingCode;
    constexpr const char *mandatory = "RFC 7672 §6";
    const auto add = [](const char *name, const Scene &scene, const Expected &dane, const Expected &only) {
        QTest::newRow(name) << scene << dane << only;
    };
    const auto both = [&add](const char *name, const Scene &scene, const Expected &expected) {
        add(name, scene, expected, expected);
    };
    const auto required = [&add](const char *name, const Scene &scene, Code code) {
        add(name, scene, fallsBack(code), held(code, mandatory, "dane-required"));
    };

    both("all of it secure", onDane(sound()), byKey);
    required("secure answer: no TLSA record", withTlsa(DnssecState::Secure, LookupEnd::NoData),
             Code::TlsaNone);
    required("secure answer: no such name", withTlsa(DnssecState::Secure, LookupEnd::NxDomain),
             Code::TlsaNone);
    required("insecure answer: no TLSA record", withTlsa(DnssecState::Insecure, LookupEnd::NoData),
             Code::TlsaNone);
    required("TLSA in an unsigned zone", withTlsa(DnssecState::Insecure, LookupEnd::Found),
             Code::TlsaInsecure);
    required("host in an unsigned zone, its TLSA signed", withAddresses(DnssecState::Insecure),
             Code::TlsaInsecure);
    required("host in an unsigned zone: a failing TLSA lookup is nobody's concern",
             withAddresses(DnssecState::Insecure, withTlsa(DnssecState::Bogus, LookupEnd::ServFail)),
             Code::TlsaInsecure);
    both("TLSA bogus", withTlsa(DnssecState::Bogus, LookupEnd::ServFail),
         untold(Code::TlsaBogus, "RFC 7672 §2.1.2", Delivery::Deferred, "dnssec-invalid"));
    both("TLSA bogus, records known all the same", withTlsa(DnssecState::Bogus, LookupEnd::Found),
         untold(Code::TlsaBogus, "RFC 7672 §2.1.2", Delivery::Deferred, "dnssec-invalid"));
    for (const auto &[name, end] : {std::pair{"TLSA lookup timed out", LookupEnd::Timeout},
                                    {"TLSA lookup answered SERVFAIL", LookupEnd::ServFail},
                                    {"TLSA lookup refused", LookupEnd::Refused}}) {
        both(name, withTlsa(DnssecState::Insecure, end), untold(Code::TlsaLookupFailed, "RFC 7672 §2.1.2"));
    }
    both("addresses bogus", withAddresses(DnssecState::Bogus),
         untold(Code::AddressBogus, "RFC 7672 §2.1.2", Delivery::Deferred, "dnssec-invalid"));
    for (const LookupEnd end : {LookupEnd::ServFail, LookupEnd::Refused, LookupEnd::Timeout}) {
        Scene oneFamily = onDane(sound());
        oneFamily.evidence.target.address = oneFamily.evidence.dns->addresses->records.first().address;
        oneFamily.evidence.dns->addresses->ipv6 = end;
        oneFamily.evidence.dns->addresses->ipv4Dnssec = DnssecState::Secure;
        oneFamily.evidence.dns->addresses->ipv6Dnssec = DnssecState::Unknown;
        QTest::addRow("A secure, AAAA failed (%d)", int(end)) << oneFamily << byKey << byKey;
        Scene neither = withAddresses(DnssecState::Unknown);
        neither.evidence.dns->addresses->lookup = end;
        neither.evidence.dns->addresses->records.clear();
        QTest::addRow("no address lookup was answered (%d)", int(end))
            << neither << untold(Code::LookupUnanswered, "RFC 7672 §2.1.2", Delivery::Deferred)
            << untold(Code::LookupUnanswered, "RFC 7672 §2.1.2", Delivery::Deferred);
    }
    both("TLSA lookup failed and says nothing", withTlsa(DnssecState::Unknown, LookupEnd::ServFail),
         untold(Code::TlsaLookupFailed, "RFC 7672 §2.1.2", Delivery::Deferred));
    required("host in an unsigned zone, its TLSA lookup without an answer",
             withAddresses(DnssecState::Insecure, withTlsa(DnssecState::Unknown, LookupEnd::Timeout)),
             Code::TlsaInsecure);
    both("MX bogus", withMx(DnssecState::Bogus),
         untold(Code::MxBogus, "RFC 7672 §2.1.2", Delivery::Deferred, "dnssec-invalid"));
    both("resolver strips signatures", stripped(),
         untold(Code::ResolverStripsDnssec, "RFC 7672 §2.1.1", Delivery::Unknown));
    both("resolver strips signatures: no records is no word either",
         stripped(withTlsa(DnssecState::Secure, LookupEnd::NoData)),
         untold(Code::ResolverStripsDnssec, "RFC 7672 §2.1.1", Delivery::Unknown));
    for (const auto &[name, scene] :
         {std::pair{"MX without a trust anchor", withMx(DnssecState::Unknown)},
          {"addresses without a trust anchor", withAddresses(DnssecState::Unknown)},
          {"TLSA without a trust anchor", withTlsa(DnssecState::Unknown, LookupEnd::Found)}}) {
        both(name, scene, untold(Code::DnssecNotTold, "RFC 7672 §2.1.1", Delivery::Unknown));
    }

    Scene aliased = onDane(sound());
    aliased.evidence.dns->addresses->canonicalName = QStringLiteral("box.example.org");
    aliased.evidence.dns->tlsa->name = QStringLiteral("_25._tcp.box.example.org");
    aliased.evidence.dns->tlsaBase = QStringLiteral("box.example.org");
    both("secure alias, records at its end", aliased, byKey);
    aliased = onDane(sound());
    aliased.evidence.dns->addresses->canonicalName = QStringLiteral("box.example.org");
    aliased.evidence.dns->tlsaAtCanonicalName =
        answer<TlsaRecord>(QStringLiteral("_25._tcp.box.example.org"), DnssecState::Secure, {});
    both("secure alias, records at the name itself", aliased, byKey);

    const auto leadsAway = [](DnssecState state, LookupEnd end, Scene scene = onDane(sound())) {
        scene = withAddresses(DnssecState::Insecure, scene);
        scene.evidence.dns->addresses->canonicalName = QStringLiteral("box.example.net");
        scene.evidence.dns->alias = answer<AliasRecord>(scene.evidence.target.host, DnssecState::Secure, {});
        scene.evidence.dns->alias->dnssec = state;
        scene.evidence.dns->alias->lookup = end;
        return scene;
    };
    both("secure alias into an unsigned zone", leadsAway(DnssecState::Secure, LookupEnd::Found), byKey);
    both("secure alias into an unsigned zone, none matches",
         leadsAway(DnssecState::Secure, LookupEnd::Found, withRecords({outcome(3, 1, TlsaReason::Differs)})),
         held(Code::TlsaMismatch, "RFC 7672 §2.2", "tlsa-invalid"));
    required(
        "secure alias into an unsigned zone, no records",
        leadsAway(DnssecState::Secure, LookupEnd::Found, withTlsa(DnssecState::Secure, LookupEnd::NoData)),
        Code::TlsaNone);
    required("insecure alias", leadsAway(DnssecState::Insecure, LookupEnd::Found), Code::TlsaInsecure);
    required("an alias that is gone", leadsAway(DnssecState::Secure, LookupEnd::NoData), Code::TlsaInsecure);
    both("alias lookup failed", leadsAway(DnssecState::Insecure, LookupEnd::ServFail),
         untold(Code::TlsaLookupFailed, "RFC 7672 §2.1.2"));
    both("alias bogus", leadsAway(DnssecState::Bogus, LookupEnd::ServFail),
         untold(Code::TlsaBogus, "RFC 7672 §2.1.2", Delivery::Deferred, "dnssec-invalid"));

    both("a typed host starts at itself", asHost(), byKey);
    required("a typed host without records", asHost(withTlsa(DnssecState::Secure, LookupEnd::NoData)),
             Code::TlsaNone);
    Scene address = asHost();
    address.evidence.target.host = QStringLiteral("192.0.2.25");
    address.evidence.dns.reset();
    required("an IPv4 address has no TLSA name", address, Code::TlsaNoName);
    address.evidence.target.host = QStringLiteral("2001:db8::25");
    required("nor has an IPv6 address", address, Code::TlsaNoName);
    Scene unasked = asHost();
    unasked.evidence.dns.reset();
    both("nobody asked the DNS", unasked, untold(Code::TlsaNotLookedUp, "RFC 7672 §2.2", Delivery::Unknown));
    unasked.evidence.origin = Origin::Offline;
    both("a certificate file without records", unasked, fallsBack(Code::TlsaNotLookedUp, Delivery::Unknown));
}

void TestDane::records_data()
{
    columns();
    using Code = FindingCode;
    using Why = TlsaReason;
    constexpr const char *tlsa = "RFC 7672 §2.2";
    const auto both = [](const char *name, const Scene &scene, const Expected &expected) {
        QTest::newRow(name) << scene << expected << expected;
    };
    const Expected mismatch = held(Code::TlsaMismatch, tlsa, "tlsa-invalid");
    both("3 1 1 matches", withRecords({outcome(3, 1, Why::Matches, 0)}), byKey);
    both("3 0 1 matches", withRecords({outcome(3, 0, Why::Matches, 0)}), byKey);
    both("2 1 1 matches", withRecords({outcome(2, 1, Why::Matches, 1)}), byAuthority);
    both("one of two matches", withRecords({outcome(3, 1, Why::Differs), outcome(3, 1, Why::Matches, 0)}),
         byKey);
    both("unusable beside one that matches",
         withRecords({outcome(1, 1, Why::UsageUnusable), outcome(3, 1, Why::Matches, 0)}), byKey);
    both("EE matches, TA does not",
         withRecords({outcome(2, 1, Why::AuthorityNotSent), outcome(3, 1, Why::Matches, 0)}), byKey);
    both("none matches", withRecords({outcome(3, 1, Why::Differs)}), mismatch);
    both("none of two matches", withRecords({outcome(3, 1, Why::Differs), outcome(2, 1, Why::Differs)}),
         mismatch);
    both("unusable beside one that differs",
         withRecords({outcome(0, 0, Why::UsageUnusable), outcome(3, 1, Why::Differs)}), mismatch);
    both("the authority is not sent", withRecords({outcome(2, 0, Why::AuthorityNotSent)}),
         held(Code::TlsaTaNotSent, tlsa, "tlsa-invalid"));
    both("EE differs, the authority is not sent",
         withRecords({outcome(3, 1, Why::Differs), outcome(2, 0, Why::AuthorityNotSent)}), mismatch);
    both("TA matches, another name", withRecords({outcome(2, 1, Why::Matches, 1)}, {wrongHost}),
         held(Code::NameMismatch, "RFC 7672 §3.1.2", "certificate-host-mismatch"));
    both("TA matches, expired", withRecords({outcome(2, 1, Why::Matches, 1)}, {tooOld}),
         held(Code::Expired, "RFC 7672 §3.1.2", "certificate-expired"));
    TlsaOutcome weaker = outcome(3, 1, Why::WeakerDigest, 0);
    weaker.matches = weaker.setAside = true;
    both("only a weaker digest matches", withRecords({weaker, outcome(3, 1, Why::Differs)}), mismatch);
    for (const auto &[name, why] :
         {std::pair{"PKIX usages only", Why::UsageUnusable}, {"wrong lengths only", Why::LengthWrong}}) {
        const Expected encrypted{Standing::Satisfied, Delivery::Encrypted, Code::TlsaUnusable, tlsa};
        QTest::newRow(name) << withRecords({outcome(1, 1, why)}) << encrypted
                            << held(Code::TlsaUnusable, "RFC 7672 §6", "tlsa-invalid");
    }
}

void TestDane::sessions_data()
{
    columns();
    using Code = FindingCode;
    constexpr const char *tlsa = "RFC 7672 §2.2";
    const auto both = [](const char *name, const Scene &scene, const Expected &expected) {
        QTest::newRow(name) << scene << expected << expected;
    };
    both("STARTTLS not offered", onDane(ended(EndReason::StarttlsNotOffered)),
         held(Code::StarttlsNotOffered, tlsa, "starttls-not-supported"));
    both("STARTTLS masked", onDane(ended(EndReason::StarttlsMasked)),
         held(Code::StarttlsMasked, tlsa, "starttls-not-supported"));
    both("STARTTLS refused", onDane(ended(EndReason::StarttlsRefused, Reply{454, {}, "no"})),
         held(Code::StarttlsRefused, tlsa, "starttls-not-supported"));
    both("handshake fails", onDane(ended(EndReason::HandshakeFailed)),
         held(Code::HandshakeFailed, tlsa, "validation-failure"));
    both("anonymous suite", onDane(anonymous()), held(Code::AnonymousSuite, tlsa, "validation-failure"));
    both("refused inside TLS", onDane(endedInTls(EndReason::RefusedAfterTls, Reply{554, {}, "no"})),
         {Standing::Violated, Delivery::Refused, Code::RefusedAfterTls, "RFC 3207 §4.1",
          "validation-failure"});
    both("refused inside TLS for now",
         onDane(endedInTls(EndReason::RefusedAfterTls, Reply{450, {}, "later"})),
         held(Code::RefusedAfterTls, "RFC 3207 §4.1", "validation-failure"));
    both("STARTTLS answered 502", onDane(ended(EndReason::StarttlsRefused, Reply{502, {}, "no"})),
         {Standing::Violated, Delivery::Refused, Code::StarttlsRefused, tlsa, "starttls-not-supported"});
    both("the handshake stalls", onDane(ended(EndReason::HandshakeTimeout)),
         untold(Code::NoUsableReply, "RFC 5321 §4.5.4.1"));
    both("421", onDane(ended(EndReason::GreetingRefused, busy)), untold(Code::Throttled, "RFC 5321 §3.8"));
    both("not reached", onDane(ended(EndReason::Unreachable)),
         untold(Code::Unreachable, "RFC 5321 §4.5.4.1"));
    both("cancelled", onDane(ended(EndReason::Cancelled)), untold(Code::NotInspected, "", Delivery::Unknown));
    both("null MX", onDane(ended(EndReason::NullMx)),
         {Standing::NotApplicable, Delivery::Refused, Code::NullMx, "RFC 7505 §4.2"});

    Scene unusable = withRecords({outcome(1, 1, TlsaReason::UsageUnusable)});
    unusable.evidence.session = ended(EndReason::StarttlsNotOffered).evidence.session;
    both("unusable records still demand TLS", unusable,
         held(Code::StarttlsNotOffered, tlsa, "starttls-not-supported"));
    Scene none =
        withTlsa(DnssecState::Secure, LookupEnd::NoData, onDane(ended(EndReason::StarttlsNotOffered)));
    QTest::newRow("no records, no STARTTLS") << none << fallsBack(Code::TlsaNone, Delivery::Cleartext)
                                             << held(Code::TlsaNone, "RFC 7672 §6", "dane-required");

    Scene submission = withTlsa(DnssecState::Secure, LookupEnd::NoData);
    submission.evidence.target.service = Service::Submission;
    both("a mail program's service without records", submission,
         {Standing::NotApplicable, Delivery::Unknown, Code::NotForThisService, "RFC 7672 §7"});
    submission = onDane(sound());
    submission.evidence.target.service = Service::Submission;
    both("a mail program's service with records", submission, byKey);

    const Expected unproven{Standing::Satisfied, Delivery::Encrypted, Code::TlsaMatch, "RFC 7672 §2.2.1"};
    QTest::newRow("insecure MX, records match") << withMx(DnssecState::Insecure) << unproven
                                                << held(Code::DomainUnsigned, "RFC 7672 §6", "dane-required");
    both("insecure MX, none matches",
         withMx(DnssecState::Insecure, withRecords({outcome(3, 1, TlsaReason::Differs)})),
         held(Code::TlsaMismatch, tlsa, "tlsa-invalid"));
}

void TestDane::everyDnssecStateOfEveryAnswer()
{
    const QList states{DnssecState::Secure, DnssecState::Insecure, DnssecState::Bogus, DnssecState::Unknown};
    for (const auto mx : states) {
        for (const auto addresses : states) {
            for (const auto tlsa : states) {
                const Scene scene = withMx(mx, withAddresses(addresses, withTlsa(tlsa, LookupEnd::Found)));
                const Verdict dane = judge(PolicyId::Dane, scene.facts());
                const Verdict only = judge(PolicyId::DaneOnly, scene.facts());
                const bool allSecure = mx == DnssecState::Secure && addresses == DnssecState::Secure &&
                                       tlsa == DnssecState::Secure;
                // Nothing but a whole chain of signatures authenticates, and mandatory DANE takes nothing
                // less.
                QCOMPARE(dane.delivery == Delivery::Authenticated, allSecure);
                QCOMPARE(only.standing == Standing::Satisfied, allSecure);
                QVERIFY(only.delivery != Delivery::Cleartext && only.delivery != Delivery::Encrypted);
                const bool isBogus = mx == DnssecState::Bogus || addresses == DnssecState::Bogus;
                QVERIFY(!isBogus || dane.delivery == Delivery::Deferred);
            }
        }
    }
}

void TestDane::eeIgnoresNameDateAndIssuer()
{
    Scene scene = onDane(withProblems({tooOld, {FindingCode::SelfSignedLeaf, Severity::Error, 0, {}}}));
    scene.names->matches = false;
    compare(scene, PolicyId::Dane, byKey);
    compare(scene, PolicyId::DaneOnly, byKey);
}

void TestDane::remarksFollowTheDecidingFact()
{
    using Code = FindingCode;
    Scene old =
        withRecords({outcome(1, 1, TlsaReason::UsageUnusable), outcome(3, 1, TlsaReason::Matches, 0)});
    old.evidence.session.tls->protocol = TlsProtocol::TlsV1_1;
    QCOMPARE(codes(judge(PolicyId::Dane, old.facts())),
             QList<Code>({Code::HandshakeBelowLevel, Code::TlsaMatch, Code::TlsaUnusable,
                          Code::LegacyProtocol, Code::HoldsForSender}));
    QCOMPARE(codes(judge(PolicyId::Dane, withMx(DnssecState::Insecure).facts())),
             QList<Code>({Code::TlsaMatch, Code::DomainUnsigned}));

    TlsaOutcome weaker = outcome(3, 1, TlsaReason::WeakerDigest, 0);
    weaker.matches = weaker.setAside = true;
    const Scene aside = withRecords(
        {weaker, outcome(3, 1, TlsaReason::Differs), outcome(2, 0, TlsaReason::AuthorityNotSent)});
    QCOMPARE(codes(judge(PolicyId::Dane, aside.facts())),
             QList<Code>(
                 {Code::TlsaMismatch, Code::TlsaTaNotSent, Code::TlsaWeakerMatches, Code::HoldsForSender}));
    // Where dane falls back the opportunistic sender's facts stand behind the reason.
    QCOMPARE(codes(judge(PolicyId::Dane, withTlsa(DnssecState::Secure, LookupEnd::NoData).facts())),
             QList<Code>({Code::TlsaNone, Code::CertificatesNotChecked, Code::Encrypted}));
}

void TestDane::factsCarryTheirArguments()
{
    const auto args = [](const Scene &scene) {
        return judge(PolicyId::Dane, scene.facts()).because.first().args;
    };
    const QString record = QStringLiteral("3 1 1 2a2a2a2a2a2a2a2a…");
    QCOMPARE(args(onDane(sound())), QStringList({record, QStringLiteral("CN=mx.example.org")}));
    QCOMPARE(args(withRecords({outcome(3, 1, TlsaReason::Differs), outcome(3, 0, TlsaReason::Differs)})),
             QStringList{QStringLiteral("2")});
    QCOMPARE(args(withRecords({outcome(1, 1, TlsaReason::UsageUnusable)})),
             QStringList({QStringLiteral("1"), QStringLiteral("1")}));
    QCOMPARE(args(withTlsa(DnssecState::Secure, LookupEnd::Timeout)),
             QStringList({QStringLiteral("_25._tcp.mx.example.org"), QStringLiteral("timeout")}));
    QCOMPARE(
        args(withTlsa(DnssecState::Bogus, LookupEnd::Found)),
        QStringList({QStringLiteral("_25._tcp.mx.example.org"), QStringLiteral("signature crypto failed")}));
    QCOMPARE(args(stripped()), QStringList{QStringLiteral("192.0.2.53:53")});
    QCOMPARE(judge(PolicyId::Dane, withMx(DnssecState::Insecure).facts()).because.last().args,
             QStringList({QStringLiteral("example.org"), QStringLiteral("mx.example.org")}));
    const Verdict byDepth = judge(PolicyId::Dane, onDane(sound()).facts());
    QCOMPARE(byDepth.because.first().depth, std::optional(0));
}

void TestDane::mxDecidesDaneOnly()
{
    const Verdict verdict = judge(PolicyId::DaneOnly, withMx(DnssecState::Insecure).facts());
    QCOMPARE(codes(verdict), QList<FindingCode>({FindingCode::DomainUnsigned, FindingCode::TlsaMatch}));
    QCOMPARE(verdict.because.first().severity, Severity::Error);
}

MAILSEAL_TEST(TestDane)
#include "tst_dane.moc"
