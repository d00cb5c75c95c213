#pragma once

#include "shell/mainwindow.h"

class QApplication;

namespace mailseal {

/// Everything between the program's start and the first window: its names, language and appearance as they
/// were kept, the window itself with `targets` under inspection as soon as it is painted. The caller shows
/// it.
std::unique_ptr<MainWindow> createMainWindow(QApplication &application, const QStringList &targets);

} // namespace mailseal
