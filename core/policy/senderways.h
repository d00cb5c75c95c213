#pragma once

#include "policy/policies.h"
#include "values/sender.h"
#include "values/verdict.h"

#include <QList>

#include <optional>

namespace mailseal {

/// A class of client as its best-known member really is: what its parser and its TLS library make of what was
/// seen (docs/judgement.md "Whose eyes: senders differ"). Where a sender of resources/senders does otherwise
/// the verdict names both.
Verdict asItsMembersDo(Verdict verdict, const Case &facts);

/// The first way of its own that `profile` has with one of these findings.
struct WayTaken
{
    SenderWay way;
    Finding seen;
};
std::optional<WayTaken> wayOf(const SenderProfile &profile, const QList<Finding> &seen);

} // namespace mailseal
