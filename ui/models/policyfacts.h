#pragma once

#include "values/inspection.h"

#include <QList>
#include <QString>

namespace mailseal {

struct DnsFact
{
    QString label;
    QString text;
    bool isBytes = false;
    bool operator==(const DnsFact &) const = default;
};
/// What is known of the policy: id, where it came from, mode, how long it is kept, patterns.
QList<DnsFact> policyFacts(const Inspection &inspection);

} // namespace mailseal
