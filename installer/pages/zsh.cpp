#include "pages.h"

#include "cli/phrases.h"
#include "cli/verbs.h"

namespace mailseal::pages {

namespace {

QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(QLatin1StringView("'"), QLatin1StringView("'\\''")) + u'\'';
}

/// For _arguments and _describe: a colon and brackets have a meaning there.
QString escaped(QString text)
{
    for (const QChar special : QStringLiteral("\\:[]"))
        text.replace(special, QString(u'\\') + special);
    return text;
}

QString actionOf(WordKind kind)
{
    switch (kind) {
    case WordKind::Anything:
        return QStringLiteral(" ");
    case WordKind::File:
        return QStringLiteral("_files");
    case WordKind::Host:
        return QStringLiteral("_hosts");
    case WordKind::Target:
        return QStringLiteral("_mailseal_cli_target");
    case WordKind::TargetOrFile:
        return QStringLiteral("_mailseal_cli_target_or_file");
    }
    return {};
}

QString optionLine(const OptionSpec &option)
{
    const QString name = QLatin1StringView(option.name);
    QString text = (option.isRepeatable ? QStringLiteral("*") : QString()) + name;
    if (option.valueName)
        text += u'=';
    text += u'[' + escaped(helpOf(option)) + u']';
    if (option.valueName) {
        const QString valueName = QLatin1StringView(option.valueName);
        text += u':' + escaped(valueName) + u':' +
                (option.choices ? u'(' + option.choices().join(u' ') + u')' : actionOf(valueKind(valueName)));
    }
    return QStringLiteral("                    %1 \\\n").arg(quoted(text));
}

QString caseOf(const Verb &verb)
{
    const QString operands = phrase(verb.arguments);
    QString text = QStringLiteral("                %1)\n                    _arguments \\\n"
                                  "                    '(- *)'{-h,--help}'[print help]' \\\n")
                       .arg(QLatin1StringView(verb.name));
    for (const auto &option : verb.options)
        text += optionLine(option);
    return text + QStringLiteral("                    %1\n                    ;;\n")
                      .arg(quoted(
                          QStringLiteral("*:%1:%2").arg(escaped(operands), actionOf(operandKind(operands)))));
}

constexpr const char *completion = R"(#compdef mailseal-cli
# Completion for mailseal-cli(1); made from the program's own tables of verbs and options.

_mailseal_cli_target() {
    if [[ $PREFIX == (#b)(*[:/])* ]]; then
        compset -P '*[:/]'
        _hosts
    else
        _alternative 'hosts:host:_hosts' 'forms:form of a target:compadd -S "" -- @PREFIXES@'
    fi
}

_mailseal_cli_target_or_file() {
    _alternative 'files:file:_files' 'targets:target:_mailseal_cli_target'
}

_mailseal_cli() {
    local curcontext="$curcontext" state line
    typeset -A opt_args
    local -a verbs=(
%VERBS%        'help:everything about one verb'
    )
    _arguments -C \
        '(- 1 *)'{-h,--help}'[print help]' \
        '(- 1 *)--version[print the version]' \
        '1:verb:->verb' \
        '*::argument:->argument' && return
    case $state in
        verb)
            _describe -t verbs verb verbs
            ;;
        argument)
            case $words[1] in
                help)
                    ((CURRENT > 2)) || _describe -t verbs verb verbs
                    ;;
@CASES@            esac
            ;;
    esac
}

_mailseal_cli "$@"
)";

} // namespace

QByteArray zshCompletion()
{
    QString names;
    QString cases;
    for (const auto &verb : verbs()) {
        const QString described = QLatin1StringView(verb.name) + u':' + escaped(phrase(verb.summary));
        names += QStringLiteral("        %1\n").arg(quoted(described));
        cases += caseOf(verb);
    }
    QString text = QLatin1StringView(completion);
    text.replace(QLatin1StringView("@PREFIXES@"), targetPrefixes().join(u' '));
    text.replace(QLatin1StringView("%VERBS%"), names);
    text.replace(QLatin1StringView("@CASES@"), cases);
    return text.toUtf8();
}

} // namespace mailseal::pages
