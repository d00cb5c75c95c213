#include "models/serverarrangement.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace mailseal {

namespace {

using Order = ServerArrangement::Order;

bool isLess(const Bucket &one, const Bucket &other)
{
    return one.order != other.order ? one.order < other.order : one.title.localeAwareCompare(other.title) < 0;
}

/// What a server is sorted by, made once for each.
struct SortKey
{
    qint64 number = 0;
    QString text;

    bool operator<(const SortKey &other) const
    {
        return number != other.number ? number < other.number : text.localeAwareCompare(other.text) < 0;
    }
};

SortKey keyOf(const ServerRow &row, Order order, const QDateTime &now)
{
    const auto ofBucket = [&](Aspect aspect) {
        const Bucket bucket = bucketOf(row, aspect, now);
        return SortKey{bucket.order, bucket.title + u'\n' + row.text.host};
    };
    switch (order) {
    case Order::AsListed:
        return {};
    case Order::Name:
        return {0, row.text.host};
    case Order::Verdict:
        return ofBucket(Aspect::Verdict);
    case Order::Problem:
        return ofBucket(Aspect::Problem);
    case Order::Expiry:
        return {row.expiry.isValid() ? row.expiry.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max(),
                row.text.host};
    case Order::Issuer:
        return ofBucket(Aspect::Issuer);
    }
    return {};
}

/// A server or a group on its way to its place.
struct Sortable
{
    SortKey key;
    ArrangedNode node;
};

class Arranger
{
public:
    Arranger(const ServerRows &rows, const ServerArrangement &wish, const QDateTime &now)
        : m_rows(rows)
        , m_wish(wish)
        , m_now(now)
    {
    }

    QList<ArrangedNode> byTarget(const QList<ListedGroup> &groups) const
    {
        std::vector<Sortable> tops;
        for (const ListedGroup &group : groups) {
            Sortable whole = node(group.title, group.servers, says(group.title) || says(group.ascii));
            whole.node.id = group.id;
            whole.node.ascii = group.ascii;
            whole.node.isDomain = group.isDomain;
            if (whole.node.servers.isEmpty())
                continue;
            if (m_wish.isGrouped && !isAlone(group)) {
                tops.push_back(std::move(whole));
                continue;
            }
            for (const quint64 id : std::as_const(whole.node.servers))
                tops.push_back(alone(id));
        }
        sort(tops);
        return taken(tops);
    }

    QList<ArrangedNode> byBucket(const QList<ListedGroup> &groups) const
    {
        const auto before = [](const Bucket &one, const Bucket &other) { return isLess(one, other); };
        std::map<Bucket, QList<quint64>, decltype(before)> buckets(before);
        for (const ListedGroup &group : groups) {
            for (const quint64 id : group.servers) {
                if (const auto row = m_rows.constFind(id); row != m_rows.cend())
                    buckets[bucketOf(*row, m_wish.groupBy, m_now)].append(id);
            }
        }
        std::vector<Sortable> tops;
        for (const auto &[bucket, servers] : buckets) {
            Sortable whole = node(bucket.title, servers, says(bucket.title));
            if (!whole.node.servers.isEmpty())
                tops.push_back(std::move(whole));
        }
        if (m_wish.isDescending && isSortedByItsGroups())
            std::reverse(tops.begin(), tops.end());
        return taken(tops);
    }

private:
    /// One server needs no group, unless it stands below its mail domain.
    bool isAlone(const ListedGroup &group) const
    {
        if (group.kind != ListedGroup::Kind::Target || group.servers.size() != 1)
            return false;
        const auto row = m_rows.constFind(group.servers.constFirst());
        return !group.isDomain || row == m_rows.cend() || row->isWholeDomain;
    }

    bool says(const QString &text) const
    {
        return m_wish.filter.isEmpty() || text.contains(m_wish.filter, Qt::CaseInsensitive);
    }

    bool isShown(const ServerRow &row, bool groupSays) const
    {
        if (!groupSays && !says(row.haystack))
            return false;
        return !m_wish.only || bucketOf(row, m_wish.only->aspect, m_now) == m_wish.only->bucket;
    }

    bool isSortedByItsGroups() const
    {
        switch (m_wish.groupBy) {
        case Aspect::Target:
            return false;
        case Aspect::Verdict:
            return m_wish.order == Order::Verdict;
        case Aspect::Problem:
            return m_wish.order == Order::Problem;
        case Aspect::Expiry:
            return m_wish.order == Order::Expiry;
        case Aspect::Issuer:
            return m_wish.order == Order::Issuer;
        }
        return false;
    }

    void sort(std::vector<Sortable> &nodes) const
    {
        if (m_wish.order == Order::AsListed && !m_wish.isDescending)
            return;
        if (m_wish.order == Order::AsListed)
            std::reverse(nodes.begin(), nodes.end());
        else if (m_wish.isDescending)
            std::stable_sort(nodes.begin(), nodes.end(),
                             [](const Sortable &one, const Sortable &other) { return other.key < one.key; });
        else
            std::stable_sort(nodes.begin(), nodes.end(),
                             [](const Sortable &one, const Sortable &other) { return one.key < other.key; });
    }

    Sortable alone(quint64 id) const
    {
        ArrangedNode made;
        made.id = id;
        return {keyOf(*m_rows.constFind(id), m_wish.order, m_now), made};
    }

    /// A group of those of `servers` that are shown, in their order; sorted itself by its first one.
    Sortable node(const QString &title, const QList<quint64> &servers, bool titleSays) const
    {
        std::vector<Sortable> shown;
        Sortable whole;
        whole.node.isGroup = true;
        whole.node.title = title;
        whole.node.total = static_cast<int>(servers.size());
        const bool everyone = titleSays && !m_wish.filter.isEmpty();
        for (const quint64 id : servers) {
            const auto row = m_rows.constFind(id);
            if (row == m_rows.cend() || !isShown(*row, everyone))
                continue;
            shown.push_back(alone(id));
            whole.node.badge = worse(whole.node.badge, row->text.badge);
            if (row->text.badge == Badge::Satisfied || row->text.badge == Badge::Warned)
                ++whole.node.satisfied;
        }
        sort(shown);
        if (!shown.empty())
            whole.key = shown.front().key;
        for (const Sortable &one : shown)
            whole.node.servers.append(one.node.id);
        return whole;
    }

    static QList<ArrangedNode> taken(std::vector<Sortable> &nodes)
    {
        QList<ArrangedNode> list;
        list.reserve(static_cast<qsizetype>(nodes.size()));
        for (Sortable &one : nodes)
            list.append(std::move(one.node));
        return list;
    }

    const ServerRows &m_rows;
    const ServerArrangement &m_wish;
    const QDateTime &m_now;
};

} // namespace

QList<ArrangedNode> arrange(const QList<ListedGroup> &groups, const ServerRows &rows,
                            const ServerArrangement &wish, const QDateTime &now)
{
    const Arranger arranger(rows, wish, now);
    return wish.isGrouped && wish.groupBy != Aspect::Target ? arranger.byBucket(groups)
                                                            : arranger.byTarget(groups);
}

QList<Bucket> bucketsOf(const ServerRows &rows, Aspect aspect, const QDateTime &now)
{
    QList<Bucket> buckets;
    QHash<QString, int> seen;
    for (const ServerRow &row : rows) {
        Bucket bucket = bucketOf(row, aspect, now);
        if (!seen.contains(bucket.title)) {
            seen.insert(bucket.title, 0);
            buckets.append(std::move(bucket));
        }
    }
    std::sort(buckets.begin(), buckets.end(), isLess);
    return buckets;
}

} // namespace mailseal
