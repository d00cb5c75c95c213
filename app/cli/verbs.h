#pragma once

#include "clienvironment.h"
#include "options.h"

#include <QStringList>

#include <span>

namespace mailseal {

/// A verb of mailseal-cli: one file each, one row in `verbs()`.
struct Verb
{
    const char *name;
    const char *arguments; ///< "TARGET…"
    const char *summary;
    const char *description;
    std::span<const OptionSpec> options;
    const char *examples; ///< not translated
    int (*run)(const ParsedArguments &, const CliEnvironment &);
};

std::span<const Verb> verbs();

/// The whole program but for main(): arguments without the program's name; the result is the exit code.
int runCli(const QStringList &arguments, const CliEnvironment &environment);

extern const Verb inspectVerb;
extern const Verb compareVerb;
extern const Verb showVerb;
extern const Verb verifyVerb;

} // namespace mailseal
