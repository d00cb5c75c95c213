#include "net/addresslookup.h"

#include "net/dnsrecords.h"

#include <utility>

namespace mailseal {

AddressLookup::AddressLookup(Resolver &resolver, const QString &host, Done done)
    : m_resolver(resolver)
    , m_host(host)
    , m_done(std::move(done))
{
    m_ipv4 = m_resolver.query(host, RecordType::A, [this](const DnsReply &reply) {
        m_ipv4 = 0;
        m_a = reply;
        replied();
    });
    m_ipv6 = m_resolver.query(host, RecordType::Aaaa, [this](const DnsReply &reply) {
        m_ipv6 = 0;
        m_aaaa = reply;
        replied();
    });
}

AddressLookup::~AddressLookup()
{
    for (const int query : {m_ipv4, m_ipv6}) {
        if (query != 0)
            m_resolver.cancel(query);
    }
}

bool AddressLookup::stripsDnssec() const { return m_a.stripsDnssec || m_aaaa.stripsDnssec; }

void AddressLookup::replied()
{
    if (m_ipv4 != 0 || m_ipv6 != 0)
        return;
    const Done done = std::exchange(m_done, {}); // it may end this object
    done(addressesOf(m_host, m_a, m_aaaa));
}

} // namespace mailseal
