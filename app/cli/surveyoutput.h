#pragma once

#include "clienvironment.h"
#include "exitcode.h"
#include "options.h"
#include "report/text.h"
#include "values/inspection.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace mailseal {

enum class OutputFormat { Text, Json, JsonLines, Csv, Markdown, Html };

/// What --format, --full and --output ask for.
struct OutputRequest
{
    OutputFormat format = OutputFormat::Text;
    TextDetail detail = TextDetail::Short;
    QString file; ///< empty: standard output
};

QStringList outputFormatChoices();
std::variant<OutputRequest, UsageError> readOutputRequest(const ParsedArguments &arguments);

// The rows of these options, for the verbs that write inspections.
inline constexpr OptionSpec formatOption{"--format", "F", QT_TRANSLATE_NOOP("cli", "%1 (text)"), false,
                                         &outputFormatChoices};
inline constexpr OptionSpec fullOption{
    "--full", nullptr,
    QT_TRANSLATE_NOOP("cli",
                      "text with everything: DNS, session, certificates, names, conformance, sources")};
inline constexpr OptionSpec outputOption{
    "--output", "FILE", QT_TRANSLATE_NOOP("cli", "write there, atomically (standard output)")};
inline constexpr OptionSpec expiresWithinOption{
    "--expires-within", "DAYS",
    QT_TRANSLATE_NOOP("cli", "a certificate that expires by then counts as violated")};

/// Reads --expires-within; null where it is not given.
std::variant<std::optional<int>, UsageError> readExpiresWithin(const ParsedArguments &arguments);

/// Colours are for a terminal, never for a file.
TextStyle textStyle(const CliEnvironment &environment, const QString &outputFile, TextDetail detail);

/// All of them as one document.
QByteArray rendered(const QList<Inspection> &inspections, const OutputRequest &request,
                    const CliEnvironment &environment);

/// The worst of them, each under its own policy. Says on standard error which certificates expire within
/// `days`.
ExitCode exitCodeOfAll(const QList<Inspection> &inspections, std::optional<int> days,
                       const CliEnvironment &environment);

} // namespace mailseal
