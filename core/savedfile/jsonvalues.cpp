#include "savedfile/jsonvalues.h"

#include "wire/escape.h"
#include "wire/pem.h"

#include <QStringList>

namespace mailseal::json {

QString linesEscaped(const QByteArray &text)
{
    QStringList lines;
    for (const QByteArray &line : text.split('\n'))
        lines.append(escapeBytes(line));
    return lines.join(u'\n');
}

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonValue instant(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue second(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue milliseconds(std::optional<qint64> microseconds)
{
    return microseconds ? QJsonValue(static_cast<double>(*microseconds) / 1000.0) : QJsonValue();
}

QJsonValue pem(const QByteArray &der)
{
    return der.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(certificatePem(der)));
}

} // namespace mailseal::json
