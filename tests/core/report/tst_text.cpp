#include "report/text.h"
#include "support/fixtures/everyfield.h"
#include "support/testprogram.h"
#include "values/limits.h"
#include "wire/escape.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace mailseal;
using everyfield::text;

namespace {

/// What a hostile server puts wherever it may write: an escape sequence, a line of its own, a bidi override.
const char hostile[] = "\x1b[2J\aevil\nFAKE: line\xE2\x80\xAE\xFF";

const Wording english(Wording::Speech::English);

QString reportOf(const Inspection &inspection, TextStyle style = {})
{
    return inspectionText(inspection, english, style);
}

/// Line ends are ours; every other control character, or a bidi override, came from a server.
bool isSafe(const QString &page)
{
    return std::all_of(page.begin(), page.end(), [](QChar c) {
        return c == u'\n' ||
               (c.unicode() >= 0x20 && c.unicode() != 0x7F && c.unicode() != 0x202E &&
                c != QChar::ReplacementCharacter && !(c.unicode() >= 0x80 && c.unicode() < 0xA0));
    });
}

/// RFC 4180 cells of one line.
QStringList cellsOf(const QByteArray &line)
{
    QStringList cells{QString()};
    bool quoted = false;
    const QString all = QString::fromUtf8(line.chopped(2));
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] == u'"' && quoted && i + 1 < all.size() && all[i + 1] == u'"') {
            cells.last() += all[i++];
        } else if (all[i] == u'"') {
            quoted = !quoted;
        } else if (all[i] == u',' && !quoted) {
            cells.append(QString());
        } else {
            cells.last() += all[i];
        }
    }
    return cells;
}

QString cell(const Inspection &inspection, const char *column)
{
    const QStringList names = cellsOf(csvHeader());
    return cellsOf(csvLine(inspection)).value(names.indexOf(QLatin1StringView(column)));
}

} // namespace

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheServersOwnWords();
    void namesWhoWasAskedAndFromWhere();
    void holdsEverySection();
    void showsThePolicyAsItWasServed();
    void saysWhichSenderDoesWhat();
    void showsFurtherCertificatesAndWhoIsJudgedByThem();
    void answersBeforeProof();
    void saysWhatIsNotKnown();
    void wrapsProse();
    void coloursOnlyWhereAsked();
    void escapesWhatServersSend_data();
    void escapesWhatServersSend();
    void survivesAnEmptyInspection();
    void transcriptHasOneLineAnEntry();
    void transcriptMarksTheHandshake();
    void csvHasAsManyCellsAsColumns();
    void csvKeepsFormulasText_data();
    void csvKeepsFormulasText();
    void csvQuotes();
    void csvIsAlwaysEnglish();
    void pemHoldsTheBytesAsSent();
    void pemCommentsCannotForgeABlock();
    void pemOfAnUnreadChain();
};

void TextTest::beginsWithTheServersOwnWords()
{
    Inspection inspection = everyfield::full();
    inspection.evidence.session.end = EndReason::GreetingRefused;
    inspection.evidence.session.endReply = Reply{421, "4.7.0", "too many connections"};
    inspection.evidence.session.tls.reset();
    inspection.evidence.dns.reset();
    const QString page = reportOf(inspection);
    QVERIFY2(page.section(text(" · "), 0, 0).simplified().contains(text("“421 4.7.0 too many connections”")),
             qPrintable(page.left(200)));
    QVERIFY(page.contains(english.advice({FindingCode::Throttled, Severity::Error, {}, {}}).left(40)));
    QVERIFY2(page.contains(QRegularExpression(text("\nEncrypted +\\? Could not be told"))),
             qPrintable(page.left(900)));
}

void TextTest::namesWhoWasAskedAndFromWhere()
{
    const QString page = reportOf(everyfield::full());
    for (const char *fact : {"mx.example.org", "[2001:db8::9]:2525", "127.0.0.1:26", "LMTP, STARTTLS",
                             "2026-11-24 01:02:03 UTC", "192.0.2.7", "me.example", "STARTTLS"})
        QVERIFY2(page.contains(text(fact)), fact);
    QVERIFY2(page.contains(QRegularExpression(text("\n  Connections +3\n"))), qPrintable(page));
}

void TextTest::holdsEverySection()
{
    const QString page = reportOf(everyfield::full());
    for (const char *heading :
         {"Who would deliver to this server", "Remarks", "Session", "Certificates as sent", "Names",
          "Conformance to RFC 3207", "EHLO lists", "Transcript"})
        QVERIFY2(page.contains(QLatin1StringView("\n\n") + text(heading) + u'\n'), heading);
    for (const char *fact : {"✖ violated", "deferred", "RFC 3207 §4.1", "ecdsa-with-SHA256",
                             "2026-01-02 03:04:05 UTC to 9999-12-31 23:59:59 UTC", "EC, 256 bits",
                             "✔ DNS:*.example.org", "/tmp/roots.pem"})
        QVERIFY2(page.contains(text(fact)), fact);
}

void TextTest::showsThePolicyAsItWasServed()
{
    Inspection inspection = everyfield::full();
    const QString page = reportOf(inspection);
    for (const char *fact :
         {"MTA-STS Record id 20261124", "https://mta-sts.example.org/.well-known/mta-sts.txt",
          "its host's certificate is not valid · HTTP status 200 · text/plain · to",
          "https://elsewhere.example/", "*.example.org, mx\\x0A.example", "✔ mx.example.org matches",
          "no name in the certificate matches", "TLS reports Sent to mailto:tls@example.org"})
        QVERIFY2(page.simplified().contains(text(fact)),
                 qPrintable(text(fact) + page.mid(page.indexOf(text("\nMTA-STS")))));
    for (const char *line :
         {" 1 +version: STSv1\n", " 2 +mode: testing\n", "▲ 3 +mx: \\\\x5c\\\\x1b\\[2J\\\\xff\n", "line 3: "})
        QVERIFY2(page.contains(QRegularExpression(text(line))), qPrintable(text(line) + u'\n' + page));
    inspection.evidence.stsFetch->body = QByteArray(limits::policyLines + 7, '\n');
    QVERIFY(reportOf(inspection).contains(text("7 more lines; a saved inspection holds them all.")));
}

void TextTest::saysWhichSenderDoesWhat()
{
    Inspection inspection = everyfield::full();
    Verdict verdict;
    verdict.policy = PolicyId::MtaSts;
    verdict.delivery = Delivery::Authenticated;
    verdict.because = {{FindingCode::ChainAndNameFine, Severity::Info, {}, {}}};
    inspection.verdicts = {verdict};
    QString page = reportOf(inspection).simplified();
    QVERIFY2(page.contains(text("keeps no policy of this domain fetches this one: authenticated.")),
             qPrintable(page));
    QVERIFY2(page.contains(text("as soon as it sees the id 20261124")), qPrintable(page));
    inspection.sts->hasPolicy = false;
    inspection.verdicts.first().delivery = Delivery::Cleartext;
    inspection.verdicts.first().result = text("sts-policy-fetch-error");
    inspection.verdicts.first().because = {
        {FindingCode::StsFetchFailed, Severity::Warning, {}, {text("status"), text("404")}},
        {FindingCode::StsOlderPolicyDefers, Severity::Warning, {}, {text("mx.example.org")}},
        {FindingCode::StsOlderPolicyCached, Severity::Info, {}, {}}};
    page = reportOf(inspection).simplified();
    for (const char *fact : {"delivers as to one without MTA-STS: clear text.", "sts-policy-fetch-error",
                             "was not fetched (its host answered with an error): 404", "keeps to that one",
                             "holds the message back: mx.example.org does not pass"})
        QVERIFY2(page.contains(text(fact)), qPrintable(text(fact) + u'\n' + page));
}

void TextTest::showsFurtherCertificatesAndWhoIsJudgedByThem()
{
    Inspection inspection = everyfield::full();
    Verdict verdict;
    verdict.policy = PolicyId::Secure;
    verdict.variant = 0;
    verdict.because = {{FindingCode::SelfSignedLeaf, Severity::Error, {}, {}}};
    inspection.verdicts = {verdict};
    const QString page = reportOf(inspection).simplified();
    const QString name = english.policyName(PolicyId::Secure);
    for (const QString &part : {text("Further certificates of this server"),
                                text("the handshake fails: by alert"), text("with RSA keys only")})
        QVERIFY2(page.contains(part, Qt::CaseInsensitive), qPrintable(part + u'\n' + page));
    QCOMPARE(english.client(inspection, verdict), name + text(" (without SNI)"));
    verdict.variant = 7; // of a file that leaves its variants out
    QCOMPARE(english.client(inspection, verdict), name);
    inspection.evidence.variants.clear();
    QVERIFY(!reportOf(inspection).contains(text("Further certificates"), Qt::CaseInsensitive));
    const Finding differs{
        FindingCode::VariantDiffers, Severity::Warning, {}, {text("ECDSA"), text("deferred")}};
    QCOMPARE(english.finding(differs), text("with ECDSA keys only the server answers otherwise, "
                                            "and the outcome is another one: deferred"));
    const Finding unseen{
        FindingCode::VariantNotSeen, Severity::Info, {}, {text("no-sni"), text("connect-timeout")}};
    QVERIFY(english.finding(unseen).startsWith(
        text("which certificate the server presents without SNI was not seen: ")));
    QVERIFY(!english.finding(unseen).contains(text("connect-timeout")));
}

void TextTest::answersBeforeProof()
{
    const QString page = reportOf(everyfield::full());
    const auto at = [&](const char *what) { return page.indexOf(text(what)); };
    QVERIFY(at("Encrypted ") > 0);
    QVERIFY(at("Encrypted ") < at("Who would deliver"));
    QVERIFY(at("Who would deliver") < at("Certificates as sent"));
    QVERIFY(at("Certificates as sent") < at("\nTranscript\n"));
}

void TextTest::saysWhatIsNotKnown()
{
    Inspection inspection = everyfield::full();
    inspection.chain.reset();
    inspection.names.reset();
    inspection.verdicts.clear();
    inspection.evidence.dns.reset();
    inspection.sts.reset();
    inspection.evidence.session.tls.reset();
    inspection.evidence.session.endReply.reset();
    inspection.evidence.session.end = EndReason::ConnectTimeout;
    const QString page = reportOf(inspection);
    QCOMPARE(page.count(text("? Could not be told")), 1);
    QCOMPARE(page.count(text("? None seen")), 3);
    QVERIFY(page.contains(text("? not judged")));
    QVERIFY(!page.contains(text("STARTTLS is not offered")));
    QVERIFY(!page.contains(text("✔")) || page.indexOf(text("✔")) > page.indexOf(text("Conformance")));
    Inspection unwatched = everyfield::full();
    unwatched.ocsp.reset();
    QVERIFY(reportOf(unwatched).simplified().contains(
        text("Stapled OCSP response none: revocation was not checked")));
    unwatched.evidence.session.tls->clientCertificateRequested.reset();
    QVERIFY(reportOf(unwatched).simplified().contains(text("Stapled OCSP response unknown")));
}

void TextTest::wrapsProse()
{
    Inspection inspection = everyfield::full();
    inspection.evidence.session.transcript.clear();
    constexpr int width = 60;
    const QString page = reportOf(inspection, {false, width});
    int wrapped = 0;
    for (const QString &line : page.split(u'\n')) {
        // Only a word that cannot be parted may stand out: hashes and titles.
        if (line.size() > width && line.trimmed().contains(QLatin1StringView("  ")))
            continue;
        wrapped += line.startsWith(QLatin1StringView("      ")) ? 1 : 0;
    }
    QVERIFY(wrapped > 0);
    const QString advice = english.advice(everyfield::oneFinding(FindingCode::WeakKey));
    QVERIFY(advice.size() > width);
    QVERIFY2(!page.contains(advice),
             "the advice stands on one line although it is longer than the page is wide");
    QVERIFY(page.simplified().contains(advice.simplified()));
}

void TextTest::coloursOnlyWhereAsked()
{
    const QString plain = reportOf(everyfield::full());
    QString coloured = reportOf(everyfield::full(), {true, 80});
    QVERIFY(!plain.contains(u'\x1b'));
    QVERIFY(coloured.contains(text("\x1b[31m✖ violated")));
    coloured.remove(QRegularExpression(text("\x1b\\[[0-9]+m")));
    QCOMPARE(coloured, plain);
}

void TextTest::escapesWhatServersSend_data()
{
    using Plant = std::function<void(Inspection &)>;
    QTest::addColumn<Plant>("plant");
    const QByteArray bytes(hostile);
    const QString string = QString::fromUtf8(bytes.chopped(1));
    const auto row = [](const char *name, const Plant &plant) { QTest::newRow(name) << plant; };
    row("a reply that ended it", [=](Inspection &i) {
        i.evidence.session.endReply = Reply{554, bytes, bytes};
    });
    row("a transcript line", [=](Inspection &i) { i.evidence.session.transcript[1].text = bytes; });
    row("an extension",
        [=](Inspection &i) { i.evidence.session.capabilitiesAfterTls = Capabilities{bytes}; });
    row("an extension before TLS",
        [=](Inspection &i) { i.evidence.session.capabilitiesBeforeTls = Capabilities{bytes}; });
    row("a subject", [=](Inspection &i) { i.chain->sent[0].subject = string; });
    row("an issuer", [=](Inspection &i) { i.chain->sent[0].issuer = string; });
    row("an anchor", [=](Inspection &i) { i.chain->anchor->subject = string; });
    row("a SAN", [=](Inspection &i) { i.chain->sent[0].dnsNames = {string}; });
    row("a key type", [=](Inspection &i) { i.chain->sent[0].keyType = string; });
    row("a presented name", [=](Inspection &i) { i.names->checks[0].presented = string; });
    row("a matching name", [=](Inspection &i) { i.names->matchedBy = string; });
    row("a remark", [=](Inspection &i) { i.evidence.session.remarks[0].args = {string}; });
    row("a reason", [=](Inspection &i) { i.verdicts[1].because[0].args = {string, string}; });
    row("a foreign finding", [=](Inspection &i) {
        i.evidence.remarks = {{FindingCode::FromNewerVersion, Severity::Info, {}, {string, string, string}}};
    });
    row("a conformance text", [=](Inspection &i) { i.conformance[0].args = {string, string}; });
    row("a conformance clause", [=](Inspection &i) { i.conformance[0].clause = string; });
    row("an alert", [=](Inspection &i) {
        i.evidence.session.end = EndReason::HandshakeFailed;
        i.evidence.session.endReply.reset();
        i.evidence.session.handshake->alertReceived->name = string;
    });
    row("OpenSSL's text", [=](Inspection &i) {
        i.evidence.session.end = EndReason::HandshakeFailed;
        i.evidence.session.endReply.reset();
        i.evidence.session.handshake = HandshakeFacts{false, {}, {}, string};
    });
    row("a cipher", [=](Inspection &i) { i.evidence.session.tls->cipher = string; });
    row("a host", [=](Inspection &i) { i.evidence.target.host = string; });
    row("an address", [=](Inspection &i) { i.evidence.target.address = string; });
    row("a store", [=](Inspection &i) { i.evidence.anchors.label = string; });
    row("a source", [=](Inspection &i) { i.verdicts[0].source = string; });
}

void TextTest::escapesWhatServersSend()
{
    QFETCH(std::function<void(Inspection &)>, plant);
    Inspection inspection = everyfield::full();
    inspection.evidence.target.policy = PolicyId::WebPki;
    plant(inspection);
    const QString report = reportOf(inspection);
    QVERIFY2(isSafe(report), qPrintable(escapeUnprintable(report)));
    QVERIFY2(!report.contains(text("\nFAKE")), qPrintable(report));
    QVERIFY(report.contains(text("\\x1B[2J"), Qt::CaseInsensitive));
    const QString transcript = transcriptText(inspection, english);
    QVERIFY(isSafe(transcript));
    QVERIFY(!transcript.contains(text("\nFAKE")));
    const QByteArray csv = csvLine(inspection);
    QVERIFY(isSafe(QString::fromUtf8(csv.chopped(2))));
    QVERIFY(!csv.chopped(2).contains('\n'));
    const QByteArray pem = chainPem(inspection);
    QVERIFY(isSafe(QString::fromUtf8(pem)));
    QVERIFY(!pem.contains("\nFAKE"));
}

void TextTest::survivesAnEmptyInspection()
{
    const Inspection nothing;
    QVERIFY(reportOf(nothing).contains(text("Could not be told")));
    QVERIFY(reportOf(nothing, {true, 0}).simplified().contains(text("Could not")));
    QVERIFY(transcriptText(nothing, english).startsWith(u'#'));
    QVERIFY(chainPem(nothing).isEmpty());
    QCOMPARE(cellsOf(csvLine(nothing)).size(), cellsOf(csvHeader()).size());
}

void TextTest::transcriptHasOneLineAnEntry()
{
    const QString page = transcriptText(everyfield::full(), english);
    QVERIFY(page.startsWith(text("# Mailseal transcript\n# Server: mx.example.org\n")));
    QVERIFY(page.contains(text("\n   0.000       -- connecting\n")));
    QVERIFY2(
        page.contains(text("\n   1.235       S: 220 \\x1B[2J\\x5Cx41 \\x00 grü\\xFF [… 77 octets cut]\n"),
                      Qt::CaseInsensitive),
        qPrintable(page));
    QVERIFY(page.endsWith(text("\n   2.000  TLS  C: QUIT\n")));
}

void TextTest::transcriptMarksTheHandshake()
{
    Inspection inspection = everyfield::full();
    const QString page = transcriptText(inspection, english);
    const qsizetype rule = page.indexOf(text("-------- TLS handshake: TLS 1.2, "));
    QVERIFY2(rule > page.indexOf(text("S: 220")), qPrintable(page));
    QVERIFY(rule < page.indexOf(text("C: QUIT")));
    QCOMPARE(page.count(text("TLS handshake:")), 1);
    inspection.evidence.session.transcript.removeLast();
    QVERIFY(!transcriptText(inspection, english).contains(text("TLS handshake:")));
}

void TextTest::csvHasAsManyCellsAsColumns()
{
    QVERIFY(csvHeader().endsWith("\r\n"));
    QVERIFY(csvLine(everyfield::full()).endsWith("\r\n"));
    QCOMPARE(cellsOf(csvLine(everyfield::full())).size(), cellsOf(csvHeader()).size());
    QCOMPARE(cell(everyfield::full(), "address"), text("2001:db8::9"));
    QCOMPARE(cell(everyfield::full(), "end"), text("completed"));
    QCOMPARE(cell(everyfield::full(), "acceptedBy"), text("opportunistic"));
    QCOMPARE(cell(everyfield::full(), "refusedBy"), text("webpki"));
}

void TextTest::csvKeepsFormulasText_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("an equals sign") << text("=HYPERLINK(1)") << text("'=HYPERLINK(1)");
    QTest::newRow("a plus") << text("+1") << text("'+1");
    QTest::newRow("a minus") << text("-1") << text("'-1");
    QTest::newRow("an at") << text("@SUM(1)") << text("'@SUM(1)");
    QTest::newRow("a full-width equals sign") << text("＝1") << text("'＝1");
    QTest::newRow("a tab") << text("\t=1") << text("\\x09=1");
    QTest::newRow("an equals sign inside") << text("CN=x") << text("CN=x");
}

void TextTest::csvKeepsFormulasText()
{
    QFETCH(QString, sent);
    QFETCH(QString, shown);
    Inspection inspection = everyfield::full();
    inspection.chain->sent[0].subject = sent;
    QCOMPARE(cell(inspection, "subject"), shown);
    inspection.evidence.session.endReply = Reply{554, {}, sent.toUtf8()};
    QCOMPARE(cell(inspection, "endReplyText"), shown);
}

void TextTest::csvQuotes()
{
    Inspection inspection = everyfield::full();
    inspection.chain->sent[0].subject = text("CN=a,O=\"b\"");
    QVERIFY(csvLine(inspection).contains("\"CN=a,O=\"\"b\"\"\""));
    QCOMPARE(cell(inspection, "subject"), text("CN=a,O=\"b\""));
}

void TextTest::csvIsAlwaysEnglish()
{
    QCOMPARE(cell(everyfield::full(), "standing"), QString());
    Inspection inspection = everyfield::full();
    inspection.evidence.target.policy = PolicyId::WebPki;
    QCOMPARE(cell(inspection, "standing"), text("violated"));
    QCOMPARE(cell(inspection, "because"), english.finding(inspection.verdicts[1].because[0]));
    QCOMPARE(cell(inspection, "observedAt"), text("2026-11-24T01:02:03.456Z"));
}

void TextTest::pemHoldsTheBytesAsSent()
{
    const Inspection inspection = everyfield::full();
    const QByteArray pem = chainPem(inspection);
    QCOMPARE(pem.count("-----BEGIN CERTIFICATE-----\n"), 2);
    QList<QByteArray> found;
    for (const QByteArray &part : QByteArray(pem).replace("-----END", "\x01").split('\x01')) {
        const qsizetype begin = part.indexOf("-----BEGIN CERTIFICATE-----\n");
        if (begin >= 0)
            found.append(QByteArray::fromBase64(part.mid(begin + 28).replace('\n', "")));
    }
    QCOMPARE(found, (QList{inspection.chain->sent[0].der, inspection.chain->sent[1].der}));
    QVERIFY(pem.startsWith("# Subject: CN=mx.example.org"));
    QVERIFY(pem.contains("\n# Issuer: CN=Example CA\n"));
    for (const QByteArray &line : pem.split('\n'))
        QVERIFY(line.startsWith('#') || line.size() <= 64);
}

void TextTest::pemCommentsCannotForgeABlock()
{
    Inspection inspection = everyfield::full();
    inspection.chain->sent[0].subject =
        text("CN=x\n-----BEGIN CERTIFICATE-----\nAAAA\n------END CERTIFICATE------");
    const QByteArray pem = chainPem(inspection);
    QCOMPARE(pem.count("-----BEGIN"), 2);
    QCOMPARE(pem.count("-----END"), 2);
    QVERIFY(pem.contains("BEGIN CERTIFICATE"));
}

void TextTest::pemOfAnUnreadChain()
{
    Inspection inspection = everyfield::full();
    const QList<QByteArray> sent = *inspection.evidence.session.sentChain;
    inspection.chain.reset();
    QCOMPARE(chainPem(inspection).count("-----BEGIN CERTIFICATE-----\n"), sent.size());
}

MAILSEAL_TEST(TextTest)
#include "tst_text.moc"
