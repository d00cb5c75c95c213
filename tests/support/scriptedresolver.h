#pragma once

#include "net/resolver.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace mailseal {

/// A resolver that knows what it was told: names it was not told of have no address.
class ScriptedResolver : public QObject, public Resolver
{
    Q_OBJECT
public:
    void answer(const QString &host, const QStringList &addresses) { m_known[host] = {addresses, {}}; }
    void fail(const QString &host, const QString &error) { m_known[host] = {{}, error}; }
    /// Never answers for that host.
    void stayMute(const QString &host) { m_mute.append(host); }

    int lookup(const QString &host, Done done) override;
    void cancel(int lookup) override;
    QString name() const override { return QStringLiteral("scripted"); }

    QStringList asked() const { return m_asked; }
    qsizetype pending() const { return m_pending.size(); }

private:
    QHash<QString, HostAnswer> m_known;
    QStringList m_mute;
    QStringList m_asked;
    QHash<int, Done> m_pending;
    int m_last = 0;
};

} // namespace mailseal
