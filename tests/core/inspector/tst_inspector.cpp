#include "examples/certificatefactory.h"
#include "inspector/inspector.h"
#include "net/session.h"
#include "net/transport.h"
#include "support/httpsserver.h"
#include "support/scriptedresolver.h"
#include "support/testprogram.h"

#include <QQueue>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace mailseal;

namespace {

/// What one connection meets: how the connect ends, what the server says to each line, how the handshake
/// ends.
struct Meeting
{
    std::optional<TransportFailure::Kind> connectFails;
    QByteArray greeting = "220 mx.example ESMTP\r\n";
    QByteArray ehlo = "250-mx.example\r\n250-STARTTLS\r\n250 8BITMIME\r\n";
    QByteArray starttls = "220 2.0.0 Ready to start TLS\r\n";
    bool handshakeWorks = true;
    std::optional<int> alert = 40; ///< where it does not; null: the connection is cut
    bool closesAfterQuit = true;
    std::function<void()> afterQuit; ///< called when the client has heard the 221
    bool anonymous = false;
    QList<QByteArray> chain;
    QByteArray ehloInsideTls = "250-mx.example\r\n250 8BITMIME\r\n";
    bool closesInsideTls = false; ///< completes the handshake and answers nothing in it
};

class MetTransport : public Transport
{
public:
    MetTransport(Meeting meeting, QList<Endpoint> *asked, QList<SuiteOffer> *offers)
        : m_meeting(std::move(meeting))
        , m_asked(asked)
        , m_offers(offers)
    {
    }

    void connectTo(const Endpoint &endpoint, const std::optional<Proxy> &) override
    {
        m_asked->append(endpoint);
        later([this] {
            if (m_meeting.connectFails) {
                Q_EMIT failed({*m_meeting.connectFails, QStringLiteral("by script")});
                return;
            }
            Q_EMIT connected();
            say(m_meeting.greeting);
        });
    }
    void write(const QByteArray &bytes) override
    {
        if (m_tls && m_meeting.closesInsideTls)
            later([this] { Q_EMIT closed(); });
        else if (bytes.startsWith("EHLO"))
            say(m_tls ? m_meeting.ehloInsideTls : m_meeting.ehlo);
        else if (bytes.startsWith("STARTTLS"))
            say(m_meeting.starttls);
        else if (bytes.startsWith("QUIT"))
            answerQuit();
        else
            say("502 5.5.2 unknown\r\n");
    }
    QByteArray read(qsizetype most) override
    {
        QByteArray taken = m_arrived.left(most);
        m_arrived.remove(0, taken.size());
        return taken;
    }
    void startTls(const QString &serverName, SuiteOffer suites) override
    {
        m_offers->append(suites);
        later([this, serverName, suites] {
            if (!m_meeting.handshakeWorks) {
                if (m_meeting.alert)
                    m_handshake.alertReceived = TlsAlert{2, *m_meeting.alert, QStringLiteral("by script")};
                Q_EMIT failed(
                    {TransportFailure::Kind::Handshake, QStringLiteral("sslv3 alert handshake failure")});
                return;
            }
            m_tls = TlsFacts{};
            m_tls->cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
            m_tls->serverName = serverName;
            m_tls->anonymous = m_meeting.anonymous;
            m_handshake.completed = true;
            Q_UNUSED(suites)
            Q_EMIT secured();
        });
    }
    void close() override
    {
        if (m_meeting.closesAfterQuit)
            later([this] { Q_EMIT closed(); });
    }
    void abort() override { m_gone = true; }
    QString localAddress() const override { return QStringLiteral("127.0.0.1"); }
    HandshakeFacts handshake() const override { return m_handshake; }
    std::optional<TlsFacts> tls() const override { return m_tls; }
    std::optional<QList<QByteArray>> sentChain() const override
    {
        return m_tls && !m_meeting.chain.isEmpty() ? std::optional(m_meeting.chain) : std::nullopt;
    }
    bool sawCloseNotify() const override { return m_meeting.closesAfterQuit; }

private:
    template <typename Step>
    void later(Step step)
    {
        QTimer::singleShot(0, this, [this, step] {
            if (!m_gone)
                step();
        });
    }
    void answerQuit()
    {
        say("221 2.0.0 Bye\r\n", m_meeting.closesAfterQuit);
        if (m_meeting.afterQuit)
            later(m_meeting.afterQuit);
    }
    void say(const QByteArray &bytes, bool thenClose = false)
    {
        later([this, bytes, thenClose] {
            m_arrived += bytes;
            if (!bytes.isEmpty())
                Q_EMIT readyRead();
            if (thenClose)
                Q_EMIT closed();
        });
    }

    Meeting m_meeting;
    QList<Endpoint> *m_asked;
    QList<SuiteOffer> *m_offers;
    QByteArray m_arrived;
    std::optional<TlsFacts> m_tls;
    HandshakeFacts m_handshake;
    bool m_gone = false;
};

/// One inspection of a target against a queue of meetings, one a connection.
struct Run
{
    QList<Meeting> meetings;
    QList<Endpoint> asked;
    QList<SuiteOffer> offers;
    std::shared_ptr<ScriptedResolver> resolver = std::make_shared<ScriptedResolver>();

    Run() { resolver->addresses(QStringLiteral("mx.example"), {QStringLiteral("192.0.2.1")}); }

    QList<Inspection> inspect(const QString &target, Settings settings = {})
    {
        settings.ehloName = QStringLiteral("inspector.example.net");
        qsizetype next = 0;
        Inspector inspector(resolver, [this, &next]() -> std::unique_ptr<Transport> {
            const Meeting meeting = next < meetings.size() ? meetings[next] : Meeting{};
            ++next;
            return std::make_unique<MetTransport>(meeting, &asked, &offers);
        });
        QList<Inspection> results;
        QObject::connect(&inspector, &Inspector::planned, &inspector,
                         [&](int count) { results.resize(count); });
        QObject::connect(&inspector, &Inspector::inspected, &inspector,
                         [&](int index, const Inspection &one) { results[index] = one; });
        QSignalSpy finished(&inspector, &Inspector::finished);
        inspector.start(std::get<TargetSpec>(parseTarget(target)), settings);
        if (!finished.wait(10000))
            qWarning("the inspection did not finish");
        return results;
    }
};

bool hasRemark(const Inspection &inspection, FindingCode code)
{
    const auto &remarks = inspection.evidence.remarks;
    return std::any_of(remarks.begin(), remarks.end(), [&](const Finding &one) { return one.code == code; });
}

const QByteArray noStarttls = "250-mx.example\r\n250 8BITMIME\r\n";

/// example.org with its one MX mx.example.org, its policy host, and whoever inspects it.
class PolicyScene
{
public:
    explicit PolicyScene(const QByteArray &page)
        : host(page, issued(QStringLiteral("mta-sts.example.org"), root()))
        , m_inspector(m_resolver,
                      [this]() -> std::unique_ptr<Transport> {
                          Meeting meeting;
                          meeting.chain = {m_server.certificateDer()};
                          return std::make_unique<MetTransport>(meeting, &connections, &m_offers);
                      })
        , finished(&m_inspector, &Inspector::finished)
    {
        m_resolver->mx(QStringLiteral("example.org"), {{10, QStringLiteral("mx.example.org")}});
        m_resolver->addresses(QStringLiteral("mx.example.org"), {QStringLiteral("192.0.2.1")});
        m_resolver->txt(QStringLiteral("_mta-sts.example.org"), {"v=STSv1; id=7;"});
        settings.ehloName = QStringLiteral("inspector.example.net");
        settings.anchors = {AnchorStore::File, QStringLiteral("lab"), {root().certificateDer()}};
        settings.stsConnectTo = host.endpoint();
        QObject::connect(&m_inspector, &Inspector::changed, &m_inspector,
                         [this](int, const Inspection &, const Progress &progress) {
                             if (stages.isEmpty() || stages.last() != progress.stage)
                                 stages.append(progress.stage);
                         });
        QObject::connect(&m_inspector, &Inspector::inspected, &m_inspector,
                         [this](int, const Inspection &inspection) { one = inspection; });
    }
    void start()
    {
        m_inspector.start(std::get<TargetSpec>(parseTarget(QStringLiteral("example.org"))), settings);
    }
    void cancel() { m_inspector.cancel(); }
    void untilEnded()
    {
        if (finished.isEmpty() && !finished.wait(20'000))
            qWarning("the inspection did not finish");
    }
    const Verdict &verdict() const { return *verdictOf(one, PolicyId::MtaSts); }

    static QByteArray page(const QByteArray &mode, const QByteArray &mx)
    {
        return httpPage("200 OK", "version: STSv1\nmode: " + mode + "\nmx: " + mx + "\nmax_age: 604800\n");
    }

    HttpsServer host;
    QList<Endpoint> connections;
    Settings settings;
    QList<Stage> stages;
    Inspection one;

private:
    static const IssuedCertificate &root()
    {
        static const IssuedCertificate made = [] {
            CertificateRequest request;
            request.commonName = QStringLiteral("Root");
            request.isCa = true;
            return issueCertificate(request);
        }();
        return made;
    }
    static IssuedCertificate issued(const QString &name, const IssuedCertificate &by)
    {
        CertificateRequest request;
        request.commonName = name;
        request.dnsNames = {name};
        return issueCertificate(request, by);
    }

    IssuedCertificate m_server = issued(QStringLiteral("mx.example.org"), root());
    std::shared_ptr<ScriptedResolver> m_resolver = std::make_shared<ScriptedResolver>();
    QList<SuiteOffer> m_offers;
    Inspector m_inspector;

public:
    QSignalSpy finished;
};

Meeting meetingWithout()
{
    Meeting meeting;
    meeting.ehlo = noStarttls;
    return meeting;
}

} // namespace

class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void furtherConnections_data();
    void furtherConnections();
    void portTwentyFive_data();
    void portTwentyFive();
    void anonymousSuitesOnASecondConnectionOnly();
    void quitsAfterTheHandshakeWherePolicyIsNotSatisfied();
    void everyAddressIsInspected();
    void addressFamilies_data();
    void addressFamilies();
    void aNameWithoutAddressesIsAResult();
    void connectOverridesWhereTheSocketGoes();
    void cancelEndsAtOnce_data();
    void cancelEndsAtOnce();
    void everySnapshotLeavesJudgementToTheLast();
    void policies_data();
    void policies();
    void actingUnderStsWaitsForThePolicy();
    void othersDoNotWaitForThePolicy();
    void aSilentPolicyHostEndsByTheDeadline_data();
    void aSilentPolicyHostEndsByTheDeadline();
    void cancelEndsTheFetch();
    void variants_data();
    void variants();
    void closedBehindTheHandshakeIsNeverFine();
    void aServerThatRefusesTheNameIsAskedWithoutIt();
    void stopDuringAVariantKeepsWhatWasSeen();
    void stopBeforeTheGreetingBeginsNone();
    void noFurtherConnectionWhereNoneCanTell_data();
    void noFurtherConnectionWhereNoneCanTell();
    void tlsaAsksForTheOtherKindOfKey_data();
    void tlsaAsksForTheOtherKindOfKey();
};

void TestInspector::furtherConnections_data()
{
    QTest::addColumn<QList<Meeting>>("meetings");
    QTest::addColumn<EndReason>("end");
    QTest::addColumn<int>("connections");
    QTest::addColumn<bool>("intermittent");

    Meeting fine;
    Meeting busy;
    busy.greeting = "421 4.7.0 too many connections\r\n";
    Meeting busyAtEhlo;
    busyAtEhlo.ehlo = "421 4.7.0 come back later\r\n";
    Meeting refuses;
    refuses.greeting = "554 5.7.1 no\r\n";
    Meeting masked;
    masked.ehlo = "250-mx.example\r\n250-XXXXXXXA\r\n250 8BITMIME\r\n";
    Meeting refusesTls;
    refusesTls.starttls = "454 4.7.0 TLS not available\r\n";
    Meeting lowerCase;
    lowerCase.ehlo = "250-mx.example\r\n250 starttls\r\n";

    QTest::newRow("a good server takes one connection")
        << QList<Meeting>{fine} << EndReason::Completed << 1 << false;
    QTest::newRow("STARTTLS in lower case is STARTTLS")
        << QList<Meeting>{lowerCase} << EndReason::Completed << 1 << false;
    QTest::newRow("missing STARTTLS is asked for once more and stays missing")
        << QList<Meeting>{meetingWithout(), meetingWithout()} << EndReason::StarttlsNotOffered << 2 << false;
    QTest::newRow("STARTTLS that appears on the second connection is intermittent")
        << QList<Meeting>{meetingWithout(), fine} << EndReason::Completed << 2 << true;
    QTest::newRow("STARTTLS that appears and is refused is intermittent too")
        << QList<Meeting>{meetingWithout(), refusesTls} << EndReason::StarttlsRefused << 2 << true;
    QTest::newRow("a 421 on the second connection leaves the first one's answer")
        << QList<Meeting>{meetingWithout(), busy} << EndReason::StarttlsNotOffered << 2 << false;
    QTest::newRow("after a 421 greeting nothing more is sent")
        << QList<Meeting>{busy} << EndReason::GreetingRefused << 1 << false;
    QTest::newRow("after a 421 to EHLO nothing more is sent")
        << QList<Meeting>{busyAtEhlo} << EndReason::EhloRefused << 1 << false;
    QTest::newRow("a 554 greeting is no missing STARTTLS")
        << QList<Meeting>{refuses} << EndReason::GreetingRefused << 1 << false;
    QTest::newRow("a masked keyword needs no second connection")
        << QList<Meeting>{masked} << EndReason::StarttlsMasked << 1 << false;
    QTest::newRow("a refused STARTTLS needs no second connection")
        << QList<Meeting>{refusesTls} << EndReason::StarttlsRefused << 1 << false;
}

void TestInspector::furtherConnections()
{
    QFETCH(QList<Meeting>, meetings);
    QFETCH(EndReason, end);
    QFETCH(int, connections);
    QFETCH(bool, intermittent);
    Run run;
    run.meetings = meetings;
    const auto results = run.inspect(QStringLiteral("mx.example:25"));
    QCOMPARE(results.size(), 1);
    const auto &evidence = results.first().evidence;
    QCOMPARE(evidence.session.end, end);
    QCOMPARE(evidence.observer.connections, connections);
    QCOMPARE(run.asked.size(), connections);
    QCOMPARE(hasRemark(results.first(), FindingCode::StarttlsIntermittent), intermittent);
    QVERIFY(!results.first().verdicts.isEmpty());
    const auto greetings =
        std::count_if(evidence.session.transcript.begin(), evidence.session.transcript.end(),
                      [](const TranscriptEntry &entry) {
                          return entry.from == Speaker::Server && entry.text.startsWith("220 mx");
                      });
    QVERIFY2(greetings <= connections, "every connection's lines stand in the one transcript");
    for (qsizetype i = 1; i < evidence.session.transcript.size(); ++i)
        QVERIFY2(evidence.session.transcript[i].atUs >= evidence.session.transcript[i - 1].atUs, "one clock");
}

void TestInspector::portTwentyFive_data()
{
    using Kind = TransportFailure::Kind;
    QTest::addColumn<QString>("target");
    QTest::addColumn<QList<Meeting>>("meetings");
    QTest::addColumn<int>("connections");
    QTest::addColumn<bool>("blocked");
    QTest::addColumn<bool>("down");
    const auto failing = [](Kind kind) {
        Meeting meeting;
        meeting.connectFails = kind;
        return meeting;
    };
    const Meeting timesOut = failing(Kind::TimedOut);
    QTest::newRow("587 answers: the network blocks 25")
        << "host:mx.example" << QList<Meeting>{timesOut, timesOut, Meeting{}} << 3 << true << false;
    QTest::newRow("465 refuses: the host is up, so 25 is blocked")
        << "host:mx.example" << QList<Meeting>{timesOut, failing(Kind::Refused), timesOut} << 3 << true
        << false;
    QTest::newRow("nothing answers: the host is down")
        << "host:mx.example" << QList<Meeting>{timesOut, timesOut, timesOut} << 3 << false << true;
    QTest::newRow("a timeout elsewhere says nothing of 25")
        << "mx.example:587" << QList<Meeting>{timesOut} << 1 << false << false;
    QTest::newRow("a refused 25 is an answer")
        << "host:mx.example" << QList<Meeting>{failing(Kind::Refused)} << 1 << false << false;
}

void TestInspector::portTwentyFive()
{
    QFETCH(QString, target);
    QFETCH(QList<Meeting>, meetings);
    QFETCH(int, connections);
    Run run;
    run.meetings = meetings;
    const auto results = run.inspect(target);
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().evidence.observer.connections, connections);
    QTEST(hasRemark(results.first(), FindingCode::Port25BlockedHere), "blocked");
    QTEST(hasRemark(results.first(), FindingCode::HostDown), "down");
    const auto *verdict = actingVerdict(results.first());
    QVERIFY(verdict);
    QCOMPARE(verdict->standing, Standing::Undetermined);
    QCOMPARE(verdict->because.first().code, FindingCode::Unreachable);
}

void TestInspector::anonymousSuitesOnASecondConnectionOnly()
{
    Meeting first;
    first.handshakeWorks = false;
    Meeting second;
    second.anonymous = true;
    Run run;
    run.meetings = {first, second};
    const auto one = run.inspect(QStringLiteral("mx.example:25")).value(0);
    QCOMPARE(run.offers, (QList<SuiteOffer>{SuiteOffer::Authenticating, SuiteOffer::WithAnonymous}));
    QVERIFY(one.evidence.session.tls && one.evidence.session.tls->anonymous);
    QVERIFY(!one.chain);
    QCOMPARE(verdictOf(one, PolicyId::Encrypt)->delivery, Delivery::Encrypted);
    QCOMPARE(verdictOf(one, PolicyId::WebPki)->delivery, Delivery::Deferred);
}

void TestInspector::quitsAfterTheHandshakeWherePolicyIsNotSatisfied()
{
    CertificateRequest request;
    request.commonName = QStringLiteral("mx.example");
    request.dnsNames = {QStringLiteral("mx.example")};
    Meeting selfSigned;
    selfSigned.chain = {issueCertificate(request).certificateDer()};
    Settings settings;
    settings.anchors = {AnchorStore::File, QStringLiteral("none"), {}};
    for (const auto &[policy, end] : {std::pair{PolicyId::WebPki, EndReason::QuitAfterHandshake},
                                      std::pair{PolicyId::Opportunistic, EndReason::Completed}}) {
        settings.policy = policy;
        Run run;
        run.meetings = {selfSigned};
        const auto one = run.inspect(QStringLiteral("mx.example:25"), settings).value(0);
        QCOMPARE(one.evidence.session.end, end);
        const auto secondEhlo = std::any_of(
            one.evidence.session.transcript.begin(), one.evidence.session.transcript.end(),
            [](const TranscriptEntry &entry) { return entry.tls && entry.text.startsWith("EHLO"); });
        QCOMPARE(secondEhlo, end == EndReason::Completed);
        QVERIFY(one.chain && one.chain->selfSigned);
        QCOMPARE(verdictOf(one, PolicyId::WebPki)->delivery, Delivery::Deferred);
    }
}

void TestInspector::everyAddressIsInspected()
{
    Run run;
    QStringList many;
    for (int i = 1; i <= 20; ++i)
        many.append(QStringLiteral("192.0.2.%1").arg(i));
    run.resolver->addresses(QStringLiteral("mx.example"), many);
    const auto results = run.inspect(QStringLiteral("host:mx.example"));
    QCOMPARE(results.size(), 20);
    for (qsizetype i = 0; i < results.size(); ++i) {
        QCOMPARE(results[i].evidence.target.address, many[i]);
        QCOMPARE(results[i].evidence.session.end, EndReason::Completed);
        QCOMPARE(results[i].evidence.observer.resolver, QStringLiteral("scripted"));
    }
}

void TestInspector::addressFamilies_data()
{
    QTest::addColumn<AddressFamily>("family");
    QTest::addColumn<QStringList>("expected");
    const QString v4 = QStringLiteral("192.0.2.1");
    const QString v6 = QStringLiteral("2001:db8::1");
    QTest::newRow("both") << AddressFamily::Both << QStringList{v4, v6};
    QTest::newRow("IPv4 only") << AddressFamily::IPv4 << QStringList{v4};
    QTest::newRow("IPv6 only") << AddressFamily::IPv6 << QStringList{v6};
}

void TestInspector::addressFamilies()
{
    QFETCH(AddressFamily, family);
    Run run;
    run.resolver->addresses(QStringLiteral("mx.example"),
                            {QStringLiteral("192.0.2.1"), QStringLiteral("2001:db8::1")});
    Settings settings;
    settings.family = family;
    QStringList addresses;
    for (const auto &one : run.inspect(QStringLiteral("host:mx.example"), settings))
        addresses.append(one.evidence.target.address);
    QTEST(addresses, "expected");
}

void TestInspector::aNameWithoutAddressesIsAResult()
{
    Run run;
    const auto results = run.inspect(QStringLiteral("host:nowhere.example"));
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().evidence.session.end, EndReason::ResolveFailed);
    QCOMPARE(results.first().evidence.session.endText, QStringLiteral("nowhere.example does not exist"));
    QCOMPARE(results.first().evidence.observer.connections, 0);
    QCOMPARE(actingVerdict(results.first())->standing, Standing::Undetermined);
}

void TestInspector::connectOverridesWhereTheSocketGoes()
{
    Run run;
    Settings settings;
    settings.connectTo = Endpoint{QStringLiteral("127.0.0.9"), 2525};
    const auto one = run.inspect(QStringLiteral("mx.example:25"), settings).value(0);
    QCOMPARE(run.asked, (QList<Endpoint>{{QStringLiteral("127.0.0.9"), 2525}}));
    QCOMPARE(one.evidence.target.host, QStringLiteral("mx.example"));
    QCOMPARE(one.evidence.target.port, quint16(25));
    QCOMPARE(one.evidence.target.connectedTo.port, quint16(2525));
    QCOMPARE(one.evidence.observer.queries, 0);
}

void TestInspector::cancelEndsAtOnce_data()
{
    QTest::addColumn<bool>("whileResolving");
    QTest::newRow("while the name is looked up") << true;
    QTest::newRow("while the server is awaited") << false;
}

void TestInspector::cancelEndsAtOnce()
{
    QFETCH(bool, whileResolving);
    Meeting silent;
    silent.greeting.clear();
    QList<Endpoint> asked;
    QList<SuiteOffer> offers;
    auto resolver = std::make_shared<ScriptedResolver>();
    resolver->addresses(QStringLiteral("mx.example"), {QStringLiteral("192.0.2.1")});
    if (whileResolving)
        resolver->stayMute(QStringLiteral("mx.example"));
    Inspector inspector(resolver, [&]() -> std::unique_ptr<Transport> {
        return std::make_unique<MetTransport>(silent, &asked, &offers);
    });
    QSignalSpy changed(&inspector, &Inspector::changed);
    QSignalSpy inspected(&inspector, &Inspector::inspected);
    QSignalSpy finished(&inspector, &Inspector::finished);
    inspector.start(std::get<TargetSpec>(parseTarget(QStringLiteral("host:mx.example"))), {});
    QVERIFY(inspector.isRunning());
    if (whileResolving)
        QCoreApplication::processEvents();
    else
        QVERIFY(changed.wait());
    inspector.cancel();
    QVERIFY(!inspector.isRunning());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(inspected.count(), 1);
    QCOMPARE(inspected.first().at(1).value<Inspection>().evidence.session.end, EndReason::Cancelled);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(resolver->pending(), 0);
}

void TestInspector::everySnapshotLeavesJudgementToTheLast()
{
    Meeting refusing;
    refusing.ehloInsideTls = "554 5.7.0 refused\r\n";
    Run run;
    run.meetings = {refusing};
    QList<Endpoint> asked;
    QList<SuiteOffer> offers;
    Inspector inspector(run.resolver, [&]() -> std::unique_ptr<Transport> {
        return std::make_unique<MetTransport>(refusing, &asked, &offers);
    });
    QList<Inspection> snapshots;
    connect(&inspector, &Inspector::changed, this, [&](int, const Inspection &one, const Progress &progress) {
        if (progress.stage != Stage::Done)
            snapshots.append(one);
    });
    QSignalSpy finished(&inspector, &Inspector::finished);
    inspector.start(std::get<TargetSpec>(parseTarget(QStringLiteral("host:mx.example"))), {});
    QVERIFY(finished.wait());
    QVERIFY(snapshots.size() >= 3);
    QVERIFY(std::all_of(snapshots.begin(), snapshots.end(),
                        [](const Inspection &one) { return one.verdicts.isEmpty(); }));
}

void TestInspector::policies_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<PolicyId>("actsAs");
    QTest::addColumn<EndReason>("end");
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<FindingCode>("deciding");
    const QByteArray fine = PolicyScene::page("enforce", "mx.example.org");
    const QByteArray other = PolicyScene::page("enforce", "mail.example.org");
    const auto row = [](const char *title, const QByteArray &page, PolicyId actsAs, EndReason end,
                        Standing standing, Delivery delivery, FindingCode deciding) {
        QTest::newRow(title) << page << actsAs << end << standing << delivery << deciding;
    };
    using enum Standing;
    using enum Delivery;
    using Code = FindingCode;
    const auto complete = EndReason::Completed;
    row("enforce, in order", fine, PolicyId::MtaSts, complete, Satisfied, Authenticated,
        Code::ChainAndNameFine);
    row("enforce, in order, judged beside another policy", fine, PolicyId::Opportunistic, complete, Satisfied,
        Authenticated, Code::ChainAndNameFine);
    row("enforce, another MX: QUIT behind the handshake", other, PolicyId::MtaSts,
        EndReason::QuitAfterHandshake, Violated, Deferred, Code::StsMxMismatch);
    row("enforce, another MX, beside another policy", other, PolicyId::Opportunistic, complete, Violated,
        Deferred, Code::StsMxMismatch);
    row("testing, another MX: reported and delivered", PolicyScene::page("testing", "mail.example.org"),
        PolicyId::MtaSts, complete, Violated, Encrypted, Code::StsMxMismatch);
    row("not there", httpPage("404 Not Found", "no"), PolicyId::MtaSts, complete, NotApplicable, Encrypted,
        Code::StsFetchFailed);
}

void TestInspector::policies()
{
    QFETCH(QByteArray, page);
    QFETCH(PolicyId, actsAs);
    QFETCH(FindingCode, deciding);
    PolicyScene scene(page);
    scene.settings.policy = actsAs;
    scene.start();
    scene.untilEnded();
    QTEST(scene.one.evidence.session.end, "end");
    QTEST(scene.verdict().standing, "standing");
    QTEST(scene.verdict().delivery, "delivery");
    QCOMPARE(scene.verdict().because.first().code, deciding);
    QVERIFY(scene.one.sts && scene.one.sts->hasRecord);
    QCOMPARE(scene.one.sts->id, QStringLiteral("7"));
    QVERIFY(scene.one.sts->chain && scene.one.sts->chain->trusted);
    QVERIFY(scene.one.evidence.anchors.certificates == scene.settings.anchors.certificates);
}

void TestInspector::actingUnderStsWaitsForThePolicy()
{
    PolicyScene scene({});
    scene.settings.policy = PolicyId::MtaSts;
    scene.start();
    QTRY_VERIFY(scene.stages.contains(Stage::FetchingPolicy) && scene.host.isAsked());
    QVERIFY(scene.connections.isEmpty());
    scene.host.answerNow(PolicyScene::page("enforce", "*.example.org"));
    scene.untilEnded();
    QCOMPARE(scene.connections.size(), 1);
    QCOMPARE(scene.verdict().standing, Standing::Satisfied);
}

void TestInspector::othersDoNotWaitForThePolicy()
{
    PolicyScene scene({});
    scene.start();
    // the whole session first, then what it still waits for
    QTRY_VERIFY(scene.host.isAsked() && scene.stages.contains(Stage::FetchingPolicy));
    QCOMPARE(scene.connections.size(), 1);
    QVERIFY(scene.finished.isEmpty());
    scene.host.answerNow(PolicyScene::page("enforce", "*.example.org"));
    scene.untilEnded();
    QCOMPARE(scene.one.evidence.session.end, EndReason::Completed);
    QCOMPARE(scene.verdict().standing, Standing::Satisfied);
}

void TestInspector::aSilentPolicyHostEndsByTheDeadline_data()
{
    QTest::addColumn<PolicyId>("actsAs");
    QTest::addColumn<EndReason>("end");
    QTest::newRow("acting under it: no session") << PolicyId::MtaSts << EndReason::DeadlineExceeded;
    QTest::newRow("acting as another: the session stands") << PolicyId::Encrypt << EndReason::Completed;
}

void TestInspector::aSilentPolicyHostEndsByTheDeadline()
{
    QFETCH(PolicyId, actsAs);
    PolicyScene scene({});
    scene.settings.policy = actsAs;
    scene.settings.timeout = std::chrono::milliseconds(1000);
    scene.start();
    scene.untilEnded();
    QTEST(scene.one.evidence.session.end, "end");
    QVERIFY(scene.one.sts);
    QCOMPARE(scene.one.sts->fetch, StsFetchEnd::Timeout);
    QCOMPARE(scene.verdict().because.first().code, FindingCode::StsFetchFailed);
}

void TestInspector::cancelEndsTheFetch()
{
    PolicyScene scene({});
    scene.start();
    QTRY_VERIFY(scene.host.isAsked() && scene.stages.contains(Stage::FetchingPolicy));
    scene.cancel();
    QCOMPARE(scene.finished.count(), 1);
    QCOMPARE(scene.one.evidence.session.end, EndReason::Completed); // that was over before
    QCOMPARE(scene.one.sts->fetch, StsFetchEnd::NotTried);
}

namespace {

IssuedCertificate selfIssued(const char *name, KeyKind key = KeyKind::EcP256)
{
    CertificateRequest request;
    request.commonName = QString::fromLatin1(name);
    request.dnsNames = {request.commonName};
    request.key = key;
    return issueCertificate(request);
}

Meeting showing(const IssuedCertificate &certificate)
{
    Meeting meeting;
    meeting.chain = {certificate.certificateDer()};
    return meeting;
}

Settings lookingFurther()
{
    Settings settings;
    settings.variants = true;
    return settings;
}

const QString plainServer = QStringLiteral("mx.example:25");

} // namespace

void TestInspector::variants_data()
{
    QTest::addColumn<QList<Meeting>>("meetings");
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("judged"); ///< the client without SNI by the variant
    QTest::addColumn<bool>("remark"); ///< that it was not seen
    QTest::addColumn<int>("connections");
    const auto row = [](const char *name, const QList<Meeting> &meetings, int kept, bool judged,
                        bool remark) {
        QTest::newRow(name) << meetings << kept << judged << remark << static_cast<int>(meetings.size());
    };
    const IssuedCertificate main = selfIssued("mx.example");
    Meeting fails = showing(main);
    fails.handshakeWorks = false;
    Meeting cut = fails;
    cut.alert.reset();
    Meeting busy;
    busy.greeting = "421 4.7.0 too many connections\r\n";
    Meeting gone;
    gone.connectFails = TransportFailure::Kind::Refused;
    Meeting closes = showing(main);
    closes.closesInsideTls = true;
    Meeting refuses = showing(main);
    refuses.ehloInsideTls = "554 5.7.1 no\r\n";
    row("the same certificate", {showing(main), showing(main)}, 0, false, false);
    row("another certificate", {showing(main), showing(selfIssued("default.example"))}, 1, true, false);
    row("no handshake without SNI", {showing(main), fails}, 1, true, false);
    row("the same certificate, and closed behind the handshake", {showing(main), closes}, 1, true, false);
    row("the same certificate, and 554 inside TLS", {showing(main), refuses}, 1, true, false);
    row("a connection that is cut tells nothing", {showing(main), cut}, 0, false, true);
    row("a 421 beside the main session: asked again behind it", {showing(main), busy, showing(main)}, 0,
        false, false);
    row("a 421 behind it as well tells nothing", {showing(main), busy, busy}, 0, false, true);
    row("nor does a refused connection", {showing(main), gone, gone}, 0, false, true);
}

void TestInspector::variants()
{
    QFETCH(QList<Meeting>, meetings);
    QFETCH(bool, judged);
    Run run;
    run.meetings = meetings;
    const auto results = run.inspect(plainServer, lookingFurther());
    QCOMPARE(results.size(), 1);
    const Inspection &one = results.first();
    QTEST(one.evidence.observer.connections, "connections");
    QCOMPARE(one.evidence.session.end, EndReason::Completed);
    QCOMPARE(one.evidence.session.tls->serverName, QStringLiteral("mx.example"));
    QTEST(int(one.evidence.variants.size()), "kept");
    QCOMPARE(one.variants.size(), one.evidence.variants.size());
    QTEST(hasRemark(one, FindingCode::VariantNotSeen), "remark");
    QCOMPARE(one.evidence.variantsSeen.contains(QStringLiteral("no-sni")),
             !hasRemark(one, FindingCode::VariantNotSeen));
    const auto &last = one.evidence.session.transcript.constLast();
    QVERIFY(last.note && last.note->args == QStringList{QStringLiteral("no-sni")});
    QCOMPARE(last.step, DialogueStep::Note);
    QCOMPARE(verdictOf(one, PolicyId::Opportunistic)->variant, judged ? std::optional(0) : std::nullopt);
    QCOMPARE(verdictOf(one, PolicyId::WebPki)->variant, std::nullopt);
    for (const VariantEvidence &variant : one.evidence.variants) {
        QVERIFY(!variant.sni);
        QVERIFY(!variant.tls || variant.tls->serverName.isEmpty());
        QCOMPARE(variant.sentChain.isEmpty(), !variant.tls);
        QVERIFY(variant.end);
    }
}

void TestInspector::closedBehindTheHandshakeIsNeverFine()
{
    Meeting closes = showing(selfIssued("mx.example"));
    closes.closesInsideTls = true;
    Run run;
    run.meetings = {closes, closes};
    const Inspection one = run.inspect(plainServer, lookingFurther()).constFirst();
    QCOMPARE(one.evidence.observer.connections, 2);
    QCOMPARE(one.evidence.session.end, EndReason::HandshakeFailed);
    QVERIFY(one.evidence.variants.isEmpty()); // the same end: the main session has said it
    QCOMPARE(one.evidence.variantsSeen, QStringList{QStringLiteral("no-sni")});
    for (const Verdict &verdict : one.verdicts)
        QVERIFY(verdict.standing != Standing::Satisfied);
    QCOMPARE(verdictOf(one, PolicyId::Opportunistic)->because.first().code, FindingCode::ClosedInsideTls);
}

void TestInspector::aServerThatRefusesTheNameIsAskedWithoutIt()
{
    const Meeting plain = showing(selfIssued("mx.example"));
    Meeting refuses = plain;
    refuses.handshakeWorks = false;
    refuses.alert = 112; // unrecognized_name
    Run run;
    run.meetings = {refuses, plain};
    const Inspection one = run.inspect(plainServer, lookingFurther()).constFirst();
    QCOMPARE(one.evidence.session.end, EndReason::HandshakeFailed);
    QCOMPARE(one.evidence.variants.size(), 1);
    const Verdict *opportunistic = verdictOf(one, PolicyId::Opportunistic);
    QCOMPARE(opportunistic->variant, std::optional(0));
    QCOMPARE(opportunistic->delivery, Delivery::Encrypted);
    QCOMPARE(verdictOf(one, PolicyId::WebPki)->variant, std::nullopt);
    QCOMPARE(verdictOf(one, PolicyId::WebPki)->delivery, Delivery::Deferred);
}

namespace {

/// An inspection that is stopped at some point.
struct Stopped
{
    QList<Meeting> meetings;
    QList<Endpoint> asked;
    QList<SuiteOffer> offers;
    std::shared_ptr<ScriptedResolver> resolver = std::make_shared<ScriptedResolver>();
    Inspector inspector{resolver, [this]() -> std::unique_ptr<Transport> {
                            return std::make_unique<MetTransport>(meetings.value(asked.size()), &asked,
                                                                  &offers);
                        }};
    QSignalSpy inspected{&inspector, &Inspector::inspected};

    explicit Stopped(const QList<Meeting> &met)
        : meetings(met)
    {
        resolver->addresses(QStringLiteral("mx.example"), {QStringLiteral("192.0.2.1")});
    }
    /// Until the inspection has ended; `stop` is what makes it do so.
    Inspection untilStopped()
    {
        inspector.start(std::get<TargetSpec>(parseTarget(plainServer)), lookingFurther());
        if (inspected.isEmpty() && !inspected.wait(10'000))
            qWarning("the inspection did not finish");
        return inspected.isEmpty() ? Inspection() : inspected.constFirst().at(1).value<Inspection>();
    }
    void stop() { inspector.cancel(); }
};

} // namespace

void TestInspector::stopDuringAVariantKeepsWhatWasSeen()
{
    Meeting silent;
    silent.greeting.clear();
    Stopped run({showing(selfIssued("mx.example")), silent});
    QObject::connect(&run.inspector, &Inspector::changed, &run.inspector,
                     [&run](int, const Inspection &, const Progress &progress) {
                         if (progress.stage == Stage::FurtherCertificates)
                             run.stop();
                     });
    const Inspection one = run.untilStopped();
    QVERIFY(!run.inspector.isRunning());
    QCOMPARE(one.evidence.session.end, EndReason::Completed);
    QVERIFY(hasRemark(one, FindingCode::VariantNotSeen));
    QVERIFY(one.evidence.variantsSeen.isEmpty());
    QCOMPARE(verdictOf(one, PolicyId::Encrypt)->delivery, Delivery::Encrypted);
}

void TestInspector::stopBeforeTheGreetingBeginsNone()
{
    Meeting silent = showing(selfIssued("mx.example"));
    silent.greeting.clear();
    Stopped run({silent});
    QObject::connect(&run.inspector, &Inspector::changed, &run.inspector,
                     [&run](int, const Inspection &, const Progress &progress) {
                         if (progress.stage == Stage::Greeting)
                             run.stop();
                     });
    const Inspection one = run.untilStopped();
    QVERIFY(!run.inspector.isRunning());
    QCOMPARE(run.asked.size(), 1);
    QCOMPARE(one.evidence.observer.connections, 1);
}

void TestInspector::noFurtherConnectionWhereNoneCanTell_data()
{
    QTest::addColumn<Meeting>("meeting");
    QTest::addColumn<Settings>("settings");
    QTest::addColumn<QString>("target");
    const Meeting fine = showing(selfIssued("mx.example"));
    Settings withoutSni = lookingFurther();
    withoutSni.sendSni = false;
    Meeting refuses = fine;
    refuses.greeting = "554 5.7.1 no\r\n";
    QTest::newRow("switched off") << fine << Settings{} << plainServer;
    QTest::newRow("no SNI anyway") << fine << withoutSni << plainServer;
    QTest::newRow("an address is no SNI") << fine << lookingFurther() << QStringLiteral("192.0.2.1:25");
    QTest::newRow("a greeting that refuses") << refuses << lookingFurther() << plainServer;
}

void TestInspector::noFurtherConnectionWhereNoneCanTell()
{
    QFETCH(Meeting, meeting);
    QFETCH(Settings, settings);
    QFETCH(QString, target);
    Run run;
    run.meetings = {meeting};
    const auto results = run.inspect(target, settings);
    QCOMPARE(results.first().evidence.observer.connections, 1);
    QVERIFY(results.first().evidence.variants.isEmpty());
}

void TestInspector::tlsaAsksForTheOtherKindOfKey_data()
{
    QTest::addColumn<KeyKind>("main");
    QTest::addColumn<SuiteOffer>("offer");
    QTest::addColumn<QString>("kind");
    QTest::newRow("EC") << KeyKind::EcP256 << SuiteOffer::RsaOnly << QStringLiteral("RSA");
    QTest::newRow("Ed25519") << KeyKind::Ed25519 << SuiteOffer::RsaOnly << QStringLiteral("RSA");
    QTest::newRow("RSA") << KeyKind::Rsa2048 << SuiteOffer::EcdsaOnly << QStringLiteral("ECDSA");
}

void TestInspector::tlsaAsksForTheOtherKindOfKey()
{
    QFETCH(KeyKind, main);
    QFETCH(SuiteOffer, offer);
    QFETCH(QString, kind);
    Run run;
    run.resolver->addresses(QStringLiteral("mx.example"), {QStringLiteral("192.0.2.1")}, DnssecState::Secure);
    run.resolver->tlsa(QStringLiteral("_25._tcp.mx.example"), {QByteArray("\3\1\1") + QByteArray(32, 'x')},
                       DnssecState::Secure);
    const Meeting first = showing(selfIssued("mx.example", main));
    run.meetings = {first, first, showing(selfIssued("mx.example"))};
    const auto results = run.inspect(plainServer, lookingFurther());
    const Inspection &one = results.first();
    QCOMPARE(one.evidence.observer.connections, 3);
    QCOMPARE(run.offers, QList<SuiteOffer>({SuiteOffer::Authenticating, SuiteOffer::Authenticating, offer}));
    QCOMPARE(one.evidence.variants.size(), 1);
    QVERIFY(one.evidence.variants.first().sni);
    QCOMPARE(one.evidence.variants.first().keyType, kind);
    QVERIFY(one.variants.first().dane);
}

MAILSEAL_TEST(TestInspector)
#include "tst_inspector.moc"
