#include "report/text.h"

#include "report/report.h"
#include "report/textpage.h"

namespace mailseal {

QString inspectionText(const Inspection &inspection, const Wording &wording, const TextStyle &style)
{
    TextPage page(style, wording);
    writeInspection(page, inspection);
    return page.take();
}

} // namespace mailseal
