#pragma once

#include "savedfile/describe.h"
#include "savedfile/jsonnode.h"

namespace mailseal::json {

/// Walks a description (describe.h) and fills the value from a file that nobody vouches for.
class Reader
{
public:
    explicit Reader(Node node)
        : m_node(std::move(node))
    {
    }

    /// False where something on which the value rests is a code that only a newer version knows; from there
    /// on nothing is read.
    bool isKnown() const { return m_isKnown; }

    template <typename T, typename Form>
    void field(const char *name, T &value, FieldKind /*kind*/, const Form &form)
    {
        m_isKnown = m_isKnown && form.read(at(name), value);
    }
    template <typename T, typename Form>
    void fieldIf(bool is, const char *name, T &value, FieldKind kind, const Form &form)
    {
        if (is)
            field(name, value, kind, form);
    }
    template <typename T, typename Form>
    void fieldUnless(bool /*isNull*/, const char *name, T &value, FieldKind kind, const Form &form)
    {
        field(name, value, kind, form::Later{form});
    }
    template <typename T, typename Form>
    void unlessSame(const char *name, T &value, const T &implied, FieldKind kind, const Form &form)
    {
        if (m_isKnown && at(name).isAbsent())
            value = implied;
        else
            field(name, value, kind, form);
    }

    template <typename T>
    void object(const char *name, T &value, Since since = Since::First)
    {
        group(
            name, [&](Reader &inner) { describe(inner, value); }, since);
    }
    template <typename T, typename Inside>
    void objectOrNull(const char *name, std::optional<T> &value, Inside inside)
    {
        if (!m_isKnown || at(name).isNull())
            return;
        Reader inner(at(name));
        inside(inner, value.emplace());
        if (!inner.m_isKnown)
            value.reset();
    }
    template <typename T>
    void objectOrNull(const char *name, std::optional<T> &value)
    {
        objectOrNull(name, value, [](Reader &inner, T &one) { describe(inner, one); });
    }
    template <typename T>
    void objectUnless(bool /*isNull*/, const char *name, T &value)
    {
        object(name, value, Since::Later);
    }

    template <typename T>
    void list(const char *name, QList<T> &values, Since since = Since::First)
    {
        if (m_isKnown && !(since == Since::Later && at(name).isNull()))
            values = at(name).knownRows(readRow<T>);
    }
    template <typename T>
    void wholeList(const char *name, QList<T> &values)
    {
        if (!m_isKnown)
            return;
        for (auto &row : at(name).list(readRow<T>)) {
            m_isKnown = m_isKnown && row;
            if (row)
                values.append(std::move(*row));
        }
    }
    template <typename L, typename R, typename Inside>
    void pairs(const char *name, QList<L> &left, QList<R> &right, Inside inside)
    {
        if (!m_isKnown)
            return;
        const auto all = at(name).list([&](const Node &row) {
            std::pair<L, R> both;
            Reader inner(row);
            inside(inner, both.first, both.second);
            return both;
        });
        for (const auto &[one, other] : all) {
            left.append(one);
            right.append(other);
        }
    }

    template <typename Inside>
    void group(const char *name, Inside inside, Since since = Since::First)
    {
        if (!m_isKnown || (since == Since::Later && at(name).isNull()))
            return;
        Reader inner(at(name));
        inside(inner);
        m_isKnown = inner.m_isKnown;
    }
    template <typename Inside>
    void groupIf(bool /*is*/, const char *name, Inside inside)
    {
        group(name, inside, Since::Later);
    }
    template <typename T>
    void further(const char *name, std::optional<T> &value)
    {
        objectOrNull(name, value);
    }
    template <typename T>
    void judged(std::optional<T> &value)
    {
        bool is = true;
        field("judged", is, FieldKind::Public, form::Later{form::flag});
        if (m_isKnown && is)
            describe(*this, value.emplace());
    }
    template <typename T, typename Inside>
    void with(std::optional<T> &value, Inside inside)
    {
        if (value)
            inside(*this, *value);
    }
    void rests(const char *name) { m_isKnown = m_isKnown && !at(name).isNull(); }

    template <typename T>
    void words(T &value, FieldKind /*kind*/)
    {
        if (!m_isKnown)
            return;
        decltype(wordsOf(value)) said;
        describe(*this, said);
        take(said, value);
    }
    template <typename Form, typename Make>
    void made(const char * /*name*/, const Form & /*form*/, Make /*make*/)
    {
    }
    template <typename Make>
    void madeList(const char * /*name*/, Make /*make*/)
    {
    }
    template <typename T, typename Act>
    void reading(T &value, Act act)
    {
        if (m_isKnown)
            act(m_node, value);
    }

private:
    Node at(const char *name) const { return m_node[QLatin1StringView(name)]; }

    template <typename T>
    static std::optional<T> readRow(const Node &row)
    {
        std::optional<T> value(std::in_place);
        Reader reader(row);
        describe(reader, *value);
        return reader.m_isKnown ? value : std::nullopt;
    }

    Node m_node;
    bool m_isKnown = true;
};

} // namespace mailseal::json
