#pragma once

#include "net/resolver.h"
#include "values/dns.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Record data into values: pure, bounded, nullopt for whatever is not exactly one record of its type.
namespace mailseal {

/// A name in wire form, uncompressed (RFC 1035 §3.1), as lower-case text without the trailing dot; an octet
/// that no host name holds stands as \DDD (RFC 1035 §5.1). The root is the empty text.
std::optional<QString> readName(const QByteArray &rdata);
std::optional<MxRecord> readMx(const QByteArray &rdata);
std::optional<AliasRecord> readAlias(const QByteArray &rdata);
/// Four octets or sixteen.
std::optional<AddressRecord> readAddress(const QByteArray &rdata);
std::optional<TlsaRecord> readTlsa(const QByteArray &rdata);
std::optional<TxtRecord> readTxt(const QByteArray &rdata);

/// Whether a DNS message holds a signature among its answers (RFC 4034 §3); false where it cannot be read.
bool holdsSignature(const QByteArray &message);

/// The reply to a question for `name` as an answer. Records that cannot be read are left out; where none is
/// left the answer is a failure and never "no data".
template <typename Record>
Answer<Record> answerOf(const QString &name, const DnsReply &reply,
                        std::optional<Record> (*read)(const QByteArray &))
{
    Answer<Record> answer{name, reply.dnssec, reply.lookup, reply.whyBogus, reply.canonicalName, reply.ttl,
                          {}};
    for (const QByteArray &rdata : reply.rdata) {
        if (auto record = read(rdata); record && !answer.records.contains(*record))
            answer.records.append(*record);
    }
    if (answer.lookup == LookupEnd::Found && answer.records.isEmpty())
        answer.lookup = LookupEnd::ServFail;
    return answer;
}

/// A and AAAA of one host together, IPv4 first. Found where either was; otherwise a failure before "no data".
AddressAnswer addressesOf(const QString &name, const DnsReply &ipv4, const DnsReply &ipv6);

} // namespace mailseal
