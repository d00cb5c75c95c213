#include "dialogue/dialogue.h"
#include "net/session.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace mailseal;

namespace {

/// A protocol that is not SMTP, as small as one can be: IMAP up to the second CAPABILITY (RFC 3501 §6.2.1).
/// It shows what the seam asks of a protocol, and that the session knows of none.
class ImapLike : public Dialogue
{
public:
    Action on(const Input &input) override
    {
        if (const auto *line = std::get_if<Line>(&input))
            return onLine(line->text);
        if (std::holds_alternative<Connected>(input)) {
            m_stage = Stage::Greeting;
            return Wait{};
        }
        if (const auto *secured = std::get_if<Secured>(&input))
            return secured->goOn ? ask("a3 CAPABILITY", Stage::EhloAfterTls)
                                 : leave(EndReason::QuitAfterHandshake);
        if (std::holds_alternative<EarlyText>(input))
            return Wait{};
        if (m_stage == Stage::Quit)
            return finish(m_end);
        return finish(std::holds_alternative<TimedOut>(input) ? EndReason::ReplyTimeout
                      : m_stage == Stage::Handshake           ? EndReason::HandshakeFailed
                                                              : EndReason::ClosedEarly);
    }
    Stage awaited() const override { return m_stage; }
    const DialogueFacts &learnt() const override { return m_facts; }
    std::optional<Finish> settled() const override { return std::nullopt; }
    bool isDecided() const override { return m_stage == Stage::Quit || m_stage == Stage::Done; }
    bool isGoodbye(const QByteArray &line) const override { return line.startsWith("* BYE"); }
    qint64 longestLine() const override { return 0; }

private:
    Action onLine(const QByteArray &line)
    {
        if (isGoodbye(line) && m_stage != Stage::Quit)
            return finish(m_stage == Stage::Greeting ? EndReason::GreetingRefused : EndReason::ClosedEarly);
        if (m_stage == Stage::Greeting)
            return ask("a1 CAPABILITY", Stage::Ehlo);
        if (line.startsWith("* CAPABILITY ")) {
            auto &list =
                m_stage == Stage::Ehlo ? m_facts.capabilitiesBeforeTls : m_facts.capabilitiesAfterTls;
            list = line.mid(13).split(' ');
        }
        if (line.startsWith("* "))
            return Wait{};
        if (m_stage == Stage::Ehlo) {
            return m_facts.capabilitiesBeforeTls->contains("STARTTLS") ? ask("a2 STARTTLS", Stage::StartTls)
                                                                       : leave(EndReason::StarttlsNotOffered);
        }
        if (m_stage == Stage::EhloAfterTls)
            return leave(EndReason::Completed);
        if (m_stage == Stage::Quit)
            return finish(m_end);
        m_stage = Stage::Handshake;
        return StartTls{};
    }
    Action ask(const QByteArray &command, Stage stage)
    {
        m_stage = stage;
        return Send{command + "\r\n"};
    }
    Action leave(EndReason end)
    {
        m_end = end;
        return ask("a4 LOGOUT", Stage::Quit);
    }
    Action finish(EndReason end)
    {
        m_stage = Stage::Done;
        return Finish{end, {}, {}};
    }

    Stage m_stage = Stage::Connecting;
    EndReason m_end = EndReason::Completed;
    DialogueFacts m_facts;
};

struct Played
{
    SessionFacts facts;
    std::shared_ptr<ScriptLog> log = std::make_shared<ScriptLog>();
};

Played play(const Conversation &conversation, Playing playing = {}, bool goOn = true)
{
    Played played;
    SessionPlan plan;
    plan.endpoint = {QStringLiteral("192.0.2.1"), 143};
    Session session(std::make_unique<ScriptedTransport>(conversation, playing, played.log),
                    std::make_unique<ImapLike>(), plan, [goOn](const SessionFacts &) { return goOn; });
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    if (finished.isEmpty() && !finished.wait())
        qWarning("the session did not end");
    played.facts = session.facts();
    return played;
}

const QByteArray longLine = "* CAPABILITY IMAP4rev1 " + QByteArray(600, 'X');
const Conversation greeting{"S: * OK ready", "C: a1 CAPABILITY"};
const Conversation upgraded = greeting + Conversation{"S: * CAPABILITY IMAP4rev1 STARTTLS",
                                                      "S: a1 OK done",
                                                      "C: a2 STARTTLS",
                                                      "S: a2 OK begin",
                                                      "TLS",
                                                      "C: a3 CAPABILITY"};
const Conversation whole = upgraded + Conversation{"S: " + longLine, "S: a3 OK done", "C: a4 LOGOUT",
                                                   "S: * BYE",       "S: a4 OK done", "NOTIFY"};

} // namespace

class TestProtocolSeam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionCarriesAnyDialogue();
    void stepsAreWrittenAsTheyHappen();
    void byteByByteIsTheSame();
    void cutAfterEveryLine();
    void aGoodbyeMayComeAtAnyTime();
    void thePolicyEndsIt();
};

void TestProtocolSeam::aSessionCarriesAnyDialogue()
{
    const Played played = play(whole);
    QCOMPARE(played.log->complaints, QStringList());
    QCOMPARE(played.facts.end, EndReason::Completed);
    QVERIFY(played.facts.tls && played.facts.handshake->completed);
    QVERIFY(played.facts.capabilitiesBeforeTls->contains("STARTTLS"));
    QVERIFY(!played.facts.capabilitiesAfterTls->contains("STARTTLS"));
    QCOMPARE(played.facts.closure, TlsClosure::CloseNotify);
    QCOMPARE(played.facts.remarks.size(), 0); // what SMTP allows a line is nothing to another protocol
}

void TestProtocolSeam::stepsAreWrittenAsTheyHappen()
{
    using enum DialogueStep;
    QList<DialogueStep> steps;
    for (const TranscriptEntry &entry : play(whole).facts.transcript)
        steps.append(entry.step);
    const QList<DialogueStep> wanted{Greeting,      Ehlo,          Ehlo,          Ehlo, StartTls, StartTls,
                                     EhloInsideTls, EhloInsideTls, EhloInsideTls, Quit, Quit,     Quit};
    QCOMPARE(steps, wanted);
}

void TestProtocolSeam::byteByByteIsTheSame()
{
    const auto lines = [](const SessionFacts &facts) {
        QList<QByteArray> lines;
        for (const TranscriptEntry &entry : facts.transcript)
            lines.append(entry.text + QByteArray::number(static_cast<int>(entry.step)));
        return lines;
    };
    const Played bytes = play(whole, {true, -1});
    QCOMPARE(bytes.log->complaints, QStringList());
    QCOMPARE(lines(bytes.facts), lines(play(whole).facts));
}

void TestProtocolSeam::cutAfterEveryLine()
{
    for (int cut = 0; cut < serverLines(whole); ++cut) {
        const Played played = play(whole, {false, cut});
        QCOMPARE(played.log->complaints, QStringList());
        const bool isDecided = played.log->written.contains("LOGOUT");
        QCOMPARE(played.facts.end == EndReason::Completed, isDecided);
        QVERIFY(isDecided || played.facts.transcript.last().from == Speaker::Note);
    }
}

void TestProtocolSeam::aGoodbyeMayComeAtAnyTime()
{
    QCOMPARE(play({"S: * BYE too many"}).facts.end, EndReason::GreetingRefused);
    const Played behind = play({"S: * OK ready", "S: * BYE too many"});
    QCOMPARE(behind.facts.end, EndReason::ClosedEarly);
    QCOMPARE(behind.log->written, QByteArray());
    QCOMPARE(behind.facts.transcript.last().step, DialogueStep::Greeting);
}

void TestProtocolSeam::thePolicyEndsIt()
{
    const Played played = play(upgraded.first(upgraded.size() - 1) +
                                   Conversation{"C: a4 LOGOUT", "S: * BYE", "S: a4 OK done", "NOTIFY"},
                               {}, false);
    QCOMPARE(played.log->complaints, QStringList());
    QCOMPARE(played.facts.end, EndReason::QuitAfterHandshake);
    const auto noted = std::find_if(played.facts.transcript.begin(), played.facts.transcript.end(),
                                    [](const TranscriptEntry &entry) { return entry.note.has_value(); });
    QVERIFY(noted != played.facts.transcript.end());
    QCOMPARE(noted->note->code, NoteCode::PolicyNotSatisfied);
    QCOMPARE(noted->step, DialogueStep::TlsHandshake);
}

MAILSEAL_TEST(TestProtocolSeam)
#include "tst_protocolseam.moc"
