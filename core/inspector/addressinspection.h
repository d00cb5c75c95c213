#pragma once

#include "inspector/inspector.h"
#include "net/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace mailseal {

/// One address inspected: the main session and the few further connections that keep its answer right —
/// STARTTLS asked for once more where it was missing, anonymous suites where nothing else is in common, one
/// short try of 465 and 587 where port 25 times out. At a 421 nothing more is sent (FIELD.md B).
class AddressInspection : public QObject
{
    Q_OBJECT
public:
    AddressInspection(Target target, Settings settings, Inspector::MakeTransport makeTransport,
                      Observer observer, std::optional<qint64> resolveUs, QObject *parent = nullptr);
    ~AddressInspection() override;

    void start();
    /// Ends within this call; `finished` is emitted before it returns.
    void abort(EndReason why);
    const Inspection &inspection() const { return m_inspection; }
    const Progress &progress() const { return m_progress; }

Q_SIGNALS:
    void changed();
    void finished();

private:
    enum class Phase { NotStarted, MainSession, AskingOnceMore, AnonymousSuites, OtherPorts, Ended };

    SessionPlan plan() const;
    void openSession(Phase phase, SuiteOffer suites);
    void sessionChanged();
    void takeSnapshot();
    void sessionFinished();
    void mainSessionEnded();
    void askedOnceMore(const SessionFacts &second);
    void anonymousSuitesTried(const SessionFacts &second);
    void tryOtherPorts();
    void otherPortEnded();
    void conclude();
    void note(const QString &text);
    qint64 elapsedUs() const { return m_clock.nsecsElapsed() / 1000; }

    Inspection m_inspection; ///< evidence.session holds what is adopted so far
    Settings m_settings;
    Inspector::MakeTransport m_makeTransport;
    Progress m_progress;
    Phase m_phase = Phase::NotStarted;
    std::unique_ptr<Session> m_session;
    std::vector<std::unique_ptr<Session>> m_portTries;
    Transcript m_before; ///< what earlier connections of this inspection said
    QElapsedTimer m_clock;
    QTimer m_deadline;
    QTimer m_snapshot; ///< coalesces snapshots while lines pour in
    Stage m_shownStage = Stage::Queued;
};

} // namespace mailseal
