#include "findings/reproduce.h"
#include "support/testprogram.h"

#include <QProcess>
#include <QTest>

using namespace mailseal;

namespace {

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

Inspection server()
{
    Inspection inspection;
    Target &target = inspection.evidence.target;
    target.domain = text("example.org");
    target.host = text("mx.example.org");
    target.serverName = target.host;
    target.address = text("192.0.2.1");
    target.connectedTo = {target.address, 25};
    inspection.evidence.observer.resolver = text("192.0.2.53:5300");
    inspection.evidence.dns = DnsEvidence{};
    inspection.evidence.dns->tlsa = Answer<TlsaRecord>{};
    inspection.evidence.dns->tlsa->name = text("_25._tcp.mx.example.org");
    return inspection;
}

Finding of(FindingCode code, const QStringList &args = {}) { return {code, Severity::Error, {}, args}; }

} // namespace

/// Lines that reproduce a finding, offered to be run: right and harmless.
class ReproduceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineForWhatCanBeShown_data();
    void aLineForWhatCanBeShown();
    void theServiceDecidesHowTlsBegins_data();
    void theServiceDecidesHowTlsBegins();
    void hostileNamesGiveNoLine_data();
    void hostileNamesGiveNoLine();
    void aWordStandsForItself_data();
    void aWordStandsForItself();
    void thePolicyHostsCertificateIsAskedThere();
    void aVariantIsAskedForAsItWas();
    void whatWasNotConnectedToIsNotReproduced();
};

void ReproduceTest::aLineForWhatCanBeShown_data()
{
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<QString>("line");
    const QString client =
        text("openssl s_client -starttls smtp -connect 192.0.2.1:25 -servername mx.example.org");
    const auto row = [](FindingCode code, const QString &line, const QStringList &args = {}) {
        QTest::addRow("code %d", static_cast<int>(code)) << of(code, args) << line;
    };
    row(FindingCode::Encrypted, client + text(" -brief </dev/null"));
    row(FindingCode::SelfSignedLeaf,
        client + text(" -verify_hostname mx.example.org -verify_return_error -brief </dev/null"));
    row(FindingCode::NameMismatch,
        client + text(" </dev/null 2>/dev/null | openssl x509 -noout -subject -ext subjectAltName"));
    row(FindingCode::Expired,
        client + text(" </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates"));
    row(FindingCode::MisorderedChain, client + text(" -showcerts </dev/null"));
    row(FindingCode::Revoked, client + text(" -status </dev/null"));
    row(FindingCode::PinMismatch,
        client + text(" </dev/null 2>/dev/null | openssl x509 -noout -pubkey | openssl "
                      "pkey -pubin -outform DER | openssl dgst -sha256"));
    row(FindingCode::StarttlsNotOffered, text("posttls-finger -c -l may '[192.0.2.1]:25'"));
    row(FindingCode::MxInsecure, text("dig @192.0.2.53 -p 5300 +dnssec example.org MX"));
    row(FindingCode::MxIsAlias, text("dig @192.0.2.53 -p 5300 +dnssec mail.example.org CNAME"),
        {text("mail.example.org"), text("mx.example.net")});
    row(FindingCode::StsNoPolicy, text("dig @192.0.2.53 -p 5300 +dnssec _mta-sts.example.org TXT"));
    row(FindingCode::TlsRptNoRecord, text("dig @192.0.2.53 -p 5300 +dnssec _smtp._tls.example.org TXT"));
    row(FindingCode::TlsaMismatch, text("posttls-finger -c -a ipv4 -l dane '[mx.example.org]:25'"));
    row(FindingCode::TlsaNone, text("dig @192.0.2.53 -p 5300 +dnssec _25._tcp.mx.example.org TLSA"));
    row(FindingCode::TlsaBogus, text("dig @192.0.2.53 -p 5300 +dnssec _25._tcp.mail.example.org TLSA"),
        {text("_25._tcp.mail.example.org"), text("no keys")});
    row(FindingCode::TlsaInsecure, text("dig @192.0.2.53 -p 5300 +dnssec mx.example.org A"),
        {text("mx.example.org")});
    row(FindingCode::DnssecNotTold, text("dig @192.0.2.53 -p 5300 +dnssec example.org MX"),
        {text("example.org")});
    row(FindingCode::StsLineInvalid,
        text("curl -sS -i --max-redirs 0 https://mta-sts.example.org/.well-known/mta-sts.txt"));
    row(FindingCode::CertificatesNotChecked, QString());
    row(FindingCode::SessionEndedByPolicy, QString());
    row(FindingCode::NoPins, QString());
    row(FindingCode::FromNewerVersion, QString());
}

void ReproduceTest::aLineForWhatCanBeShown()
{
    QFETCH(Finding, finding);
    QFETCH(QString, line);
    QCOMPARE(reproduction(finding, server()), line);
}

void ReproduceTest::theServiceDecidesHowTlsBegins_data()
{
    QTest::addColumn<Service>("service");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("finger");
    QTest::newRow("smtp") << Service::Smtp << text("s_client -starttls smtp -connect '[2001:db8::1]:2525' ")
                          << text("posttls-finger -c -l may '[2001:db8::1]:2525'");
    QTest::newRow("submissions") << Service::Submissions << text("s_client -connect '[2001:db8::1]:2525' ")
                                 << text("posttls-finger -c -l may -w '[2001:db8::1]:2525'");
    QTest::newRow("lmtp") << Service::Lmtp << text("s_client -starttls lmtp -connect '[2001:db8::1]:2525' ")
                          << text("posttls-finger -c -l may -S '[2001:db8::1]:2525'");
}

void ReproduceTest::theServiceDecidesHowTlsBegins()
{
    QFETCH(Service, service);
    QFETCH(QString, client);
    QFETCH(QString, finger);
    Inspection inspection = server();
    Target &target = inspection.evidence.target;
    target.service = service;
    target.start = startOf(service);
    target.connectedTo = {text("2001:db8::1"), 2525};
    target.serverName.clear();
    const QString line = reproduction(of(FindingCode::Encrypted), inspection);
    QVERIFY2(line.contains(client + text("-noservername -brief")), qUtf8Printable(line));
    QCOMPARE(reproduction(of(FindingCode::Throttled), inspection), finger);
}

void ReproduceTest::hostileNamesGiveNoLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a command") << text("x; rm -rf ~");
    QTest::newRow("a quote") << text("x'$(id)'.example.org");
    QTest::newRow("an option") << text("-f/etc/passwd");
    QTest::newRow("a line end") << text("x.example.org\nid");
    QTest::newRow("empty") << QString();
}

void ReproduceTest::hostileNamesGiveNoLine()
{
    QFETCH(QString, name);
    Inspection inspection = server();
    Target &target = inspection.evidence.target;
    target.domain = name;
    target.host = name;
    target.serverName = name;
    target.connectedTo.address = name;
    inspection.evidence.observer.resolver = name;
    for (int code = 0; code <= static_cast<int>(FindingCode::FromNewerVersion); ++code) {
        const QString line = reproduction(of(static_cast<FindingCode>(code), {name}), inspection);
        const bool isFixed = line.isEmpty() || line == text("dig +dnssec _25._tcp.mx.example.org TLSA");
        QVERIFY2(isFixed, qUtf8Printable(line));
    }
}

void ReproduceTest::aWordStandsForItself_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"plain", "[::1]:25", "it's", "a b", "$HOME", "`id`", "\\", "'", "''", "*", "~",
                             "a\nb", "-x", "münchen", "\"", "!", ""})
        QTest::addRow("%s", word) << text(word);
}

void ReproduceTest::aWordStandsForItself()
{
    QFETCH(QString, word);
    QProcess shell;
    shell.start(text("/bin/sh"), {text("-c"), text("printf %s ") + shellWord(word)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), word);
}

void ReproduceTest::thePolicyHostsCertificateIsAskedThere()
{
    Inspection inspection = server();
    Finding expired = of(FindingCode::Expired, {text("2026-01-01T00:00:00Z")});
    expired.depth = 0;
    StsFacts sts;
    sts.fetch = StsFetchEnd::Certificate;
    sts.problems = {expired};
    inspection.sts = sts;
    expired.severity = Severity::Warning; // as the verdict tells it
    QCOMPARE(
        reproduction(expired, inspection),
        text("openssl s_client -connect mta-sts.example.org:443 -servername mta-sts.example.org </dev/null "
             "2>/dev/null | openssl x509 -noout -subject -issuer -dates"));
    expired.args = {text("2026-02-02T00:00:00Z")}; // that of the mail server
    QVERIFY(reproduction(expired, inspection).contains(text("-starttls smtp")));
}

void ReproduceTest::aVariantIsAskedForAsItWas()
{
    Inspection inspection = server();
    inspection.evidence.session.tls = TlsFacts{};
    inspection.evidence.session.tls->serverName = inspection.evidence.target.serverName;
    inspection.evidence.variants = {VariantEvidence{false, {}, {}, TlsFacts{}, {}},
                                    VariantEvidence{true, text("RSA"), {}, TlsFacts{}, {}}};
    const Finding selfSigned = of(FindingCode::SelfSignedLeaf);
    const QString connect = text("-connect 192.0.2.1:25 ");
    const QString name = text("-servername mx.example.org ");
    const QString rsa = text("-sigalgs RSA-PSS+SHA256:RSA+SHA256 ");
    QVERIFY(reproduction(selfSigned, inspection).contains(connect + name + text("-verify_hostname ")));
    QVERIFY(
        reproduction(selfSigned, inspection, 0).contains(connect + text("-noservername -verify_hostname ")));
    QVERIFY(reproduction(selfSigned, inspection, 1).contains(connect + name + rsa));
    // The finding that tells of another variant names that one, whichever was judged.
    const Finding differs = of(FindingCode::VariantDiffers, {text("RSA"), text("deferred")});
    QVERIFY(reproduction(differs, inspection, 0).contains(connect + name + rsa));
    const Finding main = of(FindingCode::VariantDiffers, {text("sni"), text("deferred")});
    QVERIFY(reproduction(main, inspection, 0).contains(connect + name + text("</dev/null")));
    inspection.evidence.session.tls->serverName.clear(); // --no-sni
    QVERIFY(reproduction(selfSigned, inspection).contains(connect + text("-noservername ")));
}

void ReproduceTest::whatWasNotConnectedToIsNotReproduced()
{
    Inspection inspection = server();
    inspection.evidence.origin = Origin::Offline;
    QVERIFY(reproduction(of(FindingCode::Expired), inspection).isEmpty());
    inspection = server();
    inspection.evidence.redacted = true;
    QVERIFY(reproduction(of(FindingCode::Expired), inspection).isEmpty());
    inspection = server();
    inspection.evidence.target.connectedTo = {};
    QVERIFY(reproduction(of(FindingCode::Expired), inspection).isEmpty());
    QVERIFY(!reproduction(of(FindingCode::MxInsecure), inspection).isEmpty());
}

MAILSEAL_TEST(ReproduceTest)
#include "tst_reproduce.moc"
