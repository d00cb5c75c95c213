#pragma once

#include "files/resultfiles.h"
#include "report/comparisonreport.h"
#include "values/inspection.h"

#include <optional>

namespace mailseal {

/// What a file or a sheet of paper is to be about: inspections, or two of them side by side.
struct ReportSubject
{
    QList<Inspection> inspections;
    std::optional<ComparisonDetail> comparison; ///< set: the first two, left and right
    bool isRedacted = false;                    ///< with invented names and addresses
};

/// The content of a file; empty for PDF, which is painted from richText(). For any thread.
QByteArray contentOf(ResultFile file, const ReportSubject &subject);
/// The report for paper. For any thread.
QString richText(const ReportSubject &subject);
/// Writes the file, PDF included: all of it, or the old one stays. The system's words where it failed, else
/// empty. For any thread.
QString writeReport(ResultFile file, const QString &path, const ReportSubject &subject);
QString suggestedFileName(ResultFile file, const ReportSubject &subject);

} // namespace mailseal
