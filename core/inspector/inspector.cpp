#include "inspector/inspector.h"

#include "inspector/addressinspection.h"
#include "net/hostinforesolver.h"
#include "net/transport.h"
#include "values/domainname.h"
#include "values/limits.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace mailseal {

class Inspector::Private : public QObject
{
public:
    Private(Inspector *owner, std::shared_ptr<Resolver> resolver, MakeTransport makeTransport)
        : q(owner)
        , m_resolver(std::move(resolver))
        , m_makeTransport(std::move(makeTransport))
    {
        m_resolveTimer.setSingleShot(true);
        connect(&m_resolveTimer, &QTimer::timeout, this, [this] {
            m_resolver->cancel(std::exchange(m_lookup, 0));
            resolved({{}, QStringLiteral("the resolver did not answer in time")});
        });
    }

    enum class Phase { Idle, Resolving, Inspecting };

    void start(const TargetSpec &spec, const Settings &settings);
    void cancel();

    Inspector *q;
    Phase m_phase = Phase::Idle;

private:
    Target targetAt(const QString &address) const;
    Observer observer() const;
    void resolve();
    void resolved(const HostAnswer &answer);
    void plan(const QStringList &addresses);
    void endUnresolved(EndReason end, const QString &words);
    void startQueued();
    void inspected(int index);
    void report(int index);

    std::shared_ptr<Resolver> m_resolver;
    MakeTransport m_makeTransport;
    TargetSpec m_spec;
    Settings m_settings;
    QElapsedTimer m_resolveClock;
    QTimer m_resolveTimer;
    int m_lookup = 0;
    bool m_queried = false; ///< a lookup was asked of the resolver
    std::optional<qint64> m_resolveUs;
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
    m_nextToStart = 0;
    m_ended = 0;
    m_queried = false;
    m_resolveUs.reset();
    m_phase = Phase::Resolving;
    // Signals come from the event loop, so that the caller can connect and store what it needs first.
    QTimer::singleShot(0, this, [this] {
        if (m_phase == Phase::Resolving)
            resolve();
    });
}

void Inspector::Private::resolve()
{
    if (m_settings.connectTo) {
        plan({m_settings.connectTo->address});
        return;
    }
    if (m_spec.isAddress) {
        plan({m_spec.host});
        return;
    }
    m_queried = true;
    m_resolveClock.start();
    m_resolveTimer.start(std::min<std::chrono::milliseconds>(limits::resolve, m_settings.timeout));
    m_lookup = m_resolver->lookup(m_spec.host, [this](const HostAnswer &answer) {
        m_lookup = 0;
        resolved(answer);
    });
}

void Inspector::Private::resolved(const HostAnswer &answer)
{
    m_resolveTimer.stop();
    m_resolveUs = m_resolveClock.nsecsElapsed() / 1000;
    QStringList addresses;
    for (const auto &address : answer.addresses) {
        const bool isV6 = address.contains(u':');
        const bool wanted =
            m_settings.family == AddressFamily::Both || (m_settings.family == AddressFamily::IPv6) == isV6;
        if (wanted && addresses.size() < limits::addressesPerHost)
            addresses.append(address);
    }
    if (!addresses.isEmpty())
        plan(addresses);
    else if (!answer.addresses.isEmpty())
        endUnresolved(EndReason::ResolveFailed, m_settings.family == AddressFamily::IPv4
                                                    ? QStringLiteral("the host has no IPv4 address")
                                                    : QStringLiteral("the host has no IPv6 address"));
    else
        endUnresolved(EndReason::ResolveFailed, answer.error);
}

Target Inspector::Private::targetAt(const QString &address) const
{
    Target target;
    target.input = m_spec.input;
    target.host = m_spec.host;
    target.address = m_spec.isAddress ? m_spec.host : address;
    target.port = m_spec.port;
    target.service = m_spec.service;
    target.start = startOf(m_spec.service);
    target.serverName = m_settings.referenceName.isEmpty() ? m_spec.host : m_settings.referenceName;
    target.policy = m_settings.policy;
    target.pins = m_settings.pins;
    target.connectedTo = {address, m_spec.port};
    if (m_settings.connectTo && m_settings.connectTo->port != 0)
        target.connectedTo.port = m_settings.connectTo->port;
    return target;
}

Observer Inspector::Private::observer() const
{
    Observer observer;
    observer.ehloName = m_settings.ehloName.isEmpty() ? machineName() : m_settings.ehloName;
    observer.proxy = m_settings.proxy.has_value();
    if (m_queried) {
        observer.resolver = m_resolver->name();
        observer.queries = 1;
    }
    return observer;
}

void Inspector::Private::plan(const QStringList &addresses)
{
    m_phase = Phase::Inspecting;
    for (int index = 0; index < addresses.size(); ++index) {
        auto one = std::make_unique<AddressInspection>(targetAt(addresses[index]), m_settings,
                                                       m_makeTransport, observer(), m_resolveUs);
        connect(one.get(), &AddressInspection::changed, this, [this, index] { report(index); });
        connect(one.get(), &AddressInspection::finished, this, [this, index] { inspected(index); });
        m_inspections.push_back(std::move(one));
    }
    Q_EMIT q->planned(static_cast<int>(m_inspections.size()));
    startQueued();
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
        Q_EMIT q->finished();
    } else {
        startQueued();
    }
}

void Inspector::Private::endUnresolved(EndReason end, const QString &words)
{
    m_phase = Phase::Idle;
    Evidence evidence;
    evidence.observedAt = QDateTime::currentDateTimeUtc();
    evidence.target = targetAt({});
    evidence.target.connectedTo = {};
    evidence.observer = observer();
    evidence.session.end = end;
    evidence.session.endText = words;
    evidence.session.timings.resolveUs = m_resolveUs;
    evidence.session.timings.totalUs = m_resolveUs;
    const auto inspection =
        judgeEvidence(std::move(evidence), m_settings.anchors, QDateTime::currentDateTimeUtc());
    Q_EMIT q->planned(1);
    Q_EMIT q->changed(0, inspection, {Stage::Done, QDeadlineTimer(QDeadlineTimer::Forever)});
    Q_EMIT q->inspected(0, inspection);
    Q_EMIT q->finished();
}

void Inspector::Private::cancel()
{
    switch (m_phase) {
    case Phase::Idle:
        break;
    case Phase::Resolving:
        m_resolveTimer.stop();
        if (m_lookup != 0)
            m_resolver->cancel(std::exchange(m_lookup, 0));
        endUnresolved(EndReason::Cancelled, {});
        break;
    case Phase::Inspecting:
        m_nextToStart = m_inspections.size(); // none of those that wait is started by the end of another
        for (const auto &one : m_inspections)
            one->abort(EndReason::Cancelled);
        break;
    }
}

Inspector::Inspector(QObject *parent)
    : Inspector(std::make_shared<HostInfoResolver>(), &makeSslTransport, parent)
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

void Inspector::cancel() { d->cancel(); }

bool Inspector::isRunning() const { return d->m_phase != Private::Phase::Idle; }

} // namespace mailseal
