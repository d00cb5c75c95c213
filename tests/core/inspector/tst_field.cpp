#include "chain/chain.h"
#include "chain/tlsa.h"
#include "inspector/inspector.h"
#include "inspector/offline.h"
#include "policy/stspolicy.h"
#include "policy/tlsrptrecord.h"
#include "support/testprogram.h"
#include "values/utc.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace mailseal;

namespace {

using Code = FindingCode;

const QString host = QStringLiteral("mx.example.test");
const QDateTime moment = utc({2026, 12, 1}, {12, 0});

/// tests/data/field: small inputs that were judged wrong once.
QByteArray input(const char *name)
{
    QFile file(QStringLiteral(MAILSEAL_SOURCE_DIR "/tests/data/field/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Inspection judged(const char *chain, const char *roots, const QString &name = host,
                  const QList<TlsaRecord> &tlsa = {}, const std::optional<QByteArray> &stsPolicy = {})
{
    OfflineQuestion question;
    question.chain = readCertificates(input(chain)).certificates;
    question.host = name;
    question.tlsa = tlsa;
    question.service = Service::Smtp;
    question.stsPolicy = stsPolicy;
    const TrustAnchors anchors{AnchorStore::File, QString(), readCertificates(input(roots)).certificates};
    return judgeEvidence(offlineEvidence(question, moment), anchors, moment);
}

bool has(const Verdict &verdict, Code code)
{
    return std::any_of(verdict.because.begin(), verdict.because.end(),
                       [code](const Finding &one) { return one.code == code; });
}

TlsaRecord record(const QString &text) { return std::get<TlsaRecord>(parseTlsa(text)); }

} // namespace

class TestField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commonNameOnly_data();
    void commonNameOnly();
    void whatTheCommonNameIsTold();
    void stsTabBehindTheColon();
    void severalReportAddresses();
    void tlsaInTheFormForUnknownTypes();
    void excludedWildcard_data();
    void excludedWildcard();
};

/// CN only: who counts it, by the source of each policy (docs/judgement.md "Names and SNI").
void TestField::commonNameOnly_data()
{
    QTest::addColumn<PolicyId>("policy");
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("webpki") << PolicyId::WebPki << Standing::Satisfied << Delivery::Authenticated;
    QTest::newRow("secure") << PolicyId::Secure << Standing::Satisfied << Delivery::Authenticated;
    QTest::newRow("dane, usage 2") << PolicyId::Dane << Standing::Satisfied << Delivery::Authenticated;
    QTest::newRow("dane-only") << PolicyId::DaneOnly << Standing::Satisfied << Delivery::Authenticated;
    QTest::newRow("mta-sts") << PolicyId::MtaSts << Standing::Violated << Delivery::Deferred;
    QTest::newRow("mua") << PolicyId::Mua << Standing::Violated << Delivery::Refused;
}

void TestField::commonNameOnly()
{
    QFETCH(PolicyId, policy);
    OfflineQuestion question;
    question.chain = readCertificates(input("cn-only-usage-2/chain.pem")).certificates;
    question.host = host;
    question.tlsa = {record(QString::fromLatin1(input("cn-only-usage-2/tlsa.txt")))};
    question.stsPolicy = input("sts-tab-after-colon.txt");
    question.service = policy == PolicyId::Mua ? Service::Submission : Service::Smtp;
    const TrustAnchors anchors{AnchorStore::File, QString(),
                               readCertificates(input("cn-only-usage-2/roots.pem")).certificates};
    const Inspection one = judgeEvidence(offlineEvidence(question, moment), anchors, moment);
    const Verdict *verdict = verdictOf(one, policy);
    QVERIFY(verdict);
    QTEST(verdict->standing, "standing");
    QTEST(verdict->delivery, "delivery");
    QVERIFY(has(*verdict, verdict->standing == Standing::Satisfied ? Code::CnCounts : Code::CnOnly));
}

void TestField::whatTheCommonNameIsTold()
{
    const Inspection other =
        judged("cn-only-usage-2/chain.pem", "cn-only-usage-2/roots.pem", QStringLiteral("mail.example.test"),
               {record(QString::fromLatin1(input("cn-only-usage-2/tlsa.txt")))});
    for (const PolicyId policy : {PolicyId::WebPki, PolicyId::Secure, PolicyId::Dane}) {
        const Verdict *verdict = verdictOf(other, policy);
        QCOMPARE(verdict->because.first().code, Code::NameMismatch);
        QCOMPARE(verdict->because.first().args.last(), host); // "it names" is followed by something
    }
}

void TestField::stsTabBehindTheColon()
{
    const StsPolicy policy = readStsPolicy(input("sts-tab-after-colon.txt"));
    QVERIFY(policy.valid);
    QCOMPARE(policy.mx, QStringList{host});
}

void TestField::severalReportAddresses()
{
    const TlsRptFacts facts = readTlsRptRecord(QStringLiteral("_smtp._tls.example.test"),
                                               {TxtRecord{input("tlsrpt-two-rua.txt").trimmed()}});
    QCOMPARE(facts.rua,
             (QStringList{QStringLiteral("mailto:a@example.test"), QStringLiteral("mailto:b@example.test")}));
    QVERIFY(facts.problems.isEmpty());
}

void TestField::tlsaInTheFormForUnknownTypes()
{
    const QString text = QString::fromLatin1(input("tlsa-rfc3597.txt"));
    const QString plain =
        QStringLiteral("3 1 1 487674fa4278f022077a9b51504514147c9f7152b1c18739db5e4102cf262be2");
    QCOMPARE(tlsaText(record(text)), plain);
    QCOMPARE(tlsaText(record(QStringLiteral("_25._tcp.mx.example.test. 300 IN TYPE52 ") + text)), plain);
}

void TestField::excludedWildcard_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Standing>("webpki"); ///< as OpenSSL
    QTest::addColumn<Standing>("mua");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("it covers the excluded name")
        << QByteArray("wildcard") << host << Standing::Satisfied << Standing::Violated << true;
    QTest::newRow("beside another name, in capitals")
        << QByteArray("two-wildcards") << host << Standing::Satisfied << Standing::Violated << true;
    QTest::newRow("asked for by a name that is not excluded")
        << QByteArray("wildcard") << QStringLiteral("mail.example.test") << Standing::Satisfied
        << Standing::Violated << true;
    QTest::newRow("a wildcard elsewhere") << QByteArray("beside") << QStringLiteral("mail.example.test")
                                          << Standing::Satisfied << Standing::Satisfied << false;
    QTest::newRow("below the excluded name: OpenSSL sees it as well")
        << QByteArray("deeper-wildcard") << QStringLiteral("mail.example.test") << Standing::Violated
        << Standing::Violated << false;
}

void TestField::excludedWildcard()
{
    QFETCH(QByteArray, chain);
    QFETCH(QString, name);
    QFETCH(bool, isSaid);
    OfflineQuestion question;
    question.chain =
        readCertificates(input(("wildcard-excluded/" + chain + ".pem").constData())).certificates;
    question.host = name;
    question.service = Service::Submission;
    const TrustAnchors anchors{AnchorStore::File, QString(),
                               readCertificates(input("wildcard-excluded/roots.pem")).certificates};
    const Inspection one = judgeEvidence(offlineEvidence(question, moment), anchors, moment);
    QTEST(verdictOf(one, PolicyId::WebPki)->standing, "webpki");
    QTEST(verdictOf(one, PolicyId::Mua)->standing, "mua");
    for (const PolicyId policy : {PolicyId::WebPki, PolicyId::Secure, PolicyId::Mua})
        QCOMPARE(has(*verdictOf(one, policy), Code::WildcardExcluded), isSaid);
}

MAILSEAL_TEST(TestField)
#include "tst_field.moc"
