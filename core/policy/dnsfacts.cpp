#include "policy/dnsfacts.h"

#include "policy/situation.h"
#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

namespace {

using Kind = DnsTrust::Kind;

/// The last label of a host name has a letter in it (RFC 3696 §2), an IPv6 address has colons.
bool isAddress(const QString &host)
{
    const QStringView last = QStringView(host).mid(host.lastIndexOf(u'.') + 1);
    return host.contains(u':') ||
           (!last.isEmpty() && std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); }));
}

DnsTrust because(Kind kind, FindingCode code, Severity severity, const QStringList &args)
{
    return {kind, finding(code, severity, args)};
}

/// Signatures that nobody could check are no sign of an attack, nor that there are none.
std::optional<DnsTrust> notTold(const Evidence &evidence, const DnsEvidence &dns)
{
    if (dns.resolverStripsDnssec) {
        return because(Kind::NotTold, FindingCode::ResolverStripsDnssec, Severity::Warning,
                       {evidence.observer.resolver});
    }
    const auto says = [](const QString &name) {
        return because(Kind::NotTold, FindingCode::DnssecNotTold, Severity::Warning, {name});
    };
    // One that gave no answer is another matter: it failed.
    if (dns.mx && dns.mx->dnssec == DnssecState::Unknown && !hasFailed(dns.mx->lookup))
        return says(dns.mx->name);
    if (dns.addresses && !hasFailed(dns.addresses->lookup) &&
        dnssecOf(*dns.addresses, evidence.target.address) == DnssecState::Unknown)
        return says(dns.addresses->name);
    if (dns.tlsa && dns.tlsa->dnssec == DnssecState::Unknown && !hasFailed(dns.tlsa->lookup))
        return says(dns.tlsa->name);
    return std::nullopt;
}

/// RFC 7672 §2.1.2: a lookup without an answer, in front of that of the records. A server that was reached
/// all the same was given by its address.
std::optional<DnsTrust> unanswered(const DnsEvidence &dns)
{
    const auto says = [](const auto &answer, const QString &type) {
        return because(Kind::Failed, FindingCode::LookupUnanswered, Severity::Error,
                       {answer.name, toWire(answer.lookup), type});
    };
    if (dns.mx && hasFailed(dns.mx->lookup))
        return says(*dns.mx, QStringLiteral("MX"));
    if (dns.addresses && hasFailed(dns.addresses->lookup))
        return says(*dns.addresses, QStringLiteral("A"));
    return std::nullopt;
}

/// A bogus answer, or none: nobody can tell whether records count.
template <typename Record>
std::optional<DnsTrust> failureOf(const Answer<Record> &answer)
{
    if (answer.dnssec == DnssecState::Bogus) {
        return because(Kind::Failed, FindingCode::TlsaBogus, Severity::Error, {answer.name, answer.whyBogus});
    }
    switch (answer.lookup) {
    case LookupEnd::Timeout:
    case LookupEnd::ServFail:
    case LookupEnd::Refused:
        return because(Kind::Failed, FindingCode::TlsaLookupFailed, Severity::Error,
                       {answer.name, toWire(answer.lookup)});
    case LookupEnd::Found:
    case LookupEnd::NoData:
    case LookupEnd::NxDomain:
        break;
    }
    return std::nullopt;
}

/// RFC 7672 §2.2.2: a TLSA record counts only where the address lookup is secure, or where nothing but the
/// end of a signed alias is not.
std::optional<DnsTrust> insecureHost(const DnsEvidence &dns, const QString &address)
{
    if (!dns.addresses || dnssecOf(*dns.addresses, address) != DnssecState::Insecure)
        return std::nullopt;
    if (dns.alias) {
        if (auto failed = failureOf(*dns.alias))
            return failed;
        if (dns.alias->lookup == LookupEnd::Found && dns.alias->dnssec == DnssecState::Secure)
            return std::nullopt;
    }
    return because(Kind::Insecure, FindingCode::TlsaInsecure, Severity::Info, {dns.addresses->name});
}

DnsTrust trustOf(const Answer<TlsaRecord> &tlsa)
{
    if (const auto failed = failureOf(tlsa))
        return *failed;
    switch (tlsa.lookup) {
    case LookupEnd::NoData:
    case LookupEnd::NxDomain:
        return because(Kind::None, FindingCode::TlsaNone, Severity::Info, {tlsa.name});
    case LookupEnd::Found:
    case LookupEnd::Timeout:
    case LookupEnd::ServFail:
    case LookupEnd::Refused:
        break;
    }
    if (tlsa.records.isEmpty())
        return because(Kind::None, FindingCode::TlsaNone, Severity::Info, {tlsa.name});
    if (tlsa.dnssec != DnssecState::Secure)
        return because(Kind::Insecure, FindingCode::TlsaInsecure, Severity::Warning, {tlsa.name});
    return {Kind::Secure, {}};
}

} // namespace

DnsTrust trustOf(const Evidence &evidence)
{
    const QString &host = evidence.target.host;
    if (isAddress(host) && !(evidence.dns && evidence.dns->tlsa))
        return because(Kind::None, FindingCode::TlsaNoName, Severity::Info, {host});
    if (!evidence.dns)
        return because(Kind::NotAsked, FindingCode::TlsaNotLookedUp, Severity::Info, {host});
    const DnsEvidence &dns = *evidence.dns;
    if (const auto unknown = notTold(evidence, dns))
        return *unknown;
    if (const auto failed = unanswered(dns))
        return *failed;
    if (const auto insecure = insecureHost(dns, evidence.target.address))
        return *insecure;
    if (!dns.tlsa)
        return because(Kind::NotAsked, FindingCode::TlsaNotLookedUp, Severity::Info, {host});
    return trustOf(*dns.tlsa);
}

std::optional<Finding> insecureMx(const Evidence &evidence)
{
    const bool insecure =
        evidence.dns && evidence.dns->mx && evidence.dns->mx->dnssec == DnssecState::Insecure;
    if (!insecure)
        return std::nullopt;
    return finding(FindingCode::MxInsecure, Severity::Warning,
                   {evidence.target.domain, evidence.target.host});
}

std::optional<Finding> unsignedDomain(const Evidence &evidence)
{
    auto insecure = insecureMx(evidence);
    if (insecure)
        insecure->code = FindingCode::DomainUnsigned;
    return insecure;
}

Finding notForThisService(const Evidence &evidence)
{
    return finding(FindingCode::NotForThisService, Severity::Info, {toWire(evidence.target.service)});
}

} // namespace mailseal
