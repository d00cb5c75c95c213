#include "inspectoptions.h"
#include "inspector/warmup.h"
#include "phrases.h"
#include "progressline.h"
#include "redact/redact.h"
#include "resultwriter.h"
#include "savedfile/json.h"
#include "surveyoutput.h"
#include "surveyrun.h"
#include "verbs.h"

namespace mailseal {

namespace {

int runInspect(const ParsedArguments &arguments, const CliEnvironment &environment)
{
    const WarmUp warmUp;
    const auto read = readInspectRequest(arguments, *environment.in);
    if (const auto *error = std::get_if<UsageError>(&read)) {
        environment.say(QLatin1StringView("mailseal-cli: ") + error->text);
        return static_cast<int>(ExitCode::Usage);
    }
    const auto &request = std::get<InspectRequest>(read);
    ResultWriter writer(environment, request.output.file);
    if (!writer.open())
        return static_cast<int>(ExitCode::Usage);

    // Redacted ones wait for the last: the same name is replaced alike in all of them.
    const bool writesAsTheyEnd = request.output.format == OutputFormat::JsonLines && !request.redact;
    SurveyRun run(request, environment,
                  writesAsTheyEnd ? SurveyRun::Results::LetGo : SurveyRun::Results::Gathered);
    ExitCode code = ExitCode::Satisfied;
    if (writesAsTheyEnd) {
        QObject::connect(&run, &SurveyRun::inspected, [&](const Inspection &inspection) {
            writer.write(writeJsonLine(inspection));
            code = worse(code, exitCodeOfAll({inspection}, request.expiresWithinDays, environment));
        });
    }
    showProgress(run, environment);
    run.run();
    if (!writesAsTheyEnd) {
        const auto inspections = request.redact ? redact(run.results()) : run.results();
        writer.write(rendered(inspections, request.output, environment));
        code = exitCodeOfAll(inspections, request.expiresWithinDays, environment);
    }
    if (!writer.finish())
        return static_cast<int>(ExitCode::Usage);
    return static_cast<int>(run.wasInterrupted() ? worse(code, ExitCode::Undetermined) : code);
}

} // namespace

const Verb inspectVerb{
    "inspect",
    QT_TRANSLATE_NOOP("cli", "TARGET…"),
    QT_TRANSLATE_NOOP(
        "cli", "walk a domain's mail servers, or one, through SMTP and STARTTLS, and judge them for every "
               "kind of client"),
    QT_TRANSLATE_NOOP("cli",
                      "Inspects every address of each target. A bare name is a mail domain, every address of "
                      "every MX host;\n"
                      "a server is host:NAME, NAME:PORT, 192.0.2.1, [2001:db8::1]:587, or has a scheme:\n"
                      "smtp:// (25), submission:// (587), submissions:// (465, implicit TLS), lmtp:// (24)."),
    inspectOptions(),
    "  mailseal-cli inspect example.org\n"
    "  mailseal-cli inspect host:mx.example.org\n"
    "  mailseal-cli inspect mx.example.org:587 --policy webpki\n"
    "  mailseal-cli inspect host:mx.example.org --connect 192.0.2.7 --roots ca.pem\n"
    "  mailseal-cli inspect --targets servers.txt --format csv --output survey.csv\n"
    "  mailseal-cli inspect example.org --format json --output monday.mailseal\n"
    "  mailseal-cli inspect submissions://mail.example.org --expires-within 21\n",
    &runInspect,
};

} // namespace mailseal
