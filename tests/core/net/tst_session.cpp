#include "dialogue/dialogues.h"
#include "dialogue/transcriptsteps.h"
#include "net/session.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"
#include "values/limits.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace mailseal;

namespace {

struct Row
{
    Conversation conversation;
    EndReason end = EndReason::Completed;
    int endCode = 0; ///< 0: no reply ended it
    QList<FindingCode> remarks = {};
    Service service = Service::Smtp;
    Start start = Start::StartTls;
    bool goOn = true;
    /// What came in one segment is its point: not fed byte by byte and not cut.
    bool isSegmented = false;
};

struct Told
{
    SessionFacts facts;
    int finished = 0;
    std::shared_ptr<ScriptLog> log = std::make_shared<ScriptLog>();
    int asked = 0; ///< how often the policy was
};

SessionPlan anyPlan()
{
    SessionPlan plan;
    plan.endpoint = {QStringLiteral("192.0.2.1"), 25};
    plan.serverName = QStringLiteral("mx.example");
    return plan;
}

std::unique_ptr<Dialogue> dialogueOf(const Row &row)
{
    return makeDialogue(row.service, row.start, "me.example");
}

Told play(const Row &row, Playing playing = {})
{
    constexpr int patience = 20'000;
    Told told;
    Session session(std::make_unique<ScriptedTransport>(row.conversation, playing, told.log), dialogueOf(row),
                    anyPlan(), [&](const SessionFacts &) {
                        ++told.asked;
                        return row.goOn;
                    });
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    if (finished.isEmpty() && !finished.wait(patience))
        qWarning("the session did not end");
    QCoreApplication::processEvents(); // whatever might still end it a second time
    told.facts = session.facts();
    told.finished = static_cast<int>(finished.size());
    return told;
}

QList<FindingCode> codesOf(const QList<Finding> &findings)
{
    QList<FindingCode> codes;
    for (const Finding &finding : findings)
        codes.append(finding.code);
    return codes;
}

/// Times differ from run to run.
SessionFacts timeless(SessionFacts facts)
{
    facts.timings = {};
    for (TranscriptEntry &entry : facts.transcript)
        entry.atUs = 0;
    return facts;
}

const Conversation ehlo{"S: 220 mx.example ESMTP", "C: EHLO me.example"};
const Conversation offered = ehlo + Conversation{"S: 250-mx.example", "S: 250-PIPELINING", "S: 250 STARTTLS"};
const Conversation upgraded = offered + Conversation{"C: STARTTLS", "S: 220 2.0.0 Ready", "TLS"};
const Conversation ehloAgain = upgraded + Conversation{"C: EHLO me.example"};
const Conversation goodbye{"C: QUIT", "S: 221 2.0.0 Bye", "NOTIFY"};

struct NamedRow
{
    QByteArray name;
    Row row;
};
using Rows = QList<NamedRow>;

void addRow(Rows &rows, const QByteArray &name, const Row &row) { rows.append({name, row}); }

void goodConversations(Rows &rows)
{
    const Conversation end = Conversation{"S: 250-mx.example", "S: 250 AUTH PLAIN"} + goodbye;
    addRow(rows, "a good server completes", {ehloAgain + end});
    addRow(rows, "a greeting of several lines is waited for to its end",
           {Conversation{"S: 220-teaser", "|", "S: 220-more", "|"} + ehloAgain + end});
    addRow(rows, "banner lines may lack their text",
           {Conversation{"S: 220-", "S: 220", "C: EHLO me.example", "S: 250-mx.example", "S: 250 STARTTLS",
                         "C: STARTTLS", "S: 220", "TLS", "C: EHLO me.example", "S: 250"} +
            goodbye});
    addRow(rows, "a reply split over segments is one reply",
           {ehlo +
            Conversation{"S! 250-mx.exa", "|", "S: mple", "|", "S! 2", "|", "S: 50 STARTTLS", "C: STARTTLS",
                         "S! 220 2.0.0 Re", "|", "S: ady", "TLS", "C: EHLO me.example"} +
            end});
    addRow(rows, "STARTTLS in lower case is STARTTLS",
           {ehlo +
                Conversation{"S: 250-mx.example", "S: 250 starttls", "C: STARTTLS", "S: 220 go", "TLS",
                             "C: EHLO me.example"} +
                end,
            EndReason::Completed,
            0,
            {FindingCode::CapabilityCase}});
    addRow(rows, "any 2xx is success, and remarked where it is not the usual one",
           {Conversation{"S: 200 hello", "C: EHLO me.example", "S: 251-mx", "S: 251 STARTTLS", "C: STARTTLS",
                         "S: 250 go", "TLS", "C: EHLO me.example", "S: 252 mx"} +
                goodbye,
            EndReason::Completed,
            0,
            {FindingCode::ReplyCodeUnusual, FindingCode::ReplyCodeUnusual, FindingCode::ReplyCodeUnusual,
             FindingCode::ReplyCodeUnusual}});
    addRow(rows, "lines of one reply may carry different codes",
           {ehloAgain + Conversation{"S: 251-mx.example", "S: 250 SIZE"} + goodbye,
            EndReason::Completed,
            0,
            {FindingCode::ReplyCodesDiffer}});
    addRow(rows, "bare LF is read and counted",
           {ehloAgain + Conversation{"S~ 250-mx.example", "S~ 250 SIZE"} + goodbye,
            EndReason::Completed,
            0,
            {FindingCode::BareLf}});
    addRow(rows, "a long line is read and remarked",
           {ehloAgain + Conversation{"S: 250 " + QByteArray(600, 'x')} + goodbye,
            EndReason::Completed,
            0,
            {FindingCode::LongLine}});
    addRow(rows, "a greeting inside TLS does not shift the replies",
           {ehloAgain + Conversation{"S: 220 mx.example again", "|"} + end,
            EndReason::Completed,
            0,
            {FindingCode::GreetingInsideTls}});
    addRow(rows, "HELO is tried where EHLO is not known inside TLS",
           {ehloAgain + Conversation{"S: 502 what?", "C: HELO me.example", "S: 250 mx"} + goodbye});
    addRow(rows, "an empty line is no reply, and read over",
           {ehlo + Conversation{"S: ", "|"} + offered.mid(2) +
                Conversation{"C: STARTTLS", "S: 220 go", "TLS", "C: EHLO me.example"} + end,
            EndReason::Completed,
            0,
            {FindingCode::BlankLine}});
    addRow(rows, "STARTTLS with a value is offered",
           {ehlo +
                Conversation{"S: 250-mx.example", "S: 250 STARTTLS=1", "C: STARTTLS", "S: 220 go", "TLS",
                             "C: EHLO me.example"} +
                end,
            EndReason::Completed,
            0,
            {FindingCode::KeywordWithValue}});
    Row greetedTwice{Conversation{"S: 220 mx.example ESMTP", "S: 220 again"} + ehloAgain.mid(1) + end,
                     EndReason::Completed,
                     0,
                     {FindingCode::SecondGreeting}};
    greetedTwice.isSegmented = true;
    addRow(rows, "a second greeting behind the first", greetedTwice);
    Row emptyBehind{Conversation{"S: 220 mx.example ESMTP", "S: "} + ehloAgain.mid(1) + end,
                    EndReason::Completed,
                    0,
                    {FindingCode::BlankLine}};
    emptyBehind.isSegmented = true;
    addRow(rows, "an empty line behind the greeting", emptyBehind);
    addRow(rows, "a second greeting in clear text does not shift the replies",
           {Conversation{"S: 220 mx.example ESMTP", "C: EHLO me.example", "S: 220 mx.example ESMTP", "|"} +
                offered.mid(2) + Conversation{"C: STARTTLS", "S: 220 go", "TLS", "C: EHLO me.example"} + end,
            EndReason::Completed,
            0,
            {FindingCode::SecondGreeting}});
    Row unasked{Conversation{"S: 220 mx.example ESMTP", "S: 250 unasked for"} + ehloAgain.mid(1) + end,
                EndReason::Completed,
                0,
                {FindingCode::UnexpectedReply}};
    unasked.isSegmented = true;
    addRow(rows, "a line behind the greeting answers nothing", unasked);
    addRow(rows, "silence after QUIT does not change the end",
           {ehloAgain + Conversation{"S: 250 mx", "C: QUIT", "CLOSE"}});
    addRow(rows, "a broken connection after QUIT does not change the end",
           {ehloAgain + Conversation{"S: 250 mx", "C: QUIT", "RESET"}});
    addRow(rows, "garbage after QUIT does not change the end",
           {ehloAgain + Conversation{"S: 250 mx", "C: QUIT", "S: what?", "NOTIFY"}});
    addRow(rows, "LMTP says LHLO",
           {Conversation{"S: 220 mx LMTP", "C: LHLO me.example", "S: 250-mx", "S: 250 STARTTLS",
                         "C: STARTTLS", "S: 220 go", "TLS", "C: LHLO me.example", "S: 250 mx"} +
                goodbye,
            EndReason::Completed,
            0,
            {},
            Service::Lmtp});
    addRow(rows, "implicit TLS begins with the handshake",
           {Conversation{"TLS"} + ehlo + end,
            EndReason::Completed,
            0,
            {},
            Service::Submissions,
            Start::Implicit});
}

void withoutStarttls(Rows &rows)
{
    const Conversation end{"C: QUIT", "S: 221 Bye"};
    addRow(
        rows, "STARTTLS that is not offered is not asked for",
        {ehlo + Conversation{"S: 250-mx.example", "S: 250 PIPELINING"} + end, EndReason::StarttlsNotOffered});
    addRow(
        rows, "a capability that only begins with STARTTLS is another",
        {ehlo + Conversation{"S: 250-mx.example", "S: 250 STARTTLSX"} + end, EndReason::StarttlsNotOffered});
    addRow(rows, "the server's name is no capability",
           {ehlo + Conversation{"S: 250 STARTTLS"} + end, EndReason::StarttlsNotOffered});
    for (const char *keyword : {"XXXXXXXA", "XXXXXXXX", "xxxxxxxa"}) {
        const QByteArray name = QByteArray("a masked keyword is recognised: ") + keyword;
        addRow(rows, name,
               {ehlo + Conversation{"S: 250-mx.example", QByteArray("S: 250 ") + keyword} + end,
                EndReason::StarttlsMasked,
                0,
                {FindingCode::StarttlsMasked}});
    }
    addRow(rows, "XXXX alone masks something else",
           {ehlo + Conversation{"S: 250-mx.example", "S: 250 XXXX"} + end, EndReason::StarttlsNotOffered});
    addRow(rows, "HELO follows where EHLO is refused",
           {ehlo + Conversation{"S: 502 5.5.1 what?", "C: HELO me.example", "S: 250 mx.example"} + end,
            EndReason::StarttlsNotOffered,
            0,
            {FindingCode::HeloOnly}});
    addRow(rows, "HELO refused too ends it",
           {ehlo + Conversation{"S: 550 no", "C: HELO me.example", "S: 550 5.7.1 no"} + end,
            EndReason::EhloRefused, 550});
    addRow(rows, "EHLO answered 4xx is no missing STARTTLS",
           {ehlo + Conversation{"S: 451 4.3.0 later"} + end, EndReason::EhloRefused, 451});
    addRow(rows, "LMTP knows no HELO",
           {Conversation{"S: 220 mx", "C: LHLO me.example", "S: 500 what?"} + end,
            EndReason::EhloRefused,
            500,
            {},
            Service::Lmtp});
}

void refusals(Rows &rows)
{
    const Conversation end{"C: QUIT", "S: 221 Bye"};
    for (const int code : {454, 501, 502, 503, 530, 554}) {
        const QByteArray digits = QByteArray::number(code);
        addRow(rows, ("STARTTLS is refused with " + digits),
               {offered + Conversation{"C: STARTTLS", "S: " + digits + " 4.7.0 no TLS today"} + end,
                EndReason::StarttlsRefused, code});
    }
    addRow(rows, "a 3xx to STARTTLS is no 220",
           {offered + Conversation{"C: STARTTLS", "S: 334 go on"} + end, EndReason::StarttlsRefused, 334});
    for (const int code : {450, 554}) {
        const QByteArray digits = QByteArray::number(code);
        addRow(rows, ("a greeting of " + digits + " refuses"),
               {Conversation{"S: " + digits + "-go", "S: " + digits + " away"} + end,
                EndReason::GreetingRefused, code});
    }
    addRow(rows, "at a 421 greeting nothing more is sent",
           {{"S: 421 4.7.0 mx.example too many connections", "CLOSE"}, EndReason::GreetingRefused, 421});
    addRow(rows, "at a 421 to EHLO nothing more is sent",
           {ehlo + Conversation{"S: 421 4.7.0 later", "CLOSE"}, EndReason::EhloRefused, 421});
    addRow(rows, "at a 421 to HELO nothing more is sent",
           {ehlo + Conversation{"S: 502 what?", "C: HELO me.example", "S: 421 later"}, EndReason::EhloRefused,
            421});
    addRow(rows, "at a 421 to STARTTLS nothing more is sent",
           {offered + Conversation{"C: STARTTLS", "S: 421 4.3.2 later"}, EndReason::StarttlsRefused, 421});
    addRow(rows, "at a 421 inside TLS nothing more is sent",
           {ehloAgain + Conversation{"S: 421 4.3.2 later"}, EndReason::RefusedAfterTls, 421});
    Row behind{ehlo.mid(0, 1) + Conversation{"S: 421 4.7.0 too many"}, EndReason::EhloRefused, 421};
    behind.isSegmented = true;
    addRow(rows, "at a 421 behind the greeting nothing more is sent", behind);
    for (const int code : {450, 554}) {
        const QByteArray digits = QByteArray::number(code);
        addRow(rows, ("EHLO inside TLS is refused with " + digits),
               {ehloAgain + Conversation{"S: " + digits + " 5.7.0 who are you"} + goodbye,
                EndReason::RefusedAfterTls, code});
    }
    Row quits{upgraded + goodbye, EndReason::QuitAfterHandshake};
    quits.goOn = false;
    addRow(rows, "a policy that is not satisfied quits right after the handshake", quits);
    Row quitsImplicit{Conversation{"TLS", "S: 220 mx"} + goodbye, EndReason::QuitAfterHandshake};
    quitsImplicit.goOn = false;
    quitsImplicit.service = Service::Submissions;
    quitsImplicit.start = Start::Implicit;
    addRow(rows, "implicit TLS: the greeting is awaited before that QUIT", quitsImplicit);
}

void failures(Rows &rows)
{
    addRow(rows, "a refused connection", {{"REFUSED"}, EndReason::ConnectionRefused});
    addRow(rows, "no route", {{"UNREACHABLE"}, EndReason::Unreachable});
    addRow(rows, "a proxy that fails", {{"PROXY"}, EndReason::ProxyFailed});
    addRow(rows, "closed before the greeting", {{"CLOSE"}, EndReason::ClosedEarly});
    addRow(rows, "reset after the greeting", {ehlo + Conversation{"RESET"}, EndReason::ClosedEarly});
    addRow(rows, "garbage instead of a greeting", {{"S: SSH-2.0-OpenSSH_9.2"}, EndReason::ProtocolError});
    addRow(rows, "a code of no class", {{"S: 999 hello"}, EndReason::ProtocolError});
    addRow(rows, "a greeting of 3xx", {{"S: 354 go on"}, EndReason::ProtocolError, 354});
    addRow(rows, "a code without separator", {{"S: 220mx.example"}, EndReason::ProtocolError});
    addRow(rows, "a line of spaces in the middle of a reply is no reply",
           {ehlo + Conversation{"S: 250-mx.example", "S:  "}, EndReason::ProtocolError});
    addRow(rows, "the handshake fails",
           {upgraded.mid(0, upgraded.size() - 1) + Conversation{"TLS ALERT"}, EndReason::HandshakeFailed});
    addRow(rows, "an alert before the first reply inside TLS is a failed handshake",
           {ehloAgain + Conversation{"ALERT"}, EndReason::HandshakeFailed});
    addRow(rows, "a close before the first reply inside TLS is a failed handshake",
           {ehloAgain + Conversation{"CLOSE"}, EndReason::HandshakeFailed});
    addRow(rows, "a close in the middle of the first reply inside TLS is an early close",
           {ehloAgain + Conversation{"S: 250-mx", "CLOSE"}, EndReason::ClosedEarly});
    Row alertToQuit{upgraded + Conversation{"C: QUIT", "ALERT"}, EndReason::HandshakeFailed};
    alertToQuit.goOn = false;
    addRow(rows, "an alert in answer to the QUIT behind the handshake is a failed handshake", alertToQuit);
    addRow(rows, "implicit TLS: a close before the greeting is a failed handshake",
           {{"TLS", "CLOSE"}, EndReason::HandshakeFailed, 0, {}, Service::Submissions, Start::Implicit});
    addRow(rows, "implicit TLS: a close after the greeting is an early close",
           {Conversation{"TLS"} + ehlo + Conversation{"CLOSE"},
            EndReason::ClosedEarly,
            0,
            {},
            Service::Submissions,
            Start::Implicit});
}

void hostile(Rows &rows)
{
    Conversation teasers;
    for (int i = 0; i <= limits::replyLines; ++i)
        teasers.append("S: 220-x");
    Row row{teasers, EndReason::ReplyTooLong};
    row.isSegmented = true;
    addRow(rows, "a greeting that never ends is given up", row);
    row.conversation = {"S! 220 " + QByteArray(limits::reply, 'x')};
    addRow(rows, "a line that never ends is given up", row);
    row.conversation = ehlo;
    for (qsizetype sent = 0; sent <= limits::reply; sent += limits::replyLine)
        row.conversation.append("S: 250-" + QByteArray(limits::replyLine, 'x'));
    row.remarks = {FindingCode::LongLine};
    addRow(rows, "an EHLO reply of long lines is given up", row);
}

Rows allRows()
{
    Rows rows;
    goodConversations(rows);
    withoutStarttls(rows);
    refusals(rows);
    failures(rows);
    return rows;
}

} // namespace

Q_DECLARE_METATYPE(Row)

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversations_data();
    void conversations();
    void conversationsByteByByte_data();
    void conversationsByteByByte();
    void conversationsCutAfterEveryLine_data() { conversationsByteByByte_data(); }
    void conversationsCutAfterEveryLine();
    void stepsAreWrittenAsTheyHappen_data() { conversationsByteByByte_data(); }
    void stepsAreWrittenAsTheyHappen();
    void hostileServersCostBoundedMemory_data();
    void hostileServersCostBoundedMemory();
    void whatAGoodServerShows();
    void clearTextBehindThe220IsKeptAndNeverRead();
    void clearTextBehindThe220IsBounded();
    void theListIsForgottenAtTheReset();
    void repliesAreQuotedInTheServersWords();
    void closure_data();
    void closure();
    void anAlertInsideTlsKeepsWhatWasSeen();
    void connectOnlySaysNothing();
    void aConnectionThatTakesTooLong();
    void abortInEveryPhase_data();
    void abortInEveryPhase();
    void timeBaseGoesOn();
};

void TestSession::conversations_data()
{
    QTest::addColumn<Row>("row");
    for (const NamedRow &named : allRows())
        QTest::newRow(named.name.constData()) << named.row;
}

void TestSession::conversationsByteByByte_data()
{
    QTest::addColumn<Row>("row");
    for (const NamedRow &named : allRows()) {
        if (!named.row.isSegmented)
            QTest::newRow(named.name.constData()) << named.row;
    }
}

void TestSession::conversations()
{
    QFETCH(Row, row);
    const Told told = play(row);
    QCOMPARE(told.log->complaints, QStringList());
    QCOMPARE(told.finished, 1);
    QCOMPARE(told.facts.end, row.end);
    QCOMPARE(told.facts.endReply ? told.facts.endReply->code : 0, row.endCode);
    QVERIFY(told.facts.timings.totalUs.has_value());
    QList<FindingCode> remarks = codesOf(told.facts.remarks);
    QList<FindingCode> wanted = row.remarks;
    std::sort(remarks.begin(), remarks.end());
    std::sort(wanted.begin(), wanted.end());
    QCOMPARE(remarks, wanted);
}

void TestSession::conversationsByteByByte()
{
    QFETCH(Row, row);
    const Told whole = play(row);
    const Told bytes = play(row, {true, -1});
    QCOMPARE(bytes.log->complaints, QStringList());
    QCOMPARE(bytes.finished, 1);
    QVERIFY(timeless(bytes.facts) == timeless(whole.facts));
}

void TestSession::conversationsCutAfterEveryLine()
{
    QFETCH(Row, row);
    const int lines = serverLines(row.conversation);
    for (int cut = 0; cut < lines; ++cut) {
        const Told told = play(row, {false, cut});
        QCOMPARE(told.log->complaints, QStringList());
        QCOMPARE(told.finished, 1);
        const bool isDecided = told.log->written.endsWith("QUIT\r\n");
        const QList<EndReason> ends = isDecided ? QList{row.end}
                                      : told.facts.handshake
                                          ? QList{EndReason::HandshakeFailed, EndReason::ClosedEarly}
                                          : QList{EndReason::ClosedEarly, row.end};
        QVERIFY2(ends.contains(told.facts.end), qPrintable(QStringLiteral("cut after %1").arg(cut)));
    }
}

/// What is read out of the text of a file that has no steps is what the session would have written.
void TestSession::stepsAreWrittenAsTheyHappen()
{
    QFETCH(Row, row);
    const int lines = serverLines(row.conversation);
    for (int cut = -1; cut < lines; ++cut) {
        const Transcript written = play(row, {false, cut}).facts.transcript;
        Transcript read = written;
        deriveSteps(read);
        for (qsizetype i = 0; i < written.size(); ++i) {
            if (written[i].from != Speaker::Note)
                QCOMPARE(written[i].step, read[i].step);
            QVERIFY(written[i].step != DialogueStep::Other);
        }
    }
}

void TestSession::hostileServersCostBoundedMemory_data()
{
    QTest::addColumn<Row>("row");
    Rows rows;
    hostile(rows);
    for (const NamedRow &named : rows)
        QTest::newRow(named.name.constData()) << named.row;
}

void TestSession::hostileServersCostBoundedMemory()
{
    QFETCH(Row, row);
    const Told told = play(row);
    QCOMPARE(told.finished, 1);
    QCOMPARE(told.facts.end, EndReason::ReplyTooLong);
    qsizetype octets = 0;
    for (const TranscriptEntry &entry : told.facts.transcript)
        octets += entry.text.size();
    QVERIFY(octets <= limits::transcript + limits::replyLine);
    QVERIFY(told.facts.transcript.size() <= limits::replyLines + 10);
    QCOMPARE(codesOf(told.facts.remarks).contains(FindingCode::LongLine),
             !row.conversation.first().startsWith("S: 220-x"));
}

void TestSession::whatAGoodServerShows()
{
    const Told told = play({ehloAgain + Conversation{"S: 250-mx.example", "S: 250 AUTH PLAIN"} + goodbye});
    const SessionFacts &facts = told.facts;
    QCOMPARE(facts.capabilitiesBeforeTls, std::optional(Capabilities{"PIPELINING", "STARTTLS"}));
    QCOMPARE(facts.capabilitiesAfterTls, std::optional(Capabilities{"AUTH PLAIN"}));
    QCOMPARE(facts.greeting->text, QByteArray("mx.example ESMTP"));
    QCOMPARE(facts.ehloAfterTlsReply->code, 250);
    QVERIFY(facts.sawStarttls220);
    QVERIFY(!facts.heloUsed);
    QVERIFY(!facts.endReply);
    QVERIFY(!facts.earlyPlaintext);
    QVERIFY(facts.handshake->completed);
    QCOMPARE(facts.sentChain, std::optional(QList<QByteArray>{"leaf"}));
    QCOMPARE(facts.localAddress, QStringLiteral("192.0.2.7"));
    QCOMPARE(facts.closure, TlsClosure::CloseNotify);
    QCOMPARE(told.asked, 1);
    QCOMPARE(told.log->serverNames, QStringList{QStringLiteral("mx.example")});
    const Timings &times = facts.timings;
    for (const auto &time : {times.connectUs, times.greetingUs, times.ehloUs, times.starttlsUs,
                             times.handshakeUs, times.ehloAfterTlsUs, times.quitUs})
        QVERIFY(time.has_value() && *time >= 0 && *time <= *times.totalUs);
    QList<QByteArray> lines;
    for (const TranscriptEntry &entry : facts.transcript) {
        const char *who = entry.from == Speaker::Note ? "N" : entry.from == Speaker::Client ? "C" : "S";
        lines.append(QByteArray(who) + (entry.tls ? "+ " : "- ") + entry.text);
    }
    const QList<QByteArray> wanted{"S- 220 mx.example ESMTP",
                                   "C- EHLO me.example",
                                   "S- 250-mx.example",
                                   "S- 250-PIPELINING",
                                   "S- 250 STARTTLS",
                                   "C- STARTTLS",
                                   "S- 220 2.0.0 Ready",
                                   "C+ EHLO me.example",
                                   "S+ 250-mx.example",
                                   "S+ 250 AUTH PLAIN",
                                   "C+ QUIT",
                                   "S+ 221 2.0.0 Bye"};
    QCOMPARE(lines, wanted);
}

void TestSession::clearTextBehindThe220IsKeptAndNeverRead()
{
    const QByteArray injected("250-injected\r\n250 AUTH PLAIN\r\n25");
    const Told told = play({offered +
                            Conversation{"C: STARTTLS", "S: 220 go", "S! " + injected, "TLS",
                                         "C: EHLO me.example", "S: 250 real"} +
                            goodbye});
    QCOMPARE(told.log->complaints, QStringList());
    QCOMPARE(told.facts.end, EndReason::Completed);
    QCOMPARE(told.facts.earlyPlaintext, std::optional(EarlyPlaintext{injected.size(), injected}));
    QCOMPARE(told.facts.ehloAfterTlsReply->text, QByteArray("real"));
    QCOMPARE(codesOf(told.facts.remarks), QList{FindingCode::EarlyPlaintext});
    QCOMPARE(told.facts.remarks.first().severity, Severity::Error);
}

void TestSession::clearTextBehindThe220IsBounded()
{
    const QByteArray flood(3 * limits::earlyPlaintext, 'x');
    const Told told = play(
        {offered +
         Conversation{"C: STARTTLS", "S: 220 go", "S! " + flood, "TLS", "C: EHLO me.example", "S: 250 real"} +
         goodbye});
    QCOMPARE(told.facts.end, EndReason::Completed);
    QCOMPARE(told.facts.earlyPlaintext->bytes, flood.size());
    QCOMPARE(told.facts.earlyPlaintext->text.size(), limits::earlyPlaintext);
}

void TestSession::theListIsForgottenAtTheReset()
{
    const Told told = play({ehloAgain + Conversation{"S: 554 5.7.0 no"} + goodbye});
    QVERIFY(told.facts.capabilitiesBeforeTls);
    QVERIFY(!told.facts.capabilitiesAfterTls);
    QCOMPARE(told.facts.ehloAfterTlsReply->code, 554);
    const Told implicit =
        play({Conversation{"TLS"} + ehlo + Conversation{"S: 250-mx", "S: 250 AUTH PLAIN"} + goodbye,
              EndReason::Completed,
              0,
              {},
              Service::Submissions,
              Start::Implicit});
    QVERIFY(!implicit.facts.capabilitiesBeforeTls);
    QCOMPARE(implicit.facts.capabilitiesAfterTls, std::optional(Capabilities{"AUTH PLAIN"}));
    QVERIFY(!implicit.facts.sawStarttls220);
}

void TestSession::repliesAreQuotedInTheServersWords()
{
    const Told told = play({offered + Conversation{"C: STARTTLS", "S: 454-4.7.0 TLS not",
                                                   "S: 454 4.7.0 available \xff", "C: QUIT", "S: 221 Bye"}});
    QCOMPARE(told.facts.endReply, std::optional(Reply{454, "4.7.0", "TLS not\navailable \xff"}));
    const Told garbage = play({{"S: SSH-2.0-OpenSSH_9.2"}});
    QCOMPARE(garbage.facts.endText, QStringLiteral("SSH-2.0-OpenSSH_9.2"));
    const Told refused = play({{"REFUSED"}});
    QCOMPARE(refused.facts.endText, QStringLiteral("words of the system"));
}

void TestSession::closure_data()
{
    QTest::addColumn<Conversation>("conversation");
    QTest::addColumn<TlsClosure>("closure");
    const Conversation asked = ehloAgain + Conversation{"S: 250 mx", "C: QUIT"};
    QTest::newRow("close_notify behind the 221")
        << asked + Conversation{"S: 221 Bye", "NOTIFY"} << TlsClosure::CloseNotify;
    QTest::newRow("close_notify instead of the 221")
        << asked + Conversation{"NOTIFY"} << TlsClosure::CloseNotify;
    QTest::newRow("FIN without close_notify")
        << asked + Conversation{"S: 221 Bye", "CLOSE"} << TlsClosure::Truncated;
    QTest::newRow("a reset") << asked + Conversation{"S: 221 Bye", "RESET"} << TlsClosure::Truncated;
    QTest::newRow("a reset instead of the 221") << asked + Conversation{"RESET"} << TlsClosure::Truncated;
    QTest::newRow("a fatal alert is no truncation")
        << ehloAgain + Conversation{"ALERT"} << TlsClosure::NotSeen;
    QTest::newRow("no TLS, no closure") << ehlo + Conversation{"CLOSE"} << TlsClosure::NotSeen;
    QTest::newRow("a 421 makes us close") << ehloAgain + Conversation{"S: 421 later"} << TlsClosure::ByUs;
}

void TestSession::closure()
{
    QFETCH(Conversation, conversation);
    QFETCH(TlsClosure, closure);
    QCOMPARE(play({conversation}).facts.closure, closure);
}

void TestSession::anAlertInsideTlsKeepsWhatWasSeen()
{
    const Told told = play({ehloAgain + Conversation{"ALERT"}});
    QVERIFY(told.facts.handshake->completed);
    QCOMPARE(told.facts.handshake->alertReceived->number, 116);
    QVERIFY(told.facts.tls);
    QVERIFY(told.facts.sentChain);
    QCOMPARE(told.facts.endText, QStringLiteral("words of the system"));
    const TranscriptNote note{NoteCode::HandshakeFailed,
                              {QStringLiteral("alert 116"), {}, QStringLiteral("words of the system")}};
    QCOMPARE(told.facts.transcript.last().note, std::optional(note));
    QCOMPARE(told.facts.transcript.last().step, DialogueStep::EhloInsideTls);
}

void TestSession::connectOnlySaysNothing()
{
    auto log = std::make_shared<ScriptLog>();
    SessionPlan plan = anyPlan();
    plan.depth = SessionDepth::ConnectOnly;
    Session session(std::make_unique<ScriptedTransport>(ehlo, Playing{}, log), dialogueOf({}), plan,
                    [](const SessionFacts &) { return true; });
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    QVERIFY(finished.wait());
    QCOMPARE(session.facts().end, EndReason::Completed);
    QCOMPARE(log->written, QByteArray());
    QVERIFY(log->aborted);
    QCOMPARE(session.progress().stage, Stage::Done);
}

void TestSession::aConnectionThatTakesTooLong()
{
    auto log = std::make_shared<ScriptLog>();
    SessionPlan plan = anyPlan();
    plan.connectTimeout = std::chrono::milliseconds(1);
    Session session(std::make_unique<ScriptedTransport>(Conversation{"C: never"}, Playing{}, log),
                    dialogueOf({}), plan, [](const SessionFacts &) { return true; });
    log->aborted = true; // the transport stays mute
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    QVERIFY(finished.wait());
    QCOMPARE(session.facts().end, EndReason::ConnectTimeout);
    QVERIFY(session.facts().timings.connectUs);
}

void TestSession::abortInEveryPhase_data()
{
    QTest::addColumn<Conversation>("conversation");
    QTest::addColumn<EndReason>("why");
    QTest::addColumn<Stage>("stage");
    QTest::newRow("connecting") << Conversation{"|"} << EndReason::Cancelled << Stage::Connecting;
    QTest::newRow("greeting") << Conversation{"C: x"} << EndReason::DeadlineExceeded << Stage::Greeting;
    QTest::newRow("EHLO") << ehlo << EndReason::Cancelled << Stage::Ehlo;
    QTest::newRow("HELO") << ehlo + Conversation{"S: 500 what?", "C: HELO me.example"} << EndReason::Cancelled
                          << Stage::Helo;
    QTest::newRow("STARTTLS") << offered + Conversation{"C: STARTTLS"} << EndReason::Cancelled
                              << Stage::StartTls;
    QTest::newRow("handshake") << offered + Conversation{"C: STARTTLS", "S: 220 go"} << EndReason::Cancelled
                               << Stage::Handshake;
    QTest::newRow("EHLO inside TLS") << ehloAgain << EndReason::DeadlineExceeded << Stage::EhloAfterTls;
}

void TestSession::abortInEveryPhase()
{
    QFETCH(Conversation, conversation);
    QFETCH(EndReason, why);
    QFETCH(Stage, stage);
    auto log = std::make_shared<ScriptLog>();
    Session session(std::make_unique<ScriptedTransport>(conversation, Playing{}, log), dialogueOf({}),
                    anyPlan(), [](const SessionFacts &) { return true; });
    QSignalSpy changed(&session, &Session::changed);
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    while (session.progress().stage != stage)
        QVERIFY(changed.wait());
    QVERIFY(!session.progress().deadline.isForever());
    session.abort(why);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(session.facts().end, why);
    QVERIFY(log->aborted);
    session.abort(EndReason::Cancelled);
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(session.facts().end, why);
}

void TestSession::timeBaseGoesOn()
{
    constexpr qint64 base = 5'000'000;
    auto log = std::make_shared<ScriptLog>();
    Session session(
        std::make_unique<ScriptedTransport>(Conversation{"S: 421 later"}, Playing{}, log), dialogueOf({}),
        anyPlan(), [](const SessionFacts &) { return true; }, base);
    QSignalSpy finished(&session, &Session::finished);
    session.start();
    QVERIFY(finished.wait());
    QVERIFY(session.facts().transcript.first().atUs >= base);
    QVERIFY(*session.facts().timings.totalUs < base);
}

MAILSEAL_TEST(TestSession)
#include "tst_session.moc"
