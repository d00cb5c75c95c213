#pragma once

#include "savedfile/jsonnode.h"
#include "values/inspection.h"

#include <QJsonArray>

/// `variants` of an inspection (CONTRACT.md), both ways: evidence and what follows from it, side by side.
namespace mailseal::json {

QJsonArray variants(const Inspection &inspection);
void readVariants(const Node &node, Inspection &inspection);

} // namespace mailseal::json
