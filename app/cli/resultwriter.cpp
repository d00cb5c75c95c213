#include "resultwriter.h"

#include "phrases.h"

#include <QFileDevice>
#include <QFileInfo>

namespace mailseal {

ResultWriter::ResultWriter(const CliEnvironment &environment, const QString &outputFile)
    : m_environment(environment)
    , m_name(outputFile)
{
}

bool ResultWriter::open()
{
    if (m_name.isEmpty())
        return true;
    // A file is written beside the old one and renamed over it: a device or a pipe would be replaced by a
    // file.
    if (const QFileInfo old(m_name); old.exists() && !old.isFile()) {
        complain(phrase(QT_TRANSLATE_NOOP("cli", "it is no regular file; redirect standard output instead")));
        return false;
    }
    m_file = std::make_unique<QSaveFile>(m_name);
    if (m_file->open(QIODevice::WriteOnly))
        return true;
    complain(m_file->errorString());
    return false;
}

void ResultWriter::write(const QByteArray &bytes)
{
    QIODevice *device = m_file ? m_file.get() : m_environment.out;
    if (!m_failed && device->write(bytes) != bytes.size()) {
        m_failed = true;
        m_reason = device->errorString();
    }
}

bool ResultWriter::finish()
{
    if (m_file) {
        if (!m_failed && m_file->commit())
            return true;
        complain(m_failed ? m_reason : m_file->errorString());
        return false;
    }
    if (auto *file = qobject_cast<QFileDevice *>(m_environment.out); file && !m_failed && !file->flush()) {
        m_failed = true;
        m_reason = file->errorString();
    }
    if (m_failed)
        complain(m_reason);
    return !m_failed;
}

void ResultWriter::complain(const QString &reason) const
{
    const QString where =
        m_name.isEmpty() ? phrase(QT_TRANSLATE_NOOP("cli", "standard output")) : printable(m_name);
    m_environment.say(QLatin1StringView("mailseal-cli: ") +
                      phrase(QT_TRANSLATE_NOOP("cli", "cannot write to %1: %2")).arg(where, reason));
}

} // namespace mailseal
