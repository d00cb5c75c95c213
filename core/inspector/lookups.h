#pragma once

#include "inspector/policylookup.h"
#include "inspector/settings.h"
#include "net/addresslookup.h"
#include "net/resolver.h"
#include "values/dns.h"
#include "values/finding.h"
#include "values/sessionfacts.h"
#include "values/target.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace mailseal {

/// Whether a client under this policy has to know what was looked up before it can decide at the handshake:
/// then the session waits for it, and TLSA is looked up even where --connect says where to go.
bool decidesByLookups(PolicyId policy);
/// Whether it has to know the domain's MTA-STS policy too, whose host may take a minute to answer.
bool decidesByStsPolicy(PolicyId policy);

/// One server address to inspect, or the one entry that says why there is none (`end`).
struct FoundServer
{
    size_t place = 0; ///< of its host among the lookups: evidenceOf, isComplete
    QString host;     ///< A-labels or an IP address; as the MX record has it where it is neither
    QString address;  ///< where to connect; empty where `end` says why not
    std::optional<EndReason> end;
    QString words; ///< why there is no address
};

/// Everything that is looked up for one target, at most three questions deep: MX beside the TXT records of
/// the domain, then the addresses of every host, the policy host of MTA-STS among them, then TLSA. What does
/// not depend on each other is asked at once; the policy is fetched beside all that. A target that is an
/// address, or whose address is given, has its servers without a question.
class Lookups : public QObject
{
    Q_OBJECT
public:
    Lookups(std::shared_ptr<Resolver> resolver, const TargetSpec &target, const Settings &settings,
            QObject *parent = nullptr);
    ~Lookups() override;

    /// `serversKnown` follows, from the event loop where a question had to be asked and at once elsewhere.
    void start();

    const QList<FoundServer> &servers() const { return m_servers; }
    /// What is known by now about the host at `place`; null where nothing is asked for this target.
    std::optional<DnsEvidence> evidenceOf(size_t place) const;
    /// What the lookups noticed about that host as it is now.
    QList<Finding> remarksOn(size_t place) const;
    /// The DNS has nothing more to say about that host.
    bool isDnsComplete(size_t place) const;
    /// Nothing more will become known about that host: the policy is fetched as well.
    bool isComplete(size_t place) const;
    /// What fetching the domain's MTA-STS policy has shown by now; null where none is asked for.
    const std::optional<StsFetch> &stsFetch() const { return m_policy.fetch(); }
    /// Questions asked so far, and through what; empty where there were none.
    int queries() const { return m_queries + m_policy.queries(); }
    QString resolverName() const;
    /// From the first question to `serversKnown`; null where none had to be waited for.
    std::optional<qint64> resolveUs() const { return m_resolveUs; }

Q_SIGNALS:
    /// Once: `servers` is filled, with one entry at least.
    void serversKnown();
    /// More is known about the host at `place`.
    void grew(size_t place);

private:
    struct Host
    {
        enum class Phase { Addresses, Tlsa, Done };

        QString name;
        std::optional<quint16> preference;
        Phase phase = Phase::Done;
        std::unique_ptr<AddressLookup> lookup;
        std::optional<AddressAnswer> addresses;
        std::optional<Answer<TlsaRecord>> tlsa;            ///< at the name itself
        std::optional<Answer<TlsaRecord>> tlsaAtCanonical; ///< only where a secure alias led there
        std::optional<Answer<AliasRecord>> alias;          ///< only where it led to insecure addresses
        int tlsaAwaited = 0;                               ///< replies, the alias's among them
    };

    void ask(const QString &name, RecordType type, std::function<void(const DnsReply &)> then);
    void askDomain();
    void mxKnown(const Answer<MxRecord> &mx);
    void domainGrew();
    void takeExchanges();
    void addHost(const QString &name, std::optional<quint16> preference);
    void askHosts();
    void addressesKnown(size_t place, const AddressAnswer &answer);
    void askTlsa(size_t place);
    void tlsaKnown(size_t place);
    void serversMayBeKnown();
    void gatherServers(size_t place);
    QList<Finding> remarksOn(const Host &host) const;
    void announce(const QList<FoundServer> &servers);
    QString tlsaName(const QString &base) const;
    bool isDomainKnown() const;

    std::shared_ptr<Resolver> m_resolver;
    TargetSpec m_target;
    AddressFamily m_family;
    std::optional<Endpoint> m_connectTo;
    bool m_isDomain;
    bool m_asks;          ///< false: the address is given and nobody asked what the DNS says
    DnsEvidence m_domain; ///< what holds for every host: mx, sts, tlsRpt, whether the resolver strips
    PolicyLookup m_policy;
    std::vector<Host> m_hosts;
    QList<FoundServer> m_servers;
    qsizetype m_leftOut = 0; ///< addresses and hosts behind the bounds
    bool m_announced = false;
    QSet<int> m_open; ///< queries
    int m_queries = 0;
    QElapsedTimer m_clock;
    std::optional<qint64> m_resolveUs;
};

} // namespace mailseal
