#pragma once

#include "savedfile/json.h"
#include "values/unknownfield.h"
#include "wire/wire.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace mailseal::json {

/// What came of reading a file, beside the values.
struct Reading
{
    std::optional<FileProblem> error; ///< the first mistake
    QList<UnknownField>
        unknownFields; ///< codes and rows that only a newer version knows, by absolute pointers
};

/// A value of a file that nobody vouches for, with its path. Every reading either holds what it promises or
/// records the first mistake and gives a default; so a reader reads straight on and looks once.
class Node
{
public:
    Node(QJsonValue value, QString pointer, Reading &reading)
        : m_value(std::move(value))
        , m_pointer(std::move(pointer))
        , m_reading(&reading)
    {
    }

    const QJsonValue &value() const { return m_value; }
    /// RFC 6901, from the file's root on.
    const QString &pointer() const { return m_pointer; }
    Reading &reading() const { return *m_reading; }

    Node operator[](QLatin1StringView key) const;
    /// Null, or not there at all.
    bool isNull() const { return m_value.isNull() || m_value.isUndefined(); }
    bool isAbsent() const { return m_value.isUndefined(); }
    bool failed() const { return m_reading->error.has_value(); }
    void fail(const QString &what, FileProblem::Kind kind = FileProblem::Kind::Unfit) const;

    QString text() const;
    /// As it stands, for what the report escapes when it is shown (the args of a finding).
    QString rawText() const;
    QString textOrNull() const { return isNull() ? QString() : text(); }
    bool flag() const;
    qint64 integer(qint64 least, qint64 most) const;
    int count() const { return static_cast<int>(integer(0, std::numeric_limits<int>::max())); }
    qint64 microseconds() const;
    /// Null: an invalid time, which is how a value says that it is not known.
    QDateTime instant() const;
    /// The same in whole seconds (RFC 5280 §4.1.2.5.2).
    QDateTime second() const;
    /// The reverse of escapeBytes.
    QByteArray bytes() const;
    /// Lower-case hexadecimal digits; may be empty.
    QByteArray hex() const;
    /// DER from one PEM block; null: no bytes.
    QByteArray pem() const;

    /// Keeps the value as one that only a newer version knows.
    void keepUnknown(UnknownField::Kind kind) const;

    /// A code without which nothing can be said of the rest: an unknown one is a mistake.
    template <typename E>
    E name() const
    {
        const QString word = text();
        const auto value = fromWire<E>(word);
        if (!value)
            failUnknown(word);
        return value.value_or(E{});
    }
    /// A code for which `unknown` may stand honestly; the one of the file is kept.
    template <typename E>
    E name(E unknown) const
    {
        const auto value = fromWire<E>(text());
        if (!value)
            keepUnknown(UnknownField::Kind::Value);
        return value.value_or(unknown);
    }
    /// A code whose row is passed over where it is not known.
    template <typename E>
    std::optional<E> knownName() const
    {
        return fromWire<E>(text());
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
            values.append(read(element(array, i)));
        return values;
    }
    /// The same where `read` gives nullopt for rows that only a newer version knows; those are kept.
    template <typename Read>
    auto knownRows(Read read) const
    {
        QList<typename decltype(read(*this))::value_type> values;
        if (!m_value.isArray()) {
            fail(QStringLiteral("a list is expected"));
            return values;
        }
        const QJsonArray array = m_value.toArray();
        for (qsizetype i = 0; i < array.size() && !failed(); ++i) {
            const Node row = element(array, i);
            if (auto value = read(row))
                values.append(std::move(*value));
            else if (!failed())
                row.keepUnknown(UnknownField::Kind::Row);
        }
        return values;
    }
    /// Fields that only newer files have: absent is empty.
    template <typename Read>
    auto listOrAbsent(Read read) const
    {
        return isNull() ? QList<decltype(read(*this))>{} : list(read);
    }

private:
    void failUnknown(const QString &word) const;
    Node element(const QJsonArray &array, qsizetype index) const;

    QJsonValue m_value;
    QString m_pointer;
    Reading *m_reading;
};

/// "~" and "/" within one step of a pointer (RFC 6901 §3).
QString pointerStep(QStringView key);
/// A pointer as people write a path: "/inspections/0/end" is "inspections[0].end".
QString pathOf(const QString &pointer);

} // namespace mailseal::json
