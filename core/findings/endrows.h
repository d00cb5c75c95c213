#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: where and why the dialogue ended, or was not begun.
inline constexpr std::array endRows{
    FindingRow{
        .code = FindingCode::StarttlsNotOffered,
        .name = "starttls-not-offered",
        .sentence = {QT_TRANSLATE_NOOP("findings", "STARTTLS is not offered")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Offer it (Postfix: smtpd_tls_security_level = may and smtpd_tls_chain_files; Exim: "
                        "tls_advertise_hosts = * and tls_certificate). If it is set already, look for a "
                        "firewall that removes it from the list."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReply,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::StarttlsIntermittent,
        .name = "starttls-intermittent",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "STARTTLS is offered intermittently: missing behind “%1”, offered behind “%2”")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Several servers may stand behind this address: compare their "
                                          "configuration, and look at the two greetings."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReply,
        .restsOn = {{Fact::SessionEnd}, {Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::StarttlsMasked,
        .name = "starttls-masked",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "STARTTLS is masked on the way: the server's list shows “%1”")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "A firewall rewrites SMTP (Cisco ASA and PIX: inspect esmtp, fixup protocol smtp). "
                        "Allow TLS there (allow-tls) or switch the inspection off."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReply,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::StarttlsRefused,
        .name = "starttls-refused",
        .sentence = {QT_TRANSLATE_NOOP("findings", "STARTTLS was answered %1 %2")},
        .advice = QT_TRANSLATE_NOOP("findings", "Look into the server's log for the reason; most often the "
                                                "key or the certificate cannot be read."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::StarttlsReply,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::RefusedAfterTls,
        .name = "refused-after-tls",
        .sentence = {QT_TRANSLATE_NOOP("findings", "inside TLS the server refuses everything: %1 %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "The server is not satisfied with this client (RFC 3207 section 4.1): it may demand a "
            "client certificate or a stronger suite; its log says which."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReplyInsideTls,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::Unreachable,
        .name = "unreachable",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the server could not be reached (%1): %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Check address, port and firewall. Many networks block port 25: try another port or a proxy."),
        .args = {FindingArg::End, FindingArg::Reason},
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::GreetingRefused,
        .name = "greeting-refused",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the server greeted with %1 %2")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "The server does not want this client: check the EHLO name, the reverse "
                                    "name of the source address and block lists, then ask again later."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::Greeting,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::EhloRefused,
        .name = "ehlo-refused",
        .sentence = {QT_TRANSLATE_NOOP("findings", "EHLO was answered %1 %2")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "The server does not want this client: check the EHLO name, the reverse "
                                    "name of the source address and block lists, then ask again later."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::EhloReply,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::NoUsableReply,
        .name = "no-usable-reply",
        .sentence = {QT_TRANSLATE_NOOP("findings", "no usable answer came (%1): %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Ask again later, with a longer --timeout; the transcript shows how far it came."),
        .args = {FindingArg::End},
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::NotInspected,
        .name = "not-inspected",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the inspection did not get as far as an answer (%1)")},
        .advice = QT_TRANSLATE_NOOP("findings", "Inspect again, with a longer --timeout where time ran out."),
        .args = {FindingArg::End},
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::Throttled,
        .name = "throttled",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the server turns us away for now: %1 %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Nothing more was sent to this address. Wait a few minutes; on your own server see "
            "Postfix smtpd_client_connection_rate_limit and smtpd_client_connection_count_limit."),
        .recipe = Recipe::Dialogue,
        .place = FindingPlace::LastReply,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::SessionEndedByPolicy,
        .name = "session-ended-by-policy",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the session ended right after the handshake, as the policy asks; "
                                       "what the server would have answered inside TLS was not awaited")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "To see the rest of the dialogue, inspect again acting as “TLS if offered”."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::Port25BlockedHere,
        .name = "port-25-blocked-here",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "port 25 does not answer, but the same host answers on port %1: the network drops port 25")},
        .advice = QT_TRANSLATE_NOOP("findings", "Inspect from another network, through a proxy (--proxy), or "
                                                "on port 587 if mail is submitted there."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::SpeaksTlsAtOnce,
        .name = "speaks-tls-at-once",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "port %1 of this server says nothing and answers a TLS handshake (%2): TLS is spoken "
                        "there at once")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Inspect it as submissions, or have the server speak STARTTLS on this port: senders of "
            "mail wait for a greeting in clear text."),
        .args = {FindingArg::Text, FindingArg::Protocol},
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::SpeaksClearText,
        .name = "speaks-clear-text",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "the server speaks clear text on this port, where TLS was expected at once")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Inspect it as submission or smtp, or have the server speak TLS at once on this port "
                        "(Postfix: smtpd_tls_wrappermode, Exim: tls_on_connect_ports)."),
        .recipe = Recipe::Handshake,
        .place = FindingPlace::Handshake,
        .restsOn = {{Fact::SessionEnd}},
    },
    FindingRow{
        .code = FindingCode::HostDown,
        .name = "host-down",
        .sentence = {.text =
                         QT_TRANSLATE_N_NOOP("findings", "ports %1 of the same host do not answer either"),
                     .ofOne = "port %1 of the same host does not answer either",
                     .counted = 1,
                     .isList = true},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "The host seems to be down, or everything to it is filtered: check it from elsewhere."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = {{Fact::Remark}},
    },
    FindingRow{
        .code = FindingCode::RelayService,
        .name = "relay-service",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "mail programs do not hand in mail here: the service is %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Nothing to do: it is judged where mail programs connect, on the ports 465 and 587."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Nowhere,
        .restsOn = {{Fact::ServiceSpoken}},
    },
    FindingRow{
        .code = FindingCode::NotForThisService,
        .name = "not-for-this-service",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "this kind of sender relays mail; the service here is %1")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Nothing to do: it is judged where mail is relayed, on port 25."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Nowhere,
        .restsOn = {{Fact::ServiceSpoken}},
    },
};

} // namespace mailseal
