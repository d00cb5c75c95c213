#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: what is odd in a dialogue and need not end it.
inline constexpr std::array replyRows{
    FindingRow{
        .code = FindingCode::GreetingSlow,
        .name = "greeting-slow",
        .sentence = {.text = QT_TRANSLATE_N_NOOP("findings", "the greeting came after %1 seconds"),
                     .ofOne = "the greeting came after 1 second",
                     .counted = 1},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Some servers delay it on purpose against spam (Postfix: postscreen_greet_wait). "
                        "Senders wait up to five minutes, so nothing needs to change."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::Greeting,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::EarlyPlaintext,
        .name = "early-plaintext",
        .sentence = {.text = QT_TRANSLATE_N_NOOP("findings",
                                                 "%1 octets of clear text came behind the 220 to STARTTLS"),
                     .ofOne = "1 octet of clear text came behind the 220 to STARTTLS",
                     .counted = 1},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Somebody on the way may have injected it, or the server reads ahead: update the "
                        "server, and compare from another network. The text was discarded."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::StarttlsReply,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::BareLf,
        .name = "bare-lf",
        .sentence = {.text = QT_TRANSLATE_N_NOOP("findings", "%1 lines ended in a bare LF instead of CRLF"),
                     .ofOne = "1 line ended in a bare LF instead of CRLF",
                     .counted = 1},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Senders read on, but strict ones may not: let the server end its lines with CRLF."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::LongLine,
        .name = "long-line",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "a reply line has %1 octets; 512 are allowed (RFC 5321 section 4.5.3.1.5)")},
        .advice = QT_TRANSLATE_NOOP("findings", "Shorten the reply; some senders cut such lines."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::ReplyCodeUnusual,
        .name = "reply-code-unusual",
        .sentence = {QT_TRANSLATE_NOOP("findings", "an unusual reply code at “%1”: %2")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Senders accept any 2xx; nothing needs to change but for tidiness."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastReply,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::ReplyCodesDiffer,
        .name = "reply-codes-differ",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the lines of one reply carry different codes; the last is %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Let every line of a reply carry the same code (RFC 5321 section 4.2.1)."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastReply,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::UnexpectedReply,
        .name = "unexpected-reply",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the server spoke out of turn: %1")},
        .advice = QT_TRANSLATE_NOOP("findings", "Such a line shifts the answers for many senders: look for a "
                                                "proxy or filter in front of the server."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastReply,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::HeloOnly,
        .name = "helo-only",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "EHLO was refused with %1 and HELO taken, so no extension is offered")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "A server that knows EHLO can offer STARTTLS: update or configure it."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReply,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::CapabilityCase,
        .name = "capability-case",
        .sentence = {QT_TRANSLATE_NOOP("findings", "an EHLO keyword in unusual case: %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Keywords are case-insensitive (RFC 5321 section 4.1.1.1); nothing to do."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReply,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::EhloNameNotFqdn,
        .name = "ehlo-name-not-fqdn",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the EHLO name “%1” is not fully qualified")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Give the full name of this machine with --ehlo or in the settings: some servers refuse others."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::EhloCommand,
        .restsOn = {{Fact::Remark}},
    },
};

} // namespace mailseal
