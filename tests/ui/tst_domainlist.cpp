#include "list/inspectionlist.h"
#include "list/serverlist.h"
#include "models/headline.h"
#include "models/serverlistmodel.h"
#include "support/fixtures/domain.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <QTreeView>

using namespace mailseal;

namespace {

/// An inspector that never begins by itself: the test plays its part.
class Actor : public Inspector
{
public:
    void play(const QList<Inspection> &inspections)
    {
        Q_EMIT planned(static_cast<int>(inspections.size()));
        for (int i = 0; i < inspections.size(); ++i)
            Q_EMIT changed(i, inspections.at(i), fixtures::waitingFor(Stage::Connecting));
        for (int i = 0; i < inspections.size(); ++i)
            Q_EMIT inspected(i, inspections.at(i));
        Q_EMIT finished();
    }
};

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

    quint64 ask(const QString &text) { return list.inspect(std::get<TargetSpec>(parseTarget(text)), {}); }
    QModelIndex top(int row = 0) const { return model.index(row, 0); }
};

Inspection at(const Inspection &inspection, const char *host, const char *address)
{
    return fixtures::atDomain(inspection, QString::fromLatin1(host), QString::fromLatin1(address));
}

QList<Inspection> threeServers()
{
    return {at(fixtures::good(), "mx1.example.org", "192.0.2.1"),
            at(fixtures::good(), "mx1.example.org", "2001:db8::1"),
            at(fixtures::throttled(), "mx2.example.org", "192.0.2.9")};
}

} // namespace

/// A mail domain in the list of servers.
class TestDomainList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsServersStandBelowIt()
    {
        Scene s;
        const quint64 first = s.ask(QStringLiteral("example.org"));
        QVERIFY(!s.top().data(IsGroupRole).toBool());
        QCOMPARE(s.top().data().toString(), QStringLiteral("example.org"));
        s.actors.constFirst()->play(threeServers());
        QCOMPARE(s.model.rowCount(), 1);
        QVERIFY(s.top().data(IsGroupRole).toBool());
        QCOMPARE(s.top().data().toString(), QStringLiteral("example.org"));
        QCOMPARE(s.model.rowCount(s.top()), 3);
        QCOMPARE(s.model.index(2, 0, s.top()).data().toString(), QStringLiteral("mx2.example.org"));
        QCOMPARE(s.model.indexOfServer(first), s.model.index(0, 0, s.top()));
    }

    void itCountsThoseThatAreFineAndWearsTheWorstBadge()
    {
        Scene s;
        s.ask(QStringLiteral("example.org"));
        s.actors.constFirst()->play(threeServers());
        QCOMPARE(s.top().data(DetailRole).toString(), QStringLiteral("2 of 3"));
        QCOMPARE(s.top().data(ServerBadgeRole).toInt(), static_cast<int>(Badge::Undetermined));
        QVERIFY(s.top()
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1StringView("2 of 3 server(s) satisfy the policy")));
    }

    void oneServerStandsBelowItAsWell()
    {
        Scene s;
        s.ask(QStringLiteral("example.org"));
        s.actors.constFirst()->play({threeServers().constFirst()});
        QVERIFY(s.top().data(IsGroupRole).toBool());
        QCOMPARE(s.model.rowCount(s.top()), 1);
    }

    void whatHasNoServerIsOneRow_data()
    {
        QTest::addColumn<EndReason>("end");
        QTest::addColumn<QString>("says");
        QTest::newRow("null MX") << EndReason::NullMx << QStringLiteral("takes no mail");
        QTest::newRow("no such name") << EndReason::ResolveFailed << QStringLiteral("could not be resolved");
    }
    void whatHasNoServerIsOneRow()
    {
        QFETCH(EndReason, end);
        QFETCH(QString, says);
        Scene s;
        s.ask(QStringLiteral("example.org"));
        s.actors.constFirst()->play({fixtures::wholeDomain(end)});
        QCOMPARE(s.model.rowCount(), 1);
        QVERIFY(!s.top().data(IsGroupRole).toBool());
        QCOMPARE(s.top().data().toString(), QStringLiteral("example.org"));
        QVERIFY2(s.top().data(DetailRole).toString().contains(says),
                 qPrintable(s.top().data(DetailRole).toString()));
    }

    void aHostWithoutAddressStaysBelowItsDomain()
    {
        Scene s;
        s.ask(QStringLiteral("example.org"));
        Inspection lost = fixtures::wholeDomain(EndReason::ResolveFailed);
        lost.evidence.target.host = QStringLiteral("mx3.example.org");
        s.actors.constFirst()->play({threeServers().constFirst(), lost});
        QCOMPARE(s.model.rowCount(s.top()), 2);
        QCOMPARE(s.top().data(DetailRole).toString(), QStringLiteral("1 of 2"));
    }

    void bothLabelsAreShownWhereTheyDiffer()
    {
        Scene s;
        s.ask(QStringLiteral("münchen.example"));
        const QString ascii = QStringLiteral("xn--mnchen-3ya.example");
        QCOMPARE(s.top().data().toString(), QStringLiteral("münchen.example"));
        QCOMPARE(s.top().data(AsciiRole).toString(), ascii);
        Inspection server = threeServers().constFirst();
        server.evidence.target.domain = ascii;
        server.evidence.target.host = QStringLiteral("mx.") + ascii;
        s.actors.constFirst()->play({server});
        QCOMPARE(s.top().data().toString(), QStringLiteral("münchen.example"));
        QCOMPARE(s.top().data(AsciiRole).toString(), ascii);
        const QModelIndex row = s.model.index(0, 0, s.top());
        QCOMPARE(row.data().toString(), QStringLiteral("mx.münchen.example"));
        QCOMPARE(row.data(AsciiRole).toString(), QStringLiteral("mx.") + ascii);
        const ListedServer *listed = s.list.server(row.data(ServerIdRole).value<quint64>());
        QCOMPARE(titleText(*listed), QStringLiteral("mx.münchen.example (mx.xn--mnchen-3ya.example)"));
        QVERIFY(headerText(listed->inspection).contains(QLatin1StringView("MX 10 of ")));
    }

    void theFilterFindsEitherLabel()
    {
        Scene s;
        s.ask(QStringLiteral("münchen.example"));
        s.actors.constFirst()->play(threeServers());
        for (const char *text : {"xn--", "mün", "mx2"}) {
            ServerArrangement wish;
            wish.filter = QString::fromUtf8(text);
            s.model.setArrangement(wish);
            QCOMPARE(s.model.rowCount(), 1);
        }
    }

    void aServerOfTheSameNameIsAnotherTarget()
    {
        Scene s;
        const quint64 domain = s.ask(QStringLiteral("example.org"));
        QVERIFY(s.ask(QStringLiteral("host:example.org")) != domain);
        QCOMPARE(s.model.rowCount(), 2);
    }

    void againMeansTheWholeDomain()
    {
        Scene s;
        s.ask(QStringLiteral("example.org"));
        s.actors.constFirst()->play(threeServers());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto last = s.model.index(2, 0, s.top()).data(ServerIdRole).value<quint64>();
        s.list.inspectAgain(last, {});
        QCOMPARE(s.top().data(ServerBadgeRole).toInt(), static_cast<int>(Badge::Running));
        QList<Inspection> turned = threeServers();
        turned.swapItemsAt(0, 2);
        s.actors.constLast()->play(turned);
        QCOMPARE(s.model.rowCount(s.top()), 3);
        QCOMPARE(s.list.server(last)->inspection.evidence.target.host, QStringLiteral("mx2.example.org"));
    }

    void aSavedServerIsInspectedAgainWithItsDomain()
    {
        Scene s;
        const quint64 saved = s.list.open(threeServers(), QStringLiteral("f.mailseal")).constFirst();
        s.list.inspectAgain(saved, {});
        QCOMPARE(s.list.groups().constLast().title, QStringLiteral("example.org"));
        QVERIFY(s.list.groups().constLast().isDomain);
    }

    void aChosenDomainMeansAllOfItsServers()
    {
        Scene s;
        ServerList widget(s.list);
        s.ask(QStringLiteral("example.org"));
        s.actors.constFirst()->play(threeServers());
        auto *view = widget.findChild<QTreeView *>();
        view->setCurrentIndex(view->model()->index(0, 0));
        QCOMPARE(widget.selectedServers().size(), 3);
        view->selectAll();
        QCOMPARE(widget.selectedServers().size(), 3);
    }
};

MAILSEAL_TEST(TestDomainList)
#include "tst_domainlist.moc"
