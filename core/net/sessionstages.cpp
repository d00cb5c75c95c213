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
        return limits::greeting;
    case Stage::Handshake:
        return limits::handshake;
    case Stage::Quit:
        return limits::quit;
    case Stage::Ehlo:
    case Stage::Helo:
    case Stage::StartTls:
    case Stage::EhloAfterTls:
        return limits::replyWait;
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

std::optional<qint64> *timingOf(Timings &timings, Stage stage)
{
    switch (stage) {
    case Stage::Connecting:
        return &timings.connectUs;
    case Stage::Greeting:
        return &timings.greetingUs;
    case Stage::Ehlo:
    case Stage::Helo:
        return &timings.ehloUs;
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
