#include "phrases.h"
#include "redact/redact.h"
#include "resultwriter.h"
#include "savedoptions.h"
#include "surveyoutput.h"
#include "verbs.h"

#include <array>

namespace mailseal {

namespace {

/// What `show` was asked for, all of it valid and the file read.
struct ShowRequest
{
    QList<Inspection> inspections;
    OutputRequest output;
    std::optional<int> expiresWithinDays;
};

std::span<const OptionSpec> showOptions()
{
    static constexpr std::array options{formatOption, fullOption,       outputOption, rejudgeOption,
                                        atOption,     savedRootsOption, redactOption, expiresWithinOption};
    return options;
}

std::variant<ShowRequest, UsageError> readShowRequest(const ParsedArguments &arguments,
                                                      QIODevice &standardInput)
{
    if (arguments.positional.size() != 1) {
        return UsageError{phrase(QT_TRANSLATE_NOOP(
            "cli", "name one saved file, as in: mailseal-cli show before.mailseal (- is standard input)"))};
    }
    const auto output = readOutputRequest(arguments);
    if (const auto *error = std::get_if<UsageError>(&output))
        return *error;
    const auto days = readExpiresWithin(arguments);
    if (const auto *error = std::get_if<UsageError>(&days))
        return *error;
    const auto options = readSavedOptions(arguments);
    if (const auto *error = std::get_if<UsageError>(&options))
        return *error;
    const auto &saved = std::get<SavedOptions>(options);
    auto read = readSaved(arguments.positional.constFirst(), standardInput);
    if (const auto *error = std::get_if<UsageError>(&read))
        return *error;
    auto judged = judgedAgain(std::get<QList<Inspection>>(std::move(read)), saved);
    if (const auto *error = std::get_if<UsageError>(&judged))
        return *error;
    auto &inspections = std::get<QList<Inspection>>(judged);
    return ShowRequest{saved.redact ? redact(inspections) : inspections, std::get<OutputRequest>(output),
                       std::get<std::optional<int>>(days)};
}

int runShow(const ParsedArguments &arguments, const CliEnvironment &environment)
{
    const auto read = readShowRequest(arguments, *environment.in);
    if (const auto *error = std::get_if<UsageError>(&read)) {
        environment.say(QLatin1StringView("mailseal-cli: ") + error->text);
        return static_cast<int>(ExitCode::Usage);
    }
    const auto &request = std::get<ShowRequest>(read);
    ResultWriter writer(environment, request.output.file);
    if (!writer.open())
        return static_cast<int>(ExitCode::Usage);
    writer.write(rendered(request.inspections, request.output, environment));
    if (!writer.finish())
        return static_cast<int>(ExitCode::Usage);
    return static_cast<int>(exitCodeOfAll(request.inspections, request.expiresWithinDays, environment));
}

} // namespace

const Verb showVerb{
    "show",
    QT_TRANSLATE_NOOP("cli", "FILE"),
    QT_TRANSLATE_NOOP("cli", "a saved inspection in any format, as it was judged then or judged again"),
    QT_TRANSLATE_NOOP(
        "cli", "Opens a .mailseal file (what inspect writes as json or jsonl; - is standard input), offline, "
               "and prints\n"
               "what was judged then. --rejudge, --at or --roots judge it again from the saved evidence: by "
               "today's rules, as of\n"
               "now or then, with the saved trust anchors or others; the report says which verdicts have "
               "changed.\n"
               "The exit code is that of the policy each inspection acted under."),
    showOptions(),
    "  mailseal-cli inspect host:mx.example.org --format json --output monday.mailseal\n"
    "  mailseal-cli show monday.mailseal\n"
    "  mailseal-cli show monday.mailseal --rejudge\n"
    "  mailseal-cli show monday.mailseal --at 2027-03-01 --expires-within 21\n"
    "  mailseal-cli show monday.mailseal --redact --format html --output report.html\n",
    &runShow,
};

} // namespace mailseal
