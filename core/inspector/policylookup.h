#pragma once

#include "inspector/settings.h"
#include "net/addresslookup.h"
#include "net/policyfetcher.h"
#include "net/resolver.h"
#include "values/dns.h"
#include "values/sts.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace mailseal {

/// From the _mta-sts record of one domain to its policy (RFC 8461 §3.3): the address of the policy host, then
/// the fetch. Nothing is asked and nothing is fetched where there is not exactly one valid record (§3.1).
class PolicyLookup : public QObject
{
    Q_OBJECT
public:
    PolicyLookup(std::shared_ptr<Resolver> resolver, const Settings &settings, QObject *parent = nullptr);
    ~PolicyLookup() override;

    /// What the DNS said of _mta-sts.`domain`. `ended` follows from the event loop where there is a policy to
    /// fetch; where there is none it is never emitted, and `isComplete` at once.
    void begin(const QString &domain, const Answer<TxtRecord> &record);

    /// The host, with the end NotTried, as long as it is under way; null where no policy is asked for.
    const std::optional<StsFetch> &fetch() const { return m_fetch; }
    bool isComplete() const { return m_phase == Phase::Idle; }
    int queries() const { return m_queries; }
    bool stripsDnssec() const { return m_stripsDnssec; }

Q_SIGNALS:
    void ended();

private:
    enum class Phase { Idle, Address, Fetch };

    void addressesKnown(const AddressAnswer &answer);
    void fetchFrom(const QList<Endpoint> &where);
    void end(const StsFetch &fetch);

    std::shared_ptr<Resolver> m_resolver;
    AddressFamily m_family;
    std::optional<Endpoint> m_connectTo;
    Phase m_phase = Phase::Idle;
    std::unique_ptr<AddressLookup> m_addresses;
    PolicyFetcher m_fetcher;
    std::optional<StsFetch> m_fetch;
    int m_queries = 0;
    bool m_stripsDnssec = false;
};

} // namespace mailseal
