#pragma once

#include "savedfile/json.h"

#include <QByteArray>

#include <optional>

namespace mailseal::json {

/// Looks over a file that nobody vouches for before anything is built from it: UTF-8, the grammar of RFC
/// 8259, no name twice in one object, no deeper and no more than limits.h allows. One pass, bounded memory,
/// no recursion.
std::optional<FileProblem> scan(const QByteArray &content);

} // namespace mailseal::json
