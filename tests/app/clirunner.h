#pragma once

#include "cli/verbs.h"
#include "inspector/inspector.h"

#include <QBuffer>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

/// Runs the command line in this process, with standard streams of its own.
namespace clirunner {

using namespace mailseal;

inline QString text(const char *utf8) { return QString::fromUtf8(utf8); }

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

struct Circumstances
{
    QByteArray input;
    bool colour = false;
    std::function<void(std::function<void()>)> onInterrupt;
    int *started = nullptr; ///< counts the inspectors that are made
};

inline Outcome run(const QStringList &arguments, const Circumstances &circumstances = {})
{
    QByteArray read = circumstances.input;
    QBuffer in(&read);
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    CliEnvironment environment;
    environment.in = &in;
    environment.out = &out;
    environment.err = &err;
    environment.wantsColour = circumstances.colour;
    environment.onInterrupt = circumstances.onInterrupt;
    environment.makeInspector = [&circumstances] {
        if (circumstances.started)
            ++*circumstances.started;
        return std::make_unique<Inspector>();
    };
    const int code = runCli(arguments, environment);
    return {code, out.data(), err.data()};
}

/// Writes a file into the folder and says where it is.
inline QString written(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", name);
    return file.fileName();
}

inline QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace clirunner
