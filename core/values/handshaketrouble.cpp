#include "values/handshaketrouble.h"

namespace mailseal {

HandshakeTrouble handshakeTroubleOf(const SessionFacts &session)
{
    using Trouble = HandshakeTrouble;
    const HandshakeFacts handshake = session.handshake.value_or(HandshakeFacts{});
    const auto &received = handshake.alertReceived;
    if (received) {
        constexpr int certificateRequired = 116; // RFC 8446 §6.2
        constexpr int handshakeFailure = 40;     // what TLS 1.2 and before have for it (RFC 5246 §7.4.6)
        constexpr int badCertificate = 42;
        const int number = received->number;
        const bool isForCertificate =
            number == certificateRequired || number == badCertificate || number == handshakeFailure;
        if (number == certificateRequired || (isForCertificate && handshake.clientCertificateRequested))
            return Trouble::ClientCertificate;
        return Trouble::Alert;
    }
    if (handshake.completed)
        return handshake.clientCertificateRequested ? Trouble::ClientCertificate : Trouble::ClosedInside;
    if (handshake.answeredInClear || session.earlyPlaintext)
        return Trouble::ClearText;
    // OpenSSL 3 tells it by its own text alone; senders that are built with it break off as we do.
    if (handshake.error.contains(QLatin1StringView("unsafe legacy renegotiation")))
        return Trouble::NoSecureRenegotiation;
    return handshake.alertSent ? Trouble::RefusedHere : Trouble::Other;
}

Finding failedHandshake(const SessionFacts &session)
{
    const HandshakeFacts handshake = session.handshake.value_or(HandshakeFacts{});
    const auto &received = handshake.alertReceived;
    const QString alert = received ? received->name : QString();
    switch (handshakeTroubleOf(session)) {
    case HandshakeTrouble::ClientCertificate:
        return {FindingCode::ClientCertificateDemanded, Severity::Error, std::nullopt, {alert}};
    case HandshakeTrouble::ClosedInside:
        return {FindingCode::ClosedInsideTls, Severity::Error, std::nullopt, {}};
    case HandshakeTrouble::ClearText:
        return {session.sawStarttls220 ? FindingCode::ClearTextForTls : FindingCode::SpeaksClearText,
                Severity::Error,
                std::nullopt,
                {}};
    case HandshakeTrouble::NoSecureRenegotiation:
        return {FindingCode::NoSecureRenegotiation, Severity::Error, std::nullopt, {}};
    case HandshakeTrouble::RefusedHere:
        return {FindingCode::HandshakeRefusedHere,
                Severity::Warning,
                std::nullopt,
                {handshake.alertSent->name, handshake.error}};
    case HandshakeTrouble::Alert:
    case HandshakeTrouble::Other:
        break;
    }
    return {FindingCode::HandshakeFailed, Severity::Error, std::nullopt, {alert, handshake.error}};
}

} // namespace mailseal
