#include "redact/redact.h"

#include "redact/pseudonyms.h"
#include "redact/redactdns.h"
#include "redact/redactsts.h"

#include <algorithm>

namespace mailseal {

namespace {

/// "CN=mx.example.org,O=…"
bool isDistinguishedName(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return false;
    const QString attribute = text.left(equals);
    return std::all_of(attribute.begin(), attribute.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c == u'.'; });
}

class Redaction
{
public:
    /// Learns the words that only their place tells to be names, before anything is replaced.
    void learn(const Inspection &inspection);
    void apply(Inspection &inspection);

private:
    void learnHost(const QString &host);
    void learnChain(const ChainFacts &chain);
    void apply(Target &target);
    void apply(Observer &observer);
    void apply(SessionFacts &session);
    void apply(std::optional<Reply> &reply);
    void apply(std::optional<Capabilities> &lines);
    void apply(CertificateFacts &certificate);
    void apply(ChainFacts &chain);
    void apply(NameCheck &names);
    void apply(QList<Finding> &findings);
    void apply(VariantEvidence &variant);
    void apply(VariantFacts &variant);
    void apply(QList<Verdict> &verdicts);
    void applyToPolicy(Inspection &inspection);

    Pseudonyms m_names;
};

void Redaction::learnHost(const QString &host)
{
    if (!host.isEmpty() && !host.contains(u'.') && !host.contains(u':') && !host.startsWith(u'['))
        m_names.know(host, m_names.host(host));
}

void Redaction::learn(const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    for (const QString &host : {evidence.target.host, evidence.target.domain, evidence.target.serverName,
                                evidence.observer.ehloName})
        learnHost(host);
    if (inspection.chain)
        learnChain(*inspection.chain);
    for (const VariantFacts &variant : inspection.variants) {
        if (variant.chain)
            learnChain(*variant.chain);
    }
}

void Redaction::learnChain(const ChainFacts &chain)
{
    for (const CertificateFacts &certificate : chain.sent) {
        m_names.distinguishedName(certificate.subject);
        m_names.distinguishedName(certificate.issuer);
        for (const QString &name : certificate.commonNames)
            m_names.value(QStringLiteral("CN"), name);
        for (const QString &name : certificate.dnsNames)
            learnHost(name);
    }
}

void Redaction::apply(Target &target)
{
    target.input = m_names.text(target.input);
    target.domain = m_names.hostOrAddress(target.domain);
    target.host = m_names.hostOrAddress(target.host);
    target.address = m_names.address(target.address);
    target.serverName = m_names.hostOrAddress(target.serverName);
    for (QByteArray &pin : target.pins)
        pin = m_names.fingerprint(pin);
    target.connectedTo.address = m_names.address(target.connectedTo.address);
}

void Redaction::apply(Observer &observer)
{
    observer.localAddress = m_names.address(observer.localAddress);
    observer.ehloName = m_names.text(observer.ehloName); // an address literal in brackets, or a name
    observer.resolver = m_names.text(observer.resolver);
}

void Redaction::apply(std::optional<Reply> &reply)
{
    if (reply)
        reply->text = m_names.bytes(reply->text);
}

void Redaction::apply(std::optional<Capabilities> &lines)
{
    if (!lines)
        return;
    for (QByteArray &line : *lines)
        line = m_names.bytes(line);
}

void Redaction::apply(SessionFacts &session)
{
    apply(session.endReply);
    apply(session.greeting);
    apply(session.ehloAfterTlsReply);
    session.endText = m_names.text(session.endText);
    if (session.handshake)
        session.handshake->error = m_names.text(session.handshake->error);
    for (TranscriptEntry &entry : session.transcript) {
        entry.text = m_names.bytes(entry.text);
        if (!entry.note)
            continue;
        for (QString &arg : entry.note->args)
            arg = m_names.text(arg);
    }
    apply(session.capabilitiesBeforeTls);
    apply(session.capabilitiesAfterTls);
    if (session.earlyPlaintext)
        session.earlyPlaintext->text = m_names.bytes(session.earlyPlaintext->text);
    if (session.tls) {
        session.tls->serverName = m_names.hostOrAddress(session.tls->serverName);
        session.tls->ocspStaple.clear(); // it holds the responder's certificate and the leaf's serial number
    }
    if (session.sentChain) {
        for (QByteArray &der : *session.sentChain)
            der.clear();
    }
    session.localAddress = m_names.address(session.localAddress);
    apply(session.remarks);
}

void Redaction::apply(CertificateFacts &certificate)
{
    certificate.subject = m_names.distinguishedName(certificate.subject);
    certificate.issuer = m_names.distinguishedName(certificate.issuer);
    certificate.serial = m_names.serialNumber(certificate.serial);
    for (QString &name : certificate.commonNames)
        name = m_names.value(QStringLiteral("CN"), name);
    for (QString &name : certificate.dnsNames)
        name = m_names.host(name);
    for (QString &address : certificate.ipAddresses)
        address = m_names.address(address);
    certificate.sha256 = m_names.fingerprint(certificate.sha256);
    certificate.spkiSha256 = m_names.fingerprint(certificate.spkiSha256);
    certificate.der.clear();
}

void Redaction::apply(ChainFacts &chain)
{
    for (CertificateFacts &certificate : chain.sent)
        apply(certificate);
    if (chain.anchor)
        apply(*chain.anchor);
    if (chain.path) {
        for (QByteArray &fingerprint : *chain.path)
            fingerprint = m_names.fingerprint(fingerprint);
    }
    apply(chain.problems);
}

void Redaction::apply(NameCheck &names)
{
    for (ReferenceName &reference : names.reference)
        reference.name = m_names.hostOrAddress(reference.name);
    if (const qsizetype colon = names.matchedBy.indexOf(u':'); colon > 0) { // "DNS:*.example.org"
        const QString presented = names.matchedBy.mid(colon + 1);
        names.matchedBy = names.matchedBy.left(colon + 1) + m_names.hostOrAddress(presented);
    }
    for (NameComparison &check : names.checks) {
        check.reference = m_names.hostOrAddress(check.reference);
        switch (check.kind) {
        case PresentedKind::Dns:
            check.presented = m_names.host(check.presented);
            break;
        case PresentedKind::Ip:
            check.presented = m_names.address(check.presented);
            break;
        case PresentedKind::CommonName:
            check.presented = m_names.value(QStringLiteral("CN"), check.presented);
            break;
        }
    }
}

void Redaction::apply(QList<Finding> &findings)
{
    for (Finding &finding : findings) {
        for (QString &arg : finding.args)
            arg = isDistinguishedName(arg) ? m_names.distinguishedName(arg) : m_names.text(arg);
    }
}

void Redaction::apply(VariantEvidence &variant)
{
    variant.handshake.error = m_names.text(variant.handshake.error);
    if (variant.tls) {
        variant.tls->serverName = m_names.hostOrAddress(variant.tls->serverName);
        variant.tls->ocspStaple.clear();
    }
    for (QByteArray &der : variant.sentChain)
        der.clear();
}

void Redaction::apply(VariantFacts &variant)
{
    if (variant.chain)
        apply(*variant.chain);
    if (variant.names)
        apply(*variant.names);
    if (variant.dane) {
        redactRecords(*variant.dane, m_names);
        apply(variant.dane->problems);
    }
}

void Redaction::apply(QList<Verdict> &verdicts)
{
    for (Verdict &verdict : verdicts)
        apply(verdict.because);
}

void Redaction::applyToPolicy(Inspection &inspection)
{
    if (auto &fetch = inspection.evidence.stsFetch)
        redactFetch(*fetch, m_names);
    if (auto &sts = inspection.sts) {
        redactSts(*sts, m_names);
        apply(sts->problems);
        if (sts->chain)
            apply(*sts->chain);
    }
    if (auto &tlsRpt = inspection.tlsRpt) {
        redactTlsRpt(*tlsRpt, m_names);
        apply(tlsRpt->problems);
    }
}

void Redaction::apply(Inspection &inspection)
{
    Evidence &evidence = inspection.evidence;
    apply(evidence.target);
    if (evidence.origin == Origin::Offline)
        evidence.target.input = QStringLiteral("certificate.pem"); // a path tells of people and machines
    for (Assumption &assumption : evidence.assumptions) {
        for (QString &arg : assumption.args)
            arg = m_names.text(arg);
    }
    inspection.tlsaProposals.clear(); // they are the certificate's own digests
    apply(evidence.observer);
    apply(evidence.session);
    if (evidence.dns)
        redactDns(*evidence.dns, m_names);
    if (inspection.dane) {
        redactRecords(*inspection.dane, m_names);
        apply(inspection.dane->problems);
    }
    applyToPolicy(inspection);
    apply(evidence.remarks);
    if (evidence.anchors.store != AnchorStore::System)
        evidence.anchors.label = QStringLiteral("anchors.pem"); // as does this one
    evidence.anchors.certificates.clear();
    evidence.redacted = true;
    if (inspection.chain)
        apply(*inspection.chain);
    if (inspection.names)
        apply(*inspection.names);
    for (VariantEvidence &variant : evidence.variants)
        apply(variant);
    for (VariantFacts &variant : inspection.variants)
        apply(variant);
    inspection.foreign.clear();
    apply(inspection.verdicts);
    for (ConformanceRow &row : inspection.conformance) {
        for (QString &arg : row.args)
            arg = m_names.text(arg);
    }
    if (inspection.rejudged) {
        for (VerdictChange &change : inspection.rejudged->changes) {
            if (change.then)
                apply(change.then->because);
        }
    }
}

} // namespace

QList<Inspection> redact(const QList<Inspection> &inspections)
{
    Redaction redaction;
    for (const Inspection &inspection : inspections)
        redaction.learn(inspection);
    QList<Inspection> redacted = inspections;
    for (Inspection &inspection : redacted)
        redaction.apply(inspection);
    return redacted;
}

Inspection redact(const Inspection &inspection) { return redact(QList{inspection}).constFirst(); }

} // namespace mailseal
