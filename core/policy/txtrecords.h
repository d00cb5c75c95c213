#pragma once

#include "values/dns.h"
#include "values/finding.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

/// What the records of MTA-STS and TLS-RPT have in common: `version *(*WSP ";" *WSP name "=" value)`.
namespace mailseal {

/// A field as written; `value` is what stands behind the first "=".
struct TxtField
{
    QByteArray name;
    QByteArray value;
    bool operator==(const TxtField &) const = default;
};

/// The one record of its version among all TXT records of a name.
struct VersionedRecord
{
    int candidates = 0;            ///< records that begin with the version; exactly one counts
    std::optional<QByteArray> one; ///< the one that counts, without its version
    QList<QByteArray> others;      ///< records that are discarded
};

/// RFC 8461 §3.1, RFC 8460 §3: records that do not begin with `version` and a semicolon are discarded (the
/// grammar allows white space between the two, the prose does not: it is taken).
VersionedRecord pickRecord(const QList<TxtRecord> &records, QByteArrayView version);

/// sts-ext-name and sts-policy-ext-name (RFC 8461 §3.1, §3.2); the known keys are of this form as well.
bool isFieldName(QByteArrayView name);

/// Whether somebody meant a record of this version and wrote it otherwise: "V=stsv2", a leading space, no
/// semicolon. `version` is that of pickRecord, "v=STSv1"; its last digit does not count.
bool isNearMiss(const QByteArray &text, QByteArrayView version);

/// The fields of a record behind its version. nullopt and the part in `broken` where the syntax is broken:
/// an empty field other than the last, no "=", an octet that is no printable ASCII.
std::optional<QList<TxtField>> readFields(QByteArrayView behindVersion, QByteArray &broken);

/// sts-ext-name and sts-ext-value, which RFC 8460 repeats word for word.
bool isExtension(const TxtField &field);

} // namespace mailseal
