#include "policy/rows.h"
#include "policy/situation.h"
#include "wire/reasonwire.h"
#include "wire/wire.h"

namespace mailseal {

namespace {

bool isLegacy(TlsProtocol protocol)
{
    return protocol == TlsProtocol::TlsV1_0 || protocol == TlsProtocol::TlsV1_1; // RFC 8996
}

/// "DH-1024": a group of the server's own; named ones have 2,048 bits and more (RFC 7919).
bool isWeakGroup(const QString &keyExchange)
{
    constexpr int acceptableBits = 2048;
    constexpr QLatin1StringView own("DH-");
    bool isNumber = false;
    const int bits = keyExchange.mid(own.size()).toInt(&isNumber);
    return keyExchange.startsWith(own) && isNumber && bits < acceptableBits;
}

} // namespace

Finding encryptedBy(const TlsFacts &tls)
{
    return finding(FindingCode::Encrypted, Severity::Info, {toWire(tls.protocol), tls.cipher});
}

Finding revocationRemark(const std::optional<OcspFacts> &ocsp)
{
    if (!ocsp)
        return finding(FindingCode::RevocationNotChecked, Severity::Info);
    if (!ocsp->verified)
        return finding(FindingCode::RevocationUnproved, Severity::Warning, {ocsp->problem});
    switch (ocsp->status) {
    case OcspStatus::Good:
        return finding(FindingCode::RevocationGood, Severity::Info, {ocsp->producedAt.toString(Qt::ISODate)});
    case OcspStatus::Revoked:
        return finding(FindingCode::Revoked, Severity::Error, {ocsp->revokedAt.toString(Qt::ISODate)});
    case OcspStatus::Unknown:
    case OcspStatus::Unreadable:
        break;
    }
    return finding(FindingCode::RevocationUnproved, Severity::Warning,
                   {toWire(ReasonCode::StapleStatusUnknown)});
}

std::optional<Finding> legacyProtocol(const TlsFacts &tls)
{
    if (!isLegacy(tls.protocol))
        return std::nullopt;
    return finding(FindingCode::LegacyProtocol, Severity::Warning, {toWire(tls.protocol)});
}

QList<Finding> handshakeWarnings(const TlsFacts &tls)
{
    QList<Finding> warnings;
    if (const auto legacy = legacyProtocol(tls))
        warnings.append(*legacy);
    if (isWeakGroup(tls.keyExchange))
        warnings.append(finding(FindingCode::WeakKeyExchange, Severity::Warning, {tls.keyExchange}));
    if (tls.signature.endsWith(QLatin1StringView("sha1"))) // RFC 9155 §3
        warnings.append(finding(FindingCode::WeakHandshakeSignature, Severity::Warning, {tls.signature}));
    return warnings;
}

std::optional<Finding> missingCertificate(const Case &facts)
{
    if (facts.evidence.session.tls && facts.evidence.session.tls->anonymous)
        return finding(FindingCode::AnonymousSuite, Severity::Error, {facts.evidence.session.tls->cipher});
    if (!facts.chain || facts.chain->sent.isEmpty())
        return finding(FindingCode::NoCertificate, Severity::Error);
    return std::nullopt;
}

void appendEncryptionRemarks(Verdict &verdict, const TlsFacts &tls)
{
    if (tls.anonymous)
        verdict.because.append(finding(FindingCode::AnonymousSuite, Severity::Notice, {tls.cipher}));
    verdict.because += handshakeWarnings(tls);
}

QString resultType(FindingCode deciding)
{
    // One line a code would hide the few that matter; every other failure is RFC 8460 §4.3.3's general one.
    const auto isAnyOf = [deciding](auto... codes) { return ((deciding == codes) || ...); };
    if (isAnyOf(FindingCode::StarttlsNotOffered, FindingCode::StarttlsMasked, FindingCode::StarttlsRefused))
        return QStringLiteral("starttls-not-supported");
    if (isAnyOf(FindingCode::Expired, FindingCode::IssuerExpired, FindingCode::NotYetValid))
        return QStringLiteral("certificate-expired");
    if (isAnyOf(FindingCode::NameMismatch, FindingCode::CnOnly, FindingCode::NoReferenceName,
                FindingCode::WildcardTopLevel, FindingCode::AddressNotCompared))
        return QStringLiteral("certificate-host-mismatch");
    if (isAnyOf(FindingCode::SelfSignedLeaf, FindingCode::UntrustedRoot, FindingCode::IncompleteChain,
                FindingCode::WrongPurpose, FindingCode::InvalidCa, FindingCode::ChainInvalid,
                FindingCode::UnreadableCertificate, FindingCode::WildcardExcluded, FindingCode::CaFirst,
                FindingCode::UnknownIssuer, FindingCode::IssuerKeyIdDiffers, FindingCode::IssuerNameDiffers,
                FindingCode::IssuerKeyDiffers, FindingCode::PathMissed, FindingCode::NameExcluded,
                FindingCode::NameNotPermitted, FindingCode::CriticalExtension, FindingCode::AnchorExpired,
                FindingCode::GnuTlsNoIssuer, FindingCode::GnuTlsRefuses))
        return QStringLiteral("certificate-not-trusted");
    if (isAnyOf(FindingCode::TlsaMismatch, FindingCode::TlsaTaNotSent, FindingCode::TlsaUnusable))
        return QStringLiteral("tlsa-invalid");
    if (isAnyOf(FindingCode::TlsaBogus, FindingCode::MxBogus, FindingCode::AddressBogus))
        return QStringLiteral("dnssec-invalid");
    if (isAnyOf(FindingCode::TlsaNone, FindingCode::TlsaInsecure, FindingCode::TlsaNoName,
                FindingCode::MxInsecure, FindingCode::DomainUnsigned))
        return QStringLiteral("dane-required"); // of dane-only alone: RFC 7672 §6
    return QStringLiteral("validation-failure");
}

} // namespace mailseal
