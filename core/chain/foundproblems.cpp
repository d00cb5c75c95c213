#include "chain/foundproblems.h"

#include "chain/chain.h"
#include "chain/extensions.h"

#include <algorithm>
#include <utility>

namespace mailseal {

void FoundProblems::add(FindingCode code, Severity severity, std::optional<int> depth,
                        const QStringList &args)
{
    const bool isKnown = std::any_of(m_found.cbegin(), m_found.cend(), [&](const Finding &finding) {
        return finding.code == code && finding.depth == depth && finding.args == args;
    });
    if (!isKnown)
        m_found.append({code, severity, depth, args});
}

bool FoundProblems::has(FindingCode code, std::optional<int> depth) const
{
    return std::any_of(m_found.cbegin(), m_found.cend(), [&](const Finding &finding) {
        return finding.code == code && finding.depth == depth;
    });
}

QString FoundProblems::subjectAt(int position) const
{
    return subjectText(m_view.sent.facts().at(position), position);
}

QString FoundProblems::subjectOf(const QByteArray &der) const
{
    if (const auto position = m_view.sent.positionOf(der))
        return subjectAt(*position);
    return subjectText(readCertificate(der), m_view.path.certificates.indexOf(der));
}

QList<Finding> FoundProblems::take()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Finding &left, const Finding &right) {
        if (left.depth && right.depth)
            return *left.depth < *right.depth;
        return left.depth.has_value() && !right.depth.has_value();
    });
    return std::exchange(m_found, {});
}

} // namespace mailseal
