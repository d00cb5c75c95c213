#include "inspector/offline.h"

#include "chain/chain.h"
#include "values/domainname.h"

namespace mailseal {

namespace {

/// A-labels of a host name, an address in its canonical form; any other text as it is.
QString hostOf(const QString &typed)
{
    const QString text = typed.trimmed();
    if (const auto address = canonicalAddress(text))
        return *address;
    const auto name = DomainName::parse(text);
    return name ? name->ascii() : text;
}

Target targetOf(const OfflineQuestion &question)
{
    Target target;
    target.input = question.input;
    target.host = hostOf(question.host);
    target.serverName = target.host;
    target.service = question.service.value_or(Service::Smtp);
    target.start = question.service ? startOf(*question.service) : Start::None;
    target.port = defaultPort(target.service);
    target.policy = question.policy.value_or(PolicyId::WebPki);
    target.pins = question.pins;
    return target;
}

/// Given records stand where the DNS would have put them (RFC 7672 §2.2.2).
DnsEvidence dnsOf(const QList<TlsaRecord> &records, const Target &target)
{
    Answer<TlsaRecord> answer;
    answer.name = QStringLiteral("_%1._tcp.%2").arg(target.port).arg(target.host);
    answer.dnssec = DnssecState::Secure;
    answer.lookup = LookupEnd::Found;
    answer.records = records;
    DnsEvidence dns;
    dns.tlsa = answer;
    dns.tlsaBase = target.host;
    return dns;
}

QList<Assumption> assumptionsOf(const OfflineQuestion &question, const Target &target)
{
    QList<Assumption> assumptions;
    if (target.start != Start::Implicit)
        assumptions.append({AssumptionKind::StarttlsOffered, {}});
    assumptions.append({AssumptionKind::Tls13, {}});
    if (!question.tlsa.isEmpty())
        assumptions.append({AssumptionKind::TlsaSecure, {QString::number(question.tlsa.size())}});
    if (question.stsPolicy)
        assumptions.append({AssumptionKind::StsPolicyGiven, {}});
    return assumptions;
}

} // namespace

Evidence offlineEvidence(const OfflineQuestion &question, const QDateTime &at)
{
    Evidence evidence;
    evidence.origin = Origin::Offline;
    evidence.observedAt = at;
    evidence.target = targetOf(question);
    evidence.assumptions = assumptionsOf(question, evidence.target);
    evidence.session.end = EndReason::Offline;
    evidence.session.tls = TlsFacts{};
    evidence.session.sentChain = question.chain;
    if (!question.tlsa.isEmpty())
        evidence.dns = dnsOf(question.tlsa, evidence.target);
    if (question.stsPolicy) {
        StsFetch fetch;
        fetch.end = StsFetchEnd::Ok;
        fetch.body = *question.stsPolicy;
        evidence.stsFetch = fetch;
    }
    return evidence;
}

std::variant<QList<QByteArray>, QString> readChainFile(const QByteArray &content)
{
    PemRead read = readCertificates(content);
    if (!read.error.isEmpty())
        return std::move(read.error);
    return std::move(read.certificates);
}

} // namespace mailseal
