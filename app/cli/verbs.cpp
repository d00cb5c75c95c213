#include "verbs.h"

#include "exitcode.h"
#include "phrases.h"
#include "report/textlayout.h"
#include "resultwriter.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

constexpr int usage = static_cast<int>(ExitCode::Usage);

const Verb *verbNamed(const QString &name)
{
    const auto all = verbs();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Verb &verb) { return name == QLatin1StringView(verb.name); });
    return found == all.end() ? nullptr : &*found;
}

/// As lines of the terminal, each behind so many spaces; with a line end.
QString flowing(const QString &text, int columns, qsizetype indent)
{
    constexpr qsizetype narrowest = 24;
    const QString margin(indent, u' ');
    const QStringList lines = wrappedLines(text, qMax(columns - indent, narrowest));
    return margin + lines.join(u'\n' + margin) + u'\n';
}

QString generalHelp(int columns)
{
    constexpr qsizetype summaryColumn = 6;
    QString text =
        flowing(phrase(QT_TRANSLATE_NOOP(
                    "cli", "mailseal-cli: does mail to this server travel encrypted, is the server who it "
                           "says it is, and which senders would refuse it, and why?")),
                columns, 0) +
        u'\n' + phrase(QT_TRANSLATE_NOOP("cli", "Usage:")) + u'\n';
    for (const auto &verb : verbs()) {
        text += QStringLiteral("  mailseal-cli %1 %2\n")
                    .arg(QLatin1StringView(verb.name), phrase(verb.arguments)) +
                flowing(phrase(verb.summary), columns, summaryColumn);
    }
    text += QStringLiteral("  mailseal-cli help VERB\n      %1\n  mailseal-cli --version\n\n")
                .arg(phrase(QT_TRANSLATE_NOOP("cli", "everything about one verb")));
    text += flowing(
        phrase(QT_TRANSLATE_NOOP(
            "cli", "Exit codes: 0 satisfied, 1 violated or not applicable, 2 usage or a file that cannot "
                   "be read, 3 could not be told. The worst of several servers counts: 2, 3, 1, 0.")),
        columns, 0);
    return text;
}

QString helpOf(const Verb &verb, int columns)
{
    QString text = QStringLiteral("%1 mailseal-cli %2 [%3] %4\n\n")
                       .arg(phrase(QT_TRANSLATE_NOOP("cli", "Usage:")), QLatin1StringView(verb.name),
                            phrase(QT_TRANSLATE_NOOP("cli", "OPTIONS")), phrase(verb.arguments)) +
                   flowing(phrase(verb.description), columns, 0) + u'\n';
    for (const auto &option : verb.options) {
        QString left = QLatin1StringView("  ") + QLatin1StringView(option.name);
        if (option.valueName)
            left += u' ' + QLatin1StringView(option.valueName);
        constexpr qsizetype column = 26;
        const QString help = flowing(helpOf(option), columns, column);
        text +=
            left.size() < column - 1 ? left.leftJustified(column) + help.mid(column) : left + u'\n' + help;
    }
    return text + u'\n' + phrase(QT_TRANSLATE_NOOP("cli", "Examples:")) + u'\n' +
           QLatin1StringView(verb.examples);
}

int print(const CliEnvironment &environment, const QByteArray &text)
{
    ResultWriter writer(environment, {});
    writer.write(text);
    return writer.finish() ? 0 : usage;
}

int fail(const CliEnvironment &environment, const QString &message, const Verb *verb)
{
    environment.say(QLatin1StringView("mailseal-cli: ") + message);
    environment.say(
        verb
            ? phrase(QT_TRANSLATE_NOOP("cli", "See mailseal-cli help %1.")).arg(QLatin1StringView(verb->name))
            : phrase(QT_TRANSLATE_NOOP("cli", "See mailseal-cli --help.")));
    return usage;
}

int failUnknownVerb(const CliEnvironment &environment, const QString &name)
{
    QStringList known;
    for (const auto &verb : verbs())
        known.append(QString::fromLatin1(verb.name));
    const QString nearest = nearestTo(name, known);
    return fail(environment,
                nearest.isEmpty() ? phrase(QT_TRANSLATE_NOOP("cli", "unknown verb %1; there is: %2"))
                                        .arg(printable(name), known.join(QStringLiteral(", ")))
                                  : phrase(QT_TRANSLATE_NOOP("cli", "unknown verb %1; did you mean %2?"))
                                        .arg(printable(name), nearest),
                nullptr);
}

} // namespace

std::span<const Verb> verbs()
{
    static const std::array all{inspectVerb, verifyVerb, compareVerb, showVerb};
    return all;
}

int runCli(const QStringList &arguments, const CliEnvironment &environment)
{
    const QString first = arguments.value(0);
    const auto isHelp = [](const QString &word) {
        return word == QLatin1StringView("--help") || word == QLatin1StringView("-h");
    };
    if (arguments.isEmpty()) {
        return fail(
            environment,
            phrase(QT_TRANSLATE_NOOP("cli", "name a verb, as in: mailseal-cli inspect host:mx.example.org")),
            nullptr);
    }
    if (first == QLatin1StringView("--version")) {
        return print(environment, "mailseal-cli " MAILSEAL_VERSION "\n");
    }
    if (isHelp(first) || (first == QLatin1StringView("help") && arguments.size() == 1)) {
        return print(environment, generalHelp(environment.columns).toUtf8());
    }
    const bool asksForHelp = first == QLatin1StringView("help");
    const QString name = asksForHelp ? arguments[1] : first;
    const Verb *verb = verbNamed(name);
    if (!verb)
        return failUnknownVerb(environment, name);
    const QStringList rest = arguments.mid(1);
    if (asksForHelp || std::any_of(rest.begin(), rest.end(), isHelp)) {
        return print(environment, helpOf(*verb, environment.columns).toUtf8());
    }
    const auto parsed = parseArguments(rest, verb->options);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        return fail(environment, error->text, verb);
    return verb->run(std::get<ParsedArguments>(parsed), environment);
}

} // namespace mailseal
