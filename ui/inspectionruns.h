#pragma once

#include "inspector/inspector.h"
#include "models/inspectionlist.h"

#include <QHash>
#include <QObject>
#include <QQueue>

#include <functional>
#include <memory>

namespace mailseal {

/// Runs the inspectors behind the list, so many at a time, and writes what they find into it.
class InspectionRuns : public QObject
{
    Q_OBJECT
public:
    using MakeInspector = std::function<std::unique_ptr<Inspector>()>;
    explicit InspectionRuns(InspectionList *list, QObject *parent = nullptr);
    ~InspectionRuns() override;

    /// For tests; the default makes real ones.
    void setMakeInspector(MakeInspector make) { m_make = std::move(make); }
    /// Inspects a new target; the run's id.
    int inspect(const TargetSpec &spec, const Settings &settings, bool isExample = false);
    /// The same once more, with other settings where they are given.
    void again(int run);
    void stop(int run);
    void stopAll();
    bool isRunning() const { return !m_active.empty() || !m_waiting.isEmpty(); }
    bool isRunning(int run) const { return m_active.contains(run) || m_waiting.contains(run); }

Q_SIGNALS:
    void runningChanged();

private:
    void startWaiting();
    void begin(int run);
    void ended(int run);

    InspectionList *m_list;
    MakeInspector m_make;
    QHash<int, std::shared_ptr<Inspector>> m_active; ///< by run
    QQueue<int> m_waiting;
};

} // namespace mailseal
