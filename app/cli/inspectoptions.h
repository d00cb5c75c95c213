#pragma once

#include "inspector/settings.h"
#include "options.h"
#include "surveyoutput.h"
#include "values/target.h"

#include <QCoreApplication>
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

/// Reads a file that an option names, at most `most` octets of it.
std::variant<QByteArray, UsageError> contentOf(const QString &name, qint64 most);

// Options that verify shares, and how they are read.
QStringList policyChoices();
QStringList serviceChoices();
std::optional<UsageError> readPolicy(const ParsedArguments &arguments, Settings &settings);
std::optional<UsageError> readPins(const ParsedArguments &arguments, Settings &settings);
std::optional<UsageError> readService(const ParsedArguments &arguments, Settings &settings);

inline constexpr OptionSpec pinOption{
    "--pin", "SHA256", QT_TRANSLATE_NOOP("cli", "pinned certificate or public key, hex; repeatable"), true};
inline constexpr OptionSpec rootsOption{
    "--roots", "FILE", QT_TRANSLATE_NOOP("cli", "trust anchors in PEM instead of the system's")};

/// What the options say about how to inspect: no targets, no format, no output.
std::variant<InspectRequest, UsageError> readInspectSettings(const ParsedArguments &arguments);

/// Reads files that options name (--roots, --targets; "-" is `standardInput`). Nothing is started yet.
std::variant<InspectRequest, UsageError> readInspectRequest(const ParsedArguments &arguments,
                                                            QIODevice &standardInput);

} // namespace mailseal
