#pragma once

#include "clienvironment.h"
#include "surveyrun.h"

namespace mailseal {

/// Tells a person at a terminal what `run` is waiting for, on one line of standard error that is overwritten.
void showProgress(const SurveyRun &run, const CliEnvironment &environment);

} // namespace mailseal
