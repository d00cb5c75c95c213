#include "report/markdown.h"

#include "report/markdownpage.h"
#include "report/report.h"

namespace mailseal {

QString inspectionMarkdown(const Inspection &inspection, const Wording &wording)
{
    return surveyMarkdown({inspection}, wording);
}

QString surveyMarkdown(const QList<Inspection> &inspections, const Wording &wording)
{
    MarkdownPage page(wording);
    writeReport(page, inspections);
    return page.take();
}

} // namespace mailseal
