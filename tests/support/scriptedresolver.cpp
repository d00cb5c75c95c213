#include "support/scriptedresolver.h"

#include <QHostAddress>
#include <QTimer>
#include <QtEndian>

#include <algorithm>

namespace mailseal {

namespace {

DnsReply found(const QList<QByteArray> &rdata, DnssecState dnssec)
{
    DnsReply reply;
    reply.lookup = rdata.isEmpty() ? LookupEnd::NoData : LookupEnd::Found;
    reply.dnssec = dnssec;
    if (dnssec == DnssecState::Bogus)
        reply.whyBogus = QStringLiteral("signature expired");
    reply.ttl = 300;
    reply.rdata = rdata;
    return reply;
}

QByteArray octetsOf(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 big = qToBigEndian(address.toIPv4Address());
        return QByteArray(reinterpret_cast<const char *>(&big), sizeof(big));
    }
    const Q_IPV6ADDR octets = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(octets.c), sizeof(octets.c));
}

QString typeName(RecordType type)
{
    switch (type) {
    case RecordType::A:
        return QStringLiteral("A");
    case RecordType::Cname:
        return QStringLiteral("CNAME");
    case RecordType::Mx:
        return QStringLiteral("MX");
    case RecordType::Txt:
        return QStringLiteral("TXT");
    case RecordType::Aaaa:
        return QStringLiteral("AAAA");
    case RecordType::Dnskey:
        return QStringLiteral("DNSKEY");
    case RecordType::Tlsa:
        return QStringLiteral("TLSA");
    }
    return {};
}

} // namespace

QByteArray ScriptedResolver::wireName(const QString &name)
{
    QByteArray wire;
    const auto labels = name.split(u'.', Qt::SkipEmptyParts);
    for (const QString &label : labels)
        wire += static_cast<char>(label.size()) + label.toLatin1();
    return wire + '\0';
}

void ScriptedResolver::addresses(const QString &host, const QStringList &addresses, DnssecState dnssec)
{
    QList<QByteArray> v4;
    QList<QByteArray> v6;
    for (const QString &text : addresses)
        (text.contains(u':') ? v6 : v4).append(octetsOf(QHostAddress(text)));
    reply(host, RecordType::A, found(v4, dnssec));
    reply(host, RecordType::Aaaa, found(v6, dnssec));
}

void ScriptedResolver::mx(const QString &domain, const QList<Mx> &records, DnssecState dnssec)
{
    QList<QByteArray> rdata;
    for (const Mx &record : records) {
        const quint16 big = qToBigEndian(record.preference);
        rdata.append(QByteArray(reinterpret_cast<const char *>(&big), sizeof(big)) +
                     wireName(record.exchange));
    }
    reply(domain, RecordType::Mx, found(rdata, dnssec));
}

void ScriptedResolver::tlsa(const QString &name, const QList<QByteArray> &records, DnssecState dnssec)
{
    reply(name, RecordType::Tlsa, found(records, dnssec));
}

void ScriptedResolver::txt(const QString &name, const QList<QByteArray> &texts, DnssecState dnssec)
{
    QList<QByteArray> rdata;
    for (const QByteArray &text : texts)
        rdata.append(static_cast<char>(text.size()) + text);
    reply(name, RecordType::Txt, found(rdata, dnssec));
}

void ScriptedResolver::fail(const QString &name, RecordType type, LookupEnd end,
                            std::optional<DnssecState> dnssec)
{
    const DnssecState silent = hasFailed(end) ? DnssecState::Unknown : DnssecState::Insecure;
    DnsReply failed = found({}, dnssec.value_or(silent));
    failed.lookup = end;
    reply(name, type, failed);
}

void ScriptedResolver::alias(const QString &host, const QString &canonical)
{
    for (const RecordType type : {RecordType::A, RecordType::Aaaa})
        m_known[{host, type}].canonicalName = canonical;
}

DnsReply ScriptedResolver::replyTo(const QString &name, RecordType type) const
{
    if (m_known.contains({name, type}))
        return m_known.value({name, type});
    const auto names = m_known.keys();
    const bool exists =
        std::any_of(names.begin(), names.end(), [&](const auto &known) { return known.first == name; });
    DnsReply denial = found({}, m_denials);
    denial.lookup = exists ? LookupEnd::NoData : LookupEnd::NxDomain;
    return denial;
}

int ScriptedResolver::query(const QString &name, RecordType type, Done done)
{
    const int id = ++m_last;
    m_asked.append(typeName(type) + u' ' + name);
    m_pending.insert(id, std::move(done));
    if (m_mute.contains(name))
        return id;
    QTimer::singleShot(0, this, [this, id, name, type] {
        const Done waiting = m_pending.take(id);
        if (waiting)
            waiting(replyTo(name, type));
    });
    return id;
}

void ScriptedResolver::cancel(int query) { m_pending.remove(query); }

} // namespace mailseal
