#pragma once

#include "values/finding.h"
#include "values/sts.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mailseal {

/// An MTA-STS policy text (RFC 8461 §3.2).
struct StsPolicy
{
    bool valid = false; ///< every line reads, every required field is there
    std::optional<StsMode> mode;
    std::optional<qint64> maxAge; ///< seconds
    QStringList mx;               ///< the patterns that can match, as written
    QList<Finding> problems;      ///< in the order of the lines, what is missing behind them
    bool operator==(const StsPolicy &) const = default;
};

/// Reads the text by the ABNF. Two things are read as senders do although the grammar has no place for them,
/// and are reported: empty lines, and an mx pattern that can match nothing (it is left out). Every other line
/// that is no "key: value" makes the policy invalid.
StsPolicy readStsPolicy(const QByteArray &literal);

/// RFC 8461 §4.1: equal, or "*" for exactly the left-most label; letter case does not count.
bool matchesStsPattern(const QString &pattern, const QString &host);

} // namespace mailseal
