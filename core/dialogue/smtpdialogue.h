#pragma once

#include "dialogue/dialogue.h"
#include "dialogue/smtpreply.h"
#include "values/target.h"

#include <QByteArray>

namespace mailseal {

/// SMTP and LMTP as far as STARTTLS needs them: greeting, EHLO, STARTTLS, reset, EHLO, QUIT (RFC 3207, RFC
/// 5321, RFC 2033). In lock-step: an action is a Send only once the server's turn has ended.
class SmtpDialogue : public Dialogue
{
public:
    /// `ehloName` is sent as it is; the caller vouches that it holds no line end.
    SmtpDialogue(Service service, Start start, QByteArray ehloName);

    Action on(const Input &input) override;
    Stage awaited() const override;
    const DialogueFacts &learnt() const override { return m_facts; }
    std::optional<Finish> settled() const override;
    bool isDecided() const override { return m_phase == Phase::Quit || m_phase == Phase::Ended; }
    /// Only a 421 may come at any time (RFC 5321 §3.8).
    bool isGoodbye(const QByteArray &line) const override { return line.startsWith("421"); }
    qint64 longestLine() const override;

private:
    enum class Phase {
        Connecting,
        Greeting,
        GreetingThenQuit, ///< implicit TLS, and the policy does not go on: still in lock-step
        Ehlo,
        EhloBehindGreeting, ///< a 220 came where the EHLO reply was due: the reply itself is awaited
        Helo,
        Starttls,
        Handshake,
        EhloInTls,
        EhloInTlsBehindGreeting,
        HeloInTls, ///< EHLO was not known there
        Quit,
        Ended
    };

    Action onLine(const Line &line);
    Action onReply(const Reply &reply);
    Action onGreeting(const Reply &reply);
    Action onEhlo(const Reply &reply);
    Action onHelo(const Reply &reply);
    Action onStarttls(const Reply &reply);
    Action onEhloInTls(const Reply &reply);
    Action onHeloInTls(const Reply &reply);
    Action onSecured(bool goOn);
    Action onTimeout();
    Action onClosed(bool byFatalAlert);
    bool wasAnsweredInsideTls() const;

    Action sendEhlo(Phase next);
    /// Says goodbye and ends with `end`; at a 421 the server has closed the channel and nothing more is sent.
    Action quit(EndReason end, const std::optional<Reply> &reply = {});
    Action finish(EndReason end, const std::optional<Reply> &reply = {}, const QByteArray &words = {});
    void remarkUnusualCode(const char *step, int code, int usual);
    void remarkOddCase(const QByteArray &keyword);
    void remarkBlankLines();
    bool isImplicit() const { return m_start == Start::Implicit; }

    Service m_service;
    Start m_start;
    QByteArray m_ehloName;
    Phase m_phase = Phase::Connecting;
    ReplyReader m_reader;
    int m_blankLines = 0;
    DialogueFacts m_facts;
    Reply m_ehloRefusal; ///< why HELO is tried
    Finish m_outcome;    ///< decided, while QUIT is awaited
};

} // namespace mailseal
