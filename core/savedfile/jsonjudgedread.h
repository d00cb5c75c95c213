#pragma once

#include "savedfile/jsonnode.h"
#include "values/inspection.h"

#include <optional>

/// The way back from jsonjudged: what follows from the evidence. Rows that only a newer version knows are
/// nullopt.
namespace mailseal::json {

inline constexpr int deepest = 1000; ///< of a depth in a chain: none within the bounds of TLS is as long

Finding readFinding(const Node &node);
ChainFacts readChain(const Node &node);
NameCheck readNames(const Node &node);
/// What is not known here cannot be shown or judged again.
std::optional<Verdict> readVerdict(const Node &node);
std::optional<SenderVerdict> readSender(const Node &node);
std::optional<ConformanceRow> readConformanceRow(const Node &node);
Rejudged readRejudged(const Node &node);

} // namespace mailseal::json
