#pragma once

#include "net/resolver.h"

#include <QHash>
#include <QObject>

namespace mailseal {

/// Names to addresses by the system's resolver (getaddrinfo through QHostInfo, on its own threads).
class HostInfoResolver : public QObject, public Resolver
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~HostInfoResolver() override;
    int lookup(const QString &host, Done done) override;
    void cancel(int lookup) override;
    QString name() const override;

private:
    QHash<int, Done> m_pending; ///< by the id that QHostInfo gave
};

} // namespace mailseal
