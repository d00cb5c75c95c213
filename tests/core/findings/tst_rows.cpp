#include "findings/findingrow.h"
#include "support/testprogram.h"
#include "wire/wire.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace mailseal;

namespace {

constexpr auto lastCode = static_cast<int>(FindingCode::FromNewerVersion);

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

/// The numbers of a sentence's places.
QSet<int> placesOf(const char *sentence)
{
    static const QRegularExpression place(QStringLiteral("%([1-9])"));
    const QString words = text(sentence);
    QSet<int> places;
    for (auto match = place.globalMatch(words); match.hasNext();)
        places.insert(match.next().captured(1).toInt());
    return places;
}

} // namespace

/// Every code has every column, or its row says that there is nothing to put there.
class FindingRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumn_data();
    void everyColumn();
    void namesAreOfOneCode();
    void nothingIsSaidToBeNothing();
};

void FindingRowsTest::everyColumn_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= lastCode; ++code)
        QTest::addRow("%s", findingRow(static_cast<FindingCode>(code)).name) << code;
}

void FindingRowsTest::everyColumn()
{
    QFETCH(int, code);
    const FindingRow &row = findingRow(static_cast<FindingCode>(code));
    QCOMPARE(static_cast<int>(row.code), code);
    static const QRegularExpression name(QStringLiteral("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
    QVERIFY(name.match(text(row.name)).hasMatch());
    QCOMPARE(toWire(row.code), text(row.name));
    QVERIFY(row.sentence.text && *row.sentence.text);
    QVERIFY(row.advice && *row.advice);
    // A sentence that counts says it in both numbers and says which argument counts.
    QCOMPARE(row.sentence.ofOne != nullptr, row.sentence.counted > 0);
    if (row.sentence.ofOne) {
        QVERIFY(placesOf(row.sentence.text).contains(row.sentence.counted));
        QVERIFY(placesOf(row.sentence.text).contains(placesOf(row.sentence.ofOne)));
    }
    for (const ComparedFact &behind : row.restsOn.facts())
        QVERIFY(behind.fact != Fact::VerdictOfPolicy);
}

void FindingRowsTest::namesAreOfOneCode()
{
    QSet<QString> names;
    for (int code = 0; code <= lastCode; ++code)
        names.insert(text(findingRow(static_cast<FindingCode>(code)).name));
    QCOMPARE(names.size(), lastCode + 1);
}

void FindingRowsTest::nothingIsSaidToBeNothing()
{
    QStringList unexplained;
    QStringList unseen;
    for (int code = 0; code <= lastCode; ++code) {
        const FindingRow &row = findingRow(static_cast<FindingCode>(code));
        if (row.restsOn.facts().empty())
            unexplained.append(text(row.name));
        if (row.place == FindingPlace::Nowhere)
            unseen.append(text(row.name));
        // What a verdict rests on in the DNS, the handshake or a certificate is shown by some tool.
        if (row.place == FindingPlace::TlsaRecords || row.place == FindingPlace::MxRecords)
            QVERIFY2(row.recipe != Recipe::Nothing, row.name);
    }
    QCOMPARE(unexplained, (QStringList{text("no-pins"), text("foreign")}));
    QCOMPARE(unseen,
             (QStringList{text("no-pins"), text("tlsa-not-looked-up"), text("tlsa-no-name"),
                          text("relay-service"), text("variant-not-seen"), text("not-for-this-service")}));
}

MAILSEAL_TEST(FindingRowsTest)
#include "tst_rows.moc"
