#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace mailseal {

/// An instant in UTC, that says so when written ("…Z"): one form for Qt 6.4, which has no other than
/// Qt::UTC, and for those that deprecate it.
inline QDateTime utc(QDate date, QTime time) { return QDateTime(date, time, QTimeZone::utc()).toUTC(); }

} // namespace mailseal
