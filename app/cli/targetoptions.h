#pragma once

#include "options.h"
#include "values/target.h"

#include <QList>

#include <variant>

class QIODevice;

namespace mailseal {

/// What is to be inspected: what stands alone on the command line, then the lines of --targets ("-" is
/// `standardInput`). There is at least one.
std::variant<QList<TargetSpec>, UsageError> readTargets(const ParsedArguments &arguments,
                                                        QIODevice &standardInput);

} // namespace mailseal
