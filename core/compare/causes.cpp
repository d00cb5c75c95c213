#include "compare/groups.h"

#include <optional>

namespace mailseal {

namespace {

/// Which rows prove a deciding fact; the depth is the finding's own.
QList<Fact> factsBehind(FindingCode code)
{
    switch (code) {
    case FindingCode::SelfSignedLeaf:
    case FindingCode::UntrustedRoot:
    case FindingCode::IncompleteChain:
    case FindingCode::Expired:
    case FindingCode::NotYetValid:
    case FindingCode::WrongPurpose:
    case FindingCode::InvalidCa:
    case FindingCode::UnreadableCertificate:
    case FindingCode::ChainInvalid:
    case FindingCode::ExpiresSoon:
    case FindingCode::WeakKey:
    case FindingCode::WeakSignature:
    case FindingCode::MisorderedChain:
    case FindingCode::SurplusCertificate:
    case FindingCode::DuplicateCertificate:
    case FindingCode::RootSent:
        return {Fact::ChainProblem};
    case FindingCode::NameMismatch:
    case FindingCode::CnOnly:
    case FindingCode::NoReferenceName:
        return {Fact::NameMatches};
    case FindingCode::PinMatch:
    case FindingCode::PinMismatch:
        return {Fact::Fingerprint, Fact::KeyFingerprint};
    case FindingCode::NoCertificate:
    case FindingCode::AnonymousSuite:
        return {Fact::Chain, Fact::Cipher};
    case FindingCode::LegacyProtocol:
        return {Fact::Protocol};
    case FindingCode::StarttlsNotOffered:
    case FindingCode::StarttlsIntermittent:
    case FindingCode::StarttlsMasked:
    case FindingCode::StarttlsRefused:
    case FindingCode::HandshakeFailed:
    case FindingCode::RefusedAfterTls:
    case FindingCode::Unreachable:
    case FindingCode::GreetingRefused:
    case FindingCode::EhloRefused:
    case FindingCode::NoUsableReply:
    case FindingCode::NotInspected:
    case FindingCode::Throttled:
    case FindingCode::NullMx:
        return {Fact::SessionEnd};
    case FindingCode::VariantDiffers:
        return {Fact::Variant};
    case FindingCode::MxBogus:
        return {Fact::MxLookup};
    case FindingCode::StsNoPolicy:
    case FindingCode::StsSeveralRecords:
    case FindingCode::StsRecordInvalid:
        return {Fact::StsRecord};
    case FindingCode::StsFetchFailed:
        return {Fact::StsFetched};
    case FindingCode::StsLineInvalid:
    case FindingCode::StsPolicyInvalid:
    case FindingCode::StsFieldMissing:
    case FindingCode::StsFieldInvalid:
    case FindingCode::StsMxInvalid:
        return {Fact::StsProblem};
    case FindingCode::StsMxMismatch:
        return {Fact::StsMxMatches};
    case FindingCode::SessionEndedByPolicy:
    case FindingCode::CertificatesNotChecked:
    case FindingCode::Encrypted:
    case FindingCode::ChainAndNameFine:
    case FindingCode::NoPins:
    case FindingCode::RevocationNotChecked:
    case FindingCode::RevocationGood:
    case FindingCode::RevocationUnproved:
    case FindingCode::Revoked:
    case FindingCode::MxInsecure:
    case FindingCode::MxIsAlias:
    case FindingCode::ResolverStripsDnssec:
    case FindingCode::ServersLeftOut:
    case FindingCode::TlsaMatch:
    case FindingCode::TlsaMismatch:
    case FindingCode::TlsaTaNotSent:
    case FindingCode::TlsaWeakerMatches:
    case FindingCode::TlsaUnusable:
    case FindingCode::TlsaNone:
    case FindingCode::TlsaInsecure:
    case FindingCode::TlsaBogus:
    case FindingCode::TlsaLookupFailed:
    case FindingCode::TlsaNotLookedUp:
    case FindingCode::TlsaNoName:
    case FindingCode::AddressBogus:
    case FindingCode::DnssecNotTold:
    case FindingCode::RelayService:
    case FindingCode::CnTakenByOlder:
    case FindingCode::RequireTlsOffered:
    case FindingCode::RequireTlsNotOffered:
    case FindingCode::RequireTlsNotSeen:
    case FindingCode::VariantNotSeen:
    case FindingCode::GreetingSlow:
    case FindingCode::EarlyPlaintext:
    case FindingCode::BareLf:
    case FindingCode::LongLine:
    case FindingCode::ReplyCodeUnusual:
    case FindingCode::ReplyCodesDiffer:
    case FindingCode::UnexpectedReply:
    case FindingCode::HeloOnly:
    case FindingCode::CapabilityCase:
    case FindingCode::EhloNameNotFqdn:
    case FindingCode::Port25BlockedHere:
    case FindingCode::HostDown:
    case FindingCode::NotForThisService:
    case FindingCode::StsInspectDomain:
    case FindingCode::StsNotLookedUp:
    case FindingCode::StsLookupFailed:
    case FindingCode::TxtRecordIgnored:
    case FindingCode::StsOlderPolicyCached:
    case FindingCode::StsOlderPolicyDefers:
    case FindingCode::StsContentType:
    case FindingCode::StsFieldRepeated:
    case FindingCode::StsFieldUnknown:
    case FindingCode::StsMxAddress:
    case FindingCode::StsMxNotAscii:
    case FindingCode::StsMxTrailingDot:
    case FindingCode::StsByteOrderMark:
    case FindingCode::StsBadOctet:
    case FindingCode::StsEmptyLine:
    case FindingCode::StsMaxAgeShort:
    case FindingCode::StsMxMatch:
    case FindingCode::StsAnyPatternDiffers:
    case FindingCode::StsModeTesting:
    case FindingCode::StsModeNone:
    case FindingCode::TlsRptNoRecord:
    case FindingCode::TlsRptSeveralRecords:
    case FindingCode::TlsRptRecordInvalid:
    case FindingCode::TlsRptUriInvalid:
    case FindingCode::Foreign:
        break;
    }
    return {};
}

bool isProofOf(const ComparedRow &row, Fact fact, const Finding &finding)
{
    if (row.topic.fact != fact || row.relation == Relation::Same)
        return false;
    if (fact == Fact::Variant)
        return row.topic.of == RowTopic::Of(QStringLiteral("no-sni")); // the one that a verdict may judge
    if (fact == Fact::ChainProblem)
        return row.topic.of == RowTopic::Of(finding.code) && row.topic.position == finding.depth;
    if (fact == Fact::StsProblem)
        return row.topic.of == RowTopic::Of(finding.code);
    // A pin is compared with the first certificate alone.
    return !row.topic.position || *row.topic.position == finding.depth.value_or(0);
}

void mark(QList<ComparedRows> &groups, const Verdict &worse, Effect effect)
{
    const Finding &finding = worse.because.constFirst();
    const PolicyId policy = worse.policy;
    for (const Fact fact : worse.variant ? QList<Fact>{Fact::Variant} : factsBehind(finding.code)) {
        for (ComparedRows &group : groups) {
            for (ComparedRow &row : group.rows) {
                if (!isProofOf(row, fact, finding) || row.affects.contains(policy))
                    continue;
                row.effect = effect;
                row.affects.append(policy);
            }
        }
    }
}

} // namespace

void markCauses(QList<ComparedRows> &groups)
{
    for (const ComparedRow &row : groups.isEmpty() ? Rows() : Rows(groups.constFirst().rows)) {
        if (row.topic.fact != Fact::VerdictOfPolicy || row.effect == Effect::None)
            continue;
        // What decided the worse verdict is what is missing, or new.
        const auto &worse = std::get<Verdict>(row.effect == Effect::Worse ? row.right : row.left);
        if (!worse.because.isEmpty())
            mark(groups, worse, row.effect);
    }
}

} // namespace mailseal
