#include "net/dnsrecords.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <utility>

namespace mailseal {

namespace {

constexpr int longestLabel = 63; // RFC 1035 §2.3.4
constexpr qsizetype longestName = 255;

/// Big-endian reader that never leaves its bytes; once past the end it stays failed.
class Octets
{
public:
    explicit Octets(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }
    bool isGood() const { return m_good; }
    bool isAtEnd() const { return m_at == m_bytes.size(); }
    quint8 octet()
    {
        if (!m_good || m_at >= m_bytes.size()) {
            m_good = false;
            return 0;
        }
        return static_cast<quint8>(m_bytes[m_at++]);
    }
    quint16 number()
    {
        const quint8 high = octet();
        return static_cast<quint16>(high << 8 | octet());
    }
    QByteArray take(qsizetype count)
    {
        if (!m_good || count > m_bytes.size() - m_at) {
            m_good = false;
            return {};
        }
        return m_bytes.mid(std::exchange(m_at, m_at + count), count);
    }
    QByteArray rest() { return take(m_bytes.size() - m_at); }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
};

QString labelText(const QByteArray &label)
{
    QString text;
    for (const char raw : label.toLower()) {
        const bool plain = (raw >= 'a' && raw <= 'z') || (raw >= '0' && raw <= '9') || raw == '-' ||
                           raw == '_' || raw == '*';
        if (plain)
            text += QLatin1Char(raw);
        else
            text += u'\\' + QStringLiteral("%1").arg(static_cast<quint8>(raw), 3, 10, QLatin1Char('0'));
    }
    return text;
}

std::optional<QString> nameFrom(Octets &octets)
{
    QStringList labels;
    qsizetype length = 1;
    while (true) {
        const int size = octets.octet();
        if (!octets.isGood() || size > longestLabel)
            return std::nullopt; // a pointer, or no label at all
        if (size == 0)
            return labels.join(u'.');
        length += size + 1;
        const QByteArray label = octets.take(size);
        if (!octets.isGood() || length > longestName)
            return std::nullopt;
        labels.append(labelText(label));
    }
}

/// Passes over a name in a message, where it may end in a pointer (RFC 1035 §4.1.4).
void skipName(Octets &octets)
{
    constexpr int pointer = 0xc0;
    int size = octets.octet();
    while (octets.isGood() && size != 0) {
        if (size >= pointer) {
            octets.octet();
            return;
        }
        octets.take(size);
        size = octets.octet();
    }
}

/// Of both: the worse of those that gave addresses; where none did, bogus where one is; else of those that
/// said that there is none, unless the other did not say anything.
DnssecState together(const Answer<AddressRecord> &a, const Answer<AddressRecord> &b)
{
    const auto worst = [&](auto counts) -> std::optional<DnssecState> {
        for (const DnssecState state :
             {DnssecState::Bogus, DnssecState::Unknown, DnssecState::Insecure, DnssecState::Secure}) {
            if ((counts(a) && a.dnssec == state) || (counts(b) && b.dnssec == state))
                return state;
        }
        return std::nullopt;
    };
    const auto gave = [](const auto &answer) {
        return answer.lookup == LookupEnd::Found && answer.dnssec != DnssecState::Bogus;
    };
    return worst(gave).value_or(worst([](const auto &) { return true; }).value_or(DnssecState::Unknown));
}

/// What is said of both families: found by either; then what could not be told; then what is not there. A
/// name that has no data of one kind exists (RFC 8020 §2).
LookupEnd together(LookupEnd a, LookupEnd b)
{
    for (const LookupEnd end :
         {LookupEnd::Found, LookupEnd::Timeout, LookupEnd::ServFail, LookupEnd::Refused, LookupEnd::NoData}) {
        if (a == end || b == end)
            return end;
    }
    return LookupEnd::NxDomain;
}

/// RFC 4034 §A.1 and the registry behind it.
QString algorithmName(int number)
{
    constexpr std::pair<int, const char *> names[]{
        {1, "RSAMD5"},
        {3, "DSA"},
        {5, "RSASHA1"},
        {6, "DSA-NSEC3-SHA1"},
        {7, "RSASHA1-NSEC3-SHA1"},
        {8, "RSASHA256"},
        {10, "RSASHA512"},
        {12, "ECC-GOST"},
        {13, "ECDSAP256SHA256"},
        {14, "ECDSAP384SHA384"},
        {15, "ED25519"},
        {16, "ED448"},
        {17, "SM2SM3"},
        {23, "ECC-GOST12"},
    };
    for (const auto &[known, name] : names) {
        if (known == number)
            return QString::fromLatin1(name);
    }
    return QStringLiteral("algorithm %1").arg(number);
}

struct Signatures
{
    bool isAnswerSigned = false;
    QStringList answer; ///< mnemonics, each once
    QStringList authority;
};

/// The signatures of a message (RFC 4034 §3.1); those that were read until it could not be read any more.
Signatures signaturesOf(const QByteArray &message)
{
    constexpr quint16 rrsig = 46;
    constexpr qsizetype typeAndClass = 4;
    constexpr qsizetype classAndTtl = 6;
    constexpr qsizetype idAndFlags = 4;
    constexpr qsizetype algorithmAt = 2;
    Octets octets(message);
    octets.take(idAndFlags);
    const int questions = octets.number();
    const int answers = octets.number();
    const int authorities = octets.number();
    octets.number();
    for (int i = 0; i < questions && octets.isGood(); ++i) {
        skipName(octets);
        octets.take(typeAndClass);
    }
    Signatures found;
    for (int i = 0; i < answers + authorities && octets.isGood(); ++i) {
        skipName(octets);
        const quint16 type = octets.number();
        octets.take(classAndTtl);
        const QByteArray rdata = octets.take(octets.number());
        if (!octets.isGood() || type != rrsig)
            continue;
        found.isAnswerSigned = found.isAnswerSigned || i < answers;
        if (rdata.size() <= algorithmAt)
            continue;
        const QString name = algorithmName(static_cast<quint8>(rdata[algorithmAt]));
        QStringList &section = i < answers ? found.answer : found.authority;
        if (!section.contains(name))
            section.append(name);
    }
    return found;
}

} // namespace

std::optional<QString> readName(const QByteArray &rdata)
{
    Octets octets(rdata);
    const auto name = nameFrom(octets);
    return octets.isAtEnd() ? name : std::nullopt;
}

std::optional<MxRecord> readMx(const QByteArray &rdata)
{
    Octets octets(rdata);
    const quint16 preference = octets.number();
    const auto exchange = nameFrom(octets);
    if (!exchange || !octets.isAtEnd())
        return std::nullopt;
    return MxRecord{preference, *exchange};
}

std::optional<AliasRecord> readAlias(const QByteArray &rdata)
{
    const auto target = readName(rdata);
    return target ? std::optional(AliasRecord{*target}) : std::nullopt;
}

std::optional<AddressRecord> readAddress(const QByteArray &rdata)
{
    const bool isV4 = rdata.size() == sizeof(in_addr);
    if (!isV4 && rdata.size() != sizeof(in6_addr))
        return std::nullopt;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (!inet_ntop(isV4 ? AF_INET : AF_INET6, rdata.constData(), text.data(), text.size()))
        return std::nullopt;
    return AddressRecord{QString::fromLatin1(text.data())};
}

std::optional<TlsaRecord> readTlsa(const QByteArray &rdata)
{
    Octets octets(rdata);
    TlsaRecord record;
    record.usage = octets.octet();
    record.selector = octets.octet();
    record.matchingType = octets.octet();
    record.data = octets.rest();
    return octets.isGood() ? std::optional(record) : std::nullopt;
}

std::optional<TxtRecord> readTxt(const QByteArray &rdata)
{
    Octets octets(rdata);
    TxtRecord record;
    if (rdata.isEmpty())
        return std::nullopt; // RFC 1035 §3.3.14: one string at least
    while (octets.isGood() && !octets.isAtEnd())
        record.text += octets.take(octets.octet());
    return octets.isGood() ? std::optional(record) : std::nullopt;
}

bool holdsSignature(const QByteArray &message) { return signaturesOf(message).isAnswerSigned; }

QStringList signatureAlgorithms(const QByteArray &message)
{
    const Signatures found = signaturesOf(message);
    return found.answer.isEmpty() ? found.authority : found.answer;
}

AddressAnswer addressesOf(const QString &name, const DnsReply &ipv4, const DnsReply &ipv6)
{
    const auto a = answerOf(name, ipv4, &readAddress);
    const auto aaaa = answerOf(name, ipv6, &readAddress);
    AddressAnswer both;
    both.name = name;
    both.dnssec = together(a, aaaa);
    both.ipv4Dnssec = a.dnssec;
    both.ipv6Dnssec = aaaa.dnssec;
    both.algorithms = a.algorithms;
    for (const QString &algorithm : aaaa.algorithms) {
        if (!both.algorithms.contains(algorithm))
            both.algorithms.append(algorithm);
    }
    both.lookup = together(a.lookup, aaaa.lookup);
    both.whyBogus = a.whyBogus.isEmpty() ? aaaa.whyBogus : a.whyBogus;
    both.canonicalName = a.canonicalName.isEmpty() ? aaaa.canonicalName : a.canonicalName;
    both.ttl = a.records.isEmpty() ? aaaa.ttl : aaaa.records.isEmpty() ? a.ttl : std::min(a.ttl, aaaa.ttl);
    both.records = a.records + aaaa.records;
    both.ipv4 = a.lookup;
    both.ipv6 = aaaa.lookup;
    return both;
}

} // namespace mailseal
