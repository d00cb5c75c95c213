#pragma once

#include <QString>
#include <QStringView>

#include <algorithm>
#include <array>

namespace mailseal {

/// A language that the programs speak. A row here and the files resources/translations/*_CODE.ts are one.
struct SpokenLanguage
{
    QLatin1StringView code; ///< ISO 639-1; also the word that preferences are stored by, never changed
    QStringView name;       ///< in its own words
};

/// The first is the one that the sources are written in.
inline constexpr std::array spokenLanguages{
    SpokenLanguage{QLatin1StringView("en"), u"English"},
    SpokenLanguage{QLatin1StringView("de"), u"Deutsch"},
};

/// The code of the language for a locale of this name, such as "de_AT.UTF-8"; the first one's where it is not
/// spoken.
inline QString spokenIn(const QString &locale)
{
    const auto *found = std::find_if(spokenLanguages.begin(), spokenLanguages.end(),
                                     [&](const SpokenLanguage &one) { return locale.startsWith(one.code); });
    return found == spokenLanguages.end() ? spokenLanguages.front().code : found->code;
}

} // namespace mailseal
