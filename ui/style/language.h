#pragma once

class QApplication;
class QString;

namespace mailseal {

/// Installs the translators of the window, of the wording and of Qt's own texts, and the locale for dates and
/// numbers. `code` is that of a spoken language; empty: the system's. Asked once, before the first text is
/// made.
void speak(QApplication &application, const QString &code);

} // namespace mailseal
