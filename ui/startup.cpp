#include "startup.h"

#include "language.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

namespace mailseal {

std::unique_ptr<MainWindow> createMainWindow(QApplication &application, const QStringList &targets)
{
    QCoreApplication::setApplicationName(QStringLiteral("mailseal"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAILSEAL_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("mailseal"));
    auto store = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                             QStringLiteral("mailseal"), QStringLiteral("mailseal"));
    const Preferences preferences = loadPreferences(*store);
    speak(application, preferences.language);
    applyAppearance(application, preferences.appearance);
    QGuiApplication::setWindowIcon(programIcon());
    auto window = std::make_unique<MainWindow>(std::move(store));
    if (!targets.isEmpty()) {
        QTimer::singleShot(0, window.get(), [targets, shown = window.get()] { shown->inspectAll(targets); });
    }
    return window;
}

} // namespace mailseal
