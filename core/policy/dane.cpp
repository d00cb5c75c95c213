#include "chain/tlsa.h"
#include "policy/dnsfacts.h"
#include "policy/rows.h"
#include "policy/situation.h"
#include "values/bogus.h"

#include <algorithm>

namespace mailseal {

namespace {

QString clause(const char *text) { return QString::fromUtf8(text); }

/// "3 1 1 0123456789abcdef…": enough to tell it from its neighbours.
QString shortly(const TlsaRecord &record)
{
    constexpr qsizetype octets = 8;
    if (record.data.size() <= octets)
        return tlsaText(record);
    TlsaRecord cut = record;
    cut.data.truncate(octets);
    return tlsaText(cut) + u'…';
}

bool counts(const TlsaOutcome &outcome) { return outcome.usable && !outcome.setAside; }

Verdict verdictOf(Standing standing, Delivery delivery, const QList<Finding> &because, const char *source)
{
    Verdict verdict;
    verdict.policy = PolicyId::Dane;
    verdict.standing = standing;
    verdict.delivery = delivery;
    verdict.because = because;
    verdict.source = clause(source);
    return verdict;
}

/// RFC 7672 §2.2: where no secure TLSA record is there, such a sender is an opportunistic one.
Verdict asOpportunistic(const Case &facts, const Finding &why, const char *source)
{
    const Verdict plain = judgeOpportunistic(facts);
    Verdict verdict = verdictOf(Standing::NotApplicable, plain.delivery, {why}, source);
    verdict.because += plain.because;
    return verdict;
}

/// What the DNS said that keeps TLSA records from counting, or from being known; nothing where secure ones
/// are there.
std::optional<Verdict> withoutRecords(const Case &facts)
{
    const DnsTrust trust = trustOf(facts.evidence);
    switch (trust.kind) {
    case DnsTrust::Kind::Secure:
        return std::nullopt;
    case DnsTrust::Kind::NotAsked:
        if (facts.evidence.origin == Origin::Offline)
            return verdictOf(Standing::NotApplicable, Delivery::Unknown, {trust.why}, "RFC 7672 §2.2");
        return verdictOf(Standing::Undetermined, Delivery::Unknown, {trust.why}, "RFC 7672 §2.2");
    case DnsTrust::Kind::NotTold:
        return verdictOf(Standing::Undetermined, Delivery::Unknown, {trust.why}, "RFC 7672 §2.1.1");
    case DnsTrust::Kind::Failed: {
        Verdict verdict =
            verdictOf(Standing::Undetermined, Delivery::Deferred, {trust.why}, "RFC 7672 §2.1.2");
        if (trust.why.code != FindingCode::TlsaLookupFailed &&
            trust.why.code != FindingCode::LookupUnanswered)
            verdict.result = resultType(trust.why.code);
        return verdict;
    }
    case DnsTrust::Kind::None:
    case DnsTrust::Kind::Insecure:
        return asOpportunistic(facts, trust.why, "RFC 7672 §2.2");
    }
    return std::nullopt;
}

Finding unusable(const DaneFacts &dane)
{
    const auto all = dane.records.size();
    const bool none = dane.usable == 0;
    return finding(FindingCode::TlsaUnusable, none ? Severity::Warning : Severity::Notice,
                   {QString::number(all - dane.usable), QString::number(all)});
}

/// RFC 7672 §3.2.3: where there is no DNS-ID the common name has named the host.
std::optional<Finding> byCommonName(const Case &facts)
{
    const CertificateFacts &leaf = facts.chain->sent.constFirst();
    if (!leaf.dnsNames.isEmpty() || leaf.commonNames.isEmpty())
        return std::nullopt;
    const QString &base = facts.evidence.dns->tlsaBase;
    return finding(FindingCode::CnCounts, Severity::Warning,
                   {base.isEmpty() ? facts.evidence.target.host : base, leaf.commonNames.constFirst()});
}

/// The records stand at an alias and not where it leads (RFC 7671 §7): not every sender looks there.
std::optional<Finding> atAlias(const DnsEvidence &dns)
{
    const QString end = dns.addresses ? dns.addresses->canonicalName : QString();
    if (end.isEmpty() || !dns.tlsa || dns.tlsaBase.isEmpty() || dns.tlsaBase == end)
        return std::nullopt;
    return finding(FindingCode::TlsaAtAlias, Severity::Notice, {dns.tlsaBase, end});
}

/// What not every sender copes with.
void appendSenderRemarks(Verdict &verdict, const Case &facts)
{
    constexpr qsizetype most = 12; // Exchange Online in 2024
    const DnsEvidence dns = facts.evidence.dns.value_or(DnsEvidence{});
    if (const auto alias = atAlias(dns))
        verdict.because.append(*alias);
    if (dns.tlsa && dns.tlsa->records.size() > most) {
        verdict.because.append(finding(FindingCode::ManyTlsaRecords, Severity::Notice,
                                       {QString::number(dns.tlsa->records.size())}));
    }
}

void appendRemarks(Verdict &verdict, const DaneFacts &dane, const TlsFacts &tls)
{
    if (dane.usable > 0 && dane.usable < dane.records.size())
        verdict.because.append(unusable(dane));
    verdict.because += handshakeWarnings(tls);
}

/// What keeps usable records from authenticating the server, the deciding fact first.
QList<Finding> mismatches(const DaneFacts &dane)
{
    QList<Finding> found = dane.problems; // an authority that matches: its name or its date decides
    QList<Finding> notSent;
    QList<Finding> aside;
    qsizetype counting = 0;
    for (const TlsaOutcome &outcome : dane.records) {
        counting += counts(outcome) ? 1 : 0;
        if (counts(outcome) && outcome.why == TlsaReason::AuthorityNotSent) {
            notSent.append(finding(FindingCode::TlsaTaNotSent, Severity::Error, {shortly(outcome.record)}));
        }
        if (outcome.setAside && outcome.matches) {
            aside.append(
                finding(FindingCode::TlsaWeakerMatches, Severity::Warning, {shortly(outcome.record)}));
        }
    }
    if (found.isEmpty() && notSent.size() != counting) {
        found.append(finding(FindingCode::TlsaMismatch, Severity::Error, {QString::number(dane.usable)}));
    }
    return found + notSent + aside;
}

Finding matchOf(const Case &facts)
{
    const TlsaOutcome &outcome = facts.dane->records.at(facts.dane->matched.value_or(0));
    const bool isSent = outcome.depth && *outcome.depth < facts.chain->sent.size();
    Finding match =
        finding(FindingCode::TlsaMatch, Severity::Info,
                {shortly(outcome.record), isSent ? facts.chain->sent.at(*outcome.depth).subject : QString()});
    match.depth = outcome.depth;
    return match;
}

/// Secure records and TLS: RFC 7672 §3.
Verdict byRecords(const Case &facts)
{
    const TlsFacts &tls = *facts.evidence.session.tls;
    const DaneFacts dane = facts.dane.value_or(DaneFacts{});
    if (dane.usable == 0 && facts.dane) {
        Verdict verdict = verdictOf(Standing::Satisfied, Delivery::Encrypted,
                                    {unusable(dane), encryptedBy(tls)}, "RFC 7672 §2.2");
        appendEncryptionRemarks(verdict, tls);
        return verdict;
    }
    if (const auto missing = missingCertificate(facts)) {
        Verdict verdict = verdictOf(Standing::Violated, Delivery::Deferred, {*missing}, "RFC 7672 §2.2");
        verdict.result = resultType(missing->code);
        return verdict;
    }
    if (!dane.authenticated) {
        Verdict verdict = verdictOf(Standing::Violated, Delivery::Deferred, mismatches(dane),
                                    dane.problems.isEmpty() ? "RFC 7672 §2.2" : "RFC 7672 §3.1.2");
        if (const auto insecure = unsignedDomain(facts.evidence))
            verdict.because.append(*insecure);
        verdict.result = resultType(verdict.because.constFirst().code);
        appendRemarks(verdict, dane, tls);
        appendSenderRemarks(verdict, facts);
        return verdict;
    }
    const TlsaOutcome &matched = dane.records.at(dane.matched.value_or(0));
    const bool byAuthority = matched.record.usage == 2;
    Verdict verdict = verdictOf(Standing::Satisfied, Delivery::Authenticated, {matchOf(facts)},
                                byAuthority ? "RFC 7672 §3.1.2" : "RFC 7672 §3.1.1");
    if (const auto named = byAuthority ? byCommonName(facts) : std::nullopt)
        verdict.because.append(*named);
    if (const auto insecure = unsignedDomain(facts.evidence)) {
        verdict.delivery = Delivery::Encrypted; // §2.2.1: whoever forges the MX record chooses the server
        verdict.because.append(*insecure);
        verdict.source = clause("RFC 7672 §2.2.1");
    }
    if (byAuthority && !matched.depth)
        verdict.because.append(
            finding(FindingCode::TlsaFromRecord, Severity::Notice, {shortly(matched.record)}));
    appendRemarks(verdict, dane, tls);
    appendSenderRemarks(verdict, facts);
    return verdict;
}

} // namespace

Verdict judgeDane(const Case &facts)
{
    const Evidence &evidence = facts.evidence;
    const bool hasRecords = evidence.dns && evidence.dns->tlsa && !evidence.dns->tlsa->records.isEmpty();
    if (!isRelay(evidence.target.service) && !hasRecords)
        return verdictOf(Standing::NotApplicable, Delivery::Unknown, {notForThisService(evidence)},
                         "RFC 7672 §7");
    const Situation situation = situationOf(evidence);
    if (situation == Situation::NotInspected)
        return withoutTls(PolicyId::Dane, situation, evidence, {});
    if (const auto bogus = bogusWay(evidence)) {
        Verdict verdict = verdictOf(Standing::Undetermined, Delivery::Deferred, {*bogus}, "RFC 7672 §2.1.2");
        verdict.result = resultType(bogus->code);
        return verdict;
    }
    switch (situation) {
    case Situation::Throttled:
    case Situation::Unreachable:
    case Situation::NoSuchHost:
    case Situation::NoUsableReply:
    case Situation::GreetingRefused:
    case Situation::EhloRefused:
    case Situation::RefusedAfterTls:
    case Situation::NullMx:
    case Situation::RefusedHere:
    case Situation::NotInspected:
        return withoutTls(PolicyId::Dane, situation, evidence, {});
    case Situation::TlsUp:
    case Situation::NotOffered:
    case Situation::StarttlsRefused:
    case Situation::HandshakeFailed:
    case Situation::TlsStalled:
        break;
    }
    if (auto verdict = withoutRecords(facts))
        return *verdict;
    if (situation != Situation::TlsUp)
        return withoutTls(PolicyId::Dane, situation, evidence, clause("RFC 7672 §2.2"));
    return byRecords(facts);
}

/// Such a client looks for the records before it connects: what the server says does not matter then.
bool needsNoServer(const Case &facts)
{
    const Situation situation = situationOf(facts.evidence);
    const bool isLookedUp = isRelay(facts.evidence.target.service) && situation != Situation::NullMx &&
                            situation != Situation::NotInspected && situation != Situation::NoSuchHost;
    const DnsTrust::Kind kind = trustOf(facts.evidence).kind;
    return isLookedUp && !bogusWay(facts.evidence) &&
           (kind == DnsTrust::Kind::None || kind == DnsTrust::Kind::Insecure);
}

Verdict judgeDaneOnly(const Case &facts)
{
    Verdict verdict = judgeDane(facts);
    verdict.policy = PolicyId::DaneOnly;
    if (needsNoServer(facts) && verdict.standing != Standing::NotApplicable) {
        verdict.because.prepend(trustOf(facts.evidence).why);
        verdict.standing = Standing::NotApplicable;
    }
    const FindingCode deciding = verdict.because.constFirst().code;
    const bool outOfReach = deciding == FindingCode::NotForThisService || deciding == FindingCode::NullMx ||
                            deciding == FindingCode::TlsaNotLookedUp;
    const bool authenticated = verdict.delivery == Delivery::Authenticated;
    const bool told = verdict.standing == Standing::NotApplicable || verdict.standing == Standing::Satisfied;
    if (outOfReach || authenticated || !told)
        return verdict;
    // RFC 7672 §6: mandatory. What lets dane fall back, or the MX record unproven, is what decides here.
    const auto insecure =
        std::find_if(verdict.because.begin(), verdict.because.end(),
                     [](const Finding &one) { return one.code == FindingCode::DomainUnsigned; });
    if (insecure != verdict.because.end())
        std::rotate(verdict.because.begin(), insecure, insecure + 1);
    verdict.because.first().severity = Severity::Error;
    verdict.standing = Standing::Violated;
    verdict.delivery = Delivery::Deferred;
    verdict.source = clause("RFC 7672 §6");
    verdict.result = resultType(verdict.because.constFirst().code);
    return verdict;
}

} // namespace mailseal
