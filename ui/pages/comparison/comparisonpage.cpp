#include "pages/comparison/comparisonpage.h"

#include "models/dnsplaces.h"
#include "models/headline.h"
#include "models/proofs.h"
#include "models/serverlisttext.h"
#include "wire/comparisonwire.h"
#include "wire/escape.h"
#include "wording/comparisonwording.h"
#include "wording/transcripttext.h"
#include "wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace mailseal {

namespace {

struct ComparisonPageText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ComparisonPageText)
};

/// One side of a row as it is put into words.
struct Side
{
    ComparedSideOf which;
    const ComparedValue &value;
    const RowProof &proof;
    const Inspection &inspection;
};

std::optional<Badge> badgeFor(const ComparedValue &value)
{
    if (const auto *verdict = std::get_if<Verdict>(&value))
        return badgeOf(*verdict);
    if (const auto *check = std::get_if<ConformanceRow>(&value))
        return badgeOf(check->standing);
    if (const auto *finding = std::get_if<Finding>(&value))
        return badgeOf(finding->severity);
    return std::nullopt;
}

std::optional<Proof> proofFor(const RowProof &proof, const Inspection &inspection)
{
    const int first = proof.indexes.value(0, -1);
    switch (proof.place) {
    case ProofPlace::Nowhere:
        return std::nullopt;
    case ProofPlace::TranscriptLines:
        return first < 0 ? std::nullopt : std::optional(Proof{Proof::Page::Transcript, first});
    case ProofPlace::CertificateSent:
        return Proof{Proof::Page::Certificates, first};
    case ProofPlace::NameChecked:
        return Proof{Proof::Page::Names, first};
    case ProofPlace::VerdictGiven: {
        // The fact that decided it is the proof; the verdict itself stands on the summary.
        if (first < 0 || first >= inspection.verdicts.size())
            return std::nullopt;
        const Verdict &verdict = inspection.verdicts.at(first);
        if (!verdict.because.isEmpty()) {
            const Proof place = proofOf(verdict.because.constFirst(), inspection, verdict.variant);
            if (hasProof(place))
                return place;
        }
        return Proof{Proof::Page::Summary, -1};
    }
    case ProofPlace::ConformanceChecked:
        return Proof{Proof::Page::Conformance, first};
    case ProofPlace::DnsAnswers:
        return Proof{Proof::Page::Dns, -1};
    case ProofPlace::StsPolicyRead:
        return Proof{Proof::Page::Dns, indexOf(DnsSpot{DnsPlace::StsPolicy})};
    }
    return std::nullopt;
}

ComparedCell cellOf(const ComparedRow &row, const Side &side, const ComparisonWording &wording)
{
    ComparedCell cell;
    cell.text = wording.value(row, side.which);
    cell.badge = badgeFor(side.value);
    cell.isAbsent = std::holds_alternative<std::monostate>(side.value);
    cell.proof = proofFor(side.proof, side.inspection);
    if (cell.text.isEmpty())
        cell.text = QStringLiteral("—");
    // "violated, deferred: …": the verdict is the news, its reason explains it.
    const qsizetype colon = std::holds_alternative<Verdict>(side.value) ? cell.text.indexOf(u": ") : -1;
    cell.strongLength = colon < 0 ? cell.text.size() : colon;
    return cell;
}

ComparedLine lineOf(ComparedGroup group, const ComparedRow &row, const Inspection &left,
                    const Inspection &right, const ComparisonWording &wording)
{
    ComparedLine line;
    line.label = wording.label(row.topic);
    line.key = rowId(group, row.topic);
    line.left = cellOf(row, {ComparedSideOf::Left, row.left, row.leftProof, left}, wording);
    line.right = cellOf(row, {ComparedSideOf::Right, row.right, row.rightProof, right}, wording);
    line.relation = row.relation;
    line.isDifference = row.isDifference();
    line.effect = row.effect;
    line.effectText = wording.effectOf(row);
    return line;
}

QString byteText(const TranscriptEntry &entry)
{
    const QString side = entry.from == Speaker::Client   ? QStringLiteral("C ")
                         : entry.from == Speaker::Server ? QStringLiteral("S ")
                                                         : QString();
    return side + escapeBytes(saidText(entry, Wording(Wording::Speech::Translated)));
}

ComparedCell transcriptCell(const std::optional<int> &index, const TranscriptEntry &entry)
{
    ComparedCell cell;
    cell.isAbsent = !index;
    cell.text = index ? byteText(entry) : QStringLiteral("—");
    cell.isTls = index && entry.tls;
    cell.strongLength = cell.text.size();
    if (index)
        cell.proof = Proof{Proof::Page::Transcript, *index};
    return cell;
}

QString handshakeText(const std::optional<TlsFacts> &tls, const Wording &wording)
{
    if (!tls)
        return QStringLiteral("—");
    QStringList parts{wording.protocol(tls->protocol), tls->cipher, tls->keyExchange};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void addStep(ComparedSection &section, const AlignedStep &step, int number, const ComparisonWording &wording)
{
    const QString name = wording.step(step.step);
    int at = 0;
    const auto add = [&](ComparedLine line) {
        line.label = at == 0 ? name : QString();
        line.key = QStringLiteral("%1.%2").arg(number).arg(at++);
        section.differences += line.isDifference ? 1 : 0;
        section.lines.append(std::move(line));
    };
    if (step.leftTls || step.rightTls) {
        ComparedLine line;
        line.left.text = handshakeText(step.leftTls, wording.wording());
        line.right.text = handshakeText(step.rightTls, wording.wording());
        line.left.isAbsent = !step.leftTls;
        line.right.isAbsent = !step.rightTls;
        line.left.isTls = step.leftTls.has_value();
        line.right.isTls = step.rightTls.has_value();
        line.isDifference = line.left.text != line.right.text;
        add(line);
    }
    for (const AlignedLine &aligned : step.lines) {
        ComparedLine line;
        line.left = transcriptCell(aligned.left, aligned.leftEntry);
        line.right = transcriptCell(aligned.right, aligned.rightEntry);
        line.relation = aligned.relation;
        line.isDifference = aligned.relation != Relation::Same;
        add(line);
    }
}

ComparedSection transcriptOf(const Comparison &comparison, const ComparisonWording &wording)
{
    ComparedSection section;
    section.title = ComparisonPageText::tr("Transcripts, aligned by step");
    section.key = QStringLiteral("transcript");
    section.isTranscript = true;
    for (int i = 0; i < comparison.transcript.size(); ++i)
        addStep(section, comparison.transcript.at(i), i, wording);
    section.count = section.differences == 0 ? ComparisonPageText::tr("the same words")
                                             : ComparisonPageText::tr("%n line(s) differ; not counted",
                                                                      nullptr, section.differences);
    section.differences = 0; // shown and never counted
    return section;
}

QString headOf(const std::optional<ComparedSide> &side, const Inspection &inspection, const QDateTime &now)
{
    if (!side)
        return QStringLiteral("—");
    const Target &target = inspection.evidence.target;
    QStringList parts{escapeUnprintable(side->host), endpointText(target, true),
                      minuteText(side->observedAt, now)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// Verdicts whose own row got better or worse; other rows say what they did to these.
int verdictsWith(const Comparison &comparison, Effect effect)
{
    int count = 0;
    for (const ComparedRows &group : comparison.groups) {
        if (group.group != ComparedGroup::Verdicts)
            continue;
        count +=
            static_cast<int>(std::count_if(group.rows.cbegin(), group.rows.cend(),
                                           [&](const ComparedRow &row) { return row.effect == effect; }));
    }
    return count;
}

} // namespace

ComparisonPage comparisonPage(const Comparison &comparison, const Inspection &left, const Inspection &right,
                              const QDateTime &now)
{
    const ComparisonWording wording{Wording(Wording::Speech::Translated)};
    ComparisonPage page;
    page.leftHead = headOf(comparison.left, left, now);
    page.rightHead = headOf(comparison.right, right, now);
    page.differences = comparison.differences;
    page.isTold = comparison.isTold();
    page.better = verdictsWith(comparison, Effect::Better);
    page.worse = verdictsWith(comparison, Effect::Worse);
    for (const ComparedRows &group : comparison.groups) {
        ComparedSection section;
        section.title = wording.group(group.group);
        section.key = toWire(group.group);
        section.count = wording.differences(group);
        section.differences = group.differences;
        section.lines.reserve(group.rows.size());
        for (const ComparedRow &row : group.rows)
            section.lines.append(lineOf(group.group, row, left, right, wording));
        const bool isCounted =
            group.group != ComparedGroup::Circumstances && group.group != ComparedGroup::Timings;
        page.countedGroups += isCounted ? 1 : 0;
        page.unequalGroups += group.differences > 0 ? 1 : 0;
        page.sections.append(std::move(section));
    }
    if (!comparison.transcript.isEmpty())
        page.sections.append(transcriptOf(comparison, wording));
    return page;
}

} // namespace mailseal
