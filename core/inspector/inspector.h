#pragma once

#include "inspector/settings.h"
#include "values/inspection.h"
#include "values/progress.h"
#include "values/target.h"

#include <QObject>

#include <functional>
#include <memory>

namespace mailseal {

class Resolver;
class Transport;

/// The façade: inspects one target, every address of it, and emits whole Inspection snapshots. Lives in one
/// thread with an event loop. Never blocks.
class Inspector : public QObject
{
    Q_OBJECT
public:
    using MakeTransport = std::function<std::unique_ptr<Transport>()>;

    /// Looks names up as the settings say; inspectors that run at the same time share one resolver.
    explicit Inspector(QObject *parent = nullptr);
    /// With the ambient things as arguments, for tests.
    Inspector(std::shared_ptr<Resolver> resolver, MakeTransport makeTransport, QObject *parent = nullptr);
    ~Inspector() override;

    /// Begins; `planned` follows from the event loop (even for an address that needs no lookup).
    void start(const TargetSpec &target, const Settings &settings);
    /// Everything still running ends at once as Cancelled, snapshots and `finished` follow before this
    /// returns.
    void cancel();
    bool isRunning() const;

Q_SIGNALS:
    /// How many inspections there will be: one an address, at least one.
    void planned(int count);
    /// A snapshot of inspection `index`, growing: transcript and facts as they come, chain and names from the
    /// handshake on. Verdicts and conformance come with the last one alone, so that none is ever premature.
    void changed(int index, const mailseal::Inspection &inspection, const mailseal::Progress &progress);
    /// The last snapshot of that inspection.
    void inspected(int index, const mailseal::Inspection &inspection);
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The judging part alone: chain, names, verdicts and conformance from evidence, anchors and a clock.
Inspection judgeEvidence(Evidence evidence, const TrustAnchors &anchors, const QDateTime &at);

} // namespace mailseal
