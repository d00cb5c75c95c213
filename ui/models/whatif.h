#pragma once

#include "inspector/assume.h"
#include "values/inspection.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace mailseal {

/// What stands in the form of assumptions, as a person left it.
struct WhatIfEntry
{
    QString tlsa; ///< every record there would be, one a line
    std::optional<StsMode> mode;
    std::optional<QDateTime> at;
    QString roots; ///< PEM
    QString name;
    bool operator==(const WhatIfEntry &) const = default;
};

enum class WhatIfField { Tlsa, Roots, Name };

/// What the form comes to. A field that cannot be read has its problem in words and assumes nothing.
struct WhatIfReading
{
    Assumptions assumed;
    QHash<WhatIfField, QString> problems;
};

/// The form before anybody has touched it: the records that were found, and nothing else.
WhatIfEntry entryOf(const Inspection &real);
/// Only what differs from `untouched` is assumed.
WhatIfReading readEntry(const WhatIfEntry &entry, const WhatIfEntry &untouched);

/// "it is 1 June 2027; CN=Test is a trust anchor": the assumptions of a hypothetical result beyond those of
/// the real one, in words.
QString supposedText(const Inspection &hypothetical, const Inspection &real);

} // namespace mailseal
