#include "answers/problem.h"

#include "answers/badge.h"

#include <algorithm>

namespace mailseal {

namespace {

bool isFound(const ChainFacts &chain, FindingCode code)
{
    return std::any_of(chain.problems.begin(), chain.problems.end(),
                       [code](const Finding &problem) { return problem.code == code; });
}

std::optional<ServerProblem> certificateProblem(const Inspection &inspection)
{
    if (!inspection.chain)
        return std::nullopt;
    const ChainFacts &chain = *inspection.chain;
    if (chain.sent.isEmpty())
        return ServerProblem::NoCertificate;
    if (chain.selfSigned && !chain.trusted)
        return ServerProblem::SelfSigned;
    constexpr std::pair<FindingCode, ServerProblem> table[]{
        {FindingCode::Expired, ServerProblem::Expired},
        {FindingCode::NotYetValid, ServerProblem::NotYetValid},
        {FindingCode::IncompleteChain, ServerProblem::IncompleteChain},
        {FindingCode::UntrustedRoot, ServerProblem::UntrustedRoot},
    };
    for (const auto &[code, problem] : table) {
        if (isFound(chain, code))
            return problem;
    }
    if (inspection.names && inspection.names->matches == false && !takenByOpenSsl(*inspection.names))
        return ServerProblem::WrongName;
    return chain.trusted ? std::nullopt : std::optional(ServerProblem::NotTrusted);
}

} // namespace

std::optional<ServerProblem> problemOf(const Inspection &inspection)
{
    const ServerBadge badge = serverBadge(inspection);
    const bool isAboutCertificate = badge.code == BadgeCode::NotAuthenticated ||
                                    badge.code == BadgeCode::FileRefused ||
                                    badge.code == BadgeCode::NotJudged;
    if (badge.state == BadgeState::Sound)
        return std::nullopt;
    if (isAboutCertificate)
        return certificateProblem(inspection);
    return badge.code == BadgeCode::ClearTextOnly ? ServerProblem::ClearTextOnly : ServerProblem::AsTheBadge;
}

} // namespace mailseal
