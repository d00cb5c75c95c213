#include "shell/startup.h"

#include "style/language.h"

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
    auto window = std::make_unique<MainWindow>(std::move(store));
    const auto shown = window.get();
    QTimer::singleShot(0, shown, [targets, shown] { shown->inspectAll(targets); });
    // Drawn in many sizes, so not before the first paint.
    constexpr std::chrono::milliseconds afterFirstPaint{100};
    QTimer::singleShot(afterFirstPaint, shown, [] { QGuiApplication::setWindowIcon(windowIcon()); });
    return window;
}

} // namespace mailseal
