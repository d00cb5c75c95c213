#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: the handshake, what it authenticates, revocation, and what other
/// clients are shown.
inline constexpr std::array tlsRows{
    FindingRow{
        .code = FindingCode::Encrypted,
        .name = "encrypted",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the connection is encrypted with %1, %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing to do."),
        .args = {FindingArg::Protocol},
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::Protocol}, {Fact::Cipher}, {Fact::Encryption}},
    },
    FindingRow{
        .code = FindingCode::CertificatesNotChecked,
        .name = "certificates-not-checked",
        .sentence = {QT_TRANSLATE_NOOP("findings", "certificates are not checked")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Nothing to do. Such a sender cannot tell this server from an impostor; DANE or MTA-STS can."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::Encryption}},
    },
    FindingRow{
        .code = FindingCode::ChainAndNameFine,
        .name = "chain-and-name-fine",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the chain ends at %2 and the name matches by %1")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing to do but to renew the certificate in time."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::Trusted}, {Fact::NameMatches}},
    },
    FindingRow{
        .code = FindingCode::PinMatch,
        .name = "pin-match",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the pinned SHA-256 of the %1 matches: %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing to do. Publish the new pin before the key changes."),
        .args = {FindingArg::Pinned},
        .recipe = Recipe::PublicKeyHash,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::Fingerprint}, {Fact::KeyFingerprint}},
    },
    FindingRow{
        .code = FindingCode::PinMismatch,
        .name = "pin-mismatch",
        .sentence = {.text = QT_TRANSLATE_N_NOOP("findings",
                                                 "none of the %1 pins matches the certificate or its key"),
                     .ofOne = "the pin matches neither the certificate nor its key",
                     .counted = 1},
        .advice = QT_TRANSLATE_NOOP("findings", "Either the key was changed and the pin must follow, or "
                                                "another server answers: compare the fingerprints."),
        .recipe = Recipe::PublicKeyHash,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::Fingerprint}, {Fact::KeyFingerprint}},
    },
    FindingRow{
        .code = FindingCode::NoPins,
        .name = "no-pins",
        .sentence = {QT_TRANSLATE_NOOP("findings", "no pin was given")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Give a pin with --pin or in the settings to have it judged."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Nowhere,
        .restsOn = RestsOn::nothing(),
    },
    FindingRow{
        .code = FindingCode::NoCertificate,
        .name = "no-certificate",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the server presented no certificate")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Set a certificate (Postfix: smtpd_tls_chain_files; Exim: tls_certificate) and leave "
                        "anonymous suites out (Postfix: smtpd_tls_exclude_ciphers = aNULL)."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::Chain}, {Fact::Cipher}},
    },
    FindingRow{
        .code = FindingCode::AnonymousSuite,
        .name = "anonymous-suite",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the anonymous suite %1 authenticates nobody")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Set a certificate (Postfix: smtpd_tls_chain_files; Exim: tls_certificate) and leave "
                        "anonymous suites out (Postfix: smtpd_tls_exclude_ciphers = aNULL)."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::Chain}, {Fact::Cipher}},
    },
    FindingRow{
        .code = FindingCode::LegacyProtocol,
        .name = "legacy-protocol",
        .sentence = {QT_TRANSLATE_NOOP("findings", "%1 is obsolete (RFC 8996)")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Enable TLS 1.2 and 1.3 (Postfix: smtpd_tls_protocols = >=TLSv1.2; Exim: "
                        "openssl_options or tls_require_ciphers; Dovecot: ssl_min_protocol = TLSv1.2)."),
        .args = {FindingArg::Protocol},
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::Protocol}},
    },
    FindingRow{
        .code = FindingCode::WeakKeyExchange,
        .name = "weak-key-exchange",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the key exchange with %1 is weak")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Use a group of 2048 bits or more, or elliptic curves alone (Postfix: "
                        "smtpd_tls_dh1024_param_file = auto; Exim: tls_dhparam; Dovecot: ssl_dh)."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::KeyExchange}},
    },
    FindingRow{
        .code = FindingCode::WeakHandshakeSignature,
        .name = "weak-handshake-signature",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the server signs its key exchange with SHA-1: %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "RFC 9155 forbids it: many clients refuse the handshake. Update the server's TLS "
                        "library, or allow it the signature schemes with SHA-256."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::HandshakeSignature}},
    },
    FindingRow{
        .code = FindingCode::GnuTlsDiffers,
        .name = "gnutls-differs",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "this is for senders with OpenSSL (Postfix, Sendmail); by GnuTLS (Debian's Exim, msmtp) "
            "the outcome is another one: %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Change the chain so that both libraries trust it: the certificates page says what each "
            "of them misses."),
        .args = {FindingArg::Outcome},
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::HandshakeFailed,
        .name = "handshake-failed",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the TLS handshake failed: %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Look into the server's log at this time; check protocol versions, suites and whether "
            "a client certificate is demanded (Postfix: smtpd_tls_req_ccert)."),
        .args = {FindingArg::Alert},
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::ClientCertificateDemanded,
        .name = "client-certificate-demanded",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the server demands a certificate of the client and ends TLS without one")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Senders have no client certificate: ask for one at most on a submission port, and let "
            "the session go on without it (Postfix: smtpd_tls_req_ccert = no, Exim: "
            "tls_try_verify_hosts instead of tls_verify_hosts)."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::ClosedInsideTls,
        .name = "closed-inside-tls",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the server completes the handshake and closes before the first reply inside TLS")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Look into the server's log at this time: the process behind TLS may crash, refuse the "
            "client without a word, or want a client certificate."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::ClearTextForTls,
        .name = "clear-text-for-tls",
        .sentence = {QT_TRANSLATE_NOOP("findings", "behind its 220 the server went on in clear text "
                                                   "instead of starting TLS")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Look into the server's log: it says 220 and has no key, or something between wrote "
                        "into the connection."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::StarttlsReply,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::HandshakeRefusedHere,
        .name = "handshake-refused-here",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "the TLS library of this machine broke the handshake off (its alert: %1); what a sender "
            "with another one does is not told by that")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "What the server sent is outdated or faulty: see which protocol, key and signature it "
            "offers, with the command below and with another TLS library (gnutls-cli)."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::RevocationNotChecked,
        .name = "revocation-not-checked",
        .sentence = {QT_TRANSLATE_NOOP("findings", "revocation was not checked")},
        .advice = QT_TRANSLATE_NOOP("findings", "Relays do not look at revocation. To check it by hand, use "
                                                "openssl ocsp with the leaf and its issuer."),
        .recipe = Recipe::Staple,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::StapledStatus}, {Fact::StapledVerified}},
    },
    FindingRow{
        .code = FindingCode::RevocationGood,
        .name = "revocation-good",
        .sentence = {QT_TRANSLATE_NOOP("findings", "not revoked, by the stapled OCSP response of %1")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Nothing to do. Relays do not look at it; mail programs may."),
        .args = {FindingArg::Day},
        .recipe = Recipe::Staple,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::StapledStatus}, {Fact::StapledVerified}},
    },
    FindingRow{
        .code = FindingCode::RevocationUnproved,
        .name = "revocation-unproved",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the stapled OCSP response proves nothing: %1")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Have the server fetch a fresh response from its CA's responder, or "
                                    "switch stapling off: a bad staple is worse than none."),
        .args = {FindingArg::Reason},
        .recipe = Recipe::Staple,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::StapledStatus}, {Fact::StapledVerified}},
    },
    FindingRow{
        .code = FindingCode::Revoked,
        .name = "revoked",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the certificate was revoked on %1")},
        .advice = QT_TRANSLATE_NOOP("findings", "Get a new certificate with a new key, install it and reload "
                                                "the server: mail programs refuse this one."),
        .args = {FindingArg::Day},
        .recipe = Recipe::Staple,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::StapledStatus}, {Fact::StapledVerified}},
    },
    FindingRow{
        .code = FindingCode::RequireTlsOffered,
        .name = "requiretls-offered",
        .sentence = {QT_TRANSLATE_NOOP("findings", "REQUIRETLS is offered inside TLS")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing to do."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReplyInsideTls,
        .restsOn = {{Fact::ExtensionAfterTls, "REQUIRETLS"}, {Fact::ExtensionsAfterTls}},
    },
    FindingRow{
        .code = FindingCode::RequireTlsNotOffered,
        .name = "requiretls-not-offered",
        .sentence = {QT_TRANSLATE_NOOP("findings", "REQUIRETLS is not offered inside TLS")},
        .advice = QT_TRANSLATE_NOOP("findings", "Such a message cannot be sent here (RFC 8689). Few servers "
                                                "offer it; switch it on where yours knows it."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReplyInsideTls,
        .restsOn = {{Fact::ExtensionAfterTls, "REQUIRETLS"}, {Fact::ExtensionsAfterTls}},
    },
    FindingRow{
        .code = FindingCode::RequireTlsNotSeen,
        .name = "requiretls-not-seen",
        .sentence = {QT_TRANSLATE_NOOP("findings", "whether REQUIRETLS is offered inside TLS was not seen")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Inspect again acting as “TLS if offered”, so that the server is asked inside TLS."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::EhloReplyInsideTls,
        .restsOn = {{Fact::ExtensionsAfterTls}},
    },
    FindingRow{
        .code = FindingCode::VariantDiffers,
        .name = "variant-differs",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "%1 the server answers otherwise, and the outcome is another one: %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Have each certificate of this server satisfy the same senders: give each of them the "
            "same names, a whole chain and its own TLSA record (Postfix: smtpd_tls_chain_files, "
            "tls_server_sni_maps; Exim: tls_certificate)."),
        .args = {FindingArg::Variant, FindingArg::Outcome},
        .recipe = Recipe::Name,
        .place = FindingPlace::Certificate,
        // The variant that a verdict may judge is the one without SNI.
        .restsOn = {{Fact::Variant, "no-sni"}},
    },
    FindingRow{
        .code = FindingCode::VariantNotSeen,
        .name = "variant-not-seen",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "which certificate the server presents %1 was not seen: %2")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Inspect again later: a further short connection came to nothing."),
        .args = {FindingArg::Variant, FindingArg::Outcome},
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Nowhere,
        .restsOn = {{Fact::Remark}},
    },
};

} // namespace mailseal
