#pragma once

#include <QLatin1StringView>

/// What the writer writes and the reader knows (docs/file-format.md): the number rises when a field changes
/// meaning.
namespace mailseal::schema {

inline constexpr QLatin1StringView survey("mailseal/survey/");
inline constexpr QLatin1StringView inspection("mailseal/inspection/");
inline constexpr QLatin1StringView comparison("mailseal/comparison/");
inline constexpr int version = 1;

} // namespace mailseal::schema
