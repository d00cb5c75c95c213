#include "dialogue/dialogues.h"
#include "dialogue/ehlolist.h"
#include "dialogue/smtpdialogue.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;

namespace {

/// What arrives, as text: "connected", "secured", "refused by policy", "early N", "timeout", "closed",
/// "alert"; anything else is a line of the server.
Input inputOf(const QByteArray &text)
{
    if (text == "connected")
        return Connected{};
    if (text == "secured")
        return Secured{true};
    if (text == "refused by policy")
        return Secured{false};
    if (text.startsWith("early "))
        return EarlyText{text.mid(6).toInt()};
    if (text == "timeout")
        return TimedOut{};
    if (text == "closed")
        return Closed{};
    return text == "alert" ? Input(Closed{true}) : Input(Line{text});
}

/// What is done, as text; empty: wait.
QByteArray textOf(const Action &action)
{
    if (const auto *send = std::get_if<Send>(&action))
        return send->line.trimmed();
    if (std::holds_alternative<StartTls>(action))
        return "start TLS";
    return std::holds_alternative<Finish>(action) ? "finish" : "";
}

const QList<QByteArray> atGreeting{"connected"};
const QList<QByteArray> atEhlo = atGreeting + QList<QByteArray>{"220 mx"};
const QList<QByteArray> atHelo = atEhlo + QList<QByteArray>{"502 what?"};
const QList<QByteArray> atStarttls = atEhlo + QList<QByteArray>{"250-mx", "250 STARTTLS"};
const QList<QByteArray> atHandshake = atStarttls + QList<QByteArray>{"220 go"};
const QList<QByteArray> atEhloInTls = atHandshake + QList<QByteArray>{"secured"};
const QList<QByteArray> atQuit = atEhloInTls + QList<QByteArray>{"250 mx"};

} // namespace

class TestSmtpDialogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actions_data();
    void actions();
    void ends_data();
    void ends();
    void nothingIsSentBeforeTheServersTurnHasEnded();
    void afterTheEndNothingHappens();
    void earlyTextIsRemarkedAndNotAnswered();
    void everyServiceHasADialogue();
    void aGoodbyeIsA421();
    void offers_data();
    void offers();
};

void TestSmtpDialogue::actions_data()
{
    QTest::addColumn<QList<QByteArray>>("arrived");
    QTest::addColumn<QByteArray>("done");
    QTest::addColumn<Stage>("awaited");
    const auto row = [](const char *name, const QList<QByteArray> &arrived, const char *done, Stage awaited) {
        QTest::newRow(name) << arrived << QByteArray(done) << awaited;
    };
    row("the greeting is waited for", atGreeting, "", Stage::Greeting);
    row("EHLO follows the greeting", atEhlo, "EHLO me.example", Stage::Ehlo);
    row("HELO follows a refused EHLO", atHelo, "HELO me.example", Stage::Helo);
    row("STARTTLS follows its offer", atStarttls, "STARTTLS", Stage::StartTls);
    row("TLS follows the 220 before any other command", atHandshake, "start TLS", Stage::Handshake);
    row("EHLO is said again inside TLS", atEhloInTls, "EHLO me.example", Stage::EhloAfterTls);
    row("a policy that is not satisfied says QUIT", atHandshake + QList<QByteArray>{"refused by policy"},
        "QUIT", Stage::Quit);
    row("QUIT ends a complete session", atQuit, "QUIT", Stage::Quit);
    row("the 221 finishes it", atQuit + QList<QByteArray>{"221 bye"}, "finish", Stage::Done);
}

void TestSmtpDialogue::actions()
{
    QFETCH(QList<QByteArray>, arrived);
    QFETCH(QByteArray, done);
    QFETCH(Stage, awaited);
    SmtpDialogue dialogue(Service::Smtp, Start::StartTls, "me.example");
    Action action;
    for (const QByteArray &one : arrived)
        action = dialogue.on(inputOf(one));
    QCOMPARE(textOf(action), done);
    QCOMPARE(dialogue.awaited(), awaited);
    if (const auto *send = std::get_if<Send>(&action))
        QVERIFY(send->line.endsWith("\r\n") && send->line.count('\n') == 1);
}

void TestSmtpDialogue::ends_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<EndReason>("end");
    const QList<QByteArray> none;
    QTest::newRow("timeout: connecting") << none << QByteArray("timeout") << EndReason::ConnectTimeout;
    QTest::newRow("timeout: greeting") << atGreeting << QByteArray("timeout") << EndReason::GreetingTimeout;
    QTest::newRow("timeout: a greeting that began")
        << atGreeting + QList<QByteArray>{"220-mx"} << QByteArray("timeout") << EndReason::GreetingTimeout;
    QTest::newRow("timeout: EHLO") << atEhlo << QByteArray("timeout") << EndReason::ReplyTimeout;
    QTest::newRow("timeout: HELO") << atHelo << QByteArray("timeout") << EndReason::ReplyTimeout;
    QTest::newRow("timeout: STARTTLS") << atStarttls << QByteArray("timeout") << EndReason::ReplyTimeout;
    QTest::newRow("timeout: handshake")
        << atHandshake << QByteArray("timeout") << EndReason::HandshakeTimeout;
    QTest::newRow("timeout: EHLO inside TLS")
        << atEhloInTls << QByteArray("timeout") << EndReason::ReplyTimeout;
    QTest::newRow("timeout: QUIT") << atQuit << QByteArray("timeout") << EndReason::Completed;
    QTest::newRow("closed: greeting") << atGreeting << QByteArray("closed") << EndReason::ClosedEarly;
    QTest::newRow("closed: EHLO") << atEhlo << QByteArray("closed") << EndReason::ClosedEarly;
    QTest::newRow("closed: HELO") << atHelo << QByteArray("closed") << EndReason::ClosedEarly;
    QTest::newRow("closed: STARTTLS") << atStarttls << QByteArray("closed") << EndReason::ClosedEarly;
    QTest::newRow("closed: handshake") << atHandshake << QByteArray("closed") << EndReason::HandshakeFailed;
    QTest::newRow("closed: EHLO inside TLS")
        << atEhloInTls << QByteArray("closed") << EndReason::HandshakeFailed;
    QTest::newRow("closed: behind a greeting inside TLS")
        << atEhloInTls + QList<QByteArray>{"220 mx"} << QByteArray("closed") << EndReason::ClosedEarly;
    QTest::newRow("closed: QUIT") << atQuit << QByteArray("closed") << EndReason::Completed;
    QTest::newRow("alert: QUIT of a complete session")
        << atQuit << QByteArray("alert") << EndReason::Completed;
    const QList<QByteArray> refused = atHandshake + QList<QByteArray>{"refused by policy"};
    QTest::newRow("closed: QUIT by policy")
        << refused << QByteArray("closed") << EndReason::QuitAfterHandshake;
    QTest::newRow("alert: QUIT by policy") << refused << QByteArray("alert") << EndReason::HandshakeFailed;
}

void TestSmtpDialogue::ends()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(QByteArray, last);
    QFETCH(EndReason, end);
    SmtpDialogue dialogue(Service::Smtp, Start::StartTls, "me.example");
    for (const QByteArray &one : before)
        QVERIFY(!std::holds_alternative<Finish>(dialogue.on(inputOf(one))));
    const Action action = dialogue.on(inputOf(last));
    const auto *finish = std::get_if<Finish>(&action);
    QVERIFY(finish);
    QCOMPARE(finish->end, end);
    QVERIFY(!finish->reply);
}

void TestSmtpDialogue::nothingIsSentBeforeTheServersTurnHasEnded()
{
    SmtpDialogue dialogue(Service::Smtp, Start::StartTls, "me.example");
    dialogue.on(Connected{});
    for (const char *teaser : {"220-mx", "220-please", "220-wait"})
        QCOMPARE(textOf(dialogue.on(Line{teaser})), QByteArray());
    QCOMPARE(textOf(dialogue.on(Line{"220 now"})), QByteArray("EHLO me.example"));
    QCOMPARE(textOf(dialogue.on(Line{"250-mx"})), QByteArray());
    QCOMPARE(textOf(dialogue.on(Line{"250-STARTTLS"})), QByteArray());
    QCOMPARE(textOf(dialogue.on(Line{"250 SIZE"})), QByteArray("STARTTLS"));
}

void TestSmtpDialogue::afterTheEndNothingHappens()
{
    SmtpDialogue dialogue(Service::Smtp, Start::StartTls, "me.example");
    dialogue.on(Connected{});
    QVERIFY(std::holds_alternative<Finish>(dialogue.on(Line{"421 later"})));
    for (const char *more : {"220 mx", "timeout", "closed", "secured", "early 3", "connected"})
        QVERIFY(std::holds_alternative<Wait>(dialogue.on(inputOf(more))));
    QVERIFY(dialogue.isDecided());
}

void TestSmtpDialogue::earlyTextIsRemarkedAndNotAnswered()
{
    SmtpDialogue dialogue(Service::Smtp, Start::StartTls, "me.example");
    for (const QByteArray &one : atHandshake)
        dialogue.on(inputOf(one));
    QVERIFY(std::holds_alternative<Wait>(dialogue.on(EarlyText{17})));
    const Finding early{FindingCode::EarlyPlaintext, Severity::Error, std::nullopt, {QStringLiteral("17")}};
    QCOMPARE(dialogue.learnt().remarks.size(), 1);
    QVERIFY(dialogue.learnt().remarks.first() == early);
    QCOMPARE(textOf(dialogue.on(Secured{true})), QByteArray("EHLO me.example"));
    QVERIFY(!dialogue.learnt().capabilitiesAfterTls);
}

void TestSmtpDialogue::everyServiceHasADialogue()
{
    for (const Service service : allServices()) {
        const auto dialogue = makeDialogue(service, startOf(service), "me.example");
        QVERIFY(dialogue);
        QCOMPARE(dialogue->awaited(), Stage::Connecting);
        QCOMPARE(std::holds_alternative<StartTls>(dialogue->on(Connected{})),
                 startOf(service) == Start::Implicit);
    }
}

void TestSmtpDialogue::aGoodbyeIsA421()
{
    const auto dialogue = makeDialogue(Service::Smtp, Start::StartTls, "me.example");
    QVERIFY(dialogue->isGoodbye("421 4.3.2 later"));
    QVERIFY(!dialogue->isGoodbye("220 mx"));
    QVERIFY(!dialogue->isGoodbye(""));
    QCOMPARE(dialogue->longestLine(), qint64{512});
}

void TestSmtpDialogue::offers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("masked");
    QTest::newRow("upper case") << QByteArray("STARTTLS") << QByteArray("STARTTLS") << QByteArray();
    QTest::newRow("mixed case") << QByteArray("StartTls") << QByteArray("StartTls") << QByteArray();
    QTest::newRow("with an argument") << QByteArray("STARTTLS x") << QByteArray("STARTTLS") << QByteArray();
    QTest::newRow("with spaces") << QByteArray("  STARTTLS  ") << QByteArray("STARTTLS") << QByteArray();
    QTest::newRow("with a value") << QByteArray("STARTTLS=1") << QByteArray("STARTTLS=1") << QByteArray();
    QTest::newRow("another word") << QByteArray("STARTTLS2") << QByteArray() << QByteArray();
    QTest::newRow("an argument of another") << QByteArray("X STARTTLS") << QByteArray() << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("masked") << QByteArray("XXXXXXXA") << QByteArray() << QByteArray("XXXXXXXA");
    QTest::newRow("masked throughout") << QByteArray("XXXXXXXX") << QByteArray() << QByteArray("XXXXXXXX");
    QTest::newRow("masked by stars") << QByteArray("********") << QByteArray() << QByteArray("********");
    QTest::newRow("too short to mask it") << QByteArray("XXXXXXA") << QByteArray() << QByteArray();
    QTest::newRow("too long to mask it") << QByteArray("XXXXXXXXA") << QByteArray() << QByteArray();
    QTest::newRow("a word with some X") << QByteArray("XXXXABXX") << QByteArray() << QByteArray();
}

void TestSmtpDialogue::offers()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, masked);
    const Capabilities list{"PIPELINING", line};
    QCOMPARE(offeredAs(list, "STARTTLS").value_or(QByteArray()), offered);
    QCOMPARE(maskedStarttls(list).value_or(QByteArray()), masked);
}

MAILSEAL_TEST(TestSmtpDialogue)
#include "tst_smtpdialogue.moc"
