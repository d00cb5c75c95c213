#pragma once

#include "values/comparison.h"

#include <QString>

/// The wire names of a comparison (docs/file-format.md "Comparison"): written out, never derived.
namespace mailseal {

QString toWire(Relation relation);
QString toWire(Effect effect);
QString toWire(ComparedGroup group);
QString toWire(Fact fact); ///< unique within its group
QString toWire(ProofPlace place);

/// The id of a row, the same in every comparison: "certificates.0.issuer", "verdicts.policy.webpki",
/// "dialogue.extension-after-tls.CHUNKING".
QString rowId(ComparedGroup group, const RowTopic &topic);

} // namespace mailseal
