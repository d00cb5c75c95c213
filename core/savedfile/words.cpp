#include "savedfile/words.h"

#include "answers/badge.h"
#include "wire/wire.h"
#include "wording/transcripttext.h"
#include "wording/wording.h"

namespace mailseal {

namespace {

const Wording &inEnglish()
{
    static const Wording wording(Wording::Speech::English);
    return wording;
}

/// A finding of a newer version goes out as it came in.
bool isOfNewerVersion(const Finding &finding)
{
    return finding.code == FindingCode::FromNewerVersion && finding.args.size() == 3 &&
           !finding.args[0].isEmpty() && !fromWire<FindingCode>(finding.args[0]);
}

} // namespace

bool isKnown(const FindingWords &words) { return fromWire<FindingCode>(words.code).has_value(); }

FindingWords wordsOf(const Finding &finding)
{
    if (isOfNewerVersion(finding))
        return {finding.args[0], finding.args[1], finding.args[2], {}};
    return {toWire(finding.code), inEnglish().finding(finding), inEnglish().advice(finding), finding.args};
}

void take(const FindingWords &words, Finding &finding)
{
    const auto code = fromWire<FindingCode>(words.code);
    finding.code = code.value_or(FindingCode::FromNewerVersion);
    finding.args = code ? words.args : QStringList{words.code, words.text, words.advice};
}

bool isKnown(const ConformanceWords &words) { return fromWire<ConformanceNote>(words.note).has_value(); }

ConformanceWords wordsOf(const ConformanceRow &row)
{
    const bool isOfNewerVersion = row.note == ConformanceNote::FromNewerVersion && row.args.size() == 1;
    return {toWire(row.note), isOfNewerVersion ? row.args.first() : inEnglish().conformanceText(row),
            row.args};
}

void take(const ConformanceWords &words, ConformanceRow &row)
{
    const auto note = fromWire<ConformanceNote>(words.note);
    row.note = note.value_or(ConformanceNote::FromNewerVersion);
    row.args = note ? words.args : QStringList{words.text};
}

bool isKnown(const EntryWords &words) { return words.note && fromWire<NoteCode>(*words.note).has_value(); }

EntryWords wordsOf(const TranscriptEntry &entry)
{
    EntryWords words{.text = saidText(entry, inEnglish())};
    if (entry.note) {
        words.note = toWire(entry.note->code);
        words.args = entry.note->args;
    }
    return words;
}

void take(const EntryWords &words, TranscriptEntry &entry)
{
    entry.note.reset();
    entry.text = words.text;
    if (entry.from != Speaker::Note || !isKnown(words))
        return;
    entry.note = TranscriptNote{*fromWire<NoteCode>(*words.note), words.args};
    entry.text.clear(); // made anew from the code
}

BadgeWords badgeWords(const Inspection &inspection)
{
    const ServerBadge badge = serverBadge(inspection);
    return {badge.state, inEnglish().headline(inspection),
            badge.because ? QList{*badge.because} : QList<Finding>{}};
}

QString endSentence(const Evidence &evidence) { return inEnglish().endDetail(evidence); }

QStringList assumptionSentences(const QList<Assumption> &assumptions)
{
    QStringList sentences;
    for (const Assumption &one : assumptions)
        sentences.append(inEnglish().assumption(one));
    return sentences;
}

} // namespace mailseal
