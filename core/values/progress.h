#pragma once

#include <QDeadlineTimer>

namespace mailseal {

/// What an inspection is waiting for, for the line that tells a person.
enum class Stage {
    Queued,
    Resolving,
    FetchingPolicy, ///< of MTA-STS
    Connecting,
    Greeting,
    Ehlo,
    Helo,
    StartTls,
    Handshake,
    EhloAfterTls,
    Quit,
    SecondConnection,    ///< asking once more for STARTTLS, or with anonymous suites
    FurtherCertificates, ///< what clients are shown that send no SNI or take another kind of key
    OtherPorts,          ///< one short try of 465 and 587
    Done
};

struct Progress
{
    Stage stage = Stage::Queued;
    QDeadlineTimer deadline{QDeadlineTimer::Forever}; ///< when this wait is given up
};

} // namespace mailseal
