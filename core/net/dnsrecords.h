#pragma once

#include "net/resolver.h"
#include "values/dns.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

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
/// The algorithms of the signatures of its answers, or where there is none of what denies one, each once.
QStringList signatureAlgorithms(const QByteArray &message);

/// The reply to a question for `name` as an answer. Records that cannot be read are left out; where none is
/// left the answer is a failure and never "no data".
template <typename Record>
Answer<Record> answerOf(const QString &name, const DnsReply &reply,
                        std::optional<Record> (*read)(const QByteArray &))
{
    Answer<Record> answer;
    answer.name = name;
    answer.dnssec = reply.dnssec;
    answer.lookup = reply.lookup;
    answer.whyBogus = reply.whyBogus;
    answer.algorithms = reply.algorithms;
    answer.canonicalName = reply.canonicalName;
    answer.ttl = reply.ttl;
    for (const QByteArray &rdata : reply.rdata) {
        if (auto record = read(rdata); record && !answer.records.contains(*record))
            answer.records.append(*record);
    }
    if (answer.lookup == LookupEnd::Found && answer.records.isEmpty())
        answer.lookup = LookupEnd::ServFail;
    return answer;
}

/// A and AAAA of one host together, IPv4 first. Found where either was; otherwise a failure before "no data",
/// and "no such name" only where both say so.
AddressAnswer addressesOf(const QString &name, const DnsReply &ipv4, const DnsReply &ipv6);

} // namespace mailseal
