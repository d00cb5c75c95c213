#pragma once

#include "report/page.h"
#include "values/inspection.h"

#include <QList>

/// What stands in a report, in whatever form: the answer first, then the proof.
namespace mailseal {

/// The whole report on one server.
void writeInspection(Page &page, const Inspection &inspection);
/// The report on several: a table of all of them, then each. One alone is written as writeInspection does.
void writeReport(Page &page, const QList<Inspection> &inspections);

// What the beginning of the first says.
Page::Head inspectionHead(const Page &page, const Inspection &inspection);
/// The answers of the first screen, the last is that of the client acted as; and those that only a sender
/// comes to see whose resolver does not validate.
struct AnswerLines
{
    QList<Page::AssessmentLine> lines;
    QList<Page::AssessmentLine> passedOver;
};
AnswerLines inspectionAnswers(const Page &page, const Inspection &inspection);

// The parts of the first, in their order.
void writeHead(Page &page, const Inspection &inspection);
void writeAnswers(Page &page, const Inspection &inspection);
void writePassedOver(Page &page, const QList<Page::AssessmentLine> &lines);
void writeVerdicts(Page &page, const Inspection &inspection);
void writeSenders(Page &page, const Inspection &inspection);
void writeChanges(Page &page, const Inspection &inspection);
void writeRemarks(Page &page, const Inspection &inspection);
void writeDns(Page &page, const Inspection &inspection);
void writeSts(Page &page, const Inspection &inspection);
void writeTlsReports(Page &page, const Inspection &inspection);
void writeSession(Page &page, const Inspection &inspection);
void writeCertificates(Page &page, const Inspection &inspection);
void writeTlsaProposals(Page &page, const Inspection &inspection);
void writeVariants(Page &page, const Inspection &inspection);
void writeNames(Page &page, const Inspection &inspection);
void writeConformance(Page &page, const Inspection &inspection);
void writeExtensions(Page &page, const Inspection &inspection);
void writeTranscript(Page &page, const Inspection &inspection);

/// "3 of 4 servers satisfy the policy acted under"
QString satisfiedText(const Page &page, const QList<Inspection> &inspections);
/// "mx1.example.org and 2 more" or the one server's name: what a report is named after.
QString subjectOf(const QList<Inspection> &inspections, const Wording &wording);

} // namespace mailseal
