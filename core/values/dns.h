#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace mailseal {

/// What DNSSEC says of an answer (RFC 4035 §4.3). Unknown: nobody could tell, because there was no answer,
/// the resolver strips signatures or no trust anchor was there; never taken for an attack and never for "no
/// DANE".
enum class DnssecState { Secure, Insecure, Bogus, Unknown };

/// How a lookup ended.
enum class LookupEnd { Found, NoData, NxDomain, Timeout, ServFail, Refused };
/// Whether the lookup gave no answer at all: nobody knows then whether there is a record.
constexpr bool hasFailed(LookupEnd end)
{
    switch (end) {
    case LookupEnd::Timeout:
    case LookupEnd::ServFail:
    case LookupEnd::Refused:
        return true;
    case LookupEnd::Found:
    case LookupEnd::NoData:
    case LookupEnd::NxDomain:
        return false;
    }
    return true;
}

/// Whether the mnemonic is that of an algorithm that rests on SHA-1 (RFC 8624 §3.1).
inline bool isSha1Algorithm(const QString &mnemonic)
{
    return mnemonic == QLatin1StringView("RSASHA1") || mnemonic == QLatin1StringView("RSASHA1-NSEC3-SHA1") ||
           mnemonic == QLatin1StringView("DSA") || mnemonic == QLatin1StringView("DSA-NSEC3-SHA1");
}

/// One RRset, or the absence of one, with what DNSSEC says of it.
template <typename Record>
struct Answer
{
    QString name; ///< as asked, A-labels, no trailing dot
    DnssecState dnssec = DnssecState::Unknown;
    LookupEnd lookup = LookupEnd::NoData;
    QString whyBogus;      ///< the validator's words; empty unless bogus
    QString canonicalName; ///< where CNAMEs led to; empty where there were none
    quint32 ttl = 0;       ///< seconds
    QList<Record> records;
    /// Of its signatures, by their mnemonics (RFC 4034 §A.1); empty unless secure.
    QStringList algorithms = {};
    bool operator==(const Answer &) const = default;
};

/// RFC 5321 §5; `exchange` in A-labels without the trailing dot, empty for the root: a null MX (RFC 7505).
struct MxRecord
{
    quint16 preference = 0;
    QString exchange;
    bool operator==(const MxRecord &) const = default;
};

struct AddressRecord
{
    QString address; ///< RFC 5952 text
    bool operator==(const AddressRecord &) const = default;
};

/// A CNAME record; `target` in A-labels without the trailing dot.
struct AliasRecord
{
    QString target;
    bool operator==(const AliasRecord &) const = default;
};

/// RFC 6698 §2.1; `data` in octets.
struct TlsaRecord
{
    quint8 usage = 0;
    quint8 selector = 0;
    quint8 matchingType = 0;
    QByteArray data;
    bool operator==(const TlsaRecord &) const = default;
};

/// The character strings of one record joined (RFC 7208 §3.3, RFC 8461 §3.1).
struct TxtRecord
{
    QByteArray text;
    bool operator==(const TxtRecord &) const = default;
};

/// A and AAAA of a host as one answer. dnssec is the worse of those that gave addresses; one that failed or
/// is bogus says nothing of the other. lookup is found where either was.
struct AddressAnswer : Answer<AddressRecord>
{
    LookupEnd ipv4 = LookupEnd::NoData;
    LookupEnd ipv6 = LookupEnd::NoData;
    std::optional<DnssecState> ipv4Dnssec; ///< null: as dnssec (older files)
    std::optional<DnssecState> ipv6Dnssec;
    bool operator==(const AddressAnswer &) const = default;
};

/// What DNSSEC says of the answer that this address came from; of an address that is in none, both together.
inline DnssecState dnssecOf(const AddressAnswer &answer, const QString &address)
{
    const bool isIn = std::any_of(answer.records.begin(), answer.records.end(),
                                  [&](const AddressRecord &record) { return record.address == address; });
    const auto &own = address.contains(u':') ? answer.ipv6Dnssec : answer.ipv4Dnssec;
    return isIn ? own.value_or(answer.dnssec) : answer.dnssec;
}

/// What the DNS said about one server address. What was not asked stays null.
struct DnsEvidence
{
    std::optional<Answer<MxRecord>> mx; ///< of the mail domain; null for a target that is a host
    std::optional<quint16> preference; ///< of this host among them; null for the implicit MX (RFC 5321 §5.1)
    std::optional<AddressAnswer> addresses;
    /// The host's own CNAME record, asked for apart where it led to insecure addresses: if it is secure the
    /// host's TLSA records count all the same (RFC 7672 §2.2.2). Null where it was not asked for.
    std::optional<Answer<AliasRecord>> alias;
    std::optional<Answer<TlsaRecord>>
        tlsa; ///< the one that counts (RFC 7671 §7); its name begins "_25._tcp."
    /// Asked first, at the end of a secure CNAME chain, and found empty (RFC 7671 §7); null where it counts
    /// or was not asked.
    std::optional<Answer<TlsaRecord>> tlsaAtCanonicalName;
    QString tlsaBase; ///< the TLSA base domain (RFC 7672 §2.2.2); empty where none was asked for
    std::optional<Answer<TxtRecord>> sts;    ///< _mta-sts TXT, every TXT record that is there
    std::optional<Answer<TxtRecord>> tlsRpt; ///< _smtp._tls TXT
    bool resolverStripsDnssec = false;
    bool operator==(const DnsEvidence &) const = default;
};

} // namespace mailseal
