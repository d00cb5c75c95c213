#pragma once

#include "clienvironment.h"
#include "inspectoptions.h"
#include "inspector/inspectionqueue.h"
#include "values/inspection.h"
#include "values/progress.h"

#include <QList>
#include <QObject>

#include <vector>

namespace mailseal {

/// Inspects several targets, so many at a time, and gathers the results in the order of the targets, unless
/// whoever listens to `inspected` needs nothing more of them: then memory does not grow with their number.
class SurveyRun : public QObject
{
    Q_OBJECT
public:
    enum class Results { Gathered, LetGo };
    SurveyRun(const InspectRequest &request, const CliEnvironment &environment,
              Results results = Results::Gathered);

    /// Returns when everything has ended or was interrupted; then every result that was gathered is there.
    void run();
    bool wasInterrupted() const { return m_interrupted; }
    QList<Inspection> results() const;
    QList<Inspection> resultsOf(qsizetype target) const;

Q_SIGNALS:
    void inspected(const mailseal::Inspection &inspection);
    void progressed(const mailseal::Inspection &inspection, const mailseal::Progress &progress);

private:
    void expect(quint64 target, qsizetype count);
    void keep(quint64 target, qsizetype index, const Inspection &one);
    void interrupt();

    const InspectRequest &m_request;
    const CliEnvironment &m_environment;
    InspectionQueue m_queue; ///< a job is known by the place of its target
    Results m_mode;
    std::vector<QList<Inspection>> m_results; ///< empty where they are let go
    bool m_interrupted = false;
};

} // namespace mailseal
