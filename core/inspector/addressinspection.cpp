#include "inspector/addressinspection.h"

#include "dialogue/dialogues.h"
#include "inspector/furthercertificates.h"
#include "inspector/furtherconnection.h"
#include "inspector/judge.h"
#include "inspector/porttries.h"
#include "inspector/secondtries.h"
#include "inspector/sessionplans.h"
#include "net/transport.h"
#include "values/limits.h"

#include <utility>

namespace mailseal {

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
}

AddressInspection::~AddressInspection() = default;

void AddressInspection::start()
{
    auto &evidence = m_inspection.evidence;
    evidence.observedAt = QDateTime::currentDateTimeUtc();
    if (!isFullEhloName(evidence.observer.ehloName)) {
        evidence.remarks.append(
            {FindingCode::EhloNameNotFqdn, Severity::Notice, std::nullopt, {evidence.observer.ehloName}});
    }
    m_clock.start();
    m_deadline.start(m_settings.timeout);
    if (m_unreachable) {
        evidence.session.end = m_unreachable->first;
        evidence.session.endText = m_unreachable->second;
        conclude();
    } else if (!knowsEnough(evidence.target.policy, m_lookedUp)) {
        m_phase = Phase::AwaitingFacts;
        m_progress = awaitedLookup(m_lookedUp);
        Q_EMIT changed();
    } else {
        openSession(Phase::MainSession, SuiteOffer::Authenticating);
    }
}

void AddressInspection::setLookedUp(const LookedUp &facts)
{
    if (m_phase == Phase::Ended)
        return;
    const bool isNews = facts.isDnsComplete && !m_lookedUp.isDnsComplete;
    m_lookedUp = facts;
    keepLookedUp(m_inspection.evidence, facts);
    if (m_phase == Phase::AwaitingFacts && knowsEnough(m_inspection.evidence.target.policy, facts)) {
        openSession(Phase::MainSession, SuiteOffer::Authenticating);
    } else if (m_phase == Phase::AwaitingLookups && (facts.isComplete || isNews)) {
        goOnOrEnd();
    } else if (isNews && m_phase == Phase::AwaitingFacts) {
        m_progress = awaitedLookup(facts); // the DNS is done, its policy host is not
        Q_EMIT changed();
    }
}

void AddressInspection::setUnreachable(EndReason end, const QString &words) { m_unreachable = {end, words}; }

void AddressInspection::abort(EndReason why)
{
    m_settings.variants = false; // no further connection is begun
    if (m_further)
        m_further->abort(why); // what the main session showed stands
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
    case Phase::TlsAtOnce:
        m_session->disconnect(this);
        m_session->abort(why);
        sessionFinished();
        if (m_phase == Phase::AwaitingLookups)
            judgeAndEnd();
        break;
    case Phase::Variant:
        takeFurther();
        judgeAndEnd();
        break;
    case Phase::OtherPorts:
        note(NoteCode::OtherPortsBrokenOff);
        m_portTries.reset();
        judgeAndEnd();
        break;
    case Phase::AwaitingLookups:
        judgeAndEnd();
        break;
    case Phase::Ended:
        break;
    }
}

void AddressInspection::openSession(Phase phase, SuiteOffer suites)
{
    m_phase = phase;
    SessionPlan next = mainPlan(m_inspection.evidence.target, m_settings);
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
    startSession(std::move(next), std::move(goOn), m_inspection.evidence.target.start);
}

std::unique_ptr<Session> AddressInspection::makeSession(SessionPlan next, GoOn goOn, Start start)
{
    auto &evidence = m_inspection.evidence;
    ++evidence.observer.connections;
    auto dialogue = makeDialogue(evidence.target.service, start, evidence.observer.ehloName.toUtf8());
    return std::make_unique<Session>(m_makeTransport(), std::move(dialogue), std::move(next), std::move(goOn),
                                     elapsedUs());
}

void AddressInspection::startSession(SessionPlan next, GoOn goOn, Start start)
{
    if (m_session)
        m_session.release()->deleteLater(); // we are called from its own signal
    m_session = makeSession(std::move(next), std::move(goOn), start);
    connect(m_session.get(), &Session::changed, this, &AddressInspection::sessionChanged);
    connect(m_session.get(), &Session::finished, this, &AddressInspection::sessionFinished);
    m_session->start();
}

void AddressInspection::sessionChanged()
{
    m_progress = m_session->progress();
    if (m_phase == Phase::MainSession)
        beginBeside();
    else
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
        secondSessionEnded(keepAskedOnceMore(m_inspection.evidence, facts));
        break;
    case Phase::AnonymousSuites:
        secondSessionEnded(keepAnonymousSuites(m_inspection.evidence, facts));
        break;
    case Phase::TlsAtOnce:
        secondSessionEnded(keepTlsAtOnce(m_inspection.evidence, facts));
        break;
    case Phase::Variant:
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
    switch (dueSecondTry(m_inspection.evidence)) {
    case SecondTry::None:
        conclude();
        break;
    case SecondTry::AskOnceMore:
        note(NoteCode::StarttlsAskedAgain);
        openSession(Phase::AskingOnceMore, SuiteOffer::Authenticating);
        break;
    case SecondTry::AnonymousSuites:
        note(NoteCode::AnonymousSuitesOffered);
        openSession(Phase::AnonymousSuites, SuiteOffer::WithAnonymous);
        break;
    case SecondTry::TlsAtOnce:
        note(NoteCode::TlsAtOnceTried);
        m_phase = Phase::TlsAtOnce;
        startSession(
            tlsAtOncePlan(m_inspection.evidence.target, m_settings),
            [](const SessionFacts &) { return false; }, Start::Implicit);
        break;
    case SecondTry::OtherPorts:
        tryOtherPorts();
        break;
    }
}

void AddressInspection::secondSessionEnded(std::optional<NoteCode> remark)
{
    if (remark)
        note(*remark);
    conclude();
}

void AddressInspection::tryOtherPorts()
{
    m_phase = Phase::OtherPorts;
    m_progress = {Stage::OtherPorts, QDeadlineTimer(limits::portTry)};
    Q_EMIT changed();
    m_portTries = std::make_unique<PortTries>([this](quint16 port) {
        return makeSession(
            portPlan(m_inspection.evidence.target, m_settings, port),
            [](const SessionFacts &) { return false; }, m_inspection.evidence.target.start);
    });
    connect(m_portTries.get(), &PortTries::ended, this, &AddressInspection::otherPortsTried);
    m_portTries->start();
}

void AddressInspection::otherPortsTried()
{
    for (const TranscriptNote &one : m_portTries->notes())
        note(one.code, one.args);
    m_inspection.evidence.remarks.append(m_portTries->conclusion());
    m_portTries.release()->deleteLater(); // we are called from its own signal
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
    if (m_further && !m_further->hasEnded()) {
        m_phase = Phase::Variant;
        furtherChanged();
        return;
    }
    takeFurther();
    const auto variant = m_settings.variants ? dueVariant(m_inspection, m_triedVariants, isNameSent(),
                                                          m_lookedUp.isDnsComplete)
                                             : std::nullopt;
    if (variant) {
        m_phase = Phase::Variant;
        beginFurther(*variant);
        return;
    }
    if (m_lookedUp.isComplete) {
        judgeAndEnd();
        return;
    }
    m_phase = Phase::AwaitingLookups;
    m_progress = awaitedLookup(m_lookedUp);
    Q_EMIT changed();
}

bool AddressInspection::isNameSent() const
{
    return !mainPlan(m_inspection.evidence.target, m_settings).serverName.isEmpty();
}

void AddressInspection::beginBeside()
{
    const SessionFacts &main = m_session->facts();
    if (!m_settings.variants || m_further || !m_triedVariants.isEmpty() || !main.greeting || !isNameSent())
        return;
    constexpr int positive = 2;
    if (main.greeting->code / 100 != positive)
        return;
    VariantEvidence withoutSni;
    withoutSni.sni = false;
    m_isBeside = true;
    beginFurther(withoutSni);
}

void AddressInspection::beginFurther(const VariantEvidence &variant)
{
    m_triedVariants.append(variant);
    auto goOn = [this, variant](const SessionFacts &facts) {
        // As the main session does, by what such a client is shown (RFC 3207 §4.1).
        Inspection soFar = m_inspection;
        soFar.evidence.session = facts;
        return goesOnAfterHandshake(soFar, m_settings.anchors, QDateTime::currentDateTimeUtc());
    };
    m_further = std::make_unique<FurtherConnection>(
        variant, makeSession(variantPlan(m_inspection.evidence.target, m_settings, variant), std::move(goOn),
                             m_inspection.evidence.target.start));
    connect(m_further.get(), &FurtherConnection::changed, this, &AddressInspection::furtherChanged);
    connect(m_further.get(), &FurtherConnection::ended, this, &AddressInspection::furtherEnded);
    m_further->start();
}

void AddressInspection::furtherChanged()
{
    if (m_phase != Phase::Variant)
        return; // the main session is what is waited for
    m_progress = m_further->progress();
    m_progress.stage = Stage::FurtherCertificates;
    if (!m_snapshot.isActive())
        m_snapshot.start();
}

void AddressInspection::furtherEnded()
{
    if (m_phase == Phase::Variant)
        goOnOrEnd();
}

void AddressInspection::takeFurther()
{
    if (!m_further)
        return;
    const VariantEvidence offer = m_further->offer();
    const SessionFacts &facts = m_further->facts();
    const bool isBeside = std::exchange(m_isBeside, false);
    if (isBeside && m_settings.variants && wasTurnedAway(facts) &&
        !isThrottled(m_inspection.evidence.session)) {
        note(NoteCode::VariantTurnedAway, {kindOf(offer)});
        m_triedVariants.removeLast(); // it is asked again, alone
    } else {
        const TranscriptNote kept = keepVariant(m_inspection.evidence, offer, facts);
        note(kept.code, kept.args);
        if (isThrottled(facts))
            m_settings.variants = false; // whoever hears 421 stays away
    }
    m_further.release()->deleteLater(); // we may be called from its own signal
}

void AddressInspection::judgeAndEnd()
{
    m_phase = Phase::Ended;
    m_deadline.stop();
    m_snapshot.stop();
    auto &evidence = m_inspection.evidence;
    if (!evidence.session.timings.totalUs)
        evidence.session.timings.totalUs = elapsedUs() + evidence.session.timings.resolveUs.value_or(0);
    evidence.remarks += m_lookedUp.remarks;
    judgeAtTheEnd(m_inspection, m_settings.anchors, QDateTime::currentDateTimeUtc());
    m_progress = {Stage::Done, QDeadlineTimer(QDeadlineTimer::Forever)};
    Q_EMIT finished();
}

void AddressInspection::note(NoteCode code, const QStringList &args)
{
    m_inspection.evidence.session.transcript.append({.atUs = elapsedUs(),
                                                     .from = Speaker::Note,
                                                     .tls = false,
                                                     .text = {},
                                                     .cutBytes = 0,
                                                     .step = DialogueStep::Note,
                                                     .note = TranscriptNote{code, args}});
}

} // namespace mailseal
