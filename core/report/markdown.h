#pragma once

#include "values/inspection.h"
#include "wording/wording.h"

#include <QList>
#include <QString>

namespace mailseal {

/// GitHub-flavoured Markdown, for tickets and chats. What a server said cannot become markup, a link, a
/// mention or HTML.
QString inspectionMarkdown(const Inspection &inspection, const Wording &wording);
QString surveyMarkdown(const QList<Inspection> &inspections, const Wording &wording);

} // namespace mailseal
