#include "report/report.h"
#include "values/limits.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/dnswording.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

#include <algorithm>

namespace mailseal {

namespace {

/// How the fetch went: "fetched · HTTP status 200 · text/plain · from 192.0.2.1 · 17 ms".
QString fetchText(const Page &page, const StsFacts &sts, const StsFetch &fetch)
{
    QStringList parts{page.word(fetchWords(sts.fetch))};
    const auto add = [&](const QString &text, const QString &value) {
        if (!value.isEmpty())
            parts.append(withArguments(text, {oneLine(value).left(limits::quotedText)}));
    };
    const QString itself = QStringLiteral("%1");
    if (fetch.status != 0)
        add(page.word(QT_TRANSLATE_NOOP("report", "HTTP status %1")), QString::number(fetch.status));
    add(itself, fetch.contentType);
    add(page.word(QT_TRANSLATE_NOOP("report", "to %1")), fetch.location);
    add(itself, page.wording().reason(fetch.error));
    add(page.word(QT_TRANSLATE_NOOP("report", "from %1")), fetch.address);
    if (fetch.tookMs > 0)
        parts.append(QString::number(fetch.tookMs) + QLatin1StringView(" ms"));
    return parts.join(QStringLiteral(" · "));
}

void addFetch(QList<Page::Fact> &facts, const Page &page, const StsFacts &sts, const StsFetch &fetch)
{
    if (fetch.end == StsFetchEnd::NotTried)
        return;
    facts.append({page.word(QT_TRANSLATE_NOOP("report", "Policy")),
                  {QStringLiteral("https://%1/.well-known/mta-sts.txt").arg(fetch.host), Tone::Plain, true}});
    const bool isOk = sts.fetch == StsFetchEnd::Ok;
    facts.append({page.word(QT_TRANSLATE_NOOP("report", "Fetch")),
                  {fetchText(page, sts, fetch), isOk ? Tone::Good : Tone::Bad}});
    if (!sts.chain || sts.chain->sent.isEmpty())
        return;
    const CertificateFacts &leaf = sts.chain->sent.constFirst();
    facts.append({page.word(QT_TRANSLATE_NOOP("report", "Its host's certificate")),
                  {withArguments(page.word(QT_TRANSLATE_NOOP("report", "%1, valid until %2")),
                                 {leaf.dnsNames.join(QLatin1StringView(", ")), instantText(leaf.notAfter)}),
                   sts.fetch == StsFetchEnd::Certificate ? Tone::Bad : Tone::Good}});
}

void addPolicy(QList<Page::Fact> &facts, const Page &page, const StsFacts &sts)
{
    if (sts.mode)
        facts.append(
            {page.word(QT_TRANSLATE_NOOP("report", "Mode")), {toWire(*sts.mode), Tone::Plain, true}});
    if (sts.maxAge) {
        facts.append({page.word(QT_TRANSLATE_NOOP("report", "Kept for")),
                      {withArguments(page.word(QT_TRANSLATE_NOOP("report", "%1 s")),
                                     {QString::number(*sts.maxAge)})}});
    }
    if (!sts.mx.isEmpty())
        facts.append({page.word(QT_TRANSLATE_NOOP("report", "MX patterns")),
                      {sts.mx.join(QLatin1StringView(", ")), Tone::Plain, true}});
}

/// The rule of the RFC for this host, and the older one of Postfix set-ups that look at the certificate
/// alone.
void addMatches(QList<Page::Fact> &facts, const Page &page, const Inspection &inspection)
{
    const StsFacts &sts = *inspection.sts;
    if (sts.matches) {
        const char *words = *sts.matches ? QT_TRANSLATE_NOOP("report", "%1 matches")
                                         : QT_TRANSLATE_NOOP("report", "%1 matches none of them");
        facts.append({page.word(QT_TRANSLATE_NOOP("report", "This MX host")),
                      {withArguments(page.word(words), {inspection.evidence.target.host}),
                       *sts.matches ? Tone::Good : Tone::Bad}});
    }
    if (sts.matchesAnyPattern) {
        facts.append(
            {page.word(QT_TRANSLATE_NOOP("report", "Older Postfix rule")),
             {page.word(*sts.matchesAnyPattern
                            ? QT_TRANSLATE_NOOP("report", "a name in the certificate matches")
                            : QT_TRANSLATE_NOOP("report", "no name in the certificate matches")),
              *sts.matchesAnyPattern == sts.matches.value_or(*sts.matchesAnyPattern) ? Tone::Plain
                                                                                     : Tone::Warned}});
    }
}

/// RFC 8461 §3.3 and §5.1: what becomes of a message depends on what its sender has cached.
void writeSenders(Page &page, const StsFacts &sts, const Verdict &verdict)
{
    const char *without =
        sts.hasPolicy
            ? QT_TRANSLATE_NOOP("report",
                                "A sender that keeps no policy of this domain fetches this one: %1.")
            : QT_TRANSLATE_NOOP("report", "A sender that keeps no policy of this domain delivers as to one "
                                          "without MTA-STS: %1.");
    page.prose(withArguments(page.word(without), {page.wording().delivery(verdict.delivery)}));
    if (sts.hasPolicy && !sts.id.isEmpty()) {
        page.prose(withArguments(
            page.word(QT_TRANSLATE_NOOP("report",
                                        "A sender that keeps another one looks for this one as soon as "
                                        "it sees the id %1, and before it gives a message up (RFC 8461 "
                                        "section 5.1).")),
            {sts.id}));
    }
    for (const auto code : {FindingCode::StsOlderPolicyCached, FindingCode::StsOlderPolicyDefers}) {
        for (const Finding &finding : verdict.because) {
            if (finding.code == code)
                page.finding(finding);
        }
    }
}

/// The literal text; the lines that have a problem stand out.
void writeLiteral(Page &page, const QByteArray &body, const QList<Finding> &problems)
{
    if (body.isEmpty())
        return;
    QList<QByteArray> lines = body.split('\n');
    if (lines.constLast().isEmpty())
        lines.removeLast(); // the end of the last line is no line of its own
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Line")),
                       page.word(QT_TRANSLATE_NOOP("report", "Text of the policy"))},
                      {},
                      -1};
    const qsizetype shown = qMin(lines.size(), limits::policyLines);
    for (qsizetype index = 0; index < shown; ++index) {
        QByteArray line = lines[index];
        if (line.endsWith('\r'))
            line.chop(1);
        const auto number = static_cast<int>(index) + 1;
        Tone tone = Tone::Plain;
        for (const Finding &problem : problems) {
            if (problem.line == number && tone != Tone::Bad)
                tone = toneOf(problem.severity);
        }
        table.rows.append(
            {{{QString::number(number), tone}, {escapeBytes(line), Tone::Plain, true}}, tone != Tone::Plain});
    }
    page.table(table);
    if (shown < lines.size()) {
        page.prose(withArguments(
            page.word(QT_TRANSLATE_NOOP("report", "%1 more lines; a saved inspection holds them all.")),
            {QString::number(lines.size() - shown)}));
    }
}

} // namespace

void writeSts(Page &page, const Inspection &inspection)
{
    if (!inspection.sts)
        return;
    const StsFacts &sts = *inspection.sts;
    const auto &fetch = inspection.evidence.stsFetch;
    const Verdict *verdict = verdictOf(inspection, PolicyId::MtaSts);
    page.section(QStringLiteral("MTA-STS"));
    QList<Page::Fact> facts;
    if (!sts.id.isEmpty())
        facts.append({page.word(QT_TRANSLATE_NOOP("report", "Record id")), {sts.id, Tone::Plain, true}});
    if (fetch)
        addFetch(facts, page, sts, *fetch);
    addPolicy(facts, page, sts);
    addMatches(facts, page, inspection);
    if (verdict && !verdict->result.isEmpty())
        facts.append(
            {page.word(QT_TRANSLATE_NOOP("report", "Reported as")), {verdict->result, Tone::Plain, true}});
    page.facts(facts);
    if (verdict)
        writeSenders(page, sts, *verdict);
    if (fetch)
        writeLiteral(page, fetch->body, sts.problems);
    for (const Finding &problem : sts.problems)
        page.finding(problem);
}

void writeTlsReports(Page &page, const Inspection &inspection)
{
    if (!inspection.tlsRpt)
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "TLS reports")));
    if (!inspection.tlsRpt->rua.isEmpty())
        page.facts({{page.word(QT_TRANSLATE_NOOP("report", "Sent to")),
                     {inspection.tlsRpt->rua.join(QLatin1StringView(", ")), Tone::Plain, true}}});
    for (const Finding &problem : inspection.tlsRpt->problems)
        page.finding(problem);
}

} // namespace mailseal
