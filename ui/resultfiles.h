#pragma once

#include "values/inspection.h"

#include <QByteArray>
#include <QString>

namespace mailseal {

/// What the window saves of one inspection.
enum class ResultFile { TranscriptText, ChainPem };

/// "mx.example.org-192.0.2.9-transcript.txt": made from what was asked for alone, never from what a server
/// sent, and of letters, digits, dots and hyphens only.
QString suggestedFileName(ResultFile file, const Target &target);
QByteArray contentOf(ResultFile file, const Inspection &inspection);
/// Writes all of it or leaves the old file as it was; the system's words where it failed, else empty.
QString writeFile(const QString &path, const QByteArray &content);

} // namespace mailseal
