#pragma once

#include "report/html.h"

#include <QLatin1StringView>

namespace mailseal {

/// The one style of every HTML report.
QLatin1StringView htmlStyle(HtmlReader reader);

} // namespace mailseal
