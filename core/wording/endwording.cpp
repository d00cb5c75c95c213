#include "findings/findingrow.h"
#include "findings/starttlsadvice.h"
#include "values/endtraits.h"
#include "values/handshaketrouble.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <algorithm>
#include <array>
#include <optional>

namespace mailseal {

namespace {

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

/// What people read of an end.
struct EndProse
{
    EndReason end;
    const char *words;                 ///< a few, without a full stop
    const char *sentence;              ///< %1: the system's or OpenSSL's words
    std::optional<FindingCode> advice; ///< that of this finding is what to try next
    const char *next;                  ///< else this; empty where all went well
};

/// A row an end, in the order of the enumeration.
constexpr std::array endProse{
    EndProse{EndReason::Completed, QT_TRANSLATE_NOOP("wording", "completed"),
             QT_TRANSLATE_NOOP("wording", "The whole dialogue was completed, QUIT included."), std::nullopt,
             ""},
    EndProse{EndReason::QuitAfterHandshake,
             QT_TRANSLATE_NOOP("wording", "ended after the handshake, as the policy asks"),
             QT_TRANSLATE_NOOP("wording", "The policy was not satisfied, so QUIT was sent right after the "
                                          "handshake (RFC 3207 section 4.1)."),
             std::nullopt, ""},
    EndProse{EndReason::StarttlsNotOffered, QT_TRANSLATE_NOOP("wording", "STARTTLS is not offered"),
             QT_TRANSLATE_NOOP("wording", "The server's EHLO reply does not list STARTTLS."),
             FindingCode::StarttlsNotOffered, ""},
    EndProse{
        EndReason::StarttlsMasked, QT_TRANSLATE_NOOP("wording", "STARTTLS is masked by a firewall"),
        QT_TRANSLATE_NOOP("wording", "Something on the way overwrote STARTTLS in the server's EHLO reply."),
        FindingCode::StarttlsMasked, ""},
    EndProse{EndReason::StarttlsRefused, QT_TRANSLATE_NOOP("wording", "STARTTLS was refused"),
             QT_TRANSLATE_NOOP("wording", "STARTTLS is offered but was refused."),
             FindingCode::StarttlsRefused, ""},
    EndProse{EndReason::HandshakeFailed, QT_TRANSLATE_NOOP("wording", "the TLS handshake failed"),
             QT_TRANSLATE_NOOP("wording", "TLS was begun, but no session came of it: %1"),
             FindingCode::HandshakeFailed, ""},
    EndProse{EndReason::EhloRefused, QT_TRANSLATE_NOOP("wording", "EHLO was refused"),
             QT_TRANSLATE_NOOP("wording", "The server refused EHLO, so nothing is known of STARTTLS."),
             FindingCode::GreetingRefused, ""},
    EndProse{
        EndReason::RefusedAfterTls, QT_TRANSLATE_NOOP("wording", "refused inside TLS"),
        QT_TRANSLATE_NOOP(
            "wording",
            "TLS was established, and then the server refused the session inside it (RFC 3207 section 4.1)."),
        FindingCode::RefusedAfterTls, ""},
    EndProse{
        EndReason::ResolveFailed, QT_TRANSLATE_NOOP("wording", "the name could not be resolved"),
        QT_TRANSLATE_NOOP("wording", "The name has no address: %1"), std::nullopt,
        QT_TRANSLATE_NOOP("wording", "Check the spelling of the name and the resolver of this machine.")},
    EndProse{EndReason::NullMx, QT_TRANSLATE_NOOP("wording", "the domain takes no mail"),
             QT_TRANSLATE_NOOP("wording", "The domain says that it takes no mail (RFC 7505)."), std::nullopt,
             ""},
    EndProse{EndReason::ConnectionRefused, QT_TRANSLATE_NOOP("wording", "connection refused"),
             QT_TRANSLATE_NOOP("wording", "The host is up, but nothing listens on this port: %1"),
             std::nullopt,
             QT_TRANSLATE_NOOP("wording",
                               "Check the port: 25 for mail between servers, 587 or 465 for submission.")},
    EndProse{EndReason::Unreachable, QT_TRANSLATE_NOOP("wording", "not reachable"),
             QT_TRANSLATE_NOOP("wording", "The network has no way to this address: %1"), std::nullopt,
             QT_TRANSLATE_NOOP(
                 "wording", "Check the route, or ask for the other address family only (--ipv4, --ipv6).")},
    EndProse{EndReason::ConnectTimeout, QT_TRANSLATE_NOOP("wording", "no answer to the connection attempt"),
             QT_TRANSLATE_NOOP("wording",
                               "The connection attempt was never answered; nothing is known of STARTTLS."),
             std::nullopt,
             QT_TRANSLATE_NOOP(
                 "wording",
                 "Many networks block port 25: try from another network, through a proxy, or port 587.")},
    EndProse{
        EndReason::GreetingTimeout, QT_TRANSLATE_NOOP("wording", "no greeting in time"),
        QT_TRANSLATE_NOOP("wording",
                          "The connection was made, but no greeting came; nothing is known of STARTTLS."),
        std::nullopt,
        QT_TRANSLATE_NOOP("wording", "Try again, with a longer --timeout: some servers delay the greeting.")},
    EndProse{EndReason::GreetingRefused, QT_TRANSLATE_NOOP("wording", "the greeting was a refusal"),
             QT_TRANSLATE_NOOP("wording", "The greeting was a refusal; nothing is known of STARTTLS."),
             FindingCode::GreetingRefused, ""},
    EndProse{EndReason::ReplyTimeout, QT_TRANSLATE_NOOP("wording", "no reply in time"),
             QT_TRANSLATE_NOOP("wording", "The server stopped answering in the middle of the dialogue."),
             std::nullopt,
             QT_TRANSLATE_NOOP("wording",
                               "Try again later; if it stays, look into the server's log at this time.")},
    EndProse{EndReason::HandshakeTimeout,
             QT_TRANSLATE_NOOP("wording", "the TLS handshake did not finish in time"),
             QT_TRANSLATE_NOOP("wording", "TLS was begun, but the handshake did not finish in time."),
             std::nullopt,
             QT_TRANSLATE_NOOP("wording",
                               "Try again later; if it stays, look into the server's log at this time.")},
    EndProse{EndReason::ReplyTooLong, QT_TRANSLATE_NOOP("wording", "a reply without end"),
             QT_TRANSLATE_NOOP("wording", "A reply exceeded every bound and was broken off."), std::nullopt,
             QT_TRANSLATE_NOOP("wording",
                               "Check that an SMTP server listens on this port; port 465 begins with TLS.")},
    EndProse{EndReason::ProtocolError, QT_TRANSLATE_NOOP("wording", "not an SMTP reply"),
             QT_TRANSLATE_NOOP("wording", "What came was no SMTP reply: %1"), std::nullopt,
             QT_TRANSLATE_NOOP("wording",
                               "Check that an SMTP server listens on this port; port 465 begins with TLS.")},
    EndProse{EndReason::ClosedEarly, QT_TRANSLATE_NOOP("wording", "the server closed the connection"),
             QT_TRANSLATE_NOOP("wording", "The server closed the connection in the middle of the dialogue."),
             std::nullopt,
             QT_TRANSLATE_NOOP("wording",
                               "Try again later; if it stays, look into the server's log at this time.")},
    EndProse{EndReason::ProxyFailed, QT_TRANSLATE_NOOP("wording", "the proxy failed"),
             QT_TRANSLATE_NOOP("wording", "The proxy did not make the connection: %1"), std::nullopt,
             QT_TRANSLATE_NOOP("wording", "Check address, user and password of the proxy.")},
    EndProse{EndReason::Cancelled, QT_TRANSLATE_NOOP("wording", "stopped"),
             QT_TRANSLATE_NOOP("wording", "The inspection was stopped before its end."), std::nullopt,
             QT_TRANSLATE_NOOP("wording", "Inspect again when it suits.")},
    EndProse{EndReason::DeadlineExceeded, QT_TRANSLATE_NOOP("wording", "out of time"),
             QT_TRANSLATE_NOOP("wording", "The time for the whole inspection ran out."), std::nullopt,
             QT_TRANSLATE_NOOP("wording", "Inspect again with a longer --timeout.")},
    EndProse{EndReason::Offline, QT_TRANSLATE_NOOP("wording", "judged without a connection"),
             QT_TRANSLATE_NOOP("wording", "The certificates were judged without a connection."), std::nullopt,
             ""},
    EndProse{EndReason::FromNewerVersion,
             QT_TRANSLATE_NOOP("wording", "ended in a way that this version does not know"),
             QT_TRANSLATE_NOOP("wording", "A newer version of Mailseal saw how it ended and says: %1"),
             std::nullopt,
             QT_TRANSLATE_NOOP("wording", "Open the file with the version that made it, or a newer one.")},
};
static_assert(hasEveryEnd(endProse));

const EndProse &proseOf(EndReason end) { return endProse[static_cast<std::size_t>(end)]; }

} // namespace

const char *endWords(EndReason end) { return proseOf(end).words; }

const char *nextStep(EndReason end)
{
    const EndProse &prose = proseOf(end);
    return prose.advice ? findingRow(*prose.advice).advice : prose.next;
}

QString Wording::endDetail(const Evidence &evidence) const
{
    const auto &session = evidence.session;
    constexpr int closing = 421;
    if (session.endReply && session.endReply->code == closing && session.sawStarttls220) {
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording", "The server turns this client away for now."));
    }
    if (session.endReply && session.endReply->code == closing) {
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording",
                                            "The server turns this client away for now; nothing more was "
                                            "sent, and nothing follows about STARTTLS."));
    }
    if (session.end == EndReason::StarttlsRefused && session.endReply) {
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording", "STARTTLS is offered but was answered %1: %2.")),
            {QString::number(session.endReply->code),
             inLanguage(m_speech, refusalOfStarttls(session.endReply->code))});
    }
    if (session.end == EndReason::StarttlsNotOffered && session.heloUsed) {
        return inLanguage(
            m_speech,
            QT_TRANSLATE_NOOP(
                "wording", "The server refuses EHLO and takes HELO, and without EHLO there is no STARTTLS."));
    }
    const bool comesAndGoes =
        std::any_of(evidence.remarks.begin(), evidence.remarks.end(),
                    [](const Finding &one) { return one.code == FindingCode::StarttlsIntermittent; });
    if (session.end == EndReason::StarttlsNotOffered && comesAndGoes) {
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording",
                                            "The server's EHLO reply does not list STARTTLS; on another "
                                            "connection it did."));
    }
    if (session.end == EndReason::StarttlsNotOffered && evidence.observer.connections > 1) {
        return inLanguage(
            m_speech,
            QT_TRANSLATE_NOOP(
                "wording",
                "The server's EHLO reply does not list STARTTLS, nor did it on a second connection."));
    }
    const bool isLookup = session.end == EndReason::ResolveFailed; // elsewhere a library or the server speaks
    QString words = isLookup ? reason(session.endText) : session.endText;
    if (session.end == EndReason::HandshakeFailed) {
        words = finding(failedHandshake(session)) + u'.'; // the library's words are in the transcript, once
    }
    return withArguments(inLanguage(m_speech, proseOf(session.end).sentence), {words});
}

QString Wording::endAdvice(const Evidence &evidence) const
{
    constexpr int closing = 421;
    const auto &reply = evidence.session.endReply;
    if (reply && reply->code == closing)
        return advice({FindingCode::Throttled, Severity::Error, std::nullopt, {}});
    if (evidence.session.end == EndReason::HandshakeFailed)
        return advice(failedHandshake(evidence.session));
    for (const Finding &remark : evidence.remarks) {
        if (remark.code == FindingCode::SpeaksTlsAtOnce) // what a second connection found out says more
            return advice(remark);
    }
    if (reply && evidence.session.end == EndReason::StarttlsRefused)
        return inLanguage(m_speech, refusedStarttlsAdvice(reply->code));
    return inLanguage(m_speech, nextStep(evidence.session.end));
}

} // namespace mailseal
