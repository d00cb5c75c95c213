#pragma once

#include <QString>

#include <optional>

namespace mailseal {

/// The proxy a session goes through. `password` is never printed, saved or logged.
struct Proxy
{
    enum class Kind { Socks5, Http };
    Kind kind = Kind::Socks5;
    QString host;
    quint16 port = 1080;
    QString user;
    QString password;
    bool operator==(const Proxy &) const = default;
};

/// Reads "socks5://[user[:password]@]host[:port]" and the same with "http://" (default ports 1080 and 8080).
std::optional<Proxy> parseProxy(const QString &url);

} // namespace mailseal
