#include "models/proofs.h"

#include "models/dnsplaces.h"
#include "models/transcriptplaces.h"

#include <QCoreApplication>

namespace mailseal {

namespace {

struct ProofText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ProofText)
};

Proof certificate(const Finding &finding) { return {Proof::Page::Certificates, finding.depth.value_or(0)}; }

Proof dns(DnsPlace place, int row = 0) { return {Proof::Page::Dns, indexOf({place, row})}; }

Proof line(int index) { return {Proof::Page::Transcript, index}; }

/// The last clear-text line before the handshake; where none was begun, the last word of the server.
Proof handshakeLine(const SessionFacts &session)
{
    const int at = places::handshake(session);
    return line(at < 0 ? places::lastReply(session.transcript)
                       : qMin(qMax(at - 1, 0), places::last(session.transcript)));
}

Proof firstMatch(const Inspection &inspection)
{
    if (inspection.names) {
        const QList<NameComparison> &checks = inspection.names->checks;
        for (qsizetype i = 0; i < checks.size(); ++i) {
            if (checks.at(i).matches)
                return {Proof::Page::Names, static_cast<int>(i)};
        }
    }
    return {Proof::Page::Names, -1};
}

} // namespace

Proof proofOf(const Finding &finding, const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    switch (finding.code) {
    case FindingCode::SessionEndedByPolicy:
    case FindingCode::Unreachable:
    case FindingCode::NoUsableReply:
    case FindingCode::NotInspected:
    case FindingCode::Port25BlockedHere:
    case FindingCode::HostDown:
    case FindingCode::BareLf:
    case FindingCode::LongLine:
    case FindingCode::Foreign:
        return line(places::last(session.transcript));
    case FindingCode::CertificatesNotChecked:
    case FindingCode::Encrypted:
    case FindingCode::HandshakeFailed:
    case FindingCode::AnonymousSuite:
    case FindingCode::LegacyProtocol:
        return handshakeLine(session);
    case FindingCode::ChainAndNameFine:
    case FindingCode::PinMatch:
    case FindingCode::SelfSignedLeaf:
    case FindingCode::UntrustedRoot:
    case FindingCode::IncompleteChain:
    case FindingCode::Expired:
    case FindingCode::NotYetValid:
    case FindingCode::ExpiresSoon:
    case FindingCode::WeakKey:
    case FindingCode::WeakSignature:
    case FindingCode::MisorderedChain:
    case FindingCode::SurplusCertificate:
    case FindingCode::DuplicateCertificate:
    case FindingCode::RootSent:
    case FindingCode::WrongPurpose:
    case FindingCode::InvalidCa:
    case FindingCode::UnreadableCertificate:
    case FindingCode::ChainInvalid:
    case FindingCode::NoCertificate:
    case FindingCode::PinMismatch:
    case FindingCode::VariantDiffers:
    case FindingCode::RevocationNotChecked:
    case FindingCode::RevocationGood:
    case FindingCode::RevocationUnproved:
    case FindingCode::Revoked:
        return certificate(finding);
    case FindingCode::NoPins:
    case FindingCode::NotForThisService:
        return {};
    case FindingCode::MxInsecure:
    case FindingCode::MxBogus:
    case FindingCode::NullMx:
    case FindingCode::ServersLeftOut:
        return dns(DnsPlace::Mx);
    case FindingCode::MxIsAlias:
        return dns(DnsPlace::Addresses);
    case FindingCode::ResolverStripsDnssec:
    case FindingCode::StsInspectDomain:
    case FindingCode::StsNotLookedUp:
        return {Proof::Page::Dns, -1};
    case FindingCode::StsLookupFailed:
    case FindingCode::TxtRecordIgnored:
        return dns(finding.args.value(0).startsWith(QLatin1StringView("_smtp._tls")) ? DnsPlace::TlsRpt
                                                                                     : DnsPlace::StsRecord);
    case FindingCode::StsNoPolicy:
    case FindingCode::StsSeveralRecords:
    case FindingCode::StsRecordInvalid:
        return dns(DnsPlace::StsRecord);
    case FindingCode::StsOlderPolicyCached:
    case FindingCode::StsOlderPolicyDefers:
    case FindingCode::StsFetchFailed:
    case FindingCode::StsContentType:
    case FindingCode::StsLineInvalid:
    case FindingCode::StsPolicyInvalid:
    case FindingCode::StsFieldMissing:
    case FindingCode::StsFieldInvalid:
    case FindingCode::StsFieldRepeated:
    case FindingCode::StsFieldUnknown:
    case FindingCode::StsMxInvalid:
    case FindingCode::StsMxAddress:
    case FindingCode::StsMxNotAscii:
    case FindingCode::StsMxTrailingDot:
    case FindingCode::StsByteOrderMark:
    case FindingCode::StsBadOctet:
    case FindingCode::StsEmptyLine:
    case FindingCode::StsMaxAgeShort:
    case FindingCode::StsMxMatch:
    case FindingCode::StsMxMismatch:
    case FindingCode::StsAnyPatternDiffers:
    case FindingCode::StsModeTesting:
    case FindingCode::StsModeNone:
        return dns(DnsPlace::StsPolicy, finding.line.value_or(0));
    case FindingCode::TlsRptNoRecord:
    case FindingCode::TlsRptSeveralRecords:
    case FindingCode::TlsRptRecordInvalid:
    case FindingCode::TlsRptUriInvalid:
        return dns(DnsPlace::TlsRpt);
    case FindingCode::AddressBogus:
    case FindingCode::DnssecNotTold:
        return dns(DnsPlace::Addresses);
    case FindingCode::TlsaMatch:
    case FindingCode::TlsaMismatch:
    case FindingCode::TlsaTaNotSent:
    case FindingCode::TlsaWeakerMatches:
    case FindingCode::TlsaUnusable:
    case FindingCode::TlsaNone:
    case FindingCode::TlsaInsecure:
    case FindingCode::TlsaBogus:
    case FindingCode::TlsaLookupFailed:
        return dns(DnsPlace::Tlsa);
    case FindingCode::TlsaNotLookedUp:
    case FindingCode::TlsaNoName:
    case FindingCode::RelayService:
    case FindingCode::VariantNotSeen:
        return {};
    case FindingCode::NameMismatch:
    case FindingCode::CnOnly:
    case FindingCode::CnTakenByOlder:
    case FindingCode::NoReferenceName:
        return firstMatch(inspection);
    case FindingCode::StarttlsNotOffered:
    case FindingCode::StarttlsMasked:
    case FindingCode::StarttlsIntermittent:
    case FindingCode::EhloRefused:
    case FindingCode::HeloOnly:
    case FindingCode::CapabilityCase:
        return line(places::ehloReply(session.transcript, false));
    case FindingCode::StarttlsRefused:
    case FindingCode::EarlyPlaintext:
        return line(places::starttlsReply(session.transcript));
    case FindingCode::RefusedAfterTls:
    case FindingCode::RequireTlsOffered:
    case FindingCode::RequireTlsNotOffered:
    case FindingCode::RequireTlsNotSeen:
        return line(places::ehloReply(session.transcript, true));
    case FindingCode::GreetingRefused:
    case FindingCode::GreetingSlow:
        return line(places::greeting(session.transcript));
    case FindingCode::UnexpectedReply:
    case FindingCode::Throttled:
    case FindingCode::ReplyCodeUnusual:
    case FindingCode::ReplyCodesDiffer:
        return line(places::lastReply(session.transcript));
    case FindingCode::EhloNameNotFqdn:
        return line(places::ehloCommand(session.transcript));
    }
    return {};
}

Proof proofOf(const Finding &finding, const Inspection &inspection, const std::optional<int> &judged)
{
    const auto variant = variantMeant(finding, inspection, judged);
    if (!variant)
        return proofOf(finding, inspection);
    Proof proof = proofOf(finding, inVariant(inspection, *variant));
    if (proof.page == Proof::Page::Transcript && proof.index >= 0)
        proof = {Proof::Page::Certificates, -1};
    if (proof.page == Proof::Page::Certificates || proof.page == Proof::Page::Names)
        proof.variant = variant;
    return proof;
}

namespace {

QString dnsText(int index)
{
    if (index < 0)
        return ProofText::tr("DNS");
    const DnsSpot spot = spotOf(index);
    switch (spot.place) {
    case DnsPlace::Mx:
        return ProofText::tr("DNS: MX");
    case DnsPlace::Addresses:
        return ProofText::tr("DNS: addresses");
    case DnsPlace::Tlsa:
        return ProofText::tr("DNS: TLSA");
    case DnsPlace::StsRecord:
        return ProofText::tr("DNS: MTA-STS record");
    case DnsPlace::StsPolicy:
        return spot.row > 0 ? ProofText::tr("Policy, line %1").arg(spot.row) : ProofText::tr("DNS: MTA-STS");
    case DnsPlace::TlsRpt:
        return ProofText::tr("DNS: TLS-RPT");
    }
    return {};
}

} // namespace

bool hasProof(const Proof &proof)
{
    return proof.page != Proof::Page::Summary && (proof.page != Proof::Page::Transcript || proof.index >= 0);
}

QString proofText(const Proof &proof)
{
    if (!hasProof(proof))
        return {};
    switch (proof.page) {
    case Proof::Page::Summary:
        return {};
    case Proof::Page::Transcript:
        return ProofText::tr("Transcript, line %1").arg(proof.index + 1);
    case Proof::Page::Certificates:
        return proof.index < 0 ? ProofText::tr("Certificates")
                               : ProofText::tr("Certificate %1").arg(proof.index + 1);
    case Proof::Page::Names:
        return ProofText::tr("Names");
    case Proof::Page::Dns:
        return dnsText(proof.index);
    case Proof::Page::Conformance:
        return ProofText::tr("Conformance");
    }
    return {};
}

} // namespace mailseal
