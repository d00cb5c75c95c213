#pragma once

class QMainWindow;
class QSettings;
class QSplitter;

namespace mailseal {

class ServerList;
class TargetBar;

/// The parts of the window that are as a person left them when it is opened again.
struct WindowParts
{
    QMainWindow &window;
    QSplitter &splitter;
    TargetBar &target;
    ServerList &servers;
};

void restoreWindow(const WindowParts &parts, const QSettings &store);
/// All but the arrangement of the list, which is written whenever it changes.
void rememberWindow(const WindowParts &parts, QSettings &store);

} // namespace mailseal
