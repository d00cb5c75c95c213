// exampleserver FILE: one of the built-in example servers on loopback, until standard input ends. Its root is
// written to FILE as PEM, its port to standard output.
#include "examples/exampleservers.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace mailseal;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    ExampleServers examples;
    QFile root(QCoreApplication::arguments().value(1));
    if (!examples.start() || !root.open(QIODevice::WriteOnly))
        return 1;
    root.write("-----BEGIN CERTIFICATE-----\n" + examples.root().toBase64() +
               "\n-----END CERTIFICATE-----\n");
    root.close();
    for (const auto &server : examples.servers()) {
        if (server.kind == ExampleKind::Good)
            std::printf("%s %d\n", qPrintable(server.host), server.port);
    }
    std::fflush(stdout);
    QSocketNotifier ended(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
