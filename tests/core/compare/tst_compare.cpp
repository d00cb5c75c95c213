#include "compare/compare.h"
#include "comparesample.h"

#include <QTest>

using namespace mailseal;
using namespace comparesample;

class CompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameInspectionTwiceIsEqual();
};

void CompareTest::sameInspectionTwiceIsEqual()
{
    const Comparison comparison = compare(good(), good());
    QCOMPARE(comparison.differences, 0);
    QVERIFY(comparison.isEqual());
    QCOMPARE(comparison.groups.size(), 8);
    for (const ComparedRows &group : comparison.groups) {
        for (const ComparedRow &row : group.rows)
            QCOMPARE(row.relation, Relation::Same);
    }
    for (const AlignedStep &step : comparison.transcript)
        QCOMPARE(step.relation, Relation::Same);
}

QTEST_GUILESS_MAIN(CompareTest)
#include "tst_compare.moc"
