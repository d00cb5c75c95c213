#include "inspector/secondtries.h"

#include "dialogue/ehlolist.h"
#include "values/limits.h"
#include "wire/wire.h"

#include <utility>

namespace mailseal {

namespace {

/// A server that finds no common suite says so by this alert, TLS 1.0 to 1.3 (RFC 8446 §4.1.1, RFC 5246
/// §7.2.2).
bool isWithoutCommonSuite(const SessionFacts &facts)
{
    constexpr int handshakeFailure = 40;
    constexpr int insufficientSecurity = 71;
    if (facts.end != EndReason::HandshakeFailed || !facts.handshake || facts.handshake->completed)
        return false;
    // Behind its certificate the server had found a suite: it wanted something else, ours for instance.
    if (facts.sentChain || facts.handshake->clientCertificateRequested)
        return false;
    const auto &alert = facts.handshake->alertReceived;
    return alert && (alert->number == handshakeFailure || alert->number == insufficientSecurity);
}

QString greetingText(const SessionFacts &facts)
{
    return facts.greeting ? QString::fromLatin1(facts.greeting->text.left(limits::rfcReplyLine)) : QString();
}

bool offersStarttls(const SessionFacts &facts)
{
    return facts.capabilitiesBeforeTls && offeredAs(*facts.capabilitiesBeforeTls, "STARTTLS");
}

/// The second session takes the first one's place; what the first one said stays in front.
void replaceSession(Evidence &evidence, const SessionFacts &second)
{
    const SessionFacts first = std::exchange(evidence.session, second);
    evidence.session.timings.resolveUs = first.timings.resolveUs;
    evidence.session.transcript = first.transcript + second.transcript;
}

} // namespace

bool isThrottled(const SessionFacts &facts)
{
    constexpr int serviceNotAvailable = 421;
    return facts.endReply && facts.endReply->code == serviceNotAvailable;
}

Finding intermittent(const SessionFacts &with, const SessionFacts &without)
{
    return {FindingCode::StarttlsIntermittent,
            Severity::Warning,
            std::nullopt,
            {greetingText(without), greetingText(with)}};
}

SecondTry dueSecondTry(const Evidence &evidence)
{
    const SessionFacts &facts = evidence.session;
    constexpr quint16 smtpPort = 25;
    if (isThrottled(facts))
        return SecondTry::None; // nothing more is sent there
    if (facts.end == EndReason::StarttlsNotOffered)
        return SecondTry::AskOnceMore;
    if (isWithoutCommonSuite(facts))
        return SecondTry::AnonymousSuites;
    if (facts.end == EndReason::GreetingTimeout && evidence.target.start == Start::StartTls)
        return SecondTry::TlsAtOnce;
    const bool isSilent =
        facts.end == EndReason::ConnectTimeout && evidence.target.connectedTo.port == smtpPort;
    return isSilent ? SecondTry::OtherPorts : SecondTry::None;
}

std::optional<NoteCode> keepAskedOnceMore(Evidence &evidence, const SessionFacts &second)
{
    if (offersStarttls(second)) {
        evidence.remarks.append(intermittent(second, evidence.session));
        replaceSession(evidence, second);
        return std::nullopt;
    }
    evidence.session.transcript += second.transcript;
    return second.capabilitiesBeforeTls ? NoteCode::StarttlsMissingAgain : NoteCode::SecondWithoutEhlo;
}

std::optional<NoteCode> keepTlsAtOnce(Evidence &evidence, const SessionFacts &second)
{
    if (!second.tls)
        return NoteCode::TlsAtOnceNoHelp;
    evidence.remarks.append(
        {FindingCode::SpeaksTlsAtOnce,
         Severity::Error,
         std::nullopt,
         {QString::number(evidence.target.connectedTo.port), toWire(second.tls->protocol)}});
    return NoteCode::TlsAtOnceWorks;
}

std::optional<NoteCode> keepAnonymousSuites(Evidence &evidence, const SessionFacts &second)
{
    if (second.tls) {
        replaceSession(evidence, second);
        return std::nullopt;
    }
    evidence.session.transcript += second.transcript;
    return NoteCode::AnonymousSuitesNoHelp;
}

} // namespace mailseal
