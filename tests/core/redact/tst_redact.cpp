#include "redact/pseudonyms.h"
#include "redact/redact.h"
#include "report/text.h"
#include "support/fixtures/everyfield.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;
using everyfield::text;

namespace {

/// The sample with names and addresses that no redaction may leave behind.
Inspection acme()
{
    QByteArray content = writeJsonLine(everyfield::full());
    const std::pair<const char *, const char *> real[] = {
        {"example.org", "acme.de"},       {"me.example", "probe-host"},
        {"2001:db8::9", "2a02:8108::25"}, {"2001:db8::1", "2a02:8108::1"},
        {"192.0.2.1", "10.20.30.1"},      {"192.0.2.7", "10.20.30.7"},
        {"127.0.0.1", "10.20.30.9"},      {"/tmp/roots.pem", "/home/jane/acme-roots.pem"},
        {"Example CA", "Acme Issuing CA"}};
    for (const auto &[before, after] : real)
        content.replace(before, after);
    Inspection inspection = everyfield::read(content).value(0);
    SessionFacts &session = inspection.evidence.session;
    session.greeting = Reply{220, {}, "Mx.ACME.de ESMTP of Acme Issuing CA, postmaster@acme.de"};
    session.endReply = Reply{554, "5.7.1", "10.20.30.7 (probe-host) is blocked by bl.spam.net, ask acme.de"};
    session.transcript.append({5, Speaker::Server, true, "250-mx.acme.de Hello [IPv6:2a02:8108:0::1]", 0});
    session.transcript.append(
        {6, Speaker::Server, false, "220 \xFF relay.m\xC3\xBCller.de at 10.20.30.1:25", 0});
    session.transcript.append({7, Speaker::Client, false, "EHLO probe-host", 0});
    session.capabilitiesBeforeTls = Capabilities{"SIZE 1000", "XCLIENT mail.acme.de", "AUTH PLAIN LOGIN"};
    inspection.chain->problems = {{FindingCode::Expired,
                                   Severity::Error,
                                   0,
                                   {text("2026-01-01T00:00:00Z"), inspection.chain->sent[0].subject}}};
    return inspection;
}

} // namespace

class RedactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoNameBehind();
    void staysValidAndMarked();
    void theSameNameIsReplacedAlike();
    void consistentOverTheWholeList();
    void redactingTwiceIsSafe();
    void hosts_data();
    void hosts();
    void freeText_data();
    void freeText();
    void addressesRunOnBeyondTheFirstNetworks();
    void distinguishedNames_data();
    void distinguishedNames();
    void keepsBytesThatAreNoNames();
};

void RedactTest::leavesNoNameBehind()
{
    const Inspection inspection = acme();
    const QByteArray before = writeJsonLine(inspection).toLower();
    const QByteArray after = writeJsonLine(redact(inspection)).toLower();
    const QString report =
        inspectionText(redact(inspection), Wording(Wording::Speech::English), {}).toLower();
    for (const char *name : {"acme", "probe-host", "10.20.30.", "2a02:", "jane", "spam.net", "m\xC3\xBCller",
                             "postmaster", "begin certificate", "xn--mller"}) {
        if (QByteArray(name) != "xn--mller")
            QVERIFY2(before.contains(name), name);
        QVERIFY2(!after.contains(name), name);
        QVERIFY2(!report.contains(text(name)), name);
    }
    for (const QByteArray &digits : {QByteArray(64, 'a'), QByteArray(64, 'c'), QByteArray(64, 'f')})
        QVERIFY(before.contains(digits) && !after.contains(digits));
}

void RedactTest::staysValidAndMarked()
{
    const Inspection redacted = redact(acme());
    QVERIFY(redacted.evidence.redacted);
    const auto back = everyfield::read(writeSurvey({redacted}));
    QCOMPARE(back.size(), 1);
    QVERIFY(back.first() == redacted);
    QCOMPARE(redacted.evidence.session.sentChain->size(), acme().evidence.session.sentChain->size());
    QVERIFY(redacted.evidence.anchors.certificates.isEmpty());
    for (const CertificateFacts &certificate : redacted.chain->sent) {
        QVERIFY(certificate.der.isEmpty());
        QCOMPARE(certificate.sha256.size(), 64);
        QCOMPARE(certificate.keyBits, 256);
    }
    QCOMPARE(redacted.verdicts.size(), acme().verdicts.size());
    QVERIFY(redacted.evidence.session.timings == acme().evidence.session.timings);
}

void RedactTest::theSameNameIsReplacedAlike()
{
    const Inspection redacted = redact(acme());
    const Evidence &evidence = redacted.evidence;
    const QString host = evidence.target.host;
    QVERIFY2(host.endsWith(text(".example")), qPrintable(host));
    QCOMPARE(host, evidence.target.serverName);
    QCOMPARE(host, redacted.names->reference.first().name);
    QCOMPARE(host, redacted.chain->sent.first().dnsNames.first());
    QCOMPARE(host.section(u'.', 1), evidence.target.domain);
    QCOMPARE(redacted.chain->sent.first().dnsNames.last(), text("*.") + evidence.target.domain);
    QCOMPARE(redacted.names->matchedBy, text("DNS:*.") + evidence.target.domain);
    QVERIFY(redacted.chain->sent.first().subject.startsWith(text("CN=") + host + u','));
    QCOMPARE(redacted.chain->sent.first().issuer.section(u'=', 1), text("Name 1"));
    QCOMPARE(evidence.session.greeting->text,
             (host + text(" ESMTP of Name 1, user1@") + evidence.target.domain).toUtf8());
    QVERIFY(evidence.session.endReply->text.startsWith(
        (evidence.observer.localAddress + text(" (") + evidence.observer.ehloName + u')').toUtf8()));
    QVERIFY(evidence.session.transcript.last().text == "EHLO " + evidence.observer.ehloName.toUtf8());
    QCOMPARE(redacted.chain->path->first(), redacted.chain->sent.first().sha256);
    QCOMPARE(redacted.chain->problems.first().args.last(), redacted.chain->sent.first().subject);
    QCOMPARE(evidence.anchors.label, text("anchors.pem"));
}

void RedactTest::consistentOverTheWholeList()
{
    Inspection other = acme();
    other.evidence.target.host = text("mx2.acme.de");
    other.evidence.target.address = text("10.20.30.2");
    const auto both = redact({acme(), other});
    QCOMPARE(both[0].evidence.target.domain, both[1].evidence.target.domain);
    QVERIFY(both[0].evidence.target.host != both[1].evidence.target.host);
    QCOMPARE(both[1].evidence.target.host.section(u'.', 1), both[1].evidence.target.domain);
    QVERIFY(both[0].evidence.session.greeting == both[1].evidence.session.greeting);
}

void RedactTest::redactingTwiceIsSafe()
{
    const Inspection once = redact(acme());
    const Inspection twice = redact(once);
    QCOMPARE(twice.evidence.target.host.section(u'.', 1), twice.evidence.target.domain);
    QVERIFY(everyfield::read(writeSurvey({twice})).value(0) == twice);
}

void RedactTest::hosts_data()
{
    QTest::addColumn<QStringList>("real");
    QTest::addColumn<QStringList>("invented");
    const auto row = [](const char *name, const char *real, const char *invented) {
        QTest::newRow(name) << text(real).split(u' ') << text(invented).split(u' ');
    };
    row("a host stays below its domain", "mx.acme.de acme.de a.mx.acme.de",
        "host1.domain1.example domain1.example host2.host1.domain1.example");
    row("another domain is another", "mx.acme.de mx.bolt.de", "host1.domain1.example host1.domain2.example");
    row("case does not count", "MX.Acme.DE mx.acme.de", "host1.domain1.example host1.domain1.example");
    row("both forms of a name are one", "m\xC3\xBCller.de xn--mller-kva.de",
        "domain1.example domain1.example");
    row("a wildcard stays one", "*.acme.de acme.de", "*.domain1.example domain1.example");
    row("a wildcard of a part of a label", "mx*.acme.de *mx.acme.de",
        "host1*.domain1.example *host1.domain1.example");
    row("a wildcard below the top", "*.de", "*.domain1.example");
    row("a second level that is shared", "mx.acme.co.uk acme.co.uk bolt.co.uk",
        "host1.domain1.example domain1.example domain2.example");
    row("labels that standards fix", "_25._tcp.mx.acme.de mta-sts.acme.de",
        "_25._tcp.host1.domain1.example mta-sts.domain1.example");
    row("a name without a dot", "mailhub localhost", "host1 localhost");
}

void RedactTest::hosts()
{
    QFETCH(QStringList, real);
    QFETCH(QStringList, invented);
    Pseudonyms names;
    QStringList got;
    for (const QString &one : real)
        got.append(names.host(one));
    QCOMPARE(got, invented);
}

void RedactTest::freeText_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("redacted");
    const auto row = [](const char *said, const char *redacted) {
        QTest::newRow(said) << text(said) << text(redacted);
    };
    row("", "");
    row("421 4.7.0 too many connections", "421 4.7.0 too many connections");
    row("mx.acme.de ESMTP Exim 4.96 Mon, 24 Nov 2026 12:34:56 +0100",
        "host1.domain1.example ESMTP Exim 4.96 Mon, 24 Nov 2026 12:34:56 +0100");
    row("Sendmail 8.15.2/8.15.2 ready.", "Sendmail 8.15.2/8.15.2 ready.");
    row("see https://www.acme.de/why?ip=10.1.2.3.", "see https://host1.domain1.example/why?ip=192.0.2.1.");
    row("[10.1.2.3], [IPv6:2a02::1] and 2a02:0:0::1", "[192.0.2.1], [IPv6:2001:db8::1] and 2001:db8::1");
    row("::ffff:10.1.2.3", "2001:db8::1");
    row("10.1.2.3:25 mx.acme.de:587", "192.0.2.1:25 host1.domain1.example:587");
    row("127.0.0.1 and ::1 are nobody's", "127.0.0.1 and ::1 are nobody's");
    row("jane.doe@acme.de <jane.doe@acme.de>", "user1@domain1.example <user1@domain1.example>");
    row("a::b c:: :: x", "2001:db8::1 2001:db8::2 :: x");
    row("host=mx.acme.de;ip=10.1.2.3", "host=host1.domain1.example;ip=192.0.2.1");
    row("999.1.2.3 and 1.2.3", "999.1.2.3 and 1.2.3");
    row("foo+mx.acme.de", "foo+host1.domain1.example");
    row("the mailhub, Mailhub:25 and mailhubs", "the node, node:25 and mailhubs");
}

void RedactTest::freeText()
{
    QFETCH(QString, said);
    QFETCH(QString, redacted);
    Pseudonyms names;
    names.know(text("mailhub"), text("node"));
    QCOMPARE(names.text(said), redacted);
}

void RedactTest::addressesRunOnBeyondTheFirstNetworks()
{
    Pseudonyms names;
    QStringList all;
    for (int i = 0; i < 2000; ++i)
        all.append(names.address(text("10.0.%1.%2").arg(i / 250).arg(i % 250 + 1)));
    QCOMPARE(all[253], text("192.0.2.254"));
    QCOMPARE(all[254], text("198.51.100.1"));
    QCOMPARE(all[762], text("198.18.0.0"));
    QCOMPARE(all.removeDuplicates(), 0);
}

void RedactTest::distinguishedNames_data()
{
    QTest::addColumn<QString>("real");
    QTest::addColumn<QString>("invented");
    const auto row = [](const char *real, const char *invented) {
        QTest::newRow(real) << text(real) << text(invented);
    };
    row("CN=mx.acme.de", "CN=host1.domain1.example");
    row("CN=*.acme.de,O=Acme\\, Inc.,C=DE", "CN=*.domain1.example,O=Organisation 1,C=XX");
    row("CN=Acme CA,OU=Mail+L=Bonn", "CN=Name 1,OU=Unit 1+L=Value 1");
    row("emailAddress=jane@acme.de,CN=10.1.2.3", "emailAddress=user1@domain1.example,CN=192.0.2.1");
    row("CN=mailhub", "CN=host1");
    row("nonsense", "host1");
    row("two words", "Name 1");
    row("", "");
}

void RedactTest::distinguishedNames()
{
    QFETCH(QString, real);
    QFETCH(QString, invented);
    Pseudonyms names;
    QCOMPARE(names.distinguishedName(real), invented);
}

void RedactTest::keepsBytesThatAreNoNames()
{
    Pseudonyms names;
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all.append(static_cast<char>(byte)).append(' ');
    QCOMPARE(names.bytes(all), all);
    QCOMPARE(names.bytes("\xFF mx.acme.de \x00x"), QByteArray("\xFF host1.domain1.example \x00x"));
}

MAILSEAL_TEST(RedactTest)
#include "tst_redact.moc"
