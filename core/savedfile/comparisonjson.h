#pragma once

#include "values/comparison.h"

#include <QByteArray>
#include <QJsonObject>

namespace mailseal {

/// A comparison as docs/file-format.md "Comparison" has it ("mailseal/comparison/1"). Always English,
/// locale-free. One pair of two inspections is written as such; several, or one without a partner, as
/// `pairs`.
QJsonObject toJson(const SurveyComparison &comparison);
QByteArray writeComparison(const SurveyComparison &comparison);

} // namespace mailseal
