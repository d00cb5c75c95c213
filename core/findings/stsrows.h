#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: MTA-STS (RFC 8461): the record, the fetch, and what the policy means
/// for this server.
inline constexpr std::array stsRows{
    FindingRow{
        .code = FindingCode::StsNoPolicy,
        .name = "sts-no-policy",
        .sentence = {QT_TRANSLATE_NOOP("findings", "%1 publishes no MTA-STS record")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Publish a policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt, in "
                                    "testing mode first, then the TXT record at _mta-sts."),
        .recipe = Recipe::StsRecord,
        .place = FindingPlace::StsRecord,
        .restsOn = {{Fact::StsRecord}},
    },
    FindingRow{
        .code = FindingCode::StsInspectDomain,
        .name = "sts-inspect-domain",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "MTA-STS belongs to a mail domain, and %1 was named as a server")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Inspect the domain, the part of a mail address behind the @."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::DnsPage,
        .restsOn = {{Fact::StsLookup}},
    },
    FindingRow{
        .code = FindingCode::StsNotLookedUp,
        .name = "sts-not-looked-up",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the DNS was not asked whether %1 has an MTA-STS record")},
        .advice = QT_TRANSLATE_NOOP("findings", "Inspect the domain with DNS lookups to have it judged."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::DnsPage,
        .restsOn = {{Fact::StsLookup}},
    },
    FindingRow{
        .code = FindingCode::StsLookupFailed,
        .name = "sts-lookup-failed",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the lookup of %1 failed (%2)")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Ask again later; if it stays, check the name servers of the domain and its DNSSEC signatures."),
        .args = {FindingArg::Text, FindingArg::Lookup},
        .recipe = Recipe::TxtRecord,
        .place = FindingPlace::NamedTxtRecord,
        .restsOn = {{Fact::StsLookup}, {Fact::StsProblem}, {Fact::TlsRptProblem}},
    },
    FindingRow{
        .code = FindingCode::StsSeveralRecords,
        .name = "sts-several-records",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "there are %1 MTA-STS records, and only exactly one counts")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Remove all but one TXT record that begins with v=STSv1 (RFC 8461 section 3.1)."),
        .recipe = Recipe::StsRecord,
        .place = FindingPlace::StsRecord,
        .restsOn = {{Fact::StsRecord}, {Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsRecordInvalid,
        .name = "sts-record-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the MTA-STS record is not valid at “%1”")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Write it as v=STSv1; id=20260101T000000Z; with 1 to 32 letters and digits as the id."),
        .recipe = Recipe::StsRecord,
        .place = FindingPlace::StsRecord,
        .restsOn = {{Fact::StsRecord}, {Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::TxtRecordIgnored,
        .name = "txt-record-ignored",
        .sentence = {QT_TRANSLATE_NOOP("findings", "another TXT record at %1 is ignored: %2")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Nothing breaks by it; a wildcard TXT record often puts it there."),
        .recipe = Recipe::TxtRecord,
        .place = FindingPlace::NamedTxtRecord,
        .restsOn = {{Fact::StsProblem}, {Fact::TlsRptProblem}},
    },
    FindingRow{
        .code = FindingCode::StsFetchFailed,
        .name = "sts-fetch-failed",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the MTA-STS policy was not fetched (%1): %2")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Look at it with curl -v https://mta-sts.DOMAIN/.well-known/mta-sts.txt: "
                                    "status 200, no redirect, a certificate that is valid for that name."),
        .args = {FindingArg::Fetch},
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsFetched}, {Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsPolicyInvalid,
        .name = "sts-policy-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the policy that %1 serves is not valid, so it counts for nobody")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Mend the lines that are named; until then senders treat the domain as one without MTA-STS."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        // What is wrong with it are findings of their own, beside this one in the verdict.
        .restsOn = {{Fact::StsPolicyMode}, {Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsOlderPolicyCached,
        .name = "sts-older-policy-cached",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "a sender that still has an older policy of this domain cached keeps to that one")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Until its max_age has passed, keep what an older policy promised."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsRecord}, {Fact::StsFetched}, {Fact::StsPolicyMode}},
    },
    FindingRow{
        .code = FindingCode::StsOlderPolicyDefers,
        .name = "sts-older-policy-defers",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "an older policy in enforce mode, where a sender keeps one, holds the "
                                       "message back: %1 does not pass what it asks of TLS and certificate")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Mend the server first, then the policy: nobody can take back a policy that senders keep."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsRecord}, {Fact::StsFetched}, {Fact::StsPolicyMode}},
    },
    FindingRow{
        .code = FindingCode::StsMxMatch,
        .name = "sts-mx-match",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the MX host %1 matches the policy's “%2”")},
        .advice = QT_TRANSLATE_NOOP("findings", "Nothing to do."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsMxMatches}, {Fact::StsPatterns}},
    },
    FindingRow{
        .code = FindingCode::StsMxMismatch,
        .name = "sts-mx-mismatch",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the MX host %1 matches no mx of the policy: %2")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Add the host to the policy and give the TXT record a new id, "
                                          "or take the host out of the MX records."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsMxMatches}, {Fact::StsPatterns}},
    },
    FindingRow{
        .code = FindingCode::StsAnyPatternDiffers,
        .name = "sts-any-pattern-differs",
        .sentence = {QT_TRANSLATE_NOOP("findings", "older Postfix set-ups would accept %1, because its "
                                                   "certificate holds a name for “%2”; RFC 8461 does not")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Do not rely on it: Postfix 3.10.5 and later and all other senders look at the MX host itself."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsPatterns}},
    },
    FindingRow{
        .code = FindingCode::StsModeTesting,
        .name = "sts-mode-testing",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the policy is in testing mode: failures are reported and hold no mail back")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Switch to enforce when the reports (TLS-RPT) show no failures any more."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsPolicyMode}},
    },
    FindingRow{
        .code = FindingCode::StsModeNone,
        .name = "sts-mode-none",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the policy's mode is none: senders are to treat the domain as one without MTA-STS")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Nothing to do while MTA-STS is being removed; set testing or enforce to use it."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsPolicyMode}},
    },
};

} // namespace mailseal
