#include "support/scriptedresolver.h"

#include <QTimer>

namespace mailseal {

int ScriptedResolver::lookup(const QString &host, Done done)
{
    const int id = ++m_last;
    m_asked.append(host);
    m_pending.insert(id, done);
    if (m_mute.contains(host))
        return id;
    QTimer::singleShot(0, this, [this, id, host] {
        const Done waiting = m_pending.take(id);
        if (waiting)
            waiting(m_known.value(host, {{}, QStringLiteral("Host not found")}));
    });
    return id;
}

void ScriptedResolver::cancel(int lookup) { m_pending.remove(lookup); }

} // namespace mailseal
