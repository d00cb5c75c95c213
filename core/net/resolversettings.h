#pragma once

#include "values/endpoint.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// A DNSSEC trust anchor: one DS or DNSKEY record in presentation form and the zone it stands for.
struct DnssecAnchor
{
    QString zone; ///< lower case, without the trailing dot; empty for the root
    QByteArray record;
    bool operator==(const DnssecAnchor &) const = default;
};

/// Through what names are looked up.
struct ResolverSettings
{
    std::optional<Endpoint>
        server;                  ///< port 0: 53; null: the system's resolver, or recursion where it has none
    QList<DnssecAnchor> anchors; ///< beside the distribution's for the root
    bool operator==(const ResolverSettings &) const = default;
};

/// The anchors in a file of DS and DNSKEY records, one a line, as ldns-keygen, dnssec-keygen and
/// unbound-anchor write them; "@" and "." are the root. nullopt where a line is anything else or none is
/// left.
std::optional<QList<DnssecAnchor>> readDnssecAnchors(const QByteArray &content);

} // namespace mailseal
