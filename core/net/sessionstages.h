#pragma once

#include "values/progress.h"
#include "values/sessionfacts.h"

#include <chrono>
#include <optional>

namespace mailseal {

struct SessionPlan;

/// How long one stage of a session is waited for, in all.
std::chrono::milliseconds limitOf(Stage stage, const SessionPlan &plan);

/// Where the time of a stage is kept; null where no session waits there.
std::optional<qint64> *timingOf(Timings &timings, Stage stage);

} // namespace mailseal
