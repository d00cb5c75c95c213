#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: a domain's mail servers and their addresses as the DNS tells them.
inline constexpr std::array dnsRows{
    FindingRow{
        .code = FindingCode::MxInsecure,
        .name = "mx-insecure",
        .sentence = {QT_TRANSLATE_NOOP("findings", "no signature vouches for the MX record of %1, so anyone "
                                                   "on the way could have named %2 as its mail server")},
        .advice = QT_TRANSLATE_NOOP("findings", "Sign the zone of the domain with DNSSEC, or publish an "
                                                "MTA-STS policy that names its mail servers."),
        .recipe = Recipe::MxRecord,
        .place = FindingPlace::MxRecords,
        .restsOn = {{Fact::MxLookup}},
    },
    FindingRow{
        .code = FindingCode::DomainUnsigned,
        .name = "domain-unsigned",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "%1 is not signed with DNSSEC and its mail server %2 is: senders use the TLSA records of %2, and "
            "whoever forges the MX record of %1 still chooses another server (RFC 7672 section 2.2.1)")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Sign the zone of %1 with DNSSEC, or publish an MTA-STS policy that "
                                    "names its mail servers; the zone of %2 needs nothing."),
        .recipe = Recipe::MxRecord,
        .place = FindingPlace::MxRecords,
        .restsOn = {{Fact::MxLookup}, {Fact::TlsaLookup}},
    },
    FindingRow{
        .code = FindingCode::BogusPassedOver,
        .name = "bogus-passed-over",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "a sender whose resolver does not validate sees nothing of that: %1")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing can be mended on the side of those who send."),
        .args = {FindingArg::Outcome},
        .recipe = Recipe::Nothing,
        .place = FindingPlace::DnsPage,
        .restsOn = {{Fact::MxLookup}, {Fact::AddressLookup}},
    },
    FindingRow{
        .code = FindingCode::DnssecSha1,
        .name = "dnssec-sha1",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "the answer for %1 is signed with %2: SHA-1 is no longer fit for signatures, and some "
            "validators take such a zone for an unsigned one (RFC 8624)")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Sign the zone anew with ECDSAP256SHA256 (13) and have the DS "
                                          "record of the new key put into the parent zone."),
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::DnsPage,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::LookupUnanswered,
        .name = "lookup-unanswered",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "nobody knows which %3 records %1 has: the lookup failed (%2)")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Ask again later. If it stays, the name servers or a firewall "
                                          "before them do not answer such queries."),
        .args = {FindingArg::Text, FindingArg::Lookup},
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::Addresses,
        .restsOn = {{Fact::AddressLookup}, {Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::NullMxBesideOthers,
        .name = "null-mx-beside-others",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "%1 has a null MX beside other MX records, which RFC 7505 section 3 forbids: the one "
                        "says that the domain takes no mail, the others say who takes it")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Remove the null MX (0 .) if the domain is meant to take mail, otherwise all the others."),
        .recipe = Recipe::MxRecord,
        .place = FindingPlace::MxRecords,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::MxBogus,
        .name = "mx-bogus",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the MX record of %1 fails DNSSEC validation: %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Mend the zone's signatures and its DS record: senders that validate cannot deliver at all."),
        .recipe = Recipe::MxRecord,
        .place = FindingPlace::MxRecords,
        .restsOn = {{Fact::MxLookup}},
    },
    FindingRow{
        .code = FindingCode::NullMx,
        .name = "null-mx",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%1 takes no mail: its MX record is the null MX (RFC 7505)")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing to do if the domain is meant to take no mail; "
                                                "otherwise publish an MX record that names its mail server."),
        .recipe = Recipe::MxRecord,
        .place = FindingPlace::MxRecords,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::MxIsAlias,
        .name = "mx-is-alias",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the MX host %1 is an alias (CNAME) of %2; RFC 5321 §5.1 "
                                                   "wants a name that has addresses itself")},
        .advice = QT_TRANSLATE_NOOP("findings", "Let the MX record name the host itself."),
        .recipe = Recipe::Alias,
        .place = FindingPlace::Addresses,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::ServersLeftOut,
        .name = "servers-left-out",
        .sentence = {.text = QT_TRANSLATE_N_NOOP("findings",
                                                 "%1 further servers of this domain were not inspected"),
                     .ofOne = "1 further server of this domain was not inspected",
                     .counted = 1},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Inspect the remaining ones by name, as in host:mx.example.org."),
        .recipe = Recipe::MxRecord,
        .place = FindingPlace::MxRecords,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::AddressBogus,
        .name = "address-bogus",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the address records of %1 fail DNSSEC validation: %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Mend the signatures of the zone and its DS record: senders "
                                                "that validate cannot reach the host."),
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::Addresses,
        .restsOn = {{Fact::AddressLookup}},
    },
    FindingRow{
        .code = FindingCode::DnssecNotTold,
        .name = "dnssec-not-told",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "nobody could tell whether the answer for %1 is genuine: no DNSSEC trust anchor was there")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Give a resolver that validates (--resolver) or a trust anchor (--dnssec-anchor)."),
        .recipe = Recipe::NamedAnswer,
        .place = FindingPlace::Addresses,
        .restsOn = {{Fact::MxLookup}, {Fact::AddressLookup}, {Fact::TlsaLookup}},
    },
    FindingRow{
        .code = FindingCode::ResolverStripsDnssec,
        .name = "resolver-strips-dnssec",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the resolver (%1) hands on no DNSSEC signatures, so "
                                                   "nobody can tell whether the answers are genuine")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Look the domain up through a resolver that passes DNSSEC on (--resolver, or the settings)."),
        .recipe = Recipe::MxRecord,
        .place = FindingPlace::DnsPage,
        .restsOn = {{Fact::MxLookup}, {Fact::AddressLookup}, {Fact::TlsaLookup}},
    },
};

} // namespace mailseal
