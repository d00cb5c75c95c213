#include "inspector/assume.h"

#include "chain/chain.h"
#include "chain/tlsa.h"
#include "inspector/inspector.h"
#include "inspector/rejudge.h"
#include "values/limits.h"
#include "wire/wire.h"

namespace mailseal {

namespace {

/// Signed records imply that their zone is signed, the addresses with it. An MX answer of which nobody could
/// tell gets the benefit of the doubt; one that is known to be unsigned or bogus stays what it is.
void assumeTlsa(Evidence &evidence, const QList<TlsaRecord> &records)
{
    const Target &target = evidence.target;
    DnsEvidence dns = evidence.dns.value_or(DnsEvidence{});
    if (dns.tlsaBase.isEmpty())
        dns.tlsaBase = target.host;
    Answer<TlsaRecord> answer;
    answer.name =
        dns.tlsa ? dns.tlsa->name : QStringLiteral("_%1._tcp.%2").arg(target.port).arg(dns.tlsaBase);
    answer.dnssec = DnssecState::Secure;
    answer.lookup = records.isEmpty() ? LookupEnd::NoData : LookupEnd::Found;
    answer.records = records;
    dns.tlsa = answer;
    dns.resolverStripsDnssec = false;
    if (dns.addresses)
        dns.addresses->dnssec = DnssecState::Secure;
    if (dns.addresses)
        dns.addresses->ipv4Dnssec = dns.addresses->ipv6Dnssec = DnssecState::Secure;
    if (dns.mx && dns.mx->dnssec == DnssecState::Unknown)
        dns.mx->dnssec = DnssecState::Secure;
    evidence.dns = dns;
    evidence.assumptions.append({AssumptionKind::TlsaSecure, {QString::number(records.size())}});
}

/// Lines of a zone file put together to records: one that opens a parenthesis goes on (RFC 1035 §5.1).
QStringList recordsIn(QStringView text)
{
    QStringList records;
    QString open;
    for (const QStringView line : text.split(u'\n')) {
        const QStringView plain = line.left(line.indexOf(u';') < 0 ? line.size() : line.indexOf(u';'));
        open += plain.toString() + u' ';
        if (open.count(u'(') > open.count(u')'))
            continue;
        if (!open.trimmed().isEmpty())
            records.append(open.trimmed());
        open.clear();
    }
    if (!open.trimmed().isEmpty())
        records.append(open.trimmed());
    return records;
}

} // namespace

bool canAssumeStsMode(const Inspection &real) { return real.sts && real.sts->hasPolicy; }

std::optional<Inspection> assume(const Inspection &real, const Assumptions &assumed)
{
    if (!canBeJudgedAgain(real))
        return std::nullopt;
    Evidence evidence = real.evidence;
    TrustAnchors anchors = evidence.anchors;
    anchors.store = AnchorStore::Saved;
    const auto say = [&evidence](AssumptionKind kind, const QString &arg) {
        evidence.assumptions.append({kind, {arg}});
    };
    if (assumed.tlsa)
        assumeTlsa(evidence, *assumed.tlsa);
    if (assumed.stsMode && canAssumeStsMode(real))
        say(AssumptionKind::StsMode, toWire(*assumed.stsMode));
    if (assumed.at)
        say(AssumptionKind::AtTime, assumed.at->toUTC().toString(Qt::ISODate));
    for (const QByteArray &root : assumed.roots) {
        if (!anchors.certificates.contains(root))
            anchors.certificates.append(root);
        say(AssumptionKind::ExtraRoot, readCertificate(root).subject);
    }
    if (!assumed.name.isEmpty()) {
        evidence.target.serverName = assumed.name;
        say(AssumptionKind::ReferenceName, assumed.name);
    }
    Inspection hypothetical = judgeEvidence(std::move(evidence), anchors, assumed.at.value_or(real.judgedAt));
    hypothetical.evidence.anchors = anchors;
    return hypothetical;
}

std::variant<QList<TlsaRecord>, TlsaListError> readTlsaList(QStringView text)
{
    QList<TlsaRecord> records;
    int number = 0;
    for (const QString &written : recordsIn(text)) {
        ++number;
        if (number > limits::assumedTlsa)
            return TlsaListError{number, TlsaTextError::TooLong, written};
        const auto read = parseTlsa(written);
        if (const auto *error = std::get_if<TlsaTextError>(&read))
            return TlsaListError{number, *error, written};
        if (const auto &record = std::get<TlsaRecord>(read); !records.contains(record)) // a set (RFC 2181 §5)
            records.append(record);
    }
    return records;
}

std::variant<QList<QByteArray>, QString> readRoots(const QString &pem)
{
    const PemRead read = readCertificates(pem.toUtf8());
    if (!read.error.isEmpty() || read.certificates.isEmpty())
        return read.error;
    return read.certificates;
}

std::optional<TlsaRecord> ownTlsa(const Inspection &real)
{
    const auto &sent = real.evidence.session.sentChain;
    if (!sent || sent->isEmpty())
        return std::nullopt;
    for (const TlsaProposal &proposal : tlsaFor(*sent, real.judgedAt)) {
        if (proposal.depth == 0)
            return proposal.record;
    }
    return std::nullopt;
}

} // namespace mailseal
