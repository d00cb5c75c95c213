#include "report/text.h"
#include "report/textlayout.h"
#include "support/fixtures/everyfield.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;
using everyfield::text;

namespace {

const Wording english(Wording::Speech::English);
constexpr int wide = 100;

QString reportOf(const QList<Inspection> &inspections, int width = wide,
                 TextDetail detail = TextDetail::Short)
{
    return surveyText(inspections, english, {false, width, detail});
}

Verdict verdictAs(PolicyId policy, Standing standing, Delivery delivery, const QList<Finding> &because)
{
    Verdict verdict;
    verdict.policy = policy;
    verdict.standing = standing;
    verdict.delivery = delivery;
    verdict.because = because;
    return verdict;
}

const Finding unchecked{FindingCode::CertificatesNotChecked, Severity::Info, {}, {}};
const Finding selfSigned{FindingCode::SelfSignedLeaf, Severity::Error, 0, {text("CN=mx.example.org")}};
const Finding legacy{FindingCode::LegacyProtocol, Severity::Warning, {}, {text("TLSv1")}};

/// Nothing but verdicts, acted under `opportunistic`.
Inspection judged(const QList<Verdict> &verdicts)
{
    Inspection inspection;
    inspection.evidence.target.host = text("mx.example.org");
    inspection.evidence.target.address = text("192.0.2.1");
    inspection.evidence.target.port = 25;
    inspection.evidence.session.end = EndReason::Completed;
    inspection.verdicts = verdicts;
    return inspection;
}

QString sentence(const Finding &finding) { return english.finding(finding).simplified(); }
QString advice(const Finding &finding) { return english.advice(finding).simplified(); }

} // namespace

class ShortReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLineIsWiderThanThePage_data();
    void noLineIsWiderThanThePage();
    void saysARepeatedReasonOnce();
    void foldsWhatDoesNotApply();
    void showsWhatWasActedUnderAllTheSame();
    void warnedRowHasItsReasonAndAdvice();
    void fineRowHasNoAdvice();
    void problemsHoldWhatNoRowHasSaid();
    void sendersReferToTheClients();
    void laterServerRefersToAnEarlierOne();
    void laterServerThatSaysTheSameIsNotHeardTwice();
    void proofIsForTheFullText();
    void severalServersStandInAListFirst();
    void hostileTextStaysOnItsLine();
};

void ShortReportTest::noLineIsWiderThanThePage_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<TextDetail>("detail");
    for (const int width : {40, 60, 80, 120}) {
        QTest::addRow("short, %d columns", width) << width << TextDetail::Short;
        QTest::addRow("full, %d columns", width) << width << TextDetail::Full;
    }
}

void ShortReportTest::noLineIsWiderThanThePage()
{
    QFETCH(int, width);
    QFETCH(TextDetail, detail);
    Inspection odd = everyfield::full();
    odd.evidence.target.host = text("mx-with-a-rather-long-name-for-a-host.department.example.org");
    odd.evidence.target.address = text("2001:db8:1234:5678:9abc:def0:1234:5678");
    odd.chain->sent[0].subject =
        text("CN=例え.テスト,O=株式会社 例え 株式会社 例え 株式会社 例え,L=東京 東京 東京");
    odd.evidence.session.transcript[1].text =
        text("220 例え 例え 例え 例え 例え 例え 例え 例え 例え 例え 例え").toUtf8();
    const QString page = reportOf({everyfield::full(), odd}, width, detail);
    int full = 0;
    for (const QString &line : page.split(u'\n')) {
        full += columnCount(line) > width * 3 / 4 ? 1 : 0;
        if (columnCount(line) <= width)
            continue;
        const QString word =
            line.mid(line.lastIndexOf(u' ') + 1); // a fingerprint, say: it is too long by itself
        QVERIFY2(line.trimmed() == word || columnCount(line.chopped(word.size())) <= 24, qPrintable(line));
    }
    QVERIFY2(full > 3, "the page is not made use of");
}

void ShortReportTest::saysARepeatedReasonOnce()
{
    const QString page =
        reportOf(
            {judged(
                {verdictAs(PolicyId::Opportunistic, Standing::Satisfied, Delivery::Encrypted, {unchecked}),
                 verdictAs(PolicyId::WebPki, Standing::Violated, Delivery::Deferred, {selfSigned}),
                 verdictAs(PolicyId::Dane, Standing::Satisfied, Delivery::Authenticated,
                           {{FindingCode::TlsaMatch, Severity::Info, {}, {text("3 1 1 …"), text("CN=x")}}}),
                 verdictAs(PolicyId::Secure, Standing::Violated, Delivery::Deferred, {selfSigned})})})
            .simplified();
    QCOMPARE(page.count(sentence(selfSigned)), 1);
    QCOMPARE(page.count(advice(selfSigned)), 1);
    const QString pair = english.policyName(PolicyId::WebPki) + text(" ✖ deferred ") +
                         english.policyName(PolicyId::Secure) + text(" ✖ deferred ") + sentence(selfSigned);
    QVERIFY2(page.contains(pair), qPrintable(page));
}

void ShortReportTest::foldsWhatDoesNotApply()
{
    const Finding none{FindingCode::NoPins, Severity::Info, {}, {}};
    const Finding relay{FindingCode::RelayService, Severity::Info, {}, {text("smtp")}};
    const QString page = reportOf(
        {judged({verdictAs(PolicyId::Opportunistic, Standing::Satisfied, Delivery::Encrypted, {unchecked}),
                 verdictAs(PolicyId::Fingerprint, Standing::NotApplicable, Delivery::Unknown, {none}),
                 verdictAs(PolicyId::Mua, Standing::NotApplicable, Delivery::Unknown, {relay})})});
    QVERIFY2(
        page.contains(text("\n  Not applicable here: %1 · %2\n")
                          .arg(english.policyName(PolicyId::Fingerprint), english.policyName(PolicyId::Mua))),
        qPrintable(page));
    QVERIFY(!page.contains(sentence(none)));
}

void ShortReportTest::showsWhatWasActedUnderAllTheSame()
{
    const Finding none{FindingCode::NoPins, Severity::Info, {}, {}};
    Inspection inspection =
        judged({verdictAs(PolicyId::Fingerprint, Standing::NotApplicable, Delivery::Unknown, {none})});
    inspection.evidence.target.policy = PolicyId::Fingerprint;
    const QString page = reportOf({inspection}).simplified();
    QVERIFY2(page.contains(sentence(none)), qPrintable(page));
    QVERIFY(page.contains(advice(none)));
    QVERIFY(!page.contains(text("Not applicable here")));
}

void ShortReportTest::warnedRowHasItsReasonAndAdvice()
{
    const QString page = reportOf({judged({verdictAs(PolicyId::Opportunistic, Standing::Satisfied,
                                                     Delivery::Encrypted, {unchecked, legacy})})})
                             .simplified();
    QVERIFY2(page.contains(
                 text("▲ encrypted %1 ▲ %2 → %3").arg(sentence(unchecked), sentence(legacy), advice(legacy))),
             qPrintable(page));
    QVERIFY(!page.contains(text("Problems")));
}

void ShortReportTest::fineRowHasNoAdvice()
{
    const Finding match{FindingCode::ChainAndNameFine, Severity::Info, {}, {text("mx"), text("CN=root")}};
    const QString page = reportOf(
        {judged({verdictAs(PolicyId::WebPki, Standing::Satisfied, Delivery::Authenticated, {match})})});
    QVERIFY2(page.contains(sentence(match)), qPrintable(page));
    QVERIFY(!page.contains(text("→")));
}

void ShortReportTest::problemsHoldWhatNoRowHasSaid()
{
    const Finding weak{FindingCode::WeakKey, Severity::Warning, 0, {text("RSA"), text("512"), text("CN=x")}};
    const Finding bareLf{FindingCode::BareLf, Severity::Warning, {}, {text("3")}};
    const Finding quiet{FindingCode::RootSent, Severity::Notice, 0, {text("CN=root")}};
    Inspection inspection =
        judged({verdictAs(PolicyId::WebPki, Standing::Violated, Delivery::Deferred, {selfSigned, legacy})});
    inspection.chain = ChainFacts{};
    inspection.chain->problems = {selfSigned, weak, quiet};
    inspection.evidence.session.remarks = {bareLf};
    ConformanceRow offeredAgain;
    offeredAgain.standing = Standing::Violated;
    offeredAgain.clause = text("RFC 3207 §4.2");
    offeredAgain.note = ConformanceNote::OfferedAgain;
    inspection.conformance = {offeredAgain};
    const QString page = reportOf({inspection}).simplified();
    const qsizetype problems = page.indexOf(text("Problems ▲"));
    QVERIFY2(problems > 0, qPrintable(page));
    for (const Finding &finding : {legacy, weak, bareLf})
        QVERIFY2(page.indexOf(sentence(finding) + text(" → ") + advice(finding)) > problems,
                 qPrintable(sentence(finding) + u'\n' + page));
    QVERIFY2(page.contains(text("✖ not as RFC 3207 §4.2 asks (")), qPrintable(page));
    QCOMPARE(page.count(sentence(selfSigned)), 1);
    QVERIFY(!page.contains(sentence(quiet)));
}

void ShortReportTest::sendersReferToTheClients()
{
    Inspection inspection =
        judged({verdictAs(PolicyId::Opportunistic, Standing::Satisfied, Delivery::Encrypted, {unchecked})});
    SenderVerdict sender;
    sender.name = text("Postfix, level may");
    sender.delivery = Delivery::Encrypted;
    sender.decidedBy = PolicyId::Opportunistic;
    sender.sources = {{text("a manual"), QDate(2026, 1, 2), QString()}};
    inspection.senders = {sender};
    const QString page = reportOf({inspection});
    QVERIFY2(page.contains(text("\n  Postfix, level may  encrypted  as “%1”\n")
                               .arg(english.policyName(PolicyId::Opportunistic))),
             qPrintable(page));
    QCOMPARE(page.count(sentence(unchecked)), 1);
    QVERIFY(!page.contains(text("a manual")));
}

void ShortReportTest::laterServerRefersToAnEarlierOne()
{
    const Inspection first =
        judged({verdictAs(PolicyId::WebPki, Standing::Violated, Delivery::Deferred, {selfSigned})});
    Inspection same = first;
    same.evidence.target.address = text("2001:db8::1");
    Inspection other = first;
    other.verdicts.first().delivery = Delivery::Refused;
    const QString page = reportOf({first, same, other});
    QCOMPARE(page.count(text("The same as to mx.example.org, 192.0.2.1:25, for the same reasons.")), 1);
    QCOMPARE(page.simplified().count(advice(selfSigned)), 2);
}

void ShortReportTest::laterServerThatSaysTheSameIsNotHeardTwice()
{
    Inspection first = judged({});
    first.evidence.session.transcript = {{1000, Speaker::Server, false, "220 hello", 0, {}},
                                         {2000, Speaker::Client, false, "QUIT", 0, {}}};
    first.evidence.session.remarks = {{FindingCode::BareLf, Severity::Warning, {}, {text("1")}}};
    Inspection same = first;
    same.evidence.target.address = text("192.0.2.2");
    same.evidence.session.transcript[1].atUs = 9000;
    Inspection other = same;
    other.evidence.session.transcript[0].tls = true;
    const QString page = reportOf({first, same, other});
    QCOMPARE(page.count(text("220 hello")), 2);
    QCOMPARE(page.count(text("The same as with mx.example.org, 192.0.2.1:25, but for the times.")), 1);
    QCOMPARE(page.count(text("The same as with mx.example.org, 192.0.2.1:25.")), 2);
    QCOMPARE(page.simplified().count(advice(first.evidence.session.remarks.constFirst())), 1);
}

void ShortReportTest::proofIsForTheFullText()
{
    const QString brief = reportOf({everyfield::full()});
    const QString full = reportOf({everyfield::full()}, wide, TextDetail::Full);
    for (const char *heading : {"Session", "Certificates as sent", "Names", "EHLO lists", "Remarks", "DNS"}) {
        const QString line = text("\n\n") + text(heading) + u'\n';
        QVERIFY2(!brief.contains(line), heading);
        QVERIFY2(full.contains(line), heading);
    }
    for (const char *heading : {"Who would deliver to this server", "Would a well-known sender deliver?",
                                "What has changed since it was judged", "Problems", "Transcript"})
        QVERIFY2(brief.contains(text("\n\n") + text(heading) + u'\n'), heading);
}

void ShortReportTest::severalServersStandInAListFirst()
{
    Inspection one =
        judged({verdictAs(PolicyId::Opportunistic, Standing::Satisfied, Delivery::Encrypted, {unchecked})});
    one.evidence.target.domain = text("xn--mnchen-3ya.example");
    one.evidence.dns = DnsEvidence{};
    one.evidence.dns->preference = 10;
    Inspection two = one;
    two.evidence.target.host = text("mx2.example.org");
    two.verdicts.first().standing = Standing::Violated;
    const QString page = reportOf({one, two});
    QVERIFY2(page.startsWith(text("münchen.example (xn--mnchen-3ya.example): 1 of 2 servers satisfy the "
                                  "policy acted under\n10  mx.example.org   192.0.2.1:25  ▲ ")),
             qPrintable(page.left(300)));
    QVERIFY(page.contains(text("\n10  mx2.example.org  192.0.2.1:25  ✖ ")));
    one.evidence.target.domain.clear();
    QVERIFY(!reportOf({one}).contains(text("servers satisfy")));
    QVERIFY(reportOf({one, one}).startsWith(text("2 of 2 servers satisfy")));
}

void ShortReportTest::hostileTextStaysOnItsLine()
{
    const QString hostile = text("\x1b[2J\nFAKE: line\xE2\x80\xAE");
    Inspection inspection =
        judged({verdictAs(PolicyId::WebPki, Standing::Violated, Delivery::Deferred,
                          {{FindingCode::SelfSignedLeaf, Severity::Error, 0, {hostile}}})});
    inspection.evidence.target.domain = hostile;
    inspection.evidence.target.host = hostile;
    inspection.evidence.session.remarks = {{FindingCode::UnexpectedReply, Severity::Warning, {}, {hostile}}};
    inspection.senders = {{hostile, hostile, Delivery::Unknown, {}, {}, {}}};
    const QString page = reportOf({inspection, inspection}, 60);
    QVERIFY2(!page.contains(text("\nFAKE")) && !page.contains(u'\x1b') && !page.contains(QChar(0x202E)),
             qPrintable(page));
}

MAILSEAL_TEST(ShortReportTest)
#include "tst_shortreport.moc"
