#include "surveyoutput.h"

#include "phrases.h"
#include "report/html.h"
#include "report/markdown.h"
#include "savedfile/json.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

struct NamedFormat
{
    const char *name;
    OutputFormat format;
};
constexpr std::array formats{
    NamedFormat{"text", OutputFormat::Text},         NamedFormat{"json", OutputFormat::Json},
    NamedFormat{"jsonl", OutputFormat::JsonLines},   NamedFormat{"csv", OutputFormat::Csv},
    NamedFormat{"markdown", OutputFormat::Markdown}, NamedFormat{"html", OutputFormat::Html}};

QByteArray textOf(const QList<Inspection> &inspections, const OutputRequest &request,
                  const CliEnvironment &environment)
{
    QString text = surveyText(inspections, Wording(Wording::Speech::Translated),
                              textStyle(environment, request.file, request.detail));
    if (request.detail == TextDetail::Short)
        text +=
            u'\n' + phrase(QT_TRANSLATE_NOOP("cli", "More, down to certificates and DNS: --full")) + u'\n';
    return text.toUtf8();
}

/// One line each, with what stands above them.
template <typename Line>
QByteArray linesOf(const QList<Inspection> &inspections, QByteArray text, Line line)
{
    for (const auto &inspection : inspections)
        text += line(inspection);
    return text;
}

} // namespace

QStringList outputFormatChoices()
{
    QStringList names;
    for (const NamedFormat &format : formats)
        names.append(QLatin1StringView(format.name));
    return names;
}

std::variant<OutputRequest, UsageError> readOutputRequest(const ParsedArguments &arguments)
{
    OutputRequest request;
    if (arguments.has("--format")) {
        const QString name = arguments.value("--format");
        const auto *found = std::find_if(formats.begin(), formats.end(), [&](const NamedFormat &format) {
            return name == QLatin1StringView(format.name);
        });
        if (found == formats.end()) {
            return unknownChoice(QT_TRANSLATE_NOOP("cli", "unknown format %1; there is: %2"), name,
                                 outputFormatChoices());
        }
        request.format = found->format;
    }
    request.detail = arguments.has("--full") ? TextDetail::Full : TextDetail::Short;
    request.file = arguments.value("--output");
    if (arguments.has("--output") && request.file.isEmpty())
        return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "--output needs the name of a file"))};
    return request;
}

std::variant<std::optional<int>, UsageError> readExpiresWithin(const ParsedArguments &arguments)
{
    constexpr int mostDays = 36500;
    if (!arguments.has("--expires-within"))
        return std::optional<int>();
    const QString typed = arguments.value("--expires-within");
    bool isNumber = false;
    const int days = typed.toInt(&isNumber);
    if (!isNumber || days < 0 || days > mostDays) {
        return wrong(QT_TRANSLATE_NOOP("cli", "%1: --expires-within takes a number of days"), typed);
    }
    return std::optional(days);
}

TextStyle textStyle(const CliEnvironment &environment, const QString &outputFile, TextDetail detail)
{
    return {environment.wantsColour && outputFile.isEmpty(), environment.columns, detail};
}

QByteArray rendered(const QList<Inspection> &inspections, const OutputRequest &request,
                    const CliEnvironment &environment)
{
    const Wording english(Wording::Speech::English); // machine formats and reports are no matter of locale
    switch (request.format) {
    case OutputFormat::Text:
        return textOf(inspections, request, environment);
    case OutputFormat::Json:
        return writeSurvey(inspections);
    case OutputFormat::JsonLines:
        return linesOf(inspections, {}, writeJsonLine);
    case OutputFormat::Csv:
        return linesOf(inspections, csvHeader(), csvLine);
    case OutputFormat::Markdown:
        return surveyMarkdown(inspections, english).toUtf8();
    case OutputFormat::Html:
        return surveyHtml(inspections, english).toUtf8();
    }
    return {};
}

ExitCode exitCodeOfAll(const QList<Inspection> &inspections, std::optional<int> days,
                       const CliEnvironment &environment)
{
    ExitCode code = ExitCode::Satisfied;
    for (const auto &inspection : inspections) {
        code = worse(code, exitCodeOf(inspection, days));
        const auto *certificate = days ? expiringWithin(inspection, *days) : nullptr;
        if (certificate) {
            environment.say(phrase(QT_TRANSLATE_NOOP("cli", "%1: expires on %2, within %3 days: %4"))
                                .arg(titleOf(inspection.evidence.target),
                                     certificate->notAfter.date().toString(Qt::ISODate))
                                .arg(*days)
                                .arg(printable(certificate->subject)));
        }
    }
    return code;
}

} // namespace mailseal
