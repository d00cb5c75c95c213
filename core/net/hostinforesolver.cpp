#include "net/hostinforesolver.h"

#include <QHostAddress>
#include <QHostInfo>

namespace mailseal {

HostInfoResolver::~HostInfoResolver()
{
    for (auto pending = m_pending.cbegin(); pending != m_pending.cend(); ++pending)
        QHostInfo::abortHostLookup(pending.key());
}

int HostInfoResolver::lookup(const QString &host, Done done)
{
    const int id = QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) {
        const Done waiting = m_pending.take(info.lookupId());
        if (!waiting)
            return;
        HostAnswer answer;
        for (const auto &address : info.addresses()) {
            const QString text = address.toString();
            if (!answer.addresses.contains(text))
                answer.addresses.append(text);
        }
        if (answer.addresses.isEmpty())
            answer.error = info.errorString();
        waiting(answer);
    });
    m_pending.insert(id, done);
    return id;
}

void HostInfoResolver::cancel(int lookup)
{
    m_pending.remove(lookup);
    QHostInfo::abortHostLookup(lookup);
}

QString HostInfoResolver::name() const { return QStringLiteral("system"); }

} // namespace mailseal
