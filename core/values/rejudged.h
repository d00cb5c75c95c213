#pragma once

#include "values/verdict.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace mailseal {

/// A policy whose verdict was another one at the judgement before: another standing, another delivery or
/// another deciding fact. What it is now stands among the inspection's verdicts.
struct VerdictChange
{
    PolicyId policy = PolicyId::Opportunistic;
    std::optional<Verdict> then; ///< null: not judged then (an older version)
    bool operator==(const VerdictChange &) const = default;
};

/// That an inspection was judged again (inspector/rejudge), and where that made a difference.
struct Rejudged
{
    QDateTime judgedThen;         ///< UTC
    QList<VerdictChange> changes; ///< in the order of the verdicts
    bool operator==(const Rejudged &) const = default;
};

} // namespace mailseal
