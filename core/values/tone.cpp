#include "values/tone.h"

#include <algorithm>

namespace mailseal {

Tone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::Satisfied:
        return Tone::Good;
    case Standing::Violated:
        return Tone::Bad;
    case Standing::NotApplicable:
        return Tone::NotApplicable;
    case Standing::Undetermined:
        return Tone::Unknown;
    }
    return Tone::Unknown;
}

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
    case Severity::Notice:
        return Tone::NotApplicable;
    case Severity::Warning:
        return Tone::Warned;
    case Severity::Error:
        return Tone::Bad;
    }
    return Tone::Bad;
}

Tone toneOf(const Verdict &verdict)
{
    const bool isWarned =
        std::any_of(verdict.because.begin(), verdict.because.end(), [](const Finding &finding) {
            return finding.severity == Severity::Warning || finding.severity == Severity::Error;
        });
    return verdict.standing == Standing::Satisfied && isWarned ? Tone::Warned : toneOf(verdict.standing);
}

Tone toneOf(DnssecState state)
{
    switch (state) {
    case DnssecState::Secure:
        return Tone::Good;
    case DnssecState::Insecure:
        return Tone::NotApplicable;
    case DnssecState::Bogus:
        return Tone::Bad;
    case DnssecState::Unknown:
        break;
    }
    return Tone::Unknown;
}

} // namespace mailseal
