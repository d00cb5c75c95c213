#include "answers/problem.h"

#include "values/endtraits.h"

#include <algorithm>

namespace mailseal {

namespace {

bool isFound(const ChainFacts &chain, FindingCode code)
{
    return std::any_of(chain.problems.begin(), chain.problems.end(),
                       [code](const Finding &problem) { return problem.code == code; });
}

std::optional<Problem> certificateProblem(const Inspection &inspection)
{
    if (!inspection.chain)
        return std::nullopt;
    const ChainFacts &chain = *inspection.chain;
    if (chain.sent.isEmpty())
        return Problem::NoCertificate;
    if (chain.selfSigned && !chain.trusted)
        return Problem::SelfSigned;
    constexpr std::pair<FindingCode, Problem> table[]{
        {FindingCode::Expired, Problem::Expired},
        {FindingCode::NotYetValid, Problem::NotYetValid},
        {FindingCode::IncompleteChain, Problem::IncompleteChain},
        {FindingCode::UntrustedRoot, Problem::UntrustedRoot},
    };
    for (const auto &[code, problem] : table) {
        if (isFound(chain, code))
            return problem;
    }
    if (inspection.names && inspection.names->matches == false)
        return Problem::WrongName;
    return chain.trusted ? std::nullopt : std::optional(Problem::NotTrusted);
}

} // namespace

std::optional<Problem> problemOf(const Inspection &inspection)
{
    const EndReason end = inspection.evidence.session.end;
    if (!traitsOf(end).fault)
        return certificateProblem(inspection);
    return end == EndReason::StarttlsNotOffered ? Problem::ClearTextOnly : Problem::EndedBadly;
}

} // namespace mailseal
