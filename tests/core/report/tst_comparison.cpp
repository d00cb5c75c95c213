#include "compare/compare.h"
#include "core/compare/comparesample.h"
#include "report/comparisonjson.h"
#include "report/comparisonwire.h"
#include "report/comparisonwording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace mailseal;
using namespace comparesample;

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

QTEST_GUILESS_MAIN(ComparisonReportTest)
#include "tst_comparison.moc"
