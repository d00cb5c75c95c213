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
    const auto unknown = [](const auto &answer) { return answer && answer->dnssec == DnssecState::Unknown; };
    const auto says = [](const QString &name) {
        return because(Kind::NotTold, FindingCode::DnssecNotTold, Severity::Warning, {name});
    };
    if (unknown(dns.mx))
        return says(dns.mx->name);
    if (unknown(dns.addresses))
        return says(dns.addresses->name);
    return unknown(dns.tlsa) ? std::optional(says(dns.tlsa->name)) : std::nullopt;
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
std::optional<DnsTrust> insecureHost(const DnsEvidence &dns)
{
    if (!dns.addresses || dns.addresses->dnssec != DnssecState::Insecure)
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
    if (const auto insecure = insecureHost(dns))
        return *insecure;
    if (!dns.tlsa)
        return because(Kind::NotAsked, FindingCode::TlsaNotLookedUp, Severity::Info, {host});
    return trustOf(*dns.tlsa);
}

std::optional<Finding> bogusBeforeTlsa(const Evidence &evidence)
{
    if (!evidence.dns || evidence.dns->resolverStripsDnssec)
        return std::nullopt;
    const auto &mx = evidence.dns->mx;
    if (mx && mx->dnssec == DnssecState::Bogus)
        return finding(FindingCode::MxBogus, Severity::Error, {evidence.target.domain, mx->whyBogus});
    const auto &addresses = evidence.dns->addresses;
    if (addresses && addresses->dnssec == DnssecState::Bogus)
        return finding(FindingCode::AddressBogus, Severity::Error, {addresses->name, addresses->whyBogus});
    return std::nullopt;
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

Finding notForThisService(const Evidence &evidence)
{
    return finding(FindingCode::NotForThisService, Severity::Info, {toWire(evidence.target.service)});
}

} // namespace mailseal
