#include "exitcode.h"

#include "values/bogus.h"

#include <algorithm>

namespace mailseal {

namespace {

int badness(ExitCode code)
{
    switch (code) {
    case ExitCode::Satisfied:
        return 0;
    case ExitCode::Violated:
        return 1;
    case ExitCode::Undetermined:
        return 2;
    case ExitCode::Usage:
        return 3;
    }
    return 3;
}

} // namespace

ExitCode worse(ExitCode a, ExitCode b) { return badness(a) >= badness(b) ? a : b; }

const CertificateFacts *expiringWithin(const Inspection &inspection, int days)
{
    const auto limit = inspection.judgedAt.addDays(days);
    const auto firstIn = [&](const std::optional<ChainFacts> &chain) -> const CertificateFacts * {
        if (!chain)
            return nullptr;
        const auto found =
            std::find_if(chain->sent.begin(), chain->sent.end(), [&](const CertificateFacts &one) {
                return one.notAfter.isValid() && one.notAfter <= limit;
            });
        return found == chain->sent.end() ? nullptr : &*found;
    };
    if (const CertificateFacts *certificate = firstIn(inspection.chain))
        return certificate;
    for (const VariantFacts &variant : inspection.variants) {
        if (const CertificateFacts *certificate = firstIn(variant.chain))
            return certificate;
    }
    return nullptr;
}

namespace {

/// A file that was judged for no host (verify): there is no name to find, so the chain alone answers.
bool isChainAlone(const Inspection &inspection)
{
    const Target &target = inspection.evidence.target;
    return inspection.evidence.origin == Origin::Offline && target.host.isEmpty() &&
           target.policy == PolicyId::WebPki;
}

} // namespace

ExitCode exitCodeOf(const Inspection &inspection, std::optional<int> expiresWithinDays)
{
    if (isChainAlone(inspection)) {
        const bool trusted = inspection.chain && inspection.chain->trusted;
        const bool inTime = !expiresWithinDays || !expiringWithin(inspection, *expiresWithinDays);
        return trusted && inTime ? ExitCode::Satisfied : ExitCode::Violated;
    }
    const Verdict *verdict = actingVerdict(inspection);
    if (!verdict)
        return ExitCode::Undetermined;
    ExitCode code = ExitCode::Undetermined;
    switch (verdict->standing) {
    case Standing::Satisfied:
        code = bogusAnswer(inspection.evidence) ? ExitCode::Undetermined : ExitCode::Satisfied;
        break;
    case Standing::Violated:
    case Standing::NotApplicable:
        code = ExitCode::Violated;
        break; // nothing satisfied it
    case Standing::Undetermined:
        code = ExitCode::Undetermined;
        break;
    }
    if (expiresWithinDays && expiringWithin(inspection, *expiresWithinDays))
        code = worse(code, ExitCode::Violated);
    return code;
}

} // namespace mailseal
