#pragma once

#include "values/dns.h"
#include "values/finding.h"

#include <QList>
#include <QString>

namespace mailseal {

/// The TXT records at _mta-sts (RFC 8461 §3.1).
struct StsRecord
{
    QString id; ///< of the one valid record; empty where there is none
    bool valid = false;
    QList<Finding> problems; ///< the first says why there is no valid record, where there is none
    bool operator==(const StsRecord &) const = default;
};

/// Exactly one record of the version, with the syntax of the ABNF; anything else is no policy (§3.1). `name`
/// is where the records stand. No record of the version at all: not valid, and nothing that says why.
StsRecord readStsRecord(const QString &name, const QList<TxtRecord> &records);

} // namespace mailseal
