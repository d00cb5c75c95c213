#include "support/testprogram.h"
#include "values/endtraits.h"

#include <QTest>

using namespace mailseal;

/// What everybody who judges an end reads in one table.
class EndTraitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyEndHasItsRow();
    void noEndWithoutTlsIsFine();
    void someEndsAreFaults_data();
    void someEndsAreFaults();
};

void EndTraitsTest::everyEndHasItsRow()
{
    constexpr int last = static_cast<int>(EndReason::FromNewerVersion);
    QCOMPARE(static_cast<int>(endTraits.size()), last + 1);
    for (int i = 0; i <= last; ++i)
        QCOMPARE(static_cast<int>(traitsOf(static_cast<EndReason>(i)).end), i);
}

void EndTraitsTest::noEndWithoutTlsIsFine()
{
    for (const EndTraits &traits : endTraits) {
        QVERIFY(traits.fault != Standing::Satisfied); // an end alone authenticates nobody
        if (traits.tls == TlsTold::DoesNotWork)
            QVERIFY(traits.fault == Standing::Violated);
        if (traits.by == EndedBy::Us || traits.by == EndedBy::Unknown)
            QVERIFY2(traits.fault != Standing::Violated, "what we ended is no fault of the server");
        if (traits.stage == EndStage::Lookup || traits.stage == EndStage::Connection)
            QVERIFY2(traits.tls == TlsTold::Nothing, "nobody was heard");
    }
}

void EndTraitsTest::someEndsAreFaults_data()
{
    QTest::addColumn<EndReason>("end");
    QTest::addColumn<bool>("isFault");
    QTest::newRow("no STARTTLS") << EndReason::StarttlsNotOffered << true;
    QTest::newRow("masked") << EndReason::StarttlsMasked << true;
    QTest::newRow("refused") << EndReason::StarttlsRefused << true;
    QTest::newRow("handshake") << EndReason::HandshakeFailed << true;
    QTest::newRow("554 after TLS") << EndReason::RefusedAfterTls << true;
    QTest::newRow("greeting refused") << EndReason::GreetingRefused << false;
    QTest::newRow("EHLO refused") << EndReason::EhloRefused << false;
    QTest::newRow("timeout") << EndReason::ConnectTimeout << false;
    QTest::newRow("proxy") << EndReason::ProxyFailed << false;
    QTest::newRow("stopped by us") << EndReason::Cancelled << false;
    QTest::newRow("of a newer version") << EndReason::FromNewerVersion << false;
}

void EndTraitsTest::someEndsAreFaults()
{
    QFETCH(EndReason, end);
    QFETCH(bool, isFault);
    QCOMPARE(traitsOf(end).fault == Standing::Violated, isFault);
}

MAILSEAL_TEST(EndTraitsTest)
#include "tst_endtraits.moc"
