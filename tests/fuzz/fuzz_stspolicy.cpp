#include "policy/stspolicy.h"
#include "values/limits.h"

#include <cstdint>
#include <cstdlib>

/// Any octets: every promise of StsPolicy holds, and a line of a finding lies in the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace mailseal;
    const QByteArray literal(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const StsPolicy policy = readStsPolicy(literal);
    if (policy.valid && (!policy.mode || !policy.maxAge))
        std::abort();
    if (policy.valid && policy.mx.isEmpty() && policy.mode != StsMode::None)
        std::abort();
    if ((!policy.valid && policy.problems.isEmpty()) || policy.problems.size() > limits::stsProblems)
        std::abort();
    for (const Finding &problem : policy.problems) {
        if (problem.line && (*problem.line < 1 || *problem.line > literal.count('\n') + 1))
            std::abort();
    }
    for (const QString &pattern : policy.mx) {
        const bool wildcard = pattern.startsWith(u'*');
        const QString host = wildcard ? QStringLiteral("x") + pattern.mid(1) : pattern;
        const bool fits = host.size() <= 253; // a wildcard may leave no room for a label
        if (fits && !matchesStsPattern(pattern, host))
            std::abort();
    }
    return 0;
}
