#include "compareoptions.h"

#include "phrases.h"
#include "wording/wording.h"

#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace mailseal {

namespace {

using Problem = std::optional<UsageError>;

struct NamedComparisonFormat
{
    const char *name;
    ComparisonFormat format;
};
constexpr std::array comparisonFormats{NamedComparisonFormat{"text", ComparisonFormat::Text},
                                       NamedComparisonFormat{"markdown", ComparisonFormat::Markdown},
                                       NamedComparisonFormat{"json", ComparisonFormat::Json},
                                       NamedComparisonFormat{"html", ComparisonFormat::Html}};

QStringList formatChoices()
{
    QStringList names;
    for (const NamedComparisonFormat &format : comparisonFormats)
        names.append(QLatin1StringView(format.name));
    return names;
}

/// "-" and whatever exists is a file, unless it is a folder that has the name of a host.
bool isSaved(const QString &name)
{
    const QFileInfo file(name);
    return name == QLatin1StringView("-") || (file.exists() && !file.isDir());
}

Problem readFormat(const ParsedArguments &arguments, CompareRequest &request)
{
    if (arguments.has("--format")) {
        const QString name = arguments.value("--format");
        const auto *found = std::find_if(
            comparisonFormats.begin(), comparisonFormats.end(),
            [&](const NamedComparisonFormat &format) { return name == QLatin1StringView(format.name); });
        if (found == comparisonFormats.end()) {
            return unknownChoice(QT_TRANSLATE_NOOP("cli", "unknown format %1; there is: %2"), name,
                                 formatChoices());
        }
        request.format = found->format;
    }
    request.everything = arguments.has("--all");
    request.outputFile = arguments.value("--output");
    if (arguments.has("--output") && request.outputFile.isEmpty())
        return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "--output needs the name of a file"))};
    return {};
}

Problem readSide(const QString &name, CompareRequest::Side &side, CompareRequest &request,
                 QIODevice &standardInput)
{
    if (isSaved(name)) {
        auto saved = readSaved(name, standardInput);
        if (const auto *error = std::get_if<UsageError>(&saved))
            return *error;
        side = std::get<QList<Inspection>>(std::move(saved));
        return {};
    }
    const auto target = parseTarget(name);
    if (const auto *error = std::get_if<TargetError>(&target)) {
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "there is no file %1, and as a server: %2"))
                .arg(printable(name), Wording(Wording::Speech::Translated).targetError(*error, name))};
    }
    side = request.live.targets.size();
    request.live.targets.append(std::get<TargetSpec>(target));
    return {};
}

Problem readSides(const ParsedArguments &arguments, CompareRequest &request, QIODevice &standardInput)
{
    const QStringList &names = arguments.positional;
    if (names.size() != 2) {
        return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "name two sides, servers or saved files, as in: "
                                                          "mailseal-cli compare before.mailseal "
                                                          "host:mx.example.org"))};
    }
    if (names[0] == QLatin1StringView("-") && names[1] == names[0]) {
        return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "standard input can be one side only"))};
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (auto error = readSide(names[i], request.sides.at(static_cast<size_t>(i)), request, standardInput))
            return error;
    }
    return {};
}

/// --connect-left and --connect-right: where a side that is inspected now is reached.
Problem readConnections(const ParsedArguments &arguments, CompareRequest &request)
{
    constexpr std::array options{"--connect-left", "--connect-right"};
    request.live.connectTo.resize(request.live.targets.size());
    for (size_t i = 0; i < options.size(); ++i) {
        if (!arguments.has(options.at(i)))
            continue;
        const QString typed = arguments.value(options.at(i));
        const auto endpoint = parseEndpoint(typed);
        const QString name = QLatin1StringView(options.at(i));
        if (!endpoint) {
            return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "%1 is no address: %2 takes 192.0.2.1:25 or "
                                                              "[2001:db8::1]:25"))
                                  .arg(printable(typed), name)};
        }
        const auto *target = std::get_if<qsizetype>(&request.sides.at(i));
        if (!target) {
            return UsageError{
                phrase(QT_TRANSLATE_NOOP("cli", "%1: that side is a file and connects nowhere")).arg(name)};
        }
        request.live.connectTo[*target] = endpoint;
    }
    return {};
}

} // namespace

std::span<const OptionSpec> compareOptions()
{
    static const std::vector<OptionSpec> all = [] {
        std::vector<OptionSpec> options{
            {"--all", nullptr,
             QT_TRANSLATE_NOOP("cli", "also what is the same, what is not counted, and the transcripts")},
            {"--format", "F", QT_TRANSLATE_NOOP("cli", "%1 (text)"), false, &formatChoices},
            outputOption,
            rejudgeOption,
            atOption,
            savedRootsOption,
            redactOption,
            {"--connect-left", "ADDR[:PORT]",
             QT_TRANSLATE_NOOP("cli",
                               "connect there instead for the first server: test before a DNS change")},
            {"--connect-right", "ADDR[:PORT]", QT_TRANSLATE_NOOP("cli", "the same for the second server")},
        };
        const auto live = howToInspectOptions();
        options.insert(options.end(), live.begin(), live.end());
        return options;
    }();
    return all;
}

std::variant<CompareRequest, UsageError> readCompareRequest(const ParsedArguments &arguments,
                                                            QIODevice &standardInput)
{
    CompareRequest request;
    auto live = readInspectSettings(arguments);
    if (const auto *error = std::get_if<UsageError>(&live))
        return *error;
    request.live = std::get<InspectRequest>(std::move(live));
    auto saved = readSavedOptions(arguments);
    if (const auto *error = std::get_if<UsageError>(&saved))
        return *error;
    request.saved = std::get<SavedOptions>(std::move(saved));
    if (auto error = readFormat(arguments, request))
        return *error;
    if (auto error = readSides(arguments, request, standardInput))
        return *error;
    if (auto error = readConnections(arguments, request))
        return *error;
    return request;
}

} // namespace mailseal
