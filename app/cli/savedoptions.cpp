#include "savedoptions.h"

#include "inspectoptions.h"
#include "inspector/rejudge.h"
#include "phrases.h"
#include "report/json.h"
#include "values/limits.h"

#include <QFile>

namespace mailseal {

namespace {

/// ISO 8601; a time without a zone is UTC, as everything that is saved. A day is its first moment.
QDateTime instantOf(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

UsageError unreadable(const QString &name, const QString &reason)
{
    return {phrase(QT_TRANSLATE_NOOP("cli", "cannot read %1: %2")).arg(printable(name), printable(reason))};
}

} // namespace

std::variant<SavedOptions, UsageError> readSavedOptions(const ParsedArguments &arguments)
{
    SavedOptions options;
    options.redact = arguments.has("--redact");
    options.rejudge = arguments.has("--rejudge") || arguments.has("--at") || arguments.has("--roots");
    options.at = QDateTime::currentDateTimeUtc();
    if (arguments.has("--at")) {
        options.at = instantOf(arguments.value("--at"));
        if (!options.at.isValid()) {
            return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "%1 is no time: --at takes 2026-11-24 or "
                                                              "2026-11-24T10:02:00Z"))
                                  .arg(printable(arguments.value("--at")))};
        }
    }
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
    QByteArray content;
    if (name == QLatin1StringView("-")) {
        content = standardInput.read(limits::savedFile + 1);
    } else {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return unreadable(name, file.errorString());
        content = file.read(limits::savedFile + 1);
    }
    if (content.size() > limits::savedFile)
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "%1 is too large for a saved inspection")).arg(printable(name))};
    auto read = readSurvey(content);
    if (const auto *error = std::get_if<JsonError>(&read))
        return unreadable(name, error->text);
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
