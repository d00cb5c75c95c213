#include "findings/findingrow.h"
#include "findings/starttlsadvice.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

/// "421 4.7.0 too many connections": the server's own words on one line.
QString quoted(const Reply &reply)
{
    QStringList parts{QString::number(reply.code)};
    if (!reply.enhanced.isEmpty())
        parts.append(escapeBytes(reply.enhanced));
    parts.append(escapeBytes(reply.text.simplified()));
    return parts.join(u' ').trimmed();
}

/// What the answer to STARTTLS means (RFC 3207 §4, RFC 5321 §4.2).
const char *refusalOfStarttls(int code)
{
    switch (code) {
    case 421:
        return QT_TRANSLATE_NOOP("wording", "the server ended the connection instead of starting TLS");
    case 454:
        return QT_TRANSLATE_NOOP(
            "wording", "TLS is not available for now, as a rule because key or certificate cannot be read");
    case 501:
        return QT_TRANSLATE_NOOP("wording",
                                 "the server found a fault in the command STARTTLS, which takes no argument");
    case 502:
        return QT_TRANSLATE_NOOP("wording", "the server lists STARTTLS but does not implement it");
    case 503:
        return QT_TRANSLATE_NOOP("wording", "the server takes STARTTLS for out of sequence");
    case 530:
        return QT_TRANSLATE_NOOP("wording", "the server demands something else before STARTTLS");
    case 554:
        return QT_TRANSLATE_NOOP("wording", "the server refuses this client");
    default:
        return QT_TRANSLATE_NOOP("wording", "the server did not start TLS");
    }
}

const char *endSentence(EndReason end)
{
    switch (end) {
    case EndReason::Completed:
        return QT_TRANSLATE_NOOP("wording", "The whole dialogue was completed, QUIT included.");
    case EndReason::QuitAfterHandshake:
        return QT_TRANSLATE_NOOP("wording", "The policy was not satisfied, so QUIT was sent right after the "
                                            "handshake (RFC 3207 section 4.1).");
    case EndReason::StarttlsNotOffered:
        return QT_TRANSLATE_NOOP("wording", "The server's EHLO reply does not list STARTTLS.");
    case EndReason::StarttlsMasked:
        return QT_TRANSLATE_NOOP("wording",
                                 "Something on the way overwrote STARTTLS in the server's EHLO reply.");
    case EndReason::StarttlsRefused:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS is offered but was refused.");
    case EndReason::HandshakeFailed:
        return QT_TRANSLATE_NOOP("wording", "TLS was begun, but no session came of it: %1");
    case EndReason::EhloRefused:
        return QT_TRANSLATE_NOOP("wording", "The server refused EHLO, so nothing is known of STARTTLS.");
    case EndReason::RefusedAfterTls:
        return QT_TRANSLATE_NOOP(
            "wording",
            "TLS was established, and then the server refused the session inside it (RFC 3207 section 4.1).");
    case EndReason::ResolveFailed:
        return QT_TRANSLATE_NOOP("wording", "The name has no address: %1");
    case EndReason::NullMx:
        return QT_TRANSLATE_NOOP("wording", "The domain says that it takes no mail (RFC 7505).");
    case EndReason::ConnectionRefused:
        return QT_TRANSLATE_NOOP("wording", "The host is up, but nothing listens on this port: %1");
    case EndReason::Unreachable:
        return QT_TRANSLATE_NOOP("wording", "The network has no way to this address: %1");
    case EndReason::ConnectTimeout:
        return QT_TRANSLATE_NOOP("wording",
                                 "The connection attempt was never answered; nothing is known of STARTTLS.");
    case EndReason::GreetingTimeout:
        return QT_TRANSLATE_NOOP(
            "wording", "The connection was made, but no greeting came; nothing is known of STARTTLS.");
    case EndReason::GreetingRefused:
        return QT_TRANSLATE_NOOP("wording", "The greeting was a refusal; nothing is known of STARTTLS.");
    case EndReason::ReplyTimeout:
        return QT_TRANSLATE_NOOP("wording", "The server stopped answering in the middle of the dialogue.");
    case EndReason::HandshakeTimeout:
        return QT_TRANSLATE_NOOP("wording", "TLS was begun, but the handshake did not finish in time.");
    case EndReason::ReplyTooLong:
        return QT_TRANSLATE_NOOP("wording", "A reply exceeded every bound and was broken off.");
    case EndReason::ProtocolError:
        return QT_TRANSLATE_NOOP("wording", "What came was no SMTP reply: %1");
    case EndReason::ClosedEarly:
        return QT_TRANSLATE_NOOP("wording",
                                 "The server closed the connection in the middle of the dialogue.");
    case EndReason::ProxyFailed:
        return QT_TRANSLATE_NOOP("wording", "The proxy did not make the connection: %1");
    case EndReason::Cancelled:
        return QT_TRANSLATE_NOOP("wording", "The inspection was stopped before its end.");
    case EndReason::DeadlineExceeded:
        return QT_TRANSLATE_NOOP("wording", "The time for the whole inspection ran out.");
    case EndReason::Offline:
        return QT_TRANSLATE_NOOP("wording", "The certificates were judged without a connection.");
    case EndReason::Foreign:
        return QT_TRANSLATE_NOOP("wording", "A newer version of Mailseal saw how it ended and says: %1");
    }
    return "";
}

} // namespace

const char *nextStep(EndReason end)
{
    switch (end) {
    case EndReason::StarttlsNotOffered:
        return findingRow(FindingCode::StarttlsNotOffered).advice;
    case EndReason::StarttlsMasked:
        return findingRow(FindingCode::StarttlsMasked).advice;
    case EndReason::StarttlsRefused:
        return findingRow(FindingCode::StarttlsRefused).advice;
    case EndReason::HandshakeFailed:
        return findingRow(FindingCode::HandshakeFailed).advice;
    case EndReason::RefusedAfterTls:
        return findingRow(FindingCode::RefusedAfterTls).advice;
    case EndReason::EhloRefused:
    case EndReason::GreetingRefused:
        return findingRow(FindingCode::GreetingRefused).advice;
    case EndReason::ResolveFailed:
        return QT_TRANSLATE_NOOP("wording",
                                 "Check the spelling of the name and the resolver of this machine.");
    case EndReason::ConnectionRefused:
        return QT_TRANSLATE_NOOP("wording",
                                 "Check the port: 25 for mail between servers, 587 or 465 for submission.");
    case EndReason::Unreachable:
        return QT_TRANSLATE_NOOP(
            "wording", "Check the route, or ask for the other address family only (--ipv4, --ipv6).");
    case EndReason::ConnectTimeout:
        return QT_TRANSLATE_NOOP(
            "wording",
            "Many networks block port 25: try from another network, through a proxy, or port 587.");
    case EndReason::GreetingTimeout:
        return QT_TRANSLATE_NOOP("wording",
                                 "Try again, with a longer --timeout: some servers delay the greeting.");
    case EndReason::ReplyTimeout:
    case EndReason::HandshakeTimeout:
    case EndReason::ClosedEarly:
        return QT_TRANSLATE_NOOP("wording",
                                 "Try again later; if it stays, look into the server's log at this time.");
    case EndReason::ReplyTooLong:
    case EndReason::ProtocolError:
        return QT_TRANSLATE_NOOP("wording",
                                 "Check that an SMTP server listens on this port; port 465 begins with TLS.");
    case EndReason::ProxyFailed:
        return QT_TRANSLATE_NOOP("wording", "Check address, user and password of the proxy.");
    case EndReason::Cancelled:
        return QT_TRANSLATE_NOOP("wording", "Inspect again when it suits.");
    case EndReason::DeadlineExceeded:
        return QT_TRANSLATE_NOOP("wording", "Inspect again with a longer --timeout.");
    case EndReason::Foreign:
        return QT_TRANSLATE_NOOP("wording", "Open the file with the version that made it, or a newer one.");
    case EndReason::Completed:
    case EndReason::QuitAfterHandshake:
    case EndReason::NullMx:
    case EndReason::Offline:
        break;
    }
    return "";
}

QString Wording::headline(const Inspection &inspection) const
{
    const auto &session = inspection.evidence.session;
    if (session.endReply)
        return quoted(*session.endReply);
    if ((session.end == EndReason::Completed || session.end == EndReason::QuitAfterHandshake) &&
        session.tls) {
        return fill(say(m_speech, QT_TRANSLATE_NOOP("wording", "encrypted with %1")),
                    {protocol(session.tls->protocol)});
    }
    const QString words = say(m_speech, endWords(session.end));
    return session.end == EndReason::HandshakeFailed && session.handshake && session.handshake->alertReceived
               ? words + QStringLiteral(": ") + escapeUnprintable(session.handshake->alertReceived->name)
               : words;
}

QString Wording::endDetail(const Evidence &evidence) const
{
    const auto &session = evidence.session;
    constexpr int closing = 421;
    if (session.endReply && session.endReply->code == closing) {
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording", "The server turns this client away for now; nothing more was "
                                                "sent, and nothing follows about STARTTLS."));
    }
    if (session.end == EndReason::StarttlsRefused && session.endReply) {
        return fill(
            say(m_speech, QT_TRANSLATE_NOOP("wording", "STARTTLS is offered but was answered %1: %2.")),
            {QString::number(session.endReply->code),
             say(m_speech, refusalOfStarttls(session.endReply->code))});
    }
    if (session.end == EndReason::StarttlsNotOffered && session.heloUsed) {
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording",
                                     "The server knows only HELO, and without EHLO there is no STARTTLS."));
    }
    if (session.end == EndReason::StarttlsNotOffered && evidence.observer.connections > 1) {
        return say(m_speech,
                   QT_TRANSLATE_NOOP(
                       "wording",
                       "The server's EHLO reply does not list STARTTLS, nor did it on a second connection."));
    }
    QString words = session.endText;
    if (session.end == EndReason::HandshakeFailed && session.handshake) {
        const auto &handshake = *session.handshake;
        if (handshake.alertReceived) {
            words = fill(say(m_speech, QT_TRANSLATE_NOOP("wording", "the server sent the alert %1 (%2).")),
                         {handshake.alertReceived->name, QString::number(handshake.alertReceived->number)});
        } else if (!handshake.error.isEmpty()) {
            words = handshake.error;
        }
    }
    return fill(say(m_speech, endSentence(session.end)), {words});
}

QString Wording::endAdvice(const Evidence &evidence) const
{
    constexpr int closing = 421;
    const auto &reply = evidence.session.endReply;
    if (reply && reply->code == closing)
        return advice({FindingCode::Throttled, Severity::Error, std::nullopt, {}});
    if (reply && evidence.session.end == EndReason::StarttlsRefused)
        return say(m_speech, refusedStarttlsAdvice(reply->code));
    return say(m_speech, nextStep(evidence.session.end));
}

} // namespace mailseal
