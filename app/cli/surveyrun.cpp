#include "surveyrun.h"

#include <QEventLoop>

namespace mailseal {

SurveyRun::SurveyRun(const InspectRequest &request, const CliEnvironment &environment, Results results)
    : m_request(request)
    , m_environment(environment)
    , m_queue(environment.makeInspector)
    , m_mode(results)
    , m_results(results == Results::Gathered ? static_cast<size_t>(request.targets.size()) : 0)
{
    m_queue.setParallel(request.jobs);
    connect(&m_queue, &InspectionQueue::planned, this,
            [this](quint64 target, int count) { expect(target, count); });
    connect(&m_queue, &InspectionQueue::changed, this,
            [this](quint64, int, const Inspection &one, const Progress &progress) {
                Q_EMIT progressed(one, progress);
            });
    connect(&m_queue, &InspectionQueue::inspected, this, &SurveyRun::keep);
    connect(&m_queue, &InspectionQueue::dropped, this, [this](quint64 target, const Inspection &one) {
        expect(target, 1);
        keep(target, 0, one);
    });
}

void SurveyRun::expect(quint64 target, qsizetype count)
{
    if (m_mode == Results::Gathered)
        m_results[target].resize(count);
}

void SurveyRun::keep(quint64 target, qsizetype index, const Inspection &one)
{
    if (m_mode == Results::Gathered)
        m_results[target][index] = one;
    Q_EMIT inspected(one);
}

void SurveyRun::run()
{
    if (m_environment.onInterrupt)
        m_environment.onInterrupt([this] { interrupt(); });
    QEventLoop loop;
    connect(&m_queue, &InspectionQueue::runningChanged, &loop, [this, &loop] {
        if (!m_queue.isRunning())
            loop.quit();
    });
    for (qsizetype target = 0; target < m_request.targets.size(); ++target) {
        Settings settings = m_request.settings;
        if (const auto elsewhere = m_request.connectTo.value(target))
            settings.connectTo = elsewhere;
        m_queue.add(static_cast<quint64>(target), m_request.targets[target], settings);
    }
    if (m_queue.isRunning())
        loop.exec();
    if (m_environment.onInterrupt)
        m_environment.onInterrupt({});
}

void SurveyRun::interrupt()
{
    m_interrupted = true;
    m_queue.stop();
}

QList<Inspection> SurveyRun::resultsOf(qsizetype target) const
{
    return m_results[static_cast<size_t>(target)];
}

QList<Inspection> SurveyRun::results() const
{
    QList<Inspection> all;
    for (const auto &of : m_results)
        all += of;
    return all;
}

} // namespace mailseal
