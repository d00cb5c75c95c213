#pragma once

#include "savedfile/jsonnode.h"
#include "values/sts.h"

#include <QJsonValue>

#include <optional>

/// `sts` of an inspection (CONTRACT.md) and `tlsRpt` beside it, both ways. What the policy host said stands
/// in `sts.policyHost`, its literal policy in `sts.literal`, so that it can be judged again.
namespace mailseal::json {

/// Null where neither a policy was asked for nor anything follows from the record.
QJsonValue sts(const std::optional<StsFacts> &facts, const std::optional<StsFetch> &fetch);
std::optional<StsFacts> readSts(const Node &sts);
std::optional<StsFetch> readStsFetch(const Node &sts);

QJsonObject tlsRpt(const TlsRptFacts &facts);
TlsRptFacts readTlsRpt(const Node &node);

} // namespace mailseal::json
