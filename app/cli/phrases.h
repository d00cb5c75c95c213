#pragma once

#include "wire/escape.h"

#include <QCoreApplication>
#include <QString>

namespace mailseal {

/// The command line's own sentences (context "cli"), each marked by QT_TRANSLATE_NOOP for lupdate.
inline QString phrase(const char *source) { return QCoreApplication::translate("cli", source); }
/// What was typed, safe to print, shortened.
inline QString printable(const QString &typed)
{
    constexpr qsizetype enough = 200;
    return escapeUnprintable(typed.left(enough));
}

} // namespace mailseal
