#include "options.h"

#include "phrases.h"

#include <algorithm>
#include <vector>

namespace mailseal {

namespace {

/// Levenshtein's distance, for a suggestion.
qsizetype slipsBetween(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const qsizetype above = row[at];
            const qsizetype cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[at] = std::min({above + 1, row[at - 1] + 1, diagonal + cost});
            diagonal = above;
        }
    }
    return row.back();
}

UsageError unknownOption(const QString &name, std::span<const OptionSpec> specs)
{
    QStringList known;
    for (const auto &spec : specs)
        known.append(QString::fromLatin1(spec.name));
    const QString nearest = nearestTo(name, known);
    if (nearest.isEmpty())
        return {phrase(QT_TRANSLATE_NOOP("cli", "unknown option %1")).arg(printable(name))};
    return {phrase(QT_TRANSLATE_NOOP("cli", "unknown option %1; did you mean %2?"))
                .arg(printable(name), nearest)};
}

} // namespace

UsageError wrong(const char *source, const QString &typed) { return {phrase(source).arg(printable(typed))}; }

UsageError unknownChoice(const char *source, const QString &typed, const QStringList &choices)
{
    return {phrase(source).arg(printable(typed), choices.join(QLatin1StringView(", ")))};
}

QString helpOf(const OptionSpec &option)
{
    const QString help = phrase(option.help);
    return option.choices ? help.arg(option.choices().join(QLatin1StringView(", "))) : help;
}

QString nearestTo(const QString &typed, const QStringList &known)
{
    constexpr qsizetype slipsAllowed = 2;
    constexpr qsizetype longest = 64;
    if (typed.size() > longest)
        return {};
    const auto nearest =
        std::min_element(known.begin(), known.end(), [&](const QString &a, const QString &b) {
            return slipsBetween(typed, a) < slipsBetween(typed, b);
        });
    return nearest != known.end() && slipsBetween(typed, *nearest) <= slipsAllowed ? *nearest : QString();
}

std::variant<ParsedArguments, UsageError> parseArguments(const QStringList &arguments,
                                                         std::span<const OptionSpec> specs)
{
    ParsedArguments parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == QLatin1StringView("--")) {
            parsed.positional += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(u'-') || argument.size() == 1) {
            parsed.positional.append(argument);
            continue;
        }
        const auto equals = argument.indexOf(u'=');
        const QString name = equals < 0 ? argument : argument.left(equals);
        const auto spec = std::find_if(specs.begin(), specs.end(), [&](const OptionSpec &one) {
            return name == QLatin1StringView(one.name);
        });
        if (spec == specs.end())
            return unknownOption(name, specs);
        if (parsed.values.contains(name) && !spec->isRepeatable)
            return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "%1 is given twice")).arg(name)};
        QString value;
        if (!spec->valueName && equals >= 0)
            return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "%1 takes no value")).arg(name)};
        if (spec->valueName) {
            if (equals < 0 && i + 1 >= arguments.size()) {
                return UsageError{phrase(QT_TRANSLATE_NOOP("cli", "%1 needs a value: %1 %2"))
                                      .arg(name, QLatin1StringView(spec->valueName))};
            }
            value = equals < 0 ? arguments[++i] : argument.mid(equals + 1);
        }
        parsed.values[name].append(value);
    }
    return parsed;
}

} // namespace mailseal
