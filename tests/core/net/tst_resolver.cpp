#include "net/alertnames.h"
#include "net/hostinforesolver.h"
#include "support/scriptedresolver.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace mailseal;

namespace {

/// Asks and waits for the answer.
HostAnswer ask(Resolver &resolver, const QString &host)
{
    constexpr int patience = 20'000;
    HostAnswer answer;
    QEventLoop loop;
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    resolver.lookup(host, [&](const HostAnswer &given) {
        answer = given;
        loop.quit();
    });
    loop.exec();
    return answer;
}

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopbackHasAddressesOnce();
    void aNameThatIsNoneHasWords();
    void cancelledLookupsNeverAnswer();
    void aResolverMayGoWhileItIsAsked();
    void theScriptedOneKeepsTheContract();
    void alertNames_data();
    void alertNames();
};

void TestResolver::loopbackHasAddressesOnce()
{
    HostInfoResolver resolver;
    QCOMPARE(resolver.name(), QStringLiteral("system"));
    const HostAnswer answer = ask(resolver, QStringLiteral("localhost"));
    QVERIFY2(!answer.addresses.isEmpty(), qPrintable(answer.error));
    QCOMPARE(answer.error, QString());
    for (const QString &address : answer.addresses) {
        QVERIFY(QHostAddress(address).isLoopback());
        QCOMPARE(answer.addresses.count(address), 1);
    }
}

void TestResolver::aNameThatIsNoneHasWords()
{
    HostInfoResolver resolver;
    const HostAnswer answer = ask(resolver, QStringLiteral("two..dots"));
    QVERIFY(answer.addresses.isEmpty());
    QVERIFY(!answer.error.isEmpty());
}

void TestResolver::cancelledLookupsNeverAnswer()
{
    HostInfoResolver resolver;
    int answers = 0;
    const int id = resolver.lookup(QStringLiteral("localhost"), [&](const HostAnswer &) { ++answers; });
    resolver.cancel(id);
    QVERIFY(!ask(resolver, QStringLiteral("localhost")).addresses.isEmpty());
    QCOMPARE(answers, 0);
    resolver.cancel(id); // ended or cancelled: once more is allowed
}

void TestResolver::aResolverMayGoWhileItIsAsked()
{
    int answers = 0;
    auto going = std::make_unique<HostInfoResolver>();
    going->lookup(QStringLiteral("localhost"), [&](const HostAnswer &) { ++answers; });
    going.reset();
    HostInfoResolver staying;
    QVERIFY(!ask(staying, QStringLiteral("localhost")).addresses.isEmpty());
    QCOMPARE(answers, 0);
}

void TestResolver::theScriptedOneKeepsTheContract()
{
    ScriptedResolver resolver;
    resolver.answer(QStringLiteral("mx.example"), {QStringLiteral("192.0.2.1")});
    resolver.fail(QStringLiteral("broken.example"), QStringLiteral("no answer"));
    resolver.stayMute(QStringLiteral("mute.example"));
    QCOMPARE(ask(resolver, QStringLiteral("mx.example")).addresses, QStringList{QStringLiteral("192.0.2.1")});
    QCOMPARE(ask(resolver, QStringLiteral("broken.example")).error, QStringLiteral("no answer"));
    QVERIFY(!ask(resolver, QStringLiteral("unknown.example")).error.isEmpty());
    const int id = resolver.lookup(QStringLiteral("mute.example"), [](const HostAnswer &) {});
    QCOMPARE(resolver.pending(), 1);
    resolver.cancel(id);
    QCOMPARE(resolver.pending(), 0);
    QCOMPARE(resolver.asked().size(), 4);
}

void TestResolver::alertNames_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("name");
    QTest::newRow("RFC 8446") << 116 << "certificate_required";
    QTest::newRow("RFC 5246") << 40 << "handshake_failure";
    QTest::newRow("the first") << 0 << "close_notify";
    QTest::newRow("the last") << 120 << "no_application_protocol";
    QTest::newRow("an unknown one keeps its number") << 99 << "alert 99";
}

void TestResolver::alertNames()
{
    QFETCH(int, number);
    QFETCH(QString, name);
    QCOMPARE(alertName(number), name);
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
