#include "findings/findingrow.h"
#include "support/fixtures/everyfield.h"
#include "support/testprogram.h"
#include "wire/reasonwire.h"
#include "wire/wire.h"
#include "wording/wording.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace mailseal;
using everyfield::text;

namespace {

const Wording english(Wording::Speech::English);
const Wording translated(Wording::Speech::Translated);

const QString translationFile =
    QStringLiteral(MAILSEAL_SOURCE_DIR) + QStringLiteral("/resources/translations/wording_de.ts");

constexpr auto lastFinding = static_cast<int>(FindingCode::FromNewerVersion);
constexpr auto lastEnd = static_cast<int>(EndReason::FromNewerVersion);
constexpr auto lastNote = static_cast<int>(ConformanceNote::FromNewerVersion);
constexpr auto lastReason = static_cast<int>(NameReason::ReferenceIsNoHostName);

/// More arguments than any sentence has places; numbers, because some of them count.
QStringList enoughArgs() { return {text("17"), text("18"), text("19"), text("20"), text("21")}; }

bool hasPlace(const QString &sentence)
{
    static const QRegularExpression place(QStringLiteral("%[0-9]"));
    return sentence.contains(place);
}

struct Message
{
    QStringList forms; ///< more than one of a sentence that counts
    bool finished = true;
};

QStringList formsOf(QXmlStreamReader &xml)
{
    QStringList forms;
    QString plain;
    while (xml.readNext() != QXmlStreamReader::EndElement && !xml.atEnd()) {
        if (xml.isStartElement())
            forms.append(xml.readElementText());
        else
            plain += xml.text();
    }
    return forms.isEmpty() ? QStringList{plain} : forms;
}

QMap<QString, Message> messagesOf(const QString &path)
{
    QFile file(path);
    QMap<QString, Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1StringView("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1StringView("translation")) {
            const bool finished = !xml.attributes().hasAttribute(QLatin1StringView("type"));
            messages.insert(source, {formsOf(xml), finished});
        }
    }
    return messages;
}

QStringList placesOf(const QString &sentence)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    QStringList places;
    for (auto match = place.globalMatch(sentence); match.hasNext();)
        places.append(match.next().captured());
    places.sort();
    return places;
}

Inspection endedBy(EndReason end)
{
    Inspection inspection;
    inspection.evidence.target.host = text("mx.example.org");
    inspection.evidence.session.end = end;
    return inspection;
}

} // namespace

class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEveryFinding_data();
    void saysEveryFinding();
    void countsInBothLanguages_data();
    void countsInBothLanguages();
    void escapesWhatAFindingQuotes();
    void saysEveryEnd_data();
    void saysEveryEnd();
    void saysEveryConformanceNote();
    void saysEveryNameReason();
    void saysEveryName();
    void saysTheDayOfAnInstant();
    void saysEveryNote_data();
    void saysEveryNote();
    void saysEveryReason();
    void saysWhyANameGaveNoAddress();
    void quotesTheServerFirst();
    void infersNothingAboutStarttls_data();
    void infersNothingAboutStarttls();
    void saysWhatIsWrongWithATarget();
    void tellsWhoAcceptsASelfSignedCertificate();
    void translatesEverySentence();
    void saysTheSameInEveryRoom();
    void keepsEveryPlaceInTranslation();
    void countsHaveTheirFormsInTranslation();
    void missesNoSentenceOfTheSources();
    void speaksGerman();
};

void WordingTest::saysEveryFinding_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= lastFinding; ++code) {
        QTest::newRow(qPrintable(toWire(static_cast<FindingCode>(code)) + u' ' + QString::number(code)))
            << code;
    }
}

void WordingTest::saysEveryFinding()
{
    QFETCH(int, code);
    Finding finding{static_cast<FindingCode>(code), Severity::Warning, {}, enoughArgs()};
    QVERIFY(!english.finding(finding).isEmpty());
    QVERIFY(!english.advice(finding).isEmpty());
    QVERIFY2(!hasPlace(english.finding(finding)), qPrintable(english.finding(finding)));
    QVERIFY2(!hasPlace(english.advice(finding)), qPrintable(english.advice(finding)));
    finding.args.clear();
    QVERIFY2(!hasPlace(english.finding(finding)), qPrintable(english.finding(finding)));
    const bool isOfNewerVersion = finding.code == FindingCode::FromNewerVersion;
    QCOMPARE(english.finding(finding).isEmpty(), isOfNewerVersion);
    QCOMPARE(english.advice(finding).isEmpty(), isOfNewerVersion);
}

void WordingTest::countsInBothLanguages_data()
{
    QTest::addColumn<FindingCode>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    const auto row = [](FindingCode code, const QStringList &args, const char *said, const char *german) {
        QTest::addRow("%s %s", qPrintable(toWire(code)), qPrintable(args.join(u' ')))
            << code << args << text(said) << text(german);
    };
    row(FindingCode::ExpiresSoon, {text("soon"), text("1"), text("CN=a")}, "expires on soon, in 1 day: CN=a",
        "läuft am soon ab, in 1 Tag: CN=a");
    row(FindingCode::ExpiresSoon, {text("soon"), text("0"), text("CN=a")}, "expires on soon, in 0 days: CN=a",
        "läuft am soon ab, in 0 Tagen: CN=a");
    row(FindingCode::TlsaMismatch, {text("1")}, "the TLSA record does not match the certificate",
        "der TLSA-Record passt nicht zum Zertifikat");
    row(FindingCode::TlsaMismatch, {text("2")}, "none of the 2 TLSA records matches the certificate",
        "keiner der 2 TLSA-Records passt zum Zertifikat");
    row(FindingCode::BareLf, {text("many")}, "many lines ended in a bare LF instead of CRLF",
        "many Zeilen endeten mit bloßem LF statt CRLF");
    row(FindingCode::HostDown, {text("465")}, "port 465 of the same host does not answer either",
        "auch Port 465 desselben Hosts antwortet nicht");
    row(FindingCode::HostDown, {text("465, 587")}, "ports 465, 587 of the same host do not answer either",
        "auch die Ports 465, 587 desselben Hosts antworten nicht");
}

void WordingTest::countsInBothLanguages()
{
    QFETCH(FindingCode, code);
    QFETCH(QStringList, args);
    const Finding finding{code, Severity::Warning, {}, args};
    QTEST(english.finding(finding), "english");
    QTEST(translated.finding(finding), "english"); // nobody is there to translate
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/translations/wording_de.qm")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    QTEST(translated.finding(finding), "german");
    QTEST(english.finding(finding), "english");
    QCoreApplication::removeTranslator(&german);
}

void WordingTest::saysTheDayOfAnInstant()
{
    const QStringList instant{text("2026-11-20T01:02:03Z"), text("x"), text("CN=mx")};
    for (const FindingCode code : {FindingCode::RevocationGood, FindingCode::Revoked, FindingCode::Expired,
                                   FindingCode::NotYetValid, FindingCode::ExpiresSoon}) {
        const QString said = english.finding({code, Severity::Info, {}, instant});
        QVERIFY2(said.contains(text("2026-11-20")) && !said.contains(text("01:02")), qPrintable(said));
    }
}

void WordingTest::escapesWhatAFindingQuotes()
{
    const Finding finding{
        FindingCode::StarttlsRefused, Severity::Warning, {}, {text("454"), text("a\x1b[2Jb%1")}};
    QCOMPARE(english.finding(finding), text("STARTTLS was answered 454 a\\x1b[2Jb%1"));
}

void WordingTest::saysEveryEnd_data()
{
    QTest::addColumn<int>("end");
    for (int end = 0; end <= lastEnd; ++end)
        QTest::newRow(qPrintable(toWire(static_cast<EndReason>(end)))) << end;
}

void WordingTest::saysEveryEnd()
{
    QFETCH(int, end);
    const auto reason = static_cast<EndReason>(end);
    Inspection inspection = endedBy(reason);
    QVERIFY(!english.headline(inspection).isEmpty());
    QVERIFY(!english.endDetail(inspection.evidence).isEmpty());
    QVERIFY(!hasPlace(english.endDetail(inspection.evidence)));
    const bool needsNone = reason == EndReason::Completed || reason == EndReason::QuitAfterHandshake ||
                           reason == EndReason::NullMx || reason == EndReason::Offline;
    QCOMPARE(english.endAdvice(inspection.evidence).isEmpty(), needsNone);
    QVERIFY(!english.summary(inspection).isEmpty());
    inspection.evidence.session.endText = text("No route to host");
    QVERIFY(!hasPlace(english.endDetail(inspection.evidence)));
}

void WordingTest::saysEveryConformanceNote()
{
    for (int note = 0; note <= lastNote; ++note) {
        ConformanceRow row;
        row.note = static_cast<ConformanceNote>(note);
        row.args = enoughArgs();
        QVERIFY2(!english.conformanceText(row).isEmpty(), qPrintable(toWire(row.note)));
        QVERIFY2(!hasPlace(english.conformanceText(row)), qPrintable(english.conformanceText(row)));
        row.args.clear();
        QCOMPARE(english.conformanceText(row).isEmpty(), row.note == ConformanceNote::FromNewerVersion);
    }
    for (int id = 0; id <= static_cast<int>(ConformanceId::CloseNotify); ++id)
        QVERIFY(!english.conformanceTitle(static_cast<ConformanceId>(id)).isEmpty());
}

void WordingTest::saysEveryNameReason()
{
    QStringList said;
    for (int reason = 0; reason <= lastReason; ++reason) {
        NameComparison check;
        check.reason = static_cast<NameReason>(reason);
        said.append(english.nameReason(check));
        QVERIFY(!said.constLast().isEmpty());
    }
    QCOMPARE(said.removeDuplicates(), 0);
    QCOMPARE(english.nameSource(NameSource::Typed), text("as typed"));
}

void WordingTest::saysEveryName()
{
    for (int id = 0; id <= static_cast<int>(PolicyId::RequireTls); ++id) {
        QVERIFY(!english.policyName(static_cast<PolicyId>(id)).isEmpty());
        QVERIFY(!english.policyDescription(static_cast<PolicyId>(id)).isEmpty());
    }
    for (int id = 0; id <= static_cast<int>(Standing::Undetermined); ++id)
        QVERIFY(!english.standing(static_cast<Standing>(id)).isEmpty());
    for (int id = 0; id <= static_cast<int>(Delivery::Unknown); ++id)
        QVERIFY(!english.delivery(static_cast<Delivery>(id)).isEmpty());
    for (int id = 0; id <= static_cast<int>(Severity::Error); ++id)
        QVERIFY(!english.severity(static_cast<Severity>(id)).isEmpty());
    for (int id = 0; id <= static_cast<int>(Service::Lmtp); ++id)
        QVERIFY(!english.service(static_cast<Service>(id)).isEmpty());
    for (int id = 0; id <= static_cast<int>(Stage::Done); ++id)
        QVERIFY(!english.stage(static_cast<Stage>(id)).isEmpty());
}

void WordingTest::saysEveryNote_data()
{
    QTest::addColumn<NoteCode>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("sentence");
    const auto row = [](NoteCode code, const QStringList &args, const char *sentence) {
        QTest::newRow(qPrintable(toWire(code) + u' ' + args.join(u'|'))) << code << args << text(sentence);
    };
    // What files of earlier versions hold: the words stay.
    using enum NoteCode;
    row(NoAnswerInTime, {}, "no answer in time");
    row(ServerClosed, {}, "the server closed the connection");
    row(EarlyTextDiscarded, {text("17")}, "17 octets of clear text behind the 220 were discarded");
    row(HandshakeNotWatched, {},
        "the handshake's messages could not be watched: signature, stapled response and certificate request "
        "are unknown");
    row(PolicyNotSatisfied, {}, "the policy is not satisfied: QUIT (RFC 3207 section 4.1)");
    row(HandshakeFailed, {text("handshake_failure"), {}, text("error:0A000410: x\\y")},
        "TLS handshake failed, the server sent alert handshake_failure, error:0A000410: x\\y");
    row(HandshakeFailed, {{}, text("decode_error"), text("words")},
        "TLS handshake failed, alert decode_error was sent, words");
    row(HandshakeClosed, {{}, {}}, "TLS handshake failed, the server closed the connection");
    row(HandshakeTimedOut, {}, "TLS handshake failed, no answer in time");
    row(LinesOnlyCounted, {}, "further lines of the server are only counted");
    row(StarttlsAskedAgain, {}, "STARTTLS was missing: asked once more on a second connection");
    row(StarttlsMissingAgain, {}, "STARTTLS was not offered on the second connection either");
    row(SecondWithoutEhlo, {}, "the second connection did not get as far as EHLO");
    row(AnonymousSuitesOffered, {},
        "no suite in common: tried again on a second connection with anonymous suites");
    row(AnonymousSuitesNoHelp, {}, "anonymous suites found nothing in common either");
    row(PortAccepts, {text("465")}, "port 465 of the same host: accepts connections");
    row(PortRefuses, {text("587")}, "port 587 of the same host: refuses connections, so the host is up");
    row(PortSilent, {text("465")}, "port 465 of the same host: no answer");
    row(OtherPortsBrokenOff, {}, "the try of other ports was broken off");
    row(VariantOther, {text("no-sni")}, "further connection, without SNI: another certificate");
    row(VariantSame, {text("RSA")}, "further connection, RSA keys only: the same certificate");
    row(VariantRefused, {text("ECDSA")}, "further connection, ECDSA keys only: the handshake fails");
    row(VariantNotSeen, {text("RSA")}, "further connection, RSA keys only: not seen");
}

void WordingTest::saysEveryNote()
{
    QFETCH(NoteCode, code);
    QFETCH(QStringList, args);
    QTEST(english.note({code, args}), "sentence");
    QVERIFY(!hasPlace(english.note({code, {}})));
}

/// English is what files hold; in German none is left as it was, but for a library's words.
void WordingTest::saysEveryReason()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/translations/wording_de.qm")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    for (int code = 0; code <= static_cast<int>(ReasonCode::FileNotDnssecAnchors); ++code) {
        const QString words = toWire(static_cast<ReasonCode>(code), text("7"));
        QCOMPARE(english.reason(words), words);
        QVERIFY2(translated.reason(words) != words, qPrintable(words));
        QVERIFY2(!hasPlace(translated.reason(words)), qPrintable(translated.reason(words)));
    }
    QCOMPARE(translated.reason(text("PEM block 2 cannot be read: bad base64")),
             text("PEM-Block 2 ist nicht lesbar: bad base64"));
    QCOMPARE(translated.reason(text("Connection refused")), text("Connection refused"));
    QCoreApplication::removeTranslator(&german);
}

/// In the end's sentence and in the finding alike, whoever wrote the file.
void WordingTest::saysWhyANameGaveNoAddress()
{
    Inspection inspection = endedBy(EndReason::ResolveFailed);
    inspection.evidence.session.endText = text("mx.example.org does not exist");
    const Finding finding{FindingCode::Unreachable,
                          Severity::Error,
                          {},
                          {text("resolve-failed"), inspection.evidence.session.endText}};
    QVERIFY(english.endDetail(inspection.evidence).contains(text("mx.example.org does not exist")));
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/translations/wording_de.qm")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    QVERIFY(translated.endDetail(inspection.evidence).contains(text("mx.example.org gibt es nicht")));
    QVERIFY(translated.finding(finding).endsWith(text("mx.example.org gibt es nicht")));
    QVERIFY(english.finding(finding).endsWith(text("mx.example.org does not exist")));
    // what a server says stays as it is
    inspection.evidence.session.end = EndReason::ProtocolError;
    QVERIFY(!translated.endDetail(inspection.evidence).contains(text("gibt es nicht")));
    QCoreApplication::removeTranslator(&german);
}

void WordingTest::quotesTheServerFirst()
{
    Inspection inspection = endedBy(EndReason::GreetingRefused);
    inspection.evidence.session.endReply = Reply{421, "4.7.0", "Too many\nconnections \x1b[2J\xFF"};
    inspection.verdicts = {Verdict{}};
    QVERIFY2(english.headline(inspection).contains(text("“421 4.7.0 Too many connections \\x1b[2J\\xff”")),
             qPrintable(english.headline(inspection)));
    QVERIFY(english.endDetail(inspection.evidence).contains(text("nothing more was sent")));
    QVERIFY(english.endAdvice(inspection.evidence).startsWith(text("Nothing more was sent")));
}

void WordingTest::infersNothingAboutStarttls_data()
{
    QTest::addColumn<int>("end");
    for (const EndReason end :
         {EndReason::ConnectTimeout, EndReason::ConnectionRefused, EndReason::Unreachable,
          EndReason::GreetingTimeout, EndReason::GreetingRefused, EndReason::ReplyTimeout,
          EndReason::ClosedEarly, EndReason::ResolveFailed, EndReason::ProxyFailed, EndReason::ProtocolError,
          EndReason::ReplyTooLong, EndReason::DeadlineExceeded, EndReason::Cancelled})
        QTest::newRow(qPrintable(toWire(end))) << static_cast<int>(end);
}

void WordingTest::infersNothingAboutStarttls()
{
    QFETCH(int, end);
    const Inspection inspection = endedBy(static_cast<EndReason>(end));
    const QString all = (QStringList{english.headline(inspection), english.endDetail(inspection.evidence),
                                     english.endAdvice(inspection.evidence), english.summary(inspection)})
                            .join(u'\n');
    static const QRegularExpression denial(QStringLiteral("STARTTLS[^.;\n]*(not|missing|no )|"
                                                          "(no|not|without|lacks) [^.;\n]*STARTTLS"),
                                           QRegularExpression::CaseInsensitiveOption);
    const QString rest = QString(all).remove(text("nothing is known of STARTTLS"));
    QVERIFY2(!rest.contains(denial), qPrintable(rest));
}

void WordingTest::saysWhatIsWrongWithATarget()
{
    QStringList said;
    for (int error = 0; error <= static_cast<int>(TargetError::TrailingText); ++error) {
        said.append(english.targetError(static_cast<TargetError>(error), text("a\nb\x1b")));
        QVERIFY(!said.constLast().isEmpty());
        QVERIFY(!hasPlace(said.constLast()));
        QVERIFY(!said.constLast().contains(u'\x1b'));
    }
    QCOMPARE(said.removeDuplicates(), 0);
}

void WordingTest::tellsWhoAcceptsASelfSignedCertificate()
{
    Inspection inspection = everyfield::full();
    inspection.chain->selfSignedKind = SelfSignedKind::Leaf;
    // Whoever was judged by another certificate accepts that one, not this.
    QCOMPARE(english.selfSigned(inspection),
             text("Self-signed: yes, the certificate is its own issuer. Refused by: "
                  "Trusted CA and name."));
    for (Verdict &verdict : inspection.verdicts)
        verdict.variant.reset();
    QCOMPARE(english.selfSigned(inspection),
             text("Self-signed: yes, the certificate is its own issuer. Accepted by: TLS if offered. Refused "
                  "by: Trusted CA and name."));
    QSet<QString> kinds;
    for (const auto kind : {SelfSignedKind::Leaf, SelfSignedKind::UntrustedRoot, SelfSignedKind::Anchored}) {
        inspection.chain->selfSignedKind = kind;
        kinds.insert(english.selfSigned(inspection));
    }
    inspection.chain->selfSignedKind.reset();
    kinds.insert(english.selfSigned(inspection));
    inspection.chain.reset();
    kinds.insert(english.selfSigned(inspection));
    QCOMPARE(kinds.size(), 5);
}

void WordingTest::translatesEverySentence()
{
    const auto messages = messagesOf(translationFile);
    QVERIFY(messages.size() > 300);
    for (auto it = messages.cbegin(); it != messages.cend(); ++it) {
        QVERIFY2(it->finished, qPrintable(it.key()));
        for (const QString &form : it->forms)
            QVERIFY2(!form.isEmpty(), qPrintable(it.key()));
    }
}

/// Rooms have contexts of their own, and a text is looked up in all of them: no two may answer differently.
void WordingTest::saysTheSameInEveryRoom()
{
    QFile file(translationFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QMap<QString, QStringList> said;
    QSet<QString> contexts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1StringView("name")) {
            contexts.insert(xml.readElementText());
        } else if (xml.name() == QLatin1StringView("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1StringView("translation")) {
            const QStringList forms = formsOf(xml);
            QVERIFY2(said.value(source, forms) == forms, qPrintable(source));
            said.insert(source, forms);
        }
    }
    QCOMPARE(contexts, QSet<QString>({text("findings"), text("wording"), text("report")}));
}

void WordingTest::keepsEveryPlaceInTranslation()
{
    const auto messages = messagesOf(translationFile);
    for (auto it = messages.cbegin(); it != messages.cend(); ++it)
        QVERIFY2(placesOf(it.key()) == placesOf(it->forms.constLast()), qPrintable(it.key()));
}

void WordingTest::countsHaveTheirFormsInTranslation()
{
    const auto messages = messagesOf(translationFile);
    for (int code = 0; code < lastFinding; ++code) {
        const FindingRow &row = findingRow(static_cast<FindingCode>(code));
        QCOMPARE(messages.value(text(row.sentence.text)).forms.size(), row.sentence.ofOne ? 2 : 1);
    }
}

void WordingTest::missesNoSentenceOfTheSources()
{
    const QString lupdate = QStringLiteral("/usr/lib/qt6/bin/lupdate");
    if (!QFileInfo::exists(lupdate))
        QSKIP("lupdate (qt6-l10n-tools) is not installed");
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("wording.ts"));
    QProcess process;
    process.start(lupdate, {QStringLiteral(MAILSEAL_SOURCE_DIR) + QStringLiteral("/core"),
                            QStringLiteral("-silent"), QStringLiteral("-ts"), fresh});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const auto sources = messagesOf(fresh);
    QVERIFY(sources.size() > 300);
    const auto messages = messagesOf(translationFile);
    for (const QString &source : sources.keys())
        QVERIFY2(messages.contains(source), qPrintable(source));
    for (const QString &source : messages.keys())
        QVERIFY2(sources.contains(source), qPrintable(source));
}

void WordingTest::speaksGerman()
{
    const Finding finding{FindingCode::CertificatesNotChecked, Severity::Info, {}, {}};
    QCOMPARE(translated.finding(finding), english.finding(finding));
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/translations/wording_de.qm")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    QCOMPARE(translated.finding(finding), text("Zertifikate werden nicht geprüft"));
    QCOMPARE(translated.policyName(PolicyId::Opportunistic), text("TLS, wenn angeboten"));
    QCOMPARE(english.policyName(PolicyId::Opportunistic), text("TLS if offered"));
    for (int code = 0; code < lastFinding; ++code) {
        const Finding each{static_cast<FindingCode>(code), Severity::Info, {}, enoughArgs()};
        QVERIFY2(translated.finding(each) != english.finding(each), qPrintable(english.finding(each)));
        QVERIFY2(translated.advice(each) != english.advice(each), qPrintable(english.advice(each)));
    }
    for (int end = 0; end <= lastEnd; ++end) {
        const Inspection inspection = endedBy(static_cast<EndReason>(end));
        QVERIFY(translated.endDetail(inspection.evidence) != english.endDetail(inspection.evidence));
    }
    QCoreApplication::removeTranslator(&german);
}

MAILSEAL_TEST(WordingTest)
#include "tst_wording.moc"
