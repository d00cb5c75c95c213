#include "shell/startup.h"

#include <QApplication>

#include <cstdio>
#include <optional>

using namespace mailseal;

namespace {

constexpr int usageError = 2;

constexpr const char *usage =
    "Usage: mailseal [TARGET... | FILE.mailseal...]\n"
    "\n"
    "Opens the window and inspects each TARGET at once: mx.example.org, host:mx.example.org,\n"
    "mx.example.org:587, 192.0.2.1, [2001:db8::1]:25, submissions://mx.example.org.\n"
    "Opens each saved FILE and shows it as it was judged then.\n"
    "\n"
    "  -h, --help     print this text\n"
    "  -v, --version  print the version\n"
    "\n"
    "On a machine without a display use mailseal-cli inspect TARGET...\n";

/// Qt ends a program without a display by abort(); a person deserves a sentence.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Answers what needs no display: the exit code where the program is done with it.
std::optional<int> answerWithoutDisplay(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--")
            break;
        if (argument == "--help" || argument == "-h") {
            std::fputs(usage, stdout);
            return 0;
        }
        if (argument == "--version" || argument == "-v") {
            std::puts("mailseal " MAILSEAL_VERSION);
            return 0;
        }
    }
    if (hasDisplay() || (argc > 1 && QByteArray(argv[1]) == "-platform"))
        return std::nullopt;
    std::fputs("mailseal: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
               "Without one, mailseal-cli does the same on the command line: mailseal-cli inspect TARGET\n",
               stderr);
    return usageError;
}

} // namespace

int main(int argc, char **argv)
{
    if (const auto code = answerWithoutDisplay(argc, argv))
        return *code;
    QApplication application(argc, argv);
    QStringList targets = QCoreApplication::arguments().mid(1);
    if (targets.value(0) == QLatin1StringView("--"))
        targets.removeFirst();
    for (const QString &target : std::as_const(targets)) {
        if (target.startsWith(u'-')) {
            std::fprintf(stderr, "mailseal: unknown option %s\n%s", qUtf8Printable(target), usage);
            return usageError;
        }
    }
    const auto window = createMainWindow(application, targets);
    window->show();
    return QApplication::exec();
}
