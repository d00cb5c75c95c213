#include "answers/answers.h"
#include "answers/badge.h"
#include "answers/dnsanswers.h"
#include "answers/problem.h"
#include "support/testprogram.h"
#include "values/endtraits.h"
#include "values/handshaketrouble.h"
#include "values/utc.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace mailseal;

namespace {

using Code = AssessmentCode;

/// Sound TLS, a certificate that is trusted and names the host.
Inspection sound()
{
    Inspection inspection;
    inspection.judgedAt = utc({2026, 11, 24}, {12, 0});
    SessionFacts &session = inspection.evidence.session;
    session.end = EndReason::Completed;
    session.tls = TlsFacts{};
    session.tls->cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    CertificateFacts leaf;
    leaf.issuer = QStringLiteral("CN=R11,O=CA");
    leaf.dnsNames = {QStringLiteral("mx.example.org")};
    ChainFacts chain;
    chain.sent = {leaf};
    chain.trusted = true;
    inspection.chain = chain;
    NameCheck names;
    names.reference = {{QStringLiteral("mx.example.org"), NameSource::Typed, false}};
    names.matches = true;
    names.matchedBy = QStringLiteral("DNS:mx.example.org");
    inspection.names = names;
    return inspection;
}

Verdict verdict(PolicyId policy, Standing standing, Severity severity = Severity::Info)
{
    Verdict made;
    made.policy = policy;
    made.standing = standing;
    made.delivery = standing == Standing::Satisfied ? Delivery::Encrypted : Delivery::Deferred;
    made.because = {{FindingCode::Encrypted, severity, {}, {}}};
    return made;
}

} // namespace

class AnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsCalledFineThatIsNot_data();
    void nothingIsCalledFineThatIsNot();
    void encrypted_data();
    void encrypted();
    void withoutACertificateNothingIsKnown_data();
    void withoutACertificateNothingIsKnown();
    void selfSigned();
    void name();
    void theWorstFaultOfAChainIsItsAnswer();
    void whatRunsHasNotEnded();
    void badge_data();
    void badge();
    void handshakeTrouble_data();
    void handshakeTrouble();
    void whatIsActedUnderHasAMarkOfItsOwn();
    void aDomainHasItsWorstServersBadge();
    void aListHasRoomForOneProblem();
    void aFailedLookupIsNoAnswer();
    void aBogusAnswerIsTheWorst();
    void aFailedTlsaLookupOfAnUnsignedHostIsNobodysConcern();
};

void AnswersTest::nothingIsCalledFineThatIsNot_data()
{
    QTest::addColumn<Inspection>("inspection");
    for (const EndTraits &traits : endTraits) {
        for (const bool completed : {true, false}) {
            for (const bool anonymous : {true, false}) {
                Inspection inspection = sound();
                inspection.evidence.session.end = traits.end;
                inspection.evidence.session.tls->anonymous = anonymous;
                if (!completed)
                    inspection.evidence.session.tls.reset();
                QTest::addRow("%d %d %d", static_cast<int>(traits.end), completed, anonymous) << inspection;
            }
        }
    }
}

void AnswersTest::nothingIsCalledFineThatIsNot()
{
    QFETCH(Inspection, inspection);
    const SessionFacts &session = inspection.evidence.session;
    const bool isFine = session.tls && !session.tls->anonymous && !traitsOf(session.end).fault &&
                        traitsOf(session.end).tls == TlsTold::Works;
    QCOMPARE(encryptedAnswer(inspection).tone == Tone::Good, isFine);
}

void AnswersTest::encrypted_data()
{
    QTest::addColumn<EndReason>("end");
    QTest::addColumn<bool>("completed");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<AssessmentCode>("code");
    const auto row = [](const char *name, EndReason end, bool completed, Tone tone, Code code) {
        QTest::newRow(name) << end << completed << tone << code;
    };
    row("all was well", EndReason::Completed, true, Tone::Good, Code::Encrypted);
    row("our policy ended it", EndReason::QuitAfterHandshake, true, Tone::Good, Code::Encrypted);
    row("554 after TLS", EndReason::RefusedAfterTls, true, Tone::Warned, Code::Encrypted);
    row("closed inside TLS", EndReason::ClosedEarly, true, Tone::Warned, Code::Encrypted);
    row("no reply inside TLS", EndReason::ReplyTimeout, true, Tone::Warned, Code::Encrypted);
    row("closed before TLS", EndReason::ClosedEarly, false, Tone::Unknown, Code::EncryptionUntold);
    row("completed and taken back", EndReason::HandshakeFailed, true, Tone::Bad, Code::NotEncrypted);
    row("not offered", EndReason::StarttlsNotOffered, false, Tone::Bad, Code::NotEncrypted);
    row("unreachable", EndReason::ConnectTimeout, false, Tone::Unknown, Code::EncryptionUntold);
    row("no connection", EndReason::Offline, false, Tone::NotApplicable, Code::EncryptionNotAsked);
}

void AnswersTest::encrypted()
{
    QFETCH(EndReason, end);
    QFETCH(bool, completed);
    Inspection inspection = sound();
    inspection.evidence.session.end = end;
    if (!completed)
        inspection.evidence.session.tls.reset();
    const Assessment answer = encryptedAnswer(inspection);
    QTEST(answer.tone, "tone");
    QTEST(answer.code, "code");
}

void AnswersTest::withoutACertificateNothingIsKnown_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("chain");
    QTest::addColumn<AssessmentCode>("code");
    QTest::newRow("none came about") << false << false << Code::CertificateUnseen;
    QTest::newRow("an anonymous suite") << true << false << Code::NoCertificate;
    QTest::newRow("an empty list") << true << true << Code::NoCertificate;
}

void AnswersTest::withoutACertificateNothingIsKnown()
{
    QFETCH(bool, tls);
    QFETCH(bool, chain);
    QFETCH(AssessmentCode, code);
    Inspection inspection = sound();
    if (!tls)
        inspection.evidence.session.tls.reset();
    inspection.chain = chain ? std::optional(ChainFacts{}) : std::nullopt;
    for (const Assessment &answer :
         {selfSignedAnswer(inspection), nameAnswer(inspection), certificateAnswer(inspection)}) {
        QCOMPARE(answer.tone, Tone::Unknown);
        QCOMPARE(answer.code, code);
    }
}

void AnswersTest::selfSigned()
{
    Inspection inspection = sound();
    QCOMPARE(selfSignedAnswer(inspection).code, Code::IssuedByAnother);
    inspection.chain->selfSignedKind = SelfSignedKind::UntrustedRoot;
    QCOMPARE(selfSignedAnswer(inspection).tone, Tone::Warned);
    inspection.chain->selfSignedKind = SelfSignedKind::Anchored;
    QCOMPARE(selfSignedAnswer(inspection).tone, Tone::Good);
    inspection.chain->selfSignedKind = SelfSignedKind::Leaf;
    inspection.verdicts = {verdict(PolicyId::Opportunistic, Standing::Satisfied),
                           verdict(PolicyId::WebPki, Standing::Violated),
                           verdict(PolicyId::Dane, Standing::Undetermined)};
    const Assessment answer = selfSignedAnswer(inspection);
    QCOMPARE(answer.tone, Tone::Warned);
    QCOMPARE(answer.args, QStringList({QStringLiteral("2"), QStringLiteral("opportunistic")}));
    // Nobody's no is the certificate's where the session failed, or where plain senders are shown another
    // one.
    Inspection failed = inspection;
    failed.evidence.session.end = EndReason::HandshakeFailed;
    QCOMPARE(selfSignedAnswer(failed).args, QStringList(QStringLiteral("0")));
    inspection.verdicts.first().variant = 0;
    QCOMPARE(selfSignedAnswer(inspection).args, QStringList(QStringLiteral("0")));
}

void AnswersTest::name()
{
    Inspection inspection = sound();
    QCOMPARE(nameAnswer(inspection).code, Code::NameMatches);
    inspection.names->matches = false;
    QCOMPARE(nameAnswer(inspection).tone, Tone::Bad);
    const QString host = inspection.names->reference.constFirst().name;
    inspection.names->checks = {
        {PresentedKind::CommonName, host, host, false, NameReason::CommonNameCounts, true}};
    QCOMPARE(nameAnswer(inspection).code, Code::NameInCommonName);
    QCOMPARE(nameAnswer(inspection).tone, Tone::Warned);
    QVERIFY(problemOf(inspection) != ServerProblem::WrongName);
    inspection.names->matches = true;
    inspection.names->checks = {
        {PresentedKind::Dns, QStringLiteral("*.org"), host, true, NameReason::WildcardCoversTopLevel, false}};
    QCOMPARE(nameAnswer(inspection).code, Code::NameMatchesForSome);
    QCOMPARE(nameAnswer(inspection).tone, Tone::Warned);
    inspection.names->checks.clear();
    inspection.names->matches.reset();
    QCOMPARE(nameAnswer(inspection).tone, Tone::NotApplicable);
    inspection.names.reset();
    QCOMPARE(nameAnswer(inspection).code, Code::NoNameGiven);
}

void AnswersTest::theWorstFaultOfAChainIsItsAnswer()
{
    Inspection inspection = sound();
    QCOMPARE(certificateAnswer(inspection).tone, Tone::Good);
    const Finding weak{FindingCode::WeakKey, Severity::Warning, 0, {}};
    const Finding expired{FindingCode::Expired, Severity::Error, 0, {}};
    inspection.chain->problems = {weak};
    QCOMPARE(certificateAnswer(inspection).tone, Tone::Warned);
    inspection.chain->problems = {weak, expired};
    QCOMPARE(certificateAnswer(inspection).tone, Tone::Bad);
    QCOMPARE(certificateAnswer(inspection).because, std::optional(expired));
    inspection.chain->problems.clear();
    inspection.chain->trusted = false;
    QCOMPARE(certificateAnswer(inspection).tone, Tone::Warned);
}

void AnswersTest::whatRunsHasNotEnded()
{
    Inspection inspection = sound();
    inspection.evidence.session.end = EndReason::Cancelled; // as it is made
    QCOMPARE(encryptedAnswer(soFar(inspection)).tone, Tone::Good);
    inspection.evidence.session.tls.reset();
    QVERIFY(isAbsence(encryptedAnswer(soFar(inspection))));
}

namespace {

/// A server as all common senders see it: encrypted, trusted and named; `faults` is what is otherwise.
Inspection judged(const std::function<void(Inspection &)> &faults = [](Inspection &) {})
{
    Inspection inspection = sound();
    inspection.verdicts = {verdict(PolicyId::Opportunistic, Standing::Satisfied),
                           verdict(PolicyId::WebPki, Standing::Satisfied),
                           verdict(PolicyId::MtaSts, Standing::NotApplicable),
                           verdict(PolicyId::Dane, Standing::NotApplicable),
                           verdict(PolicyId::DaneOnly, Standing::Violated),
                           verdict(PolicyId::RequireTls, Standing::Violated)};
    faults(inspection);
    return inspection;
}

Verdict &of(Inspection &inspection, PolicyId policy)
{
    return *std::find_if(inspection.verdicts.begin(), inspection.verdicts.end(),
                         [policy](const Verdict &one) { return one.policy == policy; });
}

void failed(Inspection &one, const HandshakeFacts &handshake)
{
    one.evidence.session.end = EndReason::HandshakeFailed;
    one.evidence.session.sawStarttls220 = true;
    one.evidence.session.handshake = handshake;
    if (!handshake.completed)
        one.evidence.session.tls.reset();
    one.verdicts.first() = verdict(PolicyId::Opportunistic, Standing::Violated);
}

} // namespace

void AnswersTest::badge_data()
{
    QTest::addColumn<Inspection>("inspection");
    QTest::addColumn<BadgeState>("state");
    QTest::addColumn<BadgeCode>("code");
    using State = BadgeState;
    using Badge = BadgeCode;
    const auto row = [](const char *name, State state, Badge code, auto faults) {
        QTest::newRow(name) << judged(faults) << state << code;
    };
    QTest::newRow("nobody has judged it") << sound() << State::Unknown << Badge::NotJudged;
    row("trusted and named", State::Sound, Badge::TrustedByCa, [](Inspection &) {});
    row("nothing published is broken by what nobody asked for", State::Sound, Badge::TrustedByCa,
        [](Inspection &one) { one.verdicts.append(verdict(PolicyId::Mua, Standing::Violated)); });
    row("our EHLO name is no matter of the server", State::Sound, Badge::TrustedByCa, [](Inspection &one) {
        one.evidence.remarks = {{FindingCode::EhloNameNotFqdn, Severity::Warning, {}, {}}};
    });
    row("known by DANE alone", State::Sound, Badge::TrustedByDane, [](Inspection &one) {
        of(one, PolicyId::WebPki).standing = Standing::Violated;
        of(one, PolicyId::Dane) = verdict(PolicyId::Dane, Standing::Satisfied);
        of(one, PolicyId::Dane).delivery = Delivery::Authenticated;
    });
    row("records that cannot be used authenticate nobody", State::Unauthenticated, Badge::NotAuthenticated,
        [](Inspection &one) {
            of(one, PolicyId::WebPki).standing = Standing::Violated;
            of(one, PolicyId::Dane) = verdict(PolicyId::Dane, Standing::Satisfied);
        });
    row("not authenticated", State::Unauthenticated, Badge::NotAuthenticated,
        [](Inspection &one) { of(one, PolicyId::WebPki).standing = Standing::Violated; });
    row("expires soon", State::Unauthenticated, Badge::NeedsAttention, [](Inspection &one) {
        one.chain->problems = {{FindingCode::ExpiresSoon, Severity::Warning, 0, {}}};
    });
    row("a policy in testing mode is violated", State::Unauthenticated, Badge::NeedsAttention,
        [](Inspection &one) {
            one.sts = StsFacts{};
            one.sts->mode = StsMode::Testing;
            of(one, PolicyId::MtaSts) = verdict(PolicyId::MtaSts, Standing::Violated);
        });
    row("an enforced policy is violated", State::Broken, Badge::StsBroken, [](Inspection &one) {
        one.sts = StsFacts{};
        one.sts->mode = StsMode::Enforce;
        of(one, PolicyId::MtaSts) = verdict(PolicyId::MtaSts, Standing::Violated);
    });
    row("TLSA records do not match", State::Broken, Badge::DaneBroken,
        [](Inspection &one) { of(one, PolicyId::Dane) = verdict(PolicyId::Dane, Standing::Violated); });
    row("a file without the verdict: the records match none", State::Broken, Badge::DaneBroken,
        [](Inspection &one) {
            one.verdicts.removeIf([](const Verdict &verdict) { return verdict.policy == PolicyId::Dane; });
            one.evidence.target.domain = QStringLiteral("example.org");
            one.evidence.dns = DnsEvidence{};
            one.evidence.dns->mx = Answer<MxRecord>{};
            one.evidence.dns->mx->lookup = LookupEnd::Found;
            one.evidence.dns->tlsa = Answer<TlsaRecord>{};
            one.evidence.dns->tlsa->lookup = LookupEnd::Found;
            one.evidence.dns->tlsa->dnssec = DnssecState::Secure;
            one.evidence.dns->tlsa->records = {TlsaRecord{}};
            one.dane = DaneFacts{};
            one.dane->usable = 1;
            one.dane->records = {TlsaOutcome{}};
        });
    row("a promise could not be checked", State::Unknown, Badge::PromiseUntold, [](Inspection &one) {
        of(one, PolicyId::Dane) = verdict(PolicyId::Dane, Standing::Undetermined);
        of(one, PolicyId::Dane).because = {{FindingCode::TlsaLookupFailed, Severity::Error, {}, {}}};
    });
    row("a resolver of ours without DNSSEC says nothing of the server", State::Sound, Badge::TrustedByCa,
        [](Inspection &one) {
            of(one, PolicyId::Dane) = verdict(PolicyId::Dane, Standing::Undetermined);
            of(one, PolicyId::Dane).because = {
                {FindingCode::ResolverStripsDnssec, Severity::Warning, {}, {}}};
        });
    row("revoked", State::Broken, Badge::CertificateRevoked, [](Inspection &one) {
        one.ocsp = OcspFacts{};
        one.ocsp->status = OcspStatus::Revoked;
        one.ocsp->verified = true;
    });
    row("clear text slipped in", State::Broken, Badge::InjectedText, [](Inspection &one) {
        one.evidence.session.earlyPlaintext = EarlyPlaintext{9, "250 hello"};
    });
    row("a bogus answer", State::Broken, Badge::BogusAnswer, [](Inspection &one) {
        one.evidence.dns = DnsEvidence{};
        one.evidence.dns->mx = Answer<MxRecord>{};
        one.evidence.dns->mx->name = QStringLiteral("example.org");
        one.evidence.dns->mx->dnssec = DnssecState::Bogus;
    });
    row("no STARTTLS", State::Broken, Badge::ClearTextOnly, [](Inspection &one) {
        one.evidence.session.end = EndReason::StarttlsNotOffered;
        one.evidence.session.tls.reset();
    });
    row("554 inside TLS", State::Broken, Badge::RefusedInside,
        [](Inspection &one) { one.evidence.session.end = EndReason::RefusedAfterTls; });
    row("TLS only with SNI", State::Broken, Badge::NeedsName, [](Inspection &one) {
        one.evidence.variants = {VariantEvidence{}}; // no TLS came about
        one.verdicts.first() = verdict(PolicyId::Opportunistic, Standing::Violated);
        one.verdicts.first().variant = 0;
    });
    const auto otherEnd = [](Inspection &one, Standing standing) {
        VariantEvidence other;
        other.tls = TlsFacts{};
        other.end = EndReason::RefusedAfterTls;
        one.evidence.variants = {other};
        one.verdicts.first() = verdict(PolicyId::Opportunistic, standing);
        one.verdicts.first().variant = 0;
    };
    row("refused inside TLS without SNI alone", State::Broken, Badge::HeldBackWithoutName,
        [&](Inspection &one) { otherEnd(one, Standing::Violated); });
    row("turned away without SNI alone", State::Unknown, Badge::WithoutNameUntold,
        [&](Inspection &one) { otherEnd(one, Standing::Undetermined); });
    row("refused inside TLS with SNI alone", State::Broken, Badge::FailsWithName, [&](Inspection &one) {
        one.evidence.session.end = EndReason::RefusedAfterTls;
        otherEnd(one, Standing::Satisfied);
    });
    row("a greeting inside TLS is no matter of SNI", State::Broken, Badge::HeldBack,
        [](Inspection &one) { one.verdicts.first() = verdict(PolicyId::Opportunistic, Standing::Violated); });
    row("a sender of the class does otherwise", State::Unauthenticated, Badge::NeedsAttention,
        [](Inspection &one) {
            one.verdicts.first().because.append({FindingCode::HoldsForSender, Severity::Notice, {}, {}});
        });
    row("another certificate without SNI, for who asks for the next hop", State::Unauthenticated,
        Badge::NeedsAttention, [](Inspection &one) {
            one.verdicts.append(verdict(PolicyId::Secure, Standing::Violated));
            one.verdicts.last().because.append({FindingCode::VariantDiffers, Severity::Warning, {}, {}});
        });
    row("421 inside TLS", State::Unknown, Badge::InsideRefused, [](Inspection &one) {
        one.evidence.session.end = EndReason::RefusedAfterTls;
        one.evidence.session.endReply = Reply{421, {}, "busy"};
    });
    row("silence inside TLS", State::Unknown, Badge::InsideUntold,
        [](Inspection &one) { one.evidence.session.end = EndReason::ReplyTimeout; });
    row("the handshake fails", State::Broken, Badge::HandshakeFails,
        [](Inspection &one) { failed(one, HandshakeFacts{}); });
    row("TLS only without SNI", State::Broken, Badge::FailsWithName, [](Inspection &one) {
        failed(one, HandshakeFacts{});
        one.verdicts.first() = verdict(PolicyId::Opportunistic, Standing::Satisfied);
        one.verdicts.first().variant = 0;
    });
    row("an alert of ours is no failure of the server", State::Unknown, Badge::RefusedHere,
        [](Inspection &one) {
            HandshakeFacts handshake;
            handshake.alertSent = TlsAlert{2, 70, QStringLiteral("protocol_version")};
            failed(one, handshake);
        });
    row("421", State::Unknown, Badge::TurnsUsAway, [](Inspection &one) {
        one.evidence.session.tls.reset();
        one.evidence.session.end = EndReason::StarttlsRefused;
        one.evidence.session.endReply = Reply{421, {}, "busy"};
    });
    row("554 greeting", State::Unknown, Badge::RefusesUs, [](Inspection &one) {
        one.evidence.session.tls.reset();
        one.evidence.session.end = EndReason::GreetingRefused;
        one.evidence.session.endReply = Reply{554, {}, "no"};
    });
    row("unreachable", State::Unknown, Badge::NotTold, [](Inspection &one) {
        one.evidence.session.tls.reset();
        one.evidence.session.end = EndReason::ConnectTimeout;
    });
    row("null MX", State::Unknown, Badge::NullMx,
        [](Inspection &one) { one.evidence.session.end = EndReason::NullMx; });
}

void AnswersTest::badge()
{
    QFETCH(Inspection, inspection);
    const ServerBadge badge = serverBadge(inspection);
    QTEST(badge.state, "state");
    QTEST(badge.code, "code");
}

void AnswersTest::handshakeTrouble_data()
{
    QTest::addColumn<HandshakeFacts>("handshake");
    QTest::addColumn<bool>("early");
    QTest::addColumn<FindingCode>("code");
    using Code = FindingCode;
    const auto row = [](const char *name, Code code, auto set, bool early = false) {
        HandshakeFacts handshake;
        set(handshake);
        QTest::newRow(name) << handshake << early << code;
    };
    const auto alert = [](int number) { return TlsAlert{2, number, QStringLiteral("name")}; };
    row("certificate_required", Code::ClientCertificateDemanded,
        [&](HandshakeFacts &h) { h.completed = true, h.alertReceived = alert(116); });
    for (const int number : {40, 42}) {
        row(number == 40 ? "asked, then handshake_failure" : "asked, then bad_certificate",
            Code::ClientCertificateDemanded,
            [&](HandshakeFacts &h) { h.clientCertificateRequested = true, h.alertReceived = alert(number); });
    }
    row("handshake_failure, nothing asked", Code::HandshakeFailed,
        [&](HandshakeFacts &h) { h.alertReceived = alert(40); });
    row("asked, and closed without a word", Code::ClientCertificateDemanded,
        [&](HandshakeFacts &h) { h.completed = true, h.clientCertificateRequested = true; });
    row("closed inside", Code::ClosedInsideTls, [&](HandshakeFacts &h) { h.completed = true; });
    row(
        "clear text behind the 220", Code::ClearTextForTls, [](HandshakeFacts &) {}, true);
    row("clear text for a record", Code::ClearTextForTls,
        [&](HandshakeFacts &h) { h.answeredInClear = true, h.alertSent = alert(70); });
    row("an alert of ours", Code::HandshakeRefusedHere, [&](HandshakeFacts &h) { h.alertSent = alert(70); });
    row("both: the server's word counts", Code::HandshakeFailed,
        [&](HandshakeFacts &h) { h.alertSent = alert(70), h.alertReceived = alert(80); });
    row("cut", Code::HandshakeFailed, [](HandshakeFacts &) {});
}

void AnswersTest::handshakeTrouble()
{
    QFETCH(HandshakeFacts, handshake);
    QFETCH(bool, early);
    SessionFacts session;
    session.sawStarttls220 = true;
    session.handshake = handshake;
    if (early)
        session.earlyPlaintext = EarlyPlaintext{3, "250"};
    QTEST(failedHandshake(session).code, "code");
}

void AnswersTest::whatIsActedUnderHasAMarkOfItsOwn()
{
    Inspection inspection = judged();
    QCOMPARE(actingAnswer(sound()).code, Code::NotJudged);
    inspection.evidence.target.policy = PolicyId::DaneOnly;
    QCOMPARE(actingAnswer(inspection).tone, Tone::Bad);
    QCOMPARE(toneOf(inspection), Tone::Good);
    inspection.evidence.target.policy = PolicyId::WebPki;
    of(inspection, PolicyId::WebPki) = verdict(PolicyId::WebPki, Standing::Satisfied, Severity::Warning);
    QCOMPARE(actingAnswer(inspection).tone, Tone::Warned);
}

void AnswersTest::aDomainHasItsWorstServersBadge()
{
    QCOMPARE(toneOf(QList<Inspection>{}), Tone::Unknown);
    QCOMPARE(toneOf(QList{judged(), judged()}), Tone::Good);
    QCOMPARE(toneOf(QList{judged(), sound()}), Tone::Unknown);
    const Inspection bad =
        judged([](Inspection &one) { one.evidence.session.end = EndReason::StarttlsNotOffered; });
    QCOMPARE(toneOf(QList{judged(), bad, sound()}), Tone::Bad);
}

void AnswersTest::aListHasRoomForOneProblem()
{
    Inspection inspection = sound();
    QVERIFY(!problemOf(inspection));
    inspection.names->matches = false;
    QVERIFY(problemOf(inspection) == ServerProblem::WrongName);
    inspection.chain->problems = {{FindingCode::Expired, Severity::Error, 0, {}}};
    QVERIFY(problemOf(inspection) == ServerProblem::Expired);
    inspection = judged();
    QVERIFY(!problemOf(inspection));
    inspection.evidence.session.end = EndReason::StarttlsNotOffered;
    QVERIFY(problemOf(inspection) == ServerProblem::ClearTextOnly);
    inspection.evidence.session.end = EndReason::ConnectTimeout;
    QVERIFY(problemOf(inspection) == ServerProblem::AsTheBadge);
}

void AnswersTest::aFailedLookupIsNoAnswer()
{
    Inspection inspection = sound();
    QVERIFY(!dnsAnswer(inspection)); // no domain was asked for
    inspection.evidence.target.domain = QStringLiteral("example.org");
    QCOMPARE(dnsAnswer(inspection)->code, Code::NotLookedUp);
    DnsEvidence dns;
    dns.mx = Answer<MxRecord>{};
    dns.mx->dnssec = DnssecState::Secure;
    dns.mx->lookup = LookupEnd::Found;
    dns.tlsa = Answer<TlsaRecord>{};
    dns.tlsa->lookup = LookupEnd::ServFail;
    inspection.evidence.dns = dns;
    QCOMPARE(tlsaAnswer(inspection)->tone, Tone::Unknown);
    QCOMPARE(dnsAnswer(inspection)->code, Code::DaneUntold);
    QCOMPARE(dnsAnswer(inspection)->tone, Tone::Unknown);
    inspection.evidence.dns->mx->lookup = LookupEnd::Timeout;
    QCOMPARE(dnsAnswer(inspection)->code, Code::MxLookupFailed);
    QCOMPARE(dnsProblemCount(inspection), 0);
}

/// Never fine, whatever the server does and whatever the acting client makes of it.
void AnswersTest::aBogusAnswerIsTheWorst()
{
    Inspection inspection = sound();
    inspection.evidence.target.domain = QStringLiteral("example.org");
    inspection.verdicts = {verdict(PolicyId::Opportunistic, Standing::Satisfied),
                           verdict(PolicyId::WebPki, Standing::Satisfied)};
    QCOMPARE(toneOf(inspection), Tone::Good);
    DnsEvidence dns;
    dns.mx = Answer<MxRecord>{};
    dns.mx->lookup = LookupEnd::Found;
    dns.mx->dnssec = DnssecState::Bogus;
    inspection.evidence.dns = dns;
    QCOMPARE(toneOf(inspection), Tone::Bad);
    QCOMPARE(dnsAnswer(inspection)->code, Code::MxBogus);
    QCOMPARE(dnsAnswer(inspection)->tone, Tone::Bad);
    dns.mx->dnssec = DnssecState::Secure;
    dns.addresses.emplace();
    dns.addresses->dnssec = DnssecState::Bogus;
    inspection.evidence.dns = dns;
    QCOMPARE(toneOf(inspection), Tone::Bad);
    QCOMPARE(dnsAnswer(inspection)->code, Code::AddressBogus);
    dns.addresses->dnssec = DnssecState::Secure;
    dns.tlsa = Answer<TlsaRecord>{};
    dns.tlsa->dnssec = DnssecState::Bogus;
    inspection.evidence.dns = dns;
    QCOMPARE(toneOf(inspection), Tone::Bad);
    QCOMPARE(tlsaAnswer(inspection)->code, Code::TlsaBogus);
    QCOMPARE(dnsAnswer(inspection)->code, Code::DaneUntold);
    QCOMPARE(dnsAnswer(inspection)->tone, Tone::Bad);
    dns.resolverStripsDnssec = true; // then nobody could tell
    inspection.evidence.dns = dns;
    QCOMPARE(toneOf(inspection), Tone::Good);
}

/// RFC 7672 §2.2.2: nobody asks for TLSA records of a host that is not signed.
void AnswersTest::aFailedTlsaLookupOfAnUnsignedHostIsNobodysConcern()
{
    Inspection inspection = sound();
    DnsEvidence dns;
    dns.addresses.emplace();
    dns.addresses->dnssec = DnssecState::Insecure;
    dns.tlsa = Answer<TlsaRecord>{};
    dns.tlsa->lookup = LookupEnd::ServFail;
    inspection.evidence.dns = dns;
    QCOMPARE(tlsaAnswer(inspection)->code, Code::TlsaUnsigned);
    QCOMPARE(tlsaAnswer(inspection)->tone, Tone::NotApplicable);
    inspection.evidence.dns->addresses->dnssec = DnssecState::Secure;
    QCOMPARE(tlsaAnswer(inspection)->code, Code::TlsaUntold);
}

MAILSEAL_TEST(AnswersTest)
#include "tst_answers.moc"
