#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// How a text lies on a terminal: columns and lines, no words of its own.
namespace mailseal {

/// Columns of a terminal: none for what is set over or within the character before it, two for East Asian
/// wide ones and emoji (UAX #11), one for every other code point.
qsizetype columnCount(const QString &text);
qsizetype columnsOfLongestWord(const QString &text);

/// Broken at spaces into lines of at most `width` columns; runs of spaces become one. A word without a place
/// to break is longer than the width rather than cut, so that a fingerprint can be copied.
QStringList wrappedLines(const QString &text, qsizetype width);
/// The same, spaces kept as they are: what was said on the wire.
QStringList wrappedExactly(const QString &text, qsizetype width);
/// As wrappedLines, within a column that another one stands beside: there a long word is cut.
QStringList cutLines(const QString &text, qsizetype width);

/// What a column of a table wants: `natural` to stand on one line, `least` with every cell wrapped.
struct ColumnNeed
{
    qsizetype natural = 0;
    qsizetype least = 0;
};
/// A width for each, `room` in all: those that want little more than they must have get it first. Empty where
/// there is no room even for the least.
QList<qsizetype> sharedWidths(const QList<ColumnNeed> &needs, qsizetype room);

} // namespace mailseal
