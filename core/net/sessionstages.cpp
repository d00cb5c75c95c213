#include "net/sessionstages.h"

#include "net/session.h"
#include "values/limits.h"

namespace mailseal {

std::chrono::milliseconds limitOf(Stage stage, const SessionPlan &plan)
{
    switch (stage) {
    case Stage::Connecting:
        return plan.connectTimeout.value_or(limits::connect);
    case Stage::Greeting:
        return plan.greetingTimeout.value_or(limits::greeting);
    case Stage::Handshake:
        return plan.handshakeTimeout.value_or(limits::handshake);
    case Stage::Quit:
        return limits::quit;
    case Stage::Ehlo:
    case Stage::Helo:
    case Stage::StartTls:
    case Stage::EhloAfterTls:
        return plan.replyTimeout.value_or(limits::replyWait);
    case Stage::Queued:
    case Stage::Resolving:
    case Stage::FetchingPolicy:
    case Stage::SecondConnection:
    case Stage::FurtherCertificates:
    case Stage::OtherPorts:
    case Stage::Done:
        break; // no session waits there
    }
    return limits::replyWait;
}

DialogueStep stepOf(Stage stage, bool tls)
{
    switch (stage) {
    case Stage::Connecting:
        return DialogueStep::Connection;
    case Stage::Greeting:
        return DialogueStep::Greeting;
    case Stage::Ehlo:
        return DialogueStep::Ehlo;
    case Stage::Helo:
        return tls ? DialogueStep::HeloInsideTls : DialogueStep::Helo;
    case Stage::StartTls:
        return DialogueStep::StartTls;
    case Stage::Handshake:
        return DialogueStep::TlsHandshake;
    case Stage::EhloAfterTls:
        return DialogueStep::EhloInsideTls;
    case Stage::Quit:
        return DialogueStep::Quit;
    case Stage::Queued:
    case Stage::Resolving:
    case Stage::FetchingPolicy:
    case Stage::SecondConnection:
    case Stage::FurtherCertificates:
    case Stage::OtherPorts:
    case Stage::Done:
        break;
    }
    return DialogueStep::Other;
}

EndReason endOf(TransportFailure::Kind kind)
{
    using Kind = TransportFailure::Kind;
    switch (kind) {
    case Kind::Refused:
        return EndReason::ConnectionRefused;
    case Kind::TimedOut:
        return EndReason::ConnectTimeout;
    case Kind::ProxyFailed:
        return EndReason::ProxyFailed;
    case Kind::Unreachable:
    case Kind::Handshake:
    case Kind::Other:
        break;
    }
    return EndReason::Unreachable;
}

std::optional<qint64> *timingOf(Timings &timings, Stage stage, bool tls)
{
    switch (stage) {
    case Stage::Connecting:
        return &timings.connectUs;
    case Stage::Greeting:
        return &timings.greetingUs;
    case Stage::Ehlo:
        return &timings.ehloUs;
    case Stage::Helo:
        return tls ? &timings.ehloAfterTlsUs : &timings.ehloUs;
    case Stage::StartTls:
        return &timings.starttlsUs;
    case Stage::Handshake:
        return &timings.handshakeUs;
    case Stage::EhloAfterTls:
        return &timings.ehloAfterTlsUs;
    case Stage::Quit:
        return &timings.quitUs;
    case Stage::Queued:
    case Stage::Resolving:
    case Stage::FetchingPolicy:
    case Stage::SecondConnection:
    case Stage::FurtherCertificates:
    case Stage::OtherPorts:
    case Stage::Done:
        break;
    }
    return nullptr;
}

} // namespace mailseal
