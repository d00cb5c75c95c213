#include "answers/badge.h"

#include <algorithm>

namespace mailseal {

namespace {

int gravity(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
    case Tone::NotApplicable:
        return 0;
    case Tone::Good:
        return 1;
    case Tone::Warned:
        return 2;
    case Tone::Unknown:
        return 3;
    case Tone::Bad:
        return 4;
    }
    return 0;
}

} // namespace

Tone toneOf(const Inspection &inspection)
{
    const Verdict *acting = actingVerdict(inspection);
    if (!acting)
        return Tone::Unknown;
    const Tone tone = toneOf(*acting);
    const bool isTroubled =
        std::any_of(inspection.verdicts.begin(), inspection.verdicts.end(),
                    [](const Verdict &one) { return one.standing == Standing::Violated; });
    return tone == Tone::Good && isTroubled ? Tone::Warned : tone;
}

Tone toneOf(const QList<Inspection> &inspections)
{
    if (inspections.isEmpty())
        return Tone::Unknown;
    Tone worst = toneOf(inspections.constFirst());
    for (const Inspection &inspection : inspections)
        worst = worse(worst, toneOf(inspection));
    return worst;
}

Tone worse(Tone one, Tone other) { return gravity(other) > gravity(one) ? other : one; }

} // namespace mailseal
