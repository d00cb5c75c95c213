#include "inspector/lookups.h"
#include "support/scriptedresolver.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace mailseal;

namespace {

/// Holds every question back until all that could be asked by then has been asked: one step.
class SteppedResolver : public Resolver
{
public:
    int query(const QString &name, RecordType type, Done done) override
    {
        m_held.append({++m_last, name, type, std::move(done)});
        return m_last;
    }
    void cancel(int query) override
    {
        m_held.removeIf([query](const Question &held) { return held.id == query; });
        known.cancel(m_passedOn.value(query));
    }
    QString name() const override { return known.name(); }

    bool isAsked() const { return !m_held.isEmpty(); }
    /// Answers all of them; what was asked, sorted.
    QStringList step()
    {
        const auto before = known.asked().size();
        for (Question &question : std::exchange(m_held, {}))
            m_passedOn[question.id] = known.query(question.name, question.type, std::move(question.done));
        while (known.pending() > 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        QStringList asked = known.asked().mid(before);
        asked.sort();
        return asked;
    }

    ScriptedResolver known;

private:
    struct Question
    {
        int id;
        QString name;
        RecordType type;
        Done done;
    };
    QList<Question> m_held;
    QHash<int, int> m_passedOn;
    int m_last = 0;
};

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList bothOf(const QString &host)
{
    return {QStringLiteral("A ") + host, QStringLiteral("AAAA ") + host};
}

QString tlsaOf(const QString &host) { return QStringLiteral("TLSA _25._tcp.") + host; }

} // namespace

/// How deep the questions depend on each other: a person waits for each step, never for one question more.
class TestLookupSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreAtMostThree_data();
    void stepsAreAtMostThree();
};

void TestLookupSteps::stepsAreAtMostThree_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QList<QStringList>>("steps");
    using Steps = QList<QStringList>;
    const auto text = [](const char *domain) {
        return QStringList{QStringLiteral("TXT _mta-sts.%1").arg(QLatin1StringView(domain)),
                           QStringLiteral("TXT _smtp._tls.%1").arg(QLatin1StringView(domain)),
                           QStringLiteral("MX %1").arg(QLatin1StringView(domain))};
    };
    QStringList addresses = bothOf(QStringLiteral("mta-sts.example.org"));
    QStringList tlsa;
    for (int i = 1; i <= 4; ++i) {
        const QString host = QStringLiteral("mx%1.example.org").arg(i);
        addresses += bothOf(host);
        tlsa.append(tlsaOf(host));
    }
    QTest::newRow("4 MX x 2 addresses, TLSA, an MTA-STS policy host")
        << QStringLiteral("example.org") << Steps{text("example.org"), addresses, tlsa};
    QTest::newRow("no MX") << QStringLiteral("alone.example")
                           << Steps{text("alone.example"),
                                    bothOf(QStringLiteral("alone.example")),
                                    {tlsaOf(QStringLiteral("alone.example"))}};
    QTest::newRow("an MX that is a signed alias: both TLSA names at once")
        << QStringLiteral("alias.example")
        << Steps{text("alias.example"),
                 bothOf(QStringLiteral("www.alias.example")),
                 {tlsaOf(QStringLiteral("www.alias.example")), tlsaOf(QStringLiteral("host.alias.example"))}};
    QTest::newRow("null MX") << QStringLiteral("null.example") << Steps{text("null.example")};
    QTest::newRow("no such domain") << QStringLiteral("gone.example") << Steps{text("gone.example")};
    QTest::newRow("a server") << QStringLiteral("host:mx1.example.org")
                              << Steps{bothOf(QStringLiteral("mx1.example.org")),
                                       {tlsaOf(QStringLiteral("mx1.example.org"))}};
    QTest::newRow("an address") << QStringLiteral("192.0.2.1") << Steps{};
}

void TestLookupSteps::stepsAreAtMostThree()
{
    QFETCH(QString, target);
    QFETCH(QList<QStringList>, steps);
    const auto resolver = std::make_shared<SteppedResolver>();
    ScriptedResolver &dns = resolver->known;
    QList<ScriptedResolver::Mx> records;
    for (quint16 i = 1; i <= 4; ++i) {
        const QString host = QStringLiteral("mx%1.example.org").arg(i);
        records.append({i, host});
        dns.addresses(host, {QStringLiteral("192.0.2.%1").arg(i), QStringLiteral("2001:db8::%1").arg(i)},
                      DnssecState::Secure);
        dns.tlsa(QStringLiteral("_25._tcp.") + host, {QByteArray("\3\1\1abc", 6)});
    }
    dns.mx(QStringLiteral("example.org"), records, DnssecState::Secure);
    dns.txt(QStringLiteral("_mta-sts.example.org"), {"v=STSv1; id=1;"});
    dns.addresses(QStringLiteral("alone.example"), {QStringLiteral("192.0.2.9")});
    dns.mx(QStringLiteral("alias.example"), {{10, QStringLiteral("www.alias.example")}}, DnssecState::Secure);
    dns.addresses(QStringLiteral("www.alias.example"), {QStringLiteral("192.0.2.8")}, DnssecState::Secure);
    dns.alias(QStringLiteral("www.alias.example"), QStringLiteral("host.alias.example"));
    dns.mx(QStringLiteral("null.example"), {{0, {}}});

    Lookups lookups(resolver, std::get<TargetSpec>(parseTarget(target)), {});
    lookups.start();
    QList<QStringList> asked;
    while (resolver->isAsked())
        asked.append(resolver->step());
    std::transform(steps.begin(), steps.end(), steps.begin(), sorted);
    QCOMPARE(asked, steps);
    QVERIFY(asked.size() <= 3);
}

MAILSEAL_TEST(TestLookupSteps)
#include "tst_lookupsteps.moc"
