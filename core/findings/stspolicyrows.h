#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: the text of an MTA-STS policy (RFC 8461 §3.2).
inline constexpr std::array stsPolicyRows{
    FindingRow{
        .code = FindingCode::StsContentType,
        .name = "sts-content-type",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the policy is served as “%1” and ought to be text/plain")},
        .advice = QT_TRANSLATE_NOOP("findings", "Let the web server send Content-Type: text/plain; some "
                                                "senders insist on it (RFC 8461 section 3.2, SHOULD)."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsLineInvalid,
        .name = "sts-line-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the line is no “key: value”: %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Remove the line or write it as key: value, without a space in front of the colon."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsFieldMissing,
        .name = "sts-field-missing",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the policy has no “%1” that counts")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Add it: version, mode, max_age and, unless the mode is none, at least one mx are required."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsFieldInvalid,
        .name = "sts-field-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "“%1” cannot be “%2”")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Take STSv1 for version, enforce, testing or none for mode, 0 "
                                          "to 31557600 for max_age; case counts."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsFieldRepeated,
        .name = "sts-field-repeated",
        .sentence = {QT_TRANSLATE_NOOP("findings", "“%1” stands there again; only the first counts")},
        .advice = QT_TRANSLATE_NOOP("findings", "Remove the repetition."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsFieldUnknown,
        .name = "sts-field-unknown",
        .sentence = {QT_TRANSLATE_NOOP("findings", "“%1” is no known field and is ignored")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Nothing to do, unless it is a slip: keys are version, mode, mx and max_age, in lower case."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsMxInvalid,
        .name = "sts-mx-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "“%1” is no pattern for an MX host and matches nothing")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Write a full host name, or *. and a name: the star stands for one whole label at the left."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsMxAddress,
        .name = "sts-mx-address",
        .sentence = {QT_TRANSLATE_NOOP("findings", "“%1” is an IP address, and mx takes host names only")},
        .advice = QT_TRANSLATE_NOOP("findings", "Write the name of the MX host instead: an address matches "
                                                "nothing, and some senders stop at it."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsMxNotAscii,
        .name = "sts-mx-not-ascii",
        .sentence = {QT_TRANSLATE_NOOP("findings", "“%1” must be written in A-labels: %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Write it as shown (RFC 8461 section 3.2)."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsMxTrailingDot,
        .name = "sts-mx-trailing-dot",
        .sentence = {QT_TRANSLATE_NOOP("findings", "“%1” ends in a dot, which a policy does not have")},
        .advice = QT_TRANSLATE_NOOP("findings", "Remove the dot: many senders find no match with it."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsUtf16,
        .name = "sts-utf-16",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the policy is written in UTF-16, and it has to be UTF-8 (RFC 8461 section 3.2)")},
        .advice = QT_TRANSLATE_NOOP("findings", "Save the policy file as UTF-8 without a byte order mark."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsByteOrderMark,
        .name = "sts-byte-order-mark",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the policy begins with a byte order mark, which makes its first line unreadable")},
        .advice = QT_TRANSLATE_NOOP("findings", "Save the file as UTF-8 without a byte order mark."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsBadOctet,
        .name = "sts-bad-octet",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the line holds the octet %1, which is no printable UTF-8")},
        .advice = QT_TRANSLATE_NOOP("findings", "Write the file anew as plain text."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsEmptyLine,
        .name = "sts-empty-line",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "an empty line, for which the grammar of the policy has no place")},
        .advice = QT_TRANSLATE_NOOP("findings", "Remove it: most senders read on, a strict one may not."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsProblem}},
    },
    FindingRow{
        .code = FindingCode::StsMaxAgeShort,
        .name = "sts-max-age-short",
        .sentence = {QT_TRANSLATE_NOOP("findings", "senders may forget the policy after %1 seconds")},
        .advice = QT_TRANSLATE_NOOP("findings", "Take weeks once the policy has proved itself, 2419200 for "
                                                "example: a short time makes it easy to strip."),
        .recipe = Recipe::StsPolicy,
        .place = FindingPlace::StsPolicy,
        .restsOn = {{Fact::StsMaxAge}, {Fact::StsProblem}},
    },
};

} // namespace mailseal
