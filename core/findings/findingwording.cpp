#include "findings/findingwording.h"

#include "findings/danewording.h"
#include "findings/domainwording.h"

#include <QtGlobal>

namespace mailseal {

const char *findingSentence(FindingCode code)
{
    switch (code) {
    case FindingCode::SessionEndedByPolicy:
        return QT_TRANSLATE_NOOP("wording",
                                 "the session ended right after the handshake, as the policy asks; what the "
                                 "server would have answered inside TLS was not awaited");
    case FindingCode::CertificatesNotChecked:
        return QT_TRANSLATE_NOOP("wording", "certificates are not checked");
    case FindingCode::Encrypted:
        return QT_TRANSLATE_NOOP("wording", "the connection is encrypted with %1, %2");
    case FindingCode::ChainAndNameFine:
        return QT_TRANSLATE_NOOP("wording", "the chain ends at %2 and the name matches by %1");
    case FindingCode::PinMatch:
        return QT_TRANSLATE_NOOP("wording", "the pinned SHA-256 of the %1 matches: %2");
    case FindingCode::SelfSignedLeaf:
        return QT_TRANSLATE_NOOP("wording", "self-signed: %1 is its own issuer and no trust anchor");
    case FindingCode::UntrustedRoot:
        return QT_TRANSLATE_NOOP("wording", "the chain ends at %1, which is no trust anchor");
    case FindingCode::IncompleteChain:
        return QT_TRANSLATE_NOOP("wording", "the chain is incomplete: the certificate of %1 is missing");
    case FindingCode::Expired:
        return QT_TRANSLATE_NOOP("wording", "expired on %1: %2");
    case FindingCode::NotYetValid:
        return QT_TRANSLATE_NOOP("wording", "not valid before %1: %2");
    case FindingCode::ExpiresSoon:
        return QT_TRANSLATE_NOOP("wording", "expires on %1, in %2 days: %3");
    case FindingCode::NameMismatch:
        return QT_TRANSLATE_NOOP("wording", "the certificate does not name %1; it names %2");
    case FindingCode::CnOnly:
        return QT_TRANSLATE_NOOP(
            "wording", "%1 stands only in the common name (%2), which is no longer looked at (RFC 9525)");
    case FindingCode::NoReferenceName:
        return QT_TRANSLATE_NOOP("wording", "“%1” is no host name, so there is no name to compare with");
    case FindingCode::WeakKey:
        return QT_TRANSLATE_NOOP("wording", "weak key, %1 with %2 bits: %3");
    case FindingCode::WeakSignature:
        return QT_TRANSLATE_NOOP("wording", "weak signature, %1: %2");
    case FindingCode::MisorderedChain:
        return QT_TRANSLATE_NOOP("wording",
                                 "the certificates are not in order: each should be followed by its issuer");
    case FindingCode::SurplusCertificate:
        return QT_TRANSLATE_NOOP("wording", "sent but not needed: %1");
    case FindingCode::DuplicateCertificate:
        return QT_TRANSLATE_NOOP("wording", "sent more than once: %1");
    case FindingCode::RootSent:
        return QT_TRANSLATE_NOOP("wording", "the root is sent along, which nobody needs: %1");
    case FindingCode::WrongPurpose:
        return QT_TRANSLATE_NOOP("wording", "not issued for TLS servers: %1");
    case FindingCode::InvalidCa:
        return QT_TRANSLATE_NOOP("wording", "may not issue certificates: %1 (%2)");
    case FindingCode::UnreadableCertificate:
        return QT_TRANSLATE_NOOP("wording", "a certificate cannot be read: %1");
    case FindingCode::ChainInvalid:
        return QT_TRANSLATE_NOOP("wording", "the chain is not valid at %1: %2");
    case FindingCode::NoCertificate:
        return QT_TRANSLATE_NOOP("wording", "the server presented no certificate");
    case FindingCode::AnonymousSuite:
        return QT_TRANSLATE_NOOP("wording", "the anonymous suite %1 authenticates nobody");
    case FindingCode::PinMismatch:
        return QT_TRANSLATE_NOOP("wording", "none of the %1 pins matches the certificate or its key");
    case FindingCode::NoPins:
        return QT_TRANSLATE_NOOP("wording", "no pin was given");
    case FindingCode::LegacyProtocol:
        return QT_TRANSLATE_NOOP("wording", "%1 is obsolete (RFC 8996)");
    case FindingCode::RevocationNotChecked:
        return QT_TRANSLATE_NOOP("wording", "revocation was not checked");
    case FindingCode::RevocationGood:
        return QT_TRANSLATE_NOOP("wording", "not revoked, by the stapled OCSP response of %1");
    case FindingCode::RevocationUnproved:
        return QT_TRANSLATE_NOOP("wording", "the stapled OCSP response proves nothing: %1");
    case FindingCode::Revoked:
        return QT_TRANSLATE_NOOP("wording", "the certificate was revoked on %1");
    case FindingCode::MxInsecure:
        return QT_TRANSLATE_NOOP("wording", "no signature vouches for the MX record of %1, so anyone on the "
                                            "way could have named %2 as its mail server");
    case FindingCode::MxBogus:
        return QT_TRANSLATE_NOOP("wording", "the MX record of %1 fails DNSSEC validation: %2");
    case FindingCode::NullMx:
        return QT_TRANSLATE_NOOP("wording", "%1 takes no mail: its MX record is the null MX (RFC 7505)");
    case FindingCode::MxIsAlias:
        return QT_TRANSLATE_NOOP("wording", "the MX host %1 is an alias (CNAME) of %2; RFC 5321 §5.1 wants "
                                            "a name that has addresses itself");
    case FindingCode::ResolverStripsDnssec:
        return QT_TRANSLATE_NOOP("wording", "the resolver (%1) hands on no DNSSEC signatures, so nobody can "
                                            "tell whether the answers are genuine");
    case FindingCode::ServersLeftOut:
        return QT_TRANSLATE_NOOP("wording", "%1 further servers of this domain were not inspected");
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
    case FindingCode::VariantDiffers:
    case FindingCode::VariantNotSeen:
        return daneSentence(code);
    case FindingCode::StarttlsNotOffered:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS is not offered");
    case FindingCode::StarttlsIntermittent:
        return QT_TRANSLATE_NOOP(
            "wording", "STARTTLS is offered intermittently: missing behind “%1”, offered behind “%2”");
    case FindingCode::StarttlsMasked:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS is masked on the way: the server's list shows “%1”");
    case FindingCode::StarttlsRefused:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS was answered %1 %2");
    case FindingCode::HandshakeFailed:
        return QT_TRANSLATE_NOOP("wording", "the TLS handshake failed: %1 %2");
    case FindingCode::RefusedAfterTls:
        return QT_TRANSLATE_NOOP("wording", "inside TLS the server refuses everything: %1 %2");
    case FindingCode::Unreachable:
        return QT_TRANSLATE_NOOP("wording", "the server could not be reached (%1): %2");
    case FindingCode::GreetingRefused:
        return QT_TRANSLATE_NOOP("wording", "the server greeted with %1 %2");
    case FindingCode::EhloRefused:
        return QT_TRANSLATE_NOOP("wording", "EHLO was answered %1 %2");
    case FindingCode::NoUsableReply:
        return QT_TRANSLATE_NOOP("wording", "no usable answer came (%1): %2");
    case FindingCode::NotInspected:
        return QT_TRANSLATE_NOOP("wording", "the inspection did not get as far as an answer (%1)");
    case FindingCode::Throttled:
        return QT_TRANSLATE_NOOP("wording", "the server turns us away for now: %1 %2");
    case FindingCode::GreetingSlow:
        return QT_TRANSLATE_NOOP("wording", "the greeting came after %1 seconds");
    case FindingCode::EarlyPlaintext:
        return QT_TRANSLATE_NOOP("wording", "%1 octets of clear text came behind the 220 to STARTTLS");
    case FindingCode::BareLf:
        return QT_TRANSLATE_NOOP("wording", "%1 lines ended in a bare LF instead of CRLF");
    case FindingCode::LongLine:
        return QT_TRANSLATE_NOOP("wording",
                                 "a reply line has %1 octets; 512 are allowed (RFC 5321 section 4.5.3.1.5)");
    case FindingCode::ReplyCodeUnusual:
        return QT_TRANSLATE_NOOP("wording", "an unusual reply code at “%1”: %2");
    case FindingCode::ReplyCodesDiffer:
        return QT_TRANSLATE_NOOP("wording", "the lines of one reply carry different codes; the last is %1");
    case FindingCode::UnexpectedReply:
        return QT_TRANSLATE_NOOP("wording", "the server spoke out of turn: %1");
    case FindingCode::HeloOnly:
        return QT_TRANSLATE_NOOP("wording",
                                 "EHLO was refused with %1 and HELO taken, so no extension is offered");
    case FindingCode::CapabilityCase:
        return QT_TRANSLATE_NOOP("wording", "an EHLO keyword in unusual case: %1");
    case FindingCode::EhloNameNotFqdn:
        return QT_TRANSLATE_NOOP("wording", "the EHLO name “%1” is not fully qualified");
    case FindingCode::Port25BlockedHere:
        return QT_TRANSLATE_NOOP(
            "wording",
            "port 25 does not answer, but the same host answers on port %1: the network drops port 25");
    case FindingCode::HostDown:
        return QT_TRANSLATE_NOOP("wording", "ports %1 of the same host do not answer either");
    case FindingCode::NotForThisService:
    case FindingCode::StsNoPolicy:
    case FindingCode::StsInspectDomain:
    case FindingCode::StsNotLookedUp:
    case FindingCode::StsLookupFailed:
    case FindingCode::StsSeveralRecords:
    case FindingCode::StsRecordInvalid:
    case FindingCode::TxtRecordIgnored:
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
    case FindingCode::TlsRptNoRecord:
    case FindingCode::TlsRptSeveralRecords:
    case FindingCode::TlsRptRecordInvalid:
    case FindingCode::TlsRptUriInvalid:
        return domainSentence(code);
    case FindingCode::Foreign:
        break;
    }
    return "%2";
}

const char *findingSentenceForOne(FindingCode code)
{
    // An if, not a switch: these few alone count something.
    if (code == FindingCode::ExpiresSoon)
        return QT_TRANSLATE_NOOP("wording", "expires on %1, in 1 day: %3");
    if (code == FindingCode::TlsaMismatch)
        return QT_TRANSLATE_NOOP("wording", "the TLSA record does not match the certificate");
    if (code == FindingCode::PinMismatch)
        return QT_TRANSLATE_NOOP("wording", "the pin matches neither the certificate nor its key");
    if (code == FindingCode::GreetingSlow)
        return QT_TRANSLATE_NOOP("wording", "the greeting came after 1 second");
    if (code == FindingCode::EarlyPlaintext)
        return QT_TRANSLATE_NOOP("wording", "1 octet of clear text came behind the 220 to STARTTLS");
    if (code == FindingCode::BareLf)
        return QT_TRANSLATE_NOOP("wording", "1 line ended in a bare LF instead of CRLF");
    if (code == FindingCode::ServersLeftOut)
        return QT_TRANSLATE_NOOP("wording", "1 further server of this domain was not inspected");
    if (code == FindingCode::HostDown)
        return QT_TRANSLATE_NOOP("wording", "port %1 of the same host does not answer either");
    return findingSentence(code);
}

} // namespace mailseal
