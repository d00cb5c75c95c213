#include "core/report/jsonsample.h"

#include <QJsonDocument>
#include <QTest>

using namespace mailseal;
using namespace jsonsample;

namespace {

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

} // namespace

class TestJsonRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mistakesAreNamedWithTheirPath_data();
    void mistakesAreNamedWithTheirPath();
    void unknownFieldsAreTolerated();
    void whatNewerVersionsKnowIsKeptOrPassedOver();
    void filesFromTheContractAloneAreRead();
    void unprintableTextIsDefused();
    void hostileFilesEndInAnError();
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
    whole("not JSON", "{\"schema\":", "not JSON from byte 10 on");
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

void TestJsonRead::unknownFieldsAreTolerated()
{
    QJsonValue object = toJson(full());
    for (const char *path : {"new", "target.new", "tls.new", "chain.sent.0.new", "session.new", "dns.new",
                             "dns.mx.new", "dns.tlsa.records.0.new"})
        object = replaced(object, QString::fromLatin1(path).split(u'.'), QJsonArray{1});
    const auto back = read(surveyOf(object.toObject()));
    QCOMPARE(back.size(), 1);
    QVERIFY(back.first() == full());
}

void TestJsonRead::whatNewerVersionsKnowIsKeptOrPassedOver()
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

QTEST_GUILESS_MAIN(TestJsonRead)
#include "tst_jsonread.moc"
