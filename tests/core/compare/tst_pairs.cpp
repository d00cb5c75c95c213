#include "compare/compare.h"
#include "support/fixtures/compared.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;
using namespace compared;

namespace {

/// "mx1 192.0.2.1, mx2 2001:db8::1": one inspection each.
QList<Inspection> survey(const QString &list)
{
    QList<Inspection> inspections;
    for (const QString &each : list.split(text(", "), Qt::SkipEmptyParts)) {
        Inspection inspection = good();
        inspection.evidence.target.host = each.section(u' ', 0, 0);
        inspection.evidence.target.address = each.section(u' ', 1, 1);
        inspections.append(inspection);
    }
    return inspections;
}

QString nameOf(const std::optional<ComparedSide> &side)
{
    return side ? side->host + u' ' + side->address : text("-");
}

QStringList pairsOf(const SurveyComparison &survey)
{
    QStringList pairs;
    for (const Comparison &pair : survey.pairs)
        pairs.append(nameOf(pair.left) + text(" = ") + nameOf(pair.right));
    return pairs;
}

} // namespace

class PairsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data();
    void pairs();
    void portsAreDifferentServers();
    void totals();
    void thousandsOfAddresses();
};

void PairsTest::pairs_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QStringList>("paired");
    const auto row = [](const char *name, const char *left, const char *right, const QStringList &paired) {
        QTest::newRow(name) << text(left) << text(right) << paired;
    };
    row("one each", "a 192.0.2.1", "b 2001:db8::1", {text("a 192.0.2.1 = b 2001:db8::1")});
    row("MX by MX in order", "a 192.0.2.1, b 192.0.2.2", "c 192.0.2.3, d 192.0.2.4",
        {text("a 192.0.2.1 = c 192.0.2.3"), text("b 192.0.2.2 = d 192.0.2.4")});
    row("the same host with itself", "a 192.0.2.1, b 192.0.2.2", "b 192.0.2.2, a 192.0.2.1",
        {text("a 192.0.2.1 = a 192.0.2.1"), text("b 192.0.2.2 = b 192.0.2.2")});
    row("whatever its case", "A.example 192.0.2.1, b 192.0.2.2", "b 192.0.2.2, a.EXAMPLE 192.0.2.1",
        {text("A.example 192.0.2.1 = a.EXAMPLE 192.0.2.1"), text("b 192.0.2.2 = b 192.0.2.2")});
    row("an MX went away", "a 192.0.2.1, b 192.0.2.2", "b 192.0.2.2",
        {text("a 192.0.2.1 = -"), text("b 192.0.2.2 = b 192.0.2.2")});
    row("an MX came", "b 192.0.2.2", "a 192.0.2.1, b 192.0.2.2",
        {text("b 192.0.2.2 = b 192.0.2.2"), text("- = a 192.0.2.1")});
    row("an address went away", "a 192.0.2.1, a 192.0.2.2", "a 192.0.2.2",
        {text("a 192.0.2.1 = -"), text("a 192.0.2.2 = a 192.0.2.2")});
    row("family with family", "a 192.0.2.1, a 2001:db8::1", "b 2001:db8::2, b 192.0.2.2",
        {text("a 192.0.2.1 = b 192.0.2.2"), text("a 2001:db8::1 = b 2001:db8::2")});
    row("the same address first", "a 192.0.2.1, a 192.0.2.2", "a 192.0.2.2, a 192.0.2.3",
        {text("a 192.0.2.1 = a 192.0.2.3"), text("a 192.0.2.2 = a 192.0.2.2")});
    row("what is left, in order", "a 192.0.2.1, b 192.0.2.2", "b 192.0.2.2, c 192.0.2.3",
        {text("a 192.0.2.1 = c 192.0.2.3"), text("b 192.0.2.2 = b 192.0.2.2")});
    row("more addresses on one side", "a 192.0.2.1", "b 192.0.2.2, b 192.0.2.3, c 192.0.2.4",
        {text("a 192.0.2.1 = b 192.0.2.2"), text("- = b 192.0.2.3"), text("- = c 192.0.2.4")});
    row("nothing on one side", "a 192.0.2.1", "", {text("a 192.0.2.1 = -")});
}

void PairsTest::pairs()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QStringList, paired);
    QCOMPARE(pairsOf(compareSurveys(survey(left), survey(right))), paired);
}

void PairsTest::portsAreDifferentServers()
{
    auto left = survey(text("a 192.0.2.1, a 192.0.2.1"));
    left[1].evidence.target.port = 587;
    auto right = left;
    right.move(0, 1);
    QCOMPARE(compareSurveys(left, right).pairs[0].right->port, quint16{25});
}

void PairsTest::totals()
{
    auto right = survey(text("a 192.0.2.1"));
    right[0].evidence.session.tls->cipher = text("TLS_AES_128_GCM_SHA256");
    const SurveyComparison comparison = compareSurveys(survey(text("a 192.0.2.1, b 192.0.2.2")), right);
    QCOMPARE(comparison.pairs.size(), 2);
    QCOMPARE(comparison.pairs[0].differences, 1);
    QCOMPARE(comparison.pairs[1].differences, 1);
    QVERIFY(comparison.pairs[1].groups.isEmpty() && comparison.pairs[1].transcript.isEmpty());
    QCOMPARE(comparison.differences, 2);
    QVERIFY(!comparison.isEqual());
}

void PairsTest::thousandsOfAddresses()
{
    QList<Inspection> side;
    for (int i = 0; i < 2000; ++i) {
        Inspection inspection;
        inspection.evidence.target.host = text("mx%1.example").arg(i / 10);
        inspection.evidence.target.address = text("10.0.%1.%2").arg(i / 250).arg(i % 250);
        side.append(inspection);
    }
    QList<Inspection> reversed(side.rbegin(), side.rend());
    const SurveyComparison comparison = compareSurveys(side, reversed);
    QCOMPARE(comparison.pairs.size(), side.size());
    for (const Comparison &pair : comparison.pairs)
        QCOMPARE(pair.left->address, pair.right->address);
}

MAILSEAL_TEST(PairsTest)
#include "tst_pairs.moc"
