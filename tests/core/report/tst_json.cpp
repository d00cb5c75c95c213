#include "report/json.h"
#include "report/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace mailseal;

namespace {

CertificateFacts certificate(char seed)
{
    CertificateFacts facts;
    facts.subject = QStringLiteral("CN=mx.example.org,O=Müller \\\\ Söhne");
    facts.issuer = QStringLiteral("CN=Example CA");
    facts.serial = QStringLiteral("0abc");
    facts.notBefore = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
    facts.notAfter = QDateTime({9999, 12, 31}, {23, 59, 59}, Qt::UTC);
    facts.keyType = QStringLiteral("EC");
    facts.keyBits = 256;
    facts.signature = QStringLiteral("ecdsa-with-SHA256");
    facts.commonNames = {QStringLiteral("mx.example.org")};
    facts.dnsNames = {QStringLiteral("mx.example.org"), QStringLiteral("*.example.org")};
    facts.ipAddresses = {QStringLiteral("192.0.2.1"), QStringLiteral("2001:db8::1")};
    facts.sha256 = QByteArray(64, seed);
    facts.spkiSha256 = QByteArray(64, 'f');
    facts.selfSigned = seed == 'a';
    facts.der = QByteArray("\x30\x82\x01", 3) + QByteArray(200, seed) + '\0';
    return facts;
}

Finding oneFinding(FindingCode code)
{
    return {code, Severity::Warning, 1, {QStringLiteral("first"), QStringLiteral("zwei, \"2\"")}};
}

SessionFacts fullSession()
{
    SessionFacts session;
    session.end = EndReason::Completed;
    session.endReply = Reply{421, "4.7.0", "line \\ one\nline\xFF two\r"};
    session.endText = QStringLiteral("Connection refused");
    session.handshake = HandshakeFacts{true, TlsAlert{1, 0, QStringLiteral("close_notify")},
                                       TlsAlert{2, 40, QStringLiteral("handshake_failure")},
                                       QStringLiteral("error:0A000410")};
    session.timings = {0, 1, 1234, 12345, 123456, 999999, 7, 60'000'001, 120'000'123};
    session.transcript = {
        {0, Speaker::Note, false, "connecting", 0},
        {1234567, Speaker::Server, false, QByteArray("220 \x1b[2J\\x41 \x00 gr\xC3\xBC\xFF", 20), 77},
        {2000001, Speaker::Client, true, "QUIT", 0},
    };
    session.capabilitiesBeforeTls = Capabilities{"SIZE 1000", "STARTTLS", "X\x01"};
    session.capabilitiesAfterTls = Capabilities{};
    session.earlyPlaintext = EarlyPlaintext{100'000, "250 injected\r\n"};
    session.tls = TlsFacts{TlsProtocol::TlsV1_2,
                           QStringLiteral("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                           QStringLiteral("X25519"),
                           QStringLiteral("rsa_pss_rsae_sha256"),
                           QStringLiteral("mx.example.org"),
                           true,
                           false};
    session.sentChain = QList{certificate('a').der, certificate('b').der};
    session.greeting = Reply{220, {}, "hello"};
    session.ehloAfterTlsReply = Reply{250, {}, "mx"};
    session.sawStarttls220 = true;
    session.heloUsed = true;
    session.closure = TlsClosure::CloseNotify;
    session.localAddress = QStringLiteral("192.0.2.7");
    session.remarks = {oneFinding(FindingCode::BareLf)};
    return session;
}

Inspection full()
{
    Inspection inspection;
    Evidence &evidence = inspection.evidence;
    evidence.observedAt = QDateTime({2026, 11, 24}, {1, 2, 3, 456}, Qt::UTC);
    evidence.target = {QStringLiteral("smtp://mx.example.org"),
                       QStringLiteral("example.org"),
                       QStringLiteral("mx.example.org"),
                       QStringLiteral("2001:db8::9"),
                       2525,
                       Service::Lmtp,
                       Start::StartTls,
                       QStringLiteral("mx.example.org"),
                       PolicyId::Secure,
                       {QByteArray(64, 'c')},
                       {QStringLiteral("127.0.0.1"), 26}};
    evidence.observer = {
        QStringLiteral("192.0.2.7"), QStringLiteral("me.example"), QStringLiteral("system"), true, 3, 2};
    evidence.session = fullSession();
    evidence.remarks = {oneFinding(FindingCode::StarttlsIntermittent)};
    evidence.anchors = {AnchorStore::File, QStringLiteral("/tmp/roots.pem"), {certificate('d').der}};
    inspection.judgedAt = QDateTime({2026, 11, 25}, {0, 0, 0, 1}, Qt::UTC);
    ChainFacts chain;
    chain.sent = {certificate('a'), certificate('b')};
    chain.path = QList<QByteArray>{QByteArray(64, 'a'), QByteArray(64, 'd')};
    chain.anchor = certificate('d');
    chain.trusted = true;
    chain.selfSigned = true;
    chain.selfSignedKind = SelfSignedKind::Anchored;
    chain.ordered = false;
    chain.problems = {oneFinding(FindingCode::WeakKey)};
    inspection.chain = chain;
    inspection.names = NameCheck{{{QStringLiteral("mx.example.org"), NameSource::Typed, true}},
                                 true,
                                 QStringLiteral("DNS:*.example.org"),
                                 {{PresentedKind::Dns, QStringLiteral("*.example.org"),
                                   QStringLiteral("mx.example.org"), true, NameReason::WildcardCoversLabel},
                                  {PresentedKind::CommonName, QStringLiteral("x"),
                                   QStringLiteral("mx.example.org"), false, NameReason::CommonNameIgnored}}};
    inspection.verdicts = {{PolicyId::Opportunistic,
                            Standing::Satisfied,
                            Delivery::Encrypted,
                            2,
                            {oneFinding(FindingCode::Encrypted)},
                            QStringLiteral("RFC 7435"),
                            {}},
                           {PolicyId::WebPki,
                            Standing::Violated,
                            Delivery::Deferred,
                            std::nullopt,
                            {oneFinding(FindingCode::Expired), oneFinding(FindingCode::NameMismatch)},
                            QStringLiteral("RFC 3207 §4.1"),
                            QStringLiteral("certificate-expired")}};
    inspection.conformance = {{ConformanceId::EhloAfterTls,
                               Standing::Violated,
                               QStringLiteral("RFC 3207 §4.2"),
                               {0, 2},
                               ConformanceNote::AnsweredOtherwise,
                               {QStringLiteral("500"), QStringLiteral("what?")}}};
    return inspection;
}

QList<Inspection> read(const QByteArray &content)
{
    const auto result = readSurvey(content);
    if (const auto *error = std::get_if<JsonError>(&result)) {
        qWarning("%s", qPrintable(error->text));
        return {};
    }
    return std::get<QList<Inspection>>(result);
}

QString errorOf(const QByteArray &content)
{
    const auto result = readSurvey(content);
    const auto *error = std::get_if<JsonError>(&result);
    return error ? error->text : QStringLiteral("(no error)");
}

QByteArray surveyOf(const QJsonObject &inspection)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("mailseal/survey/1")},
                                     {QStringLiteral("inspections"), QJsonArray{inspection}}})
        .toJson(QJsonDocument::Compact);
}

/// `value` at the dotted path; an index is a number. Undefined removes the field.
QJsonValue replaced(const QJsonValue &root, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    bool isIndex = false;
    const int index = step.toInt(&isIndex);
    if (isIndex) {
        QJsonArray array = root.toArray();
        array[index] = replaced(array.at(index), path, value);
        return array;
    }
    QJsonObject object = root.toObject();
    object[step] = replaced(object.value(step), path, value); // undefined removes
    return object;
}

QByteArray fileWith(const char *path, const QJsonValue &value)
{
    return surveyOf(replaced(toJson(full()), QString::fromLatin1(path).split(u'.'), value).toObject());
}

QJsonValue valueAt(const QJsonObject &root, const char *path)
{
    QJsonValue value = root;
    for (const QString &step : QString::fromLatin1(path).split(u'.')) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toObject().value(step);
    }
    return value;
}

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

} // namespace

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
    void mistakesAreNamedWithTheirPath_data();
    void mistakesAreNamedWithTheirPath();
    void unknownFieldsAreTolerated();
    void whatNewerVersionsKnowIsKeptOrPassedOver();
    void filesFromTheContractAloneAreRead();
    void unprintableTextIsDefused();
    void hostileFilesEndInAnError();
    void oneLineAnInspection();
};

void TestJson::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<Inspection>("inspection");
    QTest::newRow("everything filled") << full();
    QTest::newRow("nothing filled") << Inspection{};
    for (int i = 0; i <= int(EndReason::Offline); ++i) {
        Inspection inspection = full();
        inspection.evidence.session.end = EndReason(i);
        QTest::addRow("end %s", qPrintable(toWire(EndReason(i)))) << inspection;
        Inspection bare;
        bare.evidence.session.end = EndReason(i);
        QTest::addRow("bare end %s", qPrintable(toWire(EndReason(i)))) << bare;
    }
    for (int i = 0; i <= int(PolicyId::Fingerprint); ++i) {
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
    inspection.verdicts.first().because = {{FindingCode::Foreign,
                                            Severity::Info,
                                            std::nullopt,
                                            {text("sts-mx-mismatch"), text("t"), text("a")}}};
    inspection.conformance.first().note = ConformanceNote::Foreign;
    inspection.conformance.first().args = {text("a sentence")};
    QTest::newRow("what a newer version said") << inspection;
    inspection.verdicts.first().because = {{FindingCode::Foreign, Severity::Info, std::nullopt, {}}};
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
        {"transcript.0", "atMs from tls text cutBytes"},
        {"capabilities", "beforeTls afterTls"},
        {"earlyPlaintext", "bytes text"},
        {"tls", "protocol cipher keyExchange signature serverName clientCertificateRequested ocsp"},
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
    add("tls.ocsp", QJsonValue());
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
    add("variants", QJsonArray());
    add("dns", QJsonValue());
    add("sts", QJsonValue());
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
    for (int i = 0; i < int(FindingCode::Foreign); ++i) {
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
    for (int i = 0; i < int(ConformanceNote::Foreign); ++i) {
        Inspection inspection = full();
        inspection.conformance.first().note = ConformanceNote(i);
        inspection.conformance.first().args = {};
        QVERIFY2(!valueAt(toJson(inspection), "conformance.0.text").toString().isEmpty(),
                 qPrintable(toWire(ConformanceNote(i))));
    }
}

void TestJson::mistakesAreNamedWithTheirPath_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error");
    const auto add = [](const char *path, const QJsonValue &value, const char *error) {
        QTest::newRow(qPrintable(QLatin1StringView(path) + u' ' + text(error)))
            << fileWith(path, value) << (QStringLiteral("inspections[0].") + text(error));
    };
    const QJsonValue absent(QJsonValue::Undefined);
    add("chain.sent.1.pem", text("hello"), "chain.sent[1].pem: not a certificate in PEM");
    add("chain.sent.1.pem", text("-----BEGIN CERTIFICATE-----\n****\n-----END CERTIFICATE-----"),
        "chain.sent[1].pem: not a certificate in PEM");
    add("chain.sent.1.pem", 5, "chain.sent[1].pem: a text is expected");
    add("chain.sent", QJsonObject(), "chain.sent: a list is expected");
    add("chain.sent.0", 1, "chain.sent[0]: an object is expected");
    add("chain.sent.0.sha256", text("XYZ"),
        "chain.sent[0].sha256: lower-case hexadecimal digits are expected");
    add("chain.sent.0.notAfter", text("tomorrow"),
        "chain.sent[0].notAfter: a time as ISO 8601 has it is expected");
    add("target", absent, "target: is missing");
    add("target.host", absent, "target.host: is missing");
    add("target.port", 65536, "target.port: a number from 0 to 65535 is expected");
    add("target.port", 2.5, "target.port: a whole number is expected");
    add("target.port", text("25"), "target.port: a whole number is expected");
    add("target.service", text("imap"),
        "target.service: \"imap\" is not known here; a newer version of Mailseal may know it");
    add("end", text("nonsense"),
        "end: \"nonsense\" is not known here; a newer version of Mailseal may know it");
    add("end", QJsonValue(), "end: a text is expected");
    add("transcript.1.text", text("\\q"), "transcript[1].text: a backslash without \\xNN behind it");
    add("transcript.1.atMs", -1, "transcript[1].atMs: a time in milliseconds is expected");
    add("transcript.1.atMs", 1e300, "transcript[1].atMs: a time in milliseconds is expected");
    add("transcript.1.tls", 1, "transcript[1].tls: true or false is expected");
    add("timings.totalMs", text("1"), "timings.totalMs: a time in milliseconds is expected");
    add("verdicts.0.because", QJsonArray(), "verdicts[0].because: is empty; the deciding fact is missing");
    add("verdicts.0.variant", -1, "verdicts[0].variant: a number from 0 to 2147483647 is expected");
    add("conformance.0.evidence", QJsonArray{3}, "conformance: evidence 3 is behind the transcript");
    add("schema", text("mailseal/inspection/2"),
        "schema: \"mailseal/inspection/2\" was made by a newer version of Mailseal");
    add("schema", text("mailseal/inspection/x"),
        "schema: \"mailseal/inspection/x\" is no mailseal/inspection/1");
    add("schema", absent, "schema: is missing");

    const auto whole = [](const char *name, const QByteArray &content, const char *error) {
        QTest::newRow(name) << content << text(error);
    };
    whole("newer survey", R"({"schema":"mailseal/survey/2","inspections":[]})",
          "schema: \"mailseal/survey/2\" was made by a newer version of Mailseal");
    whole("another schema", R"({"schema":"mailseal/comparison/1"})",
          "schema: \"mailseal/comparison/1\" is no mailseal/survey/1");
    whole("no schema", R"({"inspections":[]})", "schema: is missing");
    whole("no inspections", R"({"schema":"mailseal/survey/1"})", "inspections: is missing");
    whole("empty survey", R"({"schema":"mailseal/survey/1","inspections":[]})", "inspections: is empty");
    whole("a list", "[]", "not a saved inspection: an object is expected");
    whole("not JSON", "{\"schema\":", "not JSON: unterminated object at byte 10");
    QTest::newRow("a single inspection has no prefix")
        << QJsonDocument(replaced(toJson(full()), {text("end")}, 1).toObject()).toJson()
        << text("end: a text is expected");
}

void TestJson::mistakesAreNamedWithTheirPath()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, error);
    QCOMPARE(errorOf(content), error);
}

void TestJson::unknownFieldsAreTolerated()
{
    QJsonValue object = toJson(full());
    for (const char *path : {"new", "target.new", "tls.new", "chain.sent.0.new", "session.new"})
        object = replaced(object, QString::fromLatin1(path).split(u'.'), QJsonArray{1});
    object = replaced(object, {text("dns")}, QJsonObject{{text("mx"), QJsonArray()}});
    const auto back = read(surveyOf(object.toObject()));
    QCOMPARE(back.size(), 1);
    QVERIFY(back.first() == full());
}

void TestJson::whatNewerVersionsKnowIsKeptOrPassedOver()
{
    const QJsonObject finding{{text("code"), text("tlsa-mismatch")},  {text("severity"), text("error")},
                              {text("depth"), QJsonValue()},          {text("text"), text("None matches.")},
                              {text("advice"), text("Publish one.")}, {text("args"), QJsonArray{text("2")}}};
    QJsonValue object = replaced(toJson(full()), {text("chain"), text("problems"), text("0")}, finding);
    object = replaced(object, {text("verdicts"), text("1"), text("policy")}, text("dane-only"));
    object = replaced(object, {text("conformance"), text("0"), text("note")}, text("brand-new"));
    object = replaced(object, {text("conformance"), text("0"), text("text")}, text("A sentence."));
    const auto back = read(surveyOf(object.toObject()));
    QCOMPARE(back.size(), 1);
    const Finding &kept = back.first().chain->problems.first();
    QCOMPARE(kept.code, FindingCode::Foreign);
    QCOMPARE(kept.args, QStringList({text("tlsa-mismatch"), text("None matches."), text("Publish one.")}));
    QCOMPARE(back.first().verdicts.size(), 1);
    QCOMPARE(back.first().conformance.first().note, ConformanceNote::Foreign);
    QCOMPARE(back.first().conformance.first().args, QStringList{text("A sentence.")});
    const auto again = valueAt(toJson(back.first()), "chain.problems.0");
    QCOMPARE(again[text("code")].toString(), text("tlsa-mismatch"));
    QCOMPARE(again[text("text")].toString(), text("None matches."));
    QCOMPARE(again[text("advice")].toString(), text("Publish one."));
}

void TestJson::filesFromTheContractAloneAreRead()
{
    QJsonValue object = toJson(full());
    const QJsonValue absent(QJsonValue::Undefined);
    for (const char *path :
         {"session", "remarks", "tls.anonymous", "chain.problems.0.args", "conformance.0.note",
          "conformance.0.args", "names.checks.0.kind", "chain.sent.0.commonNames"})
        object = replaced(object, QString::fromLatin1(path).split(u'.'), absent);
    const auto back = read(surveyOf(object.toObject()));
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().evidence.session.transcript, full().evidence.session.transcript);
    QCOMPARE(back.first().evidence.session.sentChain, full().evidence.session.sentChain);
}

void TestJson::unprintableTextIsDefused()
{
    const auto back =
        read(fileWith("chain.sent.0.subject", QStringLiteral("CN=\u001b[2J\u202egro\\.elpmaxe")));
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().chain->sent.first().subject, text("CN=\\x1b[2J\\xe2\\x80\\xaegro\\.elpmaxe"));
}

void TestJson::hostileFilesEndInAnError()
{
    QVERIFY(errorOf({}).startsWith(text("not JSON")));
    QVERIFY(errorOf(QByteArray(100'000, '[')).startsWith(text("not JSON")));
    QVERIFY(errorOf(QByteArray(1000, '\0')).startsWith(text("not JSON")));
    QVERIFY(errorOf(QByteArray(64 * 1024 * 1024 + 1, ' ')).contains(text("larger than 64 MiB")));
    // Cut anywhere, a file is refused or, behind its last brace, whole.
    const QByteArray content = writeJsonLine(full());
    for (qsizetype at = 0; at < content.size() - 2; at += 7)
        QVERIFY(errorOf(content.left(at)).startsWith(text("not JSON")));
    // Any one byte changed: read or refused, never worse.
    int readable = 0;
    for (qsizetype at = 0; at < content.size(); at += 3) {
        QByteArray changed = content;
        changed[at] = changed[at] == '0' ? '{' : '0';
        readable += std::holds_alternative<QList<Inspection>>(readSurvey(changed)) ? 1 : 0;
    }
    QVERIFY(readable > 0);
    // Every field of a wrong kind, one at a time, at the top.
    const QJsonObject object = toJson(full());
    const QJsonValue wrong[] = {1, true, text("x"), QJsonArray{1}, QJsonObject{}};
    for (const QString &key : object.keys()) {
        for (const QJsonValue &value : wrong) {
            const QString error = errorOf(surveyOf(replaced(object, {key}, value).toObject()));
            QVERIFY2(error == text("(no error)") || error.startsWith(QStringLiteral("inspections[0].") + key),
                     qPrintable(error));
        }
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

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
