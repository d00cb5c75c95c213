#pragma once

#include "values/inspection.h"
#include "wording/wording.h"

#include <QList>
#include <QString>

namespace mailseal {

/// What reads the HTML. A browser gets light, dark and print looks; rich text (QTextDocument, for printing
/// and PDF) the subset of CSS that it understands, for paper. Either way one file without scripts, links or
/// anything that is fetched, and every text in it is escaped.
enum class HtmlReader { Browser, RichText };

QString inspectionHtml(const Inspection &inspection, const Wording &wording,
                       HtmlReader reader = HtmlReader::Browser);
/// Several on one page, with a table of all of them on top.
QString surveyHtml(const QList<Inspection> &inspections, const Wording &wording,
                   HtmlReader reader = HtmlReader::Browser);

} // namespace mailseal
