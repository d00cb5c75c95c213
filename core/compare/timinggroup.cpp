#include "compare/groups.h"

namespace mailseal {

namespace {

ComparedValue duration(const std::optional<qint64> &microseconds)
{
    return microseconds ? ComparedValue(std::chrono::microseconds(*microseconds)) : ComparedValue();
}

} // namespace

Rows compareTimings(const Sides &sides)
{
    const Timings &left = sides.left.evidence.session.timings;
    const Timings &right = sides.right.evidence.session.timings;
    Rows rows;
    const auto step = [&](Fact fact, std::optional<qint64> Timings::*took) {
        add(rows,
            uncounted(rowWhereKnown({fact, std::nullopt, {}}, duration(left.*took), duration(right.*took))));
    };
    step(Fact::ResolveTime, &Timings::resolveUs);
    step(Fact::ConnectTime, &Timings::connectUs);
    step(Fact::GreetingTime, &Timings::greetingUs);
    step(Fact::EhloTime, &Timings::ehloUs);
    step(Fact::StarttlsTime, &Timings::starttlsUs);
    step(Fact::HandshakeTime, &Timings::handshakeUs);
    step(Fact::EhloAfterTlsTime, &Timings::ehloAfterTlsUs);
    step(Fact::QuitTime, &Timings::quitUs);
    step(Fact::TotalTime, &Timings::totalUs);
    return rows;
}

} // namespace mailseal
