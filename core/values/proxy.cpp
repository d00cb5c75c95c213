#include "values/proxy.h"

#include <QUrl>

namespace mailseal {

std::optional<Proxy> parseProxy(const QString &url)
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    const QString scheme = parsed.scheme().toLower();
    const bool socks = scheme == QLatin1StringView("socks5");
    if (!parsed.isValid() || (!socks && scheme != QLatin1StringView("http")) || parsed.host().isEmpty())
        return std::nullopt;
    if (!(parsed.path().isEmpty() || parsed.path() == QLatin1StringView("/")) || parsed.hasQuery())
        return std::nullopt;
    constexpr int socksPort = 1080;
    constexpr int httpPort = 8080;
    Proxy proxy;
    proxy.kind = socks ? Proxy::Kind::Socks5 : Proxy::Kind::Http;
    proxy.host = parsed.host();
    proxy.port = static_cast<quint16>(parsed.port(socks ? socksPort : httpPort));
    proxy.user = parsed.userName();
    proxy.password = parsed.password();
    return proxy;
}

} // namespace mailseal
