#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: TLS reports (RFC 8460).
inline constexpr std::array tlsRptRows{
    FindingRow{
        .code = FindingCode::TlsRptNoRecord,
        .name = "tls-rpt-no-record",
        .sentence = {QT_TRANSLATE_NOOP("findings", "%1 asks for no TLS reports")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Publish a TXT record at _smtp._tls, v=TLSRPTv1; "
                                          "rua=mailto:tls@DOMAIN, to learn of failures that senders see."),
        .recipe = Recipe::TlsRptRecord,
        .place = FindingPlace::TlsRptRecord,
        .restsOn = {{Fact::TlsRptProblem}},
    },
    FindingRow{
        .code = FindingCode::TlsRptSeveralRecords,
        .name = "tls-rpt-several-records",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "there are %1 TLS-RPT records, and only exactly one counts")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Remove all but one TXT record that begins with v=TLSRPTv1 (RFC 8460 section 3)."),
        .recipe = Recipe::TlsRptRecord,
        .place = FindingPlace::TlsRptRecord,
        .restsOn = {{Fact::TlsRptProblem}},
    },
    FindingRow{
        .code = FindingCode::TlsRptRecordInvalid,
        .name = "tls-rpt-record-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the TLS-RPT record is not valid at “%1”")},
        .advice = QT_TRANSLATE_NOOP("findings", "Write it as v=TLSRPTv1; rua=mailto:tls@DOMAIN."),
        .recipe = Recipe::TlsRptRecord,
        .place = FindingPlace::TlsRptRecord,
        .restsOn = {{Fact::TlsRptProblem}},
    },
    FindingRow{
        .code = FindingCode::TlsRptUriInvalid,
        .name = "tls-rpt-uri-invalid",
        .sentence = {QT_TRANSLATE_NOOP("findings", "no report can be sent to “%1”")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Give mailto: and an address, or https: and a host; encode !, comma and semicolon."),
        .recipe = Recipe::TlsRptRecord,
        .place = FindingPlace::TlsRptRecord,
        .restsOn = {{Fact::TlsRptProblem}},
    },
};

} // namespace mailseal
