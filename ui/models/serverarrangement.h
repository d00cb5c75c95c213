#pragma once

#include "models/serverrow.h"

#include <QHash>
#include <QList>

#include <optional>

namespace mailseal {

/// What a person wants to see of the list, and in which order.
struct ServerArrangement
{
    enum class Order { AsListed, Name, Verdict, Problem, Expiry, Issuer };

    bool isGrouped = true;
    Aspect groupBy = Aspect::Target;
    Order order = Order::AsListed;
    bool isDescending = false;
    QString filter; ///< text that has to occur
    /// Only what belongs to this bucket of this aspect.
    struct Only
    {
        Aspect aspect = Aspect::Verdict;
        Bucket bucket;
        bool operator==(const Only &) const = default;
    };
    std::optional<Only> only;
    bool operator==(const ServerArrangement &) const = default;

    bool isNarrowed() const { return !filter.isEmpty() || only.has_value(); }
};

/// One row of the top level: a server, or a group with servers below it.
struct ArrangedNode
{
    bool isGroup = false;
    quint64 id = 0;                     ///< of the server or of the listed group; 0 for a bucket
    QString title;                      ///< of a group
    QString ascii;                      ///< the domain it is of in A-labels where that is another text
    bool isDomain = false;              ///< a mail domain's servers
    int total = 0;                      ///< servers of the group, those that are not shown included
    int satisfied = 0;                  ///< of those that are shown, with or without a warning
    Badge badge = Badge::NotApplicable; ///< of its worst server that is shown
    QList<quint64> servers;
    bool operator==(const ArrangedNode &) const = default;
};

using ServerRows = QHash<quint64, ServerRow>;

/// The list as it is to be shown. Servers whose row is missing are left out.
QList<ArrangedNode> arrange(const QList<ListedGroup> &groups, const ServerRows &rows,
                            const ServerArrangement &wish, const QDateTime &now);
/// Every bucket that occurs by this aspect, in order.
QList<Bucket> bucketsOf(const ServerRows &rows, Aspect aspect, const QDateTime &now);

} // namespace mailseal
