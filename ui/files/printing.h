#pragma once

#include <QString>

class QPagedPaintDevice;

namespace mailseal {

/// Lays a report (rich text, HtmlReader::RichText) out on the pages of a printer or a PDF. For any thread.
void paintReport(const QString &html, QPagedPaintDevice &pages);
/// The report as PDF: all of it, or the old file as it was. The system's words where it failed, else empty.
/// For any thread.
QString writePdf(const QString &path, const QString &html);

} // namespace mailseal
