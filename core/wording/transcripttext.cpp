#include "wording/transcripttext.h"

#include "wire/escape.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

QLatin1StringView side(Speaker from)
{
    switch (from) {
    case Speaker::Client:
        return QLatin1StringView("C:");
    case Speaker::Server:
        return QLatin1StringView("S:");
    case Speaker::Note:
        return QLatin1StringView("--");
    }
    return QLatin1StringView("--");
}

constexpr int timeWidth = 8;

QString marginOf(const TranscriptEntry &entry)
{
    return secondsText(entry.atUs).rightJustified(timeWidth) + QLatin1StringView("  ") +
           (entry.tls ? QLatin1StringView("TLS") : QLatin1StringView("   ")) + QLatin1StringView("  ") +
           side(entry.from) + u' ';
}

} // namespace

QString secondsText(qint64 microseconds)
{
    constexpr double perSecond = 1e6;
    constexpr int decimals = 3;
    return QString::number(static_cast<double>(microseconds) / perSecond, 'f', decimals);
}

QString entryText(const TranscriptEntry &entry, const Wording &wording)
{
    const QString text = escapeBytes(saidText(entry, wording));
    if (entry.cutBytes == 0)
        return text;
    return text + u' ' +
           withArguments(inLanguage(wording.speech(), QT_TRANSLATE_NOOP("wording", "[… %1 octets cut]")),
                         {QString::number(entry.cutBytes)});
}

QByteArray saidText(const TranscriptEntry &entry, const Wording &wording)
{
    return entry.note ? wording.note(*entry.note).toUtf8() : entry.text;
}

QString handshakeText(const SessionFacts &session, const Wording &wording)
{
    const QString how = session.tls ? QLatin1StringView(": ") + oneLine(tlsText(*session.tls)) : QString();
    return inLanguage(wording.speech(), QT_TRANSLATE_NOOP("wording", "TLS handshake")) + how;
}

QString instantText(const QDateTime &time)
{
    return time.isValid()
               ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QLatin1StringView(" UTC")
               : QStringLiteral("-");
}

QString endpointText(const QString &address, quint16 port)
{
    if (address.isEmpty())
        return {};
    const QString host = address.contains(u':') ? u'[' + address + u']' : address;
    return host + u':' + QString::number(port);
}

QString connectedText(const Target &target)
{
    const Endpoint &there = target.connectedTo;
    return there.address.isEmpty() ? endpointText(target.address, target.port)
                                   : endpointText(there.address, there.port == 0 ? target.port : there.port);
}

QString tlsText(const TlsFacts &tls)
{
    QStringList parts{Wording(Wording::Speech::English).protocol(tls.protocol), tls.cipher, tls.keyExchange};
    parts.removeAll(QString());
    return parts.join(QLatin1StringView(", "));
}

QList<TranscriptLine> transcriptLines(const SessionFacts &session, const Wording &wording)
{
    QList<TranscriptLine> lines;
    bool tls = false;
    for (const TranscriptEntry &entry : session.transcript) {
        // RFC 3207 §4.2: from here on the protocol starts anew.
        if (entry.tls && !tls) {
            lines.append({QString(timeWidth, u'-') + u' ',
                          handshakeText(session, wording) + QLatin1StringView(" ----")});
        }
        tls = tls || entry.tls;
        lines.append({marginOf(entry), entryText(entry, wording)});
    }
    return lines;
}

} // namespace mailseal
