#include "support/fixtures/everyfield.h"
#include "support/testprogram.h"

#include "wording/wording.h"

#include <QJsonDocument>
#include <QTest>

using namespace mailseal;
using namespace everyfield;

namespace {

FileProblem problemOf(const QByteArray &content)
{
    const auto result = readSurvey(content);
    const auto *error = std::get_if<FileProblem>(&result);
    return error ? *error : FileProblem{FileProblem::Kind::Unfit, QStringLiteral("(no error)")};
}

QString errorOf(const QByteArray &content) { return problemOf(content).text; }

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

} // namespace

class TestJsonRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mistakesAreNamedWithTheirPath_data();
    void mistakesAreNamedWithTheirPath();
    void kinds_data();
    void kinds();
    void everyKindIsToldInWords();
    void unknownFieldsSurvive_data();
    void unknownFieldsSurvive();
    void unknownCodesSurvive_data();
    void unknownCodesSurvive();
    void whatNewerVersionsKnowIsKeptOrPassedOver();
    void notesKeepTheirCode();
    void notesOfNewerVersionsKeepTheirWords();
    void stepsOfEarlierFilesAreReadFromTheText();
    void foreignTextIsSafeOnATerminal();
    void linesOfInspectionsAreRead();
    void filesThatAreNone_data();
    void filesThatAreNone();
    void filesFromTheContractAloneAreRead();
    void unprintableTextIsDefused();
    void hostileFilesEndInAnError();
    void timesOfCertificatesAreInSeconds();
};

void TestJsonRead::mistakesAreNamedWithTheirPath_data()
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
    add("chain.sent.0.notBefore", text("9999-12-31T23:59:59-05:00"), // in UTC of a year with five digits
        "chain.sent[0].notBefore: a time as ISO 8601 has it is expected");
    add("target", absent, "target: is missing");
    add("target.host", absent, "target.host: is missing");
    add("target.port", 65536, "target.port: a number from 0 to 65535 is expected");
    add("target.port", 2.5, "target.port: a whole number is expected");
    add("target.port", text("25"), "target.port: a whole number is expected");
    add("target.service", text("imap"),
        "target.service: \"imap\" is not known here; a newer version of Mailseal may know it");
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
    whole("a list", "[]", "an object is expected");
    whole("not JSON", "{\"schema\":", "10");
    QTest::newRow("a single inspection has no prefix")
        << QJsonDocument(replaced(toJson(full()), {text("end")}, 1).toObject()).toJson()
        << text("end: a text is expected");
}

void TestJsonRead::mistakesAreNamedWithTheirPath()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, error);
    QCOMPARE(errorOf(content), error);
}

void TestJsonRead::kinds_data()
{
    using Kind = FileProblem::Kind;
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<FileProblem::Kind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &content, Kind kind, const char *detail = "") {
        QTest::newRow(name) << content << kind << text(detail);
    };
    const QByteArray fine = writeSurvey({full()});
    const QString asText = QString::fromUtf8(fine);
    const auto utf16 = [&](bool bigEndian) {
        QByteArray bytes;
        for (const QChar c : asText) {
            const char high = static_cast<char>(c.unicode() >> 8U);
            const char low = static_cast<char>(c.unicode() & 0xFFU);
            bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
        }
        return bytes;
    };
    row("nothing", {}, Kind::Empty);
    row("white space", " \n\t ", Kind::Empty);
    row("too large", QByteArray(64 * 1024 * 1024 + 1, ' '), Kind::TooLarge, "64");
    row("UTF-16 with a mark, little end", "\xFF\xFE" + utf16(false), Kind::NotUtf8, "UTF-16");
    row("UTF-16 with a mark, big end", "\xFE\xFF" + utf16(true), Kind::NotUtf8, "UTF-16");
    row("UTF-16 without a mark, little end", utf16(false), Kind::NotUtf8, "UTF-16");
    row("UTF-16 without a mark, big end", utf16(true), Kind::NotUtf8, "UTF-16");
    row("UTF-32", QByteArray("\xFF\xFE\0\0{\0\0\0", 8), Kind::NotUtf8, "UTF-32");
    row("Latin-1", QByteArray(fine).replace("\xC3\xBC", "\xFC"), Kind::NotUtf8,
        qPrintable(text("byte %1").arg(QByteArray(fine).replace("\xC3\xBC", "\xFC").indexOf('\xFC'))));
    row("a picture", "\x89PNG\r\n\x1A\n", Kind::NotJson, "0");
    row("zeros", QByteArray(1000, '\0'), Kind::NotJson, "0");
    row("a certificate", "\n-----BEGIN CERTIFICATE-----\nMIIB", Kind::Certificates);
    row("brackets without end", QByteArray(100'000, '['), Kind::TooDeep, "64");
    row("objects without end", QByteArray("{\"a\":").repeated(1000), Kind::TooDeep, "64");
    row("65 deep", QByteArray(65, '[') + QByteArray(65, ']'), Kind::TooDeep, "64");
    row("64 deep", QByteArray(64, '[') + QByteArray(64, ']'), Kind::OtherSchema, "an object is expected");
    row("many values", '[' + QByteArray("0,").repeated(4'100'000) + "0]", Kind::TooMany, "4000000");
    QByteArray members;
    for (int i = 0; i < 5000; ++i)
        members += "\"" + QByteArray::number(i) + "\":0,";
    row("many members", '{' + members + "\"x\":0}", Kind::TooMany, "4096");
    row("a name twice", R"({"schema":"mailseal/survey/1","schema":"mailseal/survey/1"})", Kind::NameTwice,
        "schema");
    row("a name twice in disguise", R"({"end":1,"\u0065nd":2})", Kind::NameTwice, "end");
    row("NaN", R"({"a":NaN})", Kind::NotJson, "5");
    row("Infinity", R"({"a":-Infinity})", Kind::NotJson, "6");
    row("a number beyond every range",
        fileWith("timings.totalMs", 5).replace("\"totalMs\":5", "\"totalMs\":1e999"), Kind::NotJson);
    row("a number beyond a whole one",
        fileWith("target.port", 5).replace("\"port\":5", "\"port\":123456789012345678901234567890"),
        Kind::Unfit, "inspections[0].target.port: a number from 0 to 65535 is expected");
    row("a comma too many", R"({"a":1,})", Kind::NotJson, "7");
    row("a leading zero", R"({"a":01})", Kind::NotJson, "7");
    row("text behind the end", fine + "x", Kind::NotJson, qPrintable(QString::number(fine.size())));
    row("a newer survey", R"({"schema":"mailseal/survey/2"})", Kind::NewerSchema,
        "schema: \"mailseal/survey/2\" was made by a newer version of Mailseal");
    row("a newer inspection", fileWith("schema", text("mailseal/inspection/7")), Kind::NewerSchema,
        "inspections[0].schema: \"mailseal/inspection/7\" was made by a newer version of Mailseal");
    row("a comparison", R"({"schema":"mailseal/comparison/1"})", Kind::OtherSchema,
        "schema: \"mailseal/comparison/1\" is no mailseal/survey/1");
    row("another program's", R"({"a":1})", Kind::Unfit, "schema: is missing");
    row("a bad certificate", fileWith("chain.sent.1.pem", text("hello")), Kind::Unfit,
        "inspections[0].chain.sent[1].pem: not a certificate in PEM");
}

void TestJsonRead::kinds()
{
    QFETCH(QByteArray, content);
    QFETCH(FileProblem::Kind, kind);
    QFETCH(QString, detail);
    const FileProblem error = problemOf(content);
    QVERIFY2(error.kind == kind, qPrintable(error.text));
    if (!detail.isEmpty())
        QCOMPARE(error.text, detail);
    QVERIFY(error.text.size() < 300);
}

void TestJsonRead::everyKindIsToldInWords()
{
    const Wording english(Wording::Speech::English);
    for (int kind = 0; kind <= int(FileProblem::Kind::Unfit); ++kind) {
        const QString said = english.fileProblem({FileProblem::Kind(kind), text("THIS\x1b")});
        QVERIFY(said.startsWith(text("the file ")) || said.startsWith(text("this is ")));
        QVERIFY(!said.contains(text("%1")) && !said.contains(u'\x1b') && !said.endsWith(u'.'));
    }
}

void TestJsonRead::unknownFieldsSurvive_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"new",
                             "target.new",
                             "tls.new",
                             "chain.new",
                             "chain.sent.0.new",
                             "chain.sent.1.key.new",
                             "chain.problems.0.new",
                             "session.new",
                             "session.remarks.0.new",
                             "transcript.1.new",
                             "timings.new",
                             "capabilities.new",
                             "names.checks.1.new",
                             "names.reference.0.new",
                             "verdicts.0.new",
                             "verdicts.1.because.1.new",
                             "conformance.0.new",
                             "handshake.alertSent.new",
                             "endReply.new",
                             "anchors.new",
                             "observer.new",
                             "producer.new",
                             "remarks.0.new",
                             "rejudged.changes.1.new",
                             "earlyPlaintext.new",
                             "a~b/c",
                             "dns.new",
                             "dns.mx.new",
                             "dns.tlsa.records.0.new"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestJsonRead::unknownFieldsSurvive()
{
    QFETCH(QString, path);
    const QJsonValue value(QJsonObject{{text("deep"), QJsonArray{1, text("zwei"), QJsonValue()}}});
    const QJsonObject object = replaced(toJson(full()), path.split(u'.'), value).toObject();
    const auto back = read(surveyOf(object));
    QCOMPARE(back.size(), 1);
    Inspection known = back.first();
    QCOMPARE(known.unknownFields.size(), 1);
    known.unknownFields.clear();
    QVERIFY(known == full());
    QCOMPARE(toJson(back.first()), object);
    QVERIFY(read(writeSurvey(back)) == back);
}

void TestJsonRead::unknownCodesSurvive_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *path, const QJsonValue &value) {
        QTest::newRow(path) << QString::fromLatin1(path) << value;
    };
    for (const char *path : {"end",
                             "verdicts.0.standing",
                             "verdicts.0.delivery",
                             "verdicts.0.policy",
                             "verdicts.1.because.0.code",
                             "chain.problems.0.severity",
                             "chain.selfSignedKind",
                             "names.checks.0.reason",
                             "names.checks.0.kind",
                             "names.reference.0.source",
                             "conformance.0.id",
                             "conformance.0.standing",
                             "conformance.0.note",
                             "transcript.0.from",
                             "transcript.0.step",
                             "anchors.store",
                             "session.closure",
                             "origin",
                             "acceptedBy.0",
                             "rejudged.changes.0.policy",
                             "dns.mx.dnssec",
                             "dns.mx.lookup",
                             "dns.addresses.ipv4",
                             "dns.addresses.lookup",
                             "dns.tlsa.lookup",
                             "dns.tlsa.records.0.why",
                             "dns.sts.lookup",
                             "sts.mode",
                             "sts.fetch",
                             "sts.policyHost.end",
                             "sts.problems.0.code",
                             "tls.ocsp.status"})
        row(path, text("brand-new"));
    row("audit", QJsonArray{1});
}

void TestJsonRead::unknownCodesSurvive()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const QJsonObject object = replaced(toJson(full()), path.split(u'.'), value).toObject();
    const auto back = read(surveyOf(object));
    QCOMPARE(back.size(), 1);
    const QJsonObject again = toJson(back.first());
    QVERIFY(read(writeSurvey(back)) == back);
    if (path == text("verdicts.1.because.0.code") || path == text("end")) {
        QCOMPARE(valueAt(again, qPrintable(path)), value); // its words are made anew
        return;
    }
    QJsonObject expected = object;
    for (const char *derived : {"acceptedBy", "refusedBy", "endDetail", "badge"})
        expected[text(derived)] = again[text(derived)];
    if (path == text("acceptedBy.0"))
        QVERIFY(again[text("acceptedBy")].toArray().contains(value));
    for (const QString &key : expected.keys())
        QVERIFY2(again[key] == expected[key], qPrintable(key));
}

void TestJsonRead::whatNewerVersionsKnowIsKeptOrPassedOver()
{
    const QJsonObject finding{{text("code"), text("not-of-today")},   {text("severity"), text("error")},
                              {text("depth"), QJsonValue()},          {text("text"), text("None matches.")},
                              {text("advice"), text("Publish one.")}, {text("args"), QJsonArray{text("2")}}};
    QJsonValue object = replaced(toJson(full()), {text("chain"), text("problems"), text("0")}, finding);
    object = replaced(object, {text("verdicts"), text("1"), text("policy")}, text("brand-new"));
    object = replaced(object, {text("conformance"), text("0"), text("note")}, text("brand-new"));
    object = replaced(object, {text("conformance"), text("0"), text("text")}, text("A sentence."));
    const auto back = read(surveyOf(object.toObject()));
    QCOMPARE(back.size(), 1);
    const Finding &kept = back.first().chain->problems.first();
    QCOMPARE(kept.code, FindingCode::FromNewerVersion);
    QCOMPARE(kept.args, QStringList({text("not-of-today"), text("None matches."), text("Publish one.")}));
    QCOMPARE(back.first().verdicts.size(), 1);
    QCOMPARE(back.first().conformance.first().note, ConformanceNote::FromNewerVersion);
    QCOMPARE(back.first().conformance.first().args, QStringList{text("A sentence.")});
    const auto again = valueAt(toJson(back.first()), "chain.problems.0");
    QCOMPARE(again[text("code")].toString(), text("not-of-today"));
    QCOMPARE(again[text("text")].toString(), text("None matches."));
    QCOMPARE(again[text("advice")].toString(), text("Publish one."));
}

void TestJsonRead::foreignTextIsSafeOnATerminal()
{
    const QString evil = QStringLiteral("\u009b2J\u202egro\u001b\u007f");
    const auto back = read(fileWith("new", evil));
    QCOMPARE(back.size(), 1);
    for (const QByteArray &written : {writeSurvey(back), writeJsonLine(back.first())}) {
        for (const char *raw : {"\xC2\x9B", "\xE2\x80\xAE", "\x1B", "\x7F"})
            QVERIFY(!written.contains(raw));
        QVERIFY(read(written) == back);
    }
    QCOMPARE(toJson(back.first())[text("new")].toString(), evil);
}

void TestJsonRead::linesOfInspectionsAreRead()
{
    Inspection other = full();
    other.evidence.session.end = EndReason::Cancelled;
    const QByteArray lines = writeJsonLine(full()) + '\n' + writeJsonLine(other);
    const auto back = read(lines);
    QVERIFY(back == QList({full(), other}));
    QCOMPARE(errorOf(writeJsonLine(full()) + "{\"schema\":1}\n"), text("line 2, schema: a text is expected"));
    QVERIFY(errorOf(writeJsonLine(full()) + writeJsonLine(full()).chopped(9)).startsWith(text("line 2, ")));
}

void TestJsonRead::filesThatAreNone_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<FileProblem::Kind>("kind");
    QTest::newRow("a folder") << text("/tmp") << FileProblem::Kind::NoRegularFile;
    QTest::newRow("a device") << text("/dev/zero") << FileProblem::Kind::NoRegularFile;
    QTest::newRow("nothing there") << text("/nonexistent/x.mailseal") << FileProblem::Kind::Unreadable;
    QTest::newRow("no name") << QString() << FileProblem::Kind::Unreadable;
}

void TestJsonRead::notesKeepTheirCode()
{
    Inspection inspection = full();
    Transcript &transcript = inspection.evidence.session.transcript;
    for (int code = 0; code <= static_cast<int>(NoteCode::VariantNotSeen); ++code) {
        const TranscriptNote note{static_cast<NoteCode>(code), {text("465"), {}, text("a\\b")}};
        transcript.append({9, Speaker::Note, false, {}, 0, DialogueStep::Note, note});
    }
    const QJsonObject object = toJson(inspection);
    const auto back = read(surveyOf(object));
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().evidence.session.transcript, transcript);
    for (const QJsonValue &entry : object[QLatin1StringView("transcript")].toArray())
        QVERIFY(!entry[QLatin1StringView("text")].toString().isEmpty()); // what earlier versions show
}

void TestJsonRead::notesOfNewerVersionsKeepTheirWords()
{
    Inspection inspection = full();
    inspection.evidence.session.transcript[0].note = TranscriptNote{NoteCode::PortSilent, {text("465")}};
    const QJsonObject object =
        replaced(toJson(inspection), {text("transcript"), text("0"), text("note")}, text("brand-new"))
            .toObject();
    const auto back = read(surveyOf(object));
    QCOMPARE(back.size(), 1);
    const TranscriptEntry &entry = back.first().evidence.session.transcript.first();
    QVERIFY(!entry.note);
    QCOMPARE(entry.text, QByteArray("port 465 of the same host: no answer"));
    QCOMPARE(toJson(back.first()), object);
}

void TestJsonRead::stepsOfEarlierFilesAreReadFromTheText()
{
    using enum DialogueStep;
    const QList<std::pair<const char *, DialogueStep>> said{
        {"S220 mx", Greeting}, {"CEHLO me", Ehlo},      {"S250-mx", Ehlo},      {"S250 XXXXXXXA", Ehlo},
        {"CQUIT", Quit},       {"S221 bye", Quit},      {"Nonce more", Note},   {"S220 mx", Greeting},
        {"CLHLO me", Ehlo},    {"S250 STARTTLS", Ehlo}, {"CSTARTTLS", StartTls}};
    Inspection inspection = full();
    Transcript &transcript = inspection.evidence.session.transcript;
    transcript.clear();
    for (const auto &[line, step] : said) {
        const Speaker from = *line == 'S' ? Speaker::Server : *line == 'C' ? Speaker::Client : Speaker::Note;
        transcript.append({0, from, false, line + 1, 0, step, {}});
    }
    QJsonValue object = toJson(inspection);
    for (qsizetype i = 0; i < transcript.size(); ++i) {
        object = replaced(object, {text("transcript"), QString::number(i), text("step")},
                          QJsonValue(QJsonValue::Undefined));
    }
    const auto back = read(surveyOf(object.toObject()));
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().evidence.session.transcript, transcript);
}

void TestJsonRead::filesThatAreNone()
{
    QFETCH(QString, path);
    QFETCH(FileProblem::Kind, kind);
    const auto read = readSurveyFile(path);
    QVERIFY(std::holds_alternative<FileProblem>(read));
    QCOMPARE(std::get<FileProblem>(read).kind, kind);
}

void TestJsonRead::filesFromTheContractAloneAreRead()
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

void TestJsonRead::unprintableTextIsDefused()
{
    const auto back =
        read(fileWith("chain.sent.0.subject", QStringLiteral("CN=\u001b[2J\u202egro\\.elpmaxe")));
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().chain->sent.first().subject, text("CN=\\x1b[2J\\xe2\\x80\\xaegro\\.elpmaxe"));
}

void TestJsonRead::hostileFilesEndInAnError()
{
    // Cut anywhere, a file is refused or, behind its last brace, whole.
    const QByteArray pretty = writeSurvey({full()});
    const QByteArray content = writeJsonLine(full());
    for (const QByteArray &whole : {pretty, content}) {
        for (qsizetype at = 1; at < whole.trimmed().size(); at += 31)
            QCOMPARE(problemOf(whole.left(at)).kind, FileProblem::Kind::NotJson);
    }
    QCOMPARE(read("\xEF\xBB\xBF" + pretty).size(), 1);
    // Any one byte changed: read or refused, never worse.
    int readable = 0;
    for (qsizetype at = 0; at < content.size(); at += 19) {
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

void TestJsonRead::timesOfCertificatesAreInSeconds()
{
    const auto read = readSurvey(fileWith("chain.sent.0.notAfter", text("2026-01-02T03:04:05.678Z")));
    const auto &inspections = std::get<QList<Inspection>>(read);
    QCOMPARE(inspections.first().chain->sent[0].notAfter, utc({2026, 1, 2}, {3, 4, 5}));
    QCOMPARE(std::get<QList<Inspection>>(readSurvey(writeSurvey(inspections))), inspections);
}

MAILSEAL_TEST(TestJsonRead)
#include "tst_jsonread.moc"
