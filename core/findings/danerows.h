#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: TLSA records (RFC 7672).
inline constexpr std::array daneRows{
    FindingRow{
        .code = FindingCode::TlsaMatch,
        .name = "tlsa-match",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the TLSA record %1 matches: %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing to do. Publish the new record before the key "
                                                "changes, and take the old one out afterwards."),
        .recipe = Recipe::DaneClient,
        .place = FindingPlace::TlsaRecords,
        // A match that an unsigned MX record led to is worth less: no other finding decides that verdict.
        .restsOn = {{Fact::TlsaMatches}, {Fact::MxLookup}},
    },
    FindingRow{
        .code = FindingCode::TlsaMismatch,
        .name = "tlsa-mismatch",
        .sentence = {.text = QT_TRANSLATE_N_NOOP("findings",
                                                 "none of the %1 TLSA records matches the certificate"),
                     .ofOne = "the TLSA record does not match the certificate",
                     .counted = 1},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Publish a record for the certificate that is in use (mailseal-cli "
                                    "verify prints it), or put the certificate back that the records were "
                                    "made for; wait for the old records' TTL before the key changes."),
        .recipe = Recipe::DaneClient,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaMatches}, {Fact::TlsaRecords}},
    },
    FindingRow{
        .code = FindingCode::TlsaTaNotSent,
        .name = "tlsa-ta-not-sent",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the TLSA record %1 designates a certificate that the server does not send")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Send that CA's certificate behind the server's own, the root too where the record "
                        "names it (Postfix: smtpd_tls_chain_files; Exim: tls_certificate), or publish 2 1 1 "
                        "of the intermediate, or 3 1 1 of the server's key."),
        .recipe = Recipe::DaneClient,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaMatches}, {Fact::TlsaRecords}},
    },
    FindingRow{
        .code = FindingCode::TlsaWeakerMatches,
        .name = "tlsa-weaker-matches",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the TLSA record %1 matches and is set aside, because a "
                                                   "stronger digest of the same kind stands beside it")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Publish every digest of a certificate together, or SHA-256 alone (RFC 7671 section 9)."),
        .recipe = Recipe::DaneClient,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaMatches}, {Fact::TlsaRecords}},
    },
    FindingRow{
        .code = FindingCode::TlsaUnusable,
        .name = "tlsa-unusable",
        .sentence = {QT_TRANSLATE_NOOP("findings", "TLSA records that cannot be used for SMTP: %1 of %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Publish usage 3 or 2, selector 0 or 1, matching type 0, 1 or 2 and a value of the "
                        "right length: 3 1 1 with the SHA-256 of the public key is the usual one."),
        .recipe = Recipe::TlsaRecord,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaMatches}, {Fact::TlsaRecords}},
    },
    FindingRow{
        .code = FindingCode::TlsaNone,
        .name = "tlsa-none",
        .sentence = {QT_TRANSLATE_NOOP("findings", "there is no TLSA record at %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Nothing breaks by it. To let senders authenticate this server by DANE, sign the zone "
            "with DNSSEC and publish a TLSA record, 3 1 1 for example."),
        .recipe = Recipe::TlsaRecord,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaRecords}, {Fact::TlsaLookup}},
    },
    FindingRow{
        .code = FindingCode::TlsaInsecure,
        .name = "tlsa-insecure",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%1 is not signed with DNSSEC, so TLSA records count for nobody")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Sign the zone with DNSSEC and have its DS record put into the parent zone."),
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaLookup}, {Fact::AddressLookup}},
    },
    FindingRow{
        .code = FindingCode::TlsaBogus,
        .name = "tlsa-bogus",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "a lookup that DANE needs, %1, fails DNSSEC validation: %2")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Mend the signatures of the zone and its DS record: senders that "
                                          "validate hold mail back, because an attack may look like this."),
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaLookup}, {Fact::AddressLookup}},
    },
    FindingRow{
        .code = FindingCode::TlsaLookupFailed,
        .name = "tlsa-lookup-failed",
        .sentence = {QT_TRANSLATE_NOOP("findings", "a lookup that DANE needs, %1, failed (%2)")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Ask again later. If it stays, the name servers or a firewall before them do not "
                        "answer such queries: senders with DANE hold mail back then."),
        .args = {FindingArg::Text, FindingArg::Lookup},
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::TlsaRecords,
        .restsOn = {{Fact::TlsaLookup}, {Fact::AddressLookup}},
    },
    FindingRow{
        .code = FindingCode::TlsaNotLookedUp,
        .name = "tlsa-not-looked-up",
        .sentence = {QT_TRANSLATE_NOOP("findings", "no TLSA records of %1 were looked up")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Inspect it with DNS lookups, or give records to mailseal-cli verify with --tlsa."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Nowhere,
        .restsOn = {{Fact::TlsaLookup}},
    },
    FindingRow{
        .code = FindingCode::TlsaNoName,
        .name = "tlsa-no-name",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%1 is an address, and TLSA records belong to host names")},
        .advice = QT_TRANSLATE_NOOP("findings", "Inspect the server by its host name."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Nowhere,
        .restsOn = {{Fact::TlsaLookup}},
    },
};

} // namespace mailseal
