#include "domainoverview.h"
#include "exitcode.h"
#include "inspectoptions.h"
#include "phrases.h"
#include "progressline.h"
#include "report/json.h"
#include "report/text.h"
#include "resultwriter.h"
#include "surveyrun.h"
#include "verbs.h"

namespace mailseal {

namespace {

constexpr int columns = 100;

QByteArray textOf(const QList<Inspection> &inspections, const Surroundings &surroundings)
{
    const Wording wording(Wording::Speech::Translated);
    const TextStyle style{surroundings.wantsColour, columns};
    QStringList parts;
    QString domain;
    for (const auto &inspection : inspections) {
        const Target &target = inspection.evidence.target;
        if (!target.domain.isEmpty() && target.domain != domain)
            parts.append(domainOverview(inspections, target.domain, wording));
        domain = target.domain;
        parts.append(inspectionText(inspection, wording, style));
    }
    return parts.join(QLatin1StringView("\n\n")).toUtf8();
}

QByteArray csvOf(const QList<Inspection> &inspections)
{
    QByteArray text = csvHeader();
    for (const auto &inspection : inspections)
        text += csvLine(inspection);
    return text;
}

QByteArray rendered(const QList<Inspection> &inspections, const InspectRequest &request,
                    const Surroundings &surroundings)
{
    switch (request.format) {
    case OutputFormat::Text:
        return textOf(inspections, surroundings);
    case OutputFormat::Json:
        return writeSurvey(inspections);
    case OutputFormat::Csv:
        return csvOf(inspections);
    case OutputFormat::JsonLines:
        break; // written line by line as they ended
    }
    return {};
}

ExitCode exitCode(const QList<Inspection> &inspections, const InspectRequest &request,
                  const Surroundings &surroundings)
{
    ExitCode code = ExitCode::Satisfied;
    for (const auto &inspection : inspections) {
        code = worse(code, exitCodeOf(inspection, request.expiresWithinDays));
        if (!request.expiresWithinDays)
            continue;
        if (const auto *certificate = expiringWithin(inspection, *request.expiresWithinDays)) {
            surroundings.say(
                phrase(QT_TRANSLATE_NOOP("cli", "%1: expires on %2, within %3 days: %4"))
                    .arg(inspection.evidence.target.host, certificate->notAfter.date().toString(Qt::ISODate))
                    .arg(*request.expiresWithinDays)
                    .arg(printable(certificate->subject)));
        }
    }
    return code;
}

int runInspect(const ParsedArguments &arguments, const Surroundings &surroundings)
{
    const auto read = readInspectRequest(arguments, *surroundings.in);
    if (const auto *error = std::get_if<UsageError>(&read)) {
        surroundings.say(QLatin1StringView("mailseal-cli: ") + error->text);
        return static_cast<int>(ExitCode::Usage);
    }
    const auto &request = std::get<InspectRequest>(read);
    ResultWriter writer(surroundings, request.outputFile);
    if (!writer.open())
        return static_cast<int>(ExitCode::Usage);

    SurveyRun run(request, surroundings);
    if (request.format == OutputFormat::JsonLines) {
        QObject::connect(&run, &SurveyRun::inspected,
                         [&](const Inspection &inspection) { writer.write(writeJsonLine(inspection)); });
    }
    showProgress(run, surroundings);
    run.run();
    const auto inspections = run.results();
    writer.write(rendered(inspections, request, surroundings));
    if (!writer.finish())
        return static_cast<int>(ExitCode::Usage);
    const ExitCode code = exitCode(inspections, request, surroundings);
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
    "  mailseal-cli inspect submissions://mail.example.org --expires-within 21\n",
    &runInspect,
};

} // namespace mailseal
