#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace mailseal {

/// The addresses of a host, or the system's words why there are none. `addresses` keeps the resolver's order
/// (RFC 6724), without duplicates.
struct HostAnswer
{
    QStringList addresses;
    QString error;
};

/// Seam: who turns a name into addresses. Tests put a scripted one here.
class Resolver
{
public:
    Resolver() = default;
    Resolver(const Resolver &) = delete;
    Resolver &operator=(const Resolver &) = delete;
    virtual ~Resolver() = default;

    using Done = std::function<void(const HostAnswer &)>;
    /// Asks for A and AAAA; `done` is called once, from the event loop, unless the lookup is cancelled first.
    virtual int lookup(const QString &host, Done done) = 0;
    /// After this `done` of that lookup is never called. An ended lookup may be cancelled again.
    virtual void cancel(int lookup) = 0;
    /// For people and for `observer.resolver`: "system".
    virtual QString name() const = 0;
};

} // namespace mailseal
