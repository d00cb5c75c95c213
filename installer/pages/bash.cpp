#include "pages.h"

#include "cli/verbs.h"

namespace mailseal::pages {

namespace {

QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(QLatin1StringView("'"), QLatin1StringView("'\\''")) + u'\'';
}

QString words(const QStringList &list)
{
    return QStringLiteral("COMPREPLY=($(compgen -W %1 -- \"$cur\"))").arg(quoted(list.join(u' ')));
}

/// Files, hosts, targets: what is done for each.
QString wordsOf(WordKind kind)
{
    switch (kind) {
    case WordKind::Anything:
        return QStringLiteral(":");
    case WordKind::File:
        return QStringLiteral("_filedir");
    case WordKind::Host:
        return QStringLiteral("_known_hosts_real -- \"$cur\"");
    case WordKind::Target:
        return QStringLiteral("_mailseal_cli_target");
    case WordKind::TargetOrFile:
        return QStringLiteral("_mailseal_cli_target; _filedir");
    }
    return {};
}

QString caseOf(const Verb &verb)
{
    QString values;
    QStringList names;
    for (const auto &option : verb.options) {
        const QString name = QLatin1StringView(option.name);
        names.append(name);
        if (!option.valueName)
            continue;
        const QString action = option.choices ? words(option.choices())
                                              : wordsOf(valueKind(QLatin1StringView(option.valueName)));
        values += QStringLiteral("                %1)\n                    %2\n                    return\n"
                                 "                    ;;\n")
                      .arg(name, action);
    }
    names.append(QStringLiteral("--help"));
    QString text = QStringLiteral("        %1)\n").arg(QLatin1StringView(verb.name));
    if (!values.isEmpty())
        text += QStringLiteral("            case $prev in\n%1            esac\n").arg(values);
    return text + QStringLiteral("            $split && return\n"
                                 "            if [[ $cur == -* ]]; then\n                %1\n"
                                 "            else\n                %2\n            fi\n"
                                 "            ;;\n")
                      .arg(words(names), wordsOf(operandKind(QLatin1StringView(verb.arguments))));
}

constexpr const char *targets =
    R"(# mailseal-cli(1) completion; made from the program's own tables of verbs and options.

# A target: its beginning, or a known host behind one. The caller's $cur is read.
_mailseal_cli_target()
{
    local prefix
    for prefix in @PREFIXES@; do
        if [[ $cur == "$prefix"* ]]; then
            _known_hosts_real -p "$prefix" -- "${cur#"$prefix"}"
            __ltrim_colon_completions "$cur"
            return
        fi
    done
    COMPREPLY=($(compgen -W '@PREFIXES@' -- "$cur"))
    if [[ ${COMPREPLY-} ]]; then
        compopt -o nospace
        __ltrim_colon_completions "$cur"
    else
        _known_hosts_real -- "$cur"
    fi
}

)";

constexpr const char *completion = R"(_mailseal_cli()
{
    local cur prev words cword split
    _init_completion -s -n : || return
    if ((cword == 1)); then
        COMPREPLY=($(compgen -W '%VERBS% help --help --version' -- "$cur"))
        return
    fi
    case ${words[1]} in
        help)
            ((cword > 2)) || COMPREPLY=($(compgen -W '%VERBS%' -- "$cur"))
            ;;
@CASES@    esac
} &&
    complete -F _mailseal_cli mailseal-cli
)";

} // namespace

QByteArray bashCompletion()
{
    QStringList names;
    QString cases;
    for (const auto &verb : verbs()) {
        names.append(QLatin1StringView(verb.name));
        cases += caseOf(verb);
    }
    QString text = QLatin1StringView(targets) + QLatin1StringView(completion);
    text.replace(QLatin1StringView("@PREFIXES@"), targetPrefixes().join(u' '));
    text.replace(QLatin1StringView("%VERBS%"), names.join(u' '));
    text.replace(QLatin1StringView("@CASES@"), cases);
    return text.toUtf8();
}

} // namespace mailseal::pages
