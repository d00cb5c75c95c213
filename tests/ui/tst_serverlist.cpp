#include "list/inspectionlist.h"
#include "models/headline.h"
#include "models/serverlistmodel.h"
#include "models/serverlisttext.h"
#include "support/fixtures/servers.h"
#include "support/testprogram.h"
#include "wording/wording.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mailseal;

namespace {

/// An inspector that never begins by itself: the test plays its part.
class Actor : public Inspector
{
public:
    Inspection inspection(const QString &address) const
    {
        Inspection made = fixtures::good();
        made.evidence.target.address = address;
        made.evidence.target.connectedTo = {address, 25};
        return made;
    }
    void play(const QStringList &addresses)
    {
        Q_EMIT planned(static_cast<int>(addresses.size()));
        for (int i = 0; i < addresses.size(); ++i)
            Q_EMIT changed(i, inspection(addresses.at(i)), fixtures::waitingFor(Stage::Connecting));
        for (int i = 0; i < addresses.size(); ++i)
            Q_EMIT inspected(i, inspection(addresses.at(i)));
        Q_EMIT finished();
    }
};

TargetSpec target(const char *host, quint16 port = 25)
{
    TargetSpec spec;
    spec.host = QString::fromLatin1(host);
    spec.input = spec.host;
    spec.port = port;
    return spec;
}

struct Scene
{
    QList<Actor *> actors;
    InspectionList list{[this] {
        auto actor = std::make_unique<Actor>();
        actors.append(actor.get());
        return actor;
    }};
    ServerListModel model{list};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestServerList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAddressIsARowOfItsOwn()
    {
        Scene s;
        const quint64 id = s.list.inspect(target("mx.example.org"), {});
        QCOMPARE(s.model.rowCount(), 1);
        QCOMPARE(s.model.index(0, 0).data(ServerIdRole).value<quint64>(), id);
        QVERIFY(s.list.isRunning());
        s.actors.constFirst()->play({QStringLiteral("192.0.2.1")});
        QVERIFY(!s.list.isRunning());
        QCOMPARE(s.model.rowCount(), 1);
        QVERIFY(!s.model.index(0, 0).data(IsGroupRole).toBool());
        QCOMPARE(s.list.inspectedCount(), 1);
    }

    void severalAddressesAreAGroup()
    {
        Scene s;
        const quint64 id = s.list.inspect(target("mx.example.org"), {});
        s.actors.constFirst()->play({QStringLiteral("192.0.2.1"), QStringLiteral("2001:db8::1")});
        QCOMPARE(s.model.rowCount(), 1);
        const QModelIndex group = s.model.index(0, 0);
        QVERIFY(group.data(IsGroupRole).toBool());
        QCOMPARE(s.model.rowCount(group), 2);
        QCOMPARE(s.model.indexOfServer(id).parent(), group);
    }

    void addressesKeepTheirRowsWhenTheResolverTurnsThemRound()
    {
        Scene s;
        const quint64 id = s.list.inspect(target("mx.example.org"), {});
        s.actors.constFirst()->play({QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2")});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        s.list.inspectAgain(id, {});
        s.actors.constLast()->play({QStringLiteral("192.0.2.2"), QStringLiteral("192.0.2.1")});
        QCOMPARE(s.list.server(id)->inspection.evidence.target.address, QStringLiteral("192.0.2.1"));
        QCOMPARE(s.model.rowCount(s.model.index(0, 0)), 2);
    }

    void anAddressThatIsGoneLeavesTheList()
    {
        Scene s;
        const quint64 id = s.list.inspect(target("mx.example.org"), {});
        s.actors.constFirst()->play({QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2")});
        s.list.inspectAgain(id, {});
        s.actors.constLast()->play({QStringLiteral("192.0.2.1")});
        QCOMPARE(s.model.rowCount(), 1);
        QVERIFY(!s.model.index(0, 0).data(IsGroupRole).toBool());
    }

    void onlySoManyAtATime()
    {
        Scene s;
        s.list.setParallel(2);
        for (const char *host : {"a.example", "b.example", "c.example"})
            s.list.inspect(target(host), {});
        QCOMPARE(s.actors.size(), 2);
        s.actors.constFirst()->play({QStringLiteral("192.0.2.1")});
        QCOMPARE(s.actors.size(), 3);
    }

    void whatNeverHadItsTurnSaysThatItWasStopped()
    {
        Scene s;
        s.list.setParallel(1);
        s.list.inspect(target("a.example"), {});
        const quint64 waiting = s.list.inspect(target("b.example"), {});
        s.list.stop();
        QCOMPARE(s.list.server(waiting)->inspection.evidence.session.end, EndReason::Cancelled);
        QVERIFY(!s.list.server(waiting)->isRunning);
        QVERIFY(!s.list.server(waiting)->inspection.verdicts.isEmpty());
    }

    void theSameTargetIsListedOnce()
    {
        Scene s;
        const quint64 id = s.list.inspect(target("mx.example.org"), {});
        s.actors.constFirst()->play({QStringLiteral("192.0.2.1")});
        QCOMPARE(s.list.inspect(target("mx.example.org"), {}), id);
        QVERIFY(s.list.inspect(target("mx.example.org", 2525), {}) != id);
        QCOMPARE(s.model.rowCount(), 2);
    }

    void examplesStandTogetherAndLast()
    {
        Scene s;
        s.list.inspectExample(target("good.example"), {});
        s.list.inspectExample(target("expired.example"), {});
        s.list.inspect(target("mx.example.org"), {});
        QCOMPARE(s.model.rowCount(), 2);
        QVERIFY(s.model.index(1, 0).data(IsGroupRole).toBool());
        QCOMPARE(s.model.rowCount(s.model.index(1, 0)), 2);
    }

    void removingEndsWhatRuns()
    {
        Scene s;
        const quint64 id = s.list.inspect(target("mx.example.org"), {});
        s.list.inspect(target("other.example"), {});
        s.actors.constLast()->play({QStringLiteral("192.0.2.1")});
        s.list.remove(id);
        QCOMPARE(s.model.rowCount(), 1);
        QCOMPARE(s.list.server(id), nullptr);
    }

    void aGroupWearsTheBadgeOfItsWorst_data()
    {
        QTest::addColumn<Badge>("one");
        QTest::addColumn<Badge>("other");
        QTest::addColumn<Badge>("worst");
        QTest::newRow("violated over warned") << Badge::Violated << Badge::Warned << Badge::Violated;
        QTest::newRow("undetermined over satisfied")
            << Badge::Satisfied << Badge::Undetermined << Badge::Undetermined;
        QTest::newRow("satisfied over nothing to say")
            << Badge::NotApplicable << Badge::Satisfied << Badge::Satisfied;
    }
    void aGroupWearsTheBadgeOfItsWorst()
    {
        QFETCH(Badge, one);
        QFETCH(Badge, other);
        QTEST(worse(one, other), "worst");
    }

    void theBadgeSaysWhyAndTheActingPolicyHasAMarkOfItsOwn()
    {
        Inspection inspection = fixtures::good();
        inspection.evidence.target.policy = PolicyId::Opportunistic;
        const Wording wording(Wording::Speech::Translated);
        ListedServer server;
        server.inspection = inspection;
        ServerText text = serverText(server);
        QCOMPARE(text.badge, Badge::Satisfied);
        QCOMPARE(text.reason, wording.headline(inspection));
        QVERIFY(text.acting.isEmpty() && !text.actingBadge);
        inspection.verdicts.removeIf([](const Verdict &one) { return one.policy == PolicyId::DaneOnly; });
        Verdict verdict;
        verdict.policy = PolicyId::DaneOnly;
        verdict.standing = Standing::Violated;
        inspection.verdicts.append(verdict);
        inspection.evidence.target.policy = PolicyId::DaneOnly;
        server.inspection = inspection;
        text = serverText(server);
        QCOMPARE(text.badge, Badge::Satisfied); // nobody published it
        QCOMPARE(text.actingBadge, std::optional(Badge::Violated));
        QVERIFY2(text.acting.startsWith(wording.policyName(PolicyId::DaneOnly)), qPrintable(text.acting));
    }

    void theSecondLineSaysWhatMatters_data()
    {
        QTest::addColumn<Inspection>("inspection");
        QTest::addColumn<QString>("last");
        QTest::newRow("good") << fixtures::good() << QStringLiteral("TLS 1.3");
        QTest::newRow("self-signed") << fixtures::selfSigned() << QStringLiteral("self-signed");
        QTest::newRow("wrong name") << fixtures::wrongName() << QStringLiteral("wrong name");
        QTest::newRow("no STARTTLS") << fixtures::noStarttls() << QStringLiteral("clear text only");
        QTest::newRow("421") << fixtures::throttled()
                             << QStringLiteral("421 Too many connections from your address");
    }
    void theSecondLineSaysWhatMatters()
    {
        QFETCH(Inspection, inspection);
        ListedServer server;
        server.host = QStringLiteral("mx2.example.org");
        server.inspection = inspection;
        QTEST(serverText(server).detail.section(QStringLiteral(" · "), -1), "last");
    }

    void hostileTextStaysText()
    {
        ListedServer server;
        server.host = QStringLiteral("mx2.example.org");
        server.inspection = fixtures::hostile();
        const QString detail = serverText(server).detail;
        QVERIFY2(!detail.contains(QChar(0x202e)) && !detail.contains(QChar(0x1b)), qUtf8Printable(detail));
    }

    void momentsAreToldByTheDay()
    {
        const QDateTime now(QDate(2026, 11, 24), QTime(12, 0));
        QVERIFY(momentText(now.addSecs(-60), now).startsWith(QStringLiteral("today ")));
        QVERIFY(momentText(now.addDays(-1), now).startsWith(QStringLiteral("yesterday ")));
        QVERIFY(!momentText(now.addDays(-2), now).contains(QStringLiteral("day ")));
    }
};

MAILSEAL_TEST(TestServerList)
#include "tst_serverlist.moc"
