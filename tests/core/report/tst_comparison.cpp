#include "compare/compare.h"
#include "report/comparisonreport.h"
#include "savedfile/comparisonjson.h"
#include "support/fixtures/compared.h"
#include "support/testprogram.h"
#include "wire/comparisonwire.h"
#include "wording/comparisonwording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace mailseal;
using namespace compared;

namespace {

const ComparisonWording english{Wording(Wording::Speech::English)};

/// The good server with one certificate of another authority, another cipher and hostile words.
Inspection other()
{
    Inspection inspection = good();
    inspection.evidence.session.tls->cipher = text("TLS_AES_128_GCM_SHA256");
    inspection.evidence.session.capabilitiesAfterTls = Capabilities{"SIZE 1000", "AUTH PLAIN"};
    inspection.chain->trusted = false;
    inspection.chain->anchor.reset();
    inspection.chain->sent.removeLast();
    inspection.chain->problems = {
        {FindingCode::IncompleteChain, Severity::Error, 0, {text("CN=R11,O=Example CA")}}};
    inspection.verdicts[1] = verdict(PolicyId::WebPki, Standing::Violated, Delivery::Deferred,
                                     FindingCode::IncompleteChain, {text("CN=R11,O=Example CA")});
    inspection.verdicts[1].because[0].depth = 0;
    return inspection;
}

QJsonObject jsonOf(const Inspection &left, const Inspection &right)
{
    const auto document = QJsonDocument::fromJson(writeComparison(compareSurveys({left}, {right})));
    return document.object();
}

QJsonObject rowNamed(const QJsonObject &comparison, const QString &id)
{
    const auto groups = comparison[QLatin1StringView("groups")].toArray();
    for (const auto &group : groups) {
        const auto rows = group[QLatin1StringView("rows")].toArray();
        for (const auto &row : rows) {
            if (row[QLatin1StringView("id")].toString() == id)
                return row.toObject();
        }
    }
    return {};
}

} // namespace

class ComparisonReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHasTheContractsFields();
    void jsonRowsHaveUniqueIds();
    void jsonOfSeveralHasPairs();
    void firstLineAnswers();
    void textShowsDifferencesOnly();
    void textIsNoWiderThanThePage();
    void hostileServersStayText_data();
    void hostileServersStayText();
    void longListsAreShortened();
    void severalPairsHaveATable();
    void groupsSayWhatCannotBeCompared();
    void everyFactHasWords();
    void speaksGerman();
};

void ComparisonReportTest::jsonHasTheContractsFields()
{
    const QJsonObject json = jsonOf(good(), other());
    QCOMPARE(json[QLatin1StringView("schema")].toString(), text("mailseal/comparison/1"));
    QCOMPARE(json[QLatin1StringView("equal")].toBool(true), false);
    QVERIFY(!json.contains(QLatin1StringView("pairs")));
    for (const auto side : {QLatin1StringView("left"), QLatin1StringView("right")}) {
        const QJsonObject object = json[side].toObject();
        QCOMPARE(object[QLatin1StringView("input")].toString(), text("host:mx1.example.org"));
        QCOMPARE(object[QLatin1StringView("host")].toString(), text("mx1.example.org"));
        QCOMPARE(object[QLatin1StringView("address")].toString(), text("192.0.2.1"));
        QCOMPARE(object[QLatin1StringView("port")].toInt(), 25);
        QCOMPARE(object[QLatin1StringView("observedAt")].toString(), text("2026-11-24T10:02:00.000Z"));
    }
    const QJsonObject cipher = rowNamed(json, text("tls.cipher"));
    QCOMPARE(cipher[QLatin1StringView("label")].toString(), text("Cipher suite"));
    QCOMPARE(cipher[QLatin1StringView("left")].toString(), text("TLS_AES_256_GCM_SHA384"));
    QCOMPARE(cipher[QLatin1StringView("right")].toString(), text("TLS_AES_128_GCM_SHA256"));
    QCOMPARE(cipher[QLatin1StringView("relation")].toString(), text("differs"));
    QVERIFY(cipher[QLatin1StringView("proof")].toObject().contains(QLatin1StringView("left")));
    const QJsonObject lost = rowNamed(json, text("dialogue.extension-after-tls.CHUNKING"));
    QCOMPARE(lost[QLatin1StringView("relation")].toString(), text("only-left"));
    QVERIFY(lost[QLatin1StringView("right")].isNull());
    const QJsonObject verdict = rowNamed(json, text("verdicts.policy.webpki"));
    QCOMPARE(verdict[QLatin1StringView("effect")].toString(), text("worse"));
}

void ComparisonReportTest::jsonRowsHaveUniqueIds()
{
    const QJsonObject json = jsonOf(good(), other());
    QSet<QString> ids;
    int differences = 0;
    const auto groups = json[QLatin1StringView("groups")].toArray();
    for (const auto &group : groups) {
        int counted = 0;
        const auto rows = group[QLatin1StringView("rows")].toArray();
        for (const auto &row : rows) {
            const QString id = row[QLatin1StringView("id")].toString();
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.insert(id);
            counted += row[QLatin1StringView("counted")].toBool() ? 1 : 0;
        }
        QCOMPARE(group[QLatin1StringView("differences")].toInt(-1), counted);
        differences += counted;
    }
    QCOMPARE(json[QLatin1StringView("differences")].toInt(-1), differences);
}

void ComparisonReportTest::jsonOfSeveralHasPairs()
{
    Inspection second = good();
    second.evidence.target.address = text("2001:db8::1");
    const auto json =
        QJsonDocument::fromJson(writeComparison(compareSurveys({good(), second}, {good()}))).object();
    QVERIFY(!json.contains(QLatin1StringView("groups")));
    const auto pairs = json[QLatin1StringView("pairs")].toArray();
    QCOMPARE(pairs.size(), 2);
    QVERIFY(pairs[1][QLatin1StringView("right")].isNull());
    QCOMPARE(pairs[1][QLatin1StringView("differences")].toInt(), 1);
    QCOMPARE(json[QLatin1StringView("differences")].toInt(), 1);
    QVERIFY(json[QLatin1StringView("left")][QLatin1StringView("address")].isNull());
}

void ComparisonReportTest::firstLineAnswers()
{
    QCOMPARE(english.headline(compare(good(), good())), text("equal: no difference"));
    QVERIFY(english.headline(compare(good(), other()))
                .endsWith(text(" differences; right is worse for: Trusted CA and name")));
    QVERIFY(english.headline(compare(other(), good()))
                .endsWith(text("right is better for: Trusted CA and name")));
}

void ComparisonReportTest::textShowsDifferencesOnly()
{
    const SurveyComparison comparison = compareSurveys({good()}, {other()});
    const Wording wording(Wording::Speech::English);
    const QString brief = comparisonText(comparison, wording, {false, 100}, ComparisonDetail::Differences);
    const QString whole = comparisonText(comparison, wording, {false, 100}, ComparisonDetail::Everything);
    QVERIFY2(brief.section(u'\n', 0, 0) == english.headline(comparison), qPrintable(brief));
    for (const char *shown : {"≠  Cipher suite", "−  CHUNKING inside TLS", "+  1. certificate: Problem",
                              "↓ worse for: Trusted CA and name", "No difference\n  Names, Conformance"})
        QVERIFY2(brief.contains(text(shown)), qPrintable(brief));
    for (const char *hidden : {"Key exchange", "Timings", "S: 220", "Greeting"}) {
        QVERIFY2(!brief.contains(text(hidden)), hidden);
        QVERIFY2(whole.contains(text(hidden)), hidden);
    }
    QVERIFY(!brief.contains(u'\x1b'));
    QVERIFY(
        comparisonText(comparison, wording, {true, 100}, ComparisonDetail::Differences).contains(u'\x1b'));
}

void ComparisonReportTest::textIsNoWiderThanThePage()
{
    const SurveyComparison comparison = compareSurveys({good(), other()}, {other()});
    for (const int width : {90, 100, 140}) {
        const QString page = comparisonText(comparison, Wording(Wording::Speech::English), {false, width},
                                            ComparisonDetail::Everything);
        for (const QString &line : page.split(u'\n'))
            QVERIFY2(line.size() <= width, qPrintable(line));
    }
}

void ComparisonReportTest::hostileServersStayText_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("HTML") << QByteArray("<script>alert(1)</script><img src=x onerror=y>\"'");
    QTest::newRow("Markdown") << QByteArray(
        "| [a](https://evil.example) ![b](x) **c** `d` <https://evil.example>");
    QTest::newRow("links and mentions")
        << QByteArray("https://evil.example www.evil.example @everyone a@b.example");
    QTest::newRow("terminal") << QByteArray("\x1b[2J\x1b]0;title\x07 \r overwritten");
    QTest::newRow("bidi") << QByteArray("\xE2\x80\xAE txet \xE2\x80\x8B");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x80 \xC0\xAF");
    QTest::newRow("places") << QByteArray("%1 %2 %9 %n %L1");
    QTest::newRow("long") << QByteArray(60'000, 'x');
}

void ComparisonReportTest::hostileServersStayText()
{
    QFETCH(QByteArray, words);
    Inspection hostile = other();
    const QString said = QString::fromUtf8(words);
    hostile.evidence.target.input = hostile.evidence.target.host = said;
    SessionFacts &session = hostile.evidence.session;
    session.endReply = Reply{554, words, words + '\n' + words};
    session.greeting = Reply{220, {}, words};
    session.capabilitiesAfterTls->append(words);
    session.transcript[0].text = words;
    session.tls->cipher = said;
    hostile.chain->sent[0].subject = hostile.chain->sent[0].issuer = said;
    hostile.chain->sent[0].dnsNames = {said};
    hostile.names->checks[0].presented = said;
    hostile.verdicts[1].because[0].args = {said};
    const SurveyComparison comparison = compareSurveys({good()}, {hostile});
    const Wording wording(Wording::Speech::English);
    const auto all = ComparisonDetail::Everything;
    const QString html = comparisonHtml(comparison, wording, all);
    const QString markdown = comparisonMarkdown(comparison, wording, all);
    const QByteArray json = writeComparison(comparison);
    for (const QString &page : {comparisonText(comparison, wording, {false, 100}, all), markdown, html}) {
        for (const QChar c : page)
            QVERIFY(c == u'\n' || c >= u' ');
        QVERIFY(!page.contains(QChar(0x202E)) && !page.contains(QChar(0x200B)));
        QVERIFY(page.isValidUtf16());
    }
    QVERIFY(!html.contains(text("<script")) && !html.contains(text("<img")) && !html.contains(text("<a ")));
    for (const QString &line : markdown.split(u'\n')) {
        // Outside code nothing may be left that Markdown makes something of.
        QString outside = line;
        outside.remove(QRegularExpression(text("(`+)[^`].*?[^`]?\\1(?!`)")));
        QVERIFY2(!outside.contains(text("://")) && !outside.contains(text("](")), qPrintable(line.left(400)));
        QVERIFY2(!outside.contains(text("www.")) && !outside.contains(u'@'), qPrintable(line.left(400)));
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(!document.isNull());
    QCOMPARE(document[QLatin1StringView("differences")].toInt(), comparison.differences);
    QVERIFY(!json.contains('\x1b'));
}

void ComparisonReportTest::longListsAreShortened()
{
    Inspection left = good();
    Inspection right = good();
    for (int i = 0; i < 5000; ++i) {
        left.chain->sent[0].dnsNames.append(text("mx%1.example.org").arg(i));
        right.chain->sent[0].dnsNames.append(text("mx%1.example.org").arg(i + 1));
    }
    const Comparison comparison = compare(left, right);
    for (const ComparedRow &row : comparison.groups[1].rows) {
        if (row.topic.fact != Fact::AlternativeNames || row.topic.position != 0)
            continue;
        QCOMPARE(english.value(row, ComparedSideOf::Left), text("DNS:mx0.example.org; 5001 on both sides"));
        QCOMPARE(english.value(row, ComparedSideOf::Right),
                 text("DNS:mx5000.example.org; 5001 on both sides"));
    }
    const QString whole = comparisonText(compareSurveys({left}, {left}), Wording(Wording::Speech::English),
                                         {false, 100}, ComparisonDetail::Differences);
    QVERIFY2(whole.size() < 1000, qPrintable(whole));
}

void ComparisonReportTest::severalPairsHaveATable()
{
    Inspection second = other();
    second.evidence.target.host = text("mx2.example.org");
    const SurveyComparison comparison = compareSurveys({good(), second}, {good()});
    const Wording wording(Wording::Speech::English);
    const QString page = comparisonText(comparison, wording, {false, 100}, ComparisonDetail::Differences);
    QVERIFY2(page.startsWith(text("1 difference\n")), qPrintable(page));
    QVERIFY2(page.contains(text("2 pairs of servers")), qPrintable(page));
    QVERIFY2(page.contains(text("The right side has no such server.")), qPrintable(page));
    QCOMPARE(comparisonHtml(comparison, wording, ComparisonDetail::Differences).count(text("<h1")), 1);
}

void ComparisonReportTest::groupsSayWhatCannotBeCompared()
{
    ComparedRows group{ComparedGroup::Names, {{}, {}}, 0};
    QCOMPARE(english.differences(group), text("no difference"));
    group.rows[0].relation = Relation::NotComparable;
    QCOMPARE(english.differences(group), text("no difference, 1 not comparable"));
    group.rows[1].relation = Relation::Differs;
    group.differences = 1;
    QCOMPARE(english.differences(group), text("1 difference, 1 not comparable"));
    group.group = ComparedGroup::Timings;
    QCOMPARE(english.differences(group), text("not counted"));
}

void ComparisonReportTest::everyFactHasWords()
{
    for (int i = 0; i <= static_cast<int>(Fact::TotalTime); ++i) {
        const RowTopic topic{static_cast<Fact>(i), std::nullopt, RowTopic::Of(QString())};
        QVERIFY2(!english.fact(topic).isEmpty() || topic.fact == Fact::PresentedName,
                 qPrintable(toWire(topic.fact)));
    }
    for (int i = 0; i <= static_cast<int>(ComparedGroup::Timings); ++i)
        QVERIFY(!english.group(static_cast<ComparedGroup>(i)).isEmpty());
    for (int i = 0; i <= static_cast<int>(DialogueStep::Note); ++i)
        QVERIFY(!english.step(static_cast<DialogueStep>(i)).isEmpty());
    for (int i = 0; i <= static_cast<int>(Relation::NotComparable); ++i)
        QVERIFY(!english.relation(static_cast<Relation>(i)).isEmpty());
}

void ComparisonReportTest::speaksGerman()
{
    QTranslator german;
    QVERIFY(german.load(text(":/translations/wording_de.qm")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    const SurveyComparison comparison = compareSurveys({good()}, {other()});
    const QString page = comparisonText(comparison, Wording(Wording::Speech::Translated), {false, 100},
                                        ComparisonDetail::Everything);
    const QByteArray json = writeComparison(comparison);
    QCoreApplication::removeTranslator(&german);
    QVERIFY2(page.contains(text("Unterschiede; rechts schlechter für: ")), qPrintable(page));
    for (const char *word : {"Wer würde zustellen", "Gültig bis", "CHUNKING in TLS", "Schritt für Schritt"})
        QVERIFY2(page.contains(text(word)), word);
    QCOMPARE(json, writeComparison(comparison));
}

MAILSEAL_TEST(ComparisonReportTest)
#include "tst_comparison.moc"
