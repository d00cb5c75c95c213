#include "chain/chain.h"
#include "chain/chainproblems.h"
#include "chain/gnutlslibrary.h"
#include "examples/certificatefactory.h"
#include "support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mailseal;

namespace {

const QDateTime today = QDateTime::currentDateTimeUtc();

CertificateRequest host(const QString &name = QStringLiteral("mail.example"))
{
    CertificateRequest request;
    request.commonName = name;
    request.dnsNames = {name};
    return request;
}

CertificateRequest ca(const QString &name)
{
    CertificateRequest request;
    request.commonName = name;
    request.isCa = true;
    request.notBefore = today.addDays(-1000);
    request.notAfter = today.addDays(1000);
    return request;
}

template <typename Change>
CertificateRequest but(CertificateRequest request, Change change)
{
    change(request);
    return request;
}

QList<QByteArray> list(std::initializer_list<IssuedCertificate> certificates)
{
    QList<QByteArray> ders;
    for (const auto &certificate : certificates)
        ders.append(certificate.certificateDer());
    return ders;
}

QByteArray asPem(const QList<QByteArray> &ders)
{
    QByteArray text;
    for (const QByteArray &der : ders) {
        const QByteArray base64 = der.toBase64();
        text += "-----BEGIN CERTIFICATE-----\n";
        for (qsizetype at = 0; at < base64.size(); at += 64)
            text += base64.mid(at, 64) + '\n';
        text += "-----END CERTIFICATE-----\n";
    }
    return text;
}

QString saved(const QTemporaryDir &folder, const char *name, const QList<QByteArray> &ders)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(asPem(ders));
    return file.fileName();
}

/// What a command says of a chain: 0 is yes; nothing where there is no such command.
std::optional<bool> says(const QString &program, const QStringList &arguments, QByteArray &output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished())
        return std::nullopt;
    output = process.readAll();
    return process.exitCode() == 0;
}

ChainFacts judged(const QList<QByteArray> &sent, const QList<QByteArray> &anchors)
{
    return analyseChain(sent, {AnchorStore::File, QStringLiteral("test"), anchors}, today).chain;
}

const Finding *found(const QList<Finding> &problems, FindingCode code)
{
    for (const Finding &problem : problems) {
        if (problem.code == code)
            return &problem;
    }
    return nullptr;
}

} // namespace

Q_DECLARE_METATYPE(mailseal::FindingCode)

/// Chains on which the two libraries may differ: both words, each proved by that library's own command.
class LibrariesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWords_data();
    void bothWords();
    void advice_data();
    void advice();
    void fileThatBeginsWithCa();
    void pathThatOpenSslMisses();
    void stapleThatIsDemanded();
    void anotherInstant();
    void judgedAgainFromTheAnchorsKept();
    void hash();
    void libraryThatIsNotThere();

private:
    static void row(const char *name, const QList<QByteArray> &sent, const QList<QByteArray> &anchors,
                    bool openSsl, bool gnuTls, bool isPathThere = false);
    static void said(const char *name, const QList<QByteArray> &sent, const QList<QByteArray> &anchors,
                     FindingCode code, const QStringList &args, std::optional<int> depth);
};

void LibrariesTest::row(const char *name, const QList<QByteArray> &sent, const QList<QByteArray> &anchors,
                        bool openSsl, bool gnuTls, bool isPathThere)
{
    QTest::newRow(name) << sent << anchors << openSsl << gnuTls << isPathThere;
}

void LibrariesTest::bothWords_data()
{
    QTest::addColumn<QList<QByteArray>>("sent");
    QTest::addColumn<QList<QByteArray>>("anchors");
    QTest::addColumn<bool>("openSsl");
    QTest::addColumn<bool>("gnuTls");
    QTest::addColumn<bool>("isPathThere"); // although OpenSSL refuses

    const auto root = issueCertificate(ca(QStringLiteral("Root")));
    const auto other = issueCertificate(ca(QStringLiteral("Other")));
    const auto inter = issueCertificate(ca(QStringLiteral("Intermediate")), root);
    const auto leaf = issueCertificate(host(), inter);
    row("sound", list({leaf, inter}), list({root}), true, true);
    row("incomplete", list({leaf}), list({root}), false, false);

    // Cross-signed: one key, two issuers.
    const auto crossed = issueCertificate(
        but(ca(QStringLiteral("Intermediate")), [&](auto &r) { r.sameKeyAs = inter; }), other);
    row("cross-signed intermediate, the unknown issuer first: one has to turn back",
        list({leaf, crossed, inter}), list({root}), false, false, true);
    row("cross-signed intermediate, the known issuer first", list({leaf, inter, crossed}), list({root}), true,
        true);
    const auto crossedRoot =
        issueCertificate(but(ca(QStringLiteral("Root")), [&](auto &r) { r.sameKeyAs = root; }), other);
    row("cross-signed root sent, the self-signed one in the store", list({leaf, inter, crossedRoot}),
        list({root}), true, true);

    // An expired root in the store, and the same key cross-signed by a living one.
    const auto oldRoot = issueCertificate(but(ca(QStringLiteral("Root")), [&](auto &r) {
        r.sameKeyAs = root;
        r.notAfter = today.addDays(-5);
    }));
    row("the old root in the store has expired", list({leaf, inter}), list({oldRoot}), false, false);
    row("the old root has expired, its key lives on cross-signed", list({leaf, inter, crossedRoot}),
        list({oldRoot, other}), false, true, true);
    row("the old root has expired, a new one of the same key stands behind it", list({leaf, inter}),
        list({oldRoot, root}), true, true);

    // The same key and name, first in a certificate that breaks the path, then in a sound one.
    const auto twice = [&](const char *name, auto change, bool openSsl, bool gnuTls) {
        const auto broken = issueCertificate(but(ca(QStringLiteral("Intermediate")),
                                                 [&](auto &r) {
                                                     r.sameKeyAs = inter;
                                                     change(r);
                                                 }),
                                             root);
        row(name, list({leaf, broken, inter}), list({root}), openSsl, gnuTls, !openSsl);
    };
    twice(
        "first one that excludes the name", [](auto &r) { r.nameConstraints = "excluded;DNS:example"; },
        false, false);
    twice(
        "first one that may not issue", [](auto &r) { r.mayIssue = false; }, false, false);
    twice(
        "first one that is no CA", [](auto &r) { r.isCa = false; }, false, false);
    twice(
        "first one that has expired", [](auto &r) { r.notAfter = today.addDays(-1); }, true, false);
    twice(
        "first one with an unknown critical extension", [](auto &r) { r.unknownCritical = true; }, false,
        false);

    // Key identifiers.
    const auto otherId =
        issueCertificate(but(host(), [](auto &r) { r.issuerKeyId = "0102030405060708"; }), inter);
    row("the key identifier asked for is another one's", list({otherId, inter}), list({root}), false, false);

    // Name constraints.
    const auto excluding =
        issueCertificate(but(ca(QStringLiteral("Excluding")),
                             [](auto &r) { r.nameConstraints = "excluded;DNS:mail.example"; }),
                         root);
    row("an excluded name", list({issueCertificate(host(), excluding), excluding}), list({root}), false,
        false);
    const auto wild = issueCertificate(host(QStringLiteral("*.example")), excluding);
    row("a wildcard that covers an excluded name: both look at its text", list({wild, excluding}),
        list({root}), true, true);
    const auto permitting =
        issueCertificate(but(ca(QStringLiteral("Permitting")),
                             [](auto &r) { r.nameConstraints = "permitted;DNS:example.org"; }),
                         root);
    row("a name that is not permitted", list({issueCertificate(host(), permitting), permitting}),
        list({root}), false, false);
    row("a name that is permitted",
        list({issueCertificate(host(QStringLiteral("mx.example.org")), permitting), permitting}),
        list({root}), true, true);

    // Signatures, purposes, versions, extensions.
    const auto sha1 = issueCertificate(but(host(), [](auto &r) { r.sha1 = true; }), inter);
    row("SHA-1", list({sha1, inter}), list({root}), true, false);
    const auto client = issueCertificate(but(host(), [](auto &r) { r.serverAuth = false; }), inter);
    row("for clients alone", list({client, inter}), list({root}), false, true);
    const auto critical = issueCertificate(but(host(), [](auto &r) { r.unknownCritical = true; }), inter);
    row("an unknown critical extension", list({critical, inter}), list({root}), false, false);
    const auto versionOne = issueCertificate(but(host(), [](auto &r) { r.versionOne = true; }), inter);
    row("version 1 with extensions", list({versionOne, inter}), list({root}), true, false);
}

namespace {

/// Where the contents of the DER element at `at` begin.
qsizetype insideOf(const QByteArray &der, qsizetype at)
{
    constexpr uchar longForm = 0x80;
    const auto length = static_cast<uchar>(der.at(at + 1));
    return at + 2 + ((length & longForm) != 0 ? length & 0x7F : 0);
}

/// Whether a row could be made here: OpenSSL 3.5 signs whatever has extensions as version 3.
bool isAsItsNameSays(const QList<QByteArray> &sent)
{
    constexpr auto explicitVersion = static_cast<char>(0xA0); // RFC 5280 §4.1: absent in version 1
    const QByteArray &leaf = sent.constFirst();
    const bool isVersionOne = leaf.at(insideOf(leaf, insideOf(leaf, 0))) != explicitVersion;
    return isVersionOne || !QByteArray(QTest::currentDataTag()).contains("version 1");
}

} // namespace

void LibrariesTest::bothWords()
{
    QFETCH(const QList<QByteArray>, sent);
    if (!isAsItsNameSays(sent))
        QSKIP("OpenSSL makes no certificate of version 1 with extensions here");
    QFETCH(const QList<QByteArray>, anchors);
    const ChainFacts chain = judged(sent, anchors);
    QTEST(chain.trusted, "openSsl");
    QVERIFY(chain.gnutls && chain.gnutls->trusted);
    QVERIFY(!chain.gnutls->version.isEmpty());
    QTEST(*chain.gnutls->trusted, "gnuTls");
    QCOMPARE(chain.gnutls->problems.isEmpty(), *chain.gnutls->trusted);
    QFETCH(const bool, isPathThere);
    QCOMPARE(found(chain.problems, FindingCode::PathMissed) != nullptr, isPathThere);
    if (isPathThere)
        QVERIFY(!found(chain.problems, FindingCode::IncompleteChain));
    // Where they differ it is said who is who, else not.
    QFETCH(const bool, openSsl);
    QFETCH(const bool, gnuTls);
    QCOMPARE(found(chain.problems, FindingCode::OnlyOpenSslTrusts) != nullptr, openSsl && !gnuTls);
    QCOMPARE(found(chain.problems, FindingCode::OnlyGnuTlsTrusts) != nullptr, !openSsl && gnuTls);

    const QTemporaryDir folder;
    const QString anchorsFile = saved(folder, "anchors.pem", anchors);
    QStringList arguments{QStringLiteral("verify"),      QStringLiteral("-no-CApath"),
                          QStringLiteral("-no-CAstore"), QStringLiteral("-purpose"),
                          QStringLiteral("sslserver"),   QStringLiteral("-auth_level"),
                          QStringLiteral("0"),           QStringLiteral("-partial_chain"),
                          QStringLiteral("-trusted"),    anchorsFile};
    if (sent.size() > 1)
        arguments << QStringLiteral("-untrusted") << saved(folder, "others.pem", sent.mid(1));
    arguments << saved(folder, "leaf.pem", sent.mid(0, 1));
    QByteArray output;
    if (const auto yes = says(QStringLiteral("openssl"), arguments, output))
        QVERIFY2(*yes == openSsl, output.constData());
    const auto yes = says(QStringLiteral("certtool"),
                          {QStringLiteral("--verify"), QStringLiteral("--verify-profile=low"),
                           QStringLiteral("--load-ca-certificate=") + anchorsFile,
                           QStringLiteral("--infile=") + saved(folder, "chain.pem", sent)},
                          output);
    if (yes)
        QVERIFY2(*yes == gnuTls, output.constData());
}

void LibrariesTest::said(const char *name, const QList<QByteArray> &sent, const QList<QByteArray> &anchors,
                         FindingCode code, const QStringList &args, std::optional<int> depth)
{
    QTest::newRow(name) << sent << anchors << code << args << depth.value_or(-1);
}

void LibrariesTest::advice_data()
{
    QTest::addColumn<QList<QByteArray>>("sent");
    QTest::addColumn<QList<QByteArray>>("anchors");
    QTest::addColumn<FindingCode>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<int>("depth");
    const QString name = QStringLiteral("CN=mail.example");
    const QString sentCopy = QStringLiteral("sent");
    const QString storeCopy = QStringLiteral("store");
    const auto root = issueCertificate(ca(QStringLiteral("Root")));
    const auto inter = issueCertificate(ca(QStringLiteral("Intermediate")), root);
    const auto leaf = issueCertificate(host(), inter);
    const auto numbered =
        issueCertificate(but(ca(QStringLiteral("Numbered")), [](auto &r) { r.keyId = "aabbccdd"; }), root);
    const auto asking = issueCertificate(but(host(), [](auto &r) { r.issuerKeyId = "01020304"; }), numbered);
    said("another key identifier, as sent", list({asking, numbered}), list({root}),
         FindingCode::IssuerKeyIdDiffers,
         {sentCopy, name, QStringLiteral("CN=Numbered"), QStringLiteral("01020304"),
          QStringLiteral("aabbccdd")},
         0);
    said("another key identifier, in the store", list({asking}), list({numbered}),
         FindingCode::IssuerKeyIdDiffers,
         {storeCopy, name, QStringLiteral("CN=Numbered"), QStringLiteral("01020304"),
          QStringLiteral("aabbccdd")},
         0);
    const auto misnamed = issueCertificate(
        but(host(), [](auto &r) { r.issuerName = QStringLiteral("Intermediate CA"); }), inter);
    said("signed by it, named otherwise", list({misnamed, inter}), list({root}),
         FindingCode::IssuerNameDiffers,
         {sentCopy, name, QStringLiteral("CN=Intermediate"), QStringLiteral("CN=Intermediate CA")}, 0);
    const auto impostor = issueCertificate(ca(QStringLiteral("Intermediate")), root);
    said("of that name, another key", list({leaf, impostor}), list({root}), FindingCode::IssuerKeyDiffers,
         {sentCopy, name, QStringLiteral("CN=Intermediate")}, 0);
    const auto namesake = issueCertificate(ca(QStringLiteral("Root")));
    said("of that name, another key, in the store", list({leaf, inter}), list({namesake}),
         FindingCode::IssuerKeyDiffers,
         {storeCopy, QStringLiteral("CN=Intermediate"), QStringLiteral("CN=Root")}, 1);
    const QDateTime ended = today.addDays(-5);
    const auto oldRoot = issueCertificate(but(ca(QStringLiteral("Root")), [&](auto &r) {
        r.sameKeyAs = root;
        r.notAfter = ended;
    }));
    said("an expired root in the store: nothing to renew", list({leaf, inter}), list({oldRoot}),
         FindingCode::AnchorExpired, {ended.toString(Qt::ISODate), QStringLiteral("CN=Root")}, std::nullopt);
    said("an expired root in the store, sent as well", list({leaf, inter, oldRoot}), list({oldRoot}),
         FindingCode::AnchorExpired, {ended.toString(Qt::ISODate), QStringLiteral("CN=Root")}, 2);
    said("an unknown root: the intermediate was sent", list({leaf, inter}), {}, FindingCode::UnknownIssuer,
         {QStringLiteral("CN=Root"), QStringLiteral("CN=Intermediate")}, 1);
    said("the intermediate was not sent", list({leaf}), list({root}), FindingCode::IncompleteChain,
         {QStringLiteral("CN=Intermediate")}, 0);
    const auto excluding = issueCertificate(
        but(ca(QStringLiteral("Excluding")), [](auto &r) { r.nameConstraints = "excluded;DNS:example"; }),
        root);
    said("an excluded name is named", list({issueCertificate(host(), excluding), excluding}), list({root}),
         FindingCode::NameExcluded,
         {QStringLiteral("DNS:mail.example"), QStringLiteral("CN=Excluding"), QStringLiteral("DNS:example")},
         0);
    const auto permitting = issueCertificate(
        but(ca(QStringLiteral("Permitting")),
            [](auto &r) { r.nameConstraints = "permitted;DNS:example.org,permitted;DNS:example.net"; }),
        root);
    said("the permitted names are named", list({issueCertificate(host(), permitting), permitting}),
         list({root}), FindingCode::NameNotPermitted,
         {QStringLiteral("DNS:mail.example"), QStringLiteral("CN=Permitting"),
          QStringLiteral("DNS:example.org, DNS:example.net")},
         0);
    const auto addresses =
        issueCertificate(but(ca(QStringLiteral("Addresses")),
                             [](auto &r) { r.nameConstraints = "excluded;IP:192.0.2.0/255.255.255.0"; }),
                         root);
    said("an excluded address",
         list({issueCertificate(but(host(), [](auto &r) { r.ipAddresses = {QStringLiteral("192.0.2.7")}; }),
                                addresses),
               addresses}),
         list({root}), FindingCode::NameExcluded,
         {QStringLiteral("IP Address:192.0.2.7"), QStringLiteral("CN=Addresses"),
          QStringLiteral("IP:192.0.2.0/255.255.255.0")},
         0);
    said("the critical extension is named",
         list({issueCertificate(but(host(), [](auto &r) { r.unknownCritical = true; }), inter), inter}),
         list({root}), FindingCode::CriticalExtension, {name, QStringLiteral("1.2.3.4.5")}, 0);
    said("version 1 with extensions",
         list({issueCertificate(but(host(), [](auto &r) { r.versionOne = true; }), inter), inter}),
         list({root}), FindingCode::MisplacedExtensions, {name, QStringLiteral("1")}, 0);
}

void LibrariesTest::advice()
{
    QFETCH(const QList<QByteArray>, sent);
    if (!isAsItsNameSays(sent))
        QSKIP("OpenSSL makes no certificate of version 1 with extensions here");
    QFETCH(const QList<QByteArray>, anchors);
    QFETCH(const FindingCode, code);
    QFETCH(const int, depth);
    const ChainFacts chain = judged(sent, anchors);
    const Finding *finding = found(chain.problems, code);
    QVERIFY(finding);
    QTEST(finding->args, "args");
    QCOMPARE(finding->depth.value_or(-1), depth);
    // One cause, one advice: what does not fit is neither missing nor superfluous, and nothing is renewed for
    // another's fault.
    if (code != FindingCode::IncompleteChain)
        QVERIFY(!found(chain.problems, FindingCode::IncompleteChain));
    QVERIFY(!found(chain.problems, FindingCode::SurplusCertificate));
    QVERIFY(!found(chain.problems, FindingCode::Expired));
}

void LibrariesTest::fileThatBeginsWithCa()
{
    const auto root = issueCertificate(ca(QStringLiteral("Root")));
    const auto inter = issueCertificate(ca(QStringLiteral("Intermediate")), root);
    const auto leaf = issueCertificate(host(), inter);
    const auto bare = issueCertificate(ca(QStringLiteral("Elsewhere")));
    struct Bundle
    {
        QList<QByteArray> sent;
        QString own;
        QString order;
    };
    const Bundle bundles[]{
        {list({inter, leaf}), QStringLiteral("2"), QStringLiteral("2. CN=mail.example → 1. CN=Intermediate")},
        {list({root, inter, leaf}), QStringLiteral("3"),
         QStringLiteral("3. CN=mail.example → 2. CN=Intermediate")},
        {list({bare, leaf, inter}), QStringLiteral("2"),
         QStringLiteral("2. CN=mail.example → 3. CN=Intermediate")},
    };
    for (const Bundle &bundle : bundles) {
        const ChainFacts chain = judged(bundle.sent, list({root}));
        const Finding *first = found(chain.problems, FindingCode::CaFirst);
        QVERIFY(first);
        QCOMPARE(first->args.at(1), bundle.own);
        QCOMPARE(first->args.at(2), QStringLiteral("CN=mail.example"));
        const Finding *order = found(chain.problems, FindingCode::OrderToWrite);
        QVERIFY(order);
        QCOMPARE(order->args, QStringList{bundle.order});
        QVERIFY(!chain.ordered);
        for (const Finding &problem : chain.problems) {
            const bool isOwn = problem.depth == bundle.own.toInt() - 1;
            QVERIFY(!(isOwn && problem.code == FindingCode::SurplusCertificate));
            QVERIFY(problem.code != FindingCode::WrongPurpose);
            QVERIFY(problem.code != FindingCode::SelfSignedLeaf);
        }
    }
    // Its own CA as a server's certificate is common, and is no bundle in the wrong order.
    const auto own = issueCertificate(but(ca(QStringLiteral("mail.example")),
                                          [](auto &r) { r.dnsNames = {QStringLiteral("mail.example")}; }));
    QVERIFY(!found(judged(list({own}), {}).problems, FindingCode::CaFirst));
    QVERIFY(!found(judged(list({own, leaf}), {}).problems, FindingCode::CaFirst));
}

void LibrariesTest::pathThatOpenSslMisses()
{
    const auto root = issueCertificate(ca(QStringLiteral("Root")));
    const auto other = issueCertificate(ca(QStringLiteral("Other")));
    const auto inter = issueCertificate(ca(QStringLiteral("Intermediate")), root);
    const auto crossed = issueCertificate(
        but(ca(QStringLiteral("Intermediate")), [&](auto &r) { r.sameKeyAs = inter; }), other);
    const auto leaf = issueCertificate(host(), inter);
    const ChainFacts chain = judged(list({leaf, crossed, inter}), list({root}));
    QVERIFY(!chain.trusted);
    const Finding *missed = found(chain.problems, FindingCode::PathMissed);
    QVERIFY(missed);
    QCOMPARE(missed->args.first(), QStringLiteral("CN=mail.example → CN=Intermediate → CN=Root"));
    QCOMPARE(missed->args.at(1), QStringLiteral("2. CN=Intermediate"));
    QCOMPARE(missed->depth, std::optional<int>(1)); // the one that leads astray
    QVERIFY(!found(chain.problems, FindingCode::IncompleteChain));
    QVERIFY(!found(chain.problems, FindingCode::UnknownIssuer));
    const Finding *order = found(chain.problems, FindingCode::OrderToWrite);
    QVERIFY(order);
    QCOMPARE(order->args, QStringList{QStringLiteral("1. CN=mail.example → 3. CN=Intermediate")});
    // The old root in the store is found first, and its key lives on below another.
    const auto oldRoot = issueCertificate(but(ca(QStringLiteral("Root")), [&](auto &r) {
        r.sameKeyAs = root;
        r.notAfter = today.addDays(-5);
    }));
    const auto crossedRoot =
        issueCertificate(but(ca(QStringLiteral("Root")), [&](auto &r) { r.sameKeyAs = root; }), other);
    const ChainFacts old = judged(list({leaf, inter, crossedRoot}), list({oldRoot, other}));
    QVERIFY(found(old.problems, FindingCode::PathMissed));
    QVERIFY(found(old.problems, FindingCode::AnchorExpired));
    QVERIFY(!found(old.problems, FindingCode::Expired));
    // What is said helps: written in that order the chain is trusted.
    QVERIFY(judged(list({leaf, inter}), list({root})).trusted);
}

void LibrariesTest::stapleThatIsDemanded()
{
    const auto root = issueCertificate(ca(QStringLiteral("Root")));
    const auto leaf = issueCertificate(but(host(), [](auto &r) { r.mustStaple = true; }), root);
    const TrustAnchors anchors{AnchorStore::File, QStringLiteral("test"), list({root})};
    const auto with = [&](std::optional<bool> isStapled) {
        return analyseChain(list({leaf}), anchors, today, isStapled).chain;
    };
    QVERIFY(with(true).problems.isEmpty());
    QVERIFY(with(std::nullopt).problems.isEmpty()); // nobody knows
    const ChainFacts without = with(false);
    QVERIFY(found(without.problems, FindingCode::MustStapleUnmet));
    QVERIFY(without.trusted); // OpenSSL does not look
    QCOMPARE(without.gnutls->trusted, std::optional(false));
}

void LibrariesTest::anotherInstant()
{
    // The clock is an argument of both, in every thread.
    const auto root = issueCertificate(but(ca(QStringLiteral("Root")), [](auto &r) {
        r.notBefore = today.addDays(-4000);
        r.notAfter = today.addDays(4000);
    }));
    const auto leaf = issueCertificate(host(), root);
    const TrustAnchors anchors{AnchorStore::File, QStringLiteral("test"), list({root})};
    for (const int days : {-400, 0, 400}) {
        const ChainFacts chain = analyseChain(list({leaf}), anchors, today.addDays(days)).chain;
        QCOMPARE(chain.trusted, days == 0);
        QCOMPARE(chain.gnutls->trusted, std::optional(days == 0));
    }
}

void LibrariesTest::judgedAgainFromTheAnchorsKept()
{
    const auto root = issueCertificate(ca(QStringLiteral("Root")));
    const auto oldRoot = issueCertificate(but(ca(QStringLiteral("Root")), [&](auto &r) {
        r.sameKeyAs = root;
        r.notAfter = today.addDays(-5);
    }));
    const auto other = issueCertificate(ca(QStringLiteral("Other")));
    const auto inter = issueCertificate(ca(QStringLiteral("Intermediate")), root);
    const auto crossed = issueCertificate(
        but(ca(QStringLiteral("Intermediate")), [&](auto &r) { r.sameKeyAs = inter; }), other);
    const auto leaf = issueCertificate(host(), inter);
    for (const auto &sent : {list({leaf, inter}), list({leaf, crossed, inter}), list({leaf})}) {
        for (const auto &anchors :
             {list({root}), list({oldRoot}), list({oldRoot, other}), list({other, root})}) {
            const auto first =
                analyseChain(sent, {AnchorStore::File, QStringLiteral("test"), anchors}, today);
            const auto again =
                analyseChain(sent, {AnchorStore::Saved, QStringLiteral("test"), first.usedAnchors}, today);
            QCOMPARE(again.chain, first.chain);
        }
    }
}

void LibrariesTest::hash()
{
    const auto root =
        issueCertificate(but(ca(QStringLiteral("Root")), [](auto &r) { r.key = KeyKind::Rsa2048; }));
    const auto pss = issueCertificate(but(host(),
                                          [](auto &r) {
                                              r.pss = true;
                                              r.sha1 = true;
                                          }),
                                      root);
    const ChainFacts chain = judged(list({pss}), list({root}));
    QCOMPARE(chain.sent.first().signature, QStringLiteral("rsassaPss, SHA1"));
    const Finding *weak = found(chain.problems, FindingCode::WeakSignature);
    QVERIFY(weak);
    QCOMPARE(weak->args.first(), QStringLiteral("rsassaPss, SHA1"));
}

/// It is said, and is never fine.
void LibrariesTest::libraryThatIsNotThere()
{
    QVERIFY(!gnutls::load(QStringLiteral("mailseal-no-such-library")));
    QVERIFY(!gnutls::load(QStringLiteral("m"))); // one that has none of its functions
    QVERIFY(gnutls::load(QStringLiteral("gnutls")));

    const auto root = issueCertificate(ca(QStringLiteral("Root")));
    const auto leaf = issueCertificate(host(), root);
    ChainFacts chain = judged(list({leaf}), list({root}));
    QVERIFY(chain.problems.isEmpty());
    chain.gnutls = LibraryWord{};
    const SentChain sent(list({leaf}));
    BuiltPath path;
    path.certificates = list({leaf, root});
    path.endsAtAnchor = true;
    const QList<Finding> problems =
        chainProblems({sent, path, chain, {}, std::nullopt, std::nullopt, std::nullopt, today});
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().code, FindingCode::GnuTlsNotAsked);
    QCOMPARE(problems.first().severity, Severity::Notice);
}

MAILSEAL_TEST(LibrariesTest)
#include "tst_libraries.moc"
