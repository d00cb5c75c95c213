#include "inspector/secondtries.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;

/// Which further connection keeps the answer right, by the main session alone.
class SecondTriesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void due_data();
    void due();
    void tlsAtOnce_data();
    void tlsAtOnce();
};

void SecondTriesTest::due_data()
{
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, SecondTry expected, EndReason end, auto set) {
        Evidence evidence;
        evidence.target.connectedTo = {QStringLiteral("192.0.2.1"), 25};
        evidence.target.start = Start::StartTls;
        evidence.session.end = end;
        set(evidence);
        QTest::newRow(name) << evidence << static_cast<int>(expected);
    };
    const auto noSuite = [](Evidence &one) {
        one.session.handshake = HandshakeFacts{};
        one.session.handshake->alertReceived = TlsAlert{2, 40, QStringLiteral("handshake_failure")};
    };
    row("all was well", SecondTry::None, EndReason::Completed, [](Evidence &) {});
    row("no STARTTLS", SecondTry::AskOnceMore, EndReason::StarttlsNotOffered, [](Evidence &) {});
    row("421", SecondTry::None, EndReason::StarttlsNotOffered, [](Evidence &one) {
        one.session.endReply = Reply{421, {}, "busy"};
    });
    row("no suite in common", SecondTry::AnonymousSuites, EndReason::HandshakeFailed, noSuite);
    row("an alert behind the certificate is about another thing", SecondTry::None, EndReason::HandshakeFailed,
        [&](Evidence &one) { noSuite(one), one.session.sentChain = QList<QByteArray>{"der"}; });
    row("an alert behind a request for ours as well", SecondTry::None, EndReason::HandshakeFailed,
        [&](Evidence &one) { noSuite(one), one.session.handshake->clientCertificateRequested = true; });
    row("port 25 is silent", SecondTry::OtherPorts, EndReason::ConnectTimeout, [](Evidence &) {});
    row("another port is silent", SecondTry::None, EndReason::ConnectTimeout,
        [](Evidence &one) { one.target.connectedTo.port = 2525; });
    row("no greeting", SecondTry::TlsAtOnce, EndReason::GreetingTimeout, [](Evidence &) {});
    row("no greeting inside TLS", SecondTry::None, EndReason::GreetingTimeout,
        [](Evidence &one) { one.target.start = Start::Implicit; });
}

void SecondTriesTest::due()
{
    QFETCH(Evidence, evidence);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(dueSecondTry(evidence)), expected);
}

void SecondTriesTest::tlsAtOnce_data()
{
    QTest::addColumn<bool>("speaks");
    QTest::newRow("it does") << true;
    QTest::newRow("it is silent for everybody") << false;
}

void SecondTriesTest::tlsAtOnce()
{
    QFETCH(bool, speaks);
    Evidence evidence;
    evidence.target.connectedTo = {QStringLiteral("192.0.2.1"), 2465};
    SessionFacts second;
    second.end = EndReason::GreetingTimeout;
    if (speaks)
        second.tls = TlsFacts{};
    const auto note = keepTlsAtOnce(evidence, second);
    QCOMPARE(note, speaks ? NoteCode::TlsAtOnceWorks : NoteCode::TlsAtOnceNoHelp);
    QCOMPARE(evidence.remarks.size(), speaks ? 1 : 0);
    if (speaks)
        QCOMPARE(evidence.remarks.first().args.first(), QStringLiteral("2465"));
}

MAILSEAL_TEST(SecondTriesTest)
#include "tst_secondtries.moc"
