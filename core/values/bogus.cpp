#include "values/bogus.h"

namespace mailseal {

namespace {

Finding alarm(FindingCode code, const QString &name, const QString &why)
{
    return {.code = code, .severity = Severity::Error, .depth = std::nullopt, .args = {name, why}};
}

} // namespace

std::optional<Finding> bogusWay(const Evidence &evidence)
{
    if (!evidence.dns || evidence.dns->resolverStripsDnssec)
        return std::nullopt;
    const auto &mx = evidence.dns->mx;
    if (mx && mx->dnssec == DnssecState::Bogus)
        return alarm(FindingCode::MxBogus, evidence.target.domain, mx->whyBogus);
    const auto &addresses = evidence.dns->addresses;
    if (addresses && dnssecOf(*addresses, evidence.target.address) == DnssecState::Bogus)
        return alarm(FindingCode::AddressBogus, addresses->name, addresses->whyBogus);
    return std::nullopt;
}

std::optional<Finding> bogusAnswer(const Evidence &evidence)
{
    if (auto way = bogusWay(evidence))
        return way;
    if (!evidence.dns || evidence.dns->resolverStripsDnssec)
        return std::nullopt;
    for (const auto &tlsa : {evidence.dns->tlsaAtCanonicalName, evidence.dns->tlsa}) {
        if (tlsa && tlsa->dnssec == DnssecState::Bogus)
            return alarm(FindingCode::TlsaBogus, tlsa->name, tlsa->whyBogus);
    }
    return std::nullopt;
}

} // namespace mailseal
