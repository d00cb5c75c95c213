#include "compare/groups.h"

#include "findings/findingrow.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace mailseal {

namespace {

/// The one without SNI: what else a server shows is shown to clients that no verdict is about.
constexpr std::array judgedVariant{ComparedFact{Fact::Variant, "no-sni"}};

std::span<const ComparedFact> factsBehind(const Verdict &verdict)
{
    return verdict.variant ? std::span(judgedVariant)
                           : findingRow(verdict.because.constFirst().code).restsOn.facts();
}

bool isOf(const RowTopic::Of &of, std::string_view key)
{
    const QByteArray octets(key.data(), static_cast<qsizetype>(key.size()));
    return of == RowTopic::Of(octets) || of == RowTopic::Of(QString::fromLatin1(octets));
}

/// Whether it is the row of a finding that this verdict gives as a reason.
bool isReason(const ComparedRow &row, const Verdict &verdict)
{
    return std::any_of(verdict.because.begin(), verdict.because.end(),
                       [&row](const Finding &finding) { return row.topic.of == RowTopic::Of(finding.code); });
}

bool isProofOf(const ComparedRow &row, const ComparedFact &behind, const Verdict &verdict)
{
    if (row.topic.fact != behind.fact || row.relation == Relation::Same)
        return false;
    if (!behind.of.empty())
        return isOf(row.topic.of, behind.of);
    const Finding &deciding = verdict.because.constFirst();
    if (behind.fact == Fact::ChainProblem)
        return row.topic.of == RowTopic::Of(deciding.code) && row.topic.position == deciding.depth;
    if (behind.fact == Fact::Remark)
        return row.topic.of == RowTopic::Of(deciding.code);
    if (behind.fact == Fact::StsProblem || behind.fact == Fact::TlsRptProblem)
        return isReason(row, verdict); // each of them keeps the domain from having a policy
    // A pin is compared with the first certificate alone.
    return !row.topic.position || *row.topic.position == deciding.depth.value_or(0);
}

void mark(QList<ComparedRows> &groups, const Verdict &worse, Effect effect)
{
    for (const ComparedFact &behind : factsBehind(worse)) {
        for (ComparedRows &group : groups) {
            for (ComparedRow &row : group.rows) {
                if (!isProofOf(row, behind, worse) || row.affects.contains(worse.policy))
                    continue;
                row.effect = effect;
                row.affects.append(worse.policy);
            }
        }
    }
}

} // namespace

void markCauses(QList<ComparedRows> &groups)
{
    for (const ComparedRow &row : groups.isEmpty() ? Rows() : Rows(groups.constFirst().rows)) {
        if (row.topic.fact != Fact::VerdictOfPolicy || row.effect == Effect::None)
            continue;
        // What decided the worse verdict is what is missing, or new.
        const auto &worse = std::get<Verdict>(row.effect == Effect::Worse ? row.right : row.left);
        if (!worse.because.isEmpty())
            mark(groups, worse, row.effect);
    }
}

} // namespace mailseal
