#pragma once

#include "values/certificatefacts.h"
#include "values/evidence.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

/// How single facts are written (CONTRACT.md "One inspection as JSON"). jsonread is the way back.
namespace mailseal::json {

template <typename T, typename Write>
QJsonArray list(const QList<T> &values, Write write)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(write(value));
    return array;
}

template <typename T, typename Write>
QJsonValue orNull(const std::optional<T> &value, Write write)
{
    return value ? QJsonValue(write(*value)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text);
QJsonValue hex(const QByteArray &digits);
/// ISO 8601 UTC with milliseconds; null where the time is not known.
QJsonValue instant(const QDateTime &time);
QJsonValue milliseconds(std::optional<qint64> microseconds);
/// RFC 7468; null where there are no bytes.
QJsonValue pem(const QByteArray &der);

/// The text's own line ends stay, everything else is escaped.
QString linesEscaped(const QByteArray &text);
QJsonObject reply(const Reply &reply);
QJsonObject handshake(const HandshakeFacts &handshake);
QJsonObject timings(const Timings &timings);
QJsonArray transcript(const Transcript &transcript);
QJsonValue capabilities(const std::optional<Capabilities> &capabilities);
QJsonObject earlyPlaintext(const EarlyPlaintext &early);
QJsonObject tls(const TlsFacts &tls);
QJsonObject certificate(const CertificateFacts &facts);
QJsonObject observer(const Observer &observer);
QJsonObject target(const Target &target);
QJsonObject assumption(const Assumption &assumption);

} // namespace mailseal::json
