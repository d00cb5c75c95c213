#include "report/report.h"

#include "answers/answers.h"
#include "answers/badge.h"
#include "values/bogus.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

QString decidingFact(const Page &page, const Verdict &verdict)
{
    return verdict.because.isEmpty() ? QString()
                                     : sentenceAtLine(page.wording(), verdict.because.constFirst());
}

Page::AssessmentLine shown(const Page &page, const Assessment &answer, const Inspection &inspection)
{
    const AnswerWords words = page.wording().answer(answer, inspection);
    return {page.wording().question(answer, inspection), answer.tone, words.word,
            words.details.join(QStringLiteral(" · "))};
}

QStringList notesOn(const Page &page, const Inspection &inspection)
{
    QStringList notes;
    if (inspection.rejudged) {
        notes.append(withArguments(
            page.word(QT_TRANSLATE_NOOP(
                "report", "Judged again as of %1, without a connection; judged before as of %2.")),
            {instantText(inspection.judgedAt), instantText(inspection.rejudged->judgedThen)}));
    }
    for (const Assumption &assumption : inspection.evidence.assumptions) {
        notes.append(withArguments(page.word(QT_TRANSLATE_NOOP("report", "Assumed: %1.")),
                                   {page.wording().assumption(assumption)}));
    }
    if (inspection.evidence.redacted) {
        notes.append(page.word(
            QT_TRANSLATE_NOOP("report", "Redacted: every name and address here stands for another one, and "
                                        "the certificates themselves were left out.")));
    }
    return notes;
}

} // namespace

Page::Head inspectionHead(const Page &page, const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    const Target &target = evidence.target;
    const bool isOffline = evidence.origin == Origin::Offline;
    Page::Head head{titleOf(target),
                    {isOffline ? target.input : connectedText(target),
                     isOffline && target.start == Start::None
                         ? QString()
                         : page.wording().service(target.service) + QLatin1StringView(", ") +
                               page.wording().start(target.start),
                     instantText(evidence.observedAt)},
                    toneOf(inspection),
                    page.wording().headline(inspection),
                    {},
                    notesOn(page, inspection)};
    head.parts.removeAll(QString());
    if (evidence.session.end != EndReason::Completed)
        head.below = {page.wording().endDetail(evidence), page.wording().endAdvice(evidence)};
    return head;
}

void writeHead(Page &page, const Inspection &inspection) { page.head(inspectionHead(page, inspection)); }

AnswerLines inspectionAnswers(const Page &page, const Inspection &inspection)
{
    const QList<Assessment> all = firstScreen(inspection) + QList{actingAnswer(inspection)};
    const bool isBogus = bogusWay(inspection.evidence).has_value();
    AnswerLines answers;
    for (const Assessment &answer : all) {
        const bool isAside =
            isBogus && answer.question != Question::Dns && answer.question != Question::Acting;
        (isAside ? answers.passedOver : answers.lines).append(shown(page, answer, inspection));
    }
    return answers;
}

void writePassedOver(Page &page, const QList<Page::AssessmentLine> &lines)
{
    if (lines.isEmpty())
        return;
    page.section(
        page.word(QT_TRANSLATE_NOOP("report", "As a sender whose resolver does not validate sees it")));
    page.assessments(lines);
}

void writeAnswers(Page &page, const Inspection &inspection)
{
    const AnswerLines answers = inspectionAnswers(page, inspection);
    page.assessments(answers.lines);
    writePassedOver(page, answers.passedOver);
}

void writeVerdicts(Page &page, const Inspection &inspection)
{
    if (inspection.verdicts.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Who would deliver to this server")));
    constexpr int factColumn = 3;
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Client")),
                       page.word(QT_TRANSLATE_NOOP("report", "Standing")),
                       page.word(QT_TRANSLATE_NOOP("report", "Delivery")),
                       page.word(QT_TRANSLATE_NOOP("report", "The deciding fact")),
                       page.word(QT_TRANSLATE_NOOP("report", "Source"))},
                      {},
                      factColumn};
    for (const Verdict &verdict : inspection.verdicts) {
        table.rows.append({{{page.wording().client(inspection, verdict)},
                            {page.wording().standing(verdict.standing), toneOf(verdict)},
                            {page.wording().delivery(verdict.delivery)},
                            {decidingFact(page, verdict)},
                            {verdict.source}},
                           false});
    }
    page.table(table);
}

void writeChanges(Page &page, const Inspection &inspection)
{
    if (!inspection.rejudged)
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "What has changed since it was judged")));
    if (inspection.rejudged->changes.isEmpty()) {
        page.prose(page.word(QT_TRANSLATE_NOOP("report", "No verdict is another one now.")));
        return;
    }
    constexpr int factColumn = 3;
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Client")),
                       page.word(QT_TRANSLATE_NOOP("report", "Then")),
                       page.word(QT_TRANSLATE_NOOP("report", "Now")),
                       page.word(QT_TRANSLATE_NOOP("report", "The deciding fact"))},
                      {},
                      factColumn};
    const auto cell = [&](const Verdict *verdict) {
        return verdict ? Page::Cell{page.wording().standing(verdict->standing) + QLatin1StringView(", ") +
                                        page.wording().delivery(verdict->delivery),
                                    toneOf(*verdict)}
                       : Page::Cell{page.word(QT_TRANSLATE_NOOP("report", "not judged")), Tone::Unknown};
    };
    for (const VerdictChange &change : inspection.rejudged->changes) {
        const Verdict *now = verdictOf(inspection, change.policy);
        table.rows.append(
            {{{now ? page.wording().client(inspection, *now) : page.wording().policyName(change.policy)},
              cell(change.then ? &*change.then : nullptr),
              cell(now),
              {now ? decidingFact(page, *now) : QString()}},
             true});
    }
    page.table(table);
}

} // namespace mailseal
