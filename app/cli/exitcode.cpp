#include "exitcode.h"

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
    if (!inspection.chain)
        return nullptr;
    const auto limit = inspection.judgedAt.addDays(days);
    const auto &sent = inspection.chain->sent;
    const auto found = std::find_if(sent.begin(), sent.end(), [&](const CertificateFacts &certificate) {
        return certificate.notAfter.isValid() && certificate.notAfter <= limit;
    });
    return found == sent.end() ? nullptr : &*found;
}

ExitCode exitCodeOf(const Inspection &inspection, std::optional<int> expiresWithinDays)
{
    const Verdict *verdict = actingVerdict(inspection);
    if (!verdict)
        return ExitCode::Undetermined;
    ExitCode code = ExitCode::Undetermined;
    switch (verdict->standing) {
    case Standing::Satisfied:
        code = ExitCode::Satisfied;
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
