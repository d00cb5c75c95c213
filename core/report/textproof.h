#pragma once

#include "report/textpage.h"
#include "values/inspection.h"

/// The second half of the report: what the answers rest on.
namespace mailseal {

void writeSession(TextPage &page, const Inspection &inspection);
void writeRemarks(TextPage &page, const Inspection &inspection);
void writeCertificates(TextPage &page, const Inspection &inspection);
void writeNames(TextPage &page, const Inspection &inspection);
void writeConformance(TextPage &page, const Inspection &inspection);
void writeExtensions(TextPage &page, const Inspection &inspection);
void writeTranscript(TextPage &page, const Inspection &inspection);

} // namespace mailseal
