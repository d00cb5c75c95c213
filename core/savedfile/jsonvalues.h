#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

/// How single values are written, in saved files and in comparisons (docs/file-format.md).
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
/// ISO 8601 UTC with milliseconds; null where the time is not known.
QJsonValue instant(const QDateTime &time);
/// The same without: certificates carry whole seconds (RFC 5280 §4.1.2.5).
QJsonValue second(const QDateTime &time);
QJsonValue milliseconds(std::optional<qint64> microseconds);
/// RFC 7468; null where there are no bytes.
QJsonValue pem(const QByteArray &der);
/// The text's own line ends stay, everything else is escaped.
QString linesEscaped(const QByteArray &text);

} // namespace mailseal::json
