#include "net/unboundresolver.h"

#include "net/dnsrecords.h"
#include "values/limits.h"

#include <QFile>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <unbound.h>

#include <algorithm>
#include <array>
#include <utility>

namespace mailseal {

namespace {

constexpr auto rootAnchorFile = "/usr/share/dns/root.key";
constexpr auto resolverFile = "/etc/resolv.conf";
constexpr auto hostsFile = "/etc/hosts";
/// Names that libunbound answers itself unless it is told not to: RFC 6761, RFC 8375, RFC 9462, RFC 9665.
/// That they do not exist is for a server to say. (localhost. stays its own: RFC 6761 §6.3.)
constexpr std::array answeredByLibrary{"test.", "invalid.", "home.arpa.", "service.arpa.", "resolver.arpa."};
/// RFC 7686 §2: only the administrator's resolver is asked for these.
constexpr auto onion = "onion.";
/// Names that nobody delegated and that administrators have of their own (RFC 6761, RFC 6762 §G, RFC 8375): a
/// signed denial by the root does not speak of theirs.
constexpr std::array administrators{"test.", "invalid.", "onion.", "home.arpa.", "internal.", "local.",
                                    "lan.",  "home.",    "corp.",  "intranet.",  "private."};
constexpr int internetClass = 1;

struct FreeResult
{
    void operator()(ub_result *result) const { ub_resolve_free(result); }
};

QByteArray contentOf(const char *name)
{
    constexpr qint64 enough = 256 * 1024;
    QFile file(QLatin1StringView{name});
    return file.open(QIODevice::ReadOnly) ? file.read(enough) : QByteArray();
}

bool namesAServer(const QByteArray &resolvConf)
{
    const auto lines = resolvConf.split('\n');
    return std::any_of(lines.begin(), lines.end(),
                       [](const QByteArray &line) { return line.simplified().startsWith("nameserver "); });
}

LookupEnd endOf(const ub_result &result)
{
    constexpr int servFail = 2;
    constexpr int nxDomain = 3;
    constexpr int refused = 5;
    if (result.rcode == refused)
        return LookupEnd::Refused;
    if (result.rcode == nxDomain || result.nxdomain != 0)
        return LookupEnd::NxDomain;
    if (result.rcode == servFail || result.rcode != 0)
        return LookupEnd::ServFail;
    return result.havedata != 0 ? LookupEnd::Found : LookupEnd::NoData;
}

DnsReply replyOf(const ub_result &result)
{
    DnsReply reply;
    reply.lookup = endOf(result);
    // Bogus first: such an answer may have data all the same.
    reply.dnssec = result.bogus != 0         ? DnssecState::Bogus
                   : hasFailed(reply.lookup) ? DnssecState::Unknown // nobody said anything
                   : result.secure != 0      ? DnssecState::Secure
                                             : DnssecState::Insecure;
    if (reply.dnssec == DnssecState::Secure && result.answer_packet) {
        reply.algorithms = signatureAlgorithms(
            QByteArray(static_cast<const char *>(result.answer_packet), result.answer_len));
    }
    if (result.bogus != 0 && result.why_bogus)
        reply.whyBogus = QString::fromUtf8(result.why_bogus);
    reply.ttl = static_cast<quint32>(std::max(result.ttl, 0));
    if (result.havedata != 0) {
        for (int i = 0; result.data[i] && i < limits::dnsRecords; ++i)
            reply.rdata.append(QByteArray(result.data[i], result.len[i]));
    }
    if (result.canonname) {
        QString canonical = QString::fromLatin1(result.canonname).toLower();
        QString asked = QString::fromLatin1(result.qname).toLower();
        for (QString *name : {&canonical, &asked}) {
            if (name->endsWith(u'.'))
                name->chop(1);
        }
        if (canonical != asked)
            reply.canonicalName = canonical;
    }
    return reply;
}

bool isWithin(const QString &name, const QString &zone)
{
    return zone.isEmpty() || name == zone || name.endsWith(u'.' + zone);
}

} // namespace

struct UnboundResolver::Pending
{
    UnboundResolver *owner = nullptr;
    int id = 0;
    int asyncId = 0;
    QString name;
    Done done;
    std::unique_ptr<QTimer> timer;
    bool isAnchorCheck = false;
    std::optional<DnsReply> bogus; ///< waits for its anchor to be looked at
    QString anchor;
};

void UnboundResolver::Close::operator()(ub_ctx *context) const { ub_ctx_delete(context); }

UnboundResolver::UnboundResolver(ResolverSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
}

UnboundResolver::~UnboundResolver()
{
    m_notifier.reset();
    for (const auto &arrived : m_arrived)
        ub_resolve_free(arrived.second);
}

QString UnboundResolver::name() const
{
    if (m_settings.server) {
        const Endpoint &server = *m_settings.server;
        if (server.port == 0)
            return server.address;
        const bool isV6 = server.address.contains(u':');
        return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
            .arg(server.address, QString::number(server.port));
    }
    return namesAServer(contentOf(resolverFile)) ? QStringLiteral("system") : QStringLiteral("recursion");
}

/// All settings before the first query: afterwards libunbound takes none.
void UnboundResolver::setUp()
{
    ub_ctx *context = m_context.get();
    const bool hasServer = m_settings.server || namesAServer(contentOf(resolverFile));
    ub_ctx_debugout(context, nullptr); // it would write to standard error
    ub_ctx_async(context, 1);
    if (m_settings.server) {
        QByteArray server = m_settings.server->address.toLatin1();
        if (m_settings.server->port != 0)
            server += '@' + QByteArray::number(m_settings.server->port);
        ub_ctx_set_fwd(context, server.constData());
    } else {
        if (hasServer)
            ub_ctx_resolvconf(context, nullptr);
        m_hosts = readHosts(contentOf(hostsFile));
    }
    const auto root = readDnssecAnchors(contentOf(rootAnchorFile));
    const auto anchors = root.value_or(QList<DnssecAnchor>{}) + m_settings.anchors;
    for (const DnssecAnchor &anchor : anchors) {
        if (ub_ctx_add_ta(context, anchor.record.constData()) == 0 && !m_anchorZones.contains(anchor.zone))
            m_anchorZones.append(anchor.zone);
    }
    ub_ctx_set_option(context, "unblock-lan-zones:", "yes");
    for (const char *zone : administrators) {
        const QString name = QString::fromLatin1(zone).chopped(1);
        if (hasServer && !m_anchorZones.contains(name)) // an anchor that was given says more
            ub_ctx_set_option(context, "domain-insecure:", zone);
    }
    // Last: this one closes the settings. ("nodefault" would leave the zone's own name to the library.)
    for (const char *zone : answeredByLibrary)
        ub_ctx_zone_remove(context, zone);
    if (hasServer)
        ub_ctx_zone_remove(context, onion);
}

void UnboundResolver::open()
{
    m_context.reset(ub_ctx_create());
    if (!m_context)
        return;
    setUp();
    m_notifier = std::make_unique<QSocketNotifier>(ub_fd(m_context.get()), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { takeAnswers(); });
}

int UnboundResolver::query(const QString &name, RecordType type, Done done)
{
    if (!m_context)
        open();
    const int id = ++m_last;
    auto pending = std::make_shared<Pending>();
    pending->owner = this;
    pending->id = id;
    pending->name = name;
    pending->done = std::move(done);
    pending->timer = std::make_unique<QTimer>();
    pending->timer->setSingleShot(true);
    connect(pending->timer.get(), &QTimer::timeout, this, [this, id] {
        DnsReply late;
        late.lookup = LookupEnd::Timeout;
        end(id, late);
    });
    m_pending.insert(id, pending);
    if (const auto known = m_hosts.reply(name, type)) {
        QTimer::singleShot(0, this, [this, id, reply = *known] { end(id, reply); });
        return id;
    }
    // Callbacks come from inside ub_process: they only note what arrived, so that whoever is told may do
    // anything, even let this resolver go.
    const auto arrived = [](void *mine, int error, ub_result *result) {
        const auto *waiting = static_cast<Pending *>(mine);
        if (error != 0 && result) {
            ub_resolve_free(result);
            result = nullptr;
        }
        waiting->owner->m_arrived.emplace_back(waiting->id, result);
    };
    const QByteArray asked = name.toLatin1() + (name.endsWith(u'.') ? "" : ".");
    const int failed = !m_context
                           ? UB_NOMEM
                           : ub_resolve_async(m_context.get(), asked.constData(), static_cast<int>(type),
                                              internetClass, pending.get(), arrived, &pending->asyncId);
    if (failed != 0) {
        pending->asyncId = 0;
        QTimer::singleShot(0, this, [this, id] { end(id, {}); });
    } else {
        pending->timer->start(limits::dnsQuery);
    }
    return id;
}

void UnboundResolver::takeAnswers()
{
    if (ub_process(m_context.get()) != 0)
        m_notifier->setEnabled(false); // its thread is gone; the queries end by their timers
    const auto arrived = std::exchange(m_arrived, {});
    const QPointer<UnboundResolver> alive(this);
    for (const auto &[id, raw] : arrived) {
        const std::unique_ptr<ub_result, FreeResult> result(raw);
        if (!alive)
            continue; // freed all the same
        const auto pending = m_pending.value(id);
        if (pending) {
            pending->asyncId = 0;
            answered(*pending, result.get());
        }
    }
}

void UnboundResolver::answered(Pending &pending, const ub_result *result)
{
    if (!result) {
        end(pending.id, {});
        return;
    }
    DnsReply reply = replyOf(*result);
    if (pending.isAnchorCheck) {
        const QByteArray message(static_cast<const char *>(result->answer_packet), result->answer_len);
        // Keys that are signed and do not fit are no stripped ones: then the anchor is wrong.
        const bool isSigned = reply.dnssec == DnssecState::Secure || holdsSignature(message);
        reply.stripsDnssec = !isSigned;
        end(pending.id, reply);
        return;
    }
    const auto anchor = anchorOf(pending.name);
    if (!anchor && reply.dnssec == DnssecState::Insecure)
        reply.dnssec = DnssecState::Unknown; // nobody looked
    if (anchor && reply.dnssec == DnssecState::Bogus)
        lookTwice(pending.id, *anchor, reply);
    else
        end(pending.id, reply);
}

void UnboundResolver::end(int query, const DnsReply &reply)
{
    const auto pending = m_pending.take(query);
    if (!pending)
        return;
    pending->timer->stop();
    if (pending->asyncId != 0 && m_context)
        ub_cancel(m_context.get(), pending->asyncId);
    // The timer may be the caller: it goes when the event loop is back.
    pending->timer.release()->deleteLater();
    if (pending->done)
        pending->done(reply);
}

void UnboundResolver::cancel(int query)
{
    if (const auto pending = m_pending.value(query))
        pending->done = {};
    end(query, {});
}

std::optional<QString> UnboundResolver::anchorOf(const QString &name) const
{
    std::optional<QString> nearest;
    for (const QString &zone : m_anchorZones) {
        if (isWithin(name, zone) && (!nearest || zone.size() > nearest->size()))
            nearest = zone;
    }
    return nearest;
}

void UnboundResolver::lookTwice(int query, const QString &anchor, const DnsReply &bogus)
{
    const auto waiting = m_pending.value(query);
    waiting->bogus = bogus;
    waiting->anchor = anchor;
    if (m_anchors.contains(anchor)) {
        if (m_anchors.value(anchor) != AnchorState::Asking)
            anchorKnown(anchor, m_anchors.value(anchor));
        return;
    }
    m_anchors.insert(anchor, AnchorState::Asking);
    const int check = this->query(anchor + u'.', RecordType::Dnskey, [this, anchor](const DnsReply &keys) {
        anchorKnown(anchor, keys.lookup == LookupEnd::Timeout ? AnchorState::Unanswered
                            : keys.stripsDnssec               ? AnchorState::Stripped
                                                              : AnchorState::Sound);
    });
    m_pending[check]->isAnchorCheck = true;
}

void UnboundResolver::anchorKnown(const QString &anchor, AnchorState state)
{
    m_anchors.insert(anchor, state);
    QList<std::shared_ptr<Pending>> waiting;
    for (const auto &pending : std::as_const(m_pending)) {
        if (pending->bogus && pending->anchor == anchor)
            waiting.append(pending);
    }
    const QPointer<UnboundResolver> alive(this);
    for (const auto &pending : waiting) {
        if (!alive)
            return;
        DnsReply reply = *pending->bogus;
        if (state != AnchorState::Sound) {
            reply.dnssec = DnssecState::Unknown;
            reply.whyBogus.clear();
            reply.stripsDnssec = state == AnchorState::Stripped;
        }
        end(pending->id, reply);
    }
}

} // namespace mailseal
