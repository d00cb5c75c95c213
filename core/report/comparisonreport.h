#pragma once

#include "report/html.h"
#include "report/page.h"
#include "report/text.h"
#include "values/comparison.h"

#include <QString>

namespace mailseal {

/// Differences: what differs, and what one side could not tell. Everything: also what is the same, what is
/// never counted, and the transcripts step by step.
enum class ComparisonDetail { Differences, Everything };

/// The report on a comparison, in whatever form: the answer first, then each group with both sides beside
/// each other. Several pairs have a table of all of them on top.
void reportComparison(Page &page, const SurveyComparison &comparison, ComparisonDetail detail);

QString comparisonText(const SurveyComparison &comparison, const Wording &wording, const TextStyle &style,
                       ComparisonDetail detail);
QString comparisonMarkdown(const SurveyComparison &comparison, const Wording &wording,
                           ComparisonDetail detail);
QString comparisonHtml(const SurveyComparison &comparison, const Wording &wording, ComparisonDetail detail,
                       HtmlReader reader = HtmlReader::Browser);

/// "mx1.example.org ⇄ mx2.example.org": what a report is named after.
QString subjectOf(const SurveyComparison &comparison);

} // namespace mailseal
