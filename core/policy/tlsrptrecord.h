#pragma once

#include "values/dns.h"
#include "values/sts.h"

#include <QList>
#include <QString>

namespace mailseal {

/// The TXT records at _smtp._tls (RFC 8460 §3): exactly one of the version, its syntax, its report URIs.
/// `rua` holds those that a sender can use. No record of the version and none that looks like one: no rua,
/// and nothing but the records that are ignored.
TlsRptFacts readTlsRptRecord(const QString &name, const QList<TxtRecord> &records);

} // namespace mailseal
