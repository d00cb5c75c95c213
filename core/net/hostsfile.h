#pragma once

#include "net/resolver.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace mailseal {

/// The administrator's own addresses, hosts(5). libunbound would take such a name for its own and deny all
/// else that it has, its MX records among it; here the file answers for addresses and for nothing else.
struct HostsFile
{
    QHash<QString, QList<QByteArray>> addresses; ///< of a name in lower case, as octets

    /// Null where the file says nothing: another type, a name that is not in it.
    std::optional<DnsReply> reply(const QString &name, RecordType type) const;
};

/// Lines that are none are passed over, as the system does.
HostsFile readHosts(const QByteArray &content);

} // namespace mailseal
