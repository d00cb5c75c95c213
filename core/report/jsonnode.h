#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

#include "report/wire.h"

namespace mailseal::json {

/// A value of a file that nobody vouches for, with its path. Every reading either holds what it promises or
/// records the first mistake in `error` and gives a default; so a reader reads straight on and looks once.
class Node
{
public:
    Node(QJsonValue value, QString path, QString &error)
        : m_value(std::move(value))
        , m_path(std::move(path))
        , m_error(&error)
    {
    }

    Node operator[](QLatin1StringView key) const;
    /// Null, or not there at all.
    bool isNull() const { return m_value.isNull() || m_value.isUndefined(); }
    bool isAbsent() const { return m_value.isUndefined(); }
    bool failed() const { return !m_error->isEmpty(); }
    void fail(const QString &what) const;

    QString text() const;
    QString textOrNull() const { return isNull() ? QString() : text(); }
    bool flag() const;
    qint64 integer(qint64 least, qint64 most) const;
    int count() const { return static_cast<int>(integer(0, std::numeric_limits<int>::max())); }
    qint64 microseconds() const;
    /// Null: an invalid time, which is how a value says that it is not known.
    QDateTime instant() const;
    /// The reverse of escapeBytes.
    QByteArray bytes() const;
    /// Lower-case hexadecimal digits; may be empty.
    QByteArray hex() const;
    /// DER from one PEM block; null: no bytes.
    QByteArray pem() const;

    template <typename E>
    E name() const
    {
        const QString word = text();
        const auto value = fromWire<E>(word);
        if (!value)
            failUnknown(word);
        return value.value_or(E{});
    }

    /// An object is asked for: anything else is a mistake.
    bool isObject() const;

    template <typename Read>
    auto list(Read read) const
    {
        QList<decltype(read(*this))> values;
        if (!m_value.isArray()) {
            fail(QStringLiteral("a list is expected"));
            return values;
        }
        const QJsonArray array = m_value.toArray();
        values.reserve(array.size());
        for (qsizetype i = 0; i < array.size() && !failed(); ++i)
            values.append(read(Node(array.at(i), m_path + QStringLiteral("[%1]").arg(i), *m_error)));
        return values;
    }
    /// Fields that only newer files have: absent is empty.
    template <typename Read>
    auto listOrAbsent(Read read) const
    {
        return isNull() ? QList<decltype(read(*this))>{} : list(read);
    }

    template <typename Read>
    auto orNull(Read read) const -> std::optional<decltype(read(*this))>
    {
        return isNull() ? std::nullopt : std::optional(read(*this));
    }

private:
    void failUnknown(const QString &word) const;

    QJsonValue m_value;
    QString m_path;
    QString *m_error;
};

} // namespace mailseal::json
