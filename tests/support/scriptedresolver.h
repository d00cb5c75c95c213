#pragma once

#include "net/resolver.h"

#include <QHash>
#include <QObject>
#include <QPair>
#include <QStringList>

namespace mailseal {

/// A resolver that knows what it was told, with every DNSSEC state as data. A name it was not told of does
/// not exist; one that it knows by another type has no data.
class ScriptedResolver : public QObject, public Resolver
{
    Q_OBJECT
public:
    /// IPv4 and IPv6 addresses of a host, each under its type.
    void addresses(const QString &host, const QStringList &addresses,
                   DnssecState dnssec = DnssecState::Insecure);
    struct Mx
    {
        quint16 preference;
        QString exchange; ///< empty: the root (RFC 7505)
    };
    void mx(const QString &domain, const QList<Mx> &records, DnssecState dnssec = DnssecState::Insecure);
    /// Each record as its data in octets.
    void tlsa(const QString &name, const QList<QByteArray> &records,
              DnssecState dnssec = DnssecState::Secure);
    void txt(const QString &name, const QList<QByteArray> &texts, DnssecState dnssec = DnssecState::Insecure);
    /// Any reply at all.
    void reply(const QString &name, RecordType type, const DnsReply &reply) { m_known[{name, type}] = reply; }
    /// Of a lookup that gave no answer nobody knows anything, unless it is said otherwise.
    void fail(const QString &name, RecordType type, LookupEnd end,
              std::optional<DnssecState> dnssec = std::nullopt);
    /// What the validator says of a name that does not exist, or has no data.
    void denialsAre(DnssecState dnssec) { m_denials = dnssec; }
    /// The names of `host` have led to `canonical`.
    void alias(const QString &host, const QString &canonical);
    /// Never answers questions for that name.
    void stayMute(const QString &name) { m_mute.append(name); }

    int query(const QString &name, RecordType type, Done done) override;
    void cancel(int query) override;
    QString name() const override { return QStringLiteral("scripted"); }

    /// "TYPE name" in the order of the questions.
    QStringList asked() const { return m_asked; }
    qsizetype pending() const { return m_pending.size(); }

    static QByteArray wireName(const QString &name);

private:
    DnsReply replyTo(const QString &name, RecordType type) const;

    QHash<QPair<QString, RecordType>, DnsReply> m_known;
    QStringList m_mute;
    QStringList m_asked;
    QHash<int, Done> m_pending;
    DnssecState m_denials = DnssecState::Insecure;
    int m_last = 0;
};

inline size_t qHash(RecordType type, size_t seed = 0) { return ::qHash(static_cast<quint16>(type), seed); }

} // namespace mailseal
