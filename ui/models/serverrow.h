#pragma once

#include "models/serverlisttext.h"

#include <QDateTime>
#include <QString>

namespace mailseal {

/// By what the list is grouped, sorted and narrowed down.
enum class Aspect { Target, Verdict, Problem, Expiry, Issuer };

/// What the list knows of one server: computed when the server changes, never while it is painted.
struct ServerRow
{
    quint64 id = 0;
    ServerText text;
    QString problem;  ///< what is wrong, as a few words that are the same for the same thing; empty: nothing
    QString issuer;   ///< of the leaf, short; empty where there is no certificate
    QDateTime expiry; ///< of the leaf; invalid where there is no certificate
    QString haystack; ///< what the filter looks at
    /// It stands for a mail domain as a whole: null MX, not resolved, not looked up yet.
    bool isWholeDomain = false;
    bool operator==(const ServerRow &) const = default;
};
ServerRow serverRow(const ListedServer &server);

/// What a row belongs to by one aspect: the group it stands in, the choice that shows it alone.
struct Bucket
{
    int order = 0; ///< buckets stand in this order, and by their titles where it is the same
    QString title; ///< plain text, escaped; empty by Aspect::Target
    bool operator==(const Bucket &) const = default;
};
Bucket bucketOf(const ServerRow &row, Aspect aspect, const QDateTime &now);

} // namespace mailseal
