#include "support/fixtures/danescenes.h"
#include "support/testprogram.h"

#include "policy/variants.h"

#include <QTest>

using namespace mailseal;
using namespace scenes;

namespace {

Inspection inspectionOf(const Scene &scene)
{
    Inspection inspection;
    inspection.evidence = scene.evidence;
    inspection.chain = scene.chain;
    inspection.names = scene.names;
    inspection.dane = scene.dane;
    return inspection;
}

/// The server shows what `scene` has to a client that sends no SNI, or takes one kind of key only.
void show(Inspection &inspection, const Scene &scene, bool sni, const QString &keyType = {})
{
    VariantEvidence evidence;
    evidence.sni = sni;
    evidence.keyType = keyType;
    evidence.handshake.completed = scene.evidence.session.tls.has_value();
    evidence.tls = scene.evidence.session.tls;
    evidence.sentChain = {QByteArray("der")};
    inspection.evidence.variants.append(evidence);
    inspection.variants.append({scene.chain, scene.names, scene.dane, {}});
}

Verdict verdictFor(const Inspection &inspection, PolicyId policy)
{
    for (const Verdict &verdict : judgeAsShown(inspection)) {
        if (verdict.policy == policy)
            return verdict;
    }
    return {};
}

std::optional<QStringList> difference(const Verdict &verdict)
{
    for (const Finding &fact : verdict.because) {
        if (fact.code == FindingCode::VariantDiffers)
            return fact.args;
    }
    return std::nullopt;
}

const QList withoutSni{PolicyId::Opportunistic, PolicyId::Encrypt, PolicyId::Secure, PolicyId::Fingerprint};
const QList withSni{PolicyId::WebPki,   PolicyId::MtaSts, PolicyId::Dane,
                    PolicyId::DaneOnly, PolicyId::Mua,    PolicyId::RequireTls};

} // namespace

class TestVariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutVariantsTheMainSessionIsJudged();
    void eachClientIsJudgedByWhatItIsShown();
    void twoCertificatesWithTwoOutcomesAreAFinding();
    void aServerThatNeedsSni();
    void aServerThatBreaksOffBehindTheHandshake();
    void aServerThatRefusesSni();
    void withoutRecordsADaneClientSendsNoSni();
    void anotherKindOfKeyUnderDane_data();
    void anotherKindOfKeyUnderDane();
    void aVariantThatNobodyJudgedIsPassedOver();
};

void TestVariants::withoutVariantsTheMainSessionIsJudged()
{
    for (const Scene &scene : {sound(), onDane(sound()), anonymous(), ended(EndReason::StarttlsNotOffered)})
        QCOMPARE(judgeAsShown(inspectionOf(scene)), judgeAll(scene.facts()));
}

void TestVariants::eachClientIsJudgedByWhatItIsShown()
{
    Inspection inspection = inspectionOf(sound());
    show(inspection, withProblem(FindingCode::SelfSignedLeaf), false);
    for (const PolicyId policy : withoutSni)
        QCOMPARE(verdictFor(inspection, policy).variant, std::optional(0));
    for (const PolicyId policy : withSni)
        QCOMPARE(verdictFor(inspection, policy).variant, std::nullopt);
    QCOMPARE(verdictFor(inspection, PolicyId::WebPki).standing, Standing::Satisfied);
    QCOMPARE(verdictFor(inspection, PolicyId::Secure).standing, Standing::Violated);
    QCOMPARE(verdictFor(inspection, PolicyId::Secure).because.first().code, FindingCode::SelfSignedLeaf);
}

void TestVariants::twoCertificatesWithTwoOutcomesAreAFinding()
{
    Inspection inspection = inspectionOf(sound());
    show(inspection, withProblem(FindingCode::SelfSignedLeaf), false);
    QCOMPARE(difference(verdictFor(inspection, PolicyId::Secure)),
             std::optional(QStringList({QStringLiteral("sni"), QStringLiteral("authenticated")})));
    // Nobody that looks at no certificate, and nobody that is never shown the other one, need know.
    QCOMPARE(difference(verdictFor(inspection, PolicyId::Opportunistic)), std::nullopt);
    QCOMPARE(difference(verdictFor(inspection, PolicyId::WebPki)), std::nullopt);
}

void TestVariants::aServerThatNeedsSni()
{
    Inspection inspection = inspectionOf(sound());
    show(inspection, ended(EndReason::HandshakeFailed), false);
    const Verdict opportunistic = verdictFor(inspection, PolicyId::Opportunistic);
    QCOMPARE(opportunistic.because.first().code, FindingCode::HandshakeFailed);
    QCOMPARE(opportunistic.delivery, Delivery::Cleartext);
    QCOMPARE(difference(opportunistic),
             std::optional(QStringList({QStringLiteral("sni"), QStringLiteral("encrypted")})));
    QCOMPARE(verdictFor(inspection, PolicyId::WebPki).standing, Standing::Satisfied);
}

void TestVariants::aServerThatBreaksOffBehindTheHandshake()
{
    Inspection inspection = inspectionOf(sound());
    show(inspection, sound(), false);
    inspection.evidence.variants[0].handshake.alertReceived =
        TlsAlert{2, 116, QStringLiteral("certificate_required")};
    const Verdict encrypt = verdictFor(inspection, PolicyId::Encrypt);
    QCOMPARE(encrypt.variant, std::optional(0));
    QCOMPARE(encrypt.standing, Standing::Violated);
    QCOMPARE(encrypt.because.first().code, FindingCode::ClientCertificateDemanded);
}

void TestVariants::aServerThatRefusesSni()
{
    Inspection inspection = inspectionOf(ended(EndReason::HandshakeFailed));
    show(inspection, sound(), false);
    // Of a file of an earlier version: nobody knows what comes behind that handshake.
    QCOMPARE(verdictFor(inspection, PolicyId::Encrypt).standing, Standing::Undetermined);
    inspection.evidence.variants[0].end = EndReason::Completed;
    const Verdict encrypt = verdictFor(inspection, PolicyId::Encrypt);
    QCOMPARE(encrypt.variant, std::optional(0));
    QCOMPARE(encrypt.standing, Standing::Satisfied);
    QCOMPARE(verdictFor(inspection, PolicyId::WebPki).delivery, Delivery::Deferred);
}

void TestVariants::withoutRecordsADaneClientSendsNoSni()
{
    Inspection unsignedZone = inspectionOf(withTlsa(DnssecState::Secure, LookupEnd::NxDomain));
    show(unsignedZone, ended(EndReason::HandshakeFailed), false);
    const Verdict dane = verdictFor(unsignedZone, PolicyId::Dane);
    QCOMPARE(dane.standing, Standing::NotApplicable);
    QCOMPARE(dane.variant, std::optional(0));
    QCOMPARE(dane.delivery, verdictFor(unsignedZone, PolicyId::Opportunistic).delivery);
    Inspection signedZone = inspectionOf(onDane(sound()));
    show(signedZone, ended(EndReason::HandshakeFailed), false);
    QCOMPARE(verdictFor(signedZone, PolicyId::Dane).variant, std::nullopt);
}

void TestVariants::anotherKindOfKeyUnderDane_data()
{
    QTest::addColumn<TlsaReason>("why");
    QTest::addColumn<bool>("differs");
    QTest::newRow("its own record matches") << TlsaReason::Matches << false;
    QTest::newRow("no record for it") << TlsaReason::Differs << true;
}

void TestVariants::anotherKindOfKeyUnderDane()
{
    QFETCH(TlsaReason, why);
    QFETCH(bool, differs);
    Inspection inspection = inspectionOf(onDane(sound()));
    show(inspection,
         withRecords({outcome(3, 1, why, why == TlsaReason::Matches ? std::optional(0) : std::nullopt)}),
         true, QStringLiteral("RSA"));
    for (const PolicyId policy : {PolicyId::Dane, PolicyId::DaneOnly}) {
        const Verdict verdict = verdictFor(inspection, policy);
        QCOMPARE(verdict.variant, std::nullopt);
        QCOMPARE(verdict.standing, Standing::Satisfied);
        QCOMPARE(difference(verdict),
                 differs ? std::optional(QStringList({QStringLiteral("RSA"), QStringLiteral("deferred")}))
                         : std::nullopt);
    }
    QCOMPARE(verdictFor(inspection, PolicyId::Secure).variant, std::nullopt);
    QCOMPARE(difference(verdictFor(inspection, PolicyId::WebPki)), std::nullopt);
}

void TestVariants::aVariantThatNobodyJudgedIsPassedOver()
{
    Inspection inspection = inspectionOf(sound());
    inspection.evidence.variants.append(VariantEvidence{});
    QCOMPARE(judgeAsShown(inspection), judgeAll(sound().facts()));
}

MAILSEAL_TEST(TestVariants)
#include "tst_variants.moc"
