#include "list/inspectionlist.h"
#include "models/serverlistmodel.h"
#include "support/fixtures/servers.h"
#include "support/testprogram.h"
#include "values/utc.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace mailseal;

namespace {

using Order = ServerArrangement::Order;

/// The model goes by the clock, so the tables do as well.
QDateTime now()
{
    static const QDateTime started = QDateTime::currentDateTimeUtc();
    return started;
}

Inspection at(Inspection inspection, const char *host, const QDateTime &notAfter, const char *issuer)
{
    inspection.evidence.target.host = QString::fromLatin1(host);
    if (inspection.chain) {
        inspection.chain->sent.first().notAfter = notAfter;
        inspection.chain->sent.first().issuer = QStringLiteral("CN=") + QString::fromLatin1(issuer);
    }
    return inspection;
}

/// What the tables arrange: five servers in one file and one in another.
struct Scene
{
    InspectionList list;
    ServerListModel model{list};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Scene()
    {
        list.open({at(fixtures::good(), "delta.example", now().addDays(60), "R11"),
                   at(fixtures::selfSigned(), "alpha.example", now().addDays(3000), "alpha.example"),
                   at(fixtures::expired(), "echo.example", now().addDays(-12), "R11"),
                   at(fixtures::noStarttls(), "bravo.example", {}, ""),
                   at(fixtures::wrongName(), "charlie.example", now().addDays(5), "Lab CA")},
                  QStringLiteral("monday.mailseal"));
        list.open({at(fixtures::good(), "alpha.example", now().addDays(20), "R12")},
                  QStringLiteral("tuesday.mailseal"));
    }
    ServerRows rows() const
    {
        ServerRows made;
        for (const ListedGroup &group : list.groups()) {
            for (const quint64 id : group.servers)
                made.insert(id, serverRow(*list.server(id)));
        }
        return made;
    }
    QString host(quint64 id) const { return list.server(id)->host.section(u'.', 0, 0); }

    /// "title: a b | title: c", so that a table can hold it.
    QString shape(const ServerArrangement &wish) const
    {
        QStringList tops;
        const QList<ArrangedNode> nodes = arrange(list.groups(), rows(), wish, now());
        for (const ArrangedNode &node : nodes) {
            QStringList hosts;
            for (const quint64 id : node.servers)
                hosts.append(host(id));
            tops.append(node.isGroup ? node.title + QStringLiteral(": ") + hosts.join(u' ') : host(node.id));
        }
        return tops.join(QStringLiteral(" | "));
    }
    /// The same of what the model shows.
    QString shown() const
    {
        QStringList tops;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex top = model.index(row, 0);
            QStringList below;
            for (int child = 0; child < model.rowCount(top); ++child)
                below.append(model.index(child, 0, top).data().toString().section(u'.', 0, 0));
            tops.append(top.data(IsGroupRole).toBool()
                            ? top.data().toString() + QStringLiteral(": ") + below.join(u' ')
                            : top.data().toString().section(u'.', 0, 0));
        }
        return tops.join(QStringLiteral(" | "));
    }
};

ServerArrangement grouped(Aspect aspect, Order order = Order::AsListed, bool isDescending = false)
{
    ServerArrangement wish;
    wish.groupBy = aspect;
    wish.order = order;
    wish.isDescending = isDescending;
    return wish;
}

ServerArrangement flat(Order order, bool isDescending = false)
{
    ServerArrangement wish = grouped(Aspect::Target, order, isDescending);
    wish.isGrouped = false;
    return wish;
}

ServerArrangement filtered(const char *text)
{
    ServerArrangement wish;
    wish.filter = QString::fromUtf8(text);
    return wish;
}

ServerArrangement only(Aspect aspect, const char *title, int order = 0)
{
    ServerArrangement wish;
    wish.only = ServerArrangement::Only{aspect, {order, QString::fromUtf8(title)}};
    return wish;
}

} // namespace

class TestServerArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arranges_data()
    {
        QTest::addColumn<ServerArrangement>("wish");
        QTest::addColumn<QString>("shape");
        const auto row = [](const char *name, const ServerArrangement &wish, const char *shape) {
            QTest::newRow(name) << wish << QString::fromUtf8(shape);
        };
        row("as opened", {}, "monday.mailseal: delta alpha echo bravo charlie | tuesday.mailseal: alpha");
        row("by name, the groups too", grouped(Aspect::Target, Order::Name),
            "monday.mailseal: alpha bravo charlie delta echo | tuesday.mailseal: alpha");
        row("the last opened first", grouped(Aspect::Target, Order::AsListed, true),
            "tuesday.mailseal: alpha | monday.mailseal: charlie bravo echo alpha delta");
        row("no groups, by name", flat(Order::Name), "alpha | alpha | bravo | charlie | delta | echo");
        row("what expires first stands first", flat(Order::Expiry),
            "echo | charlie | alpha | delta | alpha | bravo");
        row("what expires last stands first", flat(Order::Expiry, true),
            "bravo | alpha | delta | alpha | charlie | echo");
        row("by verdict, the worst first", grouped(Aspect::Verdict),
            "Broken: bravo | Needs attention: alpha echo charlie | Sound: delta alpha");
        row("by verdict, the best first", grouped(Aspect::Verdict, Order::Verdict, true),
            "Sound: delta alpha | Needs attention: echo charlie alpha | Broken: bravo");
        row("by problem", grouped(Aspect::Problem),
            "Clear text only: bravo | Expired: echo | Self-signed: alpha | Wrong name: charlie | "
            "No problem: delta alpha");
        row("by expiry", grouped(Aspect::Expiry),
            "Expired: echo | Expires within 7 days: charlie | Expires within 30 days: alpha | "
            "Expires within 90 days: delta | Expires later: alpha | No certificate: bravo");
        row("by issuer", grouped(Aspect::Issuer),
            "(itself): alpha | Lab CA: charlie | R11: delta echo | R12: alpha | No certificate: bravo");
        row("a text", filtered("EXAMPLE"),
            "monday.mailseal: delta alpha echo bravo charlie | tuesday.mailseal: alpha");
        row("a host", filtered("brav"), "monday.mailseal: bravo");
        row("a problem", filtered("self-signed"), "monday.mailseal: alpha");
        row("a verdict", filtered("broken"), "monday.mailseal: bravo");
        row("an issuer", filtered("R12"), "tuesday.mailseal: alpha");
        row("the title of a group shows all of it", filtered("tuesday"), "tuesday.mailseal: alpha");
        row("nothing", filtered("zulu"), "");
        row("only a verdict", only(Aspect::Verdict, "Needs attention", 1),
            "monday.mailseal: alpha echo charlie");
        row("only a problem", only(Aspect::Problem, "Expired"), "monday.mailseal: echo");
        row("only what expires soon", only(Aspect::Expiry, "Expires within 30 days", 2),
            "tuesday.mailseal: alpha");
        row("only an issuer", only(Aspect::Issuer, "R11"), "monday.mailseal: delta echo");
    }
    void arranges()
    {
        QFETCH(ServerArrangement, wish);
        const Scene s;
        QTEST(s.shape(wish), "shape");
    }

    void bucketsAreWhatOccurs()
    {
        const Scene s;
        QStringList titles;
        const QList<Bucket> buckets = bucketsOf(s.rows(), Aspect::Issuer, now());
        for (const Bucket &bucket : buckets)
            titles.append(bucket.title);
        QCOMPARE(titles.join(u'|'), QStringLiteral("(itself)|Lab CA|R11|R12|No certificate"));
    }

    void groupsCountWhatIsLeftOut()
    {
        Scene s;
        s.model.setArrangement(filtered("self-signed"));
        const QModelIndex group = s.model.index(0, 0);
        QVERIFY2(group.data(DetailRole).toString().startsWith(QStringLiteral("1 of 5")),
                 qUtf8Printable(group.data(DetailRole).toString()));
        QCOMPARE(group.data(ServerBadgeRole).toInt(), static_cast<int>(Badge::Warned));
        QCOMPARE(s.model.shownCount(), 1);
        QCOMPARE(s.model.totalCount(), 6);
    }

    /// From every arrangement to every other: the model says what it does, and what was chosen stays chosen.
    void everyChangeKeepsWhatIsChosen()
    {
        const QList<ServerArrangement> wishes{{},
                                              flat(Order::Name),
                                              grouped(Aspect::Verdict),
                                              grouped(Aspect::Expiry, Order::Expiry, true),
                                              filtered("alpha"),
                                              grouped(Aspect::Issuer, Order::Name),
                                              grouped(Aspect::Target, Order::Expiry),
                                              grouped(Aspect::Problem, Order::Problem, true)};
        for (const ServerArrangement &from : wishes) {
            for (const ServerArrangement &to : wishes) {
                Scene s;
                s.model.setArrangement(from);
                const quint64 chosen = s.list.groups().constFirst().servers.at(1); // alpha, in all of them
                QItemSelectionModel selection(&s.model);
                selection.setCurrentIndex(s.model.indexOfServer(chosen), QItemSelectionModel::Select);
                s.model.setArrangement(to);
                QCOMPARE(s.shown(), s.shape(to));
                QCOMPARE(selection.currentIndex(), s.model.indexOfServer(chosen));
                QCOMPARE(selection.selectedIndexes(), {s.model.indexOfServer(chosen)});
                const QModelIndex parent = s.model.indexOfServer(chosen).parent();
                QCOMPARE(s.model.index(s.model.indexOfServer(chosen).row(), 0, parent),
                         s.model.indexOfServer(chosen));
            }
        }
    }

    void aServerMovesToTheGroupOfItsNewVerdict()
    {
        Scene s;
        s.model.setArrangement(grouped(Aspect::Verdict));
        const quint64 id = s.list.groups().constFirst().servers.at(3); // bravo
        QItemSelectionModel selection(&s.model);
        selection.setCurrentIndex(s.model.indexOfServer(id), QItemSelectionModel::Select);
        s.list.setJudgement(id, fixtures::good());
        QCOMPARE(s.shown(), s.shape(grouped(Aspect::Verdict)));
        QVERIFY(!s.shown().contains(QStringLiteral("Broken")));
        QCOMPARE(selection.currentIndex(), s.model.indexOfServer(id));
        s.list.setJudgement(id, std::nullopt);
        QVERIFY(s.shown().contains(QStringLiteral("Broken")));
    }

    void rowsComeAndGoInEveryArrangement_data()
    {
        QTest::addColumn<ServerArrangement>("wish");
        QTest::newRow("by target") << ServerArrangement();
        QTest::newRow("flat") << flat(Order::Name);
        QTest::newRow("by verdict") << grouped(Aspect::Verdict, Order::Name);
        QTest::newRow("by issuer, turned round") << grouped(Aspect::Issuer, Order::Issuer, true);
        QTest::newRow("filtered") << filtered("alpha");
    }
    void rowsComeAndGoInEveryArrangement()
    {
        QFETCH(ServerArrangement, wish);
        Scene s;
        s.model.setArrangement(wish);
        const QList<quint64> more = s.list.open({at(fixtures::good(), "foxtrot.example", now(), "R13"),
                                                 at(fixtures::expired(), "alpha.example", now(), "R11")},
                                                QStringLiteral("wednesday.mailseal"));
        QCOMPARE(s.shown(), s.shape(wish));
        s.list.removeAll({more.constFirst(), s.list.groups().constFirst().servers.at(1)});
        QCOMPARE(s.shown(), s.shape(wish));
        QList<quint64> all;
        for (const ListedGroup &group : s.list.groups())
            all += group.servers;
        s.list.removeAll(all);
        QCOMPARE(s.model.rowCount(), 0);
        QCOMPARE(s.model.totalCount(), 0);
    }

    /// A thousand servers come in one insertion, not in a thousand.
    void manyServersComeAtOnce()
    {
        InspectionList list;
        ServerListModel model(list);
        const QSignalSpy insertions(&model, &QAbstractItemModel::rowsInserted);
        list.open(QList<Inspection>(1000, fixtures::good()), QStringLiteral("all.mailseal"));
        QCOMPARE(model.totalCount(), 1000);
        QCOMPARE(insertions.count(), 2); // the group, and its servers
    }
};

MAILSEAL_TEST(TestServerArrangement)
#include "tst_serverarrangement.moc"
