#include "inspector/inspector.h"

#include "inspector/addressinspection.h"
#include "inspector/lookups.h"
#include "net/transport.h"
#include "net/unboundresolver.h"
#include "values/domainname.h"
#include "values/limits.h"

#include <QTimer>

#include <utility>
#include <vector>

namespace mailseal {

namespace {

/// One resolver, with its cache and its thread, for as long as anyone uses it with these settings.
std::shared_ptr<Resolver> resolverFor(const ResolverSettings &settings)
{
    struct Shared
    {
        ResolverSettings settings;
        std::weak_ptr<Resolver> resolver;
    };
    static thread_local Shared shared;
    auto resolver = shared.resolver.lock();
    if (!resolver || !(shared.settings == settings)) {
        resolver = std::make_shared<UnboundResolver>(settings);
        shared = {settings, resolver};
    }
    return resolver;
}

} // namespace

class Inspector::Private : public QObject
{
public:
    Private(Inspector *owner, std::shared_ptr<Resolver> resolver, MakeTransport makeTransport)
        : q(owner)
        , m_resolver(std::move(resolver))
        , m_makeTransport(std::move(makeTransport))
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(EndReason::DeadlineExceeded); });
    }

    enum class Phase { Idle, Resolving, Inspecting };

    void start(const TargetSpec &spec, const Settings &settings);
    /// Everything still running ends as `why`, within this call.
    void giveUp(EndReason why);

    Inspector *q;
    Phase m_phase = Phase::Idle;

private:
    Target targetAt(const FoundServer &server) const;
    Observer observer() const;
    void plan(const QList<FoundServer> &servers);
    LookedUp lookedUp(size_t place) const;
    void publish(size_t place);
    void startQueued();
    void inspected(int index);
    void report(int index);
    void dropLookups();

    std::shared_ptr<Resolver> m_resolver; ///< as given; null: by the settings
    MakeTransport m_makeTransport;
    TargetSpec m_spec;
    Settings m_settings;
    std::unique_ptr<Lookups> m_lookups;
    QTimer m_deadline; ///< of the lookups that sessions wait for; each inspection has its own
    QList<FoundServer> m_servers;
    std::vector<std::unique_ptr<AddressInspection>> m_inspections;
    size_t m_nextToStart = 0;
    size_t m_ended = 0;
};

void Inspector::Private::start(const TargetSpec &spec, const Settings &settings)
{
    m_spec = spec;
    m_settings = settings;
    if (m_settings.service)
        m_spec.service = *m_settings.service;
    if (m_settings.port)
        m_spec.port = *m_settings.port;
    m_inspections.clear();
    m_servers.clear();
    m_nextToStart = 0;
    m_ended = 0;
    m_lookups = std::make_unique<Lookups>(m_resolver ? m_resolver : resolverFor(m_settings.resolver), m_spec,
                                          m_settings);
    connect(m_lookups.get(), &Lookups::serversKnown, this, [this] { plan(m_lookups->servers()); });
    connect(m_lookups.get(), &Lookups::grew, this, &Private::publish);
    m_phase = Phase::Resolving;
    // Signals come from the event loop, so that the caller can connect and store what it needs first.
    QTimer::singleShot(0, this, [this] {
        if (m_phase == Phase::Resolving)
            m_lookups->start();
    });
    m_deadline.start(m_settings.timeout);
}

Target Inspector::Private::targetAt(const FoundServer &server) const
{
    Target target;
    target.input = m_spec.input;
    if (m_spec.isDomain && !m_settings.connectTo)
        target.domain = m_spec.host;
    target.host = server.host;
    target.address = m_spec.isAddress ? m_spec.host : server.address;
    target.port = m_spec.port;
    target.service = m_spec.service;
    target.start = startOf(m_spec.service);
    target.serverName = m_settings.referenceName.isEmpty() ? server.host : m_settings.referenceName;
    target.policy = m_settings.policy;
    target.pins = m_settings.pins;
    if (!server.address.isEmpty())
        target.connectedTo = {server.address, m_spec.port};
    if (m_settings.connectTo && m_settings.connectTo->port != 0)
        target.connectedTo.port = m_settings.connectTo->port;
    return target;
}

Observer Inspector::Private::observer() const
{
    Observer observer;
    observer.ehloName = m_settings.ehloName.isEmpty() ? machineName() : m_settings.ehloName;
    observer.proxy = m_settings.proxy.has_value();
    return observer;
}

LookedUp Inspector::Private::lookedUp(size_t place) const
{
    return {m_lookups->evidenceOf(place), m_lookups->stsFetch(), m_lookups->remarksOn(place),
            m_lookups->resolverName(),    m_lookups->queries(),  m_lookups->isDnsComplete(place),
            m_lookups->isComplete(place)};
}

void Inspector::Private::plan(const QList<FoundServer> &servers)
{
    m_phase = Phase::Inspecting;
    m_deadline.stop();
    m_servers = servers;
    for (int index = 0; index < servers.size(); ++index) {
        const FoundServer &server = servers[index];
        auto one = std::make_unique<AddressInspection>(targetAt(server), m_settings, m_makeTransport,
                                                       observer(), m_lookups->resolveUs());
        if (server.end)
            one->setUnreachable(*server.end, server.words);
        one->setLookedUp(lookedUp(server.place));
        connect(one.get(), &AddressInspection::changed, this, [this, index] { report(index); });
        connect(one.get(), &AddressInspection::finished, this, [this, index] { inspected(index); });
        m_inspections.push_back(std::move(one));
    }
    Q_EMIT q->planned(static_cast<int>(m_inspections.size()));
    startQueued();
}

void Inspector::Private::publish(size_t place)
{
    for (size_t index = 0; index < m_inspections.size() && m_phase == Phase::Inspecting; ++index) {
        if (m_servers[static_cast<qsizetype>(index)].place == place)
            m_inspections[index]->setLookedUp(lookedUp(place));
    }
}

void Inspector::Private::startQueued()
{
    while (m_phase == Phase::Inspecting && m_nextToStart < m_inspections.size() &&
           m_nextToStart - m_ended < limits::jobs) {
        m_inspections[m_nextToStart++]->start();
    }
}

void Inspector::Private::report(int index)
{
    const auto &one = m_inspections[static_cast<size_t>(index)];
    Q_EMIT q->changed(index, one->inspection(), one->progress());
}

void Inspector::Private::inspected(int index)
{
    ++m_ended;
    report(index);
    Q_EMIT q->inspected(index, m_inspections[static_cast<size_t>(index)]->inspection());
    if (m_ended == m_inspections.size()) {
        m_phase = Phase::Idle;
        dropLookups();
        Q_EMIT q->finished();
    } else {
        startQueued();
    }
}

void Inspector::Private::giveUp(EndReason why)
{
    switch (m_phase) {
    case Phase::Idle:
        break;
    case Phase::Resolving:
        m_lookups->disconnect(this);
        plan({{0, m_spec.host, {}, why, {}}});
        for (const auto &one : m_inspections)
            one->abort(why);
        break;
    case Phase::Inspecting:
        m_nextToStart = m_inspections.size(); // none of those that wait is started by the end of another
        for (const auto &one : m_inspections)
            one->abort(why);
        break;
    }
    dropLookups();
}

/// Its questions are taken back; we may be called from its own signal.
void Inspector::Private::dropLookups()
{
    if (m_lookups)
        m_lookups.release()->deleteLater();
}

Inspector::Inspector(QObject *parent)
    : Inspector(nullptr, &makeSslTransport, parent)
{
}

Inspector::Inspector(std::shared_ptr<Resolver> resolver, MakeTransport makeTransport, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(resolver), std::move(makeTransport)))
{
}

Inspector::~Inspector() = default;

void Inspector::start(const TargetSpec &target, const Settings &settings)
{
    Q_ASSERT(!isRunning());
    d->start(target, settings);
}

void Inspector::cancel() { d->giveUp(EndReason::Cancelled); }

bool Inspector::isRunning() const { return d->m_phase != Private::Phase::Idle; }

} // namespace mailseal
