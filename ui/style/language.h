#pragma once

#include "settings/preferences.h"

class QApplication;

namespace mailseal {

/// Installs the translators of the window, of the wording and of Qt's own texts, and the locale for dates and
/// numbers. Asked once, before the first text is made.
void speak(QApplication &application, Language language);

} // namespace mailseal
