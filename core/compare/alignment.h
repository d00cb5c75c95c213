#pragma once

#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace mailseal {

/// Two sequences side by side without changing the order of either: the longest run of common keys stands in
/// pairs, all else alone (-1: not on that side). A key that comes again is told from the first by its number.
/// Takes n log n.
template <typename Key>
QList<std::pair<int, int>> aligned(const QList<Key> &left, const QList<Key> &right)
{
    const auto numbered = [](const QList<Key> &keys) {
        QHash<Key, int> seen;
        QList<std::pair<Key, int>> all;
        for (const Key &key : keys)
            all.append({key, seen[key]++});
        return all;
    };
    const auto ofLeft = numbered(left);
    const auto ofRight = numbered(right);
    QHash<std::pair<Key, int>, int> places;
    for (int i = 0; i < ofRight.size(); ++i)
        places.insert(ofRight.at(i), i);

    // The longest increasing run of places: `ends` holds, for each length, where the best run of it ends.
    QList<int> ends;
    QList<int> partner(ofLeft.size(), -1);
    QList<int> before(ofLeft.size(), -1);
    for (int i = 0; i < ofLeft.size(); ++i) {
        partner[i] = places.value(ofLeft.at(i), -1);
        if (partner.at(i) < 0)
            continue;
        const auto at = std::lower_bound(ends.begin(), ends.end(), partner.at(i),
                                         [&](int end, int place) { return partner.at(end) < place; });
        const auto length = std::distance(ends.begin(), at);
        before[i] = length > 0 ? ends.at(length - 1) : -1;
        if (length == ends.size()) {
            ends.append(i);
        } else {
            ends[length] = i;
        }
    }
    QList<int> run;
    for (int i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = before.at(i))
        run.prepend(i);

    QList<std::pair<int, int>> pairs;
    int l = 0;
    int r = 0;
    const auto catchUp = [&](int untilLeft, int untilRight) {
        for (; l < untilLeft; ++l)
            pairs.append({l, -1});
        for (; r < untilRight; ++r)
            pairs.append({-1, r});
    };
    for (const int i : run) {
        catchUp(i, partner.at(i));
        pairs.append({l++, r++});
    }
    catchUp(static_cast<int>(ofLeft.size()), static_cast<int>(ofRight.size()));
    return pairs;
}

} // namespace mailseal
