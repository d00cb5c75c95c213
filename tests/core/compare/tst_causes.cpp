#include "compare/compare.h"
#include "findings/findingrow.h"
#include "policy/policies.h"
#include "support/fixtures/compared.h"
#include "support/testprogram.h"
#include "wire/wire.h"

#include <QSet>
#include <QTest>

#include <functional>

using namespace mailseal;
using namespace compared;

namespace {

using Change = std::function<void(Inspection &)>;

constexpr auto codes = static_cast<int>(FindingCode::FromNewerVersion);

Inspection judged(Inspection inspection)
{
    inspection.verdicts = judgeAll(caseOf(inspection));
    return inspection;
}

/// A server of a domain that satisfies every policy that can be satisfied there.
Inspection served()
{
    Inspection inspection = published();
    TlsaOutcome outcome;
    outcome.record = inspection.evidence.dns->tlsa->records.constFirst();
    outcome.usable = outcome.matches = true;
    outcome.depth = 0;
    outcome.why = TlsaReason::Matches;
    inspection.dane->records = {outcome};
    inspection.dane->matched = 0;
    inspection.evidence.session.capabilitiesAfterTls->append("REQUIRETLS");
    inspection.evidence.target.pins = {inspection.chain->sent.constFirst().sha256};
    return inspection;
}

Inspection changed(const Change &change)
{
    Inspection inspection = served();
    change(inspection);
    return judged(inspection);
}

/// Certificates are judged where mail programs connect.
Inspection submission(const Change &change)
{
    return changed([&change](Inspection &inspection) {
        inspection.evidence.target.service = Service::Submissions;
        inspection.evidence.target.start = Start::Implicit;
        change(inspection);
    });
}

void mismatch(Inspection &inspection)
{
    inspection.dane->authenticated = false;
    inspection.dane->matched.reset();
    inspection.dane->records[0].matches = false;
    inspection.dane->records[0].depth.reset();
    inspection.dane->records[0].why = TlsaReason::Differs;
}

void withoutPolicy(StsFacts &sts)
{
    sts.hasPolicy = false;
    sts.mode.reset();
    sts.maxAge.reset();
    sts.matches.reset();
    sts.mx.clear();
}

/// The rows that say that this policy is worse or better off because of them.
QStringList idsFor(const Comparison &comparison, PolicyId policy, Effect effect)
{
    QStringList ids;
    for (const ComparedRows &group : comparison.groups) {
        for (const ComparedRow &row : group.rows) {
            if (group.group != ComparedGroup::Verdicts && row.effect == effect &&
                row.affects.contains(policy))
                ids.append(rowId(group.group, row.topic));
        }
    }
    return ids;
}

QSet<Fact> factsOf(const Comparison &comparison)
{
    QSet<Fact> facts;
    for (const ComparedRows &group : comparison.groups) {
        for (const ComparedRow &row : group.rows)
            facts.insert(row.topic.fact);
    }
    return facts;
}

} // namespace

Q_DECLARE_METATYPE(Change)

/// Which rows a verdict became worse by: the findings' own column of facts.
class CausesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactIsARow();
    void worse_data();
    void worse();
    void revocation();
    void everyVerdictIsExplained_data() { worse_data(); }
    void everyVerdictIsExplained();
};

void CausesTest::everyFactIsARow()
{
    Inspection odd = served();
    odd.chain->problems = {{FindingCode::WeakKey, Severity::Warning, 0, {}}};
    odd.sts->problems = {{FindingCode::StsMaxAgeShort, Severity::Notice, {}, {}, 3}};
    odd.tlsRpt->problems = {{FindingCode::TlsRptUriInvalid, Severity::Warning, {}, {}}};
    odd.evidence.remarks = {{FindingCode::HostDown, Severity::Error, {}, {}}};
    odd.evidence.variants = {VariantEvidence{false, {}, {}, {}, {}}};
    odd.variants = {VariantFacts{}};
    Inspection bare = served();
    bare.evidence.session.tls.reset();
    bare.evidence.session.capabilitiesAfterTls.reset();
    bare.chain.reset();
    const QSet<Fact> rows = factsOf(compare(served(), odd)) | factsOf(compare(served(), bare));
    for (int code = 0; code < codes; ++code) {
        for (const ComparedFact &behind : findingRow(static_cast<FindingCode>(code)).restsOn.facts())
            QVERIFY2(rows.contains(behind.fact), qPrintable(toWire(static_cast<FindingCode>(code))));
    }
}

void CausesTest::worse_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<PolicyId>("policy");
    QTest::addColumn<FindingCode>("code");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const Change &change, PolicyId policy, FindingCode code,
                        const QStringList &rows) { QTest::newRow(name) << change << policy << code << rows; };
    using I = Inspection;
    using Code = FindingCode;
    const auto tlsa = [](DnssecState dnssec, LookupEnd lookup) {
        return [=](I &i) {
            i.evidence.dns->tlsa->dnssec = dnssec;
            i.evidence.dns->tlsa->lookup = lookup;
            if (lookup == LookupEnd::Found)
                return;
            i.evidence.dns->tlsa->records.clear();
            i.dane.reset();
        };
    };
    row("TLSA for another key", mismatch, PolicyId::Dane, Code::TlsaMismatch, {text("dns.tlsa-matches")});
    row("TLSA of another value",
        [](I &i) {
            i.evidence.dns->tlsa->records[0].data = QByteArray(32, 'b');
            mismatch(i);
        },
        PolicyId::Dane, Code::TlsaMismatch, {text("dns.tlsa"), text("dns.tlsa-matches")});
    row("TLSA of an authority that is not sent",
        [](I &i) {
            mismatch(i);
            i.dane->records[0].why = TlsaReason::AuthorityNotSent;
        },
        PolicyId::DaneOnly, Code::TlsaTaNotSent, {text("dns.tlsa-matches")});
    row("TLSA unusable",
        [](I &i) {
            i.evidence.dns->tlsa->records[0].usage = 1;
            mismatch(i);
            i.dane->usable = 0;
        },
        PolicyId::Dane, Code::TlsaUnusable, {text("dns.tlsa"), text("dns.tlsa-matches")});
    row("TLSA withdrawn", tlsa(DnssecState::Secure, LookupEnd::NoData), PolicyId::Dane, Code::TlsaNone,
        {text("dns.tlsa-lookup"), text("dns.tlsa")});
    row("TLSA unsigned", tlsa(DnssecState::Insecure, LookupEnd::Found), PolicyId::DaneOnly,
        Code::TlsaInsecure, {text("dns.tlsa-lookup")});
    row("TLSA bogus", tlsa(DnssecState::Bogus, LookupEnd::ServFail), PolicyId::Dane, Code::TlsaBogus,
        {text("dns.tlsa-lookup")});
    row("TLSA lookup fails", tlsa(DnssecState::Unknown, LookupEnd::Timeout), PolicyId::Dane,
        Code::TlsaLookupFailed, {text("dns.tlsa-lookup")});
    row("TLSA answer cannot be told", tlsa(DnssecState::Unknown, LookupEnd::Found), PolicyId::Dane,
        Code::DnssecNotTold, {});
    row("TLSA lookup is refused", tlsa(DnssecState::Insecure, LookupEnd::Refused), PolicyId::Dane,
        Code::TlsaLookupFailed, {text("dns.tlsa-lookup")});
    row("addresses unsigned", [](I &i) { i.evidence.dns->addresses->dnssec = DnssecState::Insecure; },
        PolicyId::Dane, Code::TlsaInsecure, {text("dns.address-lookup")});
    row("addresses bogus", [](I &i) { i.evidence.dns->addresses->dnssec = DnssecState::Bogus; },
        PolicyId::Dane, Code::AddressBogus, {text("dns.address-lookup")});
    row("MX bogus", [](I &i) { i.evidence.dns->mx->dnssec = DnssecState::Bogus; }, PolicyId::Dane,
        Code::MxBogus, {text("dns.mx-lookup")});
    const Change mxUnsigned = [](I &i) { i.evidence.dns->mx->dnssec = DnssecState::Insecure; };
    row("MX unsigned", mxUnsigned, PolicyId::Dane, Code::TlsaMatch, {text("dns.mx-lookup")});
    row("MX unsigned, DANE only", mxUnsigned, PolicyId::DaneOnly, Code::DomainUnsigned,
        {text("dns.mx-lookup")});
    row("REQUIRETLS withdrawn", [](I &i) { i.evidence.session.capabilitiesAfterTls->removeLast(); },
        PolicyId::RequireTls, Code::RequireTlsNotOffered, {text("dialogue.extension-after-tls.REQUIRETLS")});
    row("another certificate", [](I &i) { i.chain->sent[0].sha256 = i.chain->sent[0].spkiSha256 = "0"; },
        PolicyId::Fingerprint, Code::PinMismatch,
        {text("certificates.0.sha256"), text("certificates.0.spki-sha256")});
    row("no MTA-STS record",
        [](I &i) {
            withoutPolicy(*i.sts);
            i.sts->hasRecord = false;
        },
        PolicyId::MtaSts, Code::StsNoPolicy, {text("sts.record")});
    row("two MTA-STS records",
        [](I &i) {
            withoutPolicy(*i.sts);
            i.sts->hasRecord = false;
            i.sts->problems = {{Code::StsSeveralRecords, Severity::Error, {}, {text("2")}}};
        },
        PolicyId::MtaSts, Code::StsSeveralRecords,
        {text("sts.record"), text("sts.problem.sts-several-records")});
    row("no answer about MTA-STS",
        [](I &i) {
            i.evidence.dns->sts->lookup = LookupEnd::Timeout;
            withoutPolicy(*i.sts);
            i.sts->hasRecord = false;
            i.sts->problems = {{Code::StsLookupFailed, Severity::Warning, {}, {}}};
        },
        PolicyId::MtaSts, Code::StsLookupFailed, {text("sts.lookup"), text("sts.problem.sts-lookup-failed")});
    row("policy not fetched",
        [](I &i) {
            withoutPolicy(*i.sts);
            i.sts->fetch = StsFetchEnd::Status;
            i.sts->problems = {{Code::StsFetchFailed, Severity::Error, {}, {text("status"), text("404")}}};
        },
        PolicyId::MtaSts, Code::StsFetchFailed, {text("sts.fetch"), text("sts.problem.sts-fetch-failed")});
    row("policy invalid",
        [](I &i) {
            withoutPolicy(*i.sts);
            i.sts->problems = {{Code::StsFieldMissing, Severity::Error, {}, {text("max_age")}},
                               {Code::StsEmptyLine, Severity::Notice, {}, {}, 2}};
        },
        PolicyId::MtaSts, Code::StsPolicyInvalid, {text("sts.mode"), text("sts.problem.sts-field-missing")});
    row("policy of mode none", [](I &i) { i.sts->mode = StsMode::None; }, PolicyId::MtaSts, Code::StsModeNone,
        {text("sts.mode")});
    row("no longer listed",
        [](I &i) {
            i.sts->mx = {text("mx9.example.org")};
            i.sts->matches = false;
        },
        PolicyId::MtaSts, Code::StsMxMismatch, {text("sts.mx"), text("sts.matches")});
    row("TLS 1.1", [](I &i) { i.evidence.session.tls->protocol = TlsProtocol::TlsV1_1; }, PolicyId::MtaSts,
        Code::LegacyProtocol, {text("tls.protocol")});
}

void CausesTest::worse()
{
    QFETCH(Change, change);
    QFETCH(PolicyId, policy);
    QFETCH(FindingCode, code);
    QFETCH(QStringList, rows);
    const Inspection right = changed(change);
    const Verdict *verdict = verdictOf(right, policy);
    QVERIFY(verdict);
    QCOMPARE(toWire(verdict->because.constFirst().code), toWire(code));
    QCOMPARE(idsFor(compare(judged(served()), right), policy, Effect::Worse), rows);
    QCOMPARE(idsFor(compare(right, judged(served())), policy, Effect::Better), rows);
}

void CausesTest::revocation()
{
    const Comparison comparison = compare(submission([](Inspection &) {}), submission([](Inspection &i) {
                                              i.ocsp->status = OcspStatus::Revoked;
                                              i.ocsp->revokedAt = i.ocsp->producedAt;
                                          }));
    QCOMPARE(idsFor(comparison, PolicyId::Mua, Effect::Worse), QStringList{text("tls.ocsp")});
}

void CausesTest::everyVerdictIsExplained()
{
    QFETCH(Change, change);
    const Inspection right = changed(change);
    const Comparison comparison = compare(judged(served()), right);
    for (const Verdict &verdict : right.verdicts) {
        QVERIFY(!findingRow(verdict.because.constFirst().code).restsOn.facts().empty());
        const ComparedRow row =
            rowNamed(comparison,
                     (QLatin1StringView("verdicts.policy.") + toWire(verdict.policy)).toUtf8().constData());
        if (row.effect == Effect::Worse)
            QVERIFY2(!idsFor(comparison, verdict.policy, Effect::Worse).isEmpty(),
                     qPrintable(toWire(verdict.policy)));
    }
}

MAILSEAL_TEST(CausesTest)
#include "tst_causes.moc"
