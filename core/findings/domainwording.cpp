#include "findings/domainwording.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

struct DomainRow
{
    FindingCode code;
    const char *sentence;
    const char *advice;
};

/// What is said about the records and the policy of a domain.
constexpr std::array domainRows{
    DomainRow{FindingCode::NotForThisService,
              QT_TRANSLATE_NOOP("wording", "this kind of sender relays mail; the service here is %1"),
              QT_TRANSLATE_NOOP("wording", "Nothing to do: it is judged where mail is relayed, on port 25.")},
    DomainRow{FindingCode::StsNoPolicy, QT_TRANSLATE_NOOP("wording", "%1 publishes no MTA-STS record"),
              QT_TRANSLATE_NOOP("wording",
                                "Publish a policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt, in "
                                "testing mode first, then the TXT record at _mta-sts.")},
    DomainRow{FindingCode::StsInspectDomain,
              QT_TRANSLATE_NOOP("wording", "MTA-STS belongs to a mail domain, and %1 was named as a server"),
              QT_TRANSLATE_NOOP("wording", "Inspect the domain, the part of a mail address behind the @.")},
    DomainRow{FindingCode::StsNotLookedUp,
              QT_TRANSLATE_NOOP("wording", "the DNS was not asked whether %1 has an MTA-STS record"),
              QT_TRANSLATE_NOOP("wording", "Inspect the domain with DNS lookups to have it judged.")},
    DomainRow{
        FindingCode::StsLookupFailed, QT_TRANSLATE_NOOP("wording", "the lookup of %1 failed (%2)"),
        QT_TRANSLATE_NOOP(
            "wording",
            "Ask again later; if it stays, check the name servers of the domain and its DNSSEC signatures.")},
    DomainRow{
        FindingCode::StsSeveralRecords,
        QT_TRANSLATE_NOOP("wording", "there are %1 MTA-STS records, and only exactly one counts"),
        QT_TRANSLATE_NOOP("wording",
                          "Remove all but one TXT record that begins with v=STSv1 (RFC 8461 section 3.1).")},
    DomainRow{FindingCode::StsRecordInvalid,
              QT_TRANSLATE_NOOP("wording", "the MTA-STS record is not valid at “%1”"),
              QT_TRANSLATE_NOOP(
                  "wording",
                  "Write it as v=STSv1; id=20260101T000000Z; with 1 to 32 letters and digits as the id.")},
    DomainRow{
        FindingCode::TxtRecordIgnored,
        QT_TRANSLATE_NOOP("wording", "another TXT record at %1 is ignored: %2"),
        QT_TRANSLATE_NOOP("wording", "Nothing breaks by it; a wildcard TXT record often puts it there.")},
    DomainRow{
        FindingCode::StsOlderPolicyCached,
        QT_TRANSLATE_NOOP("wording",
                          "a sender that still has an older policy of this domain cached keeps to that one"),
        QT_TRANSLATE_NOOP("wording", "Until its max_age has passed, keep what an older policy promised.")},
    DomainRow{
        FindingCode::StsOlderPolicyDefers,
        QT_TRANSLATE_NOOP("wording", "an older policy in enforce mode, where a sender keeps one, holds the "
                                     "message back: %1 does not pass what it asks of TLS and certificate"),
        QT_TRANSLATE_NOOP("wording", "Mend the server first, then the policy: nobody can take back a policy "
                                     "that senders keep.")},
    DomainRow{FindingCode::StsFetchFailed,
              QT_TRANSLATE_NOOP("wording", "the MTA-STS policy was not fetched (%1): %2"),
              QT_TRANSLATE_NOOP(
                  "wording", "Look at it with curl -v https://mta-sts.DOMAIN/.well-known/mta-sts.txt: status "
                             "200, no redirect, a certificate that is valid for that name.")},
    DomainRow{FindingCode::StsContentType,
              QT_TRANSLATE_NOOP("wording", "the policy is served as “%1” and ought to be text/plain"),
              QT_TRANSLATE_NOOP("wording",
                                "Let the web server send Content-Type: text/plain; some senders insist "
                                "on it (RFC 8461 section 3.2, SHOULD).")},
    DomainRow{
        FindingCode::StsLineInvalid, QT_TRANSLATE_NOOP("wording", "the line is no “key: value”: %1"),
        QT_TRANSLATE_NOOP(
            "wording", "Remove the line or write it as key: value, without a space in front of the colon.")},
    DomainRow{
        FindingCode::StsPolicyInvalid,
        QT_TRANSLATE_NOOP("wording", "the policy that %1 serves is not valid, so it counts for nobody"),
        QT_TRANSLATE_NOOP(
            "wording",
            "Mend the lines that are named; until then senders treat the domain as one without MTA-STS.")},
    DomainRow{
        FindingCode::StsFieldMissing, QT_TRANSLATE_NOOP("wording", "the policy has no “%1” that counts"),
        QT_TRANSLATE_NOOP(
            "wording",
            "Add it: version, mode, max_age and, unless the mode is none, at least one mx are required.")},
    DomainRow{FindingCode::StsFieldInvalid, QT_TRANSLATE_NOOP("wording", "“%1” cannot be “%2”"),
              QT_TRANSLATE_NOOP("wording", "Take STSv1 for version, enforce, testing or none for mode, 0 to "
                                           "31557600 for max_age; case counts.")},
    DomainRow{FindingCode::StsFieldRepeated,
              QT_TRANSLATE_NOOP("wording", "“%1” stands there again; only the first counts"),
              QT_TRANSLATE_NOOP("wording", "Remove the repetition.")},
    DomainRow{
        FindingCode::StsFieldUnknown, QT_TRANSLATE_NOOP("wording", "“%1” is no known field and is ignored"),
        QT_TRANSLATE_NOOP(
            "wording",
            "Nothing to do, unless it is a slip: keys are version, mode, mx and max_age, in lower case.")},
    DomainRow{
        FindingCode::StsMxInvalid,
        QT_TRANSLATE_NOOP("wording", "“%1” is no pattern for an MX host and matches nothing"),
        QT_TRANSLATE_NOOP(
            "wording",
            "Write a full host name, or *. and a name: the star stands for one whole label at the left.")},
    DomainRow{FindingCode::StsMxAddress,
              QT_TRANSLATE_NOOP("wording", "“%1” is an IP address, and mx takes host names only"),
              QT_TRANSLATE_NOOP("wording",
                                "Write the name of the MX host instead: an address matches nothing, and "
                                "some senders stop at it.")},
    DomainRow{FindingCode::StsMxNotAscii,
              QT_TRANSLATE_NOOP("wording", "“%1” must be written in A-labels: %2"),
              QT_TRANSLATE_NOOP("wording", "Write it as shown (RFC 8461 section 3.2).")},
    DomainRow{FindingCode::StsMxTrailingDot,
              QT_TRANSLATE_NOOP("wording", "“%1” ends in a dot, which a policy does not have"),
              QT_TRANSLATE_NOOP("wording", "Remove the dot: many senders find no match with it.")},
    DomainRow{
        FindingCode::StsByteOrderMark,
        QT_TRANSLATE_NOOP("wording",
                          "the policy begins with a byte order mark, which makes its first line unreadable"),
        QT_TRANSLATE_NOOP("wording", "Save the file as UTF-8 without a byte order mark.")},
    DomainRow{FindingCode::StsBadOctet,
              QT_TRANSLATE_NOOP("wording", "the line holds the octet %1, which is no printable UTF-8"),
              QT_TRANSLATE_NOOP("wording", "Write the file anew as plain text.")},
    DomainRow{FindingCode::StsEmptyLine,
              QT_TRANSLATE_NOOP("wording", "an empty line, for which the grammar of the policy has no place"),
              QT_TRANSLATE_NOOP("wording", "Remove it: most senders read on, a strict one may not.")},
    DomainRow{FindingCode::StsMaxAgeShort,
              QT_TRANSLATE_NOOP("wording", "senders may forget the policy after %1 seconds"),
              QT_TRANSLATE_NOOP("wording",
                                "Take weeks once the policy has proved itself, 2419200 for example: a "
                                "short time makes it easy to strip.")},
    DomainRow{FindingCode::StsMxMatch,
              QT_TRANSLATE_NOOP("wording", "the MX host %1 matches the policy's “%2”"),
              QT_TRANSLATE_NOOP("wording", "Nothing to do.")},
    DomainRow{FindingCode::StsMxMismatch,
              QT_TRANSLATE_NOOP("wording", "the MX host %1 matches no mx of the policy: %2"),
              QT_TRANSLATE_NOOP("wording",
                                "Add the host to the policy and give the TXT record a new id, or take "
                                "the host out of the MX records.")},
    DomainRow{
        FindingCode::StsAnyPatternDiffers,
        QT_TRANSLATE_NOOP("wording", "older Postfix set-ups would accept %1, because its certificate holds a "
                                     "name for “%2”; RFC 8461 does not"),
        QT_TRANSLATE_NOOP(
            "wording",
            "Do not rely on it: Postfix 3.10.5 and later and all other senders look at the MX host itself.")},
    DomainRow{FindingCode::StsModeTesting,
              QT_TRANSLATE_NOOP("wording",
                                "the policy is in testing mode: failures are reported and hold no mail back"),
              QT_TRANSLATE_NOOP("wording",
                                "Switch to enforce when the reports (TLS-RPT) show no failures any more.")},
    DomainRow{
        FindingCode::StsModeNone,
        QT_TRANSLATE_NOOP(
            "wording", "the policy's mode is none: senders are to treat the domain as one without MTA-STS"),
        QT_TRANSLATE_NOOP("wording",
                          "Nothing to do while MTA-STS is being removed; set testing or enforce to use it.")},
    DomainRow{FindingCode::TlsRptNoRecord, QT_TRANSLATE_NOOP("wording", "%1 asks for no TLS reports"),
              QT_TRANSLATE_NOOP("wording",
                                "Publish a TXT record at _smtp._tls, v=TLSRPTv1; rua=mailto:tls@DOMAIN, "
                                "to learn of failures that senders see.")},
    DomainRow{
        FindingCode::TlsRptSeveralRecords,
        QT_TRANSLATE_NOOP("wording", "there are %1 TLS-RPT records, and only exactly one counts"),
        QT_TRANSLATE_NOOP("wording",
                          "Remove all but one TXT record that begins with v=TLSRPTv1 (RFC 8460 section 3).")},
    DomainRow{FindingCode::TlsRptRecordInvalid,
              QT_TRANSLATE_NOOP("wording", "the TLS-RPT record is not valid at “%1”"),
              QT_TRANSLATE_NOOP("wording", "Write it as v=TLSRPTv1; rua=mailto:tls@DOMAIN.")},
    DomainRow{
        FindingCode::TlsRptUriInvalid, QT_TRANSLATE_NOOP("wording", "no report can be sent to “%1”"),
        QT_TRANSLATE_NOOP(
            "wording", "Give mailto: and an address, or https: and a host; encode !, comma and semicolon.")},
};

const DomainRow *domainRowOf(FindingCode code)
{
    const auto *found = std::find_if(domainRows.begin(), domainRows.end(),
                                     [code](const DomainRow &row) { return row.code == code; });
    return found == domainRows.end() ? nullptr : found;
}

} // namespace

const char *domainSentence(FindingCode code)
{
    const DomainRow *row = domainRowOf(code);
    return row ? row->sentence : "";
}

const char *domainAdvice(FindingCode code)
{
    const DomainRow *row = domainRowOf(code);
    return row ? row->advice : "";
}

} // namespace mailseal
