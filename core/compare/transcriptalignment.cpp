#include "compare/alignment.h"
#include "compare/dialoguesteps.h"
#include "compare/groups.h"
#include "dialogue/ehlolist.h"

namespace mailseal {

namespace {

/// What makes two lines of one step stand side by side: the speaker, and in an EHLO reply the keyword.
QList<QByteArray> lineKeys(const Transcript &transcript, const StepRange &range)
{
    const bool isList = range.step == DialogueStep::Ehlo || range.step == DialogueStep::EhloInsideTls;
    QList<QByteArray> keys;
    bool isFirst = true;
    for (int i = range.first; i < range.first + range.count; ++i) {
        const TranscriptEntry &entry = transcript.at(i);
        if (entry.from == Speaker::Server) {
            keys.append(isList && !isFirst ? "S " + extensionKeywordOfReply(entry.text) : QByteArray("S"));
            isFirst = false;
        } else {
            keys.append(entry.from == Speaker::Client ? QByteArray("C") : QByteArray("N"));
        }
    }
    return keys;
}

bool isSameLine(const TranscriptEntry &left, const TranscriptEntry &right)
{
    return left.from == right.from && left.tls == right.tls && left.text == right.text &&
           left.note == right.note && left.cutBytes == right.cutBytes;
}

AlignedLine lineOf(const Transcript &left, int l, const Transcript &right, int r)
{
    AlignedLine line;
    if (l >= 0) {
        line.left = l;
        line.leftEntry = left.at(l);
    }
    if (r >= 0) {
        line.right = r;
        line.rightEntry = right.at(r);
    }
    if (l < 0) {
        line.relation = Relation::OnlyRight;
    } else if (r < 0) {
        line.relation = Relation::OnlyLeft;
    } else {
        line.relation = isSameLine(left.at(l), right.at(r)) ? Relation::Same : Relation::Differs;
    }
    return line;
}

AlignedStep stepOf(const SessionFacts &left, const StepRange *l, const SessionFacts &right,
                   const StepRange *r)
{
    AlignedStep step;
    step.step = l ? l->step : r->step;
    if (step.step == DialogueStep::TlsHandshake) {
        step.leftTls = l ? left.tls : std::nullopt;
        step.rightTls = r ? right.tls : std::nullopt;
    }
    const auto keys = [](const SessionFacts &session, const StepRange *range) {
        return range ? lineKeys(session.transcript, *range) : QList<QByteArray>();
    };
    bool isSame = step.leftTls == step.rightTls;
    for (const auto &[i, j] : aligned(keys(left, l), keys(right, r))) {
        step.lines.append(lineOf(left.transcript, i >= 0 ? l->first + i : -1, right.transcript,
                                 j >= 0 ? r->first + j : -1));
        isSame = isSame && step.lines.last().relation == Relation::Same;
    }
    if (!l || !r) {
        step.relation = l ? Relation::OnlyLeft : Relation::OnlyRight;
    } else {
        step.relation = isSame ? Relation::Same : Relation::Differs;
    }
    return step;
}

} // namespace

QList<AlignedStep> alignTranscripts(const Sides &sides)
{
    const SessionFacts &left = sides.left.evidence.session;
    const SessionFacts &right = sides.right.evidence.session;
    const QList<StepRange> ofLeft = dialogueSteps(left.transcript);
    const QList<StepRange> ofRight = dialogueSteps(right.transcript);
    const auto keys = [](const QList<StepRange> &steps) {
        QList<int> list;
        for (const StepRange &range : steps)
            list.append(static_cast<int>(range.step));
        return list;
    };
    QList<AlignedStep> steps;
    for (const auto &[l, r] : aligned(keys(ofLeft), keys(ofRight))) {
        steps.append(
            stepOf(left, l >= 0 ? &ofLeft.at(l) : nullptr, right, r >= 0 ? &ofRight.at(r) : nullptr));
    }
    return steps;
}

} // namespace mailseal
