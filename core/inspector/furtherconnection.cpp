#include "inspector/furtherconnection.h"

#include "values/limits.h"

#include <utility>

namespace mailseal {

FurtherConnection::FurtherConnection(VariantEvidence offer, std::unique_ptr<Session> session, QObject *parent)
    : QObject(parent)
    , m_offer(std::move(offer))
    , m_session(std::move(session))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { m_session->abort(EndReason::DeadlineExceeded); });
    connect(m_session.get(), &Session::changed, this, &FurtherConnection::sessionChanged);
    connect(m_session.get(), &Session::finished, this, [this] { end(m_session->facts()); });
}

FurtherConnection::~FurtherConnection() = default;

void FurtherConnection::start()
{
    m_deadline.start(limits::variant);
    m_session->start();
}

void FurtherConnection::abort(EndReason why)
{
    if (hasEnded())
        return;
    m_session->disconnect(this);
    m_session->abort(why);
    m_deadline.stop();
    m_facts = m_session->facts();
}

void FurtherConnection::sessionChanged()
{
    if (const auto settled = m_session->settledFacts())
        end(*settled);
    else if (!hasEnded())
        Q_EMIT changed();
}

void FurtherConnection::end(const SessionFacts &facts)
{
    if (hasEnded())
        return;
    m_facts = facts;
    m_deadline.stop(); // QUIT has a deadline of its own
    Q_EMIT ended();
}

} // namespace mailseal
