#include "inspector/inspectionqueue.h"
#include "support/scriptedresolver.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace mailseal;

namespace {

/// Inspectors that find addresses for the names of `Scene` and every server unreachable at once.
struct Scene
{
    explicit Scene(size_t parallel = 2)
    {
        resolver->addresses(QStringLiteral("one.example"), {QStringLiteral("192.0.2.1")});
        resolver->addresses(QStringLiteral("two.example"),
                            {QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2")});
        resolver->stayMute(QStringLiteral("mute.example"));
        queue->setParallel(parallel);
        note(&InspectionQueue::begun, "begun");
        note(&InspectionQueue::finished, "finished");
        QObject::connect(queue.get(), &InspectionQueue::dropped, queue.get(),
                         [this](quint64 job, const Inspection &inspection) {
                             told.append(QStringLiteral("dropped %1").arg(job));
                             results.append(inspection);
                         });
        QObject::connect(queue.get(), &InspectionQueue::inspected, queue.get(),
                         [this](quint64 job, int index, const Inspection &inspection) {
                             told.append(QStringLiteral("inspected %1.%2").arg(job).arg(index));
                             results.append(inspection);
                         });
        QObject::connect(queue.get(), &InspectionQueue::runningChanged, queue.get(), [this] {
            told.append(queue->isRunning() ? QStringLiteral("running") : QStringLiteral("idle"));
        });
    }
    void note(void (InspectionQueue::*signal)(quint64), const char *word)
    {
        QObject::connect(queue.get(), signal, queue.get(), [this, word](quint64 job) {
            told.append(QStringLiteral("%1 %2").arg(QLatin1StringView(word)).arg(job));
        });
    }
    bool add(quint64 job, const char *host)
    {
        return queue->add(
            job, std::get<TargetSpec>(parseTarget(QStringLiteral("host:") + QString::fromLatin1(host))), {});
    }
    bool ended()
    {
        return QTest::qWaitFor([this] { return !queue->isRunning(); });
    }
    QList<EndReason> ends() const
    {
        QList<EndReason> all;
        for (const Inspection &one : results)
            all.append(one.evidence.session.end);
        return all;
    }

    std::shared_ptr<ScriptedResolver> resolver = std::make_shared<ScriptedResolver>();
    QStringList told; ///< what the queue said, in order
    QList<Inspection> results;
    std::unique_ptr<InspectionQueue> queue = std::make_unique<InspectionQueue>([this] {
        return std::make_unique<Inspector>(resolver, [] {
            return std::make_unique<ScriptedTransport>(Conversation{"REFUSED"}, Playing{},
                                                       std::make_shared<ScriptLog>());
        });
    });
};

QStringList words(const char *text) { return QString::fromLatin1(text).split(QStringLiteral(", ")); }

} // namespace

class TestInspectionQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobTellsFromItsTurnToItsEnd()
    {
        Scene s;
        const QSignalSpy planned(s.queue.get(), &InspectionQueue::planned);
        const QSignalSpy changed(s.queue.get(), &InspectionQueue::changed);
        QVERIFY(s.add(7, "two.example"));
        QVERIFY(s.queue->contains(7));
        QVERIFY(s.ended());
        QCOMPARE(s.told, words("begun 7, running, inspected 7.0, inspected 7.1, finished 7, idle"));
        QCOMPARE(planned.count(), 1);
        QCOMPARE(planned.at(0).at(1).toInt(), 2); // a host is one inspection an address
        QVERIFY(changed.count() >= 2);
        QCOMPARE(s.ends(), (QList{EndReason::ConnectionRefused, EndReason::ConnectionRefused}));
        QStringList addresses;
        for (const Inspection &one : std::as_const(s.results))
            addresses.append(one.evidence.target.address);
        QCOMPARE(addresses, words("192.0.2.1, 192.0.2.2"));
        QVERIFY(!s.queue->contains(7));
    }

    void neverMoreThanSoManyAtATimeInTheOrderAdded_data()
    {
        QTest::addColumn<int>("parallel");
        for (const int parallel : {1, 2, 3, 20})
            QTest::addRow("%d", parallel) << parallel;
    }
    void neverMoreThanSoManyAtATimeInTheOrderAdded()
    {
        QFETCH(int, parallel);
        Scene s(static_cast<size_t>(parallel));
        constexpr int jobs = 7;
        for (quint64 job = 0; job < jobs; ++job)
            QVERIFY(s.add(job, "one.example"));
        QVERIFY(s.ended());
        int running = 0;
        int most = 0;
        QStringList begun;
        for (const QString &one : std::as_const(s.told)) {
            running += one.startsWith(u"begun") ? 1 : one.startsWith(u"finished") ? -1 : 0;
            most = std::max(most, running);
            if (one.startsWith(u"begun"))
                begun.append(one);
        }
        QCOMPARE(most, std::min(parallel, jobs));
        QCOMPARE(begun, words("begun 0, begun 1, begun 2, begun 3, begun 4, begun 5, begun 6"));
        QCOMPARE(s.results.size(), jobs);
        QCOMPARE(s.told.count(QStringLiteral("idle")), 1);
        QCOMPARE(s.told.constLast(), QStringLiteral("idle"));
    }

    void aJobThatWaitsOrRunsIsNotAddedAgain()
    {
        Scene s(1);
        QVERIFY(s.add(1, "one.example"));
        QVERIFY(s.add(2, "one.example"));
        QVERIFY(!s.add(1, "two.example"));
        QVERIFY(!s.add(2, "two.example"));
        QVERIFY(s.ended());
        QCOMPARE(s.results.size(), 2);
        QVERIFY(s.add(1, "two.example")); // it has ended: once more
        QVERIFY(s.ended());
        QCOMPARE(s.results.size(), 4);
    }

    void theEndOfOneMayAddAnother()
    {
        Scene s(1);
        connect(s.queue.get(), &InspectionQueue::finished, this, [&s](quint64 job) {
            if (job < 3)
                s.add(job + 1, "one.example");
        });
        s.add(1, "one.example");
        QVERIFY(QTest::qWaitFor([&s] { return s.told.contains(QStringLiteral("finished 3")); }));
        QVERIFY(!s.queue->isRunning());
        QCOMPARE(s.results.size(), 3);
    }

    void stopEndsEverythingWithinTheCall()
    {
        Scene s(1);
        for (quint64 job = 1; job <= 3; ++job)
            s.add(job, "mute.example");
        QVERIFY(QTest::qWaitFor([&s] { return s.resolver->pending() > 0; }));
        s.told.clear();
        s.queue->stop();
        // Those that never had their turn are no inspections that were begun, but each has its result.
        QCOMPARE(s.told, words("inspected 1.0, finished 1, dropped 2, dropped 3, idle"));
        QCOMPARE(s.ends(), QList<EndReason>(3, EndReason::Cancelled));
        for (const Inspection &one : std::as_const(s.results)) {
            QCOMPARE(one.evidence.target.host, QStringLiteral("mute.example"));
            QVERIFY(!one.verdicts.isEmpty());
        }
        QTRY_COMPARE(s.resolver->pending(), 0); // its questions are taken back
        s.queue->stop();                        // nothing runs: nothing is said
        QCOMPARE(s.told.size(), 5);
    }

    void afterAStopTheQueueTakesJobsAgain()
    {
        Scene s(1);
        s.add(1, "mute.example");
        s.add(2, "mute.example");
        s.queue->stop();
        s.told.clear();
        s.add(2, "one.example");
        QVERIFY(s.ended());
        QCOMPARE(s.told, words("begun 2, running, inspected 2.0, finished 2, idle"));
    }

    void cancelEndsOneThatRunsAndTheNextBegins()
    {
        Scene s(1);
        s.add(1, "mute.example");
        s.add(2, "one.example");
        s.queue->cancel(2); // waits: keeps its place
        s.queue->cancel(9); // is not there
        QVERIFY(s.queue->contains(2));
        s.queue->cancel(1);
        QCOMPARE(s.told, words("begun 1, running, inspected 1.0, finished 1, begun 2"));
        QVERIFY(s.ended());
        QCOMPARE(s.ends(), (QList{EndReason::Cancelled, EndReason::ConnectionRefused}));
    }

    void removeTakesOneThatWaitsAwayWithoutAWord()
    {
        Scene s(1);
        s.add(1, "mute.example");
        s.add(2, "one.example");
        s.told.clear();
        s.queue->remove(2);
        QVERIFY(!s.queue->contains(2));
        QVERIFY(s.told.isEmpty());
        s.queue->remove(1);
        QCOMPARE(s.told, words("inspected 1.0, finished 1, idle"));
    }

    void whoIsToldOfOneMayRemoveAnother()
    {
        Scene s(1);
        for (quint64 job = 1; job <= 3; ++job)
            s.add(job, "mute.example");
        connect(s.queue.get(), &InspectionQueue::finished, this, [&s] { s.queue->remove(2); });
        s.told.clear();
        s.queue->stop();
        QVERIFY(!s.queue->isRunning());
        QVERIFY(s.told.contains(QStringLiteral("dropped 3")));
        QCOMPARE(s.told.count(QStringLiteral("idle")), 1);
    }

    void goneInTheMiddleNothingIsLeftOpen()
    {
        Scene s(1);
        s.add(1, "mute.example");
        s.add(2, "mute.example");
        QVERIFY(QTest::qWaitFor([&s] { return s.resolver->pending() > 0; }));
        s.told.clear();
        s.queue.reset();
        QVERIFY(s.told.isEmpty());
        QCOMPARE(s.resolver->pending(), 0);
    }
};

MAILSEAL_TEST(TestInspectionQueue)
#include "tst_inspectionqueue.moc"
