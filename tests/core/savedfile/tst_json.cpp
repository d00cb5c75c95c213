#include "support/fixtures/everyfield.h"
#include "support/testprogram.h"

#include "wire/wire.h"

#include <QJsonDocument>
#include <QTest>

using namespace mailseal;
using namespace everyfield;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void fieldsOfTheContract();
    void values_data();
    void values();
    void everyFindingHasTextAndAdvice();
    void everyConformanceNoteHasText();
    void oneLineAnInspection();
};

void TestJson::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<Inspection>("inspection");
    QTest::newRow("everything filled") << full();
    QTest::newRow("nothing filled") << Inspection{};
    for (int i = 0; i <= int(EndReason::FromNewerVersion); ++i) {
        Inspection inspection = full();
        inspection.evidence.session.end = EndReason(i);
        QTest::addRow("end %s", qPrintable(toWire(EndReason(i)))) << inspection;
        Inspection bare;
        bare.evidence.session.end = EndReason(i);
        QTest::addRow("bare end %s", qPrintable(toWire(EndReason(i)))) << bare;
    }
    for (int i = 0; i <= int(PolicyId::RequireTls); ++i) {
        Inspection inspection = full();
        inspection.evidence.target.policy = PolicyId(i);
        inspection.verdicts.first().policy = PolicyId(i);
        QTest::addRow("policy %s", qPrintable(toWire(PolicyId(i)))) << inspection;
    }
    Inspection inspection = full();
    inspection.chain.reset();
    QTest::newRow("a chain that was sent and not judged") << inspection;
    inspection.evidence.session.sentChain = QList<QByteArray>{};
    QTest::newRow("an empty chain") << inspection;
    inspection = full();
    inspection.evidence.session.sentChain.reset();
    QTest::newRow("a chain judged and not sent") << inspection;
    inspection = full();
    inspection.evidence.session.tls->clientCertificateRequested.reset();
    inspection.evidence.session.tls->ocspStaple.clear();
    inspection.ocsp.reset();
    QTest::newRow("a handshake that was not watched") << inspection;
    inspection = full();
    inspection.chain->sent.last() = {};
    inspection.chain->sent.last().der = "unreadable";
    inspection.evidence.session.sentChain->last() = "unreadable";
    QTest::newRow("an unreadable certificate") << inspection;
    inspection = full();
    inspection.chain->path.reset();
    inspection.chain->anchor.reset();
    inspection.chain->selfSignedKind.reset();
    inspection.names->matches.reset();
    QTest::newRow("no path, no anchor, no name to match") << inspection;
    inspection = full();
    inspection.verdicts.first().because = {{FindingCode::FromNewerVersion,
                                            Severity::Info,
                                            std::nullopt,
                                            {text("sts-mx-mismatch"), text("t"), text("a")}}};
    inspection.conformance.first().note = ConformanceNote::FromNewerVersion;
    inspection.conformance.first().args = {text("a sentence")};
    QTest::newRow("what a newer version said") << inspection;
    inspection.verdicts.first().because = {{FindingCode::FromNewerVersion, Severity::Info, std::nullopt, {}}};
    inspection.conformance.first().args = {};
    QTest::newRow("a foreign finding without words") << inspection;
}

void TestJson::whatIsWrittenIsReadBack()
{
    QFETCH(Inspection, inspection);
    const QByteArray content = writeSurvey({inspection, full()});
    const auto back = read(content);
    QCOMPARE(back.size(), 2);
    QVERIFY(back[0].evidence.session == inspection.evidence.session);
    QVERIFY(back[0].evidence == inspection.evidence);
    QVERIFY(back[0].chain == inspection.chain);
    QVERIFY(back[0] == inspection);
    QVERIFY(back[1] == full());
    QCOMPARE(writeSurvey(back), content);
}

void TestJson::fieldsOfTheContract()
{
    const auto keys = [](const QJsonObject &object, const char *path) {
        return (*path ? valueAt(object, path).toObject() : object).keys();
    };
    const QJsonObject object = toJson(full());
    const std::pair<const char *, const char *> expected[] = {
        {"", "schema producer observedAt judgedAt origin observer target end endReply endDetail handshake "
             "timings transcript capabilities earlyPlaintext tls chain anchors names variants verdicts "
             "acceptedBy refusedBy conformance dns sts audit"},
        {"producer", "name version"},
        {"observer", "localAddress ehloName resolver proxy connections queries"},
        {"target", "input domain host address port service start serverName policy pins connectedTo"},
        {"target.connectedTo", "address port"},
        {"endReply", "code enhanced text"},
        {"handshake", "completed alertSent alertReceived error"},
        {"handshake.alertSent", "level number name"},
        {"timings",
         "resolveMs connectMs greetingMs ehloMs starttlsMs handshakeMs ehloAfterTlsMs quitMs totalMs"},
        {"transcript.0", "atMs from tls text cutBytes step"},
        {"capabilities", "beforeTls afterTls"},
        {"earlyPlaintext", "bytes text"},
        {"tls", "protocol cipher keyExchange signature serverName clientCertificateRequested ocsp"},
        {"tls.ocsp", "status producedAt verified der"},
        {"sts", "id mode maxAge mx matches matchesAnyPattern fetch chain problems literal"},
        {"chain", "sent path anchor trusted selfSigned selfSignedKind ordered problems"},
        {"chain.sent.0", "subject issuer serial notBefore notAfter key signature dnsNames ipAddresses sha256 "
                         "spkiSha256 selfSigned pem"},
        {"chain.sent.0.key", "type bits"},
        {"chain.problems.0", "code severity depth text advice"},
        {"anchors", "store label used"},
        {"names", "reference matches matchedBy checks"},
        {"names.reference.0", "name source dnssec"},
        {"names.checks.0", "presented reference matches reason"},
        {"verdicts.0", "policy standing delivery variant because source result"},
        {"conformance.0", "id standing clause evidence text"},
    };
    for (const auto &[path, names] : expected) {
        for (const QString &name : QString::fromLatin1(names).split(u' '))
            QVERIFY2(keys(object, path).contains(name), qPrintable(QLatin1StringView(path) + u'.' + name));
    }
    for (const auto &name : keys(toJson(Inspection{}), ""))
        QVERIFY2(object.contains(name) || name == text("sentChain"), qPrintable(name));
}

void TestJson::values_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto add = [](const char *path, const QJsonValue &value) {
        QTest::newRow(path) << QString::fromLatin1(path) << value;
    };
    add("schema", text("mailseal/inspection/1"));
    add("observedAt", text("2026-11-24T01:02:03.456Z"));
    add("end", text("completed"));
    add("endReply.code", 421);
    add("endReply.text", text("line \\x5c one\nline\\xff two\\x0d"));
    add("timings.resolveMs", 0);
    add("timings.connectMs", 0.001);
    add("timings.greetingMs", 1.234);
    add("transcript.1.atMs", 1234.567);
    add("transcript.1.text", text("220 \\x1b[2J\\x5cx41 \\x00 gr\xC3\xBC\\xff"));
    add("transcript.1.cutBytes", 77);
    add("transcript.0.from", text("note"));
    add("tls.protocol", text("TLSv1.2"));
    add("tls.ocsp.status", text("revoked"));
    add("tls.ocsp.producedAt", text("2026-11-20T01:02:03.000Z"));
    add("tls.ocsp.verified", true);
    add("tls.ocsp.der", text("6120737461706c656420726573706f6e7365"));
    add("capabilities.beforeTls.2", text("X\\x01"));
    add("chain.sent.0.notAfter", text("9999-12-31T23:59:59Z"));
    add("chain.selfSignedKind", text("anchored"));
    add("names.matchedBy", text("DNS:*.example.org"));
    add("verdicts.0.variant", 2);
    add("verdicts.0.result", QJsonValue());
    add("verdicts.1.result", text("certificate-expired"));
    add("acceptedBy", QJsonArray{text("opportunistic")});
    add("refusedBy", QJsonArray{text("webpki")});
    add("conformance.0.evidence", QJsonArray{0, 2});
    add("variants.0.sni", false);
    add("variants.0.keyType", QJsonValue());
    add("variants.0.chain.problems.0.code", text("self-signed-leaf"));
    add("variants.0.tlsa.records.0.matches", true);
    add("variants.0.tls.ocsp.status", text("revoked"));
    add("variants.1.keyType", text("RSA"));
    add("variants.1.tls", QJsonValue());
    add("variantsSeen.0", text("no-sni"));
    add("variants.1.chain", QJsonValue());
    add("variants.1.handshake.alertReceived.number", 40);
    add("dns.alias.records.0.text", text("box.example.net."));
    add("dns.mx.dnssec", text("bogus"));
    add("dns.mx.records.0.text", text("10 mx.example.org."));
    add("dns.tlsa.lookup", text("found"));
    add("dns.tlsa.records.0.text", text("3 1 1 00ff"));
    add("dns.tlsa.records.0.matches", true);
    add("dns.tlsa.records.1.why", text("weaker-digest"));
    add("dns.tlsRpt.lookup", text("timeout"));
    add("dns.sts.records.0.text", text("\"v=STSv1; id=\\x22\\x5c\\x0d\\x0a\\xff;\""));
    add("sts.mode", text("testing"));
    add("sts.fetch", text("certificate"));
    add("sts.matchesAnyPattern", false);
    add("sts.literal", text("version: STSv1\\x0d\nmode: testing\nmx: \\x5c\\x1b[2J\\xff\\x0d\n"));
    add("sts.problems.0.line", 3);
    add("sts.policyHost.end", text("ok"));
    add("tlsRpt.rua", QJsonArray{text("mailto:tls@example.org")});
    add("audit", QJsonValue());
}

void TestJson::values()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const auto content = QJsonDocument::fromJson(writeJsonLine(full())).object();
    QCOMPARE(valueAt(content, path.toLatin1().constData()), value);
}

void TestJson::everyFindingHasTextAndAdvice()
{
    for (int i = 0; i < int(FindingCode::FromNewerVersion); ++i) {
        Inspection inspection = full();
        inspection.verdicts.first().because = {{FindingCode(i), Severity::Info, std::nullopt, {}}};
        const auto finding = valueAt(toJson(inspection), "verdicts.0.because.0");
        QCOMPARE(finding[text("code")].toString(), toWire(FindingCode(i)));
        QVERIFY2(!finding[text("text")].toString().isEmpty(), qPrintable(toWire(FindingCode(i))));
        QVERIFY2(!finding[text("advice")].toString().isEmpty(), qPrintable(toWire(FindingCode(i))));
    }
}

void TestJson::everyConformanceNoteHasText()
{
    for (int i = 0; i < int(ConformanceNote::FromNewerVersion); ++i) {
        Inspection inspection = full();
        inspection.conformance.first().note = ConformanceNote(i);
        inspection.conformance.first().args = {};
        QVERIFY2(!valueAt(toJson(inspection), "conformance.0.text").toString().isEmpty(),
                 qPrintable(toWire(ConformanceNote(i))));
    }
}

void TestJson::oneLineAnInspection()
{
    const QByteArray line = writeJsonLine(full());
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(line.count('\n'), 1);
    const auto back = read(line);
    QCOMPARE(back.size(), 1);
    QVERIFY(back.first() == full());
}

MAILSEAL_TEST(TestJson)
#include "tst_json.moc"
