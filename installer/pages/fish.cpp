#include "pages.h"

#include "cli/phrases.h"
#include "cli/verbs.h"

namespace mailseal::pages {

namespace {

/// fish knows two escapes between single quotes.
QString quoted(QString text)
{
    text.replace(u'\\', QLatin1StringView("\\\\")).replace(u'\'', QLatin1StringView("\\'"));
    return u'\'' + text + u'\'';
}

QString argumentsOf(WordKind kind)
{
    switch (kind) {
    case WordKind::Anything:
        return {};
    case WordKind::File:
        return QStringLiteral(" -F");
    case WordKind::Host:
        return QStringLiteral(" -f -a '(__fish_print_hostnames)'");
    case WordKind::Target:
        return QStringLiteral(" -f -a '(__mailseal_cli_targets)'");
    case WordKind::TargetOrFile:
        return QStringLiteral(" -F -a '(__mailseal_cli_targets)'");
    }
    return {};
}

QString optionLine(const QString &condition, const OptionSpec &option)
{
    QString text = condition + QLatin1StringView(" -l ") + QString(QLatin1StringView(option.name)).mid(2);
    if (option.valueName)
        text += QLatin1StringView(" -r");
    if (option.choices) {
        text += QLatin1StringView(" -f -a ") + quoted(option.choices().join(u' '));
    } else if (option.valueName) {
        const QString arguments = argumentsOf(valueKind(QLatin1StringView(option.valueName)));
        text += arguments.isEmpty() ? QStringLiteral(" -f") : arguments;
    }
    return text + QLatin1StringView(" -d ") + quoted(helpOf(option)) + u'\n';
}

constexpr const char *head =
    R"(# mailseal-cli(1) completion; made from the program's own tables of verbs and options.

# Whether the verb is one of those named; without a name, whether there is none yet.
function __mailseal_cli_verb
    set -l words (commandline -opc)
    if test (count $argv) -eq 0
        test (count $words) -eq 1
    else
        test (count $words) -ge 2; and contains -- $words[2] $argv
    end
end

# Hosts behind what a target may begin with.
function __mailseal_cli_targets
    set -l begun (string match -r -- '^.*[:/]' (commandline -ct))
    if test -n "$begun"
        string replace -r -- '^' $begun (__fish_print_hostnames)
    else
        printf '%s\n' @PREFIXES@
        __fish_print_hostnames
    end
end

complete -c mailseal-cli -f
complete -c mailseal-cli -s h -l help -d 'print help'
complete -c mailseal-cli -n __mailseal_cli_verb -l version -d 'print the version'
complete -c mailseal-cli -n __mailseal_cli_verb -a help -d 'everything about one verb'
)";

} // namespace

QByteArray fishCompletion()
{
    QString text = QLatin1StringView(head);
    text.replace(QLatin1StringView("@PREFIXES@"), targetPrefixes().join(u' '));
    for (const auto &verb : verbs()) {
        const QString name = QLatin1StringView(verb.name);
        const QString condition =
            QStringLiteral("complete -c mailseal-cli -n '__mailseal_cli_verb %1'").arg(name);
        for (const char *where : {"__mailseal_cli_verb", "'__mailseal_cli_verb help'"}) {
            text += QStringLiteral("complete -c mailseal-cli -n %1 -a %2 -d %3\n")
                        .arg(QLatin1StringView(where), name, quoted(phrase(verb.summary)));
        }
        text += condition + argumentsOf(operandKind(QLatin1StringView(verb.arguments))) + u'\n';
        for (const auto &option : verb.options)
            text += optionLine(condition, option);
    }
    return text.toUtf8();
}

} // namespace mailseal::pages
