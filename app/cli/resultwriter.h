#pragma once

#include "clienvironment.h"

#include <QByteArray>
#include <QSaveFile>

#include <memory>

namespace mailseal {

/// Where results go: standard output as they come, or a file that appears only when it is whole.
class ResultWriter
{
public:
    ResultWriter(const CliEnvironment &environment, const QString &outputFile);
    /// Opens the file before anything is inspected, so that a missing folder is told at once.
    bool open();
    void write(const QByteArray &bytes);
    /// True where everything has been written; says on standard error what has not.
    bool finish();

private:
    void complain(const QString &reason) const;
    const CliEnvironment &m_environment;
    QString m_name;
    std::unique_ptr<QSaveFile> m_file;
    bool m_failed = false;
    QString m_reason;
};

} // namespace mailseal
