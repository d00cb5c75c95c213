#pragma once

#include "net/resolversettings.h"
#include "values/certificatefacts.h"
#include "values/limits.h"
#include "values/policyid.h"
#include "values/proxy.h"
#include "values/target.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

enum class AddressFamily { Both, IPv4, IPv6 };

/// How to inspect: everything ambient, as values.
struct Settings
{
    PolicyId policy = PolicyId::Opportunistic;
    QList<QByteArray> pins;            ///< lower-case hex SHA-256
    TrustAnchors anchors;              ///< the system's unless a file replaces them
    QString ehloName;                  ///< empty: machineName()
    std::optional<Service> service;    ///< overrides the target's
    std::optional<quint16> port;       ///< overrides the target's
    std::optional<Endpoint> connectTo; ///< port 0: the target's
    /// Where the MTA-STS policy host is reached; null: where the DNS says, port 443.
    std::optional<Endpoint> stsConnectTo;
    QString referenceName; ///< --name; empty: the target's host
    bool sendSni = true;
    /// Further short connections, for what the server shows to clients without SNI or to those that take one
    /// kind of key only. The programs switch it on.
    bool variants = false;
    AddressFamily family = AddressFamily::Both;
    std::optional<Proxy> proxy;
    ResolverSettings resolver;                         ///< through what names are looked up
    std::chrono::milliseconds timeout = limits::whole; ///< of one whole inspection
    bool operator==(const Settings &) const = default;
};

/// A name that a server may expect behind EHLO: fully qualified, or an address literal (RFC 5321 §4.1.1.1).
bool isFullEhloName(const QString &name);

/// The FQDN of this machine as far as it knows one, else its host name.
QString machineName();

} // namespace mailseal
