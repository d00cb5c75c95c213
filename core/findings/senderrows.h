#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: where real senders of one class differ, and what they differ about.
inline constexpr std::array senderRows{
    FindingRow{
        .code = FindingCode::HoldsForSender,
        .name = "holds-for-sender",
        .sentence = {QT_TRANSLATE_NOOP("findings", "not every such sender does as “%1”: with “%3” it is %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Mend what the two differ about: then it does not matter which program sends."),
        .args = {FindingArg::Text, FindingArg::Outcome},
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::SessionEnd}, {Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::ClearTextIfTaken,
        .name = "clear-text-if-taken",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "then it goes in clear text, if the server takes it: Exim tries so at once, Postfix on "
            "a later attempt; Sendmail, as it comes, keeps the message")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Let TLS work here. A server that demands it (530) gets the message back to its sender."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::NoSuchHost,
        .name = "no-such-host",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "there is nothing to connect to at %1 (%2), so the message is returned "
                        "(5.4.4) where no other MX host has an address")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Publish an address for the name, or correct the MX record; check the spelling first."),
        .args = {FindingArg::Text, FindingArg::Lookup},
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::Addresses,
        .restsOn = {{Fact::AddressLookup}, {Fact::MxLookup}},
    },
    FindingRow{
        .code = FindingCode::SecondGreeting,
        .name = "second-greeting",
        .sentence = {QT_TRANSLATE_NOOP("findings", "a second greeting came where the answer to EHLO was due, "
                                                   "which shifts every answer by one for Postfix")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Greet once: look for a proxy or filter in front of the server "
                                          "that has a greeting of its own."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::Greeting,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::GreetingInsideTls,
        .name = "greeting-inside-tls",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the server greets once more inside TLS, which shifts every answer by one: Postfix "
                        "returns the message (5.5.0)")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "After STARTTLS the server waits for EHLO (RFC 3207 section 4.2): where a proxy adds "
                        "TLS, let it greet before TLS alone."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::EhloReplyInsideTls,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::BlankLine,
        .name = "blank-line",
        .sentence = {.text =
                         QT_TRANSLATE_N_NOOP("findings", "%1 blank lines stand before or behind an answer"),
                     .ofOne = "a blank line stands before or behind an answer",
                     .counted = 1},
        .advice =
            QT_TRANSLATE_NOOP("findings", "No answer may be empty (RFC 5321 section 4.2): Postfix reads "
                                          "on, Exim gives up."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::KeywordWithValue,
        .name = "keyword-with-value",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "STARTTLS is offered as “%1”, which not every sender takes")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Offer STARTTLS without anything behind it (RFC 3207 section 2): Postfix takes the one "
            "with a value, Exim does not see it."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReply,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::NoSecureRenegotiation,
        .name = "no-secure-renegotiation",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the server does not know secure renegotiation (RFC 5746), and OpenSSL 3 breaks the "
                        "handshake off")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Update the server's TLS library, or switch TLS 1.3 on. Senders "
                                          "with GnuTLS (Debian's Exim) go on."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::HandshakeBelowLevel,
        .name = "handshake-below-level",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the key exchange is signed with SHA-1 (%1), which Postfix does not take where it "
                        "verifies (OpenSSL’s security level 1)")},
        .advice = QT_TRANSLATE_NOOP("findings", "Switch TLS 1.2 or 1.3 on at the server, with SHA-256."),
        .args = {FindingArg::Protocol},
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::Protocol}, {Fact::HandshakeSignature}},
    },
    FindingRow{
        .code = FindingCode::ChainBelowLevel,
        .name = "chain-below-level",
        .sentence = {QT_TRANSLATE_NOOP("findings", "%2 is too weak where Postfix verifies: %1 (OpenSSL’s "
                                                   "security level 1)")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Have the certificate made anew, with a key of 2048 bits or P-256, signed with SHA-256."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::SignatureAlgorithm}, {Fact::PublicKey}},
    },
    FindingRow{
        .code = FindingCode::ChainTooDeep,
        .name = "chain-too-deep",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the path has %1 certificates between the server’s and the "
                                       "root; Postfix follows %2 (smtp_tls_scert_verifydepth)")},
        .advice = QT_TRANSLATE_NOOP("findings", "Use a certificate of a CA nearer to the root."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::Trusted}},
    },
    FindingRow{
        .code = FindingCode::TlsaFromRecord,
        .name = "tlsa-from-record",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the certificate of the TLSA record %1 is not sent and taken from the record, which "
                        "Exim with GnuTLS does not do")},
        .advice = QT_TRANSLATE_NOOP("findings", "Send that certificate behind the server's own as well."),
        .recipe = Recipe::DaneClient,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaMatches}, {Fact::TlsaRecords}},
    },
    FindingRow{
        .code = FindingCode::TlsaAtAlias,
        .name = "tlsa-at-alias",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "the TLSA records stand at the alias %1 and not at %2, where it leads: Exim looks only "
            "there")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Let the MX record name a host that is no alias (RFC 5321 section 5.1)."),
        .recipe = Recipe::TlsaRecord,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaBase}, {Fact::TlsaRecords}},
    },
    FindingRow{
        .code = FindingCode::ManyTlsaRecords,
        .name = "many-tlsa-records",
        .sentence = {.text = QT_TRANSLATE_N_NOOP(
                         "findings", "%1 TLSA records stand here; in 2024 Exchange Online did not "
                                     "cope with more than about 12"),
                     .ofOne = "1 TLSA record stands here",
                     .counted = 1},
        .advice = QT_TRANSLATE_NOOP("findings", "Take out those of keys that are no longer used."),
        .recipe = Recipe::TlsaRecord,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaRecords}},
    },
};

} // namespace mailseal
