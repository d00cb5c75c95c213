#pragma once

#include "compare/rows.h"

#include <span>

namespace mailseal {

/// One group of facts: a file of its own and a row in the table. A new kind of evidence is one more of each.
struct Group
{
    ComparedGroup id;
    Rows (*compare)(const Sides &);
};

/// In the order in which they are shown.
std::span<const Group> groups();

Rows compareVerdicts(const Sides &sides);
Rows compareCertificates(const Sides &sides);
Rows compareNames(const Sides &sides);
Rows compareDns(const Sides &sides);
Rows compareSts(const Sides &sides);
Rows compareTls(const Sides &sides);
Rows compareDialogue(const Sides &sides);
Rows compareConformance(const Sides &sides);
Rows compareCircumstances(const Sides &sides);
Rows compareTimings(const Sides &sides);

/// Two answers of the DNS as a row of their own: counted where DNSSEC says something else of them. Whether
/// there are records is counted with the records.
template <typename Record>
ComparedRow lookupRow(Fact fact, const std::optional<Answer<Record>> &left,
                      const std::optional<Answer<Record>> &right)
{
    const auto result = [](const std::optional<Answer<Record>> &answer) {
        return answer ? std::optional(LookupResult{answer->dnssec, answer->lookup}) : std::nullopt;
    };
    return lookupRow(fact, result(left), result(right));
}
ComparedRow lookupRow(Fact fact, const std::optional<LookupResult> &left,
                      const std::optional<LookupResult> &right);
/// Whether the lookup was answered at all.
bool isAnswered(LookupEnd end);

/// What the domain publishes, whichever of its servers is looked at.
bool isOfDomain(Fact fact);

/// The transcripts, step by step. Lines within a step are aligned, those of an EHLO reply by keyword.
QList<AlignedStep> alignTranscripts(const Sides &sides);

/// The pair of an inspection that has no partner: one of the two is null.
Comparison withoutPartner(const Inspection *left, const Inspection *right);

/// Marks the rows of facts that made a verdict better or worse: those that decided it.
void markCauses(QList<ComparedRows> &groups);

} // namespace mailseal
