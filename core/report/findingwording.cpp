#include "report/findingwording.h"

#include <QtGlobal>

namespace mailseal {

#define SAY(text) QT_TRANSLATE_NOOP("wording", text)

const char *findingSentence(FindingCode code)
{
    switch (code) {
    case FindingCode::SessionEndedByPolicy:
        return SAY(
            "the session ended right after the handshake, as the policy asks; what the server would have "
            "answered inside TLS was not awaited");
    case FindingCode::CertificatesNotChecked:
        return SAY("certificates are not checked");
    case FindingCode::Encrypted:
        return SAY("the connection is encrypted with %1, %2");
    case FindingCode::ChainAndNameFine:
        return SAY("the chain ends at %2 and the name matches by %1");
    case FindingCode::PinMatch:
        return SAY("the pinned SHA-256 of the %1 matches: %2");
    case FindingCode::SelfSignedLeaf:
        return SAY("self-signed: %1 is its own issuer and no trust anchor");
    case FindingCode::UntrustedRoot:
        return SAY("the chain ends at %1, which is no trust anchor");
    case FindingCode::IncompleteChain:
        return SAY("the chain is incomplete: the certificate of %1 is missing");
    case FindingCode::Expired:
        return SAY("expired on %1: %2");
    case FindingCode::NotYetValid:
        return SAY("not valid before %1: %2");
    case FindingCode::ExpiresSoon:
        return SAY("expires on %1, in %2 days: %3");
    case FindingCode::NameMismatch:
        return SAY("the certificate does not name %1; it names %2");
    case FindingCode::CnOnly:
        return SAY("%1 stands only in the common name (%2), which is no longer looked at (RFC 9525)");
    case FindingCode::NoReferenceName:
        return SAY("“%1” is no host name, so there is no name to compare with");
    case FindingCode::WeakKey:
        return SAY("weak key, %1 with %2 bits: %3");
    case FindingCode::WeakSignature:
        return SAY("weak signature, %1: %2");
    case FindingCode::MisorderedChain:
        return SAY("the certificates are not in order: each should be followed by its issuer");
    case FindingCode::SurplusCertificate:
        return SAY("sent but not needed: %1");
    case FindingCode::DuplicateCertificate:
        return SAY("sent more than once: %1");
    case FindingCode::RootSent:
        return SAY("the root is sent along, which nobody needs: %1");
    case FindingCode::WrongPurpose:
        return SAY("not issued for TLS servers: %1");
    case FindingCode::InvalidCa:
        return SAY("may not issue certificates: %1 (%2)");
    case FindingCode::UnreadableCertificate:
        return SAY("a certificate cannot be read: %1");
    case FindingCode::ChainInvalid:
        return SAY("the chain is not valid at %1: %2");
    case FindingCode::NoCertificate:
        return SAY("the server presented no certificate");
    case FindingCode::AnonymousSuite:
        return SAY("the anonymous suite %1 authenticates nobody");
    case FindingCode::PinMismatch:
        return SAY("none of the %1 pins matches the certificate or its key");
    case FindingCode::NoPins:
        return SAY("no pin was given");
    case FindingCode::LegacyProtocol:
        return SAY("%1 is obsolete (RFC 8996)");
    case FindingCode::RevocationNotChecked:
        return SAY("revocation was not checked");
    case FindingCode::StarttlsNotOffered:
        return SAY("STARTTLS is not offered");
    case FindingCode::StarttlsIntermittent:
        return SAY("STARTTLS is offered intermittently: missing behind “%1”, offered behind “%2”");
    case FindingCode::StarttlsMasked:
        return SAY("STARTTLS is masked on the way: the server's list shows “%1”");
    case FindingCode::StarttlsRefused:
        return SAY("STARTTLS was answered %1 %2");
    case FindingCode::HandshakeFailed:
        return SAY("the TLS handshake failed: %1 %2");
    case FindingCode::RefusedAfterTls:
        return SAY("inside TLS the server refuses everything: %1 %2");
    case FindingCode::Unreachable:
        return SAY("the server could not be reached (%1): %2");
    case FindingCode::GreetingRefused:
        return SAY("the server greeted with %1 %2");
    case FindingCode::EhloRefused:
        return SAY("EHLO was answered %1 %2");
    case FindingCode::NoUsableReply:
        return SAY("no usable answer came (%1): %2");
    case FindingCode::NotInspected:
        return SAY("the inspection did not get as far as an answer (%1)");
    case FindingCode::Throttled:
        return SAY("the server turns us away for now: %1 %2");
    case FindingCode::GreetingSlow:
        return SAY("the greeting came after %1 seconds");
    case FindingCode::EarlyPlaintext:
        return SAY("%1 octets of clear text came behind the 220 to STARTTLS");
    case FindingCode::BareLf:
        return SAY("%1 lines ended in a bare LF instead of CRLF");
    case FindingCode::LongLine:
        return SAY("a reply line has %1 octets; 512 are allowed (RFC 5321 section 4.5.3.1.5)");
    case FindingCode::ReplyCodeUnusual:
        return SAY("an unusual reply code at “%1”: %2");
    case FindingCode::ReplyCodesDiffer:
        return SAY("the lines of one reply carry different codes; the last is %1");
    case FindingCode::UnexpectedReply:
        return SAY("the server spoke out of turn: %1");
    case FindingCode::HeloOnly:
        return SAY("EHLO was refused with %1 and HELO taken, so no extension is offered");
    case FindingCode::CapabilityCase:
        return SAY("an EHLO keyword in unusual case: %1");
    case FindingCode::EhloNameNotFqdn:
        return SAY("the EHLO name “%1” is not fully qualified");
    case FindingCode::Port25BlockedHere:
        return SAY("port 25 does not answer, but port %1 of the same host does: the network drops port 25");
    case FindingCode::HostDown:
        return SAY("ports %1 of the same host do not answer either");
    case FindingCode::Foreign:
        break;
    }
    return SAY("%2");
}

const char *findingAdvice(FindingCode code)
{
    switch (code) {
    case FindingCode::SessionEndedByPolicy:
        return SAY("To see the rest of the dialogue, inspect again acting as “TLS if offered”.");
    case FindingCode::CertificatesNotChecked:
        return SAY(
            "Nothing to do. Such a sender cannot tell this server from an impostor; DANE or MTA-STS can.");
    case FindingCode::Encrypted:
        return SAY("Nothing to do.");
    case FindingCode::ChainAndNameFine:
        return SAY("Nothing to do but to renew the certificate in time.");
    case FindingCode::PinMatch:
        return SAY("Nothing to do. Publish the new pin before the key changes.");
    case FindingCode::SelfSignedLeaf:
        return SAY(
            "Obtain a certificate from a public CA and set it (Postfix: smtpd_tls_chain_files; Exim: "
            "tls_certificate and tls_privatekey; Dovecot: ssl_cert and ssl_key), or keep it and publish DANE "
            "TLSA records for senders that look at them.");
    case FindingCode::UntrustedRoot:
        return SAY(
            "If this CA is your own, give its root with --roots or in the settings; senders elsewhere need a "
            "certificate of a public CA.");
    case FindingCode::IncompleteChain:
        return SAY("Send the intermediate certificate behind the server's own (Postfix: both in one file of "
                   "smtpd_tls_chain_files; Exim: both in tls_certificate; Dovecot: both in ssl_cert).");
    case FindingCode::Expired:
        return SAY(
            "Renew the certificate and reload the server (postfix reload, systemctl reload exim4, doveadm "
            "reload): an old process may still hold the old file.");
    case FindingCode::NotYetValid:
        return SAY("Check the clock of the CA and of this machine, or wait.");
    case FindingCode::ExpiresSoon:
        return SAY("Renew it now, and check that the renewal also reloads the server.");
    case FindingCode::NameMismatch:
        return SAY("Request a certificate whose subjectAltName holds this name, or let the MX record name a "
                   "host that "
                   "the certificate holds.");
    case FindingCode::CnOnly:
        return SAY("Request a certificate that holds the name as a subjectAltName dNSName.");
    case FindingCode::NoReferenceName:
        return SAY("Inspect the server by its host name, or give one with --name.");
    case FindingCode::WeakKey:
        return SAY("Make a new key, EC P-256 or RSA with 2048 bits or more, and a new certificate.");
    case FindingCode::WeakSignature:
        return SAY("Have the certificate issued again with SHA-256 or better.");
    case FindingCode::MisorderedChain:
        return SAY("Order the file: the server's certificate first, then each issuer behind what it issued.");
    case FindingCode::SurplusCertificate:
        return SAY("Remove it from the chain file.");
    case FindingCode::DuplicateCertificate:
        return SAY("Remove the repetition from the chain file.");
    case FindingCode::RootSent:
        return SAY("It may be left out of the chain file, unless a DANE TLSA record with usage 2 names it.");
    case FindingCode::WrongPurpose:
        return SAY("Request a certificate with the extended key usage serverAuth.");
    case FindingCode::InvalidCa:
        return SAY("The issuer lacks CA:TRUE or the key usage keyCertSign: issue the chain anew.");
    case FindingCode::UnreadableCertificate:
        return SAY("Have the certificate issued again; save it as PEM to look at it.");
    case FindingCode::ChainInvalid:
        return SAY("Save the chain as PEM and look at it with openssl verify -verbose.");
    case FindingCode::NoCertificate:
    case FindingCode::AnonymousSuite:
        return SAY(
            "Set a certificate (Postfix: smtpd_tls_chain_files; Exim: tls_certificate) and leave anonymous "
            "suites out (Postfix: smtpd_tls_exclude_ciphers = aNULL).");
    case FindingCode::PinMismatch:
        return SAY(
            "Either the key was changed and the pin must follow, or another server answers: compare the "
            "fingerprints on the certificate page.");
    case FindingCode::NoPins:
        return SAY("Give a pin with --pin or in the settings to have it judged.");
    case FindingCode::LegacyProtocol:
        return SAY(
            "Enable TLS 1.2 and 1.3 (Postfix: smtpd_tls_protocols = >=TLSv1.2; Exim: openssl_options or "
            "tls_require_ciphers; Dovecot: ssl_min_protocol = TLSv1.2).");
    case FindingCode::RevocationNotChecked:
        return SAY("Relays do not look at revocation. To check it by hand, use openssl ocsp with the leaf "
                   "and its issuer.");
    case FindingCode::StarttlsNotOffered:
        return SAY(
            "Offer it (Postfix: smtpd_tls_security_level = may and smtpd_tls_chain_files; Exim: "
            "tls_advertise_hosts = * and tls_certificate). If it is set already, look for a firewall that "
            "removes it from the list.");
    case FindingCode::StarttlsIntermittent:
        return SAY(
            "Several servers may stand behind this address: compare their configuration, and look at the two "
            "greetings.");
    case FindingCode::StarttlsMasked:
        return SAY("A firewall rewrites SMTP (Cisco ASA and PIX: inspect esmtp, fixup protocol smtp). Allow "
                   "TLS there "
                   "(allow-tls) or switch the inspection off.");
    case FindingCode::StarttlsRefused:
        return SAY("Look into the server's log for the reason; most often the key or the certificate cannot "
                   "be read.");
    case FindingCode::HandshakeFailed:
        return SAY(
            "Look into the server's log at this time; check protocol versions, suites and whether a client "
            "certificate is demanded (Postfix: smtpd_tls_req_ccert).");
    case FindingCode::RefusedAfterTls:
        return SAY(
            "The server is not satisfied with this client (RFC 3207 section 4.1): it may demand a client "
            "certificate or a stronger suite; its log says which.");
    case FindingCode::Unreachable:
        return SAY(
            "Check address, port and firewall. Many networks block port 25: try another port or a proxy.");
    case FindingCode::GreetingRefused:
    case FindingCode::EhloRefused:
        return SAY("The server does not want this client: check the EHLO name, the reverse name of the "
                   "source address "
                   "and block lists, then ask again later.");
    case FindingCode::NoUsableReply:
        return SAY("Ask again later, with a longer --timeout; the transcript shows how far it came.");
    case FindingCode::NotInspected:
        return SAY("Inspect again, with a longer --timeout where time ran out.");
    case FindingCode::Throttled:
        return SAY(
            "Nothing more was sent to this address. Wait a few minutes; on your own server see Postfix "
            "smtpd_client_connection_rate_limit and smtpd_client_connection_count_limit.");
    case FindingCode::GreetingSlow:
        return SAY("Some servers delay it on purpose against spam (Postfix: postscreen_greet_wait). Senders "
                   "wait up to "
                   "five minutes, so nothing needs to change.");
    case FindingCode::EarlyPlaintext:
        return SAY("Somebody on the way may have injected it, or the server reads ahead: update the server, "
                   "and compare "
                   "from another network. The text was discarded.");
    case FindingCode::BareLf:
        return SAY("Senders read on, but strict ones may not: let the server end its lines with CRLF.");
    case FindingCode::LongLine:
        return SAY("Shorten the reply; some senders cut such lines.");
    case FindingCode::ReplyCodeUnusual:
        return SAY("Senders accept any 2xx; nothing needs to change but for tidiness.");
    case FindingCode::ReplyCodesDiffer:
        return SAY("Let every line of a reply carry the same code (RFC 5321 section 4.2.1).");
    case FindingCode::UnexpectedReply:
        return SAY("Such a line shifts the answers for many senders: look for a proxy or filter in front of "
                   "the server.");
    case FindingCode::HeloOnly:
        return SAY("A server that knows EHLO can offer STARTTLS: update or configure it.");
    case FindingCode::CapabilityCase:
        return SAY("Keywords are case-insensitive (RFC 5321 section 4.1.1.1); nothing to do.");
    case FindingCode::EhloNameNotFqdn:
        return SAY(
            "Give the full name of this machine with --ehlo or in the settings: some servers refuse others.");
    case FindingCode::Port25BlockedHere:
        return SAY("Inspect from another network, through a proxy (--proxy), or on port 587 if mail is "
                   "submitted there.");
    case FindingCode::HostDown:
        return SAY("The host seems to be down, or everything to it is filtered: check it from elsewhere.");
    case FindingCode::Foreign:
        break;
    }
    return SAY("%3");
}

} // namespace mailseal
