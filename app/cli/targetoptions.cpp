#include "targetoptions.h"

#include "optionfiles.h"
#include "phrases.h"
#include "wording/wording.h"

#include <QIODevice>

#include <optional>

namespace mailseal {

namespace {

std::optional<UsageError> addTarget(const QString &text, const QString &where, QList<TargetSpec> &targets)
{
    const auto target = parseTarget(text);
    if (const auto *error = std::get_if<TargetError>(&target))
        return UsageError{where + Wording(Wording::Speech::Translated).targetError(*error, text)};
    targets.append(std::get<TargetSpec>(target));
    return {};
}

std::optional<UsageError> readTargetsFile(const QString &name, QIODevice &standardInput,
                                          QList<TargetSpec> &targets)
{
    QByteArray content;
    if (name == QLatin1StringView("-")) {
        content = standardInput.read(limits::targetsFile);
    } else {
        const auto read = contentOf(name, limits::targetsFile);
        if (const auto *error = std::get_if<UsageError>(&read))
            return *error;
        content = std::get<QByteArray>(read);
    }
    int number = 0;
    const auto lines = content.split('\n');
    for (const auto &line : lines) {
        ++number;
        const QString text = QString::fromUtf8(line).section(u'#', 0, 0).trimmed();
        if (text.isEmpty())
            continue;
        const QString where =
            phrase(QT_TRANSLATE_NOOP("cli", "%1, line %2: ")).arg(printable(name)).arg(number);
        if (auto error = addTarget(text, where, targets))
            return error;
    }
    return {};
}

} // namespace

std::variant<QList<TargetSpec>, UsageError> readTargets(const ParsedArguments &arguments,
                                                        QIODevice &standardInput)
{
    QList<TargetSpec> targets;
    for (const auto &text : arguments.positional) {
        if (auto error = addTarget(text, {}, targets))
            return *error;
    }
    if (arguments.has("--targets")) {
        if (auto error = readTargetsFile(arguments.value("--targets"), standardInput, targets))
            return *error;
    }
    if (targets.isEmpty()) {
        return UsageError{phrase(QT_TRANSLATE_NOOP(
            "cli", "name a domain or a server to inspect, as in: mailseal-cli inspect example.org"))};
    }
    return targets;
}

} // namespace mailseal
