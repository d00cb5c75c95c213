#include "savedfile/jsonfacts.h"

#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/transcripttext.h"
#include "wording/wording.h"

namespace mailseal::json {

namespace {

QJsonValue alert(const TlsAlert &alert)
{
    return QJsonObject{
        {QStringLiteral("level"), alert.level},
        {QStringLiteral("number"), alert.number},
        {QStringLiteral("name"), alert.name},
    };
}

/// Certificates carry whole seconds (RFC 5280 §4.1.2.5).
QJsonValue second(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

QString linesEscaped(const QByteArray &text)
{
    QStringList lines;
    for (const QByteArray &line : text.split('\n'))
        lines.append(escapeBytes(line));
    return lines.join(u'\n');
}

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonValue hex(const QByteArray &digits) { return QString::fromLatin1(digits); }

QJsonValue instant(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue milliseconds(std::optional<qint64> microseconds)
{
    return microseconds ? QJsonValue(static_cast<double>(*microseconds) / 1000.0) : QJsonValue();
}

QJsonValue pem(const QByteArray &der)
{
    constexpr qsizetype lineLength = 64; // RFC 7468 §2
    if (der.isEmpty())
        return {};
    const QByteArray base64 = der.toBase64();
    QByteArray text("-----BEGIN CERTIFICATE-----\n");
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        text.append(base64.mid(at, lineLength)).append('\n');
    text.append("-----END CERTIFICATE-----\n");
    return QString::fromLatin1(text);
}

QJsonObject reply(const Reply &reply)
{
    return {
        {QStringLiteral("code"), reply.code},
        {QStringLiteral("enhanced"), textOrNull(escapeBytes(reply.enhanced))},
        {QStringLiteral("text"), linesEscaped(reply.text)},
    };
}

QJsonObject handshake(const HandshakeFacts &handshake)
{
    return {
        {QStringLiteral("completed"), handshake.completed},
        {QStringLiteral("alertSent"), orNull(handshake.alertSent, alert)},
        {QStringLiteral("alertReceived"), orNull(handshake.alertReceived, alert)},
        {QStringLiteral("error"), textOrNull(handshake.error)},
    };
}

QJsonObject timings(const Timings &timings)
{
    return {
        {QStringLiteral("resolveMs"), milliseconds(timings.resolveUs)},
        {QStringLiteral("connectMs"), milliseconds(timings.connectUs)},
        {QStringLiteral("greetingMs"), milliseconds(timings.greetingUs)},
        {QStringLiteral("ehloMs"), milliseconds(timings.ehloUs)},
        {QStringLiteral("starttlsMs"), milliseconds(timings.starttlsUs)},
        {QStringLiteral("handshakeMs"), milliseconds(timings.handshakeUs)},
        {QStringLiteral("ehloAfterTlsMs"), milliseconds(timings.ehloAfterTlsUs)},
        {QStringLiteral("quitMs"), milliseconds(timings.quitUs)},
        {QStringLiteral("totalMs"), milliseconds(timings.totalUs)},
    };
}

QJsonArray transcript(const Transcript &transcript)
{
    return list(transcript, [](const TranscriptEntry &entry) {
        QJsonObject object{
            {QStringLiteral("atMs"), milliseconds(entry.atUs)},
            {QStringLiteral("from"), toWire(entry.from)},
            {QStringLiteral("tls"), entry.tls},
            {QStringLiteral("text"), escapeBytes(saidText(entry, Wording(Wording::Speech::English)))},
            {QStringLiteral("cutBytes"), entry.cutBytes},
            {QStringLiteral("step"), toWire(entry.step)},
        };
        if (entry.note) {
            object.insert(QStringLiteral("note"), toWire(entry.note->code));
            object.insert(QStringLiteral("args"), QJsonArray::fromStringList(entry.note->args));
        }
        return object;
    });
}

QJsonValue capabilities(const std::optional<Capabilities> &capabilities)
{
    return orNull(capabilities, [](const Capabilities &lines) { return list(lines, escapeBytes); });
}

QJsonObject earlyPlaintext(const EarlyPlaintext &early)
{
    return {
        {QStringLiteral("bytes"), early.bytes},
        {QStringLiteral("text"), escapeBytes(early.text)},
    };
}

QJsonObject tls(const TlsFacts &tls)
{
    return {
        {QStringLiteral("protocol"), toWire(tls.protocol)},
        {QStringLiteral("cipher"), tls.cipher},
        {QStringLiteral("keyExchange"), textOrNull(tls.keyExchange)},
        {QStringLiteral("signature"), textOrNull(tls.signature)},
        {QStringLiteral("serverName"), textOrNull(tls.serverName)},
        {QStringLiteral("clientCertificateRequested"),
         tls.clientCertificateRequested ? QJsonValue(*tls.clientCertificateRequested) : QJsonValue()},
        {QStringLiteral("anonymous"), tls.anonymous},
        {QStringLiteral("ocsp"), QJsonValue()},
    };
}

QJsonObject certificate(const CertificateFacts &facts)
{
    return {
        {QStringLiteral("subject"), facts.subject},
        {QStringLiteral("issuer"), facts.issuer},
        {QStringLiteral("serial"), facts.serial},
        {QStringLiteral("notBefore"), second(facts.notBefore)},
        {QStringLiteral("notAfter"), second(facts.notAfter)},
        {QStringLiteral("key"),
         QJsonObject{{QStringLiteral("type"), facts.keyType}, {QStringLiteral("bits"), facts.keyBits}}},
        {QStringLiteral("signature"), facts.signature},
        {QStringLiteral("commonNames"), QJsonArray::fromStringList(facts.commonNames)},
        {QStringLiteral("dnsNames"), QJsonArray::fromStringList(facts.dnsNames)},
        {QStringLiteral("ipAddresses"), QJsonArray::fromStringList(facts.ipAddresses)},
        {QStringLiteral("sha256"), hex(facts.sha256)},
        {QStringLiteral("spkiSha256"), hex(facts.spkiSha256)},
        {QStringLiteral("selfSigned"), facts.selfSigned},
        {QStringLiteral("pem"), pem(facts.der)},
    };
}

QJsonObject observer(const Observer &observer)
{
    return {
        {QStringLiteral("localAddress"), textOrNull(observer.localAddress)},
        {QStringLiteral("ehloName"), textOrNull(observer.ehloName)},
        {QStringLiteral("resolver"), textOrNull(observer.resolver)},
        {QStringLiteral("proxy"), observer.proxy},
        {QStringLiteral("connections"), observer.connections},
        {QStringLiteral("queries"), observer.queries},
    };
}

QJsonObject target(const Target &target)
{
    return {
        {QStringLiteral("input"), target.input},
        {QStringLiteral("domain"), textOrNull(target.domain)},
        {QStringLiteral("host"), target.host},
        {QStringLiteral("address"), textOrNull(target.address)},
        {QStringLiteral("port"), target.port},
        {QStringLiteral("service"),
         target.start == Start::None ? QJsonValue() : QJsonValue(toWire(target.service))},
        {QStringLiteral("start"), toWire(target.start)},
        {QStringLiteral("serverName"), textOrNull(target.serverName)},
        {QStringLiteral("policy"), toWire(target.policy)},
        {QStringLiteral("pins"), list(target.pins, hex)},
        {QStringLiteral("connectedTo"),
         target.connectedTo == Endpoint{}
             ? QJsonValue()
             : QJsonValue(QJsonObject{{QStringLiteral("address"), target.connectedTo.address},
                                      {QStringLiteral("port"), target.connectedTo.port}})},
    };
}

QJsonObject assumption(const Assumption &assumption)
{
    return {
        {QStringLiteral("kind"), toWire(assumption.kind)},
        {QStringLiteral("args"), QJsonArray::fromStringList(assumption.args)},
    };
}

} // namespace mailseal::json
