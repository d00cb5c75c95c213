#pragma once

#include "values/inspection.h"
#include "wording/wording.h"

#include <QList>
#include <QString>

namespace mailseal {

/// What stands above the servers of one mail domain: one line each with its answer, those of the best MX
/// first. A U-label domain is shown in both forms.
QString domainOverview(const QList<Inspection> &inspections, const QString &domain, const Wording &wording);

} // namespace mailseal
