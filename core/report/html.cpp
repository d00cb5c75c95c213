#include "report/html.h"

#include "report/htmlpage.h"
#include "report/report.h"

namespace mailseal {

QString inspectionHtml(const Inspection &inspection, const Wording &wording, HtmlReader reader)
{
    return surveyHtml({inspection}, wording, reader);
}

QString surveyHtml(const QList<Inspection> &inspections, const Wording &wording, HtmlReader reader)
{
    HtmlPage page(wording, reader);
    writeReport(page, inspections);
    return page.document(subjectOf(inspections, wording) + QStringLiteral(" – Mailseal"));
}

} // namespace mailseal
