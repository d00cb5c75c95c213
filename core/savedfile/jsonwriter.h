#pragma once

#include "savedfile/describe.h"

#include <QJsonObject>

namespace mailseal::json {

/// Walks a description (describe.h) and makes the object that stands in the file.
class Writer
{
public:
    const QJsonObject &object() const { return m_object; }

    template <typename T, typename Form>
    void field(const char *name, const T &value, FieldKind /*kind*/, const Form &form)
    {
        put(name, form.write(value));
    }
    template <typename T, typename Form>
    void fieldIf(bool is, const char *name, const T &value, FieldKind /*kind*/, const Form &form)
    {
        if (is)
            put(name, form.write(value));
    }
    template <typename T, typename Form>
    void fieldUnless(bool isNull, const char *name, const T &value, FieldKind /*kind*/, const Form &form)
    {
        put(name, isNull ? QJsonValue() : form.write(value));
    }
    template <typename T, typename Form>
    void unlessSame(const char *name, const T &value, const T &implied, FieldKind /*kind*/, const Form &form)
    {
        if (value != implied)
            put(name, form.write(value));
    }

    template <typename T>
    void object(const char *name, const T &value, Since /*since*/ = Since::First)
    {
        group(name, [&](Writer &inner) { describe(inner, value); });
    }
    template <typename T, typename Inside>
    void objectOrNull(const char *name, const std::optional<T> &value, Inside inside)
    {
        groupIf(value.has_value(), name, [&](Writer &inner) { inside(inner, *value); });
    }
    template <typename T>
    void objectOrNull(const char *name, const std::optional<T> &value)
    {
        groupIf(value.has_value(), name, [&](Writer &inner) { describe(inner, *value); });
    }
    template <typename T>
    void objectUnless(bool isNull, const char *name, const T &value)
    {
        groupIf(!isNull, name, [&](Writer &inner) { describe(inner, value); });
    }

    template <typename T>
    void list(const char *name, const QList<T> &values, Since /*since*/ = Since::First)
    {
        QJsonArray array;
        for (const T &value : values) {
            Writer inner;
            describe(inner, value);
            array.append(inner.m_object);
        }
        put(name, array);
    }
    template <typename T>
    void wholeList(const char *name, const QList<T> &values)
    {
        list(name, values);
    }
    template <typename L, typename R, typename Inside>
    void pairs(const char *name, const QList<L> &left, const QList<R> &right, Inside inside)
    {
        QJsonArray array;
        for (qsizetype i = 0; i < left.size(); ++i) {
            Writer inner;
            const R partner = right.value(i);
            inside(inner, left[i], partner);
            array.append(inner.m_object);
        }
        put(name, array);
    }

    template <typename Inside>
    void group(const char *name, Inside inside, Since /*since*/ = Since::First)
    {
        Writer inner;
        inside(inner);
        put(name, inner.m_object);
    }
    template <typename Inside>
    void groupIf(bool is, const char *name, Inside inside)
    {
        if (is)
            group(name, inside);
        else
            put(name, QJsonValue());
    }
    template <typename T>
    void further(const char *name, const std::optional<T> &value)
    {
        const QJsonValue there = m_object.value(QLatin1StringView(name));
        if (!value || !there.isObject())
            return;
        Writer inner;
        inner.m_object = there.toObject();
        describe(inner, *value);
        put(name, inner.m_object);
    }
    template <typename T>
    void judged(const std::optional<T> &value)
    {
        put("judged", value.has_value());
        const T facts = value.value_or(T{});
        describe(*this, facts);
    }
    template <typename T, typename Inside>
    void with(const std::optional<T> &value, Inside inside)
    {
        const T there = value.value_or(T{});
        inside(*this, there);
    }
    void rests(const char * /*name*/) {}

    template <typename T>
    void words(const T &value, FieldKind /*kind*/)
    {
        const auto said = wordsOf(value);
        describe(*this, said);
    }
    template <typename Form, typename Make>
    void made(const char *name, const Form &form, Make make)
    {
        put(name, form.write(make()));
    }
    template <typename Make>
    void madeList(const char *name, Make make)
    {
        list(name, make());
    }
    template <typename T, typename Act>
    void reading(const T & /*value*/, Act /*act*/)
    {
    }

private:
    void put(const char *name, const QJsonValue &value) { m_object.insert(QLatin1StringView(name), value); }

    QJsonObject m_object;
};

template <typename T>
QJsonObject written(const T &value)
{
    Writer writer;
    describe(writer, value);
    return writer.object();
}

} // namespace mailseal::json
