#include "chain/chain.h"
#include "examples/certificatefactory.h"
#include "inspector/inspector.h"
#include "policy/senders.h"
#include "policy/variants.h"
#include "support/testprogram.h"
#include "values/utc.h"
#include "wire/wire.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace mailseal;

namespace {

const QString hostName = QStringLiteral("mail.example");

CertificateRequest hostRequest()
{
    CertificateRequest request;
    request.commonName = hostName;
    request.dnsNames = {hostName};
    return request;
}

IssuedCertificate anchorCertificate()
{
    CertificateRequest request;
    request.commonName = QStringLiteral("Root");
    request.isCa = true;
    request.notBefore = QDateTime::currentDateTimeUtc().addDays(-100);
    return issueCertificate(request);
}

/// A session that completed, with that certificate.
Evidence sessionWith(const IssuedCertificate &leaf)
{
    Evidence evidence;
    evidence.target.host = hostName;
    evidence.target.serverName = hostName;
    evidence.target.service = Service::Smtp;
    evidence.session.end = EndReason::Completed;
    evidence.session.tls = TlsFacts{};
    evidence.session.tls->cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    evidence.session.sentChain = QList<QByteArray>{leaf.certificateDer()};
    return evidence;
}

Inspection judgedWith(const Evidence &evidence, const IssuedCertificate &anchor)
{
    return judgeEvidence(evidence, {AnchorStore::File, QStringLiteral("test"), {anchor.certificateDer()}},
                         QDateTime::currentDateTimeUtc());
}

const Verdict &verdictUnder(const QList<Verdict> &verdicts, PolicyId policy)
{
    const auto at = std::find_if(verdicts.begin(), verdicts.end(),
                                 [policy](const Verdict &one) { return one.policy == policy; });
    if (at == verdicts.end())
        qFatal("no verdict");
    return *at;
}

const Finding *of(const QList<Finding> &all, FindingCode code)
{
    const auto at =
        std::find_if(all.begin(), all.end(), [code](const Finding &one) { return one.code == code; });
    return at == all.end() ? nullptr : &*at;
}

SenderProfile senderWith(const char *library)
{
    const auto read = readSenderProfile(QByteArrayLiteral(R"({"id": "x", "name": "X", "without": "webpki",
        "dane": "no", "mta-sts": "no", "library": "LIBRARY",
        "sources": [{"where": "a test", "date": "2026-11-29", "says": "so"}]})")
                                            .replace("LIBRARY", library));
    if (const auto *wrong = std::get_if<QString>(&read))
        qFatal("%s", qPrintable(*wrong));
    return std::get<SenderProfile>(read);
}

} // namespace

/// Where the libraries differ each sender has its own verdict, and the rows say so.
class SecondLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdictsNameTheOther_data();
    void verdictsNameTheOther();
    void whereTheyAgreeNothingIsAdded();
    void stapleThatIsDemanded();
    void handshake_data();
    void handshake();
    void fieldInput();
    void profileOfAnUnknownLibrary();
};

void SecondLibraryTest::verdictsNameTheOther_data()
{
    QTest::addColumn<bool>("sha1"); // else for clients alone
    QTest::addColumn<Delivery>("openSsl");
    QTest::addColumn<Delivery>("gnuTls");
    // What OpenSSL takes for a path, Postfix refuses at the level at which it verifies: nothing differs.
    QTest::newRow("SHA-1: both refuse") << true << Delivery::Deferred << Delivery::Deferred;
    QTest::newRow("for clients alone: OpenSSL refuses")
        << false << Delivery::Deferred << Delivery::Authenticated;
}

void SecondLibraryTest::verdictsNameTheOther()
{
    QFETCH(const bool, sha1);
    QFETCH(const Delivery, openSsl);
    QFETCH(const Delivery, gnuTls);
    const auto root = anchorCertificate();
    CertificateRequest request = hostRequest();
    request.sha1 = sha1;
    request.serverAuth = sha1;
    const Evidence evidence = sessionWith(issueCertificate(request, root));
    const Inspection inspection = judgedWith(evidence, root);
    const QList<Verdict> byGnuTls = judgeByGnuTls(inspection);
    const Verdict &verdict = verdictUnder(inspection.verdicts, PolicyId::WebPki);
    const Verdict &other = verdictUnder(byGnuTls, PolicyId::WebPki);
    QCOMPARE(verdict.delivery, openSsl);
    QCOMPARE(other.delivery, gnuTls);
    const Finding *differs = of(verdict.because, FindingCode::GnuTlsDiffers);
    QCOMPARE(differs != nullptr, openSsl != gnuTls);
    if (differs)
        QCOMPARE(differs->args, QStringList{toWire(gnuTls)});
    // Who checks no certificate does not care.
    const Verdict &plain = verdictUnder(inspection.verdicts, PolicyId::Opportunistic);
    QVERIFY(!of(plain.because, FindingCode::GnuTlsDiffers));
    // The reasons of the other verdict are the other library's.
    QCOMPARE(of(other.because, FindingCode::WeakSignature) != nullptr, sha1);
    QVERIFY(!of(other.because, FindingCode::WrongPurpose));
    // Each sender by its own library.
    QCOMPARE(judgeSender(senderWith("openssl"), inspection.verdicts, evidence).delivery, openSsl);
    QCOMPARE(judgeSender(senderWith("gnutls"), byGnuTls, evidence).delivery, gnuTls);
}

void SecondLibraryTest::whereTheyAgreeNothingIsAdded()
{
    const auto root = anchorCertificate();
    const Inspection inspection = judgedWith(sessionWith(issueCertificate(hostRequest(), root)), root);
    QVERIFY(inspection.chain->trusted);
    QCOMPARE(inspection.chain->gnutls->trusted, std::optional(true));
    QVERIFY(inspection.chain->problems.isEmpty());
    QVERIFY(judgeByGnuTls(inspection).isEmpty());
    QVERIFY(!of(verdictUnder(inspection.verdicts, PolicyId::WebPki).because, FindingCode::GnuTlsDiffers));
}

void SecondLibraryTest::stapleThatIsDemanded()
{
    const auto root = anchorCertificate();
    CertificateRequest request = hostRequest();
    request.mustStaple = true;
    Evidence evidence = sessionWith(issueCertificate(request, root));
    const Inspection without = judgedWith(evidence, root);
    QVERIFY(of(without.chain->problems, FindingCode::MustStapleUnmet));
    const Verdict &verdict = verdictUnder(without.verdicts, PolicyId::WebPki);
    QCOMPARE(verdict.delivery, Delivery::Authenticated); // OpenSSL does not look
    QVERIFY(of(verdict.because, FindingCode::MustStapleUnmet));
    QVERIFY(of(verdict.because, FindingCode::GnuTlsDiffers));
    // Nobody watched the handshake: not known, so not said.
    evidence.session.tls->clientCertificateRequested.reset();
    QVERIFY(!of(judgedWith(evidence, root).chain->problems, FindingCode::MustStapleUnmet));
}

void SecondLibraryTest::handshake_data()
{
    QTest::addColumn<QString>("keyExchange");
    QTest::addColumn<QString>("signature");
    QTest::addColumn<bool>("weakGroup");
    QTest::addColumn<bool>("weakSignature");
    const auto row = [](const char *name, const char *group, const char *signature, bool weak, bool sha1) {
        QTest::newRow(name) << QString::fromLatin1(group) << QString::fromLatin1(signature) << weak << sha1;
    };
    row("X25519", "X25519", "ecdsa_secp256r1_sha256", false, false);
    row("DHE of 1024 bits", "DH-1024", "rsa_pkcs1_sha256", true, false);
    row("DHE of 2048 bits", "DH-2048", "rsa_pkcs1_sha256", false, false);
    row("a named group", "ffdhe2048", "rsa_pkcs1_sha256", false, false);
    row("SHA-1 with RSA", "P-256", "rsa_pkcs1_sha1", false, true);
    row("SHA-1 with ECDSA, 768 bits", "DH-768", "ecdsa_sha1", true, true);
    row("nothing known", "", "", false, false);
}

void SecondLibraryTest::handshake()
{
    QFETCH(const QString, keyExchange);
    QFETCH(const QString, signature);
    QFETCH(const bool, weakGroup);
    QFETCH(const bool, weakSignature);
    const auto root = anchorCertificate();
    Evidence evidence = sessionWith(issueCertificate(hostRequest(), root));
    evidence.session.tls->protocol = TlsProtocol::TlsV1_2;
    evidence.session.tls->keyExchange = keyExchange;
    evidence.session.tls->signature = signature;
    const Inspection inspection = judgedWith(evidence, root);
    for (const PolicyId policy : {PolicyId::Opportunistic, PolicyId::Encrypt, PolicyId::WebPki}) {
        const QList<Finding> &because = verdictUnder(inspection.verdicts, policy).because;
        const Finding *group = of(because, FindingCode::WeakKeyExchange);
        const Finding *scheme = of(because, FindingCode::WeakHandshakeSignature);
        QCOMPARE(group != nullptr, weakGroup);
        QCOMPARE(scheme != nullptr, weakSignature);
        if (group)
            QCOMPARE(group->args, QStringList{keyExchange});
        if (scheme)
            QCOMPARE(scheme->args, QStringList{signature});
    }
}

/// Public reports made anew: the file begins with a CA.
void SecondLibraryTest::fieldInput()
{
    const auto read = [](const char *name) {
        QFile file(QStringLiteral(MAILSEAL_SOURCE_DIR "/tests/data/field/ca-first/") +
                   QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? readCertificates(file.readAll()).certificates
                                              : QList<QByteArray>();
    };
    const QList<QByteArray> sent = read("chain.pem");
    QCOMPARE(sent.size(), 2);
    const QDateTime at = utc(QDate(2026, 11, 29), QTime(12, 0));
    const ChainFacts chain =
        analyseChain(sent, {AnchorStore::File, QStringLiteral("roots"), read("roots.pem")}, at).chain;
    const Finding *first = of(chain.problems, FindingCode::CaFirst);
    QVERIFY(first);
    QCOMPARE(first->args.at(1), QStringLiteral("2"));
    QCOMPARE(first->args.at(2), QStringLiteral("CN=mx.example.test"));
    QVERIFY(!of(chain.problems, FindingCode::SurplusCertificate));
    QVERIFY(of(chain.problems, FindingCode::OrderToWrite));
}

void SecondLibraryTest::profileOfAnUnknownLibrary()
{
    const auto read = readSenderProfile(QByteArrayLiteral(R"({"id": "x", "name": "X", "without": null,
        "dane": "no", "mta-sts": "no", "library": "another",
        "sources": [{"where": "a test", "date": "2026-11-29", "says": "so"}]})"));
    QCOMPARE(std::get<QString>(read), QStringLiteral("library is openssl or gnutls"));
}

MAILSEAL_TEST(SecondLibraryTest)
#include "tst_secondlibrary.moc"
