#include "dialogue/smtpdialogue.h"

#include "dialogue/ehlolist.h"
#include "values/limits.h"

#include <utility>

namespace mailseal {

namespace {

constexpr int ready = 220;
constexpr int done = 250;
constexpr int closing = 421;
constexpr int unrecognized = 500;
constexpr int unimplemented = 502;
constexpr int mostBlank = 10; // more is no SMTP

/// Senders look at the first digit alone (RFC 5321 §4.2.1, §4.3.2).
bool isPositive(const Reply &reply) { return reply.code / 100 == 2; }
bool isPermanent(const Reply &reply) { return reply.code / 100 == 5; }
/// RFC 5321 §4.2.4: the command is not known, and HELO may be.
bool isUnknownCommand(const Reply &reply)
{
    return reply.code == unrecognized || reply.code == unimplemented;
}
bool isNegative(const Reply &reply) { return reply.code / 100 == 4 || isPermanent(reply); }

Capabilities capabilitiesOf(const QList<QByteArray> &lines)
{
    return lines.mid(1); // the first line is the server's name (RFC 5321 §4.1.1.1)
}

} // namespace

SmtpDialogue::SmtpDialogue(Service service, Start start, QByteArray ehloName)
    : m_service(service)
    , m_start(start)
    , m_ehloName(std::move(ehloName))
{
}

Action SmtpDialogue::on(const Input &input)
{
    if (m_phase == Phase::Ended)
        return Wait{};
    if (std::holds_alternative<Connected>(input)) {
        m_phase = isImplicit() ? Phase::Handshake : Phase::Greeting;
        return isImplicit() ? Action(StartTls{}) : Action(Wait{});
    }
    if (const auto *line = std::get_if<Line>(&input))
        return onLine(*line);
    if (const auto *secured = std::get_if<Secured>(&input))
        return onSecured(secured->goOn);
    if (const auto *early = std::get_if<EarlyText>(&input)) {
        m_facts.remarks.append(
            {FindingCode::EarlyPlaintext, Severity::Error, std::nullopt, {QString::number(early->bytes)}});
        return Wait{};
    }
    if (const auto *closed = std::get_if<Closed>(&input))
        return onClosed(closed->byFatalAlert);
    return onTimeout();
}

Action SmtpDialogue::onLine(const Line &line)
{
    // Not every sender reads on behind a blank line; a reply that has begun is another matter.
    if (line.text.trimmed().isEmpty() && line.cutBytes == 0 && !m_reader.hasBegun() &&
        m_blankLines < mostBlank) {
        ++m_blankLines;
        remarkBlankLines();
        return Wait{};
    }
    switch (m_reader.add(line.text, line.cutBytes)) {
    case ReplyReader::Outcome::More:
        return Wait{};
    case ReplyReader::Outcome::Malformed:
        return m_phase == Phase::Quit ? finish(m_outcome.end, m_outcome.reply)
                                      : finish(EndReason::ProtocolError, {}, line.text);
    case ReplyReader::Outcome::TooLong:
        return m_phase == Phase::Quit ? finish(m_outcome.end, m_outcome.reply)
                                      : finish(EndReason::ReplyTooLong);
    case ReplyReader::Outcome::Complete:
        break;
    }
    const Reply reply = m_reader.reply();
    if (m_reader.doCodesDiffer()) {
        m_facts.remarks.append(
            {FindingCode::ReplyCodesDiffer, Severity::Notice, std::nullopt, {QString::number(reply.code)}});
    }
    Action action = onReply(reply);
    m_reader = {};
    return action;
}

Action SmtpDialogue::onReply(const Reply &reply)
{
    switch (m_phase) {
    case Phase::Greeting:
    case Phase::GreetingThenQuit:
        return onGreeting(reply);
    case Phase::Ehlo:
    case Phase::EhloBehindGreeting:
        return onEhlo(reply);
    case Phase::Helo:
        return onHelo(reply);
    case Phase::Starttls:
        return onStarttls(reply);
    case Phase::EhloInTls:
    case Phase::EhloInTlsBehindGreeting:
        return onEhloInTls(reply);
    case Phase::HeloInTls:
        return onHeloInTls(reply);
    case Phase::Quit:
        return finish(m_outcome.end, m_outcome.reply);
    case Phase::Connecting:
    case Phase::Handshake:
    case Phase::Ended:
        break; // no reply is awaited there
    }
    return Wait{};
}

Action SmtpDialogue::onGreeting(const Reply &reply)
{
    m_facts.greeting = reply;
    if (isNegative(reply))
        return quit(EndReason::GreetingRefused, reply); // RFC 5321 §3.1: QUIT is the answer to a 554
    if (!isPositive(reply))
        return finish(EndReason::ProtocolError, reply);
    remarkUnusualCode("greeting", reply.code, ready);
    if (m_phase == Phase::GreetingThenQuit)
        return quit(EndReason::QuitAfterHandshake);
    return sendEhlo(isImplicit() ? Phase::EhloInTls : Phase::Ehlo);
}

Action SmtpDialogue::onEhlo(const Reply &reply)
{
    if (reply.code == ready && m_phase == Phase::Ehlo) {
        // A second greeting shifts every reply that follows; the EHLO's own is still due.
        m_facts.remarks.append({FindingCode::SecondGreeting, Severity::Error, std::nullopt, {}});
        m_phase = Phase::EhloBehindGreeting;
        return Wait{};
    }
    if (isPermanent(reply) && m_service != Service::Lmtp) {
        m_ehloRefusal = reply;
        m_phase = Phase::Helo; // RFC 5321 §3.2
        return Send{"HELO " + m_ehloName + "\r\n"};
    }
    if (isNegative(reply))
        return quit(EndReason::EhloRefused, reply);
    if (!isPositive(reply))
        return finish(EndReason::ProtocolError, reply);
    remarkUnusualCode("ehlo", reply.code, done);
    m_facts.capabilitiesBeforeTls = capabilitiesOf(m_reader.lines());
    if (const auto keyword = offeredAs(*m_facts.capabilitiesBeforeTls, "STARTTLS")) {
        remarkOddCase(*keyword);
        m_phase = Phase::Starttls;
        return Send{"STARTTLS\r\n"};
    }
    if (const auto masked = maskedStarttls(*m_facts.capabilitiesBeforeTls)) {
        m_facts.remarks.append(
            {FindingCode::StarttlsMasked, Severity::Error, std::nullopt, {QString::fromLatin1(*masked)}});
        return quit(EndReason::StarttlsMasked);
    }
    return quit(EndReason::StarttlsNotOffered);
}

Action SmtpDialogue::onHelo(const Reply &reply)
{
    if (!isPositive(reply)) {
        // Who does not know EHLO has said nothing of us yet (RFC 5321 §4.2.4); who knows it has said why.
        const bool isUnknown = isUnknownCommand(m_ehloRefusal);
        return quit(EndReason::EhloRefused, isUnknown || reply.code == closing ? reply : m_ehloRefusal);
    }
    m_facts.remarks.append(
        {FindingCode::HeloOnly, Severity::Notice, std::nullopt, {QString::number(m_ehloRefusal.code)}});
    m_facts.heloUsed = true;
    return quit(EndReason::StarttlsNotOffered); // no EHLO, no extension (RFC 5321 §3.2)
}

Action SmtpDialogue::onStarttls(const Reply &reply)
{
    if (!isPositive(reply))
        return quit(EndReason::StarttlsRefused, reply);
    remarkUnusualCode("starttls", reply.code, ready);
    m_facts.sawStarttls220 = true;
    m_phase = Phase::Handshake; // RFC 3207 §4: TLS before any other command
    return StartTls{};
}

Action SmtpDialogue::onSecured(bool goOn)
{
    if (isImplicit()) {
        m_phase = goOn ? Phase::Greeting : Phase::GreetingThenQuit;
        return Wait{};
    }
    if (!goOn)
        return quit(EndReason::QuitAfterHandshake); // RFC 3207 §4.1
    return sendEhlo(Phase::EhloInTls);              // RFC 3207 §4.2
}

Action SmtpDialogue::onEhloInTls(const Reply &reply)
{
    if (reply.code == ready && m_phase == Phase::EhloInTls) {
        m_facts.remarks.append({FindingCode::GreetingInsideTls, Severity::Error, std::nullopt, {}});
        m_phase = Phase::EhloInTlsBehindGreeting;
        return Wait{};
    }
    m_facts.ehloAfterTlsReply = reply;
    if (isUnknownCommand(reply) && m_service != Service::Lmtp) {
        m_phase = Phase::HeloInTls;
        return Send{"HELO " + m_ehloName + "\r\n"};
    }
    if (isNegative(reply))
        return quit(EndReason::RefusedAfterTls, reply); // RFC 3207 §4.1: 554 to everything but QUIT
    if (!isPositive(reply))
        return finish(EndReason::ProtocolError, reply);
    remarkUnusualCode("ehlo", reply.code, done);
    m_facts.capabilitiesAfterTls = capabilitiesOf(m_reader.lines());
    return quit(EndReason::Completed);
}

Action SmtpDialogue::onHeloInTls(const Reply &reply)
{
    if (isNegative(reply))
        return quit(EndReason::RefusedAfterTls, reply);
    if (!isPositive(reply))
        return finish(EndReason::ProtocolError, reply);
    m_facts.heloUsed = true;
    return quit(EndReason::Completed);
}

Action SmtpDialogue::onTimeout()
{
    switch (m_phase) {
    case Phase::Connecting:
        return finish(EndReason::ConnectTimeout);
    case Phase::Greeting:
    case Phase::GreetingThenQuit:
        return finish(EndReason::GreetingTimeout);
    case Phase::Handshake:
        return finish(EndReason::HandshakeTimeout);
    case Phase::Ehlo:
    case Phase::EhloBehindGreeting:
    case Phase::Helo:
    case Phase::Starttls:
    case Phase::EhloInTls:
    case Phase::EhloInTlsBehindGreeting:
    case Phase::HeloInTls:
        return finish(EndReason::ReplyTimeout);
    case Phase::Quit:
    case Phase::Ended:
        break;
    }
    return finish(m_outcome.end, m_outcome.reply);
}

bool SmtpDialogue::wasAnsweredInsideTls() const
{
    switch (m_phase) {
    case Phase::EhloInTls:
        return m_reader.hasBegun() || isImplicit(); // the greeting came inside TLS there
    case Phase::Greeting:
    case Phase::GreetingThenQuit:
        return m_reader.hasBegun();
    case Phase::Quit:
        return m_outcome.end != EndReason::QuitAfterHandshake || m_reader.hasBegun() || isImplicit();
    case Phase::EhloInTlsBehindGreeting:
    case Phase::HeloInTls:
        return true;
    case Phase::Connecting:
    case Phase::Ehlo:
    case Phase::EhloBehindGreeting:
    case Phase::Helo:
    case Phase::Starttls:
    case Phase::Handshake:
    case Phase::Ended:
        break;
    }
    return false;
}

Action SmtpDialogue::onClosed(bool byFatalAlert)
{
    switch (m_phase) {
    case Phase::Handshake:
        return finish(EndReason::HandshakeFailed);
    case Phase::EhloInTls:
    case Phase::EhloInTlsBehindGreeting:
    case Phase::HeloInTls:
        // "Handshake done" is not "session usable": TLS 1.3 refuses a client certificate only now.
        return finish(wasAnsweredInsideTls() ? EndReason::ClosedEarly : EndReason::HandshakeFailed);
    case Phase::Greeting:
    case Phase::GreetingThenQuit:
        return finish(isImplicit() && !wasAnsweredInsideTls() ? EndReason::HandshakeFailed
                                                              : EndReason::ClosedEarly);
    case Phase::Connecting:
    case Phase::Ehlo:
    case Phase::EhloBehindGreeting:
    case Phase::Helo:
    case Phase::Starttls:
        return finish(EndReason::ClosedEarly);
    case Phase::Quit:
        if (byFatalAlert && !wasAnsweredInsideTls())
            return finish(EndReason::HandshakeFailed); // our QUIT was on its way already
        break;
    case Phase::Ended:
        break;
    }
    return finish(m_outcome.end, m_outcome.reply);
}

Action SmtpDialogue::sendEhlo(Phase next)
{
    m_phase = next;
    return Send{(m_service == Service::Lmtp ? "LHLO " : "EHLO ") + m_ehloName + "\r\n"};
}

Action SmtpDialogue::quit(EndReason end, const std::optional<Reply> &reply)
{
    if (reply && reply->code == closing)
        return finish(end, reply); // RFC 5321 §3.8: the server has closed the channel
    m_phase = Phase::Quit;
    m_outcome = {end, reply, {}};
    return Send{"QUIT\r\n"};
}

Action SmtpDialogue::finish(EndReason end, const std::optional<Reply> &reply, const QByteArray &words)
{
    m_phase = Phase::Ended;
    m_outcome = {end, reply, words};
    return m_outcome;
}

void SmtpDialogue::remarkUnusualCode(const char *step, int code, int usual)
{
    if (code != usual) {
        m_facts.remarks.append({FindingCode::ReplyCodeUnusual,
                                Severity::Notice,
                                std::nullopt,
                                {QString::fromLatin1(step), QString::number(code)}});
    }
}

void SmtpDialogue::remarkBlankLines()
{
    const auto isOne = [](const Finding &remark) { return remark.code == FindingCode::BlankLine; };
    m_facts.remarks.removeIf(isOne);
    m_facts.remarks.append(
        {FindingCode::BlankLine, Severity::Warning, std::nullopt, {QString::number(m_blankLines)}});
}

void SmtpDialogue::remarkOddCase(const QByteArray &keyword)
{
    if (keyword.contains('=')) {
        m_facts.remarks.append(
            {FindingCode::KeywordWithValue, Severity::Warning, std::nullopt, {QString::fromLatin1(keyword)}});
    }
    if (keyword.first(keyword.indexOf('=') < 0 ? keyword.size() : keyword.indexOf('=')) != "STARTTLS") {
        m_facts.remarks.append(
            {FindingCode::CapabilityCase, Severity::Info, std::nullopt, {QString::fromLatin1(keyword)}});
    }
}

std::optional<Finish> SmtpDialogue::settled() const
{
    if (m_phase != Phase::Quit && m_phase != Phase::Ended)
        return std::nullopt;
    // TLS 1.3 may refuse a client certificate while our QUIT is on its way.
    if (m_phase == Phase::Quit && !wasAnsweredInsideTls())
        return std::nullopt;
    return m_outcome;
}

qint64 SmtpDialogue::longestLine() const { return limits::rfcReplyLine; }

Stage SmtpDialogue::awaited() const
{
    switch (m_phase) {
    case Phase::Connecting:
        return Stage::Connecting;
    case Phase::Greeting:
    case Phase::GreetingThenQuit:
        return Stage::Greeting;
    case Phase::Ehlo:
    case Phase::EhloBehindGreeting:
        return Stage::Ehlo;
    case Phase::Helo:
    case Phase::HeloInTls:
        return Stage::Helo;
    case Phase::Starttls:
        return Stage::StartTls;
    case Phase::Handshake:
        return Stage::Handshake;
    case Phase::EhloInTls:
    case Phase::EhloInTlsBehindGreeting:
        return Stage::EhloAfterTls;
    case Phase::Quit:
        return Stage::Quit;
    case Phase::Ended:
        break;
    }
    return Stage::Done;
}

} // namespace mailseal
