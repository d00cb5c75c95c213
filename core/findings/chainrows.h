#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: what is wrong with the certificates a server sent, and with the names
/// in them.
inline constexpr std::array chainRows{
    FindingRow{
        .code = FindingCode::SelfSignedLeaf,
        .name = "self-signed-leaf",
        .sentence = {QT_TRANSLATE_NOOP("findings", "self-signed: %1 is its own issuer and no trust anchor")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Obtain a certificate from a public CA and set it (Postfix: smtpd_tls_chain_files; "
            "Exim: tls_certificate and tls_privatekey; Dovecot: ssl_cert and ssl_key), or keep it "
            "and publish DANE TLSA records for senders that look at them."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::UntrustedRoot,
        .name = "untrusted-root",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the chain ends at %1, which is no trust anchor")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "If this CA is your own, give its root with --roots or in the "
                                          "settings; senders elsewhere need a certificate of a public CA."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::IncompleteChain,
        .name = "incomplete-chain",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the chain is incomplete: the certificate of %1 is missing")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Send the intermediate certificate behind the server's own (Postfix: both in one file of "
            "smtpd_tls_chain_files; Exim: both in tls_certificate; Dovecot: both in ssl_cert)."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::Expired,
        .name = "expired",
        .sentence = {QT_TRANSLATE_NOOP("findings", "expired on %1: %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Renew the certificate and reload the server (postfix reload, systemctl reload exim4, "
            "doveadm reload): an old process may still hold the old file."),
        .args = {FindingArg::Day},
        .recipe = Recipe::Dates,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::NotYetValid,
        .name = "not-yet-valid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "not valid before %1: %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Check the clock of the CA and of this machine, or wait."),
        .args = {FindingArg::Day},
        .recipe = Recipe::Dates,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::ExpiresSoon,
        .name = "expires-soon",
        .sentence = {.text = QT_TRANSLATE_N_NOOP("findings", "expires on %1, in %2 days: %3"),
                     .ofOne = "expires on %1, in 1 day: %3",
                     .counted = 2},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Renew it now, and check that the renewal also reloads the server."),
        .args = {FindingArg::Day},
        .recipe = Recipe::Dates,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::WrongPurpose,
        .name = "wrong-purpose",
        .sentence = {QT_TRANSLATE_NOOP("findings", "not issued for TLS servers: %1")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Request a certificate with the extended key usage serverAuth."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::InvalidCa,
        .name = "invalid-ca",
        .sentence = {QT_TRANSLATE_NOOP("findings", "may not issue certificates: %1 (%2)")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "The issuer lacks CA:TRUE or the key usage keyCertSign: issue the chain anew."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::UnreadableCertificate,
        .name = "unreadable-certificate",
        .sentence = {QT_TRANSLATE_NOOP("findings", "a certificate cannot be read: %1")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Have the certificate issued again; save it as PEM to look at it."),
        .args = {FindingArg::Reason},
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::ChainInvalid,
        .name = "chain-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the chain is not valid at %1: %2")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Save the chain as PEM and look at it with openssl verify -verbose."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::WeakKey,
        .name = "weak-key",
        .sentence = {QT_TRANSLATE_NOOP("findings", "weak key, %1 with %2 bits: %3")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Make a new key, EC P-256 or RSA with 2048 bits or more, and a new certificate."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::WeakSignature,
        .name = "weak-signature",
        .sentence = {QT_TRANSLATE_NOOP("findings", "weak signature, %1: %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Have the certificate issued again with SHA-256 or better."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::MisorderedChain,
        .name = "misordered-chain",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the certificates are not in order: each should be followed by its issuer")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Order the file: the server's certificate first, then each issuer behind what it issued."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::SurplusCertificate,
        .name = "surplus-certificate",
        .sentence = {QT_TRANSLATE_NOOP("findings", "sent but not needed: %1")},
        .advice = QT_TRANSLATE_NOOP("findings", "Remove it from the chain file."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::DuplicateCertificate,
        .name = "duplicate-certificate",
        .sentence = {QT_TRANSLATE_NOOP("findings", "sent more than once: %1")},
        .advice = QT_TRANSLATE_NOOP("findings", "Remove the repetition from the chain file."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::RootSent,
        .name = "root-sent",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the root is sent along, which nobody needs: %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "It may be left out of the chain file, unless a DANE TLSA record with usage 2 names it."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::NameMismatch,
        .name = "name-mismatch",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the certificate does not name %1; it names %2")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Request a certificate whose subjectAltName holds this name, or let "
                                    "the MX record name a host that the certificate holds."),
        .recipe = Recipe::Name,
        .place = FindingPlace::Names,
        .restsOn = {{Fact::NameMatches}},
    },
    FindingRow{
        .code = FindingCode::CnOnly,
        .name = "cn-only",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "%1 stands only in the common name (%2), which is no longer looked at (RFC 9525)")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Request a certificate that holds the name as a subjectAltName dNSName."),
        .recipe = Recipe::Name,
        .place = FindingPlace::Names,
        .restsOn = {{Fact::NameMatches}},
    },
    FindingRow{
        .code = FindingCode::CnCounts,
        .name = "cn-counts",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "%1 stands only in the common name (%2): Postfix, Exim, OpenSSL and GnuTLS take that where no "
            "DNS name is there, clients that go by RFC 9525 (Go, browsers) refuse the certificate")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Request a certificate that holds the name as a subjectAltName dNSName."),
        .recipe = Recipe::Name,
        .place = FindingPlace::Names,
        .restsOn = {{Fact::NameMatches}},
    },
    FindingRow{
        .code = FindingCode::WildcardTopLevel,
        .name = "wildcard-top-level",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%2 covers a whole top-level domain: OpenSSL, and Postfix with it, "
                                       "does not take it for %1, though RFC 9525 lets it match")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Request a certificate that names the host itself, or a wildcard of the domain's own."),
        .recipe = Recipe::Name,
        .place = FindingPlace::Names,
        .restsOn = {{Fact::NameMatches}},
    },
    FindingRow{
        .code = FindingCode::WildcardExcluded,
        .name = "wildcard-excluded",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%1 covers %2, which the CA %3 is not allowed to issue for (an "
                                       "excluded name constraint): OpenSSL, and Postfix with it, lets that "
                                       "pass, clients that go by RFC 5280 refuse the certificate")},
        .advice = QT_TRANSLATE_NOOP("findings", "Request a certificate that names the hosts one by one, or "
                                                "one from a CA without that constraint."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::AddressNotCompared,
        .name = "address-not-compared",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "%1 is an address, and Postfix at this level compares the certificate with host names only")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Give the host name that clients look for (inspect: --name, verify: --host)."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Names,
        .restsOn = {{Fact::NameMatches}},
    },
    FindingRow{
        .code = FindingCode::CnTakenByOlder,
        .name = "cn-taken-by-older",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "older mail programs take the common name %1 (RFC 7817), newer ones do not (RFC 9525)")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Request a certificate that holds the name as a subjectAltName dNSName."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Names,
        .restsOn = {{Fact::NameMatches}},
    },
    FindingRow{
        .code = FindingCode::NoReferenceName,
        .name = "no-reference-name",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "“%1” is no host name, so there is no name to compare with")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Inspect the server by its host name, or give one with --name."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Names,
        .restsOn = {{Fact::NameMatches}},
    },
};

} // namespace mailseal
