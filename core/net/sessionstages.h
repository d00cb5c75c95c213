#pragma once

#include "net/transport.h"
#include "values/progress.h"
#include "values/sessionfacts.h"

#include <chrono>
#include <optional>

namespace mailseal {

struct SessionPlan;

/// How long one stage of a session is waited for, in all.
std::chrono::milliseconds limitOf(Stage stage, const SessionPlan &plan);

/// To which step of the dialogue a line belongs that comes or goes in this stage.
DialogueStep stepOf(Stage stage, bool tls);

/// How a connection ended that did not come about.
EndReason endOf(TransportFailure::Kind kind);

/// Where the time of a stage is kept; null where no session waits there.
std::optional<qint64> *timingOf(Timings &timings, Stage stage, bool tls);

} // namespace mailseal
