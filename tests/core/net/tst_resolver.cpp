#include "net/addresslookup.h"
#include "net/alertnames.h"
#include "net/dnsrecords.h"
#include "net/unboundresolver.h"
#include "support/scriptedresolver.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>

using namespace mailseal;

namespace {

/// Asks and waits for the answer.
DnsReply ask(Resolver &resolver, const QString &host, RecordType type = RecordType::A)
{
    constexpr int patience = 20'000;
    DnsReply answer;
    QEventLoop loop;
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    resolver.query(host, type, [&](const DnsReply &given) {
        answer = given;
        loop.quit();
    });
    loop.exec();
    return answer;
}

/// Nobody answers there: the socket is bound and never read.
struct SilentServer
{
    SilentServer() { socket.bind(QHostAddress::LocalHost); }
    QUdpSocket socket;
    ResolverSettings settings() const
    {
        return {Endpoint{QStringLiteral("127.0.0.1"), socket.localPort()}, {}};
    }
};

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopbackIsKnownWithoutAServer();
    void nothingIsMadeBeforeTheFirstQuestion();
    void namesSayThroughWhat_data();
    void namesSayThroughWhat();
    void cancelledQueriesNeverAnswer();
    void aResolverMayGoWhileItIsAsked();
    void aResolverMayGoWhileItAnswers();
    void specialUseNamesGoToTheServerThatWasNamed();
    void bothFamiliesAreAskedAtOnce();
    void theScriptedOneKeepsTheContract();
    void alertNames_data();
    void alertNames();
};

void TestResolver::loopbackIsKnownWithoutAServer()
{
    UnboundResolver resolver(ResolverSettings{});
    const DnsReply answer = ask(resolver, QStringLiteral("localhost"));
    QCOMPARE(answer.lookup, LookupEnd::Found);
    QVERIFY(answer.dnssec != DnssecState::Bogus);
    QCOMPARE(readAddress(answer.rdata.value(0)), (AddressRecord{QStringLiteral("127.0.0.1")}));
}

void TestResolver::nothingIsMadeBeforeTheFirstQuestion()
{
    UnboundResolver resolver(ResolverSettings{});
    QVERIFY(!resolver.isStarted());
    resolver.cancel(resolver.query(QStringLiteral("localhost"), RecordType::A, {}));
    QVERIFY(resolver.isStarted());
}

void TestResolver::namesSayThroughWhat_data()
{
    QTest::addColumn<Endpoint>("server");
    QTest::addColumn<QString>("name");
    QTest::newRow("an address") << Endpoint{QStringLiteral("192.0.2.53"), 0} << "192.0.2.53";
    QTest::newRow("with a port") << Endpoint{QStringLiteral("192.0.2.53"), 5353} << "192.0.2.53:5353";
    QTest::newRow("IPv6") << Endpoint{QStringLiteral("2001:db8::53"), 5353} << "[2001:db8::53]:5353";
}

void TestResolver::namesSayThroughWhat()
{
    QFETCH(Endpoint, server);
    QTEST(UnboundResolver(ResolverSettings{server, {}}).name(), "name");
}

void TestResolver::cancelledQueriesNeverAnswer()
{
    UnboundResolver resolver(ResolverSettings{});
    int answers = 0;
    const int id =
        resolver.query(QStringLiteral("localhost"), RecordType::Aaaa, [&](const DnsReply &) { ++answers; });
    resolver.cancel(id);
    QCOMPARE(ask(resolver, QStringLiteral("localhost")).lookup, LookupEnd::Found);
    QCOMPARE(answers, 0);
    resolver.cancel(id); // ended or cancelled: once more is allowed
}

void TestResolver::aResolverMayGoWhileItIsAsked()
{
    const SilentServer server;
    int answers = 0;
    auto going = std::make_unique<UnboundResolver>(server.settings());
    for (int i = 0; i < 15; ++i)
        going->query(QStringLiteral("mx%1.example").arg(i), RecordType::Mx,
                     [&](const DnsReply &) { ++answers; });
    going.reset();
    UnboundResolver staying(ResolverSettings{});
    QCOMPARE(ask(staying, QStringLiteral("localhost")).lookup, LookupEnd::Found);
    QCOMPARE(answers, 0);
}

void TestResolver::aResolverMayGoWhileItAnswers()
{
    auto going = std::make_unique<UnboundResolver>(ResolverSettings{});
    QEventLoop loop;
    int answers = 0;
    for (int i = 0; i < 3; ++i) {
        going->query(QStringLiteral("localhost"), RecordType::A, [&](const DnsReply &) {
            ++answers;
            going.reset();
            loop.quit();
        });
    }
    loop.exec();
    QCoreApplication::processEvents();
    QCOMPARE(answers, 1);
}

void TestResolver::specialUseNamesGoToTheServerThatWasNamed()
{
    SilentServer server;
    UnboundResolver resolver(server.settings());
    QSignalSpy asked(&server.socket, &QUdpSocket::readyRead);
    for (const QString &name :
         {QStringLiteral("mx.test"), QStringLiteral("mx.invalid"), QStringLiteral("mx.onion"),
          QStringLiteral("mx.home.arpa"), QStringLiteral("home.arpa"), QStringLiteral("mx.service.arpa"),
          QStringLiteral("mx.internal"), QStringLiteral("mx.local"), QStringLiteral("test")}) {
        const int id = resolver.query(name, RecordType::A, {});
        QVERIFY2(asked.wait(), qPrintable(name));
        while (server.socket.hasPendingDatagrams())
            server.socket.receiveDatagram();
        resolver.cancel(id);
    }
}

void TestResolver::bothFamiliesAreAskedAtOnce()
{
    ScriptedResolver resolver;
    resolver.addresses(QStringLiteral("mx.example"),
                       {QStringLiteral("2001:db8::1"), QStringLiteral("192.0.2.1")}, DnssecState::Secure);
    resolver.alias(QStringLiteral("mx.example"), QStringLiteral("host.example"));
    AddressAnswer answer;
    QEventLoop loop;
    const AddressLookup lookup(resolver, QStringLiteral("mx.example"), [&](const AddressAnswer &given) {
        answer = given;
        loop.quit();
    });
    QCOMPARE(resolver.pending(), 2);
    loop.exec();
    QCOMPARE(answer.records,
             (QList<AddressRecord>{{QStringLiteral("192.0.2.1")}, {QStringLiteral("2001:db8::1")}}));
    QCOMPARE(answer.dnssec, DnssecState::Secure);
    QCOMPARE(answer.canonicalName, QStringLiteral("host.example"));
    {
        const AddressLookup given(resolver, QStringLiteral("mx.example"), {});
        QCOMPARE(resolver.pending(), 2);
    }
    QCOMPARE(resolver.pending(), 0);
}

void TestResolver::theScriptedOneKeepsTheContract()
{
    ScriptedResolver resolver;
    resolver.addresses(QStringLiteral("mx.example"), {QStringLiteral("192.0.2.1")});
    resolver.fail(QStringLiteral("broken.example"), RecordType::A, LookupEnd::ServFail);
    resolver.stayMute(QStringLiteral("mute.example"));
    QCOMPARE(ask(resolver, QStringLiteral("mx.example")).rdata.size(), 1);
    QCOMPARE(ask(resolver, QStringLiteral("mx.example"), RecordType::Mx).lookup, LookupEnd::NoData);
    QCOMPARE(ask(resolver, QStringLiteral("broken.example")).lookup, LookupEnd::ServFail);
    QCOMPARE(ask(resolver, QStringLiteral("unknown.example")).lookup, LookupEnd::NxDomain);
    const int id = resolver.query(QStringLiteral("mute.example"), RecordType::A, {});
    QCOMPARE(resolver.pending(), 1);
    resolver.cancel(id);
    QCOMPARE(resolver.pending(), 0);
    QCOMPARE(resolver.asked().size(), 5);
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

MAILSEAL_TEST(TestResolver)
#include "tst_resolver.moc"
