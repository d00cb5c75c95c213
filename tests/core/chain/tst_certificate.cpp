#include "chain/chain.h"
#include "examples/certificatefactory.h"
#include "support/testprogram.h"
#include "values/limits.h"
#include "values/utc.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace mailseal;

namespace {

CertificateRequest requestFor(const QString &name)
{
    CertificateRequest request;
    request.commonName = name;
    request.dnsNames = {name};
    return request;
}

/// Replaces bytes of the same length everywhere: the signature breaks, the structure stays.
QByteArray patched(QByteArray der, const QByteArray &from, const QByteArray &to)
{
    if (!der.contains(from) || from.size() != to.size())
        qFatal("nothing to patch");
    return der.replace(from, to);
}

} // namespace

/// Qt's reader is the second opinion where it has one.
class CertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void facts();
    void keys_data();
    void keys();
    void subjects_data();
    void subjects();
    void presentedNames();
    void oddAddresses();
    void selfSigned();
    void serials();
    void dates_data();
    void dates();
    void unreadable_data();
    void unreadable();
    void everyByteCut();
    void everyByteBent();
    void files_data();
    void files();
};

void CertificateTest::facts()
{
    CertificateRequest request = requestFor(QStringLiteral("mail.example"));
    request.ipAddresses = {QStringLiteral("192.0.2.1"), QStringLiteral("2001:db8::1")};
    request.notBefore = utc({2020, 1, 2}, {3, 4, 5});
    request.notAfter = utc({2060, 6, 7}, {8, 9, 10});
    const QByteArray der = issueCertificate(request).certificateDer();
    const CertificateFacts facts = readCertificate(der);
    const QSslCertificate qt(der, QSsl::Der);
    QCOMPARE(facts.subject, QStringLiteral("CN=mail.example"));
    QCOMPARE(facts.issuer, QStringLiteral("CN=mail.example"));
    QCOMPARE(facts.serial, QString::fromLatin1(qt.serialNumber()).remove(u':'));
    QCOMPARE(facts.notBefore, request.notBefore);
    QCOMPARE(facts.notAfter, request.notAfter);
    QCOMPARE(facts.notAfter.timeSpec(), Qt::UTC);
    QCOMPARE(facts.signature, QStringLiteral("ecdsa-with-SHA256"));
    QCOMPARE(facts.commonNames, QStringList{QStringLiteral("mail.example")});
    QCOMPARE(facts.dnsNames, QStringList{QStringLiteral("mail.example")});
    QCOMPARE(facts.ipAddresses, request.ipAddresses);
    QCOMPARE(facts.sha256, qt.digest(QCryptographicHash::Sha256).toHex());
    QCOMPARE(facts.spkiSha256,
             QCryptographicHash::hash(qt.publicKey().toDer(), QCryptographicHash::Sha256).toHex());
    QVERIFY(facts.selfSigned);
    QCOMPARE(facts.der, der);
}

void CertificateTest::keys_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("signature");
    const QString ecdsa = QStringLiteral("ecdsa-with-SHA256");
    const QString rsa = QStringLiteral("sha256WithRSAEncryption");
    QTest::newRow("P-256") << KeyKind::EcP256 << QStringLiteral("EC") << 256 << ecdsa;
    QTest::newRow("P-384") << KeyKind::EcP384 << QStringLiteral("EC") << 384 << ecdsa;
    QTest::newRow("RSA 1024") << KeyKind::Rsa1024 << QStringLiteral("RSA") << 1024 << rsa;
    QTest::newRow("RSA 2048") << KeyKind::Rsa2048 << QStringLiteral("RSA") << 2048 << rsa;
    QTest::newRow("Ed25519") << KeyKind::Ed25519 << QStringLiteral("Ed25519") << 256
                             << QStringLiteral("ED25519");
}

void CertificateTest::keys()
{
    QFETCH(const KeyKind, kind);
    CertificateRequest request = requestFor(QStringLiteral("mail.example"));
    request.key = kind;
    const CertificateFacts facts = readCertificate(issueCertificate(request).certificateDer());
    QTEST(facts.keyType, "type");
    if (kind != KeyKind::Ed25519) // OpenSSL counts 253 or 256 by version
        QTEST(facts.keyBits, "bits");
    QVERIFY(facts.keyBits > 250);
    QTEST(facts.signature, "signature");
    QVERIFY(facts.selfSigned);
}

void CertificateTest::subjects_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("commonName");
    const auto row = [](const char *name, const QByteArray &raw, const char16_t *subject,
                        const char16_t *cn) {
        QTest::newRow(name) << raw << QString::fromUtf16(subject) << QString::fromUtf16(cn);
    };
    row("plain", "mail.example", u"CN=mail.example", u"mail.example");
    row("RFC 4514 specials", "a,b+c\"d\\e<f>g;h", u"CN=a\\,b\\+c\\\"d\\\\e\\<f\\>g\\;h",
        u"a,b+c\"d\\x5Ce<f>g;h");
    row("leading number sign and spaces", "# a ", u"CN=\\# a\\ ", u"# a ");
    row("line breaks", "a\r\nb", u"CN=a\\0D\\0Ab", u"a\\x0D\\x0Ab");
    row("a terminal escape", "\x1b[31mred", u"CN=\\1B[31mred", u"\\x1B[31mred");
    row("a NUL", QByteArray("a\0b", 3), u"CN=a\\00b", u"a\\x00b");
    row("Latin-1 letters of a T61String", "M\xfcnchen", u"CN=M\u00fcnchen", u"M\u00fcnchen");
    row("a C1 control character",
        "a\x9b"
        "b",
        u"CN=a\\C2\\9Bb", u"a\\xC2\\x9Bb");
}

void CertificateTest::subjects()
{
    QFETCH(const QByteArray, raw);
    CertificateRequest request;
    request.rawCommonName = raw;
    const CertificateFacts facts = readCertificate(issueCertificate(request).certificateDer());
    QTEST(facts.subject, "subject");
    QTEST(facts.commonNames.value(0), "commonName");
}

void CertificateTest::presentedNames()
{
    CertificateRequest request;
    const QByteArray reversed = QByteArrayLiteral("\xe2\x80\xae").append("elpmaxe.liam");
    request.rawDnsNames = {"mail.example",
                           QByteArray("good.example\0.evil.example", 26),
                           "m\xc3\xbcnchen.example",
                           "\xff.example",
                           "back\\slash",
                           reversed,
                           "a\xf0\x9f"};
    request.commonName = QStringLiteral("\u202ereversed");
    const CertificateFacts facts = readCertificate(issueCertificate(request).certificateDer());
    QCOMPARE(facts.dnsNames,
             (QStringList{QStringLiteral("mail.example"), QStringLiteral("good.example\\x00.evil.example"),
                          QStringLiteral("m\u00fcnchen.example"), QStringLiteral("\\xFF.example"),
                          QStringLiteral("back\\x5Cslash"), QStringLiteral("\\xE2\\x80\\xAEelpmaxe.liam"),
                          QStringLiteral("a\\xF0\\x9F")}));
    QCOMPARE(facts.commonNames, QStringList{QStringLiteral("\\xE2\\x80\\xAEreversed")});
    QCOMPARE(facts.subject, QStringLiteral("CN=\\E2\\80\\AEreversed"));
}

void CertificateTest::oddAddresses()
{
    CertificateRequest request = requestFor(QStringLiteral("mail.example"));
    request.ipAddresses = {QStringLiteral("192.0.2.1")};
    // The same four octets as a name of that length, its tag changed to iPAddress and its length to three.
    request.rawDnsNames = {"\xde\xad\xbe"};
    const QByteArray der = issueCertificate(request).certificateDer();
    const CertificateFacts facts =
        readCertificate(patched(der, "\x82\x03\xde\xad\xbe", "\x87\x03\xde\xad\xbe"));
    QCOMPARE(facts.ipAddresses, (QStringList{QStringLiteral("#deadbe"), QStringLiteral("192.0.2.1")}));
}

void CertificateTest::selfSigned()
{
    const auto own = issueCertificate(requestFor(QStringLiteral("mail.example")));
    QVERIFY(readCertificate(own.certificateDer()).selfSigned);
    const auto namesake = issueCertificate(requestFor(QStringLiteral("mail.example")), own);
    QVERIFY(!readCertificate(namesake.certificateDer()).selfSigned); // equal names, another key signed
    const auto issued = issueCertificate(requestFor(QStringLiteral("other.example")), own);
    QVERIFY(!readCertificate(issued.certificateDer()).selfSigned);
    CertificateRequest sameKey = requestFor(QStringLiteral("other.example"));
    sameKey.sameKeyAs = own;
    QVERIFY(!readCertificate(issueCertificate(sameKey, own).certificateDer()).selfSigned); // names differ
}

void CertificateTest::serials()
{
    const QByteArray der = issueCertificate(requestFor(QStringLiteral("mail.example"))).certificateDer();
    const QByteArray serial = QByteArray::fromHex(readCertificate(der).serial.toLatin1());
    QCOMPARE(serial.size(), 16);
    const QByteArray minus = '\x80' + QByteArray(14, '\0') + '\x01';
    QCOMPARE(readCertificate(patched(der, serial, minus)).serial,
             u'-' + QStringLiteral("7f") + QString(30, u'f'));
}

void CertificateTest::dates_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QDateTime>("read");
    QTest::newRow("seconds") << QByteArrayLiteral("20600607080910Z") << utc({2060, 6, 7}, {8, 9, 10});
    QTest::newRow("the year 9999") << QByteArrayLiteral("99991231235959Z")
                                   << utc({9999, 12, 31}, {23, 59, 59});
    QTest::newRow("the year 0") << QByteArrayLiteral("00000101000000Z") << QDateTime();
    QTest::newRow("with a zone") << QByteArrayLiteral("20600607+02000Z") << QDateTime();
    QTest::newRow("no 31st of February") << QByteArrayLiteral("20600231000000Z") << QDateTime();
    QTest::newRow("no digits") << QByteArrayLiteral("not a date .. Z") << QDateTime();
}

void CertificateTest::dates()
{
    QFETCH(const QByteArray, written);
    CertificateRequest request = requestFor(QStringLiteral("mail.example"));
    request.notAfter = utc({2060, 6, 7}, {8, 9, 11}); // a GeneralizedTime (RFC 5280 §4.1.2.5)
    const QByteArray der = issueCertificate(request).certificateDer();
    const QByteArray odd = patched(der, "20600607080911Z", written);
    QTEST(readCertificate(odd).notAfter, "read");
    const TrustAnchors itself{AnchorStore::File, QString(), {odd}};
    const auto chain = analyseChain({odd}, itself, QDateTime::currentDateTimeUtc()).chain;
    const bool readable = readCertificate(odd).notAfter.isValid();
    QCOMPARE(chain.trusted, readable); // a date nobody can read is never fine …
    const auto errors = std::count_if(chain.problems.begin(), chain.problems.end(),
                                      [](const Finding &one) { return one.severity == Severity::Error; });
    QCOMPARE(errors, readable ? 0 : 1); // … and nothing is made up from it
}

void CertificateTest::unreadable_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArrayLiteral("not a certificate");
    QTest::newRow("another structure") << QByteArrayLiteral("\x30\x03\x02\x01\x05");
    QTest::newRow("a length beyond the end") << QByteArrayLiteral("\x30\x84\x7f\xff\xff\xff");
}

void CertificateTest::unreadable()
{
    QFETCH(const QByteArray, der);
    CertificateFacts expected;
    expected.der = der;
    expected.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
    QCOMPARE(readCertificate(der), expected);
}

void CertificateTest::everyByteCut()
{
    const QByteArray der = issueCertificate(requestFor(QStringLiteral("mail.example"))).certificateDer();
    for (qsizetype size = 0; size < der.size(); ++size)
        QVERIFY(readCertificate(der.left(size)).subject.isEmpty());
}

void CertificateTest::everyByteBent()
{
    const auto now = QDateTime::currentDateTimeUtc();
    const QByteArray der = issueCertificate(requestFor(QStringLiteral("mail.example"))).certificateDer();
    for (qsizetype at = 0; at < der.size(); ++at) {
        QByteArray bent = der;
        bent[at] = static_cast<char>(bent.at(at) ^ 0x55);
        const auto chain = analyseChain({bent}, {AnchorStore::File, QString(), {der}}, now).chain;
        QVERIFY2(!chain.trusted, QByteArray::number(at).constData());
        QVERIFY(!chain.problems.isEmpty());
    }
}

void CertificateTest::files_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("error");
    const auto one = issueCertificate(requestFor(QStringLiteral("one.example")));
    const auto two = issueCertificate(requestFor(QStringLiteral("two.example")));
    const QByteArray both = one.certificatePem() + two.certificatePem();
    QByteArray windows = both;
    windows.replace("\n", "\r\n");
    QByteArray trusted = one.certificatePem();
    trusted.replace(" CERTIFICATE", " TRUSTED CERTIFICATE");
    QByteArray broken = two.certificatePem();
    broken.replace(broken.size() / 2, 1, "!");
    const QString none;
    const QString noBlock = QStringLiteral("there is no CERTIFICATE block in it");
    QTest::newRow("one PEM block") << one.certificatePem() << 1 << none;
    QTest::newRow("two PEM blocks") << both << 2 << none;
    QTest::newRow("lines end in CR LF") << windows << 2 << none;
    QTest::newRow("text around the blocks") << QByteArray("Subject: one\n\n" + both + "the end") << 2 << none;
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf" + both) << 2 << none;
    QTest::newRow("a key is skipped") << QByteArray(one.keyPem() + both) << 2 << none;
    QTest::newRow("OpenSSL's trusted form") << trusted << 1 << none;
    QTest::newRow("DER") << one.certificateDer() << 1 << none;
    QTest::newRow("nothing") << QByteArray() << 0 << QStringLiteral("it is empty");
    QTest::newRow("a key alone") << one.keyPem() << 0 << noBlock;
    QTest::newRow("text") << QByteArrayLiteral("hello") << 0
                          << QStringLiteral("it is neither PEM nor one certificate in DER");
    QTest::newRow("DER and more") << QByteArray(one.certificateDer() + "x") << 0
                                  << QStringLiteral("it is neither PEM nor one certificate in DER");
    QTest::newRow("a broken second block")
        << QByteArray(one.certificatePem() + broken) << 0 << QStringLiteral("PEM block 2 cannot be read");
    QTest::newRow("a block without an end")
        << one.certificatePem().chopped(30) << 0 << QStringLiteral("PEM block 1 cannot be read");
    QTest::newRow("a block of something else")
        << QByteArrayLiteral("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") << 0
        << QStringLiteral("PEM block 1 cannot be read");
    QTest::newRow("too long") << QByteArray(limits::rootsFile + 1, 'x') << 0
                              << QStringLiteral("it is longer than 32 MiB");
}

void CertificateTest::files()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, error);
    const PemRead read = readCertificates(content);
    QTEST(int(read.certificates.size()), "count");
    QVERIFY2(error.isEmpty() ? read.error.isEmpty() : read.error.startsWith(error), qPrintable(read.error));
    for (const QByteArray &der : read.certificates)
        QVERIFY(!readCertificate(der).subject.isEmpty());
}

MAILSEAL_TEST(CertificateTest)
#include "tst_certificate.moc"
