#include "inspector/addressinspection.h"

#include "inspector/furthercertificates.h"
#include "inspector/judge.h"
#include "inspector/lookups.h"
#include "net/transport.h"
#include "values/domainname.h"
#include "values/limits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mailseal {

namespace {

constexpr std::array<quint16, 2> otherPorts{465, 587};

/// 421 closes the channel (RFC 5321 §3.8): whoever hears it stays away.
bool isThrottled(const SessionFacts &facts)
{
    constexpr int serviceNotAvailable = 421;
    return facts.endReply && facts.endReply->code == serviceNotAvailable;
}

/// A server that finds no common suite says so by this alert, TLS 1.0 to 1.3 (RFC 8446 §4.1.1, RFC 5246
/// §7.2.2).
bool isWithoutCommonSuite(const SessionFacts &facts)
{
    constexpr int handshakeFailure = 40;
    constexpr int insufficientSecurity = 71;
    if (facts.end != EndReason::HandshakeFailed || !facts.handshake || facts.handshake->completed)
        return false;
    const auto &alert = facts.handshake->alertReceived;
    return alert && (alert->number == handshakeFailure || alert->number == insufficientSecurity);
}

QString greetingText(const SessionFacts &facts)
{
    return facts.greeting ? QString::fromLatin1(facts.greeting->text.left(limits::rfcReplyLine)) : QString();
}

bool offersStarttls(const SessionFacts &facts)
{
    const auto isStarttls = [](const QByteArray &line) {
        return line.split(' ').constFirst().compare("STARTTLS", Qt::CaseInsensitive) == 0;
    };
    return facts.capabilitiesBeforeTls &&
           std::any_of(facts.capabilitiesBeforeTls->begin(), facts.capabilitiesBeforeTls->end(), isStarttls);
}

/// Whether the chain was judged when the handshake was done, and is still the one that counts.
bool isChainJudged(const Inspection &inspection)
{
    const auto &sent = inspection.evidence.session.sentChain;
    if (!inspection.chain || !sent)
        return false;
    return std::equal(sent->begin(), sent->end(), inspection.chain->sent.begin(),
                      inspection.chain->sent.end(),
                      [](const QByteArray &der, const CertificateFacts &facts) { return der == facts.der; });
}

/// A name that a server may expect behind EHLO: fully qualified, or an address literal (RFC 5321 §4.1.1.1).
bool isAcceptableEhloName(const QString &name)
{
    if (name.startsWith(u'[') && name.endsWith(u']'))
        return true;
    const auto parsed = DomainName::parse(name);
    return parsed && parsed->isFullyQualified() && parsed->isHostName();
}

} // namespace

AddressInspection::AddressInspection(Target target, Settings settings, Inspector::MakeTransport makeTransport,
                                     Observer observer, std::optional<qint64> resolveUs, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_makeTransport(std::move(makeTransport))
{
    auto &evidence = m_inspection.evidence;
    evidence.target = std::move(target);
    evidence.observer = std::move(observer);
    evidence.anchors = {m_settings.anchors.store, m_settings.anchors.label, {}};
    evidence.session.timings.resolveUs = resolveUs;
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { abort(EndReason::DeadlineExceeded); });
    constexpr int aboutThirtyASecond = 33;
    m_snapshot.setSingleShot(true);
    m_snapshot.setInterval(aboutThirtyASecond);
    connect(&m_snapshot, &QTimer::timeout, this, &AddressInspection::takeSnapshot);
    m_variantDeadline.setSingleShot(true);
    connect(&m_variantDeadline, &QTimer::timeout, this,
            [this] { m_session->abort(EndReason::DeadlineExceeded); });
}

AddressInspection::~AddressInspection() = default;

void AddressInspection::start()
{
    auto &evidence = m_inspection.evidence;
    evidence.observedAt = QDateTime::currentDateTimeUtc();
    if (!isAcceptableEhloName(evidence.observer.ehloName)) {
        evidence.remarks.append(
            {FindingCode::EhloNameNotFqdn, Severity::Notice, std::nullopt, {evidence.observer.ehloName}});
    }
    m_clock.start();
    m_deadline.start(m_settings.timeout);
    if (m_unreachable) {
        evidence.session.end = m_unreachable->first;
        evidence.session.endText = m_unreachable->second;
        conclude();
    } else if (!knowsEnough()) {
        m_phase = Phase::AwaitingFacts;
        m_progress = awaitedLookup();
        Q_EMIT changed();
    } else {
        openSession(Phase::MainSession, SuiteOffer::Authenticating);
    }
}

bool AddressInspection::knowsEnough() const
{
    const PolicyId policy = m_inspection.evidence.target.policy;
    if (m_isLookedUp || !decidesByLookups(policy))
        return true;
    return m_isDnsComplete && !decidesByStsPolicy(policy);
}

Progress AddressInspection::awaitedLookup() const
{
    return m_isDnsComplete ? Progress{Stage::FetchingPolicy, QDeadlineTimer(limits::stsFetch)}
                           : Progress{Stage::Resolving, QDeadlineTimer(limits::dnsQuery)};
}

void AddressInspection::setLookedUp(const LookedUp &facts)
{
    if (m_phase == Phase::Ended)
        return;
    auto &evidence = m_inspection.evidence;
    evidence.dns = facts.dns;
    evidence.stsFetch = facts.stsFetch;
    evidence.observer.queries = facts.queries;
    evidence.observer.resolver = facts.resolver;
    m_lookupRemarks = facts.remarks;
    m_isLookedUp = facts.isComplete;
    const bool isNews = facts.isDnsComplete && !std::exchange(m_isDnsComplete, facts.isDnsComplete);
    if (m_phase == Phase::AwaitingFacts && knowsEnough()) {
        openSession(Phase::MainSession, SuiteOffer::Authenticating);
    } else if (m_phase == Phase::AwaitingLookups && (m_isLookedUp || isNews)) {
        goOnOrEnd();
    } else if (isNews && m_phase == Phase::AwaitingFacts) {
        m_progress = awaitedLookup(); // the DNS is done, its policy host is not
        Q_EMIT changed();
    }
}

void AddressInspection::setUnreachable(EndReason end, const QString &words) { m_unreachable = {end, words}; }

void AddressInspection::abort(EndReason why)
{
    m_settings.variants = false; // no further connection is begun
    auto &fetch = m_inspection.evidence.stsFetch;
    if (fetch && fetch->end == StsFetchEnd::NotTried && why == EndReason::DeadlineExceeded)
        fetch->end = StsFetchEnd::Timeout; // it was under way
    switch (m_phase) {
    case Phase::NotStarted:
        m_inspection.evidence.observedAt = QDateTime::currentDateTimeUtc();
        m_clock.start();
        [[fallthrough]];
    case Phase::AwaitingFacts:
        m_inspection.evidence.session.end = why;
        judgeAndEnd();
        break;
    case Phase::MainSession:
    case Phase::AskingOnceMore:
    case Phase::AnonymousSuites:
        m_session->disconnect(this);
        m_session->abort(why);
        sessionFinished();
        if (m_phase == Phase::AwaitingLookups)
            judgeAndEnd();
        break;
    case Phase::Variant:
        m_session->disconnect(this);
        m_session->abort(why);
        m_variantDeadline.stop();
        note(keepVariant(m_inspection.evidence, m_triedVariants.constLast(), m_session->facts()));
        judgeAndEnd(); // what the main session showed stands
        break;
    case Phase::OtherPorts:
        note(QStringLiteral("the try of other ports was broken off"));
        m_portTries.clear();
        judgeAndEnd();
        break;
    case Phase::AwaitingLookups:
        judgeAndEnd();
        break;
    case Phase::Ended:
        break;
    }
}

SessionPlan AddressInspection::plan() const
{
    const auto &target = m_inspection.evidence.target;
    SessionPlan plan;
    plan.endpoint = target.connectedTo;
    plan.service = target.service;
    plan.start = target.start;
    plan.ehloName = m_inspection.evidence.observer.ehloName;
    plan.proxy = m_settings.proxy;
    if (m_settings.sendSni && DomainName::parse(target.serverName))
        plan.serverName = target.serverName; // an address is never SNI (RFC 6066 §3)
    return plan;
}

void AddressInspection::openSession(Phase phase, SuiteOffer suites)
{
    m_phase = phase;
    SessionPlan next = plan();
    next.suites = suites;
    auto goOn = [this](const SessionFacts &facts) {
        Inspection soFar = m_inspection;
        soFar.evidence.session = facts;
        const bool goesOn = goesOnAfterHandshake(soFar, m_settings.anchors, QDateTime::currentDateTimeUtc());
        if (m_phase == Phase::MainSession) {
            m_inspection.chain = std::move(soFar.chain);
            m_inspection.names = std::move(soFar.names);
            m_inspection.judgedAt = soFar.judgedAt;
            m_inspection.evidence.anchors = std::move(soFar.evidence.anchors);
        }
        return goesOn;
    };
    startSession(std::move(next), std::move(goOn));
}

void AddressInspection::startSession(SessionPlan next, GoOn goOn)
{
    if (m_session)
        m_session.release()->deleteLater(); // we are called from its own signal
    ++m_inspection.evidence.observer.connections;
    m_session = std::make_unique<Session>(m_makeTransport(), std::move(next), std::move(goOn), elapsedUs());
    connect(m_session.get(), &Session::changed, this, &AddressInspection::sessionChanged);
    connect(m_session.get(), &Session::finished, this, &AddressInspection::sessionFinished);
    m_session->start();
}

void AddressInspection::sessionChanged()
{
    m_progress = m_session->progress();
    if (m_phase == Phase::Variant)
        m_progress.stage = Stage::FurtherCertificates;
    else if (m_phase != Phase::MainSession)
        m_progress.stage = Stage::SecondConnection;
    if (m_progress.stage != std::exchange(m_shownStage, m_progress.stage))
        takeSnapshot();
    else if (!m_snapshot.isActive())
        m_snapshot.start(); // facts are copied a few times a second, however fast lines pour in
}

void AddressInspection::takeSnapshot()
{
    if (m_phase == Phase::MainSession) {
        const auto resolveUs = m_inspection.evidence.session.timings.resolveUs;
        m_inspection.evidence.session = m_session->facts();
        m_inspection.evidence.session.timings.resolveUs = resolveUs;
    }
    Q_EMIT changed();
}

void AddressInspection::sessionFinished()
{
    SessionFacts facts = m_session->facts();
    auto &observer = m_inspection.evidence.observer;
    if (observer.localAddress.isEmpty())
        observer.localAddress = facts.localAddress;
    switch (m_phase) {
    case Phase::MainSession:
        facts.timings.resolveUs = m_inspection.evidence.session.timings.resolveUs;
        m_inspection.evidence.session = std::move(facts);
        mainSessionEnded();
        break;
    case Phase::AskingOnceMore:
        askedOnceMore(facts);
        break;
    case Phase::AnonymousSuites:
        anonymousSuitesTried(facts);
        break;
    case Phase::Variant:
        variantTried(facts);
        break;
    case Phase::NotStarted:
    case Phase::AwaitingFacts:
    case Phase::OtherPorts:
    case Phase::AwaitingLookups:
    case Phase::Ended:
        break;
    }
}

void AddressInspection::mainSessionEnded()
{
    const auto &facts = m_inspection.evidence.session;
    constexpr quint16 smtpPort = 25;
    if (isThrottled(facts)) {
        conclude(); // nothing more is sent there
        return;
    }
    if (facts.end == EndReason::StarttlsNotOffered) {
        note(QStringLiteral("STARTTLS was missing: asked once more on a second connection"));
        m_before = facts.transcript;
        openSession(Phase::AskingOnceMore, SuiteOffer::Authenticating);
    } else if (isWithoutCommonSuite(facts)) {
        note(QStringLiteral("no suite in common: tried again on a second connection with anonymous suites"));
        m_before = facts.transcript;
        openSession(Phase::AnonymousSuites, SuiteOffer::WithAnonymous);
    } else if (facts.end == EndReason::ConnectTimeout &&
               m_inspection.evidence.target.connectedTo.port == smtpPort) {
        tryOtherPorts();
    } else {
        conclude();
    }
}

void AddressInspection::askedOnceMore(const SessionFacts &second)
{
    auto &evidence = m_inspection.evidence;
    if (offersStarttls(second)) {
        evidence.remarks.append({FindingCode::StarttlsIntermittent,
                                 Severity::Warning,
                                 std::nullopt,
                                 {greetingText(evidence.session), greetingText(second)}});
        const auto resolveUs = evidence.session.timings.resolveUs;
        evidence.session = second;
        evidence.session.timings.resolveUs = resolveUs;
        evidence.session.transcript = m_before + second.transcript;
    } else {
        evidence.session.transcript += second.transcript;
        note(second.capabilitiesBeforeTls
                 ? QStringLiteral("STARTTLS was not offered on the second connection either")
                 : QStringLiteral("the second connection did not get as far as EHLO"));
    }
    conclude();
}

void AddressInspection::anonymousSuitesTried(const SessionFacts &second)
{
    auto &evidence = m_inspection.evidence;
    const auto resolveUs = evidence.session.timings.resolveUs;
    if (second.tls) {
        evidence.session = second;
        evidence.session.timings.resolveUs = resolveUs;
        evidence.session.transcript = m_before + second.transcript;
    } else {
        evidence.session.transcript += second.transcript;
        note(QStringLiteral("anonymous suites found nothing in common either"));
    }
    conclude();
}

void AddressInspection::tryOtherPorts()
{
    m_phase = Phase::OtherPorts;
    m_progress = {Stage::OtherPorts, QDeadlineTimer(limits::portTry)};
    Q_EMIT changed();
    for (const quint16 port : otherPorts) {
        SessionPlan next = plan();
        next.endpoint.port = port;
        next.depth = SessionDepth::ConnectOnly;
        next.connectTimeout = limits::portTry;
        ++m_inspection.evidence.observer.connections;
        auto attempt = std::make_unique<Session>(
            m_makeTransport(), std::move(next), [](const SessionFacts &) { return false; }, elapsedUs());
        connect(attempt.get(), &Session::finished, this, &AddressInspection::otherPortEnded);
        m_portTries.push_back(std::move(attempt));
    }
    for (const auto &attempt : m_portTries)
        attempt->start();
}

void AddressInspection::otherPortEnded()
{
    const bool allEnded = std::all_of(m_portTries.begin(), m_portTries.end(), [](const auto &attempt) {
        return attempt->progress().stage == Stage::Done;
    });
    if (!allEnded || m_phase != Phase::OtherPorts)
        return;
    QStringList tried;
    QStringList answered;
    for (size_t i = 0; i < m_portTries.size(); ++i) {
        const QString port = QString::number(otherPorts.at(i));
        const EndReason end = m_portTries[i]->facts().end;
        // A refused connection is an answer too: the host is up, so port 25 was dropped on the way.
        const bool accepted = end == EndReason::Completed;
        const bool refused = end == EndReason::ConnectionRefused;
        tried.append(port);
        if (accepted || refused)
            answered.append(port);
        note(QStringLiteral("port %1 of the same host: %2")
                 .arg(port, accepted  ? QStringLiteral("accepts connections")
                            : refused ? QStringLiteral("refuses connections, so the host is up")
                                      : QStringLiteral("no answer")));
    }
    auto &remarks = m_inspection.evidence.remarks;
    const QString separator = QStringLiteral(", ");
    if (answered.isEmpty())
        remarks.append({FindingCode::HostDown, Severity::Error, std::nullopt, {tried.join(separator)}});
    else
        remarks.append(
            {FindingCode::Port25BlockedHere, Severity::Error, std::nullopt, {answered.join(separator)}});
    for (auto &attempt : m_portTries)
        attempt.release()->deleteLater(); // we are called from the signal of one of them
    m_portTries.clear();
    conclude();
}

void AddressInspection::conclude()
{
    m_snapshot.stop();
    if (m_inspection.evidence.session.sentChain && !isChainJudged(m_inspection)) // a second try showed it
        judgeChain(m_inspection, m_settings.anchors, QDateTime::currentDateTimeUtc());
    m_inspection.evidence.session.timings.totalUs =
        elapsedUs() + m_inspection.evidence.session.timings.resolveUs.value_or(0);
    goOnOrEnd();
}

void AddressInspection::goOnOrEnd()
{
    const bool isNameSent = !plan().serverName.isEmpty();
    const auto variant = m_settings.variants
                             ? dueVariant(m_inspection, m_triedVariants, isNameSent, m_isDnsComplete)
                             : std::nullopt;
    if (variant) {
        tryVariant(*variant);
        return;
    }
    if (m_isLookedUp) {
        judgeAndEnd();
        return;
    }
    m_phase = Phase::AwaitingLookups;
    m_progress = awaitedLookup();
    Q_EMIT changed();
}

void AddressInspection::tryVariant(const VariantEvidence &variant)
{
    m_phase = Phase::Variant;
    m_triedVariants.append(variant);
    SessionPlan next = plan();
    next.suites = offerFor(variant.keyType);
    if (!variant.sni)
        next.serverName.clear();
    m_variantDeadline.start(limits::variant);
    startSession(std::move(next), [](const SessionFacts &) { return false; });
}

void AddressInspection::variantTried(const SessionFacts &facts)
{
    m_variantDeadline.stop();
    note(keepVariant(m_inspection.evidence, m_triedVariants.constLast(), facts));
    if (isThrottled(facts))
        m_settings.variants = false; // whoever hears 421 stays away
    goOnOrEnd();
}

void AddressInspection::judgeAndEnd()
{
    m_phase = Phase::Ended;
    m_deadline.stop();
    m_snapshot.stop();
    auto &evidence = m_inspection.evidence;
    if (!evidence.session.timings.totalUs)
        evidence.session.timings.totalUs = elapsedUs() + evidence.session.timings.resolveUs.value_or(0);
    evidence.remarks += m_lookupRemarks;
    if (isChainJudged(m_inspection))
        judgeNames(m_inspection); // the DNS may have said more since the handshake
    else
        judgeChain(m_inspection, m_settings.anchors, QDateTime::currentDateTimeUtc());
    judgeDomain(m_inspection, m_settings.anchors, m_inspection.judgedAt);
    judgeVariants(m_inspection, m_settings.anchors, m_inspection.judgedAt);
    judgeVerdicts(m_inspection);
    m_progress = {Stage::Done, QDeadlineTimer(QDeadlineTimer::Forever)};
    Q_EMIT finished();
}

void AddressInspection::note(const QString &text)
{
    m_inspection.evidence.session.transcript.append({elapsedUs(), Speaker::Note, false, text.toUtf8(), 0});
}

} // namespace mailseal
