#include "chain/chain.h"
#include "chain/ocsp.h"
#include "examples/certificatefactory.h"
#include "support/testprogram.h"
#include "values/utc.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mailseal;

namespace {

IssuedCertificate authority(const QString &name)
{
    CertificateRequest request;
    request.commonName = name;
    request.isCa = true;
    request.extendedKeyUsage = false;
    return issueCertificate(request);
}

IssuedCertificate leafOf(const IssuedCertificate &issuer, const QString &name)
{
    CertificateRequest request;
    request.commonName = name;
    request.dnsNames = {name};
    return issueCertificate(request, issuer);
}

QString written(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

/// A responder's answer by openssl ocsp, the independent hand: `entry` is its index line for the leaf without
/// the serial ("V\t361231235959Z\t\t" or "R\t361231235959Z\t260101000000Z\t").
QByteArray stapleBy(const IssuedCertificate &issuer, const IssuedCertificate &leaf, const QByteArray &entry,
                    const IssuedCertificate &signer)
{
    const QTemporaryDir folder;
    const QString serial = readCertificate(leaf.certificateDer()).serial.toUpper();
    const QString index =
        written(folder, "index.txt",
                entry.isEmpty() ? QByteArray() : entry + serial.toLatin1() + "\tunknown\t/CN=leaf\n");
    const QString ca = written(folder, "ca.pem", issuer.certificatePem());
    const QString signerFile = written(folder, "signer.pem", signer.certificatePem());
    const QString key = written(folder, "signer.key", signer.keyPem());
    const QString leafFile = written(folder, "leaf.pem", leaf.certificatePem());
    const QString answer = folder.filePath(QStringLiteral("answer.der"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("ocsp"), QStringLiteral("-index"), index, QStringLiteral("-CA"), ca,
                   QStringLiteral("-rsigner"), signerFile, QStringLiteral("-rkey"), key,
                   QStringLiteral("-issuer"), ca, QStringLiteral("-cert"), leafFile,
                   QStringLiteral("-respout"), answer, QStringLiteral("-ndays"), QStringLiteral("3")});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl ocsp: %s", openssl.readAllStandardError().constData());
    QFile file(answer);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("openssl ocsp wrote no answer");
    return file.readAll();
}

TrustAnchors onlyAnchor(const IssuedCertificate &root)
{
    return {AnchorStore::File, QStringLiteral("test"), {root.certificateDer()}};
}

constexpr const char *valid = "V\t361231235959Z\t\t";
constexpr const char *revoked = "R\t361231235959Z\t260102030405Z\t";

} // namespace

class OcspTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void staples_data();
    void staples();
    void issuerThatWasNotSent();
    void everyByteCut();

private:
    IssuedCertificate m_root = authority(QStringLiteral("Test Root"));
    IssuedCertificate m_stranger = authority(QStringLiteral("Another Root"));
    IssuedCertificate m_leaf = leafOf(m_root, QStringLiteral("mx.example"));
    IssuedCertificate m_otherLeaf = leafOf(m_root, QStringLiteral("other.example"));
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

void OcspTest::initTestCase()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), {QStringLiteral("version")});
    QVERIFY2(openssl.waitForFinished(), "openssl is needed: it is the responder");
}

void OcspTest::staples_data()
{
    QTest::addColumn<QByteArray>("staple");
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<OcspStatus>("status");
    QTest::addColumn<bool>("verified");
    QTest::newRow("good") << stapleBy(m_root, m_leaf, valid, m_root) << m_now << OcspStatus::Good << true;
    QTest::newRow("revoked") << stapleBy(m_root, m_leaf, revoked, m_root) << m_now << OcspStatus::Revoked
                             << true;
    QTest::newRow("the responder does not know it")
        << stapleBy(m_root, m_leaf, {}, m_root) << m_now << OcspStatus::Unknown << true;
    QTest::newRow("signed by a stranger")
        << stapleBy(m_root, m_leaf, valid, m_stranger) << m_now << OcspStatus::Good << false;
    QTest::newRow("out of date") << stapleBy(m_root, m_leaf, valid, m_root) << m_now.addDays(10)
                                 << OcspStatus::Good << false;
    QTest::newRow("not valid yet") << stapleBy(m_root, m_leaf, valid, m_root) << m_now.addSecs(-7200)
                                   << OcspStatus::Good << false;
    QTest::newRow("of another certificate")
        << stapleBy(m_root, m_otherLeaf, valid, m_root) << m_now << OcspStatus::Unknown << false;
    QTest::newRow("no OCSP at all") << QByteArray("garbage") << m_now << OcspStatus::Unreadable << false;
    QTest::newRow("the responder's own refusal")
        << QByteArray::fromHex("30030a0106") << m_now << OcspStatus::Unreadable << false;
}

void OcspTest::staples()
{
    QFETCH(QByteArray, staple);
    QFETCH(QDateTime, at);
    const OcspFacts facts =
        judgeStaple(staple, {m_leaf.certificateDer(), m_root.certificateDer()}, {}, onlyAnchor(m_root), at);
    QTEST(facts.status, "status");
    QTEST(facts.verified, "verified");
    QCOMPARE(facts.problem.isEmpty(), facts.verified);
    QCOMPARE(facts.producedAt.isValid(), facts.status != OcspStatus::Unreadable);
    if (facts.status == OcspStatus::Revoked)
        QCOMPARE(facts.revokedAt, utc({2026, 1, 2}, {3, 4, 5}));
}

void OcspTest::issuerThatWasNotSent()
{
    const QByteArray staple = stapleBy(m_root, m_leaf, valid, m_root);
    const QList sent{m_leaf.certificateDer()};
    QVERIFY(!judgeStaple(staple, sent, {}, onlyAnchor(m_root), m_now).verified);
    QVERIFY(judgeStaple(staple, sent, {m_root.certificateDer()}, onlyAnchor(m_root), m_now).verified);
    QVERIFY(!judgeStaple(staple, sent, {m_root.certificateDer()}, onlyAnchor(m_stranger), m_now).verified);
}

void OcspTest::everyByteCut()
{
    const QByteArray staple = stapleBy(m_root, m_leaf, valid, m_root);
    for (qsizetype length = 0; length < staple.size(); ++length) {
        const OcspFacts facts = judgeStaple(staple.left(length), {m_leaf.certificateDer()},
                                            {m_root.certificateDer()}, onlyAnchor(m_root), m_now);
        QVERIFY2(!facts.verified && !facts.problem.isEmpty(), QByteArray::number(length).constData());
    }
}

MAILSEAL_TEST(OcspTest)
#include "tst_ocsp.moc"
