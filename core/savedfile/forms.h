#pragma once

#include "savedfile/jsonnode.h"
#include "savedfile/jsonvalues.h"
#include "wire/escape.h"
#include "wire/wire.h"

#include <QDate>

#include <limits>

/// How a value stands in a saved file: each form writes it, reads it back and says what the schema has to say
/// of it. `read` is false for a code that only a newer version knows and that whatever holds it rests on.
namespace mailseal::form {

using json::Node;

/// What stands in the file, as the schema has it.
struct Shape
{
    enum class Type { Text, Code, Number, Whole, Flag, List };
    Type type = Type::Text;
    bool isOrNull = false;
    bool isLater = false; ///< files of older versions do not have it
    QList<Shape> items{}; ///< of a list, one
};

/// A form that is one call each way.
template <auto Write, auto Read, Shape::Type Type, bool IsOrNull = false>
struct Plain
{
    template <typename T>
    static QJsonValue write(const T &value)
    {
        return Write(value);
    }
    template <typename T>
    static bool read(const Node &node, T &value)
    {
        value = (node.*Read)();
        return true;
    }
    static Shape shape() { return {Type, IsOrNull}; }
};

namespace write {

inline QJsonValue same(const QString &text) { return text; }
inline QJsonValue flag(bool is) { return is; }
inline QJsonValue digits(const QByteArray &hex) { return QString::fromLatin1(hex); }
inline QJsonValue escaped(const QByteArray &bytes) { return escapeBytes(bytes); }
inline QJsonValue lines(const QByteArray &bytes) { return json::linesEscaped(bytes); }
inline QJsonValue milliseconds(qint64 microseconds) { return json::milliseconds(microseconds); }

} // namespace write

/// What is not printable is escaped when it is read: the file may be anyone's.
inline constexpr Plain<write::same, &Node::text, Shape::Type::Text> text;
/// Read as it stands, for what is escaped whenever it is shown (the args of a finding).
inline constexpr Plain<write::same, &Node::rawText, Shape::Type::Text> rawText;
inline constexpr Plain<write::flag, &Node::flag, Shape::Type::Flag> flag;
inline constexpr Plain<write::digits, &Node::hex, Shape::Type::Text> hex;
/// Bytes as they travelled, as text that can be turned back.
inline constexpr Plain<write::escaped, &Node::bytes, Shape::Type::Text> bytes;
/// The same where line ends stand for themselves.
inline constexpr Plain<write::lines, &Node::bytes, Shape::Type::Text> lines;
inline constexpr Plain<write::milliseconds, &Node::microseconds, Shape::Type::Number> milliseconds;
/// A time that is not known is null.
inline constexpr Plain<json::instant, &Node::instant, Shape::Type::Text, true> instant;
inline constexpr Plain<json::second, &Node::second, Shape::Type::Text, true> second;
/// DER as PEM; no bytes are null.
inline constexpr Plain<json::pem, &Node::pem, Shape::Type::Text, true> pem;

/// Octets as hexadecimal digits.
struct Octets
{
    static QJsonValue write(const QByteArray &octets) { return QString::fromLatin1(octets.toHex()); }
    static bool read(const Node &node, QByteArray &octets)
    {
        octets = QByteArray::fromHex(node.hex());
        return true;
    }
    static Shape shape() { return {Shape::Type::Text}; }
};
inline constexpr Octets octets;

struct Day
{
    static QJsonValue write(const QDate &day) { return day.toString(Qt::ISODate); }
    static bool read(const Node &node, QDate &day)
    {
        day = QDate::fromString(node.text(), Qt::ISODate);
        return true;
    }
    static Shape shape() { return {Shape::Type::Text}; }
};
inline constexpr Day day;

/// A whole number within bounds; anything else is a mistake.
struct Within
{
    qint64 least;
    qint64 most;
    template <typename T>
    static QJsonValue write(const T &number)
    {
        return static_cast<qint64>(number);
    }
    template <typename T>
    bool read(const Node &node, T &number) const
    {
        number = static_cast<T>(node.integer(least, most));
        return true;
    }
    static Shape shape() { return {Shape::Type::Whole}; }
};
inline constexpr Within count{0, std::numeric_limits<int>::max()};
inline constexpr Within exact{0, qint64{1} << 52}; ///< what a JSON number carries exactly (RFC 8259 §6)
inline constexpr Within anyWhole{0, std::numeric_limits<qint64>::max()};
inline constexpr Within octet{0, 0xff};
inline constexpr Within port{0, 0xffff};
inline constexpr Within depth{0, 1000}; ///< in a chain: none within the bounds of TLS is as long

/// A code without which nothing can be said of the rest: an unknown one is a mistake.
struct Code
{
    template <typename E>
    static QJsonValue write(E value)
    {
        return toWire(value);
    }
    template <typename E>
    static bool read(const Node &node, E &value)
    {
        value = node.name<E>();
        return true;
    }
    static Shape shape() { return {Shape::Type::Code}; }
};
inline constexpr Code code;

/// A code for which `unknown` may stand honestly; that of the file is kept.
template <typename E>
struct CodeOr
{
    E unknown;
    static QJsonValue write(E value) { return toWire(value); }
    bool read(const Node &node, E &value) const
    {
        value = node.name<E>(unknown);
        return true;
    }
    static Shape shape() { return {Shape::Type::Code}; }
};
template <typename E>
CodeOr(E) -> CodeOr<E>;

/// A code on which its row rests: where it is not known, the row is passed over and kept.
struct RowCode : Code
{
    template <typename E>
    static bool read(const Node &node, E &value)
    {
        const auto known = node.knownName<E>();
        value = known.value_or(value);
        return known.has_value();
    }
};
inline constexpr RowCode rowCode;

/// A code that may be missing and, unknown, counts as missing; that of the file is kept.
struct CodeOrNothing
{
    template <typename E>
    static QJsonValue write(const std::optional<E> &value)
    {
        return value ? QJsonValue(toWire(*value)) : QJsonValue();
    }
    template <typename E>
    static bool read(const Node &node, std::optional<E> &value)
    {
        value = node.isNull() ? std::nullopt : node.knownName<E>();
        if (!value && !node.isNull())
            node.keepUnknown(UnknownField::Kind::Value);
        return true;
    }
    static Shape shape() { return {Shape::Type::Code, true}; }
};
inline constexpr CodeOrNothing codeOrNothing;

/// Null for nullopt, or for what is empty.
template <typename Form>
struct OrNull
{
    Form form;
    template <typename T>
    QJsonValue write(const std::optional<T> &value) const
    {
        return value ? form.write(*value) : QJsonValue();
    }
    template <typename T>
    QJsonValue write(const T &value) const
    {
        return value.isEmpty() ? QJsonValue() : form.write(value);
    }
    template <typename T>
    bool read(const Node &node, std::optional<T> &value) const
    {
        value.reset();
        return node.isNull() || form.read(node, value.emplace());
    }
    template <typename T>
    bool read(const Node &node, T &value) const
    {
        value = T();
        return node.isNull() || form.read(node, value);
    }
    Shape shape() const
    {
        Shape shape = form.shape();
        shape.isOrNull = true;
        return shape;
    }
};
template <typename Form>
OrNull(Form) -> OrNull<Form>;

/// A field that files of older versions, or made from the contract alone, do not have: null and missing leave
/// the value as it is.
template <typename Form>
struct Later
{
    Form form;
    template <typename T>
    QJsonValue write(const T &value) const
    {
        return form.write(value);
    }
    template <typename T>
    bool read(const Node &node, T &value) const
    {
        return node.isNull() || form.read(node, value);
    }
    Shape shape() const
    {
        Shape shape = form.shape();
        shape.isLater = true;
        return shape;
    }
};
template <typename Form>
Later(Form) -> Later<Form>;

/// A field that is only there where it has something to say.
template <typename Form>
struct IfAny
{
    Form form;
    template <typename T>
    QJsonValue write(const std::optional<T> &value) const
    {
        return value ? form.write(*value) : QJsonValue(QJsonValue::Undefined);
    }
    template <typename T>
    bool read(const Node &node, std::optional<T> &value) const
    {
        return OrNull{form}.read(node, value);
    }
    Shape shape() const { return Later{form}.shape(); }
};
template <typename Form>
IfAny(Form) -> IfAny<Form>;

template <typename Form>
struct ListOf
{
    Form form;
    template <typename T>
    QJsonValue write(const QList<T> &values) const
    {
        return json::list(values, [this](const T &one) { return form.write(one); });
    }
    template <typename T>
    bool read(const Node &node, QList<T> &values) const
    {
        bool isKnown = true;
        values = node.list([&](const Node &one) {
            T value{};
            isKnown = form.read(one, value) && isKnown;
            return value;
        });
        return isKnown;
    }
    Shape shape() const { return {Shape::Type::List, false, false, {form.shape()}}; }
};
template <typename Form>
ListOf(Form) -> ListOf<Form>;

} // namespace mailseal::form
