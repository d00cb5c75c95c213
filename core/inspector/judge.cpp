#include "inspector/inspector.h"

#include "chain/chain.h"
#include "chain/names.h"
#include "chain/ocsp.h"
#include "chain/tlsa.h"
#include "conformance/checks.h"
#include "inspector/judge.h"
#include "policy/policies.h"
#include "policy/senders.h"
#include "policy/variants.h"

#include <algorithm>
#include <utility>

namespace mailseal {

namespace {

/// Every name that some client compares, the host's first (docs/judgement.md "Names and SNI").
QList<ReferenceName> referencesOf(const Evidence &evidence)
{
    const Target &target = evidence.target;
    const DnsEvidence dns = evidence.dns.value_or(DnsEvidence{});
    const bool isMxSecure = dns.mx && dns.mx->dnssec == DnssecState::Secure;
    QList<ReferenceName> references;
    const auto add = [&](const QString &name, NameSource source, bool dnssec) {
        const bool isKnown = std::any_of(references.begin(), references.end(),
                                         [&](const ReferenceName &known) { return known.name == name; });
        if (!name.isEmpty() && !isKnown)
            references.append({name, source, dnssec});
    };
    const bool isMx = !target.domain.isEmpty() && target.serverName == target.host;
    add(target.serverName, isMx ? NameSource::Mx : NameSource::Typed, isMx && isMxSecure);
    add(target.domain, NameSource::NextHop, isMxSecure);
    const bool isBaseSecure =
        dns.tlsa && dns.tlsa->dnssec == DnssecState::Secure && dns.tlsa->lookup == LookupEnd::Found;
    if (isBaseSecure)
        add(dns.tlsaBase, NameSource::TlsaBase, true);
    return references;
}

} // namespace

void judgeNames(Inspection &inspection)
{
    inspection.names.reset();
    if (!inspection.chain || inspection.chain->sent.isEmpty())
        return;
    const auto references = referencesOf(inspection.evidence);
    if (!references.isEmpty())
        inspection.names = checkNames(inspection.chain->sent.constFirst(), references);
}

void judgeChain(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at)
{
    auto &evidence = inspection.evidence;
    inspection.judgedAt = at;
    inspection.chain.reset();
    inspection.names.reset();
    inspection.ocsp.reset();
    evidence.anchors = {anchors.store, anchors.label, {}};
    const auto &sent = evidence.session.sentChain;
    if (!sent || sent->isEmpty())
        return;
    const auto &tls = evidence.session.tls;
    const bool isStapleKnown = tls && tls->isStapleKnown();
    auto analysis = analyseChain(*sent, anchors, at,
                                 isStapleKnown ? std::optional(!tls->ocspStaple.isEmpty()) : std::nullopt);
    evidence.anchors.certificates = std::move(analysis.usedAnchors);
    if (tls && !tls->ocspStaple.isEmpty())
        inspection.ocsp = judgeStaple(tls->ocspStaple, *sent, evidence.anchors.certificates, anchors, at);
    inspection.chain = std::move(analysis.chain);
    judgeNames(inspection);
}

void judgeDane(Inspection &inspection, const QDateTime &at)
{
    const Evidence &evidence = inspection.evidence;
    inspection.dane.reset();
    if (!evidence.dns || !evidence.dns->tlsa || evidence.dns->tlsa->records.isEmpty())
        return;
    const DnsEvidence &dns = *evidence.dns;
    // RFC 7672 §3.2.2: the base domain, and the next hop where DNSSEC vouches for the way from it.
    QStringList names{dns.tlsaBase.isEmpty() ? evidence.target.host : dns.tlsaBase};
    if (dns.mx && dns.mx->dnssec == DnssecState::Secure && !evidence.target.domain.isEmpty())
        names.append(evidence.target.domain);
    names.removeAll(QString());
    const auto sent = evidence.session.sentChain.value_or(QList<QByteArray>{});
    inspection.dane = matchTlsa(dns.tlsa->records, sent, names, at);
}

void judgeVariants(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at)
{
    inspection.variants.clear();
    auto &used = inspection.evidence.anchors.certificates;
    for (const VariantEvidence &variant : std::as_const(inspection.evidence.variants)) {
        Inspection one;
        one.evidence = evidenceOf(inspection.evidence, variant);
        judgeChain(one, anchors, at);
        judgeDane(one, at);
        for (const QByteArray &anchor : std::as_const(one.evidence.anchors.certificates)) {
            if (!used.contains(anchor))
                used.append(anchor);
        }
        inspection.variants.append({one.chain, one.names, one.dane, one.ocsp});
    }
}

void judgeVerdicts(Inspection &inspection)
{
    judgeDane(inspection, inspection.judgedAt);
    inspection.verdicts = judgeAsShown(inspection);
    inspection.senders = judgeSenders(inspection.verdicts, inspection.evidence, judgeByGnuTls(inspection));
    inspection.conformance = checkConformance(inspection.evidence);
}

bool isChainJudged(const Inspection &inspection)
{
    const auto &sent = inspection.evidence.session.sentChain;
    if (!inspection.chain || !sent)
        return false;
    return std::equal(sent->begin(), sent->end(), inspection.chain->sent.begin(),
                      inspection.chain->sent.end(),
                      [](const QByteArray &der, const CertificateFacts &facts) { return der == facts.der; });
}

void judgeAtTheEnd(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at)
{
    if (isChainJudged(inspection))
        judgeNames(inspection); // the DNS may have said more since the handshake
    else
        judgeChain(inspection, anchors, at);
    judgeDomain(inspection, anchors, inspection.judgedAt);
    judgeVariants(inspection, anchors, inspection.judgedAt);
    judgeVerdicts(inspection);
}

bool goesOnAfterHandshake(Inspection &inspection, const TrustAnchors &anchors, const QDateTime &at)
{
    judgeChain(inspection, anchors, at);
    judgeDomain(inspection, anchors, at);
    judgeDane(inspection, at);
    Evidence soFar = inspection.evidence;
    soFar.session.end = EndReason::Completed; // nothing has ended it yet
    // Behind a bogus answer we look on as a sender without validation does.
    return goesOn(judgeSeen(soFar.target.policy, {soFar, inspection.chain, inspection.names, inspection.dane,
                                                  inspection.sts, inspection.ocsp}));
}

Inspection judgeEvidence(Evidence evidence, const TrustAnchors &anchors, const QDateTime &at)
{
    Inspection inspection;
    inspection.evidence = std::move(evidence);
    judgeChain(inspection, anchors, at);
    judgeDomain(inspection, anchors, at);
    judgeVariants(inspection, anchors, at);
    judgeVerdicts(inspection);
    if (const auto &sent = inspection.evidence.session.sentChain;
        inspection.evidence.origin == Origin::Offline && sent) {
        const auto &problems = inspection.chain ? inspection.chain->problems : QList<Finding>{};
        const bool isOwnFirst = std::none_of(problems.begin(), problems.end(), [](const Finding &problem) {
            return problem.code == FindingCode::CaFirst; // records for that one would match nothing later
        });
        if (isOwnFirst)
            inspection.tlsaProposals = tlsaFor(*sent, at);
    }
    return inspection;
}

} // namespace mailseal
