#include "chain/chain.h"
#include "core/examples/smtpclient.h"
#include "examples/certificatefactory.h"
#include "examples/smtpserver.h"
#include "support/testprogram.h"
#include "values/utc.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mailseal;

namespace {

const QDateTime now = QDateTime::currentDateTimeUtc();

CertificateRequest server(const QString &name = QStringLiteral("mail.example"))
{
    CertificateRequest request;
    request.commonName = name;
    request.dnsNames = {name};
    return request;
}

CertificateRequest authority(const QString &name)
{
    CertificateRequest request;
    request.commonName = name;
    request.isCa = true;
    request.notBefore = now.addDays(-1000);
    request.notAfter = now.addDays(1000);
    return request;
}

template <typename Change>
CertificateRequest with(CertificateRequest request, Change change)
{
    change(request);
    return request;
}

/// The sound chain that every fault departs from.
struct Pki
{
    IssuedCertificate root = issueCertificate(authority(QStringLiteral("Root")));
    IssuedCertificate inter = issueCertificate(authority(QStringLiteral("Intermediate")), root);
    IssuedCertificate leaf = issueCertificate(server(), inter);
    IssuedCertificate strangerRoot = issueCertificate(authority(QStringLiteral("Stranger")));
    IssuedCertificate stranger = issueCertificate(server(QStringLiteral("other.example")), strangerRoot);
    IssuedCertificate selfSigned = issueCertificate(server());
};

const Pki &pki()
{
    static const Pki made;
    return made;
}

QList<QByteArray> chainOf(std::initializer_list<IssuedCertificate> certificates)
{
    QList<QByteArray> ders;
    for (const auto &certificate : certificates)
        ders.append(certificate.certificateDer());
    return ders;
}

TrustAnchors anchorsOf(const QList<QByteArray> &ders)
{
    return {AnchorStore::File, QStringLiteral("test"), ders};
}

QString codeName(FindingCode code)
{
    static const QHash<FindingCode, QString> names{
        {FindingCode::SelfSignedLeaf, QStringLiteral("self-signed-leaf")},
        {FindingCode::UntrustedRoot, QStringLiteral("untrusted-root")},
        {FindingCode::IncompleteChain, QStringLiteral("incomplete-chain")},
        {FindingCode::Expired, QStringLiteral("expired")},
        {FindingCode::NotYetValid, QStringLiteral("not-yet-valid")},
        {FindingCode::ExpiresSoon, QStringLiteral("expires-soon")},
        {FindingCode::WeakKey, QStringLiteral("weak-key")},
        {FindingCode::WeakSignature, QStringLiteral("weak-signature")},
        {FindingCode::MisorderedChain, QStringLiteral("misordered-chain")},
        {FindingCode::SurplusCertificate, QStringLiteral("surplus-certificate")},
        {FindingCode::DuplicateCertificate, QStringLiteral("duplicate-certificate")},
        {FindingCode::RootSent, QStringLiteral("root-sent")},
        {FindingCode::WrongPurpose, QStringLiteral("wrong-purpose")},
        {FindingCode::InvalidCa, QStringLiteral("invalid-ca")},
        {FindingCode::UnreadableCertificate, QStringLiteral("unreadable-certificate")},
        {FindingCode::ChainInvalid, QStringLiteral("chain-invalid")},
        {FindingCode::NoCertificate, QStringLiteral("no-certificate")},
        {FindingCode::CaFirst, QStringLiteral("ca-first")},
        {FindingCode::IssuerExpired, QStringLiteral("issuer-expired")},
        {FindingCode::AnchorExpired, QStringLiteral("anchor-expired")},
        {FindingCode::UnknownIssuer, QStringLiteral("unknown-issuer")},
        {FindingCode::IssuerKeyIdDiffers, QStringLiteral("issuer-key-id-differs")},
        {FindingCode::IssuerNameDiffers, QStringLiteral("issuer-name-differs")},
        {FindingCode::IssuerKeyDiffers, QStringLiteral("issuer-key-differs")},
        {FindingCode::PathMissed, QStringLiteral("path-missed")},
        {FindingCode::NameExcluded, QStringLiteral("name-excluded")},
        {FindingCode::NameNotPermitted, QStringLiteral("name-not-permitted")},
        {FindingCode::CriticalExtension, QStringLiteral("critical-extension")},
        {FindingCode::MisplacedExtensions, QStringLiteral("misplaced-extensions")},
        {FindingCode::MustStapleUnmet, QStringLiteral("must-staple-unmet")},
        {FindingCode::OrderToWrite, QStringLiteral("order-to-write")},
        {FindingCode::OnlyOpenSslTrusts, QStringLiteral("only-openssl-trusts")},
        {FindingCode::OnlyGnuTlsTrusts, QStringLiteral("only-gnutls-trusts")},
        {FindingCode::GnuTlsNotAsked, QStringLiteral("gnutls-not-asked")},
    };
    return names.value(code, QStringLiteral("another"));
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::Notice:
        return QStringLiteral("notice");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}

/// "expired@0 error, misordered-chain warning"
QString spoken(const QList<Finding> &problems)
{
    QStringList texts;
    for (const Finding &problem : problems) {
        const QString place = problem.depth ? QStringLiteral("@%1").arg(*problem.depth) : QString();
        texts.append(codeName(problem.code) + place + u' ' + severityName(problem.severity));
    }
    return texts.join(QLatin1StringView(", "));
}

QString spoken(std::optional<SelfSignedKind> kind)
{
    if (!kind)
        return QStringLiteral("none");
    switch (*kind) {
    case SelfSignedKind::Leaf:
        return QStringLiteral("leaf");
    case SelfSignedKind::UntrustedRoot:
        return QStringLiteral("untrusted-root");
    case SelfSignedKind::Anchored:
        return QStringLiteral("anchored");
    }
    return {};
}

QByteArray patched(QByteArray der, const QByteArray &from, const QByteArray &to)
{
    if (!der.contains(from) || from.size() != to.size())
        qFatal("nothing to patch");
    return der.replace(from, to);
}

struct Case
{
    QList<QByteArray> sent;
    QList<QByteArray> anchors = chainOf({pki().root});
    QDateTime at = now;
};

struct Expected
{
    QString problems = {};
    bool trusted = true;
    QString kind = QStringLiteral("none");
    bool ordered = true;
    int pathLength = 3;
};

} // namespace

class ChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFault_data();
    void oneFault();
    void sameVerdictAsOpensslVerify_data();
    void sameVerdictAsOpensslVerify();
    void argumentsOfFindings();
    void anchorAndPath();
    void soundChainEndsInUsedAnchor();
    void savedAnchorsJudgeAgain();
    void noCertificate();
    void systemStoreIsHonoured();
    void sixtyCertificates();
    void manyOfOneName();
    void leavesNoErrorBehind();

private:
    void rows();
    void row(const char *name, const Case &given, const Expected &expected);
    void soundRows();
    void selfSignedRows();
    void missingRows();
    void dateRows();
    void orderRows();
    void strengthRows();
    void caRows();
    void oddRows();
};

void ChainTest::row(const char *name, const Case &given, const Expected &expected)
{
    QTest::newRow(name) << given.sent << given.anchors << given.at << expected.problems << expected.trusted
                        << expected.kind << expected.ordered << expected.pathLength;
}

void ChainTest::rows()
{
    QTest::addColumn<QList<QByteArray>>("sent");
    QTest::addColumn<QList<QByteArray>>("anchors");
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<QString>("problems");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("ordered");
    QTest::addColumn<int>("pathLength");
    soundRows();
    selfSignedRows();
    missingRows();
    dateRows();
    orderRows();
    strengthRows();
    caRows();
    oddRows();
}

void ChainTest::soundRows()
{
    const Pki &p = pki();
    row("sound: leaf and intermediate", {chainOf({p.leaf, p.inter})}, {});
    row("sound: issued by the root itself", {chainOf({issueCertificate(server(), p.root)})},
        {.pathLength = 2});
    row("root sent as well", {chainOf({p.leaf, p.inter, p.root})},
        {.problems = QStringLiteral("root-sent@2 info")});
    row("the anchor file holds the intermediate alone", {chainOf({p.leaf}), chainOf({p.inter})},
        {.pathLength = 2});
    row("the anchor file holds the leaf alone", {chainOf({p.leaf, p.inter}), chainOf({p.leaf})},
        {.pathLength = 1});
    const auto ed = issueCertificate(with(server(), [](auto &r) { r.key = KeyKind::Ed25519; }), p.inter);
    row("an Ed25519 key", {chainOf({ed, p.inter})}, {});
    const auto noUsage =
        issueCertificate(with(server(), [](auto &r) { r.extendedKeyUsage = false; }), p.inter);
    row("no extended key usage", {chainOf({noUsage, p.inter})}, {});
    // The same CA key, once signed by a stranger's root and once by ours: a path exists through the latter.
    const auto crossed = issueCertificate(
        with(authority(QStringLiteral("Intermediate")), [&](auto &r) { r.sameKeyAs = p.inter; }),
        p.strangerRoot);
    row("cross-signed, the unknown issuer first: OpenSSL's builder does not turn back",
        {chainOf({p.leaf, crossed, p.inter})},
        {.problems = QStringLiteral("path-missed@1 error, order-to-write info"),
         .trusted = false,
         .pathLength = 0});
    const auto crossedRoot = issueCertificate(
        with(authority(QStringLiteral("Root")), [&](auto &r) { r.sameKeyAs = p.root; }), p.strangerRoot);
    row("cross-signed root sent, the self-signed one in the store", {chainOf({p.leaf, p.inter, crossedRoot})},
        {});
    row("cross-signed root sent, the stranger's in the store",
        {chainOf({p.leaf, p.inter, crossedRoot}), chainOf({p.strangerRoot})}, {.pathLength = 4});
    row("cross-signed: both variants sent, ours first", {chainOf({p.leaf, p.inter, crossed})}, {});
}

void ChainTest::selfSignedRows()
{
    const Pki &p = pki();
    const QString leaf = QStringLiteral("leaf");
    row("self-signed leaf", {chainOf({p.selfSigned})},
        {.problems = QStringLiteral("self-signed-leaf@0 error"),
         .trusted = false,
         .kind = leaf,
         .pathLength = 0});
    const auto expired = issueCertificate(with(server(), [](auto &r) {
        r.notBefore = now.addDays(-100);
        r.notAfter = now.addDays(-10);
    }));
    row("self-signed and expired", {chainOf({expired})},
        {.problems = QStringLiteral("self-signed-leaf@0 error, expired@0 error"),
         .trusted = false,
         .kind = leaf,
         .pathLength = 0});
    row("self-signed leaf that is an anchor", {chainOf({p.selfSigned}), chainOf({p.selfSigned})},
        {.kind = QStringLiteral("anchored"), .pathLength = 1});
    row("self-signed anchor that has expired", {chainOf({expired}), chainOf({expired})},
        {.problems = QStringLiteral("expired@0 error"),
         .trusted = false,
         .kind = QStringLiteral("anchored"),
         .pathLength = 1});
    const auto ca = issueCertificate(authority(QStringLiteral("mail.example")));
    row("self-signed CA with a CA's key usage alone as leaf", {chainOf({ca})},
        {.problems = QStringLiteral("self-signed-leaf@0 error, wrong-purpose@0 error"),
         .trusted = false,
         .kind = leaf,
         .pathLength = 0});
    row("untrusted root sent", {chainOf({p.stranger, p.strangerRoot})},
        {.problems = QStringLiteral("untrusted-root@1 error"),
         .trusted = false,
         .kind = QStringLiteral("untrusted-root"),
         .pathLength = 0});
    row("a CA from the anchor file is no matter of self-signed",
        {chainOf({p.stranger, p.strangerRoot}), chainOf({p.strangerRoot})},
        {.problems = QStringLiteral("root-sent@1 info"), .pathLength = 2});
    // Names itself as its issuer, but another key signed it.
    const auto namesake = issueCertificate(authority(QStringLiteral("mail.example")));
    const auto notItself = issueCertificate(server(), namesake);
    row("own name as issuer, but not signed by its own key", {chainOf({notItself})},
        {.problems = QStringLiteral("incomplete-chain@0 error"), .trusted = false, .pathLength = 0});
}

void ChainTest::missingRows()
{
    const Pki &p = pki();
    row("intermediate missing", {chainOf({p.leaf})},
        {.problems = QStringLiteral("incomplete-chain@0 error"), .trusted = false, .pathLength = 0});
    row("intermediate sent, its root unknown", {chainOf({p.leaf, p.inter}), chainOf({p.strangerRoot})},
        {.problems = QStringLiteral("unknown-issuer@1 error"), .trusted = false, .pathLength = 0});
    row("no anchors at all", {chainOf({p.leaf, p.inter}), {}},
        {.problems = QStringLiteral("unknown-issuer@1 error"), .trusted = false, .pathLength = 0});
    row("leaf of the stranger's CA without it", {chainOf({p.stranger})},
        {.problems = QStringLiteral("incomplete-chain@0 error"), .trusted = false, .pathLength = 0});
    row("the root sent in place of the intermediate", {chainOf({p.leaf, p.root})},
        {.problems = QStringLiteral("incomplete-chain@0 error, surplus-certificate@1 notice"),
         .trusted = false,
         .pathLength = 0});
}

void ChainTest::dateRows()
{
    const Pki &p = pki();
    const auto leafUntil = [&](const QDateTime &until) {
        return chainOf({issueCertificate(with(server(),
                                              [&](auto &r) {
                                                  r.notBefore = now.addDays(-100);
                                                  r.notAfter = until;
                                              }),
                                         p.inter),
                        p.inter});
    };
    const QString expired = QStringLiteral("expired@0 error");
    const QString warned = QStringLiteral("expires-soon@0 warning");
    const QString noticed = QStringLiteral("expires-soon@0 notice");
    row("leaf expired", {leafUntil(now.addDays(-1))}, {.problems = expired, .trusted = false});
    row("leaf expired a second ago", {leafUntil(now.addSecs(-2))}, {.problems = expired, .trusted = false});
    // RFC 5280 §4.1.2.5: the second of notAfter is the last good one.
    const QDateTime second = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch()).toUTC();
    row("leaf in its last second", {leafUntil(second), chainOf({p.root}), second}, {.problems = warned});
    row("leaf late in its last second", {leafUntil(second), chainOf({p.root}), second.addMSecs(999)},
        {.problems = warned});
    row("leaf a second later", {leafUntil(second), chainOf({p.root}), second.addSecs(1)},
        {.problems = expired, .trusted = false});
    row("leaf expires within 14 days", {leafUntil(now.addDays(13))}, {.problems = warned});
    row("leaf expires in a minute", {leafUntil(now.addSecs(60))}, {.problems = warned});
    row("leaf expires within 30 days", {leafUntil(now.addDays(29))}, {.problems = noticed});
    row("leaf expires in 15 days", {leafUntil(now.addDays(15))}, {.problems = noticed});
    row("leaf expires in 31 days", {leafUntil(now.addDays(31))}, {});
    row("back in time: the expired leaf was fine",
        {leafUntil(now.addDays(-1)), chainOf({p.root}), now.addDays(-50)}, {});
    row("forward in time: a good leaf has expired",
        {chainOf({p.leaf, p.inter}), chainOf({p.root}), now.addDays(200)},
        {.problems = expired, .trusted = false});
    row("forward in time: the whole path has expired, the unsent root too",
        {chainOf({p.leaf, p.inter}), chainOf({p.root}), now.addDays(2000)},
        {.problems = QStringLiteral("expired@0 error, issuer-expired@1 error, anchor-expired error"),
         .trusted = false});
    row("back in time: nothing is valid yet",
        {chainOf({p.leaf, p.inter}), chainOf({p.root}), now.addDays(-2000)},
        {.problems = QStringLiteral("not-yet-valid@0 error, not-yet-valid@1 error, not-yet-valid error"),
         .trusted = false});
    const auto future =
        issueCertificate(with(server(), [](auto &r) { r.notBefore = now.addDays(2); }), p.inter);
    row("leaf not yet valid", {chainOf({future, p.inter})},
        {.problems = QStringLiteral("not-yet-valid@0 error"), .trusted = false});
    const auto oldInter = issueCertificate(
        with(authority(QStringLiteral("Old")), [](auto &r) { r.notAfter = now.addDays(-3); }), p.root);
    const auto below = issueCertificate(server(), oldInter);
    row("intermediate expired", {chainOf({below, oldInter})},
        {.problems = QStringLiteral("issuer-expired@1 error"), .trusted = false});
    row("intermediate expired where the leaf itself is the anchor",
        {chainOf({below, oldInter}), chainOf({below})},
        {.problems = QStringLiteral("issuer-expired@1 notice"), .pathLength = 1});
    row("an expired certificate that has no part in it", {chainOf({p.leaf, p.inter, oldInter})},
        {.problems = QStringLiteral("issuer-expired@2 notice, surplus-certificate@2 notice")});
    const auto forever = issueCertificate(with(server(),
                                               [](auto &r) {
                                                   r.notAfter = utc({9999, 12, 31}, {23, 59, 59});
                                               }),
                                          p.inter);
    row("valid until the year 9999", {chainOf({forever, p.inter})}, {});
}

void ChainTest::orderRows()
{
    const Pki &p = pki();
    const QString misordered = QStringLiteral("misordered-chain warning, order-to-write info");
    const auto second = issueCertificate(authority(QStringLiteral("Second")), p.inter);
    const auto deep = issueCertificate(server(), second);
    row("three levels in order", {chainOf({deep, second, p.inter})}, {.pathLength = 4});
    row("intermediates the wrong way round", {chainOf({deep, p.inter, second})},
        {.problems = misordered, .ordered = false, .pathLength = 4});
    row("root in the middle", {chainOf({p.leaf, p.root, p.inter})},
        {.problems = QStringLiteral("root-sent@1 info, ") + misordered, .ordered = false});
    row("surplus certificate behind the chain", {chainOf({p.leaf, p.inter, p.stranger})},
        {.problems = QStringLiteral("surplus-certificate@2 notice")});
    row("surplus certificate within the chain", {chainOf({p.leaf, p.stranger, p.inter})},
        {.problems = QStringLiteral("surplus-certificate@1 notice, ") + misordered, .ordered = false});
    row("duplicate behind the chain", {chainOf({p.leaf, p.inter, p.inter})},
        {.problems = QStringLiteral("duplicate-certificate@2 notice")});
    row("duplicate leaf within the chain", {chainOf({p.leaf, p.leaf, p.inter})},
        {.problems = QStringLiteral("duplicate-certificate@1 notice, ") + misordered, .ordered = false});
    row("leaf, root, stranger, intermediate twice, leaf",
        {chainOf({p.leaf, p.root, p.stranger, p.inter, p.inter, p.leaf})},
        {.problems =
             QStringLiteral("root-sent@1 info, surplus-certificate@2 notice, duplicate-certificate@4 notice, "
                            "duplicate-certificate@5 notice, ") +
             misordered,
         .ordered = false});
    row("self-signed leaf twice", {chainOf({p.selfSigned, p.selfSigned})},
        {.problems = QStringLiteral("self-signed-leaf@0 error, duplicate-certificate@1 notice"),
         .trusted = false,
         .kind = QStringLiteral("leaf"),
         .pathLength = 0});
}

void ChainTest::strengthRows()
{
    const Pki &p = pki();
    const auto weak = issueCertificate(with(server(), [](auto &r) { r.key = KeyKind::Rsa1024; }), p.inter);
    row("RSA key of 1024 bits", {chainOf({weak, p.inter})},
        {.problems = QStringLiteral("weak-key@0 warning")});
    const auto strong = issueCertificate(with(server(), [](auto &r) { r.key = KeyKind::Rsa2048; }), p.inter);
    row("RSA key of 2048 bits", {chainOf({strong, p.inter})}, {});
    const auto sha1 = issueCertificate(with(server(), [](auto &r) { r.sha1 = true; }), p.inter);
    row("SHA-1 signature", {chainOf({sha1, p.inter})},
        {.problems = QStringLiteral("weak-signature@0 warning, only-openssl-trusts warning")});
    const auto rsaRoot = issueCertificate(
        with(authority(QStringLiteral("RSA root")), [](auto &r) { r.key = KeyKind::Rsa2048; }));
    const auto md5 =
        issueCertificate(with(server(), [](auto &r) { r.md5 = true; }), rsaRoot); // none with ECDSA
    row("MD5 signature", {chainOf({md5}), chainOf({rsaRoot})},
        {.problems = QStringLiteral("weak-signature@0 warning, only-openssl-trusts warning"),
         .pathLength = 2});
    const auto sha1Root =
        issueCertificate(with(authority(QStringLiteral("Old root")), [](auto &r) { r.sha1 = true; }));
    row("SHA-1 in the anchor's own signature matters to nobody",
        {chainOf({issueCertificate(server(), sha1Root), sha1Root}), chainOf({sha1Root})},
        {.problems = QStringLiteral("root-sent@1 info"), .pathLength = 2});
    const auto sha1Inter =
        issueCertificate(with(authority(QStringLiteral("Old CA")), [](auto &r) { r.sha1 = true; }), p.root);
    row("SHA-1 in the intermediate", {chainOf({issueCertificate(server(), sha1Inter), sha1Inter})},
        {.problems = QStringLiteral("weak-signature@1 warning, only-openssl-trusts warning")});
}

void ChainTest::caRows()
{
    const Pki &p = pki();
    const auto client = issueCertificate(with(server(), [](auto &r) { r.serverAuth = false; }), p.inter);
    row("certificate for clients alone", {chainOf({client, p.inter})},
        {.problems = QStringLiteral("wrong-purpose@0 error, only-gnutls-trusts warning"), .trusted = false});
    const auto noCa = issueCertificate(server(QStringLiteral("No CA")), p.root);
    row("issued by a certificate that is no CA", {chainOf({issueCertificate(server(), noCa), noCa})},
        {.problems = QStringLiteral("invalid-ca@1 error"), .trusted = false});
    const auto mayNot = issueCertificate(
        with(authority(QStringLiteral("May not")), [](auto &r) { r.mayIssue = false; }), p.root);
    row("issued by a CA without keyCertSign", {chainOf({issueCertificate(server(), mayNot), mayNot})},
        {.problems = QStringLiteral("invalid-ca@1 error"), .trusted = false});
    const auto shallow = issueCertificate(
        with(authority(QStringLiteral("Shallow")), [](auto &r) { r.pathLength = 0; }), p.root);
    const auto under = issueCertificate(authority(QStringLiteral("Under")), shallow);
    row("path longer than its CA allows", {chainOf({issueCertificate(server(), under), under, shallow})},
        {.problems = QStringLiteral("invalid-ca@2 error"), .trusted = false, .pathLength = 4});
    const auto impostor =
        issueCertificate(with(authority(QStringLiteral("Intermediate")), [](auto &) {}), p.root);
    row("an issuer of the right name with another key", {chainOf({p.leaf, impostor})},
        {.problems = QStringLiteral("issuer-key-differs@0 error"), .trusted = false, .pathLength = 0});
}

void ChainTest::oddRows()
{
    const Pki &p = pki();
    QByteArray bent = p.leaf.certificateDer();
    bent.back() = static_cast<char>(bent.back() ^ 1);
    row("a bit of the signature is wrong", {{bent, p.inter.certificateDer()}},
        {.problems = QStringLiteral("chain-invalid@0 error"), .trusted = false});
    row("unreadable leaf", {{QByteArrayLiteral("nonsense"), p.inter.certificateDer()}},
        {.problems = QStringLiteral("unreadable-certificate@0 error"), .trusted = false, .pathLength = 0});
    row("data behind the leaf", {{p.leaf.certificateDer() + "x", p.inter.certificateDer()}},
        {.problems = QStringLiteral("unreadable-certificate@0 error"), .trusted = false, .pathLength = 0});
    row("empty leaf", {{QByteArray()}},
        {.problems = QStringLiteral("unreadable-certificate@0 error"), .trusted = false, .pathLength = 0});
    row("unreadable certificate behind a sound chain",
        {{p.leaf.certificateDer(), p.inter.certificateDer(), QByteArrayLiteral("\x30\x03\x02\x01\x05")}},
        {.problems = QStringLiteral("unreadable-certificate@2 warning, only-openssl-trusts warning")});
    const auto name = issueCertificate(server(QStringLiteral("\u00fc.example")), p.inter);
    row("a name that is no UTF-8",
        {{patched(name.certificateDer(), "\xc3\xbc", "\xff\xfe"), p.inter.certificateDer()}},
        {.problems = QStringLiteral("unreadable-certificate@0 error"), .trusted = false, .pathLength = 0});
    const auto rawName =
        issueCertificate(with(server(),
                              [](auto &r) {
                                  r.dnsNames.clear();
                                  r.rawDnsNames = {QByteArray("mail.example\0.evil.example", 26),
                                                   QByteArrayLiteral("\xff\xfe")};
                              }),
                         p.inter);
    row("names with a NUL and with no letters at all", {chainOf({rawName, p.inter})}, {});
    const auto nameless = issueCertificate(with(server(), [](auto &r) { r.commonName.clear(); }), p.inter);
    row("no subject", {chainOf({nameless, p.inter})}, {});
    const auto manyNames =
        issueCertificate(with(server(),
                              [](auto &r) {
                                  for (int i = 0; i < 5000; ++i)
                                      r.dnsNames.append(QStringLiteral("n%1.example").arg(i));
                              }),
                         p.inter);
    row("5,000 names", {chainOf({manyNames, p.inter})}, {});
}

void ChainTest::oneFault_data() { rows(); }

void ChainTest::oneFault()
{
    QFETCH(const QList<QByteArray>, sent);
    QFETCH(const QList<QByteArray>, anchors);
    QFETCH(const QDateTime, at);
    const ChainFacts chain = analyseChain(sent, anchorsOf(anchors), at).chain;
    QTEST(spoken(chain.problems), "problems");
    QTEST(chain.trusted, "trusted");
    QTEST(spoken(chain.selfSignedKind), "kind");
    QTEST(chain.ordered, "ordered");
    QTEST(chain.path ? int(chain.path->size()) : 0, "pathLength");
    QCOMPARE(chain.sent.size(), sent.size());
    QCOMPARE(chain.anchor.has_value(), chain.path.has_value());
    if (chain.path)
        QCOMPARE(chain.path->last(), chain.anchor->sha256);
    const bool hasError = std::any_of(chain.problems.begin(), chain.problems.end(),
                                      [](const Finding &f) { return f.severity == Severity::Error; });
    QCOMPARE(chain.trusted, !hasError);
}

namespace {

QByteArray pemFile(const QList<QByteArray> &ders)
{
    constexpr int width = 64;
    QByteArray text;
    for (const QByteArray &der : ders) {
        const QByteArray base64 = der.toBase64();
        text += "-----BEGIN CERTIFICATE-----\n";
        for (qsizetype at = 0; at < base64.size(); at += width)
            text += base64.mid(at, width) + '\n';
        text += "-----END CERTIFICATE-----\n";
    }
    return text;
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
    return file.fileName();
}

} // namespace

void ChainTest::sameVerdictAsOpensslVerify_data() { rows(); }

void ChainTest::sameVerdictAsOpensslVerify()
{
    QFETCH(const QList<QByteArray>, sent);
    QFETCH(const QList<QByteArray>, anchors);
    QFETCH(const QDateTime, at);
    QFETCH(const bool, trusted);
    if (readCertificate(sent.first()).subject.isNull())
        QSKIP("openssl verify does not read it either");
    const QTemporaryDir folder;
    QList<QByteArray> others;
    for (const QByteArray &der : sent.mid(1)) {
        // Where the leaf itself is an anchor nothing above it counts; the command would judge that as well.
        if (!anchors.contains(sent.first()) && !readCertificate(der).serial.isNull())
            others.append(der);
    }
    // OpenSSL takes the last second for too late (RFC 5280 §4.1.2.5: it is not).
    const qint64 second = at.toSecsSinceEpoch();
    const qint64 seconds =
        readCertificate(sent.first()).notAfter.toSecsSinceEpoch() == second ? second - 1 : second;
    QStringList arguments{QStringLiteral("verify"),        QStringLiteral("-no-CApath"),
                          QStringLiteral("-no-CAstore"),   QStringLiteral("-no-CAfile"),
                          QStringLiteral("-purpose"),      QStringLiteral("sslserver"),
                          QStringLiteral("-auth_level"),   QStringLiteral("0"),
                          QStringLiteral("-attime"),       QString::number(seconds),
                          QStringLiteral("-partial_chain")};
    if (!anchors.isEmpty()) {
        arguments << QStringLiteral("-trusted")
                  << written(folder, QStringLiteral("anchors.pem"), pemFile(anchors));
    }
    if (!others.isEmpty()) {
        arguments << QStringLiteral("-untrusted")
                  << written(folder, QStringLiteral("others.pem"), pemFile(others));
    }
    arguments << written(folder, QStringLiteral("leaf.pem"), pemFile({sent.first()}));
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(QStringLiteral("openssl"), arguments);
    if (!openssl.waitForStarted())
        QSKIP("there is no openssl command");
    QVERIFY(openssl.waitForFinished());
    const QByteArray said = openssl.readAll();
    QVERIFY2((openssl.exitCode() == 0) == trusted, said.constData());
    QVERIFY2(said.contains(trusted ? "leaf.pem: OK" : "error"), said.constData());
}

void ChainTest::argumentsOfFindings()
{
    const Pki &p = pki();
    const QDateTime until = now.addDays(-12);
    const auto leaf = issueCertificate(with(server(),
                                            [&](auto &r) {
                                                r.notBefore = now.addDays(-100);
                                                r.notAfter = until;
                                            }),
                                       p.inter);
    const auto problems =
        analyseChain(chainOf({leaf, p.inter}), anchorsOf(chainOf({p.root})), now).chain.problems;
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().args,
             (QStringList{until.toString(Qt::ISODate), QStringLiteral("CN=mail.example")}));

    const auto argsOf = [](const QList<QByteArray> &sent, const QDateTime &at = now) {
        const auto found = analyseChain(sent, anchorsOf(chainOf({pki().root})), at).chain.problems;
        return found.isEmpty() ? QStringList() : found.first().args;
    };
    QCOMPARE(argsOf(chainOf({p.leaf})), QStringList{QStringLiteral("CN=Intermediate")});
    QCOMPARE(argsOf(chainOf({p.stranger, p.strangerRoot})), QStringList{QStringLiteral("CN=Stranger")});
    QCOMPARE(argsOf(chainOf({p.selfSigned})), QStringList{QStringLiteral("CN=mail.example")});
    const QDateTime leafEnd = readCertificate(p.leaf.certificateDer()).notAfter;
    QCOMPARE(
        argsOf(chainOf({p.leaf, p.inter}), leafEnd.addDays(-3).addSecs(-5)),
        (QStringList{leafEnd.toString(Qt::ISODate), QStringLiteral("3"), QStringLiteral("CN=mail.example")}));
    const auto weak = issueCertificate(with(server(), [](auto &r) { r.key = KeyKind::Rsa1024; }), p.inter);
    QCOMPARE(argsOf(chainOf({weak, p.inter})),
             (QStringList{QStringLiteral("RSA"), QStringLiteral("1024"), QStringLiteral("CN=mail.example")}));
    const auto sha1 = issueCertificate(with(server(), [](auto &r) { r.sha1 = true; }), p.inter);
    QCOMPARE(argsOf(chainOf({sha1, p.inter})),
             (QStringList{QStringLiteral("ecdsa-with-SHA1"), QStringLiteral("CN=mail.example")}));
    const auto nameless = issueCertificate(with(server(), [](auto &r) { r.commonName.clear(); }));
    QCOMPARE(argsOf(chainOf({nameless})), QStringList{QStringLiteral("certificate 0")});
    QCOMPARE(argsOf({p.leaf.certificateDer() + "x"}),
             QStringList{QStringLiteral("data behind the certificate")});
    QVERIFY(!argsOf({QByteArrayLiteral("nonsense")}).first().isEmpty());
}

void ChainTest::anchorAndPath()
{
    const Pki &p = pki();
    const auto analysis =
        analyseChain(chainOf({p.leaf, p.inter}), anchorsOf(chainOf({p.strangerRoot, p.root})), now);
    QList<QByteArray> expected;
    for (const QByteArray &der : chainOf({p.leaf, p.inter, p.root}))
        expected.append(readCertificate(der).sha256);
    QCOMPARE(analysis.chain.path.value(), expected);
    QCOMPARE(analysis.chain.anchor->subject, QStringLiteral("CN=Root"));
}

void ChainTest::soundChainEndsInUsedAnchor()
{
    const Pki &p = pki();
    const auto anchors = anchorsOf(chainOf({p.strangerRoot, p.root}));
    QCOMPARE(analyseChain(chainOf({p.leaf, p.inter}), anchors, now).usedAnchors, chainOf({p.root}));
    QVERIFY(analyseChain(chainOf({p.selfSigned}), anchors, now).usedAnchors.isEmpty());
}

void ChainTest::savedAnchorsJudgeAgain()
{
    const Pki &p = pki();
    const auto first = analyseChain(chainOf({p.leaf, p.inter}), anchorsOf(chainOf({p.root})), now);
    const TrustAnchors saved{AnchorStore::Saved, QStringLiteral("test"), first.usedAnchors};
    QCOMPARE(analyseChain(chainOf({p.leaf, p.inter}), saved, now).chain, first.chain);
}

void ChainTest::noCertificate()
{
    const auto chain = analyseChain({}, anchorsOf({}), now).chain;
    QCOMPARE(spoken(chain.problems), QStringLiteral("no-certificate error"));
    QVERIFY(!chain.trusted && !chain.path && !chain.anchor && !chain.selfSigned && !chain.selfSignedKind);
}

void ChainTest::systemStoreIsHonoured()
{
    const Pki &p = pki();
    const TrustAnchors before = systemAnchors();
    QCOMPARE(before.store, AnchorStore::System);
    QVERIFY(before.certificates.isEmpty());
    QVERIFY(!before.label.isEmpty());
    QVERIFY(!analyseChain(chainOf({p.leaf, p.inter}), before, now).chain.trusted);

    const QTemporaryDir folder;
    const QString file = written(folder, QStringLiteral("roots.pem"), pemFile(chainOf({p.root})));
    qputenv("SSL_CERT_FILE", file.toLocal8Bit());
    const TrustAnchors anchors = systemAnchors();
    const auto chain = analyseChain(chainOf({p.leaf, p.inter}), anchors, now).chain;
    // An intermediate in the system's store is no anchor: the path goes on to a self-signed one.
    written(folder, QStringLiteral("roots.pem"), pemFile(chainOf({p.inter})));
    const auto partial = analyseChain(chainOf({p.leaf, p.inter}), anchors, now).chain;
    qunsetenv("SSL_CERT_FILE");
    QVERIFY(anchors.label.contains(file));
    QVERIFY(chain.trusted);
    QVERIFY(!partial.trusted && !partial.path);
}

void ChainTest::sixtyCertificates()
{
    const Pki &p = pki();
    QList<QByteArray> above;
    IssuedCertificate issuer = p.root;
    for (int level = 0; level < 59; ++level) {
        issuer = issueCertificate(authority(QStringLiteral("Level %1").arg(level)), issuer);
        above.prepend(issuer.certificateDer());
    }
    const QByteArray leaf = issueCertificate(server(), issuer).certificateDer();
    const auto anchors = anchorsOf(chainOf({p.root}));
    const auto ordered = analyseChain(QList<QByteArray>{leaf} + above, anchors, now).chain;
    QVERIFY(ordered.trusted && ordered.ordered);
    QCOMPARE(ordered.path->size(), 61);
    std::reverse(above.begin(), above.end());
    const auto reversed = analyseChain(QList<QByteArray>{leaf} + above, anchors, now).chain;
    QVERIFY(reversed.trusted);
    // GnuTLS's clients take no more than 16.
    QCOMPARE(spoken(reversed.problems),
             QStringLiteral("misordered-chain warning, order-to-write info, only-openssl-trusts warning"));
}

void ChainTest::manyOfOneName()
{
    // A server may send hundreds of certificates that all name each other.
    QList<QByteArray> sent;
    const auto key = pki().strangerRoot;
    for (int count = 0; count < 300; ++count) {
        sent.append(issueCertificate(
                        with(authority(QStringLiteral("Same")), [&](auto &r) { r.sameKeyAs = key; }), key)
                        .certificateDer());
    }
    const auto same =
        issueCertificate(with(authority(QStringLiteral("Same")), [&](auto &r) { r.sameKeyAs = key; }));
    for (int count = 0; count < 300; ++count)
        sent.append(issueCertificate(authority(QStringLiteral("Same")), same).certificateDer());
    const auto chain = analyseChain(sent, anchorsOf(chainOf({pki().root})), now).chain;
    QVERIFY(!chain.trusted);
    QCOMPARE(spoken(chain.selfSignedKind), QStringLiteral("none"));
}

void ChainTest::leavesNoErrorBehind()
{
    // An error left in OpenSSL's queue breaks the next handshake of a QSslSocket in this thread.
    ServerScript script;
    script.certificate = pki().selfSigned;
    SmtpServer smtp(script);
    QVERIFY(smtp.listen(QHostAddress::LocalHost));
    SmtpClient client(smtp.serverPort());
    QVERIFY(client.reply().startsWith("220 "));
    QVERIFY(client.say("STARTTLS").startsWith("220 "));
    analyseChain({QByteArrayLiteral("nonsense"), pki().leaf.certificateDer()}, anchorsOf({}), now);
    readCertificate(QByteArrayLiteral("nonsense"));
    QVERIFY(
        !readCertificates("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").error.isEmpty());
    QVERIFY(client.startTls());
    QVERIFY(client.say("QUIT").startsWith("221 "));
}

MAILSEAL_TEST(ChainTest)
#include "tst_chain.moc"
