#pragma once

#include "inspector/settings.h"
#include "options.h"
#include "surveyoutput.h"
#include "values/target.h"

#include <QList>
#include <QString>

#include <initializer_list>
#include <optional>
#include <span>
#include <variant>
#include <vector>

class QIODevice;

namespace mailseal {

/// What `inspect` was asked for, all of it valid.
struct InspectRequest
{
    QList<TargetSpec> targets;
    Settings settings;
    /// Where a target is reached that the settings say nothing about; may be shorter than `targets`.
    QList<std::optional<Endpoint>> connectTo;
    OutputRequest output;
    bool redact = false;
    size_t jobs = limits::jobs;
    std::optional<int> expiresWithinDays;
};

/// The rows of `inspect`.
std::span<const OptionSpec> inspectOptions();
/// Those of them that say how a server is inspected, whichever it is.
std::vector<OptionSpec> howToInspectOptions();
/// One of them by its name, for a verb that has it too.
const OptionSpec &inspectOption(const char *name);

QStringList policyChoices();
QStringList serviceChoices();

/// What was typed behind these options of `inspect` and no other, into `request`; in words what is wrong.
std::optional<UsageError> readInspectOptions(std::initializer_list<const char *> names,
                                             const ParsedArguments &arguments, InspectRequest &request);

/// What all options say about how to inspect: no targets, no format, no output.
std::variant<InspectRequest, UsageError> readInspectSettings(const ParsedArguments &arguments);

/// Reads files that options name (--roots, --targets; "-" is `standardInput`). Nothing is started yet.
std::variant<InspectRequest, UsageError> readInspectRequest(const ParsedArguments &arguments,
                                                            QIODevice &standardInput);

} // namespace mailseal
