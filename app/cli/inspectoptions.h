#pragma once

#include "inspector/settings.h"
#include "options.h"
#include "surveyoutput.h"
#include "values/target.h"

#include <QList>
#include <QString>

#include <optional>
#include <span>
#include <variant>

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

std::span<const OptionSpec> inspectOptions();

/// Trust anchors of a file, as --roots names it.
std::variant<TrustAnchors, UsageError> readAnchors(const QString &name);

/// What the options say about how to inspect: no targets, no format, no output.
std::variant<InspectRequest, UsageError> readInspectSettings(const ParsedArguments &arguments);

/// Reads files that options name (--roots, --targets; "-" is `standardInput`). Nothing is started yet.
std::variant<InspectRequest, UsageError> readInspectRequest(const ParsedArguments &arguments,
                                                            QIODevice &standardInput);

} // namespace mailseal
