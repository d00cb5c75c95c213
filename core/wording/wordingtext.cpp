#include "wording/wordingtext.h"

#include "wire/escape.h"

#include <QCoreApplication>

namespace mailseal {

QString say(Wording::Speech speech, const char *source)
{
    return speech == Wording::Speech::English ? QString::fromUtf8(source)
                                              : QCoreApplication::translate("wording", source);
}

QString sayCounted(Wording::Speech speech, const char *source, const char *ofOne, int count)
{
    const QString english = QString::fromUtf8(source);
    const QString text = speech == Wording::Speech::English
                             ? english
                             : QCoreApplication::translate("wording", source, nullptr, count);
    // As it was: nobody has translated it, and nobody has picked a form of it either.
    return count == 1 && text == english ? QString::fromUtf8(ofOne) : text;
}

QString inWords(const char *source) { return say(Wording::Speech::Translated, source); }

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
    // An empty argument at the end leaves its separator: "was answered 454 ", "could not be reached: ",
    // "encrypted with TLS 1.3, ".
    while (filled.endsWith(u' ') || filled.endsWith(u':') || filled.endsWith(u','))
        filled.chop(1);
    filled.replace(QLatin1StringView("  "), QLatin1StringView(" "));
    return filled;
}

QString sentenceAtLine(const Wording &wording, const Finding &finding)
{
    const QString sentence = wording.finding(finding);
    if (!finding.line)
        return sentence;
    return fill(say(wording.speech(), QT_TRANSLATE_NOOP("wording", "line %1")),
                {QString::number(*finding.line)}) +
           QLatin1StringView(": ") + sentence;
}

const char *endWords(EndReason end)
{
    switch (end) {
    case EndReason::Completed:
        return QT_TRANSLATE_NOOP("wording", "completed");
    case EndReason::QuitAfterHandshake:
        return QT_TRANSLATE_NOOP("wording", "ended after the handshake, as the policy asks");
    case EndReason::StarttlsNotOffered:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS is not offered");
    case EndReason::StarttlsMasked:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS is masked by a firewall");
    case EndReason::StarttlsRefused:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS was refused");
    case EndReason::HandshakeFailed:
        return QT_TRANSLATE_NOOP("wording", "the TLS handshake failed");
    case EndReason::EhloRefused:
        return QT_TRANSLATE_NOOP("wording", "EHLO was refused");
    case EndReason::RefusedAfterTls:
        return QT_TRANSLATE_NOOP("wording", "refused inside TLS");
    case EndReason::ResolveFailed:
        return QT_TRANSLATE_NOOP("wording", "the name could not be resolved");
    case EndReason::NullMx:
        return QT_TRANSLATE_NOOP("wording", "the domain takes no mail");
    case EndReason::ConnectionRefused:
        return QT_TRANSLATE_NOOP("wording", "connection refused");
    case EndReason::Unreachable:
        return QT_TRANSLATE_NOOP("wording", "not reachable");
    case EndReason::ConnectTimeout:
        return QT_TRANSLATE_NOOP("wording", "no answer to the connection attempt");
    case EndReason::GreetingTimeout:
        return QT_TRANSLATE_NOOP("wording", "no greeting in time");
    case EndReason::GreetingRefused:
        return QT_TRANSLATE_NOOP("wording", "the greeting was a refusal");
    case EndReason::ReplyTimeout:
        return QT_TRANSLATE_NOOP("wording", "no reply in time");
    case EndReason::HandshakeTimeout:
        return QT_TRANSLATE_NOOP("wording", "the TLS handshake did not finish in time");
    case EndReason::ReplyTooLong:
        return QT_TRANSLATE_NOOP("wording", "a reply without end");
    case EndReason::ProtocolError:
        return QT_TRANSLATE_NOOP("wording", "not an SMTP reply");
    case EndReason::ClosedEarly:
        return QT_TRANSLATE_NOOP("wording", "the server closed the connection");
    case EndReason::ProxyFailed:
        return QT_TRANSLATE_NOOP("wording", "the proxy failed");
    case EndReason::Cancelled:
        return QT_TRANSLATE_NOOP("wording", "stopped");
    case EndReason::DeadlineExceeded:
        return QT_TRANSLATE_NOOP("wording", "out of time");
    case EndReason::Offline:
        return QT_TRANSLATE_NOOP("wording", "judged without a connection");
    case EndReason::Foreign:
        return QT_TRANSLATE_NOOP("wording", "ended in a way that this version does not know");
    }
    return QT_TRANSLATE_NOOP("wording", "completed");
}

} // namespace mailseal
