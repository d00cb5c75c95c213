#pragma once

#include "inspector/inspector.h"
#include "inspector/lookedup.h"
#include "net/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <utility>

namespace mailseal {

class FurtherConnection;
class PortTries;

/// One address inspected: the main session and the few further connections that keep its answer right —
/// STARTTLS asked for once more where it was missing, anonymous suites where nothing else is in common, one
/// short try of 465 and 587 where port 25 times out. At a 421 nothing more is sent (docs/decisions.md
/// "Dialogue"). Where the settings ask for it, further connections go as far as the main one: what is shown
/// to a client that sends no SNI, from the greeting of the main session on, so that a person hardly waits for
/// it, and where TLSA records are there what is shown to one that takes the other kind of key only. Never
/// more than two at once; a server that turns the second one away is asked again behind the first.
class AddressInspection : public QObject
{
    Q_OBJECT
public:
    AddressInspection(Target target, Settings settings, Inspector::MakeTransport makeTransport,
                      Observer observer, std::optional<qint64> resolveUs, QObject *parent = nullptr);
    ~AddressInspection() override;

    /// What is known beside the session, now and each time that it grew: the last word where `isComplete`.
    /// Verdicts wait for it; the session does so only where the policy acted under decides by it, and for the
    /// MTA-STS policy only where that one decides.
    void setLookedUp(const LookedUp &facts);
    /// There is nothing to connect to: `start` ends with this at once.
    void setUnreachable(EndReason end, const QString &words);

    void start();
    /// Ends within this call; `finished` is emitted before it returns.
    void abort(EndReason why);
    const Inspection &inspection() const { return m_inspection; }
    const Progress &progress() const { return m_progress; }

Q_SIGNALS:
    void changed();
    void finished();

private:
    enum class Phase {
        NotStarted,
        AwaitingFacts, ///< the policy acted under decides by what is looked up
        MainSession,
        AskingOnceMore,
        AnonymousSuites,
        TlsAtOnce,
        OtherPorts,
        Variant,         ///< the main session is over, a further connection is not
        AwaitingLookups, ///< the session is over, the verdicts wait
        Ended
    };

    void openSession(Phase phase, SuiteOffer suites);
    std::unique_ptr<Session> makeSession(SessionPlan next, GoOn goOn, Start start);
    void startSession(SessionPlan next, GoOn goOn, Start start);
    void sessionChanged();
    void takeSnapshot();
    void sessionFinished();
    void mainSessionEnded();
    void secondSessionEnded(std::optional<NoteCode> remark);
    void tryOtherPorts();
    void otherPortsTried();
    /// The main session is over and so are its second tries.
    void conclude();
    /// The next further connection that is due, or judges, at once or when the lookups are complete.
    void goOnOrEnd();
    bool isNameSent() const;
    /// Beside the main session, once it has been greeted.
    void beginBeside();
    void beginFurther(const VariantEvidence &variant);
    void furtherChanged();
    void furtherEnded();
    /// What the connection beside the main session showed, now that there is something to compare it with.
    void takeFurther();
    void judgeAndEnd();
    void note(NoteCode code, const QStringList &args = {});
    qint64 elapsedUs() const { return m_clock.nsecsElapsed() / 1000; }

    Inspection m_inspection; ///< evidence.session holds what is adopted so far
    Settings m_settings;
    Inspector::MakeTransport m_makeTransport;
    Progress m_progress;
    Phase m_phase = Phase::NotStarted;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PortTries> m_portTries;
    QList<VariantEvidence> m_triedVariants;       ///< sni and keyType tell what was offered
    std::unique_ptr<FurtherConnection> m_further; ///< one at a time
    bool m_isBeside = false;                      ///< it was begun beside the main session
    QElapsedTimer m_clock;
    QTimer m_deadline;
    QTimer m_snapshot; ///< coalesces snapshots while lines pour in
    Stage m_shownStage = Stage::Queued;
    std::optional<std::pair<EndReason, QString>> m_unreachable;
    LookedUp m_lookedUp; ///< as it is now; its remarks join the others at the end
};

} // namespace mailseal
