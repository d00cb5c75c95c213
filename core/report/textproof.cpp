#include "report/textproof.h"

#include "report/escape.h"
#include "report/transcripttext.h"
#include "report/wire.h"
#include "report/wordingtext.h"

namespace mailseal {

namespace {

void addRow(QList<TextPage::Row> &rows, const TextPage &page, const char *label, const QString &value)
{
    if (!value.isEmpty())
        rows.append({{{page.word(label)}, {value}}, {}});
}

void writeFinding(TextPage &page, const Finding &finding, int indent)
{
    const Wording &wording = page.wording();
    const QString text =
        wording.severity(finding.severity) + QLatin1StringView(": ") + wording.finding(finding);
    page.prose(text, indent, toneOf(finding.severity));
    page.prose(wording.advice(finding), indent + 2);
}

QString milliseconds(const std::optional<qint64> &microseconds)
{
    constexpr qint64 perMillisecond = 1000;
    return microseconds ? QString::number(*microseconds / perMillisecond) + QLatin1StringView(" ms")
                        : QString();
}

QString number(qint64 value) { return QString::number(value); }

void writeCertificate(TextPage &page, const ChainFacts &chain, qsizetype index)
{
    const CertificateFacts &facts = chain.sent[index];
    const int depth = static_cast<int>(index);
    page.subsection(fill(page.word(QT_TRANSLATE_NOOP("wording", "%1. certificate")), {number(index + 1)}));
    QList<TextPage::Row> rows;
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Subject"), facts.subject);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Issuer"), facts.issuer);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Validity"),
           fill(page.word(QT_TRANSLATE_NOOP("wording", "%1 to %2")),
                {instantText(facts.notBefore), instantText(facts.notAfter)}));
    addRow(
        rows, page, QT_TRANSLATE_NOOP("wording", "Key"),
        fill(page.word(QT_TRANSLATE_NOOP("wording", "%1, %2 bits")), {facts.keyType, number(facts.keyBits)}));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Signature"), facts.signature);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Serial number"), facts.serial);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Names"),
           (facts.dnsNames + facts.ipAddresses).join(QLatin1StringView(", ")));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "SHA-256"), QString::fromLatin1(facts.sha256));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "SHA-256 of the key"),
           QString::fromLatin1(facts.spkiSha256));
    constexpr int indent = 4;
    page.rows(rows, indent);
    for (const Finding &problem : chain.problems) {
        if (problem.depth == depth)
            writeFinding(page, problem, indent);
    }
}

/// A certificate of the path by its subject, where it was sent or is the anchor; else by its fingerprint.
QString pathStep(const ChainFacts &chain, const QByteArray &sha256)
{
    for (const CertificateFacts &facts : chain.sent) {
        if (facts.sha256 == sha256)
            return facts.subject;
    }
    if (chain.anchor && chain.anchor->sha256 == sha256)
        return chain.anchor->subject;
    return QString::fromLatin1(sha256);
}

void writePath(TextPage &page, const Inspection &inspection)
{
    const ChainFacts &chain = *inspection.chain;
    QList<TextPage::Row> rows;
    if (chain.path) {
        QStringList steps;
        for (const QByteArray &sha256 : *chain.path)
            steps.append(pathStep(chain, sha256));
        addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Path"), steps.join(QStringLiteral(" → ")));
    } else {
        addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Path"),
               page.word(QT_TRANSLATE_NOOP("wording", "no path to a trust anchor could be built")));
    }
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Anchor"),
           chain.anchor ? chain.anchor->subject : page.word(QT_TRANSLATE_NOOP("wording", "none")));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Trust store"), inspection.evidence.anchors.label);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Judged as of"), instantText(inspection.judgedAt));
    page.rows(rows);
}

QString capabilityLine(const Capabilities &capabilities, qsizetype index)
{
    return index < capabilities.size() ? escapeBytes(capabilities[index]) : QString();
}

} // namespace

void writeRemarks(TextPage &page, const Inspection &inspection)
{
    const QList<Finding> remarks = inspection.evidence.session.remarks + inspection.evidence.remarks;
    if (remarks.isEmpty())
        return;
    page.section(QT_TRANSLATE_NOOP("wording", "Remarks"));
    for (const Finding &remark : remarks)
        writeFinding(page, remark, 2);
}

void writeSession(TextPage &page, const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    const Target &target = evidence.target;
    page.section(QT_TRANSLATE_NOOP("wording", "Session"));
    QList<TextPage::Row> rows;
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Server"), target.host);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Address"), endpointText(target.address, target.port));
    if (target.connectedTo != Endpoint{target.address, target.port}) {
        addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Connected to"),
               endpointText(target.connectedTo.address, target.connectedTo.port));
    }
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Service"),
           page.wording().service(target.service) + QLatin1StringView(", ") +
               page.wording().start(target.start));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Inspected"), instantText(evidence.observedAt));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Source address"), evidence.observer.localAddress);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "EHLO name"), evidence.observer.ehloName);
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Connections"), number(evidence.observer.connections));
    if (evidence.observer.proxy) {
        addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Proxy"),
               page.word(QT_TRANSLATE_NOOP("wording", "yes")));
    }
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Duration"),
           milliseconds(evidence.session.timings.totalUs));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Acting as"), page.wording().policyName(target.policy));
    addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Outcome"), page.word(endWords(evidence.session.end)));
    if (evidence.session.tls) {
        addRow(rows, page, QT_TRANSLATE_NOOP("wording", "TLS"), tlsText(*evidence.session.tls));
        addRow(rows, page, QT_TRANSLATE_NOOP("wording", "Server name (SNI)"),
               evidence.session.tls->serverName);
    }
    page.rows(rows);
}

void writeCertificates(TextPage &page, const Inspection &inspection)
{
    if (!inspection.chain)
        return;
    const ChainFacts &chain = *inspection.chain;
    page.section(QT_TRANSLATE_NOOP("wording", "Certificates as sent"));
    for (qsizetype index = 0; index < chain.sent.size(); ++index)
        writeCertificate(page, chain, index);
    for (const Finding &problem : chain.problems) {
        if (!problem.depth || *problem.depth < 0 || *problem.depth >= chain.sent.size())
            writeFinding(page, problem, 2);
    }
    writePath(page, inspection);
}

void writeNames(TextPage &page, const Inspection &inspection)
{
    if (!inspection.names || inspection.names->checks.isEmpty())
        return;
    page.section(QT_TRANSLATE_NOOP("wording", "Names"));
    QList<TextPage::Row> rows;
    for (const NameComparison &check : inspection.names->checks) {
        const Tone tone = check.matches ? Tone::Good : Tone::NotApplicable;
        const QString presented = toWire(check.kind) + u':' + check.presented;
        rows.append({{{presented, tone}, {check.reference}, {page.wording().nameReason(check)}}, {}});
    }
    page.rows(rows);
}

void writeConformance(TextPage &page, const Inspection &inspection)
{
    if (inspection.conformance.isEmpty())
        return;
    page.section(QT_TRANSLATE_NOOP("wording", "Conformance to RFC 3207"));
    QList<TextPage::Row> rows;
    for (const ConformanceRow &row : inspection.conformance) {
        rows.append(
            {{{page.wording().standing(row.standing), toneOf(row.standing)},
              {page.wording().conformanceTitle(row.id) + QLatin1StringView(" (") + row.clause + u')'}},
             page.wording().conformanceText(row)});
    }
    page.rows(rows);
}

void writeExtensions(TextPage &page, const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    if (!session.capabilitiesBeforeTls && !session.capabilitiesAfterTls)
        return;
    page.section(QT_TRANSLATE_NOOP("wording", "EHLO lists"));
    const QString missing = page.word(QT_TRANSLATE_NOOP("wording", "not asked or not answered"));
    const auto before = session.capabilitiesBeforeTls.value_or(Capabilities{missing.toUtf8()});
    const auto after = session.capabilitiesAfterTls.value_or(Capabilities{missing.toUtf8()});
    QList<TextPage::Row> rows{{{{page.word(QT_TRANSLATE_NOOP("wording", "before TLS"))},
                                {page.word(QT_TRANSLATE_NOOP("wording", "inside TLS"))}},
                               {}}};
    for (qsizetype index = 0; index < qMax(before.size(), after.size()); ++index)
        rows.append({{{capabilityLine(before, index)}, {capabilityLine(after, index)}}, {}});
    page.rows(rows);
}

void writeTranscript(TextPage &page, const Inspection &inspection)
{
    if (inspection.evidence.session.transcript.isEmpty())
        return;
    page.section(QT_TRANSLATE_NOOP("wording", "Transcript"));
    for (const QString &line : transcriptLines(inspection.evidence.session))
        page.line(line);
}

} // namespace mailseal
