#include "compare/compare.h"

#include "compareoptions.h"
#include "exitcode.h"
#include "phrases.h"
#include "progressline.h"
#include "redact/redact.h"
#include "report/comparisonreport.h"
#include "resultwriter.h"
#include "savedfile/comparisonjson.h"
#include "surveyoutput.h"
#include "surveyrun.h"
#include "verbs.h"

namespace mailseal {

namespace {

int fail(const UsageError &error, const CliEnvironment &environment)
{
    environment.say(QLatin1StringView("mailseal-cli: ") + error.text);
    return static_cast<int>(ExitCode::Usage);
}

/// Both sides as inspections: files as read, servers as inspected now, judged again where that is asked for.
std::variant<std::array<QList<Inspection>, 2>, UsageError> inspectionsOf(const CompareRequest &request,
                                                                         const SurveyRun &run)
{
    std::array<QList<Inspection>, 2> sides;
    for (size_t i = 0; i < sides.size(); ++i) {
        const auto &side = request.sides.at(i);
        const auto *saved = std::get_if<QList<Inspection>>(&side);
        auto judged = saved ? judgedAgain(*saved, request.saved)
                            : judgedAgain(run.resultsOf(std::get<qsizetype>(side)), request.saved,
                                          request.live.settings.anchors);
        if (const auto *error = std::get_if<UsageError>(&judged))
            return *error;
        sides.at(i) = std::get<QList<Inspection>>(std::move(judged));
    }
    if (request.saved.redact) {
        // As one list, so that what is the same on both sides stays the same.
        const QList<Inspection> both = redact(sides[0] + sides[1]);
        sides = {both.first(sides[0].size()), both.sliced(sides[0].size())};
    }
    return sides;
}

QByteArray rendered(const SurveyComparison &comparison, const CompareRequest &request,
                    const CliEnvironment &environment)
{
    const auto detail = request.everything ? ComparisonDetail::Everything : ComparisonDetail::Differences;
    const Wording translated(Wording::Speech::Translated);
    switch (request.format) {
    case ComparisonFormat::Text:
        return comparisonText(comparison, translated,
                              textStyle(environment, request.outputFile, TextDetail::Full), detail)
            .toUtf8();
    case ComparisonFormat::Markdown:
        return comparisonMarkdown(comparison, Wording(Wording::Speech::English), detail).toUtf8();
    case ComparisonFormat::Html:
        return comparisonHtml(comparison, Wording(Wording::Speech::English), detail).toUtf8();
    case ComparisonFormat::Json:
        return writeComparison(comparison);
    }
    return {};
}

ExitCode exitCodeOf(const SurveyComparison &comparison)
{
    if (!comparison.isTold())
        return ExitCode::Undetermined;
    return comparison.isEqual() ? ExitCode::Satisfied : ExitCode::Violated;
}

int runCompare(const ParsedArguments &arguments, const CliEnvironment &environment)
{
    auto read = readCompareRequest(arguments, *environment.in);
    if (const auto *error = std::get_if<UsageError>(&read))
        return fail(*error, environment);
    const auto &request = std::get<CompareRequest>(read);
    ResultWriter writer(environment, request.outputFile);
    if (!writer.open())
        return static_cast<int>(ExitCode::Usage);

    SurveyRun run(request.live, environment);
    showProgress(run, environment);
    run.run();
    const auto sides = inspectionsOf(request, run);
    if (const auto *error = std::get_if<UsageError>(&sides))
        return fail(*error, environment);
    const auto &[left, right] = std::get<std::array<QList<Inspection>, 2>>(sides);
    const SurveyComparison comparison = compareSurveys(left, right);
    writer.write(rendered(comparison, request, environment));
    if (!writer.finish())
        return static_cast<int>(ExitCode::Usage);
    const ExitCode code = exitCodeOf(comparison);
    return static_cast<int>(run.wasInterrupted() ? ExitCode::Undetermined : code);
}

} // namespace

const Verb compareVerb{
    "compare",
    QT_TRANSLATE_NOOP("cli", "A B"),
    QT_TRANSLATE_NOOP("cli", "two servers, or one before and after a change, side by side"),
    QT_TRANSLATE_NOOP(
        "cli",
        "Each side is a target, which is inspected now, or a saved file (what exists is a file; - is "
        "standard "
        "input).\n"
        "Facts are compared, not lines of text: verdicts, certificates, names, TLS, EHLO lists, conformance. "
        "Host, "
        "address,\n"
        "port, times and the names asked for are shown and never counted. Of several addresses the same host "
        "is "
        "compared\n"
        "with itself, the others in their order of preference; one without a partner is one difference.\n"
        "Exit codes: 0 equal, 1 different, 2 usage or a file that cannot be read, 3 a side could not be "
        "inspected."),
    compareOptions(),
    "  mailseal-cli inspect host:mx.example.org --format json --output before.mailseal\n"
    "  mailseal-cli compare before.mailseal host:mx.example.org\n"
    "  mailseal-cli compare host:mx1.example.org host:mx2.example.org --format markdown\n"
    "  mailseal-cli compare host:mx.example.org host:mx.example.org --connect-right 192.0.2.7\n"
    "  mailseal-cli compare monday.mailseal friday.mailseal --rejudge --all --format html --output "
    "report.html\n",
    &runCompare,
};

} // namespace mailseal
