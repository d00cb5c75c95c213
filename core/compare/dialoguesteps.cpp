#include "compare/dialoguesteps.h"

#include "dialogue/ehlolist.h"

#include <algorithm>

namespace mailseal {

namespace {

RowProof linesOf(const StepRange &range)
{
    RowProof proof{ProofPlace::TranscriptLines, {}};
    for (int i = range.first; i < range.first + range.count; ++i)
        proof.indexes.append(i);
    return proof;
}

} // namespace

QList<StepRange> dialogueSteps(const Transcript &transcript)
{
    QList<StepRange> steps;
    bool tls = false;
    for (int i = 0; i < transcript.size(); ++i) {
        const TranscriptEntry &entry = transcript.at(i);
        if (entry.from != Speaker::Note && entry.tls != tls) {
            tls = entry.tls;
            if (tls && (steps.isEmpty() || steps.last().step != DialogueStep::TlsHandshake))
                steps.append({DialogueStep::TlsHandshake, i, 0});
        }
        const bool begins =
            steps.isEmpty() || steps.last().step != entry.step || entry.from == Speaker::Client;
        if (begins)
            steps.append({entry.step, i, 0});
        ++steps.last().count;
    }
    return steps;
}

DialoguePlaces::DialoguePlaces(const Transcript &transcript)
    : m_steps(dialogueSteps(transcript))
{
    for (const DialogueStep step : {DialogueStep::Ehlo, DialogueStep::EhloInsideTls}) {
        const StepRange *range = last(step);
        if (!range)
            continue;
        ExtensionLines &list = m_extensions[step];
        bool isFirst = true; // the first line of the reply names the server (RFC 5321 §4.1.1.1)
        for (int i = range->first; i < range->first + range->count; ++i) {
            if (transcript.at(i).from != Speaker::Server)
                continue;
            if (isFirst) {
                list.beginning = {range->first, i};
            } else {
                list.lines[extensionKeywordOfReply(transcript.at(i).text)].append(i);
            }
            isFirst = false;
        }
        if (isFirst)
            list.beginning = {range->first};
    }
}

const StepRange *DialoguePlaces::last(DialogueStep step) const
{
    const auto found = std::find_if(m_steps.crbegin(), m_steps.crend(),
                                    [&](const StepRange &range) { return range.step == step; });
    return found == m_steps.crend() ? nullptr : &*found;
}

RowProof DialoguePlaces::lines(DialogueStep step) const
{
    const StepRange *range = last(step);
    return range && range->count > 0 ? linesOf(*range) : RowProof();
}

RowProof DialoguePlaces::extension(DialogueStep step, const QByteArray &keyword) const
{
    const auto list = m_extensions.constFind(step);
    if (list == m_extensions.constEnd())
        return {};
    const auto found = list->lines.constFind(keyword);
    return {ProofPlace::TranscriptLines, found == list->lines.constEnd() ? list->beginning : *found};
}

RowProof DialoguePlaces::handshake() const
{
    const StepRange *begun = last(DialogueStep::TlsHandshake);
    if (begun && begun->count > 0)
        return linesOf(*begun);
    if (last(DialogueStep::StartTls))
        return lines(DialogueStep::StartTls);
    return begun ? RowProof{ProofPlace::TranscriptLines, {begun->first}} : RowProof();
}

RowProof DialoguePlaces::end() const
{
    const auto found = std::find_if(m_steps.crbegin(), m_steps.crend(), [](const StepRange &range) {
        return range.count > 0 && range.step != DialogueStep::Note;
    });
    if (found != m_steps.crend())
        return linesOf(*found);
    return m_steps.isEmpty() || m_steps.last().count == 0 ? RowProof() : linesOf(m_steps.last());
}

} // namespace mailseal
