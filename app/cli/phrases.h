#pragma once

#include "report/escape.h"

#include <QCoreApplication>
#include <QString>

namespace mailseal {

/// A sentence of the command line (context "cli"). lupdate looks into no macro but its own: new sentences are
/// marked by QT_TRANSLATE_NOOP("cli", …) itself.
#define PHRASE(text) QT_TRANSLATE_NOOP("cli", text)
inline QString phrase(const char *source) { return QCoreApplication::translate("cli", source); }
/// What was typed, safe to print, shortened.
inline QString printable(const QString &typed)
{
    constexpr qsizetype enough = 200;
    return escapeUnprintable(typed.left(enough));
}

} // namespace mailseal
