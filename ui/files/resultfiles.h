#pragma once

#include "values/inspection.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace mailseal {

/// What the window saves of one inspection or of several.
enum class ResultFile { Survey, TranscriptText, ChainPem, ReportHtml, ReportMarkdown, ReportText, ReportPdf };

/// "mx.example.org-192.0.2.9-transcript.txt": made from what was asked for alone, never from what a server
/// sent, and of letters, digits, dots and hyphens only.
QString suggestedFileName(ResultFile file, const QList<Inspection> &inspections);
/// The filter of a file dialog, "Text (*.txt)", and the suffix that goes with it.
QString fileFilter(ResultFile file);
QString fileSuffix(ResultFile file);
/// Empty for PDF, which is painted (printing.h). For any thread.
QByteArray contentOf(ResultFile file, const QList<Inspection> &inspections);
/// Writes all of it or leaves the old file as it was; the system's words where it failed, else empty.
QString writeFile(const QString &path, const QByteArray &content);

} // namespace mailseal
