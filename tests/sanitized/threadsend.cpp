#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QThread>
#include <QThreadPool>

// Linked into every test of a build with sanitizers. OpenSSL frees what it keeps for a thread when that
// thread is gone, a moment after Qt has joined it; what it still holds when the process ends would be taken
// for a leak.

namespace {

qsizetype threadCount()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

void waitForThreads()
{
    QThreadPool::globalInstance()->waitForDone();
    constexpr int enough = 2000;
    for (const QDeadlineTimer deadline(enough); threadCount() > 1 && !deadline.hasExpired();)
        QThread::msleep(1);
}

void waitAtTheEnd() { qAddPostRoutine(&waitForThreads); }

} // namespace

Q_COREAPP_STARTUP_FUNCTION(waitAtTheEnd)
