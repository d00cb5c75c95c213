#include "savedoptions.h"

#include "inspector/rejudge.h"
#include "optionfiles.h"
#include "phrases.h"
#include "savedfile/json.h"
#include "values/limits.h"
#include "values/utc.h"
#include "wording/wording.h"

namespace mailseal {

namespace {

/// ISO 8601; a time without a zone is UTC, as everything that is saved. A day is its first moment.
QDateTime instantOf(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time = utc(time.date(), time.time());
    return time.toUTC();
}

} // namespace

std::variant<QDateTime, UsageError> readAt(const ParsedArguments &arguments)
{
    if (!arguments.has("--at"))
        return QDateTime::currentDateTimeUtc();
    const QDateTime at = instantOf(arguments.value("--at"));
    if (at.isValid())
        return at;
    return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "%1 is no time: --at takes 2026-11-24 or "
                                                      "2026-11-24T10:02:00Z"))
                          .arg(printable(arguments.value("--at")))};
}

std::variant<SavedOptions, UsageError> readSavedOptions(const ParsedArguments &arguments)
{
    SavedOptions options;
    options.redact = arguments.has("--redact");
    options.rejudge = arguments.has("--rejudge") || arguments.has("--at") || arguments.has("--roots");
    auto at = readAt(arguments);
    if (const auto *error = std::get_if<UsageError>(&at))
        return *error;
    options.at = std::get<QDateTime>(at);
    if (arguments.has("--roots")) {
        auto anchors = readAnchors(arguments.value("--roots"));
        if (const auto *error = std::get_if<UsageError>(&anchors))
            return *error;
        options.anchors = std::get<TrustAnchors>(std::move(anchors));
    }
    return options;
}

std::variant<QList<Inspection>, UsageError> readSaved(const QString &name, QIODevice &standardInput)
{
    const bool isStandardInput = name == QLatin1StringView("-");
    auto read =
        isStandardInput ? readSurvey(standardInput.read(limits::savedFile + 1)) : readSurveyFile(name);
    if (const auto *error = std::get_if<FileProblem>(&read)) {
        const QString what =
            isStandardInput ? phrase(QT_TRANSLATE_NOOP("cli", "standard input")) : printable(name);
        return UsageError{
            QStringLiteral("%1: %2").arg(what, Wording(Wording::Speech::Translated).fileProblem(*error))};
    }
    return std::get<QList<Inspection>>(std::move(read));
}

std::variant<QList<Inspection>, UsageError> judgedAgain(QList<Inspection> inspections,
                                                        const SavedOptions &options,
                                                        const std::optional<TrustAnchors> &anchors)
{
    if (!options.rejudge)
        return inspections;
    for (Inspection &inspection : inspections) {
        auto again = rejudge(inspection, options.anchors ? options.anchors : anchors, options.at);
        if (!again) {
            return UsageError{phrase(QT_TRANSLATE_NOOP(
                "cli", "a redacted inspection has lost its certificates and cannot be judged again"))};
        }
        inspection = *std::move(again);
    }
    return inspections;
}

} // namespace mailseal
