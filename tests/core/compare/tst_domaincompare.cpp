#include "compare/compare.h"
#include "support/fixtures/compared.h"
#include "support/testprogram.h"
#include "wire/wire.h"

#include <QTest>

#include <functional>

using namespace mailseal;
using namespace compared;

namespace {

using Change = std::function<void(Inspection &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class DomainCompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equal();
    void oneFault_data();
    void oneFault();
    void untoldLookupIsNoDifference_data();
    void untoldLookupIsNoDifference();
    void anotherDomainHasItsOwnNames();
    void domainCountsOnceOfItsServers();
    void causes();
    void everyGroupHasItsPlace();
};

void DomainCompareTest::equal()
{
    const Comparison comparison = compare(published(), published());
    QCOMPARE(countedIds(comparison), QStringList());
    for (const ComparedRows &group : comparison.groups) {
        for (const ComparedRow &row : group.rows)
            QCOMPARE(row.relation, Relation::Same);
    }
}

void DomainCompareTest::oneFault_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("counted");
    const auto row = [](const char *name, const Change &change, const QStringList &counted) {
        QTest::newRow(name) << change << counted;
    };
    using I = Inspection;
    row("MX added",
        [](I &i) {
            i.evidence.dns->mx->records.append({30, text("mx3.example.org")});
        },
        {text("dns.mx")});
    row("MX preference",
        [](I &i) {
            i.evidence.dns->mx->records[0].preference = 30;
            i.evidence.dns->preference = quint16{30};
        },
        {text("dns.mx")});
    row("order of MX", [](I &i) { i.evidence.dns->mx->records.move(0, 1); }, {});
    row("MX no longer signed", [](I &i) { i.evidence.dns->mx->dnssec = DnssecState::Insecure; },
        {text("dns.mx-lookup")});
    row("addresses are never counted",
        [](I &i) { i.evidence.dns->addresses->records.append({text("192.0.2.2")}); }, {});
    row("addresses are bogus",
        [](I &i) {
            i.evidence.dns->addresses->dnssec = DnssecState::Bogus;
            i.evidence.dns->addresses->lookup = LookupEnd::ServFail;
        },
        {text("dns.address-lookup")});
    row("TLSA record", [](I &i) { i.evidence.dns->tlsa->records[0].data = QByteArray(32, 'b'); },
        {text("dns.tlsa")});
    row("TLSA withdrawn",
        [](I &i) {
            i.evidence.dns->tlsa = secure<TlsaRecord>("_25._tcp.mx1.example.org", {});
            i.dane.reset();
        },
        {text("dns.tlsa")});
    row("TLSA no longer matches", [](I &i) { i.dane->authenticated = false; }, {text("dns.tlsa-matches")});
    row("no MTA-STS record",
        [](I &i) {
            i.evidence.dns->sts = secure<TxtRecord>("_mta-sts.example.org", {});
            i.sts = StsFacts();
        },
        {text("sts.record")});
    row("MTA-STS id", [](I &i) { i.sts->id = text("2"); }, {text("sts.id")});
    row("MTA-STS mode", [](I &i) { i.sts->mode = StsMode::Testing; }, {text("sts.mode")});
    row("MTA-STS max_age", [](I &i) { i.sts->maxAge = 86400; }, {text("sts.max-age")});
    row("MTA-STS patterns", [](I &i) { i.sts->mx.removeLast(); }, {text("sts.mx")});
    row("order of patterns", [](I &i) { i.sts->mx.move(0, 1); }, {});
    row("not listed", [](I &i) { i.sts->matches = false; }, {text("sts.matches")});
    row("policy not fetched",
        [](I &i) {
            i.sts->fetch = StsFetchEnd::Status;
            i.sts->hasPolicy = false;
            i.sts->mode.reset();
            i.sts->maxAge.reset();
            i.sts->matches.reset();
            i.sts->mx.clear();
        },
        {text("sts.fetch")});
    row("policy problem",
        [](I &i) {
            i.sts->problems = {{FindingCode::StsMaxAgeShort, Severity::Notice, {}, {}, 3}};
        },
        {text("sts.problem.%1").arg(toWire(FindingCode::StsMaxAgeShort))});
    row("TLS-RPT address", [](I &i) { i.tlsRpt->rua = {text("https://example.org/r")}; },
        {text("sts.tls-rpt-rua")});
    row("revoked", [](I &i) { i.ocsp->status = OcspStatus::Revoked; }, {text("tls.ocsp")});
    row("nothing stapled", [](I &i) { i.ocsp.reset(); }, {text("tls.ocsp")});
    row("nobody could tell what was stapled",
        [](I &i) {
            i.evidence.session.tls->clientCertificateRequested.reset();
            i.ocsp.reset();
        },
        {});
    row("not verified", [](I &i) { i.ocsp->verified = false; }, {text("tls.ocsp-verified")});
    row("a later response", [](I &i) { i.ocsp->producedAt = i.ocsp->producedAt.addDays(1); }, {});
    row("another certificate without SNI",
        [](I &i) {
            VariantEvidence variant;
            variant.sni = false;
            variant.tls = TlsFacts{};
            i.evidence.variants = {variant};
            VariantFacts facts;
            facts.chain = chain();
            i.variants = {facts};
        },
        {text("certificates.variant.no-sni")});
    row("no handshake without SNI",
        [](I &i) {
            i.evidence.variants = {VariantEvidence{false, {}, {}, {}, {}}};
            i.variants = {VariantFacts{}};
        },
        {text("certificates.variant.no-sni")});
    row("whether there is another one was not looked for", [](I &i) { i.evidence.variantsSeen.clear(); }, {});
    row("resolver", [](I &i) { i.evidence.observer.resolver = text("192.0.2.53"); }, {});
}

void DomainCompareTest::oneFault()
{
    QFETCH(Change, change);
    QFETCH(QStringList, counted);
    Inspection changed = published();
    change(changed);
    QVERIFY(changed != published());
    QCOMPARE(countedIds(compare(published(), changed)), counted);
    QCOMPARE(countedIds(compare(changed, published())), counted);
    QCOMPARE(countedIds(compare(changed, changed)), QStringList());
}

void DomainCompareTest::untoldLookupIsNoDifference_data()
{
    QTest::addColumn<LookupEnd>("lookup");
    QTest::addColumn<DnssecState>("dnssec");
    QTest::newRow("timeout") << LookupEnd::Timeout << DnssecState::Unknown;
    QTest::newRow("SERVFAIL") << LookupEnd::ServFail << DnssecState::Unknown;
    QTest::newRow("refused") << LookupEnd::Refused << DnssecState::Insecure;
    QTest::newRow("resolver strips DNSSEC") << LookupEnd::Found << DnssecState::Unknown;
}

void DomainCompareTest::untoldLookupIsNoDifference()
{
    QFETCH(LookupEnd, lookup);
    QFETCH(DnssecState, dnssec);
    Inspection untold = published();
    auto &mx = *untold.evidence.dns->mx;
    mx.lookup = lookup;
    mx.dnssec = dnssec;
    if (lookup != LookupEnd::Found)
        mx.records.clear();
    const Comparison comparison = compare(published(), untold);
    QCOMPARE(countedIds(comparison), QStringList());
    QCOMPARE(rowNamed(comparison, "dns.mx-lookup").relation, Relation::NotComparable);
    QCOMPARE(rowNamed(comparison, "dns.mx").relation,
             lookup == LookupEnd::Found ? Relation::Same : Relation::NotComparable);
    for (const bool isReport : {false, true}) { // a record that nobody could look up is not one that is gone
        Inspection failed = published();
        auto &answer = isReport ? failed.evidence.dns->tlsRpt : failed.evidence.dns->sts;
        answer->lookup = LookupEnd::Timeout;
        answer->dnssec = DnssecState::Unknown;
        answer->records.clear();
        const QList<Finding> problems{
            {FindingCode::StsLookupFailed, Severity::Warning, {}, {answer->name, text("timeout")}}};
        if (isReport) {
            failed.tlsRpt = TlsRptFacts{{}, problems};
        } else {
            failed.sts = StsFacts();
            failed.sts->problems = problems;
        }
        for (const Comparison &other : {compare(published(), failed), compare(failed, published())}) {
            QCOMPARE(countedIds(other), QStringList());
            QCOMPARE(rowNamed(other, isReport ? "sts.tls-rpt-rua" : "sts.record").relation,
                     Relation::NotComparable);
        }
    }
    Inspection before = published(); // a file of the time before there were lookups
    before.evidence.dns.reset();
    before.sts.reset();
    before.tlsRpt.reset();
    before.dane.reset();
    QCOMPARE(countedIds(compare(before, published())), QStringList());
}

void DomainCompareTest::anotherDomainHasItsOwnNames()
{
    Inspection other = published();
    other.evidence.target.domain = text("other.example");
    other.evidence.dns->mx->records = {{10, text("mx.other.example")}};
    other.sts->id = text("77");
    other.sts->mx = {text("mx.other.example")};
    other.tlsRpt->rua = {text("mailto:b@other.example")};
    QCOMPARE(countedIds(compare(published(), other)), QStringList());
    other.sts->mode = StsMode::Testing;
    QCOMPARE(countedIds(compare(published(), other)), QStringList{text("sts.mode")});
}

void DomainCompareTest::domainCountsOnceOfItsServers()
{
    const auto survey = [](const Change &change) {
        QList<Inspection> list;
        for (const char *host : {"mx1.example.org", "mx2.example.org", "mx3.example.org"}) {
            Inspection inspection = published();
            inspection.evidence.target.host = text(host);
            change(inspection);
            list.append(inspection);
        }
        return list;
    };
    const auto comparison = compareSurveys(survey([](Inspection &) {}), survey([](Inspection &i) {
                                               i.sts->mode = StsMode::Testing;
                                               i.sts->matches = false;
                                           }));
    QCOMPARE(comparison.pairs.size(), 3);
    QCOMPARE(countedIds(comparison.pairs[0]), (QStringList{text("sts.mode"), text("sts.matches")}));
    QCOMPARE(countedIds(comparison.pairs[1]), QStringList{text("sts.matches")});
    QCOMPARE(comparison.pairs[1].differences, 1);
    QCOMPARE(rowNamed(comparison.pairs[2], "sts.mode").relation, Relation::Differs);
    QCOMPARE(comparison.differences, 4);
}

void DomainCompareTest::causes()
{
    Inspection left = published();
    Inspection right = published();
    left.verdicts = {verdict(PolicyId::MtaSts, Standing::Satisfied, Delivery::Authenticated,
                             FindingCode::ChainAndNameFine)};
    right.verdicts = {
        verdict(PolicyId::MtaSts, Standing::Violated, Delivery::Deferred, FindingCode::StsMxMismatch)};
    right.sts->matches = false;
    const ComparedRow row = rowNamed(compare(left, right), "sts.matches");
    QCOMPARE(row.effect, Effect::Worse);
    QCOMPARE(row.affects, QList<PolicyId>{PolicyId::MtaSts});
}

void DomainCompareTest::everyGroupHasItsPlace()
{
    const Comparison comparison = compare(published(), published());
    QCOMPARE(comparison.groups.size(), 10);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(static_cast<int>(comparison.groups[i].group), i);
    QCOMPARE(rowNamed(comparison, "dns.tlsa").leftProof.place, ProofPlace::DnsAnswers);
    QCOMPARE(rowNamed(comparison, "sts.mode").rightProof.place, ProofPlace::StsPolicyRead);
    QCOMPARE(rowNamed(comparison, "tls.ocsp").rightProof.place, ProofPlace::TranscriptLines);
}

MAILSEAL_TEST(DomainCompareTest)
#include "tst_domaincompare.moc"
