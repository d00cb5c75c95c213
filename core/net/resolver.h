#pragma once

#include "values/dns.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace mailseal {

/// The types that are asked for, by their numbers in the registry.
enum class RecordType : quint16 { A = 1, Cname = 5, Mx = 15, Txt = 16, Aaaa = 28, Dnskey = 48, Tlsa = 52 };

/// One answer as it came, undecoded (net/dnsrecords.h reads it). A bogus one may hold data: look at `dnssec`
/// first.
struct DnsReply
{
    LookupEnd lookup = LookupEnd::ServFail;
    DnssecState dnssec = DnssecState::Unknown;
    QString whyBogus;       ///< the validator's words; empty unless bogus
    QString canonicalName;  ///< where CNAMEs led to, A-labels; empty where there were none
    quint32 ttl = 0;        ///< seconds
    QStringList algorithms; ///< of the signatures of a secure answer
    QList<QByteArray> rdata;
    /// DNSSEC could not be told because the resolver leaves keys or signatures out; `dnssec` is unknown then.
    bool stripsDnssec = false;
    bool operator==(const DnsReply &) const = default;
};

/// Seam: who answers DNS questions. Tests put a scripted one here.
class Resolver
{
public:
    Resolver() = default;
    Resolver(const Resolver &) = delete;
    Resolver &operator=(const Resolver &) = delete;
    virtual ~Resolver() = default;

    using Done = std::function<void(const DnsReply &)>;
    /// Asks for the records of `name` (A-labels). `done` is called once, from the event loop and within
    /// limits::dnsQuery, unless the query is cancelled first. The answer is a number other than 0.
    virtual int query(const QString &name, RecordType type, Done done) = 0;
    /// After this `done` of that query is never called. An ended query may be cancelled again.
    virtual void cancel(int query) = 0;
    /// For people and for `observer.resolver`: "system", "192.0.2.53", "recursion".
    virtual QString name() const = 0;
};

} // namespace mailseal
