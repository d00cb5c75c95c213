#pragma once

#include "inspectoptions.h"
#include "surroundings.h"
#include "values/inspection.h"
#include "values/progress.h"

#include <QEventLoop>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace mailseal {

/// Inspects several targets, so many at a time, and gathers the results in the order of the targets.
class SurveyRun : public QObject
{
    Q_OBJECT
public:
    SurveyRun(const InspectRequest &request, const Surroundings &surroundings);
    ~SurveyRun() override;

    /// Returns when everything has ended or was interrupted; then every result is there.
    void run();
    bool wasInterrupted() const { return m_interrupted; }
    QList<Inspection> results() const;
    QList<Inspection> resultsOf(qsizetype target) const;

Q_SIGNALS:
    void inspected(const mailseal::Inspection &inspection);
    void progressed(const mailseal::Inspection &inspection, const mailseal::Progress &progress);

private:
    void startNext();
    void ended();
    void interrupt();

    const InspectRequest &m_request;
    const Surroundings &m_surroundings;
    std::vector<std::unique_ptr<Inspector>> m_inspectors; ///< one a target
    std::vector<QList<Inspection>> m_results;
    size_t m_next = 0;
    size_t m_ended = 0;
    bool m_interrupted = false;
    QEventLoop m_loop;
};

} // namespace mailseal
