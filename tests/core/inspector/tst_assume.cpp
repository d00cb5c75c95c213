#include "examples/certificatefactory.h"
#include "inspector/assume.h"
#include "inspector/inspector.h"
#include "inspector/rejudge.h"
#include "support/testprogram.h"
#include "values/utc.h"

#include <QCryptographicHash>
#include <QTest>

using namespace mailseal;

namespace {

const QDateTime day0 = utc({2026, 6, 1}, {12, 0});

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

IssuedCertificate root(const char *name = "Root")
{
    CertificateRequest request;
    request.commonName = text(name);
    request.isCa = true;
    request.notBefore = day0.addYears(-1);
    request.notAfter = day0.addYears(20);
    return issueCertificate(request);
}

/// Certificates are dear to make: one set for all rows.
const IssuedCertificate &knownCa()
{
    static const IssuedCertificate made = root();
    return made;
}
const IssuedCertificate &unknownCa()
{
    static const IssuedCertificate made = root("Unknown");
    return made;
}

QByteArray leaf(const IssuedCertificate &issuer)
{
    CertificateRequest request;
    request.commonName = text("mx.example.org");
    request.dnsNames = {text("mx.example.org"), text("mail.example.org")};
    request.notBefore = day0.addDays(-30);
    request.notAfter = day0.addDays(30);
    return issueCertificate(request, issuer).certificateDer();
}
const QByteArray &knownLeaf()
{
    static const QByteArray made = leaf(knownCa());
    return made;
}
const QByteArray &unknownLeaf()
{
    static const QByteArray made = leaf(unknownCa());
    return made;
}

template <typename Record>
Answer<Record> answer(const char *name, DnssecState dnssec, QList<Record> records = {})
{
    Answer<Record> made;
    made.name = text(name);
    made.dnssec = dnssec;
    made.lookup = records.isEmpty() ? LookupEnd::NoData : LookupEnd::Found;
    made.records = std::move(records);
    return made;
}

/// A server of example.org, whose MTA-STS policy is in testing mode.
Inspection real(const QByteArray &sent)
{
    Evidence evidence;
    evidence.observedAt = day0;
    evidence.target.domain = text("example.org");
    evidence.target.host = text("mx.example.org");
    evidence.target.serverName = text("mx.example.org");
    evidence.target.address = text("192.0.2.1");
    evidence.session.end = EndReason::Completed;
    evidence.session.handshake = HandshakeFacts{true, {}, {}, {}};
    evidence.session.tls = TlsFacts{};
    evidence.session.sentChain = QList{sent};
    DnsEvidence dns;
    dns.mx = answer<MxRecord>("example.org", DnssecState::Secure, {{10, text("mx.example.org")}});
    AddressAnswer addresses;
    static_cast<Answer<AddressRecord> &>(addresses) =
        answer<AddressRecord>("mx.example.org", DnssecState::Insecure, {{text("192.0.2.1")}});
    dns.addresses = addresses;
    dns.tlsaBase = text("mx.example.org");
    dns.tlsa = answer<TlsaRecord>("_25._tcp.mx.example.org", DnssecState::Insecure);
    dns.sts = answer<TxtRecord>("_mta-sts.example.org", DnssecState::Insecure, {{"v=STSv1; id=1"}});
    evidence.dns = dns;
    StsFetch fetch;
    fetch.end = StsFetchEnd::Ok;
    fetch.host = text("mta-sts.example.org");
    fetch.contentType = text("text/plain");
    fetch.body = "version: STSv1\nmode: testing\nmx: mx.example.org\nmax_age: 2419200\n";
    evidence.stsFetch = fetch;
    const TrustAnchors anchors{AnchorStore::File, text("ca.pem"), {knownCa().certificateDer()}};
    return judgeEvidence(evidence, anchors, day0);
}

QList<PolicyId> changedBy(const Inspection &seen, const Assumptions &assumed)
{
    QList<PolicyId> ids;
    for (const VerdictChange &change : changesBetween(seen, *assume(seen, assumed)))
        ids.append(change.policy);
    return ids;
}

Delivery deliveryOf(const Inspection &inspection, PolicyId policy)
{
    const Verdict *verdict = verdictOf(inspection, policy);
    return verdict ? verdict->delivery : Delivery::Unknown;
}

TlsaRecord other() { return {3, 1, 1, QByteArray(32, 'x')}; }

} // namespace

/// "What if": the same evidence under other assumptions.
class AssumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAssumedChangesNothing();
    void eachAssumptionHasItsVerdicts_data();
    void eachAssumptionHasItsVerdicts();
    void everyDepartureIsSaid();
    void whatWasSeenIsLeftAlone();
    void assumedTlsaIsTakenAsSecure();
    void anUnsignedMxStaysUnsigned();
    void withoutRecordsThereAreNone();
    void aModeNeedsAPolicy();
    void aServerWithoutDnsCanBeAskedToo();
    void aRedactedInspectionIsNotJudged();
    void tlsaListsAreRead_data();
    void tlsaListsAreRead();
    void brokenTlsaListsSayWhichAndWhy_data();
    void brokenTlsaListsSayWhichAndWhy();
    void rootsAreReadOrRefused();
    void theOwnRecordMatches();
};

void AssumeTest::nothingAssumedChangesNothing()
{
    for (const QByteArray &sent : {knownLeaf(), unknownLeaf()}) {
        const Inspection seen = real(sent);
        const auto same = assume(seen, {});
        QVERIFY(same);
        QVERIFY(same->verdicts == seen.verdicts);
        QVERIFY(same->evidence.assumptions.isEmpty());
        QVERIFY(same->chain == seen.chain);
    }
}

void AssumeTest::eachAssumptionHasItsVerdicts_data()
{
    QTest::addColumn<bool>("known");
    QTest::addColumn<Assumptions>("assumed");
    QTest::addColumn<PolicyId>("policy");
    QTest::addColumn<Delivery>("was");
    QTest::addColumn<Delivery>("wouldBe");
    const auto row = [](const char *name, bool known, const Assumptions &assumed, PolicyId policy,
                        Delivery was, Delivery wouldBe) {
        QTest::newRow(name) << known << assumed << policy << was << wouldBe;
    };
    Assumptions later;
    later.at = day0.addDays(31);
    row("expired: webpki", true, later, PolicyId::WebPki, Delivery::Authenticated, Delivery::Deferred);
    row("expired: opportunistic", true, later, PolicyId::Opportunistic, Delivery::Encrypted,
        Delivery::Encrypted);
    Assumptions sooner;
    sooner.at = day0.addDays(29);
    row("the last day: webpki", true, sooner, PolicyId::WebPki, Delivery::Authenticated,
        Delivery::Authenticated);
    Assumptions before;
    before.at = day0.addDays(-31);
    row("not yet valid: webpki", true, before, PolicyId::WebPki, Delivery::Authenticated, Delivery::Deferred);
    Assumptions rooted;
    rooted.roots = {unknownCa().certificateDer()};
    row("extra root: webpki", false, rooted, PolicyId::WebPki, Delivery::Deferred, Delivery::Authenticated);
    Assumptions otherRoot;
    otherRoot.roots = {root("Third").certificateDer()};
    row("a root of another CA: webpki", false, otherRoot, PolicyId::WebPki, Delivery::Deferred,
        Delivery::Deferred);
    Assumptions named;
    named.name = text("mail.example.org");
    row("a name it has: webpki", true, named, PolicyId::WebPki, Delivery::Authenticated,
        Delivery::Authenticated);
    Assumptions misnamed;
    misnamed.name = text("smtp.example.org");
    row("a name it has not: webpki", true, misnamed, PolicyId::WebPki, Delivery::Authenticated,
        Delivery::Deferred);
    row("a name it has not: encrypt", true, misnamed, PolicyId::Encrypt, Delivery::Encrypted,
        Delivery::Encrypted);
    Assumptions enforced;
    enforced.stsMode = StsMode::Enforce;
    row("enforce, unknown CA: mta-sts", false, enforced, PolicyId::MtaSts, Delivery::Encrypted,
        Delivery::Deferred);
    row("enforce, unknown CA: webpki", false, enforced, PolicyId::WebPki, Delivery::Deferred,
        Delivery::Deferred);
    Assumptions enforcedAndRooted = enforced;
    enforcedAndRooted.roots = rooted.roots;
    row("enforce with the root: mta-sts", false, enforcedAndRooted, PolicyId::MtaSts, Delivery::Encrypted,
        Delivery::Authenticated);
    Assumptions matching;
    matching.tlsa = QList{*ownTlsa(real(unknownLeaf()))};
    row("a record that matches: dane", false, matching, PolicyId::Dane, Delivery::Encrypted,
        Delivery::Authenticated);
    row("a record that matches: dane-only", false, matching, PolicyId::DaneOnly, Delivery::Deferred,
        Delivery::Authenticated);
    row("a record that matches: webpki", false, matching, PolicyId::WebPki, Delivery::Deferred,
        Delivery::Deferred);
    Assumptions mismatching;
    mismatching.tlsa = QList{other()};
    row("a record of another key: dane", true, mismatching, PolicyId::Dane, Delivery::Encrypted,
        Delivery::Deferred);
    Assumptions rollover;
    rollover.tlsa = QList{other(), *ownTlsa(real(knownLeaf()))};
    row("the next key beside this one: dane", true, rollover, PolicyId::Dane, Delivery::Encrypted,
        Delivery::Authenticated);
    Assumptions unpublished;
    unpublished.tlsa = QList<TlsaRecord>{};
    row("no record: dane", true, unpublished, PolicyId::Dane, Delivery::Encrypted, Delivery::Encrypted);
    Assumptions off;
    off.stsMode = StsMode::None;
    row("none: mta-sts", false, off, PolicyId::MtaSts, Delivery::Encrypted, Delivery::Encrypted);
}

void AssumeTest::eachAssumptionHasItsVerdicts()
{
    QFETCH(bool, known);
    QFETCH(Assumptions, assumed);
    QFETCH(PolicyId, policy);
    QFETCH(Delivery, was);
    QFETCH(Delivery, wouldBe);
    const Inspection seen = real(known ? knownLeaf() : unknownLeaf());
    const auto hypothetical = assume(seen, assumed);
    QVERIFY(hypothetical);
    QCOMPARE(deliveryOf(seen, policy), was);
    QCOMPARE(deliveryOf(*hypothetical, policy), wouldBe);
    if (was != wouldBe)
        QVERIFY(changedBy(seen, assumed).contains(policy));
}

void AssumeTest::everyDepartureIsSaid()
{
    Assumptions all;
    all.tlsa = QList{other()};
    all.stsMode = StsMode::Enforce;
    all.at = day0.addDays(1);
    all.roots = {unknownCa().certificateDer()};
    all.name = text("mail.example.org");
    const QList<Assumption> said = assume(real(knownLeaf()), all)->evidence.assumptions;
    const QList<Assumption> wanted{{AssumptionKind::TlsaSecure, {text("1")}},
                                   {AssumptionKind::StsMode, {text("enforce")}},
                                   {AssumptionKind::AtTime, {text("2026-06-02T12:00:00Z")}},
                                   {AssumptionKind::ExtraRoot, {text("CN=Unknown")}},
                                   {AssumptionKind::ReferenceName, {text("mail.example.org")}}};
    QVERIFY(said == wanted);
}

void AssumeTest::whatWasSeenIsLeftAlone()
{
    const Inspection seen = real(unknownLeaf());
    const Inspection copy = seen;
    Assumptions assumed;
    assumed.roots = {unknownCa().certificateDer()};
    const auto hypothetical = assume(seen, assumed);
    QVERIFY(seen == copy);
    QVERIFY(hypothetical->evidence.session == seen.evidence.session);
    QCOMPARE(hypothetical->judgedAt, seen.judgedAt);
    QVERIFY(hypothetical->chain->trusted && !seen.chain->trusted);
    // One assumption upon another begins anew from what was seen.
    QVERIFY(!assume(seen, {})->chain->trusted);
}

void AssumeTest::assumedTlsaIsTakenAsSecure()
{
    Assumptions assumed;
    assumed.tlsa = QList{other()};
    const Inspection hypothetical = *assume(real(knownLeaf()), assumed);
    const DnsEvidence &dns = *hypothetical.evidence.dns;
    QCOMPARE(dns.tlsa->dnssec, DnssecState::Secure);
    QCOMPARE(dns.tlsa->lookup, LookupEnd::Found);
    QCOMPARE(dns.tlsa->name, text("_25._tcp.mx.example.org"));
    QVERIFY(dns.tlsa->records == QList{other()});
    QCOMPARE(dns.addresses->dnssec, DnssecState::Secure);
}

void AssumeTest::anUnsignedMxStaysUnsigned()
{
    Inspection seen = real(knownLeaf());
    Assumptions assumed;
    assumed.tlsa = QList{other()};
    seen.evidence.dns->mx->dnssec = DnssecState::Insecure;
    QCOMPARE(assume(seen, assumed)->evidence.dns->mx->dnssec, DnssecState::Insecure);
    seen.evidence.dns->mx->dnssec = DnssecState::Unknown; // the resolver strips signatures
    seen.evidence.dns->resolverStripsDnssec = true;
    QCOMPARE(assume(seen, assumed)->evidence.dns->mx->dnssec, DnssecState::Secure);
    QVERIFY(!assume(seen, assumed)->evidence.dns->resolverStripsDnssec);
}

void AssumeTest::withoutRecordsThereAreNone()
{
    Inspection seen = real(knownLeaf());
    seen.evidence.dns->tlsa->records = {other()};
    Assumptions assumed;
    assumed.tlsa = QList<TlsaRecord>{};
    const Inspection hypothetical = *assume(seen, assumed);
    QVERIFY(hypothetical.evidence.dns->tlsa->records.isEmpty());
    QCOMPARE(hypothetical.evidence.dns->tlsa->lookup, LookupEnd::NoData);
}

void AssumeTest::aModeNeedsAPolicy()
{
    Inspection seen = real(unknownLeaf());
    QVERIFY(canAssumeStsMode(seen));
    seen.evidence.stsFetch->body = "mode: enforce\n";
    seen = judgeEvidence(seen.evidence, seen.evidence.anchors, day0);
    QVERIFY(!canAssumeStsMode(seen));
    Assumptions assumed;
    assumed.stsMode = StsMode::Enforce;
    QVERIFY(changedBy(seen, assumed).isEmpty());
    QVERIFY(assume(seen, assumed)->evidence.assumptions.isEmpty());
}

void AssumeTest::aServerWithoutDnsCanBeAskedToo()
{
    Inspection seen = real(knownLeaf());
    seen.evidence.dns.reset();
    seen.evidence.stsFetch.reset();
    seen.evidence.target.domain.clear();
    seen.evidence.target.port = 587;
    Assumptions assumed;
    assumed.tlsa = QList{other()};
    const Inspection hypothetical = *assume(seen, assumed);
    QCOMPARE(hypothetical.evidence.dns->tlsa->name, text("_587._tcp.mx.example.org"));
    QCOMPARE(hypothetical.evidence.dns->tlsaBase, text("mx.example.org"));
}

void AssumeTest::aRedactedInspectionIsNotJudged()
{
    Inspection seen = real(knownLeaf());
    seen.evidence.redacted = true;
    QVERIFY(!assume(seen, {}));
}

void AssumeTest::tlsaListsAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("records");
    const QString hex = text("0123456789abcdef").repeated(4);
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("blank lines") << text(" \n\t\r\n") << 0;
    QTest::newRow("a comment") << text("; none\n") << 0;
    QTest::newRow("one") << text("3 1 1 ") + hex << 1;
    QTest::newRow("two") << text("3 1 1 ") + hex + text("\r\n\r\n2 0 1 ") + hex + u'\n' << 2;
    QTest::newRow("the same twice is one") << text("3 1 1 ") + hex + text("\n3 1 1 ") + hex << 1;
    QTest::newRow("of a zone file") << text("_25._tcp.mx IN TLSA ( 3 1 1 ; the key\n") + hex.left(32) +
                                           u'\n' + hex.mid(32) + text(" )\n")
                                    << 1;
    QTest::newRow("of dig") << text(";; ANSWER SECTION:\n_25._tcp.mx.example.org. 3600 IN TLSA 3 1 1 ") +
                                   hex.left(56) + u' ' + hex.mid(56)
                            << 1;
}

void AssumeTest::tlsaListsAreRead()
{
    QFETCH(QString, typed);
    QFETCH(int, records);
    const auto read = readTlsaList(typed);
    QVERIFY(std::holds_alternative<QList<TlsaRecord>>(read));
    QCOMPARE(std::get<QList<TlsaRecord>>(read).size(), records);
}

void AssumeTest::brokenTlsaListsSayWhichAndWhy_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("record");
    QTest::addColumn<TlsaTextError>("error");
    QTest::newRow("prose") << text("the record") << 1 << TlsaTextError::FieldMissing;
    QTest::newRow("no data") << text("3 1 1") << 1 << TlsaTextError::DataMissing;
    QTest::newRow("half an octet") << text("3 1 1 abc") << 1 << TlsaTextError::OddHex;
    QTest::newRow("no hex") << text("3 1 1 xyzw") << 1 << TlsaTextError::BadHex;
    QTest::newRow("the second of two") << text("3 1 1 ab\n\n3 9999 1 ab") << 2 << TlsaTextError::BadSelector;
    QTest::newRow("the third behind two equal ones")
        << text("3 1 1 ab\n3 1 1 ab\n3 1 1 abc") << 3 << TlsaTextError::OddHex;
    QTest::newRow("never closed") << text("TLSA ( 3 1 1") << 1 << TlsaTextError::DataMissing;
    QString many;
    for (int i = 0; i < 1000; ++i)
        many += QStringLiteral("3 1 1 %1\n").arg(i, 4, 16, QLatin1Char('0'));
    QTest::newRow("too many") << many << 65 << TlsaTextError::TooLong;
}

void AssumeTest::brokenTlsaListsSayWhichAndWhy()
{
    QFETCH(QString, typed);
    QFETCH(int, record);
    QFETCH(TlsaTextError, error);
    const auto read = readTlsaList(typed);
    QVERIFY(std::holds_alternative<TlsaListError>(read));
    QCOMPARE(std::get<TlsaListError>(read).record, record);
    QCOMPARE(std::get<TlsaListError>(read).error, error);
}

void AssumeTest::rootsAreReadOrRefused()
{
    const auto read = readRoots(QString::fromLatin1(knownCa().certificatePem()));
    QVERIFY(std::holds_alternative<QList<QByteArray>>(read));
    QCOMPARE(std::get<QList<QByteArray>>(read), QList{knownCa().certificateDer()});
    for (const char *broken :
         {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"}) {
        const auto refused = readRoots(text(broken));
        QVERIFY(std::holds_alternative<QString>(refused));
        QVERIFY(!std::get<QString>(refused).isEmpty());
    }
}

void AssumeTest::theOwnRecordMatches()
{
    const Inspection seen = real(knownLeaf());
    const auto own = ownTlsa(seen);
    QVERIFY(own);
    QCOMPARE(own->usage, 3);
    QCOMPARE(own->selector, 1);
    QCOMPARE(own->matchingType, 1);
    QCOMPARE(QString::fromLatin1(own->data.toHex()),
             QString::fromLatin1(seen.chain->sent.constFirst().spkiSha256));
    Inspection without = seen;
    without.evidence.session.sentChain.reset();
    QVERIFY(!ownTlsa(without));
}

MAILSEAL_TEST(AssumeTest)
#include "tst_assume.moc"
