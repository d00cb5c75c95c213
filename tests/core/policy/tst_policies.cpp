#include "support/fixtures/danescenes.h"
#include "support/testprogram.h"
#include "wire/wire.h"

#include <QTest>

using namespace mailseal;
using namespace scenes;

namespace {

struct Expected
{
    Standing standing;
    Delivery delivery;
    FindingCode deciding;
    const char *result = "";
};

/// One row of docs/judgement.md "What happens when": what each policy makes of it; secure is asked to agree
/// with webpki.
struct Row
{
    Expected opportunistic;
    Expected encrypt;
    Expected webpki;
    Expected fingerprint;
};

constexpr Expected mayEncrypt{Standing::Satisfied, Delivery::Encrypted, FindingCode::CertificatesNotChecked};
constexpr Expected mustEncrypt{Standing::Satisfied, Delivery::Encrypted, FindingCode::Encrypted};
constexpr Expected trusted{Standing::Satisfied, Delivery::Authenticated, FindingCode::ChainAndNameFine};
constexpr Expected pinned{Standing::Satisfied, Delivery::Authenticated, FindingCode::PinMatch};

constexpr Expected held(FindingCode code, const char *result)
{
    return {Standing::Violated, Delivery::Deferred, code, result};
}
constexpr Expected clear(FindingCode code, const char *result)
{
    return {Standing::Violated, Delivery::Cleartext, code, result};
}

constexpr Row encryptedBut(FindingCode code, const char *result, Expected pin = pinned)
{
    return {mayEncrypt, mustEncrypt, held(code, result), pin};
}
constexpr Row clearOrHeld(FindingCode code, const char *result)
{
    const Expected hold = held(code, result);
    return {clear(code, result), hold, hold, hold};
}
constexpr Expected returned(FindingCode code, const char *result)
{
    return {Standing::Violated, Delivery::Refused, code, result};
}
constexpr Row everyone(Expected expected) { return {expected, expected, expected, expected}; }
constexpr Row unknown(FindingCode code, Delivery delivery = Delivery::Deferred)
{
    return everyone({Standing::Undetermined, delivery, code});
}

const Reply busy{421, "4.7.0", "too many connections"};
const Reply no{554, "5.7.1", "go away"};

/// The name was asked for, and the DNS gave no address.
Scene unresolved(LookupEnd lookup, DnssecState dnssec)
{
    Scene scene = ended(EndReason::ResolveFailed);
    AddressAnswer addresses;
    addresses.name = QStringLiteral("mx.example.org");
    addresses.lookup = addresses.ipv4 = addresses.ipv6 = lookup;
    addresses.dnssec = dnssec;
    scene.evidence.dns = DnsEvidence{};
    scene.evidence.dns->addresses = addresses;
    return scene;
}

void compare(const Scene &scene, PolicyId policy, const Expected &expected)
{
    const Verdict verdict = judge(policy, scene.facts());
    QCOMPARE(verdict.policy, policy);
    QVERIFY(!verdict.because.isEmpty());
    QCOMPARE(verdict.because.first().code, expected.deciding);
    QCOMPARE(verdict.standing, expected.standing);
    QCOMPARE(verdict.delivery, expected.delivery);
    QCOMPARE(verdict.result, QLatin1StringView(expected.result));
    QVERIFY(!verdict.variant);
}

QList<FindingCode> codes(const Verdict &verdict)
{
    QList<FindingCode> list;
    for (const Finding &finding : verdict.because)
        list.append(finding.code);
    return list;
}

/// "*.org", as for example.org: by RFC 9525 it matches, OpenSSL does not take it.
Scene wideWildcard()
{
    Scene scene = wrongName(PresentedKind::Dns, QStringLiteral("*.org"), NameReason::WildcardCoversTopLevel);
    scene.chain->sent.first().dnsNames = {QStringLiteral("*.org")};
    scene.names->matches = true;
    scene.names->matchedBy = QStringLiteral("DNS:*.org");
    scene.names->checks.first().matches = true;
    scene.names->checks.first().byOpenSsl = false;
    return scene;
}

} // namespace

class TestPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableHasEveryPolicyOnceInOrder();
    void situation_data();
    void situation();
    void everyEndIsJudgedByEveryPolicy();
    void failingFactsAreAllListedInOrder();
    void satisfiedChainCarriesItsWarnings();
    void verifiesAtSecurityLevelOne_data();
    void verifiesAtSecurityLevelOne();
    void repliesThatAreShifted_data();
    void repliesThatAreShifted();
    void secureWantsTheNextHopOfADomain_data();
    void secureWantsTheNextHopOfADomain();
    void secureTakesTheCommonNameOfTheNextHop();
    void namesThatOthersDecideOtherwise();
    void secureComparesNoAddresses();
    void bogusIsNeverFine_data();
    void bogusIsNeverFine();
    void behindBogusWeLookOn();
    void pins_data();
    void pins();
    void quitAfterHandshakeIsSaidByEveryVerdict();
    void decidesToGoOnRightAfterTheHandshake();
    void goesOn_data();
    void goesOn();
    void sources_data();
    void sources();
    void factsCarryTheirArguments();
};

void TestPolicies::tableHasEveryPolicyOnceInOrder()
{
    const QList<std::pair<PolicyId, const char *>> order{{PolicyId::Opportunistic, "opportunistic"},
                                                         {PolicyId::Encrypt, "encrypt"},
                                                         {PolicyId::WebPki, "webpki"},
                                                         {PolicyId::Secure, "secure"},
                                                         {PolicyId::MtaSts, "mta-sts"},
                                                         {PolicyId::Dane, "dane"},
                                                         {PolicyId::DaneOnly, "dane-only"},
                                                         {PolicyId::Fingerprint, "fingerprint"},
                                                         {PolicyId::Mua, "mua"},
                                                         {PolicyId::RequireTls, "requiretls"}};
    QCOMPARE(qsizetype(policies().size()), order.size());
    const auto verdicts = judgeAll(sound().facts());
    for (qsizetype i = 0; i < order.size(); ++i) {
        const Policy &row = policies()[size_t(i)];
        QCOMPARE(row.id, order[i].first);
        QCOMPARE(toWire(row.id), QLatin1StringView(order[i].second));
        QCOMPARE(verdicts[i].policy, order[i].first);
        QVERIFY(verdicts[i] == judge(order[i].first, sound().facts()));
    }
}

void TestPolicies::situation_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<Row>("row");
    const auto add = [](const char *name, const Scene &scene, const Row &row) {
        QTest::newRow(name) << scene << row;
    };
    using Code = FindingCode;

    add("sound TLS, chain and name fine", sound(), {mayEncrypt, mustEncrypt, trusted, pinned});
    for (const auto &[name, code] : {std::pair{"self-signed leaf", Code::SelfSignedLeaf},
                                     {"chain ends at an unknown root", Code::UntrustedRoot},
                                     {"missing intermediate", Code::IncompleteChain},
                                     {"certificate for another purpose", Code::WrongPurpose},
                                     {"issuer is no CA", Code::InvalidCa},
                                     {"other chain error", Code::ChainInvalid},
                                     {"unreadable certificate", Code::UnreadableCertificate}}) {
        add(name, withProblem(code), encryptedBut(code, "certificate-not-trusted"));
    }
    add("expired", withProblem(Code::Expired), encryptedBut(Code::Expired, "certificate-expired"));
    add("not yet valid", withProblem(Code::NotYetValid),
        encryptedBut(Code::NotYetValid, "certificate-expired"));
    add("untrusted for a reason nobody named", withProblems({}),
        encryptedBut(Code::ChainInvalid, "certificate-not-trusted"));
    add("wrong name", wrongName(PresentedKind::Dns, QStringLiteral("other.example"), NameReason::Different),
        encryptedBut(Code::NameMismatch, "certificate-host-mismatch"));
    add("right name in the common name only",
        wrongName(PresentedKind::CommonName, QStringLiteral("MX.example.org"), NameReason::CommonNameCounts),
        {mayEncrypt, mustEncrypt, trusted, pinned});
    add("wildcard in the common name only",
        wrongName(PresentedKind::CommonName, QStringLiteral("*.example.org"), NameReason::CommonNameCounts),
        {mayEncrypt, mustEncrypt, trusted, pinned});
    Scene beside =
        wrongName(PresentedKind::CommonName, QStringLiteral("mx.example.org"), NameReason::CommonNameIgnored);
    beside.chain->sent.first().dnsNames = {QStringLiteral("other.example")};
    add("right name in the common name beside another DNS name", beside,
        encryptedBut(Code::CnOnly, "certificate-host-mismatch"));
    add("a wildcard of a whole top-level domain", wideWildcard(),
        encryptedBut(Code::WildcardTopLevel, "certificate-host-mismatch"));
    add("wrong name in the common name",
        wrongName(PresentedKind::CommonName, QStringLiteral("other.example"), NameReason::CommonNameIgnored),
        encryptedBut(Code::NameMismatch, "certificate-host-mismatch"));
    add("reference is no host name",
        wrongName(PresentedKind::Dns, QStringLiteral("other.example"), NameReason::ReferenceIsNoHostName),
        encryptedBut(Code::NoReferenceName, "certificate-host-mismatch"));
    Scene nameless = sound();
    nameless.names.reset();
    add("no reference name", nameless, encryptedBut(Code::NoReferenceName, "certificate-host-mismatch"));
    nameless = sound();
    nameless.names->matches.reset();
    add("name not decided", nameless, encryptedBut(Code::NoReferenceName, "certificate-host-mismatch"));

    const Expected noAuthority = held(Code::AnonymousSuite, "validation-failure");
    add("anonymous suite", anonymous(), {mayEncrypt, mustEncrypt, noAuthority, noAuthority});
    Scene without = sound();
    without.chain->sent.clear();
    const Expected noCertificate = held(Code::NoCertificate, "validation-failure");
    add("empty chain", without, {mayEncrypt, mustEncrypt, noCertificate, noCertificate});
    without.chain.reset();
    add("no certificate seen", without, {mayEncrypt, mustEncrypt, noCertificate, noCertificate});

    for (const auto protocol : {TlsProtocol::TlsV1_0, TlsProtocol::TlsV1_1}) {
        QTest::addRow("TLS 1.%d at best", protocol == TlsProtocol::TlsV1_1)
            << withProtocol(protocol)
            << Row{mayEncrypt, mustEncrypt, held(Code::HandshakeBelowLevel, "validation-failure"), pinned};
    }

    const Reply later{454, "4.7.0", "TLS not available"};
    add("STARTTLS not offered", ended(EndReason::StarttlsNotOffered),
        clearOrHeld(Code::StarttlsNotOffered, "starttls-not-supported"));
    add("STARTTLS masked", ended(EndReason::StarttlsMasked),
        clearOrHeld(Code::StarttlsMasked, "starttls-not-supported"));
    const Expected notToday = returned(Code::StarttlsRefused, "starttls-not-supported");
    add("STARTTLS answered 454", ended(EndReason::StarttlsRefused, later),
        clearOrHeld(Code::StarttlsRefused, "starttls-not-supported"));
    add("STARTTLS answered 502", ended(EndReason::StarttlsRefused, Reply{502, {}, "no"}),
        {clear(Code::StarttlsRefused, "starttls-not-supported"), notToday, notToday, notToday});
    add("handshake fails", ended(EndReason::HandshakeFailed),
        clearOrHeld(Code::HandshakeFailed, "validation-failure"));
    Scene closed = endedInTls(EndReason::HandshakeFailed);
    closed.evidence.session.handshake = HandshakeFacts{};
    closed.evidence.session.handshake->completed = true;
    add("handshake completes, then a close before the first reply", closed,
        clearOrHeld(Code::ClosedInsideTls, "validation-failure"));
    closed.evidence.session.handshake->alertReceived =
        TlsAlert{2, 116, QStringLiteral("certificate_required")};
    add("handshake completes, then an alert that demands a certificate", closed,
        clearOrHeld(Code::ClientCertificateDemanded, "validation-failure"));
    Scene ours = ended(EndReason::HandshakeFailed);
    ours.evidence.session.handshake = HandshakeFacts{};
    ours.evidence.session.handshake->alertSent = TlsAlert{2, 70, QStringLiteral("protocol_version")};
    const Expected untold{Standing::Undetermined, Delivery::Unknown, Code::HandshakeRefusedHere};
    add("an alert of ours is no failure of the server", ours, everyone(untold));
    const Expected hold = held(Code::HandshakeFailed, "validation-failure");
    add("implicit TLS: no clear text to fall back to",
        ended(EndReason::HandshakeFailed, std::nullopt, Start::Implicit), everyone(hold));
    add("TLS done, then 554", endedInTls(EndReason::RefusedAfterTls, no),
        everyone(returned(Code::RefusedAfterTls, "validation-failure")));
    add("TLS done, then 451", endedInTls(EndReason::RefusedAfterTls, Reply{451, {}, "later"}),
        everyone(held(Code::RefusedAfterTls, "validation-failure")));

    add("421 inside TLS", endedInTls(EndReason::RefusedAfterTls, busy), unknown(Code::Throttled));
    add("421 greeting", ended(EndReason::GreetingRefused, busy), unknown(Code::Throttled));
    add("421 to EHLO", ended(EndReason::EhloRefused, busy), unknown(Code::Throttled));
    add("421 to STARTTLS", ended(EndReason::StarttlsRefused, busy), unknown(Code::Throttled));
    add("421 and closed", ended(EndReason::ClosedEarly, busy), unknown(Code::Throttled));
    add("554 greeting", ended(EndReason::GreetingRefused, no), unknown(Code::GreetingRefused));
    add("EHLO and HELO refused", ended(EndReason::EhloRefused, no),
        unknown(Code::EhloRefused, Delivery::Refused));
    add("EHLO and HELO refused for now", ended(EndReason::EhloRefused, later), unknown(Code::EhloRefused));
    add("the name does not exist", unresolved(LookupEnd::NxDomain, DnssecState::Secure),
        unknown(Code::NoSuchHost, Delivery::Refused));
    add("the name has no address", unresolved(LookupEnd::NoData, DnssecState::Insecure),
        unknown(Code::NoSuchHost, Delivery::Refused));
    add("the lookup failed", unresolved(LookupEnd::ServFail, DnssecState::Unknown),
        unknown(Code::Unreachable));
    for (const auto end : {EndReason::ResolveFailed, EndReason::ConnectionRefused, EndReason::Unreachable,
                           EndReason::ConnectTimeout, EndReason::ProxyFailed}) {
        QTest::addRow("not reached (%d)", int(end)) << ended(end) << unknown(Code::Unreachable);
    }
    for (const auto end : {EndReason::GreetingTimeout, EndReason::ReplyTimeout, EndReason::ReplyTooLong,
                           EndReason::ProtocolError, EndReason::ClosedEarly}) {
        QTest::addRow("no usable reply (%d)", int(end)) << ended(end) << unknown(Code::NoUsableReply);
    }
    for (const auto end : {EndReason::GreetingTimeout, EndReason::ReplyTooLong, EndReason::ProtocolError}) {
        QTest::addRow("no usable reply inside TLS (%d)", int(end))
            << endedInTls(end) << unknown(Code::NoUsableReply);
    }
    // TLS that does not come about in time is none: the next attempt is one in clear text.
    Row stalled = unknown(Code::NoUsableReply);
    stalled.opportunistic.delivery = Delivery::Cleartext;
    add("the handshake stalls", ended(EndReason::HandshakeTimeout), stalled);
    for (const auto end : {EndReason::ReplyTimeout, EndReason::ClosedEarly})
        QTest::addRow("silence behind the handshake (%d)", int(end)) << endedInTls(end) << stalled;
    for (const auto end : {EndReason::Cancelled, EndReason::DeadlineExceeded}) {
        QTest::addRow("not inspected (%d)", int(end))
            << endedInTls(end) << unknown(Code::NotInspected, Delivery::Unknown);
    }
    add("completed without TLS is no proof of anything", ended(EndReason::Completed),
        unknown(Code::NotInspected, Delivery::Unknown));
    add("null MX", ended(EndReason::NullMx),
        everyone({Standing::NotApplicable, Delivery::Refused, Code::NullMx}));
}

void TestPolicies::situation()
{
    QFETCH(Scene, scene);
    QFETCH(Row, row);
    compare(scene, PolicyId::Opportunistic, row.opportunistic);
    compare(scene, PolicyId::Encrypt, row.encrypt);
    compare(scene, PolicyId::WebPki, row.webpki);
    compare(scene, PolicyId::Secure, row.webpki);
    compare(scene, PolicyId::Fingerprint, row.fingerprint);
    scene.evidence.target.pins.clear();
    compare(scene, PolicyId::Fingerprint, {Standing::NotApplicable, Delivery::Unknown, FindingCode::NoPins});
}

void TestPolicies::everyEndIsJudgedByEveryPolicy()
{
    for (int i = 0; i <= int(EndReason::FromNewerVersion); ++i) {
        const auto end = EndReason(i);
        for (const auto &scene : {ended(end), ended(end, no), ended(end, busy),
                                  ended(end, no, Start::Implicit), endedInTls(end), endedInTls(end, no)}) {
            for (const Verdict &verdict : judgeAll(scene.facts())) {
                QVERIFY(!verdict.because.isEmpty());
                const bool delivered =
                    verdict.delivery == Delivery::Encrypted || verdict.delivery == Delivery::Authenticated;
                // where a policy has nothing to check its client delivers as an opportunistic one
                QVERIFY(verdict.standing == Standing::NotApplicable ||
                        (verdict.standing == Standing::Satisfied) == delivered);
                QVERIFY(!delivered || scene.evidence.session.tls);
                QVERIFY(verdict.standing == Standing::Violated || verdict.result.isEmpty());
            }
        }
    }
}

void TestPolicies::failingFactsAreAllListedInOrder()
{
    Scene scene = withProblems({{FindingCode::Expired, Severity::Error, 0, {}},
                                {FindingCode::SurplusCertificate, Severity::Notice, 1, {}},
                                {FindingCode::WeakKey, Severity::Warning, 0, {}},
                                {FindingCode::SelfSignedLeaf, Severity::Notice, 0, {}}});
    scene.names = wrongName(PresentedKind::Dns, QStringLiteral("a.example"), NameReason::Different).names;
    const Verdict verdict = judge(PolicyId::WebPki, scene.facts());
    QCOMPARE(codes(verdict), QList<FindingCode>({FindingCode::SelfSignedLeaf, FindingCode::Expired,
                                                 FindingCode::NameMismatch}));
    for (const Finding &finding : verdict.because)
        QCOMPARE(finding.severity, Severity::Error);
    QCOMPARE(verdict.because.first().depth, std::optional(0));
}

void TestPolicies::satisfiedChainCarriesItsWarnings()
{
    Scene scene = sound();
    // A trusted chain may still hold an expired certificate that no path needs: no failure, only noise.
    scene.chain->problems = {{FindingCode::Expired, Severity::Notice, 2, {}},
                             {FindingCode::ExpiresSoon, Severity::Warning, 0, {}},
                             {FindingCode::WeakKey, Severity::Warning, 0, {}}};
    const Verdict verdict = judge(PolicyId::WebPki, scene.facts());
    QCOMPARE(verdict.standing, Standing::Satisfied);
    QCOMPARE(codes(verdict),
             QList<FindingCode>({FindingCode::ChainAndNameFine, FindingCode::RevocationNotChecked,
                                 FindingCode::WeakKey, FindingCode::ExpiresSoon}));
    scene = withProtocol(TlsProtocol::TlsV1_1);
    QCOMPARE(codes(judge(PolicyId::Opportunistic, scene.facts())),
             QList<FindingCode>(
                 {FindingCode::CertificatesNotChecked, FindingCode::Encrypted, FindingCode::LegacyProtocol}));
    QCOMPARE(codes(judge(PolicyId::Fingerprint, scene.facts())),
             QList<FindingCode>({FindingCode::PinMatch, FindingCode::LegacyProtocol}));
    QCOMPARE(codes(judge(PolicyId::Encrypt, anonymous().facts())),
             QList<FindingCode>(
                 {FindingCode::Encrypted, FindingCode::CertificatesNotChecked, FindingCode::AnonymousSuite}));
}

/// Proved by tests/lab/sender_lab.py: Postfix at verify and secure.
void TestPolicies::verifiesAtSecurityLevelOne_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<std::optional<FindingCode>>("deciding");
    using Deciding = std::optional<FindingCode>;
    const auto add = [](const char *name, const CertificateFacts &server, int intermediates,
                        const Deciding &deciding) {
        Scene scene = sound();
        ChainFacts &chain = *scene.chain;
        chain.sent = {server};
        QList<QByteArray> path{server.sha256};
        for (int i = 0; i < intermediates; ++i) {
            CertificateFacts between = leaf();
            between.sha256 = QByteArray::number(i);
            chain.sent.append(between);
            path.append(between.sha256);
        }
        chain.path = path + QList<QByteArray>{"anchor"};
        QTest::newRow(name) << scene << deciding;
    };
    const auto made = [](const char *signature, const char *type, int bits) {
        CertificateFacts facts = leaf();
        facts.signature = QString::fromLatin1(signature);
        facts.keyType = QString::fromLatin1(type);
        facts.keyBits = bits;
        return facts;
    };
    const auto sha256 = "sha256WithRSAEncryption";
    add("SHA-256", made(sha256, "RSA", 2048), 1, {});
    add("SHA-1 under RSA", made("sha1WithRSAEncryption", "RSA", 2048), 1, FindingCode::ChainBelowLevel);
    add("SHA-1 under ECDSA", made("ecdsa-with-SHA1", "EC", 256), 1, FindingCode::ChainBelowLevel);
    add("MD5", made("md5WithRSAEncryption", "RSA", 2048), 1, FindingCode::ChainBelowLevel);
    add("1,024 bits are 80", made(sha256, "RSA", 1024), 1, {});
    add("768 bits are fewer", made(sha256, "RSA", 768), 1, FindingCode::ChainBelowLevel);
    add("a small curve", made(sha256, "EC", 112), 1, FindingCode::ChainBelowLevel);
    add("Ed25519", made("ED25519", "Ed25519", 256), 1, {});
    add("ten intermediates", made(sha256, "RSA", 2048), 10, {});
    add("eleven intermediates", made(sha256, "RSA", 2048), 11, FindingCode::ChainTooDeep);
}

void TestPolicies::verifiesAtSecurityLevelOne()
{
    QFETCH(Scene, scene);
    QFETCH(std::optional<FindingCode>, deciding);
    for (const PolicyId policy : {PolicyId::WebPki, PolicyId::Secure}) {
        const Verdict verdict = judge(policy, scene.facts());
        QCOMPARE(verdict.delivery, deciding ? Delivery::Deferred : Delivery::Authenticated);
        QCOMPARE(verdict.because.first().code, deciding.value_or(FindingCode::ChainAndNameFine));
    }
    // Whoever does not verify takes it.
    for (const PolicyId policy : {PolicyId::Opportunistic, PolicyId::Encrypt})
        QCOMPARE(judge(policy, scene.facts()).delivery, Delivery::Encrypted);
}

void TestPolicies::repliesThatAreShifted_data()
{
    QTest::addColumn<FindingCode>("remark");
    QTest::addColumn<Delivery>("opportunistic");
    QTest::addColumn<Delivery>("others");
    QTest::newRow("a greeting inside TLS")
        << FindingCode::GreetingInsideTls << Delivery::Refused << Delivery::Refused;
    QTest::newRow("a second greeting in clear text")
        << FindingCode::SecondGreeting << Delivery::Refused << Delivery::Deferred;
}

void TestPolicies::repliesThatAreShifted()
{
    QFETCH(FindingCode, remark);
    QFETCH(Delivery, opportunistic);
    QFETCH(Delivery, others);
    Scene scene = sound();
    scene.evidence.session.remarks = {{remark, Severity::Error, std::nullopt, {}}};
    const auto check = [&scene, remark](PolicyId policy, Delivery delivery) {
        const Verdict verdict = judge(policy, scene.facts());
        QCOMPARE(verdict.because.first().code, remark);
        QCOMPARE(verdict.standing, Standing::Violated);
        QCOMPARE(verdict.delivery, delivery);
    };
    check(PolicyId::Opportunistic, opportunistic);
    // Behind a greeting in clear text there is more to be seen.
    QCOMPARE(mailseal::goesOn(judge(PolicyId::Opportunistic, scene.facts())),
             remark == FindingCode::SecondGreeting);
    for (const PolicyId policy :
         {PolicyId::Encrypt, PolicyId::WebPki, PolicyId::Secure, PolicyId::Fingerprint})
        check(policy, others);
    // Exim keeps the message: the verdict names both.
    const Verdict verdict = judge(PolicyId::Opportunistic, scene.facts());
    QCOMPARE(verdict.because.last().code, FindingCode::HoldsForSender);
    QCOMPARE(verdict.because.last().args.value(1), toWire(Delivery::Deferred));
    // What is held back anyway stays as it is.
    scene.chain = withProblem(FindingCode::Expired).chain;
    QCOMPARE(judge(PolicyId::WebPki, scene.facts()).because.first().code, FindingCode::Expired);
}

void TestPolicies::secureWantsTheNextHopOfADomain_data()
{
    QTest::addColumn<QString>("presented");
    QTest::addColumn<bool>("matches"); ///< the domain itself, by RFC 9525
    QTest::addColumn<NameReason>("reason");
    QTest::addColumn<Standing>("secure");
    QTest::newRow("the domain") << QStringLiteral("example.org") << true << NameReason::Equal
                                << Standing::Satisfied;
    QTest::newRow("a host below it") << QStringLiteral("mx.example.org") << false << NameReason::Different
                                     << Standing::Satisfied;
    QTest::newRow("a host far below it")
        << QStringLiteral("a.b.example.org") << false << NameReason::Different << Standing::Satisfied;
    QTest::newRow("any host below it")
        << QStringLiteral("*.example.org") << false << NameReason::Different << Standing::Satisfied;
    QTest::newRow("part of a label below it, as X509_check_host")
        << QStringLiteral("m*.example.org") << false << NameReason::WildcardNotWholeLeftmostLabel
        << Standing::Satisfied;
    QTest::newRow("in capitals") << QStringLiteral("*.EXAMPLE.org") << false
                                 << NameReason::WildcardCoversOneLabelOnly << Standing::Satisfied;
    QTest::newRow("another domain that ends like it")
        << QStringLiteral("notexample.org") << false << NameReason::Different << Standing::Violated;
    QTest::newRow("the domain at the front of another")
        << QStringLiteral("mx.example.org.evil.net") << false << NameReason::Different << Standing::Violated;
    QTest::newRow("the MX host elsewhere")
        << QStringLiteral("mx.provider.example") << false << NameReason::Different << Standing::Violated;
}

/// Postfix `secure_cert_match = nexthop, dot-nexthop`: an MX record that nobody signed names no server.
void TestPolicies::secureWantsTheNextHopOfADomain()
{
    QFETCH(QString, presented);
    QFETCH(bool, matches);
    QFETCH(NameReason, reason);
    QFETCH(Standing, secure);
    const QString domain = QStringLiteral("example.org");
    Scene scene = sound();
    scene.evidence.target.domain = domain;
    scene.chain->sent.first().dnsNames = {presented};
    scene.names->reference.append({domain, NameSource::NextHop, false});
    scene.names->checks = {{PresentedKind::Dns, presented, domain, matches, reason}};
    const Verdict verdict = judge(PolicyId::Secure, scene.facts());
    QCOMPARE(verdict.standing, secure);
    const FindingCode why =
        secure == Standing::Satisfied ? FindingCode::ChainAndNameFine : FindingCode::NameMismatch;
    QCOMPARE(verdict.because.first().code, why);
    if (secure == Standing::Violated)
        QCOMPARE(verdict.because.first().args.first(), domain);
}

void TestPolicies::secureTakesTheCommonNameOfTheNextHop()
{
    const QString domain = QStringLiteral("example.org");
    Scene scene = sound();
    scene.evidence.target.domain = domain;
    scene.chain->sent.first().dnsNames.clear();
    scene.names->reference.append({domain, NameSource::NextHop, false});
    scene.names->checks = {{PresentedKind::CommonName, QStringLiteral("mx.example.org"), domain, false,
                            NameReason::CommonNameIgnored}};
    const Verdict verdict = judge(PolicyId::Secure, scene.facts());
    QCOMPARE(verdict.standing, Standing::Satisfied); // dot-nexthop
    QVERIFY(codes(verdict).contains(FindingCode::CnCounts));
    scene.chain->sent.first().dnsNames = {QStringLiteral("mail.example.net")};
    QCOMPARE(judge(PolicyId::Secure, scene.facts()).standing, Standing::Violated);
}

/// What some take and others do not is said where it is taken.
void TestPolicies::namesThatOthersDecideOtherwise()
{
    const auto verdict = [](const Scene &scene, PolicyId policy) { return judge(policy, scene.facts()); };
    const Scene byCn =
        wrongName(PresentedKind::CommonName, QStringLiteral("mx.example.org"), NameReason::CommonNameCounts);
    QCOMPARE(verdict(byCn, PolicyId::WebPki).because.first().args.first(),
             QStringLiteral("CN:mx.example.org"));
    QVERIFY(codes(verdict(byCn, PolicyId::WebPki)).contains(FindingCode::CnCounts));
    Scene wide = wideWildcard();
    wide.evidence.target.service = Service::Submission;
    QCOMPARE(verdict(wide, PolicyId::Mua).standing, Standing::Satisfied);
    QVERIFY(codes(verdict(wide, PolicyId::Mua)).contains(FindingCode::WildcardTopLevel));
    Scene excluded = sound();
    excluded.evidence.target.service = Service::Submission;
    excluded.chain->problems = {{FindingCode::WildcardExcluded, Severity::Warning, 0, {}}};
    QCOMPARE(verdict(excluded, PolicyId::WebPki).standing, Standing::Satisfied);
    QVERIFY(codes(verdict(excluded, PolicyId::WebPki)).contains(FindingCode::WildcardExcluded));
    QCOMPARE(verdict(excluded, PolicyId::Mua).because.first().code, FindingCode::WildcardExcluded);
}

void TestPolicies::secureComparesNoAddresses()
{
    Scene scene = sound();
    const QString address = QStringLiteral("192.0.2.25");
    scene.chain->sent.first().ipAddresses = {address};
    scene.names->reference = {{address, NameSource::Typed, false}};
    scene.names->checks = {{PresentedKind::Ip, address, address, true, NameReason::AddressEqual}};
    scene.names->matchedBy = QStringLiteral("IP:192.0.2.25");
    QCOMPARE(judge(PolicyId::WebPki, scene.facts()).standing, Standing::Satisfied);
    const Verdict secure = judge(PolicyId::Secure, scene.facts());
    QCOMPARE(secure.standing, Standing::Violated);
    QCOMPARE(codes(secure), QList<FindingCode>{FindingCode::AddressNotCompared});
}

void TestPolicies::bogusIsNeverFine_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<FindingCode>("alarm");
    QTest::newRow("MX") << withMx(DnssecState::Bogus) << FindingCode::MxBogus;
    QTest::newRow("addresses") << withAddresses(DnssecState::Bogus) << FindingCode::AddressBogus;
    QTest::newRow("both: the first one")
        << withMx(DnssecState::Bogus, withAddresses(DnssecState::Bogus)) << FindingCode::MxBogus;
    Scene nullMx = withMx(DnssecState::Bogus);
    nullMx.evidence.session = ended(EndReason::NullMx).evidence.session;
    QTest::newRow("a null MX that somebody may have made up") << nullMx << FindingCode::MxBogus;
    Scene gone = withMx(DnssecState::Bogus);
    gone.evidence.session = ended(EndReason::ResolveFailed).evidence.session;
    QTest::newRow("and nothing was reached") << gone << FindingCode::MxBogus;
    Scene clear = withMx(DnssecState::Bogus);
    clear.evidence.session = ended(EndReason::StarttlsNotOffered).evidence.session;
    QTest::newRow("and no STARTTLS") << clear << FindingCode::MxBogus;
}

/// docs/judgement.md "What happens when": whatever the server does, nobody whose resolver validates delivers.
void TestPolicies::bogusIsNeverFine()
{
    QFETCH(Scene, scene);
    QFETCH(FindingCode, alarm);
    for (const Policy &row : policies()) {
        const Verdict verdict = judge(row.id, scene.facts());
        if (row.id == PolicyId::Mua) // mail programs do not hand in mail here
            continue;
        QCOMPARE(verdict.policy, row.id);
        QCOMPARE(verdict.standing, Standing::Undetermined);
        QCOMPARE(verdict.delivery, Delivery::Deferred);
        QCOMPARE(verdict.because.first().code, alarm);
    }
    Scene other = scene;
    other.evidence.target.pins.clear(); // nobody asked
    QCOMPARE(judge(PolicyId::Fingerprint, other.facts()).standing, Standing::NotApplicable);
    other.evidence.dns->resolverStripsDnssec = true; // then nobody could tell
    QVERIFY(judge(PolicyId::Opportunistic, other.facts()).because.first().code != alarm);
}

void TestPolicies::behindBogusWeLookOn()
{
    const Scene scene = withMx(DnssecState::Bogus);
    const Verdict verdict = judge(PolicyId::Opportunistic, scene.facts());
    QCOMPARE(codes(verdict).mid(0, 3), QList<FindingCode>({FindingCode::MxBogus, FindingCode::BogusPassedOver,
                                                           FindingCode::CertificatesNotChecked}));
    QCOMPARE(verdict.because[1].args, QStringList{QStringLiteral("encrypted")});
    QVERIFY(mailseal::goesOn(judgeSeen(PolicyId::Opportunistic, scene.facts())));
    QVERIFY(!mailseal::goesOn(judgeSeen(PolicyId::Dane, scene.facts())));
    // One family alone: the other one's servers are as they were.
    Scene half = onDane(sound());
    half.evidence.target.address = half.evidence.dns->addresses->records.first().address;
    half.evidence.dns->addresses->ipv4Dnssec = DnssecState::Secure;
    half.evidence.dns->addresses->ipv6Dnssec = DnssecState::Bogus;
    QCOMPARE(judge(PolicyId::Dane, half.facts()).delivery, Delivery::Authenticated);
    half.evidence.dns->addresses->records.append({QStringLiteral("2001:db8::25")});
    half.evidence.target.address = QStringLiteral("2001:db8::25");
    QCOMPARE(judge(PolicyId::Opportunistic, half.facts()).because.first().code, FindingCode::AddressBogus);
}

void TestPolicies::pins_data()
{
    QTest::addColumn<QList<QByteArray>>("pins");
    QTest::addColumn<FindingCode>("deciding");
    QTest::addColumn<QStringList>("args");
    const QByteArray a(64, 'a');
    const QByteArray b(64, 'b');
    const QByteArray c(64, 'c');
    QTest::newRow("pin of the certificate")
        << QList{a} << FindingCode::PinMatch
        << QStringList{QStringLiteral("certificate"), QString::fromLatin1(a)};
    QTest::newRow("pin of the public key")
        << QList{b} << FindingCode::PinMatch << QStringList{QStringLiteral("spki"), QString::fromLatin1(b)};
    QTest::newRow("one of several pins matches")
        << QList{c, b} << FindingCode::PinMatch
        << QStringList{QStringLiteral("spki"), QString::fromLatin1(b)};
    QTest::newRow("upper case is the same pin")
        << QList{a.toUpper()} << FindingCode::PinMatch
        << QStringList{QStringLiteral("certificate"), QString::fromLatin1(a)};
    QTest::newRow("no pin matches") << QList{c, c} << FindingCode::PinMismatch
                                    << QStringList{QStringLiteral("2")};
    QTest::newRow("an empty pin matches nothing")
        << QList{QByteArray()} << FindingCode::PinMismatch << QStringList{QStringLiteral("1")};
}

void TestPolicies::pins()
{
    QFETCH(QList<QByteArray>, pins);
    QFETCH(FindingCode, deciding);
    QFETCH(QStringList, args);
    // Name, date and issuer are ignored: the chain is as bad as it gets.
    Scene scene = withProblem(FindingCode::Expired);
    scene.names->matches = false;
    scene.evidence.target.pins = pins;
    const Verdict verdict = judge(PolicyId::Fingerprint, scene.facts());
    QCOMPARE(verdict.because.first().code, deciding);
    QCOMPARE(verdict.because.first().args, args);
    QCOMPARE(verdict.standing == Standing::Satisfied, deciding == FindingCode::PinMatch);
}

void TestPolicies::quitAfterHandshakeIsSaidByEveryVerdict()
{
    Scene scene = withProblem(FindingCode::SelfSignedLeaf);
    scene.evidence.session.end = EndReason::QuitAfterHandshake;
    scene.evidence.target.policy = PolicyId::WebPki;
    for (const Verdict &verdict : judgeAll(scene.facts())) {
        const Finding &last = verdict.because.last();
        QCOMPARE(last.code, FindingCode::SessionEndedByPolicy);
        QCOMPARE(last.severity, Severity::Info);
        QCOMPARE(last.args, QStringList{QStringLiteral("webpki")});
        QVERIFY(verdict.because.size() > 1);
    }
    compare(scene, PolicyId::Opportunistic, mayEncrypt);
    compare(scene, PolicyId::WebPki, held(FindingCode::SelfSignedLeaf, "certificate-not-trusted"));
}

void TestPolicies::decidesToGoOnRightAfterTheHandshake()
{
    // The inspector asks with TLS and chain known and nothing ended yet.
    const Scene good = sound();
    const Scene bad = withProblem(FindingCode::SelfSignedLeaf);
    for (const Policy &policy : policies())
        QVERIFY(mailseal::goesOn(policy.judge(good.facts())));
    QVERIFY(mailseal::goesOn(judge(PolicyId::Opportunistic, bad.facts())));
    QVERIFY(mailseal::goesOn(judge(PolicyId::Encrypt, bad.facts())));
    QVERIFY(!mailseal::goesOn(judge(PolicyId::WebPki, bad.facts())));
    QVERIFY(!mailseal::goesOn(judge(PolicyId::Secure, bad.facts())));
}

void TestPolicies::goesOn_data()
{
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<bool>("expected");
    QTest::newRow("authenticated") << Delivery::Authenticated << true;
    QTest::newRow("encrypted") << Delivery::Encrypted << true;
    QTest::newRow("cleartext") << Delivery::Cleartext << true;
    QTest::newRow("unknown") << Delivery::Unknown << true;
    QTest::newRow("deferred") << Delivery::Deferred << false;
    QTest::newRow("refused") << Delivery::Refused << false;
}

void TestPolicies::goesOn()
{
    QFETCH(Delivery, delivery);
    QFETCH(bool, expected);
    Verdict verdict;
    verdict.delivery = delivery;
    QCOMPARE(mailseal::goesOn(verdict), expected);
}

void TestPolicies::sources_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<PolicyId>("policy");
    QTest::addColumn<QString>("source");
    const auto add = [](const char *name, const Scene &scene, PolicyId policy, const char *source) {
        QTest::newRow(name) << scene << policy << QString::fromUtf8(source);
    };
    add("opportunistic", sound(), PolicyId::Opportunistic, "RFC 7435");
    add("encrypt", sound(), PolicyId::Encrypt, "RFC 3207 §6");
    add("encrypt without STARTTLS", ended(EndReason::StarttlsNotOffered), PolicyId::Encrypt, "RFC 3207 §6");
    add("webpki", sound(), PolicyId::WebPki, "RFC 3207 §4.1");
    add("secure", sound(), PolicyId::Secure, "Postfix TLS_README, secure");
    add("fingerprint", sound(), PolicyId::Fingerprint, "Postfix TLS_README, fingerprint");
    add("421", ended(EndReason::GreetingRefused, busy), PolicyId::WebPki, "RFC 5321 §3.8");
    add("554 greeting", ended(EndReason::GreetingRefused, no), PolicyId::WebPki, "RFC 5321 §3.1");
    add("refused inside TLS", endedInTls(EndReason::RefusedAfterTls, no), PolicyId::Opportunistic,
        "RFC 3207 §4.1");
    add("unreachable", ended(EndReason::Unreachable), PolicyId::Encrypt, "RFC 5321 §4.5.4.1");
}

void TestPolicies::sources()
{
    QFETCH(Scene, scene);
    QFETCH(PolicyId, policy);
    QFETCH(QString, source);
    QCOMPARE(judge(policy, scene.facts()).source, source);
}

void TestPolicies::factsCarryTheirArguments()
{
    const auto args = [](const Scene &scene, PolicyId policy = PolicyId::Opportunistic) {
        return judge(policy, scene.facts()).because.first().args;
    };
    const auto list = [](std::initializer_list<const char *> words) {
        QStringList texts;
        for (const char *word : words)
            texts.append(QString::fromUtf8(word));
        return texts;
    };
    QCOMPARE(args(sound(), PolicyId::Encrypt), list({"TLSv1.3", "TLS_AES_256_GCM_SHA384"}));
    QCOMPARE(args(sound(), PolicyId::WebPki), list({"DNS:mx.example.org", "CN=Example CA"}));
    QCOMPARE(args(wrongName(PresentedKind::Dns, QStringLiteral("a.example"), NameReason::Different),
                  PolicyId::WebPki),
             list({"mx.example.org", "a.example"}));
    QCOMPARE(args(ended(EndReason::GreetingRefused, Reply{554, {}, "go\naway \x1b[31mnow"})),
             list({"554", "go away \xEF\xBF\xBD[31mnow"}));
    QCOMPARE(args(ended(EndReason::ConnectTimeout)), list({"connect-timeout", ""}));

    Scene masked = ended(EndReason::StarttlsMasked);
    masked.evidence.session.capabilitiesBeforeTls = Capabilities{"SIZE 1000", "XXXXXXXA", "HELP"};
    QCOMPARE(args(masked), list({"XXXXXXXA"}));

    Scene alert = ended(EndReason::HandshakeFailed);
    alert.evidence.session.handshake = HandshakeFacts{
        false, {}, TlsAlert{2, 40, QStringLiteral("handshake_failure")}, QStringLiteral("reason")};
    QCOMPARE(args(alert), list({"handshake_failure", "reason"}));

    Scene helo = ended(EndReason::StarttlsNotOffered);
    helo.evidence.session.remarks = {
        {FindingCode::HeloOnly, Severity::Warning, std::nullopt, {QStringLiteral("502")}}};
    QCOMPARE(codes(judge(PolicyId::Encrypt, helo.facts())),
             QList<FindingCode>({FindingCode::StarttlsNotOffered, FindingCode::HeloOnly}));
}

MAILSEAL_TEST(TestPolicies)
#include "tst_policies.moc"
