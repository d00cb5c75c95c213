#include "report/wordingtext.h"

#include "report/escape.h"

#include <QCoreApplication>

namespace mailseal {

#define SAY(text) QT_TRANSLATE_NOOP("wording", text)

QString say(Wording::Speech speech, const char *source)
{
    return speech == Wording::Speech::English ? QString::fromUtf8(source)
                                              : QCoreApplication::translate("wording", source);
}

QString fill(const QString &text, const QStringList &args)
{
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        if (!isPlace) {
            filled += text[i];
            continue;
        }
        const QString arg = args.value(text[++i].digitValue() - 1);
        if (!arg.isEmpty())
            filled += escapeUnprintable(arg);
    }
    // An empty argument at the end leaves its separator: "was answered 454 " or "could not be reached: ".
    while (filled.endsWith(u' ') || filled.endsWith(u':'))
        filled.chop(1);
    filled.replace(QLatin1StringView("  "), QLatin1StringView(" "));
    return filled;
}

const char *endWords(EndReason end)
{
    switch (end) {
    case EndReason::Completed:
        return SAY("completed");
    case EndReason::QuitAfterHandshake:
        return SAY("ended after the handshake, as the policy asks");
    case EndReason::StarttlsNotOffered:
        return SAY("STARTTLS is not offered");
    case EndReason::StarttlsMasked:
        return SAY("STARTTLS is masked by a firewall");
    case EndReason::StarttlsRefused:
        return SAY("STARTTLS was refused");
    case EndReason::HandshakeFailed:
        return SAY("the TLS handshake failed");
    case EndReason::EhloRefused:
        return SAY("EHLO was refused");
    case EndReason::RefusedAfterTls:
        return SAY("refused inside TLS");
    case EndReason::ResolveFailed:
        return SAY("the name could not be resolved");
    case EndReason::NullMx:
        return SAY("the domain takes no mail");
    case EndReason::ConnectionRefused:
        return SAY("connection refused");
    case EndReason::Unreachable:
        return SAY("not reachable");
    case EndReason::ConnectTimeout:
        return SAY("no answer to the connection attempt");
    case EndReason::GreetingTimeout:
        return SAY("no greeting in time");
    case EndReason::GreetingRefused:
        return SAY("the greeting was a refusal");
    case EndReason::ReplyTimeout:
        return SAY("no reply in time");
    case EndReason::HandshakeTimeout:
        return SAY("the TLS handshake did not finish in time");
    case EndReason::ReplyTooLong:
        return SAY("a reply without end");
    case EndReason::ProtocolError:
        return SAY("not an SMTP reply");
    case EndReason::ClosedEarly:
        return SAY("the server closed the connection");
    case EndReason::ProxyFailed:
        return SAY("the proxy failed");
    case EndReason::Cancelled:
        return SAY("stopped");
    case EndReason::DeadlineExceeded:
        return SAY("out of time");
    case EndReason::Offline:
        return SAY("judged without a connection");
    }
    return SAY("completed");
}

} // namespace mailseal
