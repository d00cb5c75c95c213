#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <span>
#include <variant>

namespace mailseal {

/// One option of a verb. Texts are source strings of the context "cli". Help, man page and completions are
/// made from these rows (installer/pages).
struct OptionSpec
{
    const char *name;      ///< "--policy"
    const char *valueName; ///< "ID"; null: it takes none; "FILE" is completed by the names of files
    const char *help;      ///< "%1" stands for the choices
    bool isRepeatable = false;
    QStringList (*choices)() = nullptr; ///< all that may stand as its value; null: anything
};

/// The help of an option in the language spoken, its choices filled in.
QString helpOf(const OptionSpec &option);

struct ParsedArguments
{
    QStringList positional;
    QHash<QString, QStringList> values; ///< by option name; an option without value holds one empty string

    bool has(const char *name) const { return values.contains(QString::fromLatin1(name)); }
    QString value(const char *name) const { return values.value(QString::fromLatin1(name)).value(0); }
    QStringList all(const char *name) const { return values.value(QString::fromLatin1(name)); }
};

struct UsageError
{
    QString text; ///< for people: what is wrong and what to do
};

/// `source` is a phrase in which "%1" stands for what was typed.
UsageError wrong(const char *source, const QString &typed);
/// The same, and "%2" for what could have been typed.
UsageError unknownChoice(const char *source, const QString &typed, const QStringList &choices);

/// "--name value" and "--name=value"; "--" ends the options, "-" is positional.
std::variant<ParsedArguments, UsageError> parseArguments(const QStringList &arguments,
                                                         std::span<const OptionSpec> specs);

/// The word of `known` nearest to `typed`, within two slips; empty where none is near.
QString nearestTo(const QString &typed, const QStringList &known);

} // namespace mailseal
