#pragma once

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <unistd.h>

namespace mailseal::bench {

/// Microseconds since the kernel started this process (proc(5), stat, field 22): as fine as clock ticks are.
inline double microsecondsSinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = stat.readAll();
    const QByteArrayList fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype startTime = 22 - 3; // the fields behind the name begin with the third
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    const double started = fields.value(startTime).toDouble() / ticks;
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1e6;
}

/// Ends the program once the window was painted for the first time, and prints when that was.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && !m_told) {
            m_told = true;
            // The request is handled, and so everything painted, once the queue comes to this.
            QTimer::singleShot(0, qApp, [] {
                std::printf("%.0f\n", microsecondsSinceStart());
                std::fflush(stdout);
                std::_Exit(0); // what comes after the first paint is not asked for
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_told = false;
};

inline int showAndTell(QMainWindow &window)
{
    FirstPaint teller;
    window.installEventFilter(&teller);
    window.show();
    return QApplication::exec();
}

} // namespace mailseal::bench
