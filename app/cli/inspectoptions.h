#pragma once

#include "inspector/settings.h"
#include "options.h"
#include "values/target.h"

#include <QList>
#include <QString>

#include <optional>
#include <span>
#include <variant>

class QIODevice;

namespace mailseal {

enum class OutputFormat { Text, Json, JsonLines, Csv };

/// What `inspect` was asked for, all of it valid.
struct InspectRequest
{
    QList<TargetSpec> targets;
    Settings settings;
    OutputFormat format = OutputFormat::Text;
    QString outputFile; ///< empty: standard output
    size_t jobs = limits::jobs;
    std::optional<int> expiresWithinDays;
};

std::span<const OptionSpec> inspectOptions();

/// Reads files that options name (--roots, --targets; "-" is `standardInput`). Nothing is started yet.
std::variant<InspectRequest, UsageError> readInspectRequest(const ParsedArguments &arguments,
                                                            QIODevice &standardInput);

} // namespace mailseal
