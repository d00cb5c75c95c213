#include "net/session.h"

#include "dialogue/linesplitter.h"
#include "net/sessionstages.h"
#include "net/transcriptwriter.h"
#include "net/transport.h"
#include "values/limits.h"

#include <QElapsedTimer>
#include <QTimer>

#include <utility>

namespace mailseal {

class Session::Private : public QObject
{
public:
    Private(Session *owner, std::unique_ptr<Transport> transport, std::unique_ptr<Dialogue> dialogue,
            SessionPlan plan, GoOn goOn, qint64 timeBaseUs);

    void start();
    void abort(EndReason why);
    std::optional<SessionFacts> settledFacts() const;

    Session *q;
    SessionFacts m_facts;
    Progress m_progress;

private:
    enum class Phase {
        NotStarted,
        Talking,
        PeerGone, ///< the connection ended before the dialogue did
        Closing,  ///< the dialogue is over, the server's close is awaited
        Over
    };

    void onConnected();
    void readAll();
    void process(const QByteArray &bytes);
    bool keepsReading(const Action &action, const QByteArray &bytes, qsizetype position, DialogueStep step);
    void takeUnexpected(const QByteArray &bytes, qsizetype position, DialogueStep step);
    void beginTls(const QByteArray &behind);
    void onSecured();
    void onFailed(const TransportFailure &failure);
    void onClosed();
    void connectionEnded(const QString &words);
    void peerClosed();
    void onDeadline();
    void noteTimeout();

    void act(const Action &action);
    void enterStage();
    void leaveStage();
    void learn();
    void learnTls();
    void learnClosure();
    bool wasBrokenOffByAlert() const;
    void finish(const Finish &outcome);
    void closeAfterwards();
    void over();
    qint64 nowUs() const { return m_timeBase + m_clock.nsecsElapsed() / 1000; }
    TranscriptWriter::Moment now() const { return {nowUs(), stepOf(m_dialogue->awaited(), m_tls)}; }

    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Dialogue> m_dialogue;
    SessionPlan m_plan;
    GoOn m_goOn;
    qint64 m_timeBase;
    Phase m_phase = Phase::NotStarted;
    LineSplitter m_splitter;
    TranscriptWriter m_writer;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    qint64 m_stageBeganUs = 0;
    bool m_tls = false; ///< bytes travel inside TLS
};

Session::Private::Private(Session *owner, std::unique_ptr<Transport> transport,
                          std::unique_ptr<Dialogue> dialogue, SessionPlan plan, GoOn goOn, qint64 timeBaseUs)
    : q(owner)
    , m_transport(std::move(transport))
    , m_dialogue(std::move(dialogue))
    , m_plan(std::move(plan))
    , m_goOn(std::move(goOn))
    , m_timeBase(timeBaseUs)
    , m_writer(&m_facts, m_dialogue->longestLine())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Private::onDeadline);
    connect(m_transport.get(), &Transport::connected, this, &Private::onConnected);
    connect(m_transport.get(), &Transport::readyRead, this, &Private::readAll);
    connect(m_transport.get(), &Transport::secured, this, &Private::onSecured);
    connect(m_transport.get(), &Transport::failed, this, &Private::onFailed);
    connect(m_transport.get(), &Transport::closed, this, &Private::onClosed);
}

void Session::Private::start()
{
    m_phase = Phase::Talking;
    m_clock.start();
    m_stageBeganUs = nowUs();
    enterStage();
    m_transport->connectTo(m_plan.endpoint, m_plan.proxy);
}

void Session::Private::onConnected()
{
    if (m_phase != Phase::Talking)
        return;
    m_facts.localAddress = m_transport->localAddress();
    if (m_plan.depth == SessionDepth::ConnectOnly) {
        leaveStage();
        finish({EndReason::Completed, {}, {}});
        return;
    }
    act(m_dialogue->on(Connected{}));
}

void Session::Private::readAll()
{
    while (m_phase == Phase::Talking) {
        const QByteArray bytes = m_transport->read(limits::readChunk);
        if (bytes.isEmpty())
            return;
        process(bytes);
    }
}

void Session::Private::process(const QByteArray &bytes)
{
    qsizetype position = 0;
    while (position < bytes.size() && m_phase == Phase::Talking) {
        auto line = m_splitter.take(bytes, position);
        if (!line && m_splitter.rest().text.size() + m_splitter.rest().cutBytes > limits::reply) {
            line = m_splitter.rest(); // a line without end is a reply without end
            m_splitter.clear();
        }
        if (!line)
            break;
        const TranscriptWriter::Moment when = now();
        m_writer.serverLine(when, m_tls, *line);
        const Action action = m_dialogue->on(Line{line->text, line->cutBytes});
        if (!keepsReading(action, bytes, position, when.step))
            return;
    }
    if (m_phase == Phase::Talking) {
        learn();
        enterStage(); // a second greeting may have changed what is awaited
        Q_EMIT q->changed();
    }
}

/// Acts, and says whether what is left of `bytes` is still to be read as lines of this turn, which is of
/// `step`.
bool Session::Private::keepsReading(const Action &action, const QByteArray &bytes, qsizetype position,
                                    DialogueStep step)
{
    if (std::holds_alternative<StartTls>(action)) {
        beginTls(bytes.mid(position));
        return false;
    }
    if (std::holds_alternative<Send>(action)) {
        takeUnexpected(bytes, position, step);
        if (m_phase == Phase::Talking)
            act(action);
        return false;
    }
    if (!std::holds_alternative<Wait>(action))
        act(action);
    return true;
}

/// Lines behind a complete reply are not the answer to what has not been asked yet: kept, remarked, not
/// counted. Only a goodbye may come at any time, and then it answers what was about to be sent.
void Session::Private::takeUnexpected(const QByteArray &bytes, qsizetype position, DialogueStep step)
{
    while (position < bytes.size() && m_phase == Phase::Talking) {
        const auto line = m_splitter.take(bytes, position);
        if (!line)
            return;
        m_writer.serverLine({nowUs(), step}, m_tls, *line);
        if (m_dialogue->isGoodbye(line->text)) {
            const Action action = m_dialogue->on(Line{line->text, line->cutBytes});
            if (std::holds_alternative<Finish>(action))
                act(action);
        } else {
            m_writer.unexpectedLine(*line, !m_tls && step == DialogueStep::Greeting);
        }
    }
}

void Session::Private::beginTls(const QByteArray &behind)
{
    // RFC 3207 §4: what waits behind the reply that begins TLS came in clear text and must not be read as if
    // it came through TLS.
    const qint64 uncounted = m_splitter.rest().cutBytes;
    QByteArray early = m_splitter.rest().text + behind;
    m_splitter.clear();
    qint64 count = early.size() + uncounted;
    for (QByteArray more = m_transport->read(limits::readChunk); !more.isEmpty();
         more = m_transport->read(limits::readChunk)) {
        count += more.size();
        if (early.size() < limits::earlyPlaintext)
            early += more;
    }
    if (count > 0) {
        m_facts.earlyPlaintext = EarlyPlaintext{count, early.left(limits::earlyPlaintext)};
        m_writer.note(now(), NoteCode::EarlyTextDiscarded, {QString::number(count)});
        m_dialogue->on(EarlyText{count});
    }
    learn();
    enterStage();
    m_facts.handshake = HandshakeFacts{};
    m_transport->startTls(m_plan.serverName, m_plan.suites);
}

void Session::Private::onSecured()
{
    if (m_phase != Phase::Talking)
        return;
    m_tls = true;
    learnTls();
    leaveStage();
    if (m_facts.tls && !m_facts.tls->isStapleKnown())
        m_writer.note(now(), NoteCode::HandshakeNotWatched);
    const bool goOn = m_goOn(m_facts);
    if (!goOn)
        m_writer.note(now(), NoteCode::PolicyNotSatisfied);
    act(m_dialogue->on(Secured{goOn}));
    readAll();
}

void Session::Private::onFailed(const TransportFailure &failure)
{
    if (m_phase == Phase::Closing) {
        peerClosed();
        return;
    }
    const Stage awaited = m_dialogue->awaited();
    if (m_phase == Phase::Talking && awaited != Stage::Connecting) {
        readAll(); // what the server said before the failure counts
        if (m_phase == Phase::Talking)
            connectionEnded(failure.text);
        return;
    }
    if (m_phase != Phase::Talking)
        return;
    m_writer.words(now(), failure.text);
    m_facts.endText = failure.text;
    finish({endOf(failure.kind), {}, {}});
}

void Session::Private::onClosed()
{
    if (m_phase == Phase::Talking)
        readAll(); // what came with the close was said before it
    if (m_phase == Phase::Talking) {
        connectionEnded({});
    } else if (m_phase == Phase::Closing) {
        peerClosed();
    }
}

void Session::Private::peerClosed()
{
    learnTls();
    learnClosure();
    over();
}

/// The server (no words) or the network (its words) ended the connection before the dialogue was over.
void Session::Private::connectionEnded(const QString &words)
{
    learnTls();
    learnClosure();
    m_phase = Phase::PeerGone;
    const bool isDecided = m_dialogue->isDecided() && !wasBrokenOffByAlert();
    if (m_dialogue->awaited() == Stage::Handshake || wasBrokenOffByAlert()) {
        m_writer.handshakeEnded(
            now(), words.isEmpty() ? NoteCode::HandshakeClosed : NoteCode::HandshakeFailed, words);
    } else if (!isDecided && words.isEmpty()) {
        m_writer.note(now(), NoteCode::ServerClosed);
    } else if (!isDecided) {
        m_writer.words(now(), words);
    }
    if (!isDecided)
        m_facts.endText = words;
    act(m_dialogue->on(Closed{wasBrokenOffByAlert()}));
}

bool Session::Private::wasBrokenOffByAlert() const
{
    constexpr int fatal = 2;
    return m_tls && m_facts.handshake && m_facts.handshake->alertReceived &&
           m_facts.handshake->alertReceived->level == fatal;
}

/// How TLS ended where not by us. A fatal alert is an end of its own (RFC 8446 §6.2), no truncation.
void Session::Private::learnClosure()
{
    if (!m_tls || m_facts.closure != TlsClosure::NotSeen)
        return;
    if (m_transport->sawCloseNotify()) {
        m_facts.closure = TlsClosure::CloseNotify;
    } else if (!wasBrokenOffByAlert()) {
        m_facts.closure = TlsClosure::Truncated;
    }
}

void Session::Private::onDeadline()
{
    if (m_phase == Phase::Closing) {
        if (m_tls && m_facts.closure == TlsClosure::NotSeen)
            m_facts.closure = TlsClosure::ByUs;
        over();
        return;
    }
    if (m_phase != Phase::Talking)
        return;
    learnTls();
    if (!m_dialogue->isDecided())
        noteTimeout();
    act(m_dialogue->on(TimedOut{}));
}

void Session::Private::noteTimeout()
{
    if (m_dialogue->awaited() == Stage::Handshake)
        m_writer.handshakeEnded(now(), NoteCode::HandshakeTimedOut);
    else
        m_writer.note(now(), NoteCode::NoAnswerInTime);
}

void Session::Private::act(const Action &action)
{
    learn();
    if (const auto *send = std::get_if<Send>(&action)) {
        enterStage();
        m_writer.clientLine(now(), m_tls, send->line);
        m_transport->write(send->line);
    } else if (std::holds_alternative<StartTls>(action)) {
        beginTls({});
    } else if (const auto *outcome = std::get_if<Finish>(&action)) {
        leaveStage();
        finish(*outcome);
        return;
    } else {
        enterStage();
    }
    if (m_phase != Phase::Over)
        Q_EMIT q->changed();
}

/// The deadline of a stage is absolute: a reply that drips in does not push it on.
void Session::Private::enterStage()
{
    const Stage stage = m_dialogue->awaited();
    if (stage == m_progress.stage)
        return;
    leaveStage();
    const auto limit = limitOf(stage, m_plan);
    m_progress = {stage, QDeadlineTimer(limit)};
    m_deadline.start(limit);
}

void Session::Private::leaveStage()
{
    const qint64 now = nowUs();
    if (auto *timing = timingOf(m_facts.timings, m_progress.stage, m_tls); timing && m_stageBeganUs >= 0) {
        *timing = timing->value_or(0) + now - m_stageBeganUs;
        if (m_progress.stage == Stage::Greeting && m_dialogue->learnt().greeting)
            m_writer.greetingTook(std::chrono::microseconds(**timing));
    }
    m_stageBeganUs = now;
    m_progress.stage = Stage::Done;
}

void Session::Private::learn()
{
    const DialogueFacts &learnt = m_dialogue->learnt();
    m_facts.greeting = learnt.greeting;
    m_facts.capabilitiesBeforeTls = learnt.capabilitiesBeforeTls;
    m_facts.capabilitiesAfterTls = learnt.capabilitiesAfterTls;
    m_facts.ehloAfterTlsReply = learnt.ehloAfterTlsReply;
    m_facts.sawStarttls220 = learnt.sawStarttls220;
    m_facts.heloUsed = learnt.heloUsed;
    m_facts.remarks = learnt.remarks + m_writer.remarks();
}

void Session::Private::learnTls()
{
    if (!m_facts.handshake)
        return;
    m_facts.handshake = m_transport->handshake();
    m_facts.tls = m_transport->tls();
    m_facts.sentChain = m_transport->sentChain();
}

void Session::Private::finish(const Finish &outcome)
{
    m_facts.end = outcome.end;
    m_facts.endReply = outcome.reply;
    if (!outcome.words.isEmpty())
        m_facts.endText = QString::fromUtf8(outcome.words.left(limits::rfcReplyLine));
    learn();
    if (m_phase == Phase::PeerGone) {
        over();
    } else {
        closeAfterwards();
    }
}

/// Behind a 221 inside TLS the server's close_notify is awaited for a moment: whether it comes is a fact.
void Session::Private::closeAfterwards()
{
    m_phase = Phase::Closing;
    const bool saidGoodbye = m_facts.timings.quitUs.has_value();
    if (m_tls && saidGoodbye && m_facts.closure == TlsClosure::NotSeen) {
        m_deadline.start(limits::close);
        return;
    }
    if (m_tls && m_facts.closure == TlsClosure::NotSeen)
        m_facts.closure = TlsClosure::ByUs;
    over();
}

void Session::Private::over()
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    m_deadline.stop();
    learnTls();
    m_transport->disconnect(this);
    m_transport->abort();
    m_facts.timings.totalUs = nowUs() - m_timeBase;
    m_progress = {Stage::Done, QDeadlineTimer(QDeadlineTimer::Forever)};
    Q_EMIT q->finished();
}

void Session::Private::abort(EndReason why)
{
    if (m_phase == Phase::Over)
        return;
    if (m_phase == Phase::NotStarted)
        m_clock.start();
    const bool decided = m_phase == Phase::Closing;
    if (!decided) {
        leaveStage();
        m_facts.end = why;
        m_facts.endReply.reset();
    }
    if (m_tls && m_facts.closure == TlsClosure::NotSeen)
        m_facts.closure = TlsClosure::ByUs;
    over();
}

std::optional<SessionFacts> Session::Private::settledFacts() const
{
    const auto outcome = m_dialogue->settled();
    if (!outcome || m_phase == Phase::NotStarted)
        return std::nullopt;
    SessionFacts facts = m_facts;
    facts.end = outcome->end;
    facts.endReply = outcome->reply;
    return facts;
}

Session::Session(std::unique_ptr<Transport> transport, std::unique_ptr<Dialogue> dialogue, SessionPlan plan,
                 GoOn goOn, qint64 timeBaseUs, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(transport), std::move(dialogue), std::move(plan),
                                  std::move(goOn), timeBaseUs))
{
}

Session::~Session() = default;

void Session::start() { d->start(); }

void Session::abort(EndReason why) { d->abort(why); }

const SessionFacts &Session::facts() const { return d->m_facts; }

std::optional<SessionFacts> Session::settledFacts() const { return d->settledFacts(); }

const Progress &Session::progress() const { return d->m_progress; }

} // namespace mailseal
