#include "report/report.h"
#include "wire/escape.h"
#include "wire/recordtext.h"
#include "wire/wire.h"
#include "wording/certificatewording.h"
#include "wording/dnswording.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

using Facts = QList<Page::Fact>;

/// Nothing is said of what is empty.
void add(Facts &facts, const Page &page, const char *label, const QString &value, bool isCode = false)
{
    if (!value.isEmpty())
        facts.append({page.word(label), {value, Tone::Plain, isCode}});
}

void addCode(Facts &facts, const Page &page, const char *label, const QString &value)
{
    add(facts, page, label, value, true);
}

QString milliseconds(const std::optional<qint64> &microseconds)
{
    constexpr qint64 perMillisecond = 1000;
    return microseconds ? QString::number(*microseconds / perMillisecond) + QLatin1StringView(" ms")
                        : QString();
}

QString number(qint64 value) { return QString::number(value); }

void writeCertificate(Page &page, const ChainFacts &chain, qsizetype index)
{
    const CertificateFacts &certificate = chain.sent[index];
    const int depth = static_cast<int>(index);
    page.beginPart(
        withArguments(page.word(QT_TRANSLATE_NOOP("report", "%1. certificate")), {number(index + 1)}));
    Facts facts;
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Subject"), certificate.subject);
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Issuer"), certificate.issuer);
    add(facts, page, QT_TRANSLATE_NOOP("report", "Validity"),
        withArguments(page.word(QT_TRANSLATE_NOOP("report", "%1 to %2")),
                      {instantText(certificate.notBefore), instantText(certificate.notAfter)}));
    add(facts, page, QT_TRANSLATE_NOOP("report", "Key"),
        withArguments(page.word(QT_TRANSLATE_NOOP("report", "%1, %2 bits")),
                      {certificate.keyType, number(certificate.keyBits)}));
    add(facts, page, QT_TRANSLATE_NOOP("report", "Signature"), certificate.signature);
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Serial number"), certificate.serial);
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Names"),
            (certificate.dnsNames + certificate.ipAddresses).join(QLatin1StringView(", ")));
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "SHA-256"), QString::fromLatin1(certificate.sha256));
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "SHA-256 of the key"),
            QString::fromLatin1(certificate.spkiSha256));
    page.facts(facts);
    for (const Finding &problem : chain.problems) {
        if (problem.depth == depth)
            page.finding(problem);
    }
    page.endPart();
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

/// A line for each where both were asked; what GnuTLS misses only where OpenSSL does not say it already.
void writeLibraries(Page &page, const ChainFacts &chain)
{
    if (!chain.gnutls)
        return;
    const Wording::Speech speech = page.wording().speech();
    page.facts({{libraryWords(speech, TlsLibrary::OpenSsl), {trustWords(speech, chain.trusted)}},
                {libraryWords(speech, TlsLibrary::GnuTls, chain.gnutls->version),
                 {trustWords(speech, chain.gnutls->trusted)}}});
    if (!chain.trusted)
        return;
    for (const Finding &problem : chain.gnutls->problems)
        page.finding(problem);
}

void writePath(Page &page, const Inspection &inspection)
{
    const ChainFacts &chain = *inspection.chain;
    Facts facts;
    if (chain.path) {
        QStringList steps;
        for (const QByteArray &sha256 : *chain.path)
            steps.append(pathStep(chain, sha256));
        addCode(facts, page, QT_TRANSLATE_NOOP("report", "Path"), steps.join(QStringLiteral(" → ")));
    } else {
        add(facts, page, QT_TRANSLATE_NOOP("report", "Path"),
            page.word(QT_TRANSLATE_NOOP("report", "no path to a trust anchor could be built")));
    }
    if (chain.anchor) {
        addCode(facts, page, QT_TRANSLATE_NOOP("report", "Anchor"), chain.anchor->subject);
    } else {
        add(facts, page, QT_TRANSLATE_NOOP("report", "Anchor"),
            page.word(QT_TRANSLATE_NOOP("report", "none")));
    }
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Trust store"), inspection.evidence.anchors.label);
    add(facts, page, QT_TRANSLATE_NOOP("report", "Judged as of"), instantText(inspection.judgedAt));
    page.facts(facts);
}

QString capabilityLine(const Capabilities &capabilities, qsizetype index)
{
    return index < capabilities.size() ? escapeBytes(capabilities[index]) : QString();
}

/// Never silent: without a response nobody has looked.
QString stapleText(const Page &page, const TlsFacts &tls, const std::optional<OcspFacts> &ocsp)
{
    if (!ocsp && !tls.isStapleKnown())
        return page.word(QT_TRANSLATE_NOOP("report", "unknown"));
    if (!ocsp)
        return page.word(QT_TRANSLATE_NOOP("report", "none: revocation was not checked"));
    const QString status = page.word(stapleWords(ocsp->status));
    return ocsp->verified ? status : status + QLatin1StringView(": ") + page.wording().reason(ocsp->problem);
}

Facts sessionFacts(const Page &page, const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    const Target &target = evidence.target;
    Facts facts;
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Server"), target.host);
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Address"), endpointText(target.address, target.port));
    if (target.connectedTo != Endpoint{target.address, target.port}) {
        addCode(facts, page, QT_TRANSLATE_NOOP("report", "Connected to"),
                endpointText(target.connectedTo.address, target.connectedTo.port));
    }
    add(facts, page, QT_TRANSLATE_NOOP("report", "Service"),
        page.wording().service(target.service) + QLatin1StringView(", ") +
            page.wording().start(target.start));
    add(facts, page, QT_TRANSLATE_NOOP("report", "Inspected"), instantText(evidence.observedAt));
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "Source address"), evidence.observer.localAddress);
    addCode(facts, page, QT_TRANSLATE_NOOP("report", "EHLO name"), evidence.observer.ehloName);
    add(facts, page, QT_TRANSLATE_NOOP("report", "Connections"), number(evidence.observer.connections));
    if (evidence.observer.proxy)
        add(facts, page, QT_TRANSLATE_NOOP("report", "Proxy"), page.word(QT_TRANSLATE_NOOP("report", "yes")));
    add(facts, page, QT_TRANSLATE_NOOP("report", "Duration"), milliseconds(evidence.session.timings.totalUs));
    add(facts, page, QT_TRANSLATE_NOOP("report", "Acting as"), page.wording().policyName(target.policy));
    add(facts, page, QT_TRANSLATE_NOOP("report", "Outcome"), page.word(endWords(evidence.session.end)));
    if (evidence.session.tls) {
        add(facts, page, QT_TRANSLATE_NOOP("report", "TLS"), tlsText(*evidence.session.tls));
        addCode(facts, page, QT_TRANSLATE_NOOP("report", "Server name (SNI)"),
                evidence.session.tls->serverName);
        add(facts, page, QT_TRANSLATE_NOOP("report", "Stapled OCSP response"),
            stapleText(page, *evidence.session.tls, inspection.ocsp));
    }
    return facts;
}

} // namespace

void writeRemarks(Page &page, const Inspection &inspection)
{
    const QList<Finding> remarks = inspection.evidence.session.remarks + inspection.evidence.remarks;
    if (remarks.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Remarks")));
    for (const Finding &remark : remarks)
        page.finding(remark);
}

void writeSession(Page &page, const Inspection &inspection)
{
    if (inspection.evidence.origin == Origin::Offline)
        return; // there was none
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Session")));
    page.facts(sessionFacts(page, inspection));
}

void writeCertificates(Page &page, const Inspection &inspection)
{
    if (!inspection.chain)
        return;
    const ChainFacts &chain = *inspection.chain;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Certificates as sent")));
    for (qsizetype index = 0; index < chain.sent.size(); ++index)
        writeCertificate(page, chain, index);
    for (const Finding &problem : chain.problems) {
        if (!problem.depth || *problem.depth < 0 || *problem.depth >= chain.sent.size())
            page.finding(problem);
    }
    writePath(page, inspection);
    writeLibraries(page, chain);
}

void writeTlsaProposals(Page &page, const Inspection &inspection)
{
    if (inspection.tlsaProposals.isEmpty())
        return;
    const Target &target = inspection.evidence.target;
    const QString host = target.host.isEmpty() ? QStringLiteral("HOST") : target.host;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "TLSA records that would match")));
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Certificate")),
                       page.word(QT_TRANSLATE_NOOP("report", "Record"))},
                      {},
                      1};
    for (const TlsaProposal &proposal : inspection.tlsaProposals) {
        const QString line = QStringLiteral("_%1._tcp.%2. IN TLSA %3")
                                 .arg(QString::number(target.port), host, recordText(proposal.record));
        const QString which = withArguments(page.word(QT_TRANSLATE_NOOP("report", "%1. certificate")),
                                            {number(proposal.depth + 1)});
        table.rows.append({{{which}, {line, Tone::Plain, true}}, false});
    }
    page.table(table);
}

void writeNames(Page &page, const Inspection &inspection)
{
    if (!inspection.names || inspection.names->checks.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Names")));
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "In the certificate")),
                       page.word(QT_TRANSLATE_NOOP("report", "Looked for")),
                       page.word(QT_TRANSLATE_NOOP("report", "Reason"))},
                      {},
                      -1};
    for (const NameComparison &check : inspection.names->checks) {
        const Tone tone = check.matches ? Tone::Good : Tone::NotApplicable;
        table.rows.append({{{toWire(check.kind) + u':' + check.presented, tone, true},
                            {check.reference, Tone::Plain, true},
                            {page.wording().nameReason(check)}},
                           false});
    }
    page.table(table);
}

void writeConformance(Page &page, const Inspection &inspection)
{
    if (inspection.conformance.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Conformance to RFC 3207")));
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Standing")),
                       page.word(QT_TRANSLATE_NOOP("report", "Check")),
                       page.word(QT_TRANSLATE_NOOP("report", "What was seen")),
                       page.word(QT_TRANSLATE_NOOP("report", "Clause"))},
                      {},
                      2};
    for (const ConformanceRow &row : inspection.conformance) {
        table.rows.append({{{page.wording().standing(row.standing), toneOf(row.standing)},
                            {page.wording().conformanceTitle(row.id)},
                            {page.wording().conformanceText(row)},
                            {row.clause}},
                           false});
    }
    page.table(table);
}

void writeExtensions(Page &page, const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    if (!session.capabilitiesBeforeTls && !session.capabilitiesAfterTls)
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "EHLO lists")));
    const QString missing = page.word(QT_TRANSLATE_NOOP("report", "not asked or not answered"));
    const auto before = session.capabilitiesBeforeTls.value_or(Capabilities{missing.toUtf8()});
    const auto after = session.capabilitiesAfterTls.value_or(Capabilities{missing.toUtf8()});
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "before TLS")),
                       page.word(QT_TRANSLATE_NOOP("report", "inside TLS"))},
                      {},
                      -1};
    for (qsizetype index = 0; index < qMax(before.size(), after.size()); ++index) {
        table.rows.append(
            {{{capabilityLine(before, index), Tone::Plain, session.capabilitiesBeforeTls.has_value()},
              {capabilityLine(after, index), Tone::Plain, session.capabilitiesAfterTls.has_value()}},
             false});
    }
    page.table(table);
}

void writeTranscript(Page &page, const Inspection &inspection)
{
    if (inspection.evidence.session.transcript.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Transcript")));
    page.transcript(inspection.evidence.session);
}

} // namespace mailseal
