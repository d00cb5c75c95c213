#include "examples/certificatefactory.h"
#include "support/testprogram.h"
#include "values/utc.h"

#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTest>

using namespace mailseal;

/// Qt's own reader is the second opinion on what the factory makes.
class CertificateFactoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void issuedByAnIssuer();
    void datesAsAsked();
    void namesAsAsked();
    void oddRequests();
};

void CertificateFactoryTest::keys_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<bool>("qtReadsTheKey");
    QTest::newRow("P-256") << KeyKind::EcP256 << true;
    QTest::newRow("P-384") << KeyKind::EcP384 << true;
    QTest::newRow("RSA 2048") << KeyKind::Rsa2048 << true;
    QTest::newRow("RSA 1024") << KeyKind::Rsa1024 << true;
    QTest::newRow("Ed25519") << KeyKind::Ed25519 << false; // QSslKey takes it as a handle alone
}

void CertificateFactoryTest::keys()
{
    QFETCH(const KeyKind, kind);
    QFETCH(const bool, qtReadsTheKey);
    CertificateRequest request;
    request.commonName = QStringLiteral("mail.example");
    request.key = kind;
    const IssuedCertificate issued = issueCertificate(request);
    QVERIFY(!issued.isNull());
    const QSslCertificate read(issued.certificateDer(), QSsl::Der);
    QVERIFY(!read.isNull());
    QCOMPARE(QSslCertificate(issued.certificatePem(), QSsl::Pem), read);
    QVERIFY(read.isSelfSigned());
    QVERIFY(issued.keyPem().startsWith("-----BEGIN PRIVATE KEY-----"));
    if (qtReadsTheKey) {
        const auto algorithm = read.publicKey().algorithm();
        QVERIFY(!QSslKey(issued.keyPem(), algorithm, QSsl::Pem, QSsl::PrivateKey).isNull());
    }
}

void CertificateFactoryTest::issuedByAnIssuer()
{
    CertificateRequest ca;
    ca.commonName = QStringLiteral("A root");
    ca.isCa = true;
    const IssuedCertificate root = issueCertificate(ca);
    CertificateRequest request;
    request.commonName = QStringLiteral("mail.example");
    const QSslCertificate leaf(issueCertificate(request, root).certificateDer(), QSsl::Der);
    QCOMPARE(leaf.issuerInfo(QSslCertificate::CommonName), QStringList{QStringLiteral("A root")});
    QVERIFY(!leaf.isSelfSigned());
    QCOMPARE(leaf.serialNumber().size(), 16 * 3 - 1); // 16 octets as "aa:bb:…"
    const auto extensions = leaf.extensions();
    QStringList names;
    for (const auto &extension : extensions)
        names.append(extension.name());
    for (const char *name :
         {"basicConstraints", "subjectKeyIdentifier", "authorityKeyIdentifier", "extendedKeyUsage"})
        QVERIFY2(names.contains(QLatin1StringView(name)), name);
}

void CertificateFactoryTest::datesAsAsked()
{
    CertificateRequest request;
    request.notBefore = utc({1970, 1, 1}, {0, 0});
    request.notAfter = utc({9999, 12, 31}, {23, 59, 59});
    const QSslCertificate read(issueCertificate(request).certificateDer(), QSsl::Der);
    QCOMPARE(read.effectiveDate(), request.notBefore);
    QCOMPARE(read.expiryDate(), request.notAfter);
}

void CertificateFactoryTest::namesAsAsked()
{
    CertificateRequest request;
    request.dnsNames = {QStringLiteral("a.example"), QStringLiteral("*.b.example")};
    request.ipAddresses = {QStringLiteral("192.0.2.1"), QStringLiteral("2001:db8::1")};
    const QSslCertificate read(issueCertificate(request).certificateDer(), QSsl::Der);
    const auto names = read.subjectAlternativeNames();
    QCOMPARE(names.count(QSsl::DnsEntry), 2);
    QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("*.b.example")));
    QCOMPARE(names.count(QSsl::IpAddressEntry), 2);
}

void CertificateFactoryTest::oddRequests()
{
    CertificateRequest odd;
    odd.rawCommonName = QByteArray("\xff\x00\xfe", 3);
    odd.rawDnsNames = {QByteArray("good.example\0.evil.example", 26), QByteArray("\xff")};
    const IssuedCertificate issued = issueCertificate(odd);
    QVERIFY(issued.certificateDer().contains(odd.rawCommonName));
    QVERIFY(issued.certificateDer().contains(odd.rawDnsNames.first()));
    CertificateRequest noAddress;
    noAddress.ipAddresses = {QStringLiteral("not an address")};
    QVERIFY(issueCertificate(noAddress).isNull());
}

MAILSEAL_TEST(CertificateFactoryTest)
#include "tst_certificatefactory.moc"
