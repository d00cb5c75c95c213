#pragma once

#include "values/comparison.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace mailseal {

/// The two inspections of a comparison. References stay valid during the call only.
struct Sides
{
    const Inspection &left;
    const Inspection &right;
};

using Rows = QList<ComparedRow>;

/// A row by what its two values are: equal, different, or on one side alone.
ComparedRow rowOf(RowTopic topic, ComparedValue left, ComparedValue right);
/// The same, but a value that is missing on one side says nothing about that side.
ComparedRow rowWhereKnown(RowTopic topic, ComparedValue left, ComparedValue right);
/// A row that is shown and never counted.
ComparedRow uncounted(ComparedRow row);
ComparedRow proved(ComparedRow row, RowProof left, RowProof right);
/// A row neither side has anything to say about is left out.
void add(Rows &rows, ComparedRow row);

/// A row of two sets: their order says nothing. An empty one is a set that this side does not have.
ComparedRow setRow(RowTopic topic, const QStringList &left, const QStringList &right);

/// How good a standing is against another; None where one of them is neither satisfied nor violated.
Effect effectOf(Standing left, Standing right);

/// Whether a session that ended like this has told what the server makes of TLS at all.
bool isTlsKnown(EndReason end);

/// Whether both targets are of the same mail domain: only then what the domain publishes is one thing.
bool isSameDomain(const Sides &sides);

/// An optional text: empty says nothing.
ComparedValue textOrNothing(const QString &text);

/// What makes two findings the same one, whatever their words hold: the code, also one of a newer version.
QString findingKey(const Finding &finding);
/// A finding of two lists, by its places there (-1: not on that side); two of the same code are the same.
ComparedRow findingRow(Fact fact, const QList<Finding> &left, qsizetype l, const QList<Finding> &right,
                       qsizetype r);

/// Positions of what has the same key on both sides; -1: not on that side. In the order of left, then what
/// right alone has. A key that comes twice on a side counts once, by its first place.
template <typename Key>
QList<std::pair<qsizetype, qsizetype>> joined(const QList<Key> &left, const QList<Key> &right)
{
    QList<std::pair<qsizetype, qsizetype>> pairs;
    QHash<Key, qsizetype> ofRight;
    for (qsizetype i = 0; i < right.size(); ++i) {
        if (!ofRight.contains(right.at(i)))
            ofRight.insert(right.at(i), i);
    }
    QSet<Key> seen;
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (seen.contains(left.at(i)))
            continue;
        seen.insert(left.at(i));
        pairs.append({i, ofRight.value(left.at(i), -1)});
    }
    for (qsizetype i = 0; i < right.size(); ++i) {
        if (!seen.contains(right.at(i))) {
            seen.insert(right.at(i));
            pairs.append({-1, i});
        }
    }
    return pairs;
}

} // namespace mailseal
