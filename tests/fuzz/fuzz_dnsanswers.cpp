#include "net/dnsrecords.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace mailseal;

/// RFC 1035 §2.3.4; an octet that no host name holds is written as \DDD.
void checkName(const QString &name)
{
    constexpr qsizetype longest = 253 * 4;
    if (name.size() > longest || name != name.toLower())
        std::abort();
    for (const QChar c : name) {
        if (c.unicode() <= u' ' || c.unicode() > u'~')
            std::abort();
    }
}

template <typename Record>
Answer<Record> answered(const QList<QByteArray> &rdata, std::optional<Record> (*read)(const QByteArray &))
{
    DnsReply reply;
    reply.lookup = LookupEnd::Found;
    reply.rdata = rdata;
    const Answer<Record> answer = answerOf(QStringLiteral("example.org"), reply, read);
    if (answer.records.size() > rdata.size() ||
        answer.records.isEmpty() == (answer.lookup == LookupEnd::Found))
        std::abort();
    return answer;
}

/// The records of one answer, each behind its length.
QList<QByteArray> recordsIn(QByteArray bytes)
{
    QList<QByteArray> records;
    while (!bytes.isEmpty()) {
        const auto length = static_cast<quint8>(bytes.front());
        records.append(bytes.mid(1, length));
        bytes.remove(0, 1 + length);
    }
    return records;
}

} // namespace

/// Any octets as the records of an answer and as a whole message: what is read is bounded by what was there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    holdsSignature(bytes);
    const QList<QByteArray> rdata = recordsIn(bytes);
    for (const MxRecord &record : answered(rdata, &readMx).records)
        checkName(record.exchange);
    for (const AliasRecord &record : answered(rdata, &readAlias).records)
        checkName(record.target);
    for (const AddressRecord &record : answered(rdata, &readAddress).records) {
        if (record.address.isEmpty())
            std::abort();
    }
    for (const TlsaRecord &record : answered(rdata, &readTlsa).records) {
        if (record.data.size() > bytes.size() - 3)
            std::abort();
    }
    for (const TxtRecord &record : answered(rdata, &readTxt).records) {
        if (record.text.size() >= bytes.size())
            std::abort();
    }
    DnsReply ipv4;
    ipv4.lookup = LookupEnd::Found;
    ipv4.rdata = rdata;
    const AddressAnswer addresses = addressesOf(QStringLiteral("example.org"), ipv4, {});
    if ((addresses.lookup == LookupEnd::Found) == addresses.records.isEmpty())
        std::abort();
    return 0;
}
