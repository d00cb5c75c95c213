#include "clirunner.h"
#include "examples/certificatefactory.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTranslator>

using namespace mailseal;
using namespace clirunner;

namespace {

QJsonObject inspectionOf(const QByteArray &survey)
{
    return QJsonDocument::fromJson(survey)[QLatin1StringView("inspections")][0].toObject();
}

QJsonObject verdictOf(const QByteArray &survey, const char *policy)
{
    const auto verdicts = inspectionOf(survey)[QLatin1StringView("verdicts")].toArray();
    for (const auto &verdict : verdicts) {
        if (verdict[QLatin1StringView("policy")].toString() == QLatin1StringView(policy))
            return verdict.toObject();
    }
    return {};
}

QString standingOf(const QByteArray &survey, const char *policy)
{
    return verdictOf(survey, policy)[QLatin1StringView("standing")].toString();
}

QString decidingCode(const QJsonObject &verdict)
{
    return verdict[QLatin1StringView("because")][0][QLatin1StringView("code")].toString();
}

QStringList texts(const QJsonArray &array)
{
    QStringList all;
    for (const auto &value : array)
        all.append(value.toString());
    return all;
}

} // namespace

class VerifyVerbTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void exitCodes_data();
    void exitCodes();
    void anInspectionOfOriginOffline();
    void everyPolicyIsJudged();
    void noHostIsTheChainAlone();
    void aHostThatIsNoneMatchesNothing_data();
    void aHostThatIsNoneMatchesNothing();
    void theProposedRecordsMatch();
    void recordsThatDoNotMatch();
    void aPolicyThatDoesNotNameTheHost();
    void submissionIsForMailPrograms();
    void theFileMayBeOddlyMade();
    void standardInput();
    void formats_data();
    void formats();
    void savedAndJudgedAgain();
    void redactedTellsNoPath();
    void aFileThatBeginsWithACa();
    void speaksGerman();

private:
    Outcome verify(const QStringList &arguments, const QByteArray &input = {}) const
    {
        Circumstances circumstances;
        circumstances.input = input;
        return run(QStringList{text("verify")} + arguments, circumstances);
    }
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QStringList trusted(const QStringList &more = {}) const
    {
        return QStringList{file("chain.pem"), text("--roots"), file("roots.pem")} + more;
    }

    QTemporaryDir m_folder;
};

void VerifyVerbTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const auto made = [](const char *name, bool isCa, const IssuedCertificate &issuer, int days) {
        CertificateRequest request;
        request.commonName = text(name);
        if (!isCa)
            request.dnsNames = {text(name)};
        request.isCa = isCa;
        request.notBefore = QDateTime::currentDateTimeUtc().addDays(-2);
        request.notAfter = QDateTime::currentDateTimeUtc().addDays(days);
        return issueCertificate(request, issuer);
    };
    const auto root = made("Root", true, {}, 3000);
    const auto authority = made("Authority", true, root, 2000);
    const auto leaf = made("mx.example.org", false, authority, 60);
    const auto expired = made("mx.example.org", false, authority, -1);
    const auto alone = made("mx.example.org", false, {}, 60);
    written(m_folder, "roots.pem", root.certificatePem());
    written(m_folder, "chain.pem", leaf.certificatePem() + authority.certificatePem());
    written(m_folder, "expired.pem", expired.certificatePem() + authority.certificatePem());
    written(m_folder, "alone.pem", alone.certificatePem());
    written(m_folder, "leaf.pem", leaf.certificatePem());
    written(m_folder, "withkey.pem", leaf.keyPem() + leaf.certificatePem() + authority.certificatePem());
    written(m_folder, "backwards.pem", authority.certificatePem() + leaf.certificatePem());
    written(m_folder, "leaf.der", leaf.certificateDer());
    written(m_folder, "none.pem", "-----BEGIN RUBBISH-----\n");
    written(m_folder, "sts.txt",
            "version: STSv1\r\nmode: enforce\r\nmx: mx.example.org\r\nmax_age: 604800\r\n");
    written(m_folder, "other-sts.txt",
            "version: STSv1\r\nmode: enforce\r\nmx: *.example.net\r\nmax_age: 604800\r\n");
}

void VerifyVerbTest::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("no file") << QStringList{} << "name one certificate file";
    QTest::newRow("two files") << QStringList{file("chain.pem"), file("leaf.pem")}
                               << "name one certificate file";
    QTest::newRow("a file that is not there") << QStringList{file("nowhere.pem")} << "cannot read";
    QTest::newRow("a file without certificates")
        << QStringList{file("none.pem")} << "holds no usable certificates";
    QTest::newRow("a TLSA record that is none")
        << QStringList{file("chain.pem"), text("--tlsa"), text("3 1 1 0g")} << "is written in hex digits";
    QTest::newRow("half a TLSA record") << QStringList{file("chain.pem"), text("--tlsa"), text("3 1")}
                                        << "begins with usage, selector and matching type";
    QTest::newRow("a time that is none")
        << QStringList{file("chain.pem"), text("--at"), text("tomorrow")} << "tomorrow is no time";
    QTest::newRow("an unknown policy")
        << QStringList{file("chain.pem"), text("--policy"), text("strict")} << "unknown policy strict";
    QTest::newRow("an unknown service")
        << QStringList{file("chain.pem"), text("--service"), text("imap")} << "unknown service imap";
    QTest::newRow("a pin that is none")
        << QStringList{file("chain.pem"), text("--pin"), text("abc")} << "abc is no SHA-256";
    QTest::newRow("a policy file that is not there")
        << QStringList{file("chain.pem"), text("--sts-policy"), file("nowhere.txt")} << "cannot read";
    QTest::newRow("roots that are none") << QStringList{file("chain.pem"), text("--roots"), file("none.pem")}
                                         << "holds no usable trust anchors";
}

void VerifyVerbTest::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Outcome outcome = verify(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(said.toUtf8()), outcome.err.constData());
}

void VerifyVerbTest::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto row = [this](const char *name, const char *chain, const QStringList &more, int code) {
        QTest::newRow(name) << QStringList{file(chain), text("--roots"), file("roots.pem")} + more << code;
    };
    const QStringList host{text("--host"), text("mx.example.org")};
    row("the chain alone is trusted", "chain.pem", {}, 0);
    row("the chain alone lacks its intermediate", "leaf.pem", {}, 1);
    row("the chain alone is self-signed", "alone.pem", {}, 1);
    row("webpki is the default where there is a host", "chain.pem", host, 0);
    row("another host", "chain.pem", {text("--host"), text("mail.example.org")}, 1);
    row("expired", "expired.pem", host, 1);
    row("expired, as of a day before", "expired.pem",
        host + QStringList{text("--at"),
                           QDateTime::currentDateTimeUtc().addDays(-1).addSecs(-3600).toString(Qt::ISODate)},
        0);
    row("a year on", "chain.pem",
        host + QStringList{text("--at"), QDateTime::currentDateTimeUtc().addYears(1).toString(Qt::ISODate)},
        1);
    row("self-signed for who does not check", "alone.pem",
        host + QStringList{text("--policy"), text("encrypt")}, 0);
    row("expires soon enough to count", "chain.pem", host + QStringList{text("--expires-within"), text("90")},
        1);
    row("does not expire so soon", "chain.pem", host + QStringList{text("--expires-within"), text("21")}, 0);
    row("no pin for fingerprint", "chain.pem", host + QStringList{text("--policy"), text("fingerprint")}, 1);
    row("mta-sts without a policy", "chain.pem", host + QStringList{text("--policy"), text("mta-sts")}, 1);
    row("mta-sts", "chain.pem",
        host + QStringList{text("--policy"), text("mta-sts"), text("--sts-policy"), file("sts.txt")}, 0);
}

void VerifyVerbTest::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Outcome outcome = verify(arguments);
    QVERIFY2(outcome.code == code, outcome.out + outcome.err);
    QVERIFY(!outcome.out.isEmpty());
}

void VerifyVerbTest::anInspectionOfOriginOffline()
{
    const Outcome outcome =
        verify(trusted({text("--host"), text("mx.example.org"), text("--format"), text("json")}));
    QCOMPARE(outcome.code, 0);
    const QJsonObject inspection = inspectionOf(outcome.out);
    QCOMPARE(inspection[QLatin1StringView("origin")].toString(), text("offline"));
    QCOMPARE(inspection[QLatin1StringView("end")].toString(), text("offline"));
    QVERIFY(inspection[QLatin1StringView("transcript")].toArray().isEmpty());
    QVERIFY(inspection[QLatin1StringView("handshake")].isNull());
    const QJsonObject target = inspection[QLatin1StringView("target")].toObject();
    QCOMPARE(target[QLatin1StringView("host")].toString(), text("mx.example.org"));
    QCOMPARE(target[QLatin1StringView("start")].toString(), text("none"));
    QVERIFY(target[QLatin1StringView("service")].isNull());
    QVERIFY(target[QLatin1StringView("connectedTo")].isNull());
    const QStringList assumed = texts(inspection[QLatin1StringView("assumptions")].toArray());
    QCOMPARE(assumed.size(), 2);
    QVERIFY(assumed[0].contains(text("STARTTLS")));
    QVERIFY(assumed[1].contains(text("TLS 1.3")));
    QCOMPARE(inspection[QLatin1StringView("chain")][QLatin1StringView("sent")].toArray().size(), 2);
    QVERIFY(inspection[QLatin1StringView("chain")][QLatin1StringView("trusted")].toBool());
}

void VerifyVerbTest::everyPolicyIsJudged()
{
    const Outcome outcome =
        verify(trusted({text("--host"), text("mx.example.org"), text("--format"), text("json")}));
    QStringList judged;
    const auto verdicts = inspectionOf(outcome.out)[QLatin1StringView("verdicts")].toArray();
    for (const auto &verdict : verdicts) {
        judged.append(verdict[QLatin1StringView("policy")].toString());
        QVERIFY(!decidingCode(verdict.toObject()).isEmpty());
    }
    for (const char *policy : {"opportunistic", "encrypt", "webpki", "secure", "mta-sts", "fingerprint"})
        QVERIFY2(judged.contains(QLatin1StringView(policy)), policy);
    QCOMPARE(standingOf(outcome.out, "webpki"), text("satisfied"));
    QCOMPARE(standingOf(outcome.out, "secure"), text("satisfied"));
    QCOMPARE(standingOf(outcome.out, "mta-sts"), text("not-applicable"));
    QCOMPARE(standingOf(outcome.out, "fingerprint"), text("not-applicable"));
}

void VerifyVerbTest::noHostIsTheChainAlone()
{
    const Outcome outcome = verify(trusted({text("--format"), text("json")}));
    QCOMPARE(outcome.code, 0);
    QVERIFY(inspectionOf(outcome.out)[QLatin1StringView("names")].isNull());
    QCOMPARE(decidingCode(verdictOf(outcome.out, "webpki")), text("no-reference-name"));
    const Outcome shown = verify(trusted());
    QVERIFY2(shown.out.startsWith(
                 "The certificate is trusted; no name was given to compare it with.\nchain.pem · "),
             shown.out); // the file is what it is named after
}

void VerifyVerbTest::aHostThatIsNoneMatchesNothing_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("two dots") << "mx..example.org";
    QTest::newRow("an underscore and a space") << "mx example_org";
    QTest::newRow("a wildcard") << "*.example.org";
}

void VerifyVerbTest::aHostThatIsNoneMatchesNothing()
{
    QFETCH(QString, host);
    const Outcome outcome = verify(trusted({text("--host"), host, text("--format"), text("json")}));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(standingOf(outcome.out, "webpki"), text("violated"));
    QVERIFY(inspectionOf(outcome.out)[QLatin1StringView("names")][QLatin1StringView("matches")] != true);
}

void VerifyVerbTest::theProposedRecordsMatch()
{
    const Outcome first =
        verify(trusted({text("--host"), text("mx.example.org"), text("--format"), text("json")}));
    const auto proposals = inspectionOf(first.out)[QLatin1StringView("tlsaProposals")].toArray();
    QCOMPARE(proposals.size(), 2);
    QVERIFY(proposals[0][QLatin1StringView("text")].toString().startsWith(text("3 1 1 ")));
    QVERIFY(proposals[1][QLatin1StringView("text")].toString().startsWith(text("2 1 1 ")));
    for (const auto &proposal : proposals) {
        const Outcome outcome =
            verify({file("chain.pem"), text("--host"), text("mx.example.org"), text("--format"), text("json"),
                    text("--tlsa"), proposal[QLatin1StringView("text")].toString()});
        const QJsonObject tlsa =
            inspectionOf(outcome.out)[QLatin1StringView("dns")][QLatin1StringView("tlsa")].toObject();
        QCOMPARE(tlsa[QLatin1StringView("name")].toString(), text("_25._tcp.mx.example.org"));
        QCOMPARE(tlsa[QLatin1StringView("dnssec")].toString(), text("secure"));
        QCOMPARE(tlsa[QLatin1StringView("authenticated")].toBool(), true);
    }
    const Outcome shown = verify(trusted({text("--host"), text("mx.example.org")}));
    QVERIFY2(shown.out.simplified().contains("_25._tcp.mx.example.org. IN TLSA 3 1 1 "), shown.out);
}

void VerifyVerbTest::recordsThatDoNotMatch()
{
    const Outcome outcome =
        verify(trusted({text("--host"), text("mx.example.org"), text("--policy"), text("dane"),
                        text("--format"), text("json"), text("--tlsa"), text("3 1 1 ") + QString(64, u'0')}));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(standingOf(outcome.out, "dane"), text("violated"));
    QCOMPARE(decidingCode(verdictOf(outcome.out, "dane")), text("tlsa-mismatch"));
    QVERIFY(texts(inspectionOf(outcome.out)[QLatin1StringView("assumptions")].toArray())
                .join(u'\n')
                .contains(text("DNSSEC-secure")));
}

void VerifyVerbTest::aPolicyThatDoesNotNameTheHost()
{
    const Outcome outcome =
        verify(trusted({text("--host"), text("mx.example.org"), text("--policy"), text("mta-sts"),
                        text("--sts-policy"), file("other-sts.txt"), text("--format"), text("json")}));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(decidingCode(verdictOf(outcome.out, "mta-sts")), text("sts-mx-mismatch"));
    QCOMPARE(inspectionOf(outcome.out)[QLatin1StringView("sts")][QLatin1StringView("mode")].toString(),
             text("enforce"));
}

void VerifyVerbTest::submissionIsForMailPrograms()
{
    const Outcome outcome = verify(trusted({text("--host"), text("mx.example.org"), text("--service"),
                                            text("submissions"), text("--format"), text("json")}));
    const QJsonObject target = inspectionOf(outcome.out)[QLatin1StringView("target")].toObject();
    QCOMPARE(target[QLatin1StringView("port")].toInt(), 465);
    QCOMPARE(target[QLatin1StringView("start")].toString(), text("implicit"));
    QCOMPARE(decidingCode(verdictOf(outcome.out, "mta-sts")), text("not-for-this-service"));
    // nothing is said of STARTTLS where there is none
    QCOMPARE(inspectionOf(outcome.out)[QLatin1StringView("assumptions")].toArray().size(), 1);
}

void VerifyVerbTest::theFileMayBeOddlyMade()
{
    QCOMPARE(verify({file("withkey.pem"), text("--roots"), file("roots.pem")}).code, 0);
    QCOMPARE(verify({file("leaf.der")}).code, 1);
    const Outcome backwards =
        verify({file("backwards.pem"), text("--roots"), file("roots.pem"), text("--host"),
                text("mx.example.org"), text("--format"), text("json")});
    QCOMPARE(backwards.code, 1); // the first is what a server would present
    QCOMPARE(inspectionOf(backwards.out)[QLatin1StringView("chain")][QLatin1StringView("sent")][0]
                                        [QLatin1StringView("subject")]
                                            .toString(),
             text("CN=Authority"));
}

void VerifyVerbTest::standardInput()
{
    const QByteArray chain = contentOf(file("chain.pem"));
    QCOMPARE(verify({text("-"), text("--roots"), file("roots.pem")}, chain).code, 0);
    QCOMPARE(verify({text("-")}, "nothing of the kind").code, 2);
}

void VerifyVerbTest::formats_data()
{
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("json") << QByteArray("{\n");
    QTest::newRow("jsonl") << QByteArray("{\"");
    QTest::newRow("csv") << QByteArray("observedAt,input,");
    QTest::newRow("markdown") << QByteArray("# ");
    QTest::newRow("html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("text") << QByteArray(
        "The certificate is trusted, and it names mx.example.org.\nmx.example.org · ");
}

void VerifyVerbTest::formats()
{
    QFETCH(QByteArray, begins);
    const Outcome outcome = verify(trusted({text("--host"), text("mx.example.org"), text("--format"),
                                            QString::fromLatin1(QTest::currentDataTag())}));
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.startsWith(begins), outcome.out.left(200));
}

void VerifyVerbTest::savedAndJudgedAgain()
{
    const QString saved = file("saved.mailseal");
    QCOMPARE(verify(trusted({text("--host"), text("mx.example.org"), text("--format"), text("json"),
                             text("--output"), saved}))
                 .code,
             0);
    const Outcome same = run({text("show"), saved, text("--format"), text("json")});
    QCOMPARE(same.code, 0);
    QCOMPARE(same.out, contentOf(saved));
    const Outcome later = run({text("show"), saved, text("--at"),
                               QDateTime::currentDateTimeUtc().addYears(1).toString(Qt::ISODate)});
    QCOMPARE(later.code, 1);
    QVERIFY2(later.out.contains("Assumed: the handshake gives TLS 1.3"), later.out);
    // A file for no host keeps telling of the chain alone.
    const QString alone = file("alone.mailseal");
    QCOMPARE(verify(trusted({text("--format"), text("json"), text("--output"), alone})).code, 0);
    QCOMPARE(run({text("show"), alone}).code, 0);
}

void VerifyVerbTest::redactedTellsNoPath()
{
    const QString saved = file("private.mailseal");
    QCOMPARE(verify(trusted({text("--host"), text("mx.example.org"), text("--format"), text("json"),
                             text("--output"), saved}))
                 .code,
             0);
    const Outcome redacted = run({text("show"), saved, text("--redact"), text("--format"), text("json")});
    QVERIFY(!redacted.out.contains(m_folder.path().toUtf8()));
    QVERIFY(!redacted.out.contains("example.org"));
    QVERIFY(!redacted.out.contains("3 1 1 "));
}

/// tests/data/field/ca-first, made anew after public reports: "remove" was said of the server's own.
void VerifyVerbTest::aFileThatBeginsWithACa()
{
    const QString folder = text(MAILSEAL_SOURCE_DIR "/tests/data/field/ca-first/");
    const QStringList arguments{
        text("verify"), folder + text("chain.pem"), text("--roots"), folder + text("roots.pem"),
        text("--host"), text("mx.example.test"),    text("--at"),    text("2026-11-29T12:00:00Z")};
    const Outcome json = run(arguments + QStringList{text("--format"), text("json")});
    QCOMPARE(json.code, 1);
    QCOMPARE(decidingCode(verdictOf(json.out, "webpki")), text("ca-first"));
    QVERIFY(!json.out.contains("surplus-certificate"));
    QVERIFY(!json.out.contains("wrong-purpose"));
    QVERIFY(!json.out.contains("only-gnutls-trusts")); // whoever trusts a CA there serves nobody
    const Outcome plain = run(arguments + QStringList{text("--full")});
    const QString said = QString::fromUtf8(plain.out).simplified();
    QVERIFY(said.contains(text("the server's own certificate is number 2 and must come first: "
                               "CN=mx.example.test")));
    QVERIFY(said.contains(text("2. CN=mx.example.test → 1. CN=Issuer,O=Example Trust")));
    QVERIFY(!said.contains(text("Remove it")));
}

void VerifyVerbTest::speaksGerman()
{
    QTranslator cli;
    QTranslator wording;
    QVERIFY(cli.load(text(":/translations/cli_de.qm")));
    QVERIFY(wording.load(text(":/translations/wording_de.qm")));
    QCoreApplication::installTranslator(&cli);
    QCoreApplication::installTranslator(&wording);
    const Outcome help = run({text("help"), text("verify")});
    QVERIFY2(help.out.contains("Zertifikat"), help.out);
    const Outcome shown = verify(trusted({text("--host"), text("mx.example.org")}));
    QVERIFY2(shown.out.contains("Angenommen"), shown.out);
    QCoreApplication::removeTranslator(&cli);
    QCoreApplication::removeTranslator(&wording);
}

MAILSEAL_TEST(VerifyVerbTest)
#include "tst_verifyverb.moc"
