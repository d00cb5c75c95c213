#pragma once

#include "values/comparison.h"

#include <QList>

namespace mailseal {

/// Fact by fact, each counted once: where it is caused. What follows from a counted fact (the name that
/// matched, the days left in a finding) is shown and not counted again. Takes time in proportion to the two
/// values.
Comparison compare(const Inspection &left, const Inspection &right);

/// Pairs the inspections of two sides: the same host and port with itself, the remaining hosts in their
/// order, which is the order of preference; within two hosts the same address with itself, then by family,
/// then in order. One inspection a side is always a pair. What a domain publishes is counted in the first of
/// its pairs.
SurveyComparison compareSurveys(const QList<Inspection> &left, const QList<Inspection> &right);

} // namespace mailseal
