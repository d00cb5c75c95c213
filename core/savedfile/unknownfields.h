#pragma once

#include "savedfile/jsonnode.h"
#include "values/unknownfield.h"

#include <QJsonObject>
#include <QList>

/// The way of what only a newer version knows: out of its file, and back into the one that is written.
namespace mailseal::json {

/// The fields of `read` that `written` does not have, and the values that were written as "nothing" only
/// because they are not known. `written` is what this version makes of the values read from `read`; rows of
/// `passedOver` are missing in it.
QList<UnknownField> unknownMembers(const QJsonObject &read, const QJsonObject &written,
                                   const QList<UnknownField> &passedOver);

/// Puts everything back in its place; what has no place any more is dropped.
QJsonObject withUnknown(const QJsonObject &written, const QList<UnknownField> &foreign);

/// The same pointers seen from `prefix` on; those that do not lie there are left out.
QList<UnknownField> below(const QString &prefix, const QList<UnknownField> &foreign);

} // namespace mailseal::json
