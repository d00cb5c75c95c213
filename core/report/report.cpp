#include "report/report.h"

#include "answers/badge.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

#include <algorithm>

namespace mailseal {

namespace {

/// The first day on which a certificate of the chain is no longer valid.
QString earliestExpiry(const Inspection &inspection)
{
    QDateTime earliest;
    if (inspection.chain) {
        for (const CertificateFacts &facts : inspection.chain->sent) {
            if (facts.notAfter.isValid() && (!earliest.isValid() || facts.notAfter < earliest))
                earliest = facts.notAfter;
        }
    }
    return earliest.isValid() ? earliest.toUTC().date().toString(Qt::ISODate) : QString();
}

Page::Row overviewRow(const Page &page, const Inspection &inspection)
{
    const Target &target = inspection.evidence.target;
    const Verdict *acting = actingVerdict(inspection);
    const QString standing = acting ? page.wording().standing(acting->standing)
                                    : page.word(QT_TRANSLATE_NOOP("report", "not judged"));
    return {{{titleOf(target), Tone::Plain, true},
             {connectedText(target), Tone::Plain, true},
             {page.wording().brief(inspection), toneOf(inspection)},
             {standing, acting ? toneOf(*acting) : Tone::Unknown},
             {earliestExpiry(inspection)}},
            false};
}

Page::Head headOf(const Page &page, const QList<Inspection> &inspections)
{
    QDateTime first;
    QDateTime last;
    for (const Inspection &one : inspections) {
        const QDateTime &at = one.evidence.observedAt;
        first = !first.isValid() || (at.isValid() && at < first) ? at : first;
        last = !last.isValid() || (at.isValid() && at > last) ? at : last;
    }
    QStringList when{instantText(first), instantText(last)};
    when.removeDuplicates();
    return {subjectOf(inspections, page.wording()),
            {when.join(QStringLiteral(" – "))},
            toneOf(inspections),
            satisfiedText(page, inspections),
            {},
            {}};
}

} // namespace

QString satisfiedText(const Page &page, const QList<Inspection> &inspections)
{
    const auto satisfied = std::count_if(inspections.begin(), inspections.end(), [](const Inspection &one) {
        const Verdict *acting = actingVerdict(one);
        return acting && acting->standing == Standing::Satisfied;
    });
    return withArguments(
        page.word(QT_TRANSLATE_NOOP("report", "%1 of %2 servers satisfy the policy acted under")),
        {QString::number(satisfied), QString::number(inspections.size())});
}

QString subjectOf(const QList<Inspection> &inspections, const Wording &wording)
{
    if (inspections.isEmpty())
        return {};
    QStringList names;
    for (const Inspection &one : inspections)
        names.append(titleOf(one.evidence.target));
    names.removeDuplicates();
    if (names.size() == 1)
        return names.constFirst();
    if (names.size() == 2) {
        return withArguments(inLanguage(wording.speech(), QT_TRANSLATE_NOOP("report", "%1 and %2")), names);
    }
    return withArguments(inLanguage(wording.speech(), QT_TRANSLATE_NOOP("report", "%1 and %2 more")),
                         {names.constFirst(), QString::number(names.size() - 1)});
}

void writeInspection(Page &page, const Inspection &inspection)
{
    writeHead(page, inspection);
    writeAnswers(page, inspection);
    writeChanges(page, inspection);
    writeVerdicts(page, inspection);
    writeSenders(page, inspection);
    writeRemarks(page, inspection);
    writeDns(page, inspection);
    writeSts(page, inspection);
    writeTlsReports(page, inspection);
    writeSession(page, inspection);
    writeCertificates(page, inspection);
    writeTlsaProposals(page, inspection);
    writeVariants(page, inspection);
    writeNames(page, inspection);
    writeConformance(page, inspection);
    writeExtensions(page, inspection);
    writeTranscript(page, inspection);
}

void writeReport(Page &page, const QList<Inspection> &inspections)
{
    if (inspections.size() > 1) {
        page.head(headOf(page, inspections));
        Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Server")),
                           page.word(QT_TRANSLATE_NOOP("report", "Address")),
                           page.word(QT_TRANSLATE_NOOP("report", "Outcome")),
                           page.word(QT_TRANSLATE_NOOP("report", "Standing")),
                           page.word(QT_TRANSLATE_NOOP("report", "Valid until"))},
                          {},
                          -1};
        for (const Inspection &inspection : inspections)
            table.rows.append(overviewRow(page, inspection));
        page.table(table);
    }
    for (const Inspection &inspection : inspections)
        writeInspection(page, inspection);
}

} // namespace mailseal
