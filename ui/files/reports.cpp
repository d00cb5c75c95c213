#include "files/reports.h"

#include "compare/compare.h"
#include "files/printing.h"
#include "redact/redact.h"
#include "report/html.h"

namespace mailseal {

namespace {

const Wording words(Wording::Speech::Translated);

QList<Inspection> shared(const ReportSubject &subject)
{
    return subject.isRedacted ? redact(subject.inspections) : subject.inspections;
}

SurveyComparison compared(const ReportSubject &subject)
{
    const QList<Inspection> sides = shared(subject);
    return compareSurveys({sides.value(0)}, {sides.value(1)});
}

/// What is said of two side by side; nullopt for files that hold inspections themselves.
std::optional<QByteArray> comparisonContent(ResultFile file, const ReportSubject &subject)
{
    switch (file) {
    case ResultFile::ReportHtml:
        return comparisonHtml(compared(subject), words, *subject.comparison).toUtf8();
    case ResultFile::ReportMarkdown:
        return comparisonMarkdown(compared(subject), words, *subject.comparison).toUtf8();
    case ResultFile::ReportText:
        return comparisonText(compared(subject), words, {}, *subject.comparison).toUtf8();
    case ResultFile::Survey:
    case ResultFile::TranscriptText:
    case ResultFile::ChainPem:
    case ResultFile::ReportPdf:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

QByteArray contentOf(ResultFile file, const ReportSubject &subject)
{
    if (subject.comparison) {
        if (auto content = comparisonContent(file, subject))
            return *content;
    }
    return contentOf(file, shared(subject));
}

QString richText(const ReportSubject &subject)
{
    return subject.comparison
               ? comparisonHtml(compared(subject), words, *subject.comparison, HtmlReader::RichText)
               : surveyHtml(shared(subject), words, HtmlReader::RichText);
}

QString writeReport(ResultFile file, const QString &path, const ReportSubject &subject)
{
    return file == ResultFile::ReportPdf ? writePdf(path, richText(subject))
                                         : writeFile(path, contentOf(file, subject));
}

QString suggestedFileName(ResultFile file, const ReportSubject &subject)
{
    const bool isReport =
        file != ResultFile::Survey && file != ResultFile::TranscriptText && file != ResultFile::ChainPem;
    return subject.comparison && isReport ? QStringLiteral("mailseal-comparison.") + fileSuffix(file)
                                          : suggestedFileName(file, subject.inspections);
}

} // namespace mailseal
