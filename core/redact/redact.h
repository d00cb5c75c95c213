#pragma once

#include "values/inspection.h"

#include <QList>

namespace mailseal {

/// The same inspections with every name, address, fingerprint and serial number replaced by an invented one,
/// and marked as redacted. The same one gives the same replacement throughout the list, also within what
/// servers said; a host stays below its domain (redact/pseudonyms). Certificates as bytes name their owner in
/// every form, so they are left out, with the anchors: such an inspection cannot be judged again. What a
/// newer version wrote and this one cannot read is left out as well. Times, replies, versions of server
/// programs and keys' kinds stay.
QList<Inspection> redact(const QList<Inspection> &inspections);
Inspection redact(const Inspection &inspection);

} // namespace mailseal
