#include "answers/answers.h"
#include "answers/badge.h"
#include "answers/dnsanswers.h"
#include "answers/headline.h"
#include "answers/problem.h"
#include "support/testprogram.h"
#include "values/endtraits.h"
#include "values/utc.h"

#include <QTest>

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
    void theBadgeIsThatOfTheVerdictActedUnder();
    void aDomainHasItsWorstServersBadge();
    void theHeadlineIsTheServersWords();
    void aListHasRoomForOneProblem();
    void aFailedLookupIsNoAnswer();
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
    QCOMPARE(encryptedAnswer(inspection.evidence).tone == Tone::Good, isFine);
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
    const Assessment answer = encryptedAnswer(inspection.evidence);
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
}

void AnswersTest::name()
{
    Inspection inspection = sound();
    QCOMPARE(nameAnswer(inspection).code, Code::NameMatches);
    inspection.names->matches = false;
    QCOMPARE(nameAnswer(inspection).tone, Tone::Bad);
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
    QCOMPARE(encryptedAnswer(soFar(inspection).evidence).tone, Tone::Good);
    inspection.evidence.session.tls.reset();
    QVERIFY(isAbsence(encryptedAnswer(soFar(inspection).evidence)));
}

void AnswersTest::theBadgeIsThatOfTheVerdictActedUnder()
{
    Inspection inspection = sound();
    QCOMPARE(toneOf(inspection), Tone::Unknown); // nobody has judged it
    QCOMPARE(actingAnswer(inspection).code, Code::NotJudged);
    inspection.evidence.target.policy = PolicyId::Opportunistic;
    inspection.verdicts = {verdict(PolicyId::Opportunistic, Standing::Satisfied)};
    QCOMPARE(toneOf(inspection), Tone::Good);
    inspection.verdicts.append(verdict(PolicyId::WebPki, Standing::Violated));
    QCOMPARE(toneOf(inspection), Tone::Warned);
    QCOMPARE(actingAnswer(inspection).tone, Tone::Good);
    inspection.verdicts.first() = verdict(PolicyId::Opportunistic, Standing::Satisfied, Severity::Warning);
    QCOMPARE(actingAnswer(inspection).tone, Tone::Warned);
    inspection.verdicts.first() = verdict(PolicyId::Opportunistic, Standing::Violated);
    QCOMPARE(toneOf(inspection), Tone::Bad);
}

void AnswersTest::aDomainHasItsWorstServersBadge()
{
    QCOMPARE(toneOf(QList<Inspection>{}), Tone::Unknown);
    Inspection good = sound();
    good.evidence.target.policy = PolicyId::Opportunistic;
    good.verdicts = {verdict(PolicyId::Opportunistic, Standing::Satisfied)};
    QCOMPARE(toneOf(QList{good, good}), Tone::Good);
    QCOMPARE(toneOf(QList{good, sound()}), Tone::Unknown);
    Inspection bad = good;
    bad.verdicts = {verdict(PolicyId::Opportunistic, Standing::Violated)};
    QCOMPARE(toneOf(QList{good, bad, sound()}), Tone::Bad);
}

void AnswersTest::theHeadlineIsTheServersWords()
{
    SessionFacts session = sound().evidence.session;
    QCOMPARE(headlineOf(session).code, HeadlineCode::Encrypted);
    session.end = EndReason::HandshakeFailed;
    QCOMPARE(headlineOf(session).code, HeadlineCode::End);
    session.handshake = HandshakeFacts{};
    session.handshake->alertReceived = TlsAlert{2, 40, QStringLiteral("handshake_failure")};
    QCOMPARE(headlineOf(session).args, QStringList(QStringLiteral("handshake_failure")));
    session.endReply = Reply{421, {}, "busy \x1b"};
    QCOMPARE(headlineOf(session).args,
             QStringList({QStringLiteral("421"), {}, QStringLiteral("busy \\x1b")}));
}

void AnswersTest::aListHasRoomForOneProblem()
{
    Inspection inspection = sound();
    QVERIFY(!problemOf(inspection));
    inspection.names->matches = false;
    QVERIFY(problemOf(inspection) == ServerProblem::WrongName);
    inspection.chain->problems = {{FindingCode::Expired, Severity::Error, 0, {}}};
    QVERIFY(problemOf(inspection) == ServerProblem::Expired);
    inspection.evidence.session.end = EndReason::StarttlsNotOffered;
    QVERIFY(problemOf(inspection) == ServerProblem::ClearTextOnly);
    inspection.evidence.session.end = EndReason::NullMx;
    QVERIFY(problemOf(inspection) == ServerProblem::EndedBadly);
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

MAILSEAL_TEST(AnswersTest)
#include "tst_answers.moc"
