#include "findings/findingwording.h"

#include "findings/danewording.h"
#include "findings/domainwording.h"

#include <QtGlobal>

namespace mailseal {

const char *findingAdvice(FindingCode code)
{
    switch (code) {
    case FindingCode::SessionEndedByPolicy:
        return QT_TRANSLATE_NOOP(
            "wording", "To see the rest of the dialogue, inspect again acting as “TLS if offered”.");
    case FindingCode::CertificatesNotChecked:
        return QT_TRANSLATE_NOOP(
            "wording",
            "Nothing to do. Such a sender cannot tell this server from an impostor; DANE or MTA-STS can.");
    case FindingCode::Encrypted:
        return QT_TRANSLATE_NOOP("wording", "Nothing to do.");
    case FindingCode::ChainAndNameFine:
        return QT_TRANSLATE_NOOP("wording", "Nothing to do but to renew the certificate in time.");
    case FindingCode::PinMatch:
        return QT_TRANSLATE_NOOP("wording", "Nothing to do. Publish the new pin before the key changes.");
    case FindingCode::SelfSignedLeaf:
        return QT_TRANSLATE_NOOP(
            "wording", "Obtain a certificate from a public CA and set it (Postfix: smtpd_tls_chain_files; "
                       "Exim: tls_certificate and tls_privatekey; Dovecot: ssl_cert and ssl_key), or keep it "
                       "and publish DANE TLSA records for senders that look at them.");
    case FindingCode::UntrustedRoot:
        return QT_TRANSLATE_NOOP("wording", "If this CA is your own, give its root with --roots or in the "
                                            "settings; senders elsewhere need a certificate of a public CA.");
    case FindingCode::IncompleteChain:
        return QT_TRANSLATE_NOOP(
            "wording",
            "Send the intermediate certificate behind the server's own (Postfix: both in one file of "
            "smtpd_tls_chain_files; Exim: both in tls_certificate; Dovecot: both in ssl_cert).");
    case FindingCode::Expired:
        return QT_TRANSLATE_NOOP(
            "wording", "Renew the certificate and reload the server (postfix reload, systemctl reload exim4, "
                       "doveadm reload): an old process may still hold the old file.");
    case FindingCode::NotYetValid:
        return QT_TRANSLATE_NOOP("wording", "Check the clock of the CA and of this machine, or wait.");
    case FindingCode::ExpiresSoon:
        return QT_TRANSLATE_NOOP("wording",
                                 "Renew it now, and check that the renewal also reloads the server.");
    case FindingCode::NameMismatch:
        return QT_TRANSLATE_NOOP("wording", "Request a certificate whose subjectAltName holds this name, or "
                                            "let the MX record name a host that the certificate holds.");
    case FindingCode::CnOnly:
        return QT_TRANSLATE_NOOP("wording",
                                 "Request a certificate that holds the name as a subjectAltName dNSName.");
    case FindingCode::NoReferenceName:
        return QT_TRANSLATE_NOOP("wording", "Inspect the server by its host name, or give one with --name.");
    case FindingCode::WeakKey:
        return QT_TRANSLATE_NOOP(
            "wording", "Make a new key, EC P-256 or RSA with 2048 bits or more, and a new certificate.");
    case FindingCode::WeakSignature:
        return QT_TRANSLATE_NOOP("wording", "Have the certificate issued again with SHA-256 or better.");
    case FindingCode::MisorderedChain:
        return QT_TRANSLATE_NOOP(
            "wording",
            "Order the file: the server's certificate first, then each issuer behind what it issued.");
    case FindingCode::SurplusCertificate:
        return QT_TRANSLATE_NOOP("wording", "Remove it from the chain file.");
    case FindingCode::DuplicateCertificate:
        return QT_TRANSLATE_NOOP("wording", "Remove the repetition from the chain file.");
    case FindingCode::RootSent:
        return QT_TRANSLATE_NOOP(
            "wording",
            "It may be left out of the chain file, unless a DANE TLSA record with usage 2 names it.");
    case FindingCode::WrongPurpose:
        return QT_TRANSLATE_NOOP("wording", "Request a certificate with the extended key usage serverAuth.");
    case FindingCode::InvalidCa:
        return QT_TRANSLATE_NOOP(
            "wording", "The issuer lacks CA:TRUE or the key usage keyCertSign: issue the chain anew.");
    case FindingCode::UnreadableCertificate:
        return QT_TRANSLATE_NOOP("wording",
                                 "Have the certificate issued again; save it as PEM to look at it.");
    case FindingCode::ChainInvalid:
        return QT_TRANSLATE_NOOP("wording",
                                 "Save the chain as PEM and look at it with openssl verify -verbose.");
    case FindingCode::NoCertificate:
    case FindingCode::AnonymousSuite:
        return QT_TRANSLATE_NOOP(
            "wording", "Set a certificate (Postfix: smtpd_tls_chain_files; Exim: tls_certificate) and leave "
                       "anonymous suites out (Postfix: smtpd_tls_exclude_ciphers = aNULL).");
    case FindingCode::PinMismatch:
        return QT_TRANSLATE_NOOP("wording",
                                 "Either the key was changed and the pin must follow, or another server "
                                 "answers: compare the fingerprints.");
    case FindingCode::NoPins:
        return QT_TRANSLATE_NOOP("wording", "Give a pin with --pin or in the settings to have it judged.");
    case FindingCode::LegacyProtocol:
        return QT_TRANSLATE_NOOP(
            "wording", "Enable TLS 1.2 and 1.3 (Postfix: smtpd_tls_protocols = >=TLSv1.2; Exim: "
                       "openssl_options or tls_require_ciphers; Dovecot: ssl_min_protocol = TLSv1.2).");
    case FindingCode::RevocationNotChecked:
        return QT_TRANSLATE_NOOP("wording", "Relays do not look at revocation. To check it by hand, use "
                                            "openssl ocsp with the leaf and its issuer.");
    case FindingCode::RevocationGood:
        return QT_TRANSLATE_NOOP("wording", "Nothing to do. Relays do not look at it; mail programs may.");
    case FindingCode::RevocationUnproved:
        return QT_TRANSLATE_NOOP("wording",
                                 "Have the server fetch a fresh response from its CA's responder, or "
                                 "switch stapling off: a bad staple is worse than none.");
    case FindingCode::Revoked:
        return QT_TRANSLATE_NOOP("wording", "Get a new certificate with a new key, install it and reload the "
                                            "server: mail programs refuse this one.");
    case FindingCode::MxInsecure:
        return QT_TRANSLATE_NOOP("wording", "Sign the zone of the domain with DNSSEC, or publish an MTA-STS "
                                            "policy that names its mail servers.");
    case FindingCode::MxBogus:
        return QT_TRANSLATE_NOOP("wording", "Mend the zone's signatures and its DS record: senders that "
                                            "validate cannot deliver at all.");
    case FindingCode::NullMx:
        return QT_TRANSLATE_NOOP("wording", "Nothing to do if the domain is meant to take no mail; otherwise "
                                            "publish an MX record that names its mail server.");
    case FindingCode::MxIsAlias:
        return QT_TRANSLATE_NOOP("wording", "Let the MX record name the host itself.");
    case FindingCode::ResolverStripsDnssec:
        return QT_TRANSLATE_NOOP("wording", "Look the domain up through a resolver that passes DNSSEC on "
                                            "(--resolver, or the settings).");
    case FindingCode::ServersLeftOut:
        return QT_TRANSLATE_NOOP("wording", "Inspect the remaining ones by name, as in host:mx.example.org.");
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
        return daneAdvice(code);
    case FindingCode::StarttlsNotOffered:
        return QT_TRANSLATE_NOOP("wording",
                                 "Offer it (Postfix: smtpd_tls_security_level = may and "
                                 "smtpd_tls_chain_files; Exim: tls_advertise_hosts = * and tls_certificate). "
                                 "If it is set already, look for a firewall that removes it from the list.");
    case FindingCode::StarttlsIntermittent:
        return QT_TRANSLATE_NOOP("wording", "Several servers may stand behind this address: compare their "
                                            "configuration, and look at the two greetings.");
    case FindingCode::StarttlsMasked:
        return QT_TRANSLATE_NOOP("wording",
                                 "A firewall rewrites SMTP (Cisco ASA and PIX: inspect esmtp, fixup protocol "
                                 "smtp). Allow TLS there (allow-tls) or switch the inspection off.");
    case FindingCode::StarttlsRefused:
        return QT_TRANSLATE_NOOP("wording", "Look into the server's log for the reason; most often the key "
                                            "or the certificate cannot be read.");
    case FindingCode::HandshakeFailed:
        return QT_TRANSLATE_NOOP(
            "wording", "Look into the server's log at this time; check protocol versions, suites and whether "
                       "a client certificate is demanded (Postfix: smtpd_tls_req_ccert).");
    case FindingCode::RefusedAfterTls:
        return QT_TRANSLATE_NOOP("wording",
                                 "The server is not satisfied with this client (RFC 3207 section 4.1): it "
                                 "may demand a client certificate or a stronger suite; its log says which.");
    case FindingCode::Unreachable:
        return QT_TRANSLATE_NOOP(
            "wording",
            "Check address, port and firewall. Many networks block port 25: try another port or a proxy.");
    case FindingCode::GreetingRefused:
    case FindingCode::EhloRefused:
        return QT_TRANSLATE_NOOP("wording",
                                 "The server does not want this client: check the EHLO name, the reverse "
                                 "name of the source address and block lists, then ask again later.");
    case FindingCode::NoUsableReply:
        return QT_TRANSLATE_NOOP(
            "wording", "Ask again later, with a longer --timeout; the transcript shows how far it came.");
    case FindingCode::NotInspected:
        return QT_TRANSLATE_NOOP("wording", "Inspect again, with a longer --timeout where time ran out.");
    case FindingCode::Throttled:
        return QT_TRANSLATE_NOOP(
            "wording", "Nothing more was sent to this address. Wait a few minutes; on your own server see "
                       "Postfix smtpd_client_connection_rate_limit and smtpd_client_connection_count_limit.");
    case FindingCode::GreetingSlow:
        return QT_TRANSLATE_NOOP(
            "wording", "Some servers delay it on purpose against spam (Postfix: postscreen_greet_wait). "
                       "Senders wait up to five minutes, so nothing needs to change.");
    case FindingCode::EarlyPlaintext:
        return QT_TRANSLATE_NOOP(
            "wording", "Somebody on the way may have injected it, or the server reads ahead: update the "
                       "server, and compare from another network. The text was discarded.");
    case FindingCode::BareLf:
        return QT_TRANSLATE_NOOP(
            "wording", "Senders read on, but strict ones may not: let the server end its lines with CRLF.");
    case FindingCode::LongLine:
        return QT_TRANSLATE_NOOP("wording", "Shorten the reply; some senders cut such lines.");
    case FindingCode::ReplyCodeUnusual:
        return QT_TRANSLATE_NOOP("wording",
                                 "Senders accept any 2xx; nothing needs to change but for tidiness.");
    case FindingCode::ReplyCodesDiffer:
        return QT_TRANSLATE_NOOP("wording",
                                 "Let every line of a reply carry the same code (RFC 5321 section 4.2.1).");
    case FindingCode::UnexpectedReply:
        return QT_TRANSLATE_NOOP("wording", "Such a line shifts the answers for many senders: look for a "
                                            "proxy or filter in front of the server.");
    case FindingCode::HeloOnly:
        return QT_TRANSLATE_NOOP("wording",
                                 "A server that knows EHLO can offer STARTTLS: update or configure it.");
    case FindingCode::CapabilityCase:
        return QT_TRANSLATE_NOOP("wording",
                                 "Keywords are case-insensitive (RFC 5321 section 4.1.1.1); nothing to do.");
    case FindingCode::EhloNameNotFqdn:
        return QT_TRANSLATE_NOOP(
            "wording",
            "Give the full name of this machine with --ehlo or in the settings: some servers refuse others.");
    case FindingCode::Port25BlockedHere:
        return QT_TRANSLATE_NOOP("wording", "Inspect from another network, through a proxy (--proxy), or on "
                                            "port 587 if mail is submitted there.");
    case FindingCode::HostDown:
        return QT_TRANSLATE_NOOP(
            "wording",
            "The host seems to be down, or everything to it is filtered: check it from elsewhere.");
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
        return domainAdvice(code);
    case FindingCode::Foreign:
        break;
    }
    return "%3";
}

const char *refusedStarttlsAdvice(int code)
{
    switch (code) {
    case 454:
        return QT_TRANSLATE_NOOP(
            "wording",
            "The server's log says which file it cannot use: key and certificate must be readable and belong "
            "together (Postfix: smtpd_tls_chain_files; Exim: tls_certificate and tls_privatekey).");
    case 500:
    case 502:
        return QT_TRANSLATE_NOOP(
            "wording", "Either make the server do what its EHLO reply lists, or take STARTTLS off the list; "
                       "often a filter or proxy in front of it answers the one and not the other.");
    case 501:
        return QT_TRANSLATE_NOOP("wording", "The transcript shows the command without an argument: look for "
                                            "a filter or proxy that adds one.");
    case 503:
        return QT_TRANSLATE_NOOP("wording", "Look for a proxy in front of the server that has begun TLS "
                                            "itself or changes the order of the commands.");
    case 530:
        return QT_TRANSLATE_NOOP(
            "wording", "530 tells a client to begin with STARTTLS; as the answer to STARTTLS it locks every "
                       "sender out. Check the access rules of the server and of filters in front of it.");
    case 554:
        return QT_TRANSLATE_NOOP("wording", "The server does not want this client: check the EHLO name, the "
                                            "reverse name of the source address and block lists.");
    default:
        return findingAdvice(FindingCode::StarttlsRefused);
    }
}

} // namespace mailseal
