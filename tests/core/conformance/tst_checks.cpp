#include "conformance/checks.h"
#include "dialogue/transcriptsteps.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;

namespace {

using Id = ConformanceId;
using Note = ConformanceNote;

/// "C: text" in clear, "c: text" inside TLS; S and s for the server, N for a note.
Transcript transcript(const QList<QByteArray> &lines)
{
    Transcript entries;
    for (const QByteArray &line : lines) {
        const char side = line.front();
        TranscriptEntry entry;
        entry.from = side == 'N'                  ? Speaker::Note
                     : side == 'C' || side == 'c' ? Speaker::Client
                                                  : Speaker::Server;
        entry.tls = side == 'c' || side == 's';
        entry.text = line.mid(3);
        entries.append(entry);
    }
    deriveSteps(entries);
    return entries;
}

/// Lines 0 to 14 of a session with nothing to object to.
Evidence sound()
{
    Evidence evidence;
    SessionFacts &session = evidence.session;
    session.end = EndReason::Completed;
    session.transcript = transcript({
        "S: 220 mx.example.org ESMTP", // 0
        "C: EHLO me.example",          // 1
        "S: 250-mx.example.org",       // 2
        "S: 250-SIZE 1000",            // 3
        "S: 250 STARTTLS",             // 4
        "C: STARTTLS",                 // 5
        "S: 220 go",                   // 6
        "N: TLS 1.3",                  // 7
        "c: EHLO me.example",          // 8
        "s: 250-mx.example.org",       // 9
        "s: 250-SIZE 1000",            // 10
        "s: 250 AUTH PLAIN",           // 11
        "c: QUIT",                     // 12
        "s: 221 bye",                  // 13
        "N: closed by close_notify",   // 14
    });
    session.greeting = Reply{220, {}, "mx.example.org ESMTP"};
    session.capabilitiesBeforeTls = Capabilities{"SIZE 1000", "STARTTLS"};
    session.capabilitiesAfterTls = Capabilities{"SIZE 1000", "AUTH PLAIN"};
    session.ehloAfterTlsReply = Reply{250, {}, "mx.example.org"};
    session.sawStarttls220 = true;
    session.tls = TlsFacts{};
    session.handshake = HandshakeFacts{true, {}, {}, {}};
    session.closure = TlsClosure::CloseNotify;
    return evidence;
}

Evidence implicitTls()
{
    Evidence evidence = sound();
    evidence.target.start = Start::Implicit;
    evidence.session.sawStarttls220 = false;
    evidence.session.capabilitiesBeforeTls.reset();
    evidence.session.transcript = transcript({"s: 220 mx.example.org", "c: EHLO me.example", "s: 250 SIZE"});
    return evidence;
}

Evidence withoutTls(EndReason end)
{
    Evidence evidence = sound();
    SessionFacts &session = evidence.session;
    session.end = end;
    session.transcript = session.transcript.mid(0, 5);
    session.capabilitiesAfterTls.reset();
    session.ehloAfterTlsReply.reset();
    session.sawStarttls220 = false;
    session.tls.reset();
    session.handshake.reset();
    session.closure = TlsClosure::NotSeen;
    return evidence;
}

/// TLS is up, our EHLO went out unless `sent` is false, and this is what came of it.
Evidence afterTls(EndReason end, const std::optional<Reply> &reply, bool sent = true)
{
    Evidence evidence = sound();
    SessionFacts &session = evidence.session;
    session.end = end;
    session.endReply = reply;
    session.ehloAfterTlsReply = reply;
    session.capabilitiesAfterTls.reset();
    session.transcript = session.transcript.mid(0, sent ? 9 : 8);
    if (reply)
        session.transcript += transcript({"s: " + QByteArray::number(reply->code) + ' ' + reply->text});
    session.closure = TlsClosure::ByUs;
    return evidence;
}

Evidence offering(const Capabilities &before, const Capabilities &after)
{
    Evidence evidence = sound();
    SessionFacts &session = evidence.session;
    session.capabilitiesBeforeTls = before;
    session.capabilitiesAfterTls = after;
    QList<QByteArray> lines{"C: EHLO me.example"};
    for (const QByteArray &line : before)
        lines.append("S: 250-" + line);
    lines.append("c: EHLO me.example");
    for (const QByteArray &line : after)
        lines.append("s: 250-" + line);
    session.transcript = transcript(lines);
    return evidence;
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreInTheContractsOrder();
    void row_data();
    void row();
    void noServerNoRows_data();
    void noServerNoRows();
    void everyEndIsChecked();
};

void TestChecks::rowsAreInTheContractsOrder()
{
    const auto rows = checkConformance(sound());
    QCOMPARE(rows.size(), int(Id::CloseNotify) + 1);
    for (int i = 0; i < rows.size(); ++i) {
        QCOMPARE(int(rows[i].id), i);
        QVERIFY(rows[i].clause.startsWith(QLatin1StringView("RFC ")));
        QVERIFY(rows[i].clause.contains(u'§'));
        QVERIFY(!rows[i].evidence.isEmpty());
    }
}

void TestChecks::row_data()
{
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<ConformanceId>("id");
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<ConformanceNote>("note");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QList<int>>("lines");
    const auto add = [](const char *name, Id id, const Evidence &evidence, Standing standing, Note note,
                        const QStringList &args = {}, const QList<int> &lines = {}) {
        QTest::newRow(name) << evidence << id << standing << note << args << lines;
    };
    const auto arg = [](const char *text) { return QStringList{QString::fromUtf8(text)}; };
    const auto satisfied = Standing::Satisfied;
    const auto violated = Standing::Violated;
    const auto notApplicable = Standing::NotApplicable;
    const auto undetermined = Standing::Undetermined;
    const Reply no{554, "5.7.1", "go away"};
    const Reply busy{421, "4.7.0", "too many"};
    const QStringList busyArgs{QStringLiteral("421"), QStringLiteral("too many")};
    const QList<int> ehloLines{8, 9, 10, 11};
    const Evidence plain = withoutTls(EndReason::StarttlsNotOffered);
    const Evidence quit = afterTls(EndReason::QuitAfterHandshake, std::nullopt, false);
    const Evidence silent = afterTls(EndReason::ReplyTimeout, std::nullopt);
    Evidence alert = silent;
    alert.session.end = EndReason::HandshakeFailed;

    Id id = Id::StarttlsReadvertised;
    add("readvertised: not again", id, sound(), satisfied, Note::NotOfferedAgain, {}, ehloLines);
    add("readvertised: again, in any case", id, offering({"STARTTLS"}, {"SIZE", "StartTLS"}), violated,
        Note::OfferedAgain, {}, {4});
    add("readvertised: quit after the handshake", id, quit, undetermined, Note::WeEndedTheSession);
    add("readvertised: refused inside TLS", id, afterTls(EndReason::RefusedAfterTls, no), undetermined,
        Note::RefusedInsideTls, arg("554"), {8, 9});
    add("readvertised: silence", id, silent, undetermined, Note::NoSecondEhlo);
    add("readvertised: no TLS", id, plain, undetermined, Note::NoTls);
    add("readvertised: alert before the first reply", id, alert, undetermined, Note::TlsTakenBack);
    add("readvertised: implicit TLS, the only EHLO", id, implicitTls(), satisfied, Note::NotOfferedAgain, {},
        {1, 2});
    Evidence implicit = implicitTls();
    implicit.session.capabilitiesAfterTls = Capabilities{"STARTTLS"};
    implicit.session.transcript = transcript({"c: EHLO me", "s: 250-mx", "s: 250 STARTTLS"});
    add("readvertised: implicit TLS offers STARTTLS", id, implicit, violated, Note::OfferedAgain, {}, {2});

    id = Id::ResponseInjection;
    add("injection: nothing behind the 220", id, sound(), satisfied, Note::NothingBehind220, {}, {5, 6});
    Evidence early = sound();
    early.session.earlyPlaintext = EarlyPlaintext{17, "250 injected line"};
    add("injection: text behind the 220", id, early, violated, Note::TextBehind220, arg("17"), {5, 6});
    add("injection: no 220", id, plain, undetermined, Note::No220);
    add("injection: implicit TLS", id, implicitTls(), notApplicable, Note::ImplicitTlsHasNo220);

    id = Id::EhloAfterTls;
    add("EHLO: 250", id, sound(), satisfied, Note::AnsweredWith250, {}, ehloLines);
    add("EHLO: 554", id, afterTls(EndReason::RefusedAfterTls, no), notApplicable, Note::RefusedInsideTls,
        arg("554"), {8, 9});
    add("EHLO: 502", id, afterTls(EndReason::RefusedAfterTls, Reply{502, {}, "what?"}), violated,
        Note::AnsweredOtherwise, {QStringLiteral("502"), QStringLiteral("what?")}, {8, 9});
    add("EHLO: 421", id, afterTls(EndReason::RefusedAfterTls, busy), undetermined, Note::AnsweredOtherwise,
        busyArgs, {8, 9});
    add("EHLO: silence", id, silent, violated, Note::NotAnswered, {}, {8});
    add("EHLO: closed instead", id, afterTls(EndReason::ClosedEarly, std::nullopt), violated,
        Note::NotAnswered, {}, {8});
    add("EHLO: we stopped waiting", id, afterTls(EndReason::Cancelled, std::nullopt), undetermined,
        Note::WeEndedTheSession);
    add("EHLO: quit after the handshake", id, quit, undetermined, Note::WeEndedTheSession);
    add("EHLO: closed before we sent it", id, afterTls(EndReason::ClosedEarly, std::nullopt, false),
        undetermined, Note::NoSecondEhlo);
    add("EHLO: alert instead of a reply", id, alert, undetermined, Note::TlsTakenBack);
    add("EHLO: no TLS", id, plain, undetermined, Note::NoTls);
    add("EHLO: implicit TLS", id, implicitTls(), satisfied, Note::AnsweredWith250, {}, {1, 2});

    id = Id::RefusalAfterTlsReply;
    add("refusal: does not refuse", id, sound(), notApplicable, Note::DoesNotRefuse, {}, ehloLines);
    add("refusal: 554", id, afterTls(EndReason::RefusedAfterTls, no), satisfied, Note::RefusedWith554, {},
        {8, 9});
    add("refusal: 550", id, afterTls(EndReason::RefusedAfterTls, Reply{550, {}, "no"}), violated,
        Note::RefusedInAnotherForm, {QStringLiteral("550"), QStringLiteral("no")}, {8, 9});
    add("refusal: 421 is no refusal of TLS", id, afterTls(EndReason::RefusedAfterTls, busy), undetermined,
        Note::AnsweredOtherwise, busyArgs, {8, 9});
    add("refusal: silence", id, silent, undetermined, Note::NotAnswered, {}, {8});
    add("refusal: quit after the handshake", id, quit, undetermined, Note::WeEndedTheSession);
    add("refusal: no TLS", id, plain, undetermined, Note::NoTls);

    id = Id::AuthBeforeTls;
    add("AUTH: only inside TLS", id, sound(), satisfied, Note::NoAuthBeforeTls, {}, {1, 2, 3, 4});
    add("AUTH: PLAIN and LOGIN in clear text", id, offering({"SIZE", "auth CRAM-MD5 plain LOGIN"}, {}),
        violated, Note::PlaintextAuthBeforeTls, arg("PLAIN, LOGIN"), {2});
    add("AUTH: the old spelling", id, offering({"AUTH=LOGIN"}, {}), violated, Note::PlaintextAuthBeforeTls,
        arg("LOGIN"), {1});
    add("AUTH: others in clear text", id, offering({"AUTH CRAM-MD5 SCRAM-SHA-256"}, {}), satisfied,
        Note::OtherAuthBeforeTls, arg("CRAM-MD5, SCRAM-SHA-256"), {1});
    add("AUTH: none at all", id, offering({"SIZE"}, {"SIZE"}), notApplicable, Note::NoAuthAtAll, {}, {0, 1});
    add("AUTH: none, and no TLS", id, plain, notApplicable, Note::NoAuthAtAll, {}, {1, 2, 3, 4});
    add("AUTH: none in clear text, inside TLS not seen", id, quit, satisfied, Note::NoAuthInClear, {},
        {1, 2, 3, 4});
    add("AUTH: implicit TLS", id, implicitTls(), notApplicable, Note::ImplicitTlsHasNoClearText);
    Evidence mute = withoutTls(EndReason::GreetingTimeout);
    mute.session.capabilitiesBeforeTls.reset();
    mute.session.transcript.clear();
    mute.session.timings.connectUs = 1000;
    mute.session.greeting.reset();
    add("AUTH: no EHLO reply", id, mute, undetermined, Note::NoEhloReply);

    id = Id::EhloKeywordCase;
    add("case: upper", id, sound(), satisfied, Note::KeywordsUpperCase, {}, {1, 2, 3, 4, 8, 9, 10, 11});
    add("case: others are named", id, offering({"Size 1000", "STARTTLS"}, {"size 1000", "8BitMime"}),
        satisfied, Note::KeywordsOtherCase, arg("Size, 8BitMime"), {1, 4, 5});
    add("case: no EHLO reply", id, mute, undetermined, Note::NoEhloReply);

    id = Id::CloseNotify;
    add("close: close_notify", id, sound(), satisfied, Note::ClosedByCloseNotify, {}, {12, 13});
    Evidence closed = sound();
    closed.session.closure = TlsClosure::Truncated;
    add("close: TCP only", id, closed, violated, Note::ClosedWithoutCloseNotify, {}, {12, 13});
    add("close: we were first", id, silent, undetermined, Note::WeClosedFirst);
    add("close: no TLS", id, plain, undetermined, Note::NoTls);
    add("close: handshake failed", id, alert, undetermined, Note::TlsTakenBack);
}

void TestChecks::row()
{
    QFETCH(Evidence, evidence);
    QFETCH(ConformanceId, id);
    QFETCH(Standing, standing);
    QFETCH(ConformanceNote, note);
    QFETCH(QStringList, args);
    QFETCH(QList<int>, lines);
    const auto rows = checkConformance(evidence);
    QVERIFY(rows.size() > int(id));
    const ConformanceRow &row = rows[int(id)];
    QCOMPARE(row.id, id);
    QCOMPARE(row.note, note);
    QCOMPARE(row.standing, standing);
    QCOMPARE(row.args, args);
    QCOMPARE(row.evidence, lines);
}

void TestChecks::noServerNoRows_data()
{
    QTest::addColumn<EndReason>("end");
    QTest::newRow("resolve failed") << EndReason::ResolveFailed;
    QTest::newRow("null MX") << EndReason::NullMx;
    QTest::newRow("connection refused") << EndReason::ConnectionRefused;
    QTest::newRow("unreachable") << EndReason::Unreachable;
    QTest::newRow("connect timeout") << EndReason::ConnectTimeout;
    QTest::newRow("cancelled while connecting") << EndReason::Cancelled;
    QTest::newRow("proxy failed") << EndReason::ProxyFailed;
}

void TestChecks::noServerNoRows()
{
    QFETCH(EndReason, end);
    Evidence evidence;
    evidence.session.end = end;
    evidence.session.transcript = transcript({"N: connecting to 192.0.2.1:25"});
    if (end == EndReason::ProxyFailed)
        evidence.session.timings.connectUs = 1000; // to the proxy
    QVERIFY(checkConformance(evidence).isEmpty());
}

void TestChecks::everyEndIsChecked()
{
    for (int i = 0; i <= int(EndReason::FromNewerVersion); ++i) {
        const auto end = EndReason(i);
        for (const auto &evidence :
             {withoutTls(end), afterTls(end, std::nullopt), afterTls(end, Reply{554, {}, "no"})}) {
            for (const ConformanceRow &row : checkConformance(evidence)) {
                QVERIFY(row.note != Note::FromNewerVersion);
                for (const int index : row.evidence)
                    QVERIFY(index >= 0 && index < evidence.session.transcript.size());
            }
        }
    }
}

MAILSEAL_TEST(TestChecks)
#include "tst_checks.moc"
