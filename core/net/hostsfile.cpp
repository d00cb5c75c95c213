#include "net/hostsfile.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

QByteArray octetsOf(const QByteArray &text)
{
    std::array<char, sizeof(in6_addr)> octets{};
    if (inet_pton(AF_INET, text.constData(), octets.data()) == 1)
        return QByteArray(octets.data(), sizeof(in_addr));
    if (inet_pton(AF_INET6, text.constData(), octets.data()) == 1)
        return QByteArray(octets.data(), sizeof(in6_addr));
    return {};
}

} // namespace

std::optional<DnsReply> HostsFile::reply(const QString &name, RecordType type) const
{
    const auto found = addresses.constFind(name.toLower());
    if ((type != RecordType::A && type != RecordType::Aaaa) || found == addresses.constEnd())
        return std::nullopt;
    const size_t size = type == RecordType::A ? sizeof(in_addr) : sizeof(in6_addr);
    DnsReply reply;
    reply.dnssec = DnssecState::Insecure;
    std::copy_if(found->begin(), found->end(), std::back_inserter(reply.rdata),
                 [size](const QByteArray &octets) { return static_cast<size_t>(octets.size()) == size; });
    reply.lookup = reply.rdata.isEmpty() ? LookupEnd::NoData : LookupEnd::Found;
    return reply;
}

HostsFile readHosts(const QByteArray &content)
{
    HostsFile hosts;
    const auto lines = content.split('\n');
    for (const QByteArray &line : lines) {
        QList<QByteArray> words =
            line.left(line.indexOf('#') < 0 ? line.size() : line.indexOf('#')).simplified().split(' ');
        const QByteArray octets = octetsOf(words.takeFirst());
        if (octets.isEmpty())
            continue;
        for (const QByteArray &name : words)
            hosts.addresses[QString::fromUtf8(name).toLower()].append(octets);
    }
    return hosts;
}

} // namespace mailseal
