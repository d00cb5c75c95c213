#include "inspector/inspector.h"
#include "interrupt.h"
#include "verbs.h"
#include "wording/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QTranslator>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

using namespace mailseal;

namespace {

/// The language of messages (locale(7): LC_ALL, then LC_MESSAGES, then LANG).
QString languageOfMessages()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return spokenIn(qEnvironmentVariable(name));
    }
    return spokenIn({});
}

bool isTerminalInColour()
{
    return isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

/// As wide as the terminal is, but no wider than is read with ease (environ(7): COLUMNS).
int columnsOfOutput()
{
    constexpr int narrowest = 30;
    constexpr int widest = 120;
    int columns = qEnvironmentVariableIntValue("COLUMNS");
    winsize size{};
    if (columns <= 0 && isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        columns = size.ws_col;
    return columns > 0 ? std::clamp(columns, narrowest, widest) : CliEnvironment().columns;
}

/// A descriptor that the caller closed would be given to the next socket, and results would go to the server.
/// Standard output is opened for reading, so that a write to it fails and is told.
void occupyStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0) [[maybe_unused]]
            const int lowestFree = ::open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
    }
}

} // namespace

int main(int argc, char **argv)
{
    occupyStandardDescriptors();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mailseal-cli"));
    QTranslator wording; // that of the sources has no files: then nothing is loaded
    QTranslator own;
    const QString language = languageOfMessages();
    if (wording.load(QStringLiteral(":/translations/wording_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&wording);
    if (own.load(QStringLiteral(":/translations/cli_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&own);
    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly) ||
        !out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 2;
    Interrupt interrupt;
    CliEnvironment environment;
    environment.in = &in;
    environment.out = &out;
    environment.err = &err;
    environment.isOutTerminal = isatty(STDOUT_FILENO) == 1;
    environment.isErrTerminal = isatty(STDERR_FILENO) == 1;
    environment.wantsColour = isTerminalInColour();
    environment.columns = columnsOfOutput();
    environment.makeInspector = [] { return std::make_unique<Inspector>(); };
    environment.onInterrupt = [&](std::function<void()> action) { interrupt.setAction(std::move(action)); };
    const int code = runCli(QCoreApplication::arguments().mid(1), environment);
    // Everything is written. What OpenSSL and Qt would tidy up now the kernel takes back at once.
    std::quick_exit(code);
}
