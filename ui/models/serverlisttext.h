#pragma once

#include "list/listedservers.h"
#include "style/theme.h"

#include <QString>

#include <optional>

namespace mailseal {

/// What the list says about one server; plain text, escaped.
struct ServerText
{
    QString host;   ///< in U-labels
    QString ascii;  ///< the same in A-labels where that is another text; else empty
    QString detail; ///< "192.0.2.9 · TLS 1.3 · self-signed"
    QString reason; ///< the badge in one sentence; empty while it runs
    QString acting; ///< "DANE required: violated", where the policy acted under is not satisfied; else empty
    std::optional<Badge> actingBadge; ///< the mark for it, where it is not the badge's own
    QString duration;                 ///< "388 ms"; empty while it runs
    Badge badge = Badge::Running;
    bool operator==(const ServerText &) const = default;
};
ServerText serverText(const ListedServer &server);
/// What is wrong with it, as a few words that are the same for the same thing; empty: nothing.
QString problemText(const Inspection &inspection);

/// "192.0.2.9:25", "[2001:db8::1]:25"; the address alone where `port` is the service's own and not wanted.
QString endpointText(const Target &target, bool always);
/// "388 ms", "6.2 s", in the local format.
QString durationText(qint64 microseconds);
/// The badge in a word, for those who hear the list instead of seeing it.
QString badgeWord(Badge badge);
/// The worse of two, as the badge of a group shows it.
Badge worse(Badge one, Badge other);

} // namespace mailseal
