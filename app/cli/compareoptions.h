#pragma once

#include "inspectoptions.h"
#include "savedoptions.h"

#include <QString>

#include <array>
#include <span>
#include <variant>

namespace mailseal {

enum class ComparisonFormat { Text, Markdown, Json, Html };

/// What `compare` was asked for, all of it valid and every file read.
struct CompareRequest
{
    /// A side: the inspections of a file, or one of the targets of `live`.
    using Side = std::variant<QList<Inspection>, qsizetype>;
    std::array<Side, 2> sides;
    InspectRequest live; ///< the targets among the sides and how to inspect them
    SavedOptions saved;
    ComparisonFormat format = ComparisonFormat::Text;
    bool everything = false;
    QString outputFile; ///< empty: standard output
};

std::span<const OptionSpec> compareOptions();

/// Nothing is started yet.
std::variant<CompareRequest, UsageError> readCompareRequest(const ParsedArguments &arguments,
                                                            QIODevice &standardInput);

} // namespace mailseal
