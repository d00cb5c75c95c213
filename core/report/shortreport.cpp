#include "report/shortreport.h"

#include "report/report.h"
#include "wire/wire.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

#include <algorithm>
#include <utility>

namespace mailseal {

namespace {

bool isProblem(const Finding &finding)
{
    return finding.severity == Severity::Warning || finding.severity == Severity::Error;
}

/// The policy acted under has its row, whatever became of it.
bool isFolded(const Inspection &inspection, const Verdict &verdict)
{
    return verdict.standing == Standing::NotApplicable && verdict.policy != inspection.evidence.target.policy;
}

/// The deciding fact; where the policy is satisfied with a warning, the warning too.
QList<Finding> shownReasons(const Verdict &verdict)
{
    QList<Finding> shown = verdict.because.first(qMin<qsizetype>(verdict.because.size(), 1));
    if (toneOf(verdict) == Tone::Warned) {
        for (const Finding &finding : verdict.because.sliced(1)) {
            if (isProblem(finding))
                shown.append(finding);
        }
    }
    return shown;
}

QString serverOf(const Inspection &inspection)
{
    const Target &target = inspection.evidence.target;
    QStringList parts{titleOf(target), connectedText(target)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QStringList textsOf(const QList<TextPage::Line> &lines)
{
    QStringList texts;
    for (const TextPage::Line &line : lines) {
        for (const Page::Cell &cell : line.cells)
            texts.append(markOf(cell.tone) + cell.text);
        for (const TextPage::Note &note : line.notes)
            texts.append(note.text);
    }
    return texts;
}

} // namespace

void ShortReport::write(const Inspection &inspection)
{
    m_said.clear();
    head(inspection);
    answers(inspection);
    writeChanges(m_page, inspection);
    whoDelivers(inspection);
    problems(inspection);
    writeTlsaProposals(m_page, inspection);
    transcript(inspection);
}

void ShortReport::head(const Inspection &inspection)
{
    const Page::Head head = inspectionHead(m_page, inspection);
    for (const QString &paragraph : head.below)
        m_said.insert(paragraph);
    m_page.head(head);
}

/// What the acting client's answer rests on stands in its row of the table.
void ShortReport::answers(const Inspection &inspection)
{
    AnswerLines answers = inspectionAnswers(m_page, inspection);
    if (!inspection.verdicts.isEmpty() && !answers.lines.isEmpty())
        answers.lines.last().detail.clear();
    QSet<QString> details;
    for (QList<Page::AssessmentLine> *lines : {&answers.lines, &answers.passedOver}) {
        for (Page::AssessmentLine &answer : *lines) {
            if (details.contains(answer.detail) || m_said.contains(answer.detail))
                answer.detail.clear();
            details.insert(answer.detail);
        }
    }
    m_page.assessments(answers.lines);
    writePassedOver(m_page, answers.passedOver);
}

void ShortReport::whoDelivers(const Inspection &inspection)
{
    if (inspection.verdicts.isEmpty())
        return;
    const QList<TextPage::Line> clients = this->clients(inspection);
    const QList<TextPage::Line> senders = this->senders(inspection);
    const QStringList outcome = textsOf(clients + senders);
    m_page.section(m_page.word(QT_TRANSLATE_NOOP("report", "Who would deliver to this server")));
    if (refersTo(m_outcomes, outcome, inspection,
                 QT_TRANSLATE_NOOP("report", "The same as to %1, for the same reasons.")))
        return;
    m_page.lines(clients);
    m_page.prose(notApplicable(inspection));
    if (senders.isEmpty())
        return;
    m_page.section(m_page.word(QT_TRANSLATE_NOOP("report", "Would a well-known sender deliver?")));
    m_page.lines(senders);
}

/// Says that it is as with an earlier server, where it is.
bool ShortReport::refersTo(QList<Earlier> &earlier, const QStringList &said, const Inspection &inspection,
                           const char *source)
{
    for (const Earlier &each : std::as_const(earlier)) {
        if (each.said == said) {
            m_page.prose(withArguments(m_page.word(source), {each.server}));
            return true;
        }
    }
    earlier.append({serverOf(inspection), said});
    return false;
}

/// Clients with the same reasons stand together, where the first of them stands.
QList<TextPage::Line> ShortReport::clients(const Inspection &inspection)
{
    struct Group
    {
        QStringList key;
        QList<const Verdict *> verdicts;
    };
    QList<Group> groups;
    for (const Verdict &verdict : inspection.verdicts) {
        if (isFolded(inspection, verdict))
            continue;
        QStringList key;
        for (const Finding &finding : shownReasons(verdict))
            key.append(sentenceAtLine(m_page.wording(), finding));
        const auto found =
            std::find_if(groups.begin(), groups.end(), [&](const Group &group) { return group.key == key; });
        if (found == groups.end())
            groups.append({key, {&verdict}});
        else
            found->verdicts.append(&verdict);
    }
    QList<TextPage::Line> lines;
    for (const Group &group : groups) {
        for (const Verdict *verdict : group.verdicts) {
            lines.append({{{m_page.wording().client(inspection, *verdict)},
                           {m_page.wording().delivery(verdict->delivery), toneOf(*verdict)}},
                          {}});
        }
        lines.last().notes = reasons(*group.verdicts.constFirst());
    }
    return lines;
}

/// One line without reasons: there is nothing to mend.
QString ShortReport::notApplicable(const Inspection &inspection) const
{
    QStringList names;
    for (const Verdict &verdict : inspection.verdicts) {
        if (isFolded(inspection, verdict))
            names.append(m_page.wording().policyName(verdict.policy));
    }
    if (names.isEmpty())
        return {};
    return withArguments(m_page.word(QT_TRANSLATE_NOOP("report", "Not applicable here: %1")),
                         {names.join(QStringLiteral(" · "))});
}

/// The reasons and the advice of a row; what needs nobody has no advice.
QList<TextPage::Note> ShortReport::reasons(const Verdict &verdict)
{
    const bool isFine = toneOf(verdict) == Tone::Good;
    QList<TextPage::Note> notes;
    for (const Finding &finding : shownReasons(verdict)) {
        const QString sentence = sentenceAtLine(m_page.wording(), finding);
        m_said.insert(sentence);
        const bool isWarning = verdict.standing == Standing::Satisfied && isProblem(finding);
        notes.append({sentence, isWarning ? toneOf(finding.severity) : Tone::Plain});
        if (isFine || (verdict.standing == Standing::Satisfied && !isWarning))
            continue;
        if (const auto advice = adviceOf(finding))
            notes.append(*advice);
    }
    return notes;
}

/// A well-known sender does what a client above does: that one's reason stands there.
QList<TextPage::Line> ShortReport::senders(const Inspection &inspection) const
{
    QList<TextPage::Line> lines;
    for (const SenderVerdict &sender : inspection.senders) {
        lines.append({{{sender.name},
                       {m_page.wording().delivery(sender.delivery)},
                       {m_page.wording().senderReason(sender, inspection, Wording::Reason::ByName)}},
                      {}});
    }
    return lines;
}

void ShortReport::problems(const Inspection &inspection)
{
    const QList<TextPage::Note> notes = openProblems(inspection);
    if (notes.isEmpty())
        return;
    m_page.section(m_page.word(QT_TRANSLATE_NOOP("report", "Problems")));
    if (refersTo(m_problems, textsOf({{{}, notes}}), inspection,
                 QT_TRANSLATE_NOOP("report", "The same as with %1.")))
        return;
    for (const TextPage::Note &note : notes)
        m_page.note(note, m_page.indent() + (note.isAdvice ? 2 : 0));
}

/// Servers of one kind say the same, each at another time.
void ShortReport::transcript(const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    if (session.transcript.isEmpty())
        return;
    QStringList said;
    for (const TranscriptEntry &entry : session.transcript)
        said.append(toWire(entry.from) + (entry.tls ? u'+' : u' ') + entryText(entry, m_page.wording()));
    m_page.section(m_page.word(QT_TRANSLATE_NOOP("report", "Transcript")));
    if (!refersTo(m_transcripts, said, inspection,
                  QT_TRANSLATE_NOOP("report", "The same as with %1, but for the times.")))
        m_page.transcript(session);
}

/// What no row above has said: the facts of the certificates, the DNS and the session that need somebody.
QList<TextPage::Note> ShortReport::openProblems(const Inspection &inspection)
{
    QList<Finding> findings;
    for (const Verdict &verdict : inspection.verdicts) {
        // What nobody published or asked for is no problem of the server; its row has said what it lacks.
        const bool isOptional =
            verdict.policy == PolicyId::RequireTls || verdict.policy == PolicyId::DaneOnly;
        if (!isFolded(inspection, verdict) && !isOptional)
            findings += verdict.because;
    }
    if (inspection.chain)
        findings += inspection.chain->problems;
    if (inspection.sts)
        findings += inspection.sts->problems;
    if (inspection.tlsRpt)
        findings += inspection.tlsRpt->problems;
    findings += inspection.evidence.session.remarks + inspection.evidence.remarks;
    QList<TextPage::Note> notes;
    for (const Finding &finding : findings)
        addProblem(notes, finding);
    for (const ConformanceRow &row : inspection.conformance) {
        if (row.standing != Standing::Violated)
            continue;
        const QString text = withArguments(
            m_page.word(QT_TRANSLATE_NOOP("report", "not as %1 asks (%2): %3")),
            {row.clause, m_page.wording().conformanceTitle(row.id), m_page.wording().conformanceText(row)});
        notes.append({text, toneOf(row.standing)});
    }
    return notes;
}

void ShortReport::addProblem(QList<TextPage::Note> &notes, const Finding &finding)
{
    const QString sentence = sentenceAtLine(m_page.wording(), finding);
    if (!isProblem(finding) || m_said.contains(sentence))
        return;
    m_said.insert(sentence);
    notes.append({sentence, toneOf(finding.severity)});
    if (const auto advice = adviceOf(finding))
        notes.append(*advice);
}

std::optional<TextPage::Note> ShortReport::adviceOf(const Finding &finding)
{
    const QString advice = m_page.wording().advice(finding);
    if (advice.isEmpty() || m_said.contains(advice))
        return std::nullopt;
    m_said.insert(advice);
    return TextPage::Note{advice, Tone::Plain, true};
}

} // namespace mailseal
