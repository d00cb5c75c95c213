#include "inspector/lookups.h"

#include "inspector/lookupreasons.h"
#include "net/dnsrecords.h"
#include "values/domainname.h"
#include "values/limits.h"
#include "wire/wire.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mailseal {

namespace {

/// Under --connect the socket's way is given, and DNS is asked only where the person or the policy acted
/// under wants to know what it says: a server is often tested before its name is there.
bool wantsTlsa(const Settings &settings)
{
    return !settings.connectTo || settings.resolver != ResolverSettings{} ||
           decidesByLookups(settings.policy);
}

/// RFC 7505 §3; the same record twice is one.
bool isNullMx(const Answer<MxRecord> &mx)
{
    return !mx.records.isEmpty() && std::all_of(mx.records.begin(), mx.records.end(),
                                                [](const MxRecord &one) { return one.exchange.isEmpty(); });
}

bool hasNullMxBesideOthers(const Answer<MxRecord> &mx)
{
    return !isNullMx(mx) && std::any_of(mx.records.begin(), mx.records.end(),
                                        [](const MxRecord &one) { return one.exchange.isEmpty(); });
}

Finding remark(FindingCode code, Severity severity, const QStringList &args)
{
    return {.code = code, .severity = severity, .depth = std::nullopt, .args = args};
}

/// RFC 8624 §3.1: SHA-1 in signatures.
template <typename Record>
void appendWeakSignature(QList<Finding> &remarks, const std::optional<Answer<Record>> &answer)
{
    for (const QString &algorithm : answer ? answer->algorithms : QStringList()) {
        if (isSha1Algorithm(algorithm))
            remarks.append(remark(FindingCode::DnssecSha1, Severity::Warning, {answer->name, algorithm}));
    }
}
void appendWeakSignature(QList<Finding> &remarks, const std::optional<AddressAnswer> &answer)
{
    appendWeakSignature(remarks, answer ? std::optional<Answer<AddressRecord>>(*answer) : std::nullopt);
}

} // namespace

bool decidesByLookups(PolicyId policy)
{
    // A list and no switch: a policy that joins later waits until somebody says that it need not.
    constexpr std::array byTheSessionAlone{PolicyId::Opportunistic, PolicyId::Encrypt,     PolicyId::WebPki,
                                           PolicyId::Secure,        PolicyId::Fingerprint, PolicyId::Mua};
    return std::find(byTheSessionAlone.begin(), byTheSessionAlone.end(), policy) == byTheSessionAlone.end();
}

bool decidesByStsPolicy(PolicyId policy) { return policy == PolicyId::MtaSts; }

Lookups::Lookups(std::shared_ptr<Resolver> resolver, const TargetSpec &target, const Settings &settings,
                 QObject *parent)
    : QObject(parent)
    , m_resolver(std::move(resolver))
    , m_target(target)
    , m_family(settings.family)
    , m_connectTo(settings.connectTo)
    , m_isDomain(target.isDomain && !settings.connectTo)
    , m_asks(wantsTlsa(settings))
    , m_policy(m_resolver, settings)
{
    connect(&m_policy, &PolicyLookup::ended, this, &Lookups::domainGrew);
}

Lookups::~Lookups()
{
    for (const int query : std::as_const(m_open))
        m_resolver->cancel(query);
}

void Lookups::start()
{
    m_clock.start();
    if (m_isDomain) {
        askDomain();
        return;
    }
    addHost(m_target.host, std::nullopt);
    if (!m_asks)
        m_hosts.front().phase = Host::Phase::Done;
    if (m_target.isAddress || m_connectTo)
        announce({{0, m_target.host, m_connectTo ? m_connectTo->address : m_target.host, {}, {}}});
    askHosts();
}

void Lookups::ask(const QString &name, RecordType type, std::function<void(const DnsReply &)> then)
{
    ++m_queries;
    auto id = std::make_shared<int>(0);
    *id = m_resolver->query(name, type, [this, id, then = std::move(then)](const DnsReply &reply) {
        m_open.remove(*id);
        m_domain.resolverStripsDnssec = m_domain.resolverStripsDnssec || reply.stripsDnssec;
        then(reply);
    });
    m_open.insert(*id);
}

void Lookups::askDomain()
{
    const QString domain = m_target.host;
    ask(domain, RecordType::Mx,
        [this, domain](const DnsReply &reply) { mxKnown(answerOf(domain, reply, &readMx)); });
    const QString sts = QStringLiteral("_mta-sts.") + domain;
    ask(sts, RecordType::Txt, [this, sts](const DnsReply &reply) {
        m_domain.sts = answerOf(sts, reply, &readTxt);
        m_policy.begin(m_target.host, *m_domain.sts);
        domainGrew();
    });
    const QString report = QStringLiteral("_smtp._tls.") + domain;
    ask(report, RecordType::Txt, [this, report](const DnsReply &reply) {
        m_domain.tlsRpt = answerOf(report, reply, &readTxt);
        domainGrew();
    });
}

void Lookups::domainGrew()
{
    m_domain.resolverStripsDnssec = m_domain.resolverStripsDnssec || m_policy.stripsDnssec();
    for (size_t place = 0; place < m_hosts.size(); ++place)
        Q_EMIT grew(place);
}

bool Lookups::isDomainKnown() const
{
    return !m_isDomain || (m_domain.mx && m_domain.sts && m_domain.tlsRpt);
}

void Lookups::mxKnown(const Answer<MxRecord> &mx)
{
    m_domain.mx = mx;
    if (mx.lookup == LookupEnd::NoData) {
        addHost(m_target.host, std::nullopt); // RFC 5321 §5.1: the implicit MX
    } else if (mx.lookup != LookupEnd::Found) {
        addHost(m_target.host, std::nullopt);
        m_hosts.front().phase = Host::Phase::Done;
        announce({{0, m_target.host, {}, EndReason::ResolveFailed, whyNoAddress(mx)}});
        return;
    } else if (isNullMx(mx)) {
        addHost(m_target.host, mx.records.first().preference);
        m_hosts.front().phase = Host::Phase::Done;
        announce({{0, m_target.host, {}, EndReason::NullMx, {}}});
        return;
    } else {
        takeExchanges();
    }
    askHosts();
}

/// In order of preference, each host once.
void Lookups::takeExchanges()
{
    auto records = m_domain.mx->records;
    std::stable_sort(records.begin(), records.end(),
                     [](const MxRecord &a, const MxRecord &b) { return a.preference < b.preference; });
    for (const MxRecord &record : std::as_const(records)) {
        if (record.exchange.isEmpty())
            continue; // a null MX beside others (RFC 7505 §3), which is said
        const bool isKnown = std::any_of(m_hosts.begin(), m_hosts.end(),
                                         [&](const Host &host) { return host.name == record.exchange; });
        if (isKnown)
            continue;
        if (m_hosts.size() < limits::mxHosts)
            addHost(record.exchange, record.preference);
        else
            ++m_leftOut;
    }
}

void Lookups::addHost(const QString &name, std::optional<quint16> preference)
{
    Host host;
    host.name = name;
    host.preference = preference;
    if (DomainName::parse(name))
        host.phase = Host::Phase::Addresses;
    m_hosts.push_back(std::move(host));
}

void Lookups::askHosts()
{
    for (size_t place = 0; place < m_hosts.size(); ++place) {
        Host &host = m_hosts[place];
        if (host.phase != Host::Phase::Addresses)
            continue;
        m_queries += 2;
        host.lookup = std::make_unique<AddressLookup>(
            *m_resolver, host.name,
            [this, place](const AddressAnswer &answer) { addressesKnown(place, answer); });
    }
    serversMayBeKnown();
}

void Lookups::addressesKnown(size_t place, const AddressAnswer &answer)
{
    Host &host = m_hosts[place];
    m_domain.resolverStripsDnssec = m_domain.resolverStripsDnssec || host.lookup->stripsDnssec();
    host.addresses = answer;
    if (hasFailed(answer.lookup))
        host.phase = Host::Phase::Done; // RFC 7672 §2.2.2: without addresses no TLSA is asked for
    else
        askTlsa(place);
    Q_EMIT grew(place);
    serversMayBeKnown();
}

QString Lookups::tlsaName(const QString &base) const
{
    return QStringLiteral("_%1._tcp.%2").arg(m_target.port).arg(base);
}

/// RFC 7671 §7: at the end of a secure alias first, then at the name itself. Both are asked at once. Where
/// the addresses are not secure, only the name itself: what is there counts where a signed alias alone led to
/// an unsigned zone (RFC 7672 §2.2.2), which a question of its own tells, and is worth showing elsewhere.
void Lookups::askTlsa(size_t place)
{
    Host &host = m_hosts[place];
    host.phase = Host::Phase::Tlsa;
    const auto askAt = [&](const QString &base, std::optional<Answer<TlsaRecord>> Host::*answer) {
        ++host.tlsaAwaited;
        const QString name = tlsaName(base);
        ask(name, RecordType::Tlsa, [this, place, name, answer](const DnsReply &reply) {
            m_hosts[place].*answer = answerOf(name, reply, &readTlsa);
            tlsaKnown(place);
        });
    };
    const QString canonical = host.addresses->canonicalName;
    if (host.addresses->dnssec == DnssecState::Secure && DomainName::parse(canonical))
        askAt(canonical, &Host::tlsaAtCanonical);
    askAt(host.name, &Host::tlsa);
    if (host.addresses->dnssec == DnssecState::Insecure && !canonical.isEmpty()) {
        ++host.tlsaAwaited;
        ask(host.name, RecordType::Cname, [this, place, name = host.name](const DnsReply &reply) {
            m_hosts[place].alias = answerOf(name, reply, &readAlias);
            tlsaKnown(place);
        });
    }
}

void Lookups::tlsaKnown(size_t place)
{
    Host &host = m_hosts[place];
    if (--host.tlsaAwaited == 0)
        host.phase = Host::Phase::Done;
    Q_EMIT grew(place);
}

void Lookups::serversMayBeKnown()
{
    const bool isAwaited = std::any_of(m_hosts.begin(), m_hosts.end(),
                                       [](const Host &host) { return host.phase == Host::Phase::Addresses; });
    if (isAwaited || m_announced)
        return;
    QList<FoundServer> found;
    m_servers.clear();
    for (size_t place = 0; place < m_hosts.size(); ++place)
        gatherServers(place);
    found = std::exchange(m_servers, {});
    announce(found);
}

void Lookups::gatherServers(size_t place)
{
    const Host &host = m_hosts[place];
    FoundServer none{place, host.name, {}, EndReason::ResolveFailed, {}};
    int taken = 0;
    if (!host.addresses) {
        none.words = whyNoHost(host.name);
    } else if (host.addresses->records.isEmpty()) {
        none.words = whyNoAddress(*host.addresses);
    } else {
        for (const AddressRecord &record : host.addresses->records) {
            if (!isOfFamily(record.address, m_family))
                continue;
            if (taken < limits::addressesPerHost && m_servers.size() < limits::inspections) {
                m_servers.append({place, host.name, record.address, {}, {}});
                ++taken;
            } else {
                ++m_leftOut;
            }
        }
        none.words = whyNoAddress(m_family);
    }
    if (taken == 0 && m_servers.size() < limits::inspections)
        m_servers.append(none);
}

void Lookups::announce(const QList<FoundServer> &servers)
{
    if (m_queries > 0)
        m_resolveUs = m_clock.nsecsElapsed() / 1000;
    m_servers = servers;
    m_announced = true;
    Q_EMIT serversKnown();
}

std::optional<DnsEvidence> Lookups::evidenceOf(size_t place) const
{
    if (m_queries == 0)
        return std::nullopt;
    DnsEvidence evidence = m_domain;
    if (place >= m_hosts.size())
        return evidence;
    const Host &host = m_hosts[place];
    evidence.preference = host.preference;
    evidence.addresses = host.addresses;
    evidence.alias = host.alias;
    if (host.phase != Host::Phase::Done || (!host.tlsa && !host.tlsaAtCanonical))
        return evidence;
    // A lookup that failed is no empty one: then nobody can tell whether the other counts.
    const bool countsAtCanonical =
        host.tlsaAtCanonical &&
        (host.tlsaAtCanonical->lookup == LookupEnd::Found || hasFailed(host.tlsaAtCanonical->lookup) ||
         host.tlsaAtCanonical->dnssec == DnssecState::Bogus);
    if (countsAtCanonical) {
        evidence.tlsa = host.tlsaAtCanonical;
        evidence.tlsaBase = host.addresses->canonicalName;
    } else {
        evidence.tlsa = host.tlsa;
        evidence.tlsaAtCanonicalName = host.tlsaAtCanonical;
        evidence.tlsaBase = host.name;
    }
    return evidence;
}

QList<Finding> Lookups::remarksOn(const Host &host) const
{
    QList<Finding> remarks;
    const bool isBogusTlsa = host.tlsa && host.tlsa->dnssec == DnssecState::Bogus;
    const bool isBogusAtCanonical =
        host.tlsaAtCanonical && host.tlsaAtCanonical->dnssec == DnssecState::Bogus;
    if (host.addresses) {
        const AddressAnswer &addresses = *host.addresses;
        if (addresses.ipv4Dnssec == DnssecState::Bogus || addresses.ipv6Dnssec == DnssecState::Bogus) {
            remarks.append(
                remark(FindingCode::AddressBogus, Severity::Error, {addresses.name, addresses.whyBogus}));
        }
        // One family's failure says nothing of the other's, and is worth a word where that one was found.
        for (const auto &[type, end] : {std::pair{QStringLiteral("A"), addresses.ipv4},
                                        std::pair{QStringLiteral("AAAA"), addresses.ipv6}}) {
            if (addresses.lookup == LookupEnd::Found && hasFailed(end)) {
                remarks.append(remark(FindingCode::LookupUnanswered, Severity::Notice,
                                      {addresses.name, toWire(end), type}));
            }
        }
    }
    if (isBogusTlsa || isBogusAtCanonical) {
        const Answer<TlsaRecord> &tlsa = isBogusAtCanonical ? *host.tlsaAtCanonical : *host.tlsa;
        remarks.append(remark(FindingCode::TlsaBogus, Severity::Error, {tlsa.name, tlsa.whyBogus}));
    }
    return remarks;
}

QList<Finding> Lookups::remarksOn(size_t place) const
{
    QList<Finding> remarks;
    if (m_domain.resolverStripsDnssec)
        remarks.append(remark(FindingCode::ResolverStripsDnssec, Severity::Notice, {resolverName()}));
    if (m_domain.mx && m_domain.mx->dnssec == DnssecState::Bogus) {
        remarks.append(remark(FindingCode::MxBogus, Severity::Error, {m_target.host, m_domain.mx->whyBogus}));
    }
    if (m_domain.mx && hasNullMxBesideOthers(*m_domain.mx))
        remarks.append(remark(FindingCode::NullMxBesideOthers, Severity::Warning, {m_target.host}));
    if (place < m_hosts.size())
        remarks += remarksOn(m_hosts[place]);
    const DnsEvidence evidence = evidenceOf(place).value_or(DnsEvidence{});
    appendWeakSignature(remarks, evidence.mx);
    appendWeakSignature(remarks, evidence.addresses);
    appendWeakSignature(remarks, evidence.tlsa);
    if (m_domain.mx && m_domain.mx->lookup == LookupEnd::Found && place < m_hosts.size() &&
        m_hosts[place].addresses && !m_hosts[place].addresses->canonicalName.isEmpty()) {
        remarks.append(remark(FindingCode::MxIsAlias, Severity::Warning,
                              {m_hosts[place].name, m_hosts[place].addresses->canonicalName}));
    }
    if (m_leftOut > 0)
        remarks.append(remark(FindingCode::ServersLeftOut, Severity::Warning, {QString::number(m_leftOut)}));
    return remarks;
}

bool Lookups::isDnsComplete(size_t place) const
{
    return isDomainKnown() && place < m_hosts.size() && m_hosts[place].phase == Host::Phase::Done;
}

bool Lookups::isComplete(size_t place) const { return isDnsComplete(place) && m_policy.isComplete(); }

QString Lookups::resolverName() const { return m_queries > 0 ? m_resolver->name() : QString(); }

} // namespace mailseal
