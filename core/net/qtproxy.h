#pragma once

#include "values/proxy.h"

#include <QNetworkProxy>

#include <optional>

namespace mailseal {

/// The proxy as Qt's sockets take it; none is said as such, so that the system's never joins in.
inline QNetworkProxy qtProxy(const std::optional<Proxy> &proxy)
{
    if (!proxy)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const auto type =
        proxy->kind == Proxy::Kind::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return {type, proxy->host, proxy->port, proxy->user, proxy->password};
}

} // namespace mailseal
