#include "surveyrun.h"

#include "inspector/inspector.h"

namespace mailseal {

SurveyRun::SurveyRun(const InspectRequest &request, const Surroundings &surroundings)
    : m_request(request)
    , m_surroundings(surroundings)
{
    const auto count = static_cast<size_t>(request.targets.size());
    m_inspectors.resize(count);
    m_results.resize(count);
}

SurveyRun::~SurveyRun() = default;

void SurveyRun::run()
{
    if (m_surroundings.onInterrupt)
        m_surroundings.onInterrupt([this] { interrupt(); });
    startNext();
    if (m_ended < m_inspectors.size())
        m_loop.exec();
    if (m_surroundings.onInterrupt)
        m_surroundings.onInterrupt({});
}

void SurveyRun::startNext()
{
    while (m_next < m_inspectors.size() && m_next - m_ended < m_request.jobs) {
        const size_t place = m_next++;
        auto inspector = m_surroundings.makeInspector();
        connect(inspector.get(), &Inspector::planned, this,
                [this, place](int count) { m_results[place].resize(count); });
        connect(inspector.get(), &Inspector::changed, this,
                [this](int, const Inspection &one, const Progress &progress) {
                    Q_EMIT progressed(one, progress);
                });
        connect(inspector.get(), &Inspector::inspected, this,
                [this, place](int index, const Inspection &one) {
                    m_results[place][index] = one;
                    Q_EMIT inspected(one);
                });
        connect(inspector.get(), &Inspector::finished, this, &SurveyRun::ended);
        m_inspectors[place] = std::move(inspector);
        const auto target = static_cast<qsizetype>(place);
        Settings settings = m_request.settings;
        if (const auto elsewhere = m_request.connectTo.value(target))
            settings.connectTo = elsewhere;
        m_inspectors[place]->start(m_request.targets[target], settings);
    }
}

void SurveyRun::ended()
{
    ++m_ended;
    if (!m_interrupted)
        startNext();
    else if (m_next == m_ended)
        m_loop.quit();
    if (m_ended == m_inspectors.size())
        m_loop.quit();
}

/// What runs ends as cancelled and what waits is begun and ended at once, so that every target has its
/// result.
void SurveyRun::interrupt()
{
    if (m_interrupted)
        return;
    m_interrupted = true;
    const size_t begun = m_next;
    for (size_t place = 0; place < begun; ++place)
        m_inspectors[place]->cancel();
    while (m_next < m_inspectors.size()) {
        startNext();
        for (size_t place = begun; place < m_next; ++place)
            m_inspectors[place]->cancel();
    }
    m_loop.quit();
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
