#pragma once

#include "options.h"
#include "values/certificatefacts.h"
#include "values/inspection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QIODevice>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace mailseal {

/// What is to be done with inspections before they are shown (docs/command-line.md "Options").
struct SavedOptions
{
    bool rejudge = false;
    std::optional<TrustAnchors> anchors; ///< null: those of the inspection itself
    QDateTime at;                        ///< as of when it is judged again; now where it is not said
    bool redact = false;
};

// The rows of these options, for the verbs that have them.
inline constexpr OptionSpec rejudgeOption{
    "--rejudge", nullptr, QT_TRANSLATE_NOOP("cli", "judge what was saved again, by today's rules and clock")};
inline constexpr OptionSpec atOption{
    "--at", "TIME", QT_TRANSLATE_NOOP("cli", "judge as of then: ISO 8601, UTC unless it says otherwise")};
inline constexpr OptionSpec savedRootsOption{
    "--roots", "FILE",
    QT_TRANSLATE_NOOP("cli", "trust anchors in PEM instead of the system's or the saved ones")};
inline constexpr OptionSpec redactOption{
    "--redact", nullptr,
    QT_TRANSLATE_NOOP("cli", "replace names and addresses, the same one always by the same")};

/// Reads --at; now where it is not given.
std::variant<QDateTime, UsageError> readAt(const ParsedArguments &arguments);

/// Reads --rejudge, --at, --roots and --redact; --at and --roots imply --rejudge.
std::variant<SavedOptions, UsageError> readSavedOptions(const ParsedArguments &arguments);

/// The inspections of a saved file, or of standard input where `name` is "-".
std::variant<QList<Inspection>, UsageError> readSaved(const QString &name, QIODevice &standardInput);

/// Each judged again, as the options ask. `anchors` instead of the inspection's own where the options name
/// none. An error where one cannot be judged again.
std::variant<QList<Inspection>, UsageError> judgedAgain(QList<Inspection> inspections,
                                                        const SavedOptions &options,
                                                        const std::optional<TrustAnchors> &anchors = {});

} // namespace mailseal
