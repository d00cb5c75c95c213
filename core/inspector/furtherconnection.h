#pragma once

#include "net/session.h"
#include "values/variant.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace mailseal {

/// One further connection: the whole dialogue with another offer. Its answer stands as soon as nothing that
/// still comes can change it; the answer to its QUIT is not waited for.
class FurtherConnection : public QObject
{
    Q_OBJECT
public:
    FurtherConnection(VariantEvidence offer, std::unique_ptr<Session> session, QObject *parent = nullptr);
    ~FurtherConnection() override;

    void start();
    /// Ends at once with `why`, without a signal; what was seen stays.
    void abort(EndReason why);

    const VariantEvidence &offer() const { return m_offer; }
    const Progress &progress() const { return m_session->progress(); }
    bool hasEnded() const { return m_facts.has_value(); }
    /// Valid once `ended` came, or after abort().
    const SessionFacts &facts() const { return *m_facts; }

Q_SIGNALS:
    void changed();
    /// Once.
    void ended();

private:
    void sessionChanged();
    void end(const SessionFacts &facts);

    VariantEvidence m_offer;
    std::unique_ptr<Session> m_session;
    std::optional<SessionFacts> m_facts;
    QTimer m_deadline;
};

} // namespace mailseal
