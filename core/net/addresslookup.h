#pragma once

#include "net/resolver.h"
#include "values/dns.h"

#include <QString>

#include <functional>
#include <memory>

namespace mailseal {

/// A and AAAA of one host, asked at the same time. Gone before it ended, it never calls.
class AddressLookup
{
public:
    using Done = std::function<void(const AddressAnswer &)>;
    AddressLookup(Resolver &resolver, const QString &host, Done done);
    AddressLookup(const AddressLookup &) = delete;
    AddressLookup &operator=(const AddressLookup &) = delete;
    ~AddressLookup();

    /// Whether one of the two replies said that the resolver strips DNSSEC.
    bool stripsDnssec() const;

private:
    void replied();

    Resolver &m_resolver;
    QString m_host;
    Done m_done;
    int m_ipv4 = 0; ///< queries; 0 once ended
    int m_ipv6 = 0;
    DnsReply m_a;
    DnsReply m_aaaa;
};

} // namespace mailseal
