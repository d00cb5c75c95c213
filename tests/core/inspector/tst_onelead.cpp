#include "answers/answers.h"
#include "answers/badge.h"
#include "examples/certificatefactory.h"
#include "inspector/inspector.h"
#include "inspector/judge.h"
#include "support/testprogram.h"
#include "values/endtraits.h"
#include "values/handshaketrouble.h"

#include <QTest>

using namespace mailseal;

namespace {

/// How the handshake of a connection went.
enum class Shake { None, Works, TakenBack, WantsCertificate, Alert, AlertOfOurs, ClearText };
constexpr Shake shakes[] = {Shake::None,  Shake::Works,       Shake::TakenBack, Shake::WantsCertificate,
                            Shake::Alert, Shake::AlertOfOurs, Shake::ClearText};

/// What a client without SNI was shown.
enum class Variant { NotTried, Other, OnlyHandshake, Fails, Closes, RefusedInside };
constexpr Variant variants[] = {Variant::NotTried, Variant::Other,  Variant::OnlyHandshake,
                                Variant::Fails,    Variant::Closes, Variant::RefusedInside};

const IssuedCertificate &certificate()
{
    static const IssuedCertificate made = [] {
        CertificateRequest request;
        request.commonName = QStringLiteral("mx.example.org");
        request.dnsNames = {request.commonName};
        return issueCertificate(request);
    }();
    return made;
}

TlsFacts tls()
{
    TlsFacts facts;
    facts.protocol = TlsProtocol::TlsV1_3;
    facts.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    return facts;
}

void shake(SessionFacts &session, Shake how)
{
    if (how == Shake::None)
        return;
    session.sawStarttls220 = true;
    HandshakeFacts handshake;
    handshake.completed = how == Shake::Works || how == Shake::TakenBack || how == Shake::WantsCertificate;
    handshake.clientCertificateRequested = how == Shake::WantsCertificate;
    handshake.answeredInClear = how == Shake::ClearText;
    if (how == Shake::Alert)
        handshake.alertReceived = TlsAlert{2, 40, QStringLiteral("handshake_failure")};
    if (how == Shake::AlertOfOurs || how == Shake::ClearText)
        handshake.alertSent = TlsAlert{2, 70, QStringLiteral("protocol_version")};
    if (handshake.completed) {
        session.tls = tls();
        session.sentChain = {certificate().certificateDer()};
    }
    session.handshake = handshake;
}

void show(Evidence &evidence, Variant how)
{
    if (how == Variant::NotTried)
        return;
    VariantEvidence variant;
    variant.sni = false;
    variant.end = EndReason::Completed;
    variant.handshake.completed = how != Variant::Fails;
    if (variant.handshake.completed) {
        variant.tls = tls();
        variant.sentChain = {certificate().certificateDer()};
    }
    if (how == Variant::OnlyHandshake)
        variant.end.reset(); // as a file of an earlier version has it
    if (how == Variant::Fails || how == Variant::Closes)
        variant.end = EndReason::HandshakeFailed;
    if (how == Variant::RefusedInside) {
        variant.end = EndReason::RefusedAfterTls;
        variant.endReply = Reply{554, {}, "no"};
    }
    evidence.variants = {variant};
    evidence.variantsSeen = {QStringLiteral("no-sni")};
}

/// Whether such a session can end so at all.
bool isPossible(EndReason end, Shake how)
{
    const bool isUp = how == Shake::Works || how == Shake::TakenBack || how == Shake::WantsCertificate;
    if (end == EndReason::HandshakeFailed)
        return how != Shake::None && how != Shake::Works;
    if (traitsOf(end).stage == EndStage::InsideTls || !traitsOf(end).fault)
        return how == Shake::Works;
    const bool isBeforeTls = traitsOf(end).stage != EndStage::AnyStage;
    return isBeforeTls ? how == Shake::None : (how == Shake::None || (isUp && how == Shake::Works));
}

} // namespace

/// Headline, answers, badge, verdicts and conformance are one story, whatever was seen.
class OneLeadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noTwoPlacesContradict_data();
    void noTwoPlacesContradict();
};

void OneLeadTest::noTwoPlacesContradict_data()
{
    QTest::addColumn<Inspection>("inspection");
    for (const EndTraits &end : endTraits) {
        for (const Shake how : shakes) {
            for (const Variant variant : variants) {
                for (const bool isTrusted : {true, false}) {
                    if (!isPossible(end.end, how) || end.end == EndReason::Offline)
                        continue;
                    Evidence evidence;
                    evidence.target.host = QStringLiteral("mx.example.org");
                    evidence.target.serverName = evidence.target.host;
                    evidence.target.address = QStringLiteral("192.0.2.1");
                    evidence.session.end = end.end;
                    shake(evidence.session, how);
                    show(evidence, variant);
                    TrustAnchors anchors{AnchorStore::File, {}, {}};
                    if (isTrusted)
                        anchors.certificates = {certificate().certificateDer()};
                    QTest::addRow("end %d, handshake %d, without SNI %d%s", static_cast<int>(end.end),
                                  static_cast<int>(how), static_cast<int>(variant),
                                  isTrusted ? ", trusted" : "")
                        << judgeEvidence(evidence, anchors, QDateTime::currentDateTimeUtc());
                }
            }
        }
    }
}

void OneLeadTest::noTwoPlacesContradict()
{
    QFETCH(Inspection, inspection);
    const ServerBadge badge = serverBadge(inspection);
    const Assessment encrypted = encryptedAnswer(inspection);
    const Verdict &opportunistic = *verdictOf(inspection, PolicyId::Opportunistic);
    const bool delivers =
        opportunistic.delivery == Delivery::Encrypted || opportunistic.delivery == Delivery::Authenticated;

    // Fine is fine everywhere.
    if (badge.state == BadgeState::Sound || badge.state == BadgeState::Unauthenticated) {
        QCOMPARE(encrypted.code, AssessmentCode::Encrypted);
        QCOMPARE(encrypted.tone, Tone::Good);
        QCOMPARE(opportunistic.standing, Standing::Satisfied);
        QVERIFY(delivers);
    }
    if (encrypted.tone == Tone::Good)
        QVERIFY(badge.state == BadgeState::Sound || badge.state == BadgeState::Unauthenticated);
    // What was not told is told nowhere.
    if (opportunistic.standing == Standing::Undetermined && !opportunistic.variant)
        QCOMPARE(badge.state, BadgeState::Unknown);
    if (badge.state == BadgeState::Unknown && badge.code != BadgeCode::PlainSmtp &&
        badge.code != BadgeCode::NullMx) {
        QVERIFY(opportunistic.standing != Standing::Satisfied || opportunistic.variant);
        QVERIFY(encrypted.tone != Tone::Good && encrypted.tone != Tone::Bad);
    }
    // Broken is broken.
    if (badge.state == BadgeState::Broken)
        QVERIFY(encrypted.tone != Tone::Good);
    if (encrypted.tone == Tone::Bad && !opportunistic.variant)
        QVERIFY(!delivers);
    // No verdict on the main session is better than its end, and none blames the server for our alert.
    for (const Verdict &verdict : inspection.verdicts) {
        if (verdict.variant)
            continue;
        const auto &fault = traitsOf(inspection.evidence.session.end).fault;
        if (fault && verdict.standing == Standing::Satisfied)
            QFAIL("satisfied, although the session came to grief");
        if (inspection.evidence.session.end == EndReason::HandshakeFailed &&
            handshakeTroubleOf(inspection.evidence.session) == HandshakeTrouble::RefusedHere)
            QVERIFY(verdict.standing != Standing::Violated);
    }
    for (const ConformanceRow &row : inspection.conformance)
        QCOMPARE(row.note == ConformanceNote::NoTls && inspection.evidence.session.tls.has_value(), false);
}

MAILSEAL_TEST(OneLeadTest)
#include "tst_onelead.moc"
