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

/// Inspects several targets, so many at a time, and gathers the results in the order of the targets.
class SurveyRun : public QObject
{
    Q_OBJECT
public:
    SurveyRun(const InspectRequest &request, const CliEnvironment &environment);

    /// Returns when everything has ended or was interrupted; then every result is there.
    void run();
    bool wasInterrupted() const { return m_interrupted; }
    QList<Inspection> results() const;
    QList<Inspection> resultsOf(qsizetype target) const;

Q_SIGNALS:
    void inspected(const mailseal::Inspection &inspection);
    void progressed(const mailseal::Inspection &inspection, const mailseal::Progress &progress);

private:
    void keep(quint64 target, qsizetype index, const Inspection &one);
    void interrupt();

    const InspectRequest &m_request;
    const CliEnvironment &m_environment;
    InspectionQueue m_queue; ///< a job is known by the place of its target
    std::vector<QList<Inspection>> m_results;
    bool m_interrupted = false;
};

} // namespace mailseal
