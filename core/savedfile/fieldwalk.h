#pragma once

#include "savedfile/describe.h"

#include <utility>

namespace mailseal {

/// Walks a description (describe.h) and hands every field that is there to `visit(name, value, kind)`; what
/// follows from other fields is passed over.
template <typename Visit>
class FieldWalk
{
public:
    explicit FieldWalk(Visit &visit)
        : m_visit(visit)
    {
    }

    void field(const char *name, auto &value, FieldKind kind, const auto & /*form*/)
    {
        m_visit(name, value, kind);
    }
    void fieldIf(bool is, const char *name, auto &value, FieldKind kind, const auto &form)
    {
        if (is)
            field(name, value, kind, form);
    }
    void fieldUnless(bool /*isNull*/, const char *name, auto &value, FieldKind kind, const auto &form)
    {
        field(name, value, kind, form);
    }
    void unlessSame(const char *name, auto &value, const auto & /*implied*/, FieldKind kind, const auto &form)
    {
        field(name, value, kind, form);
    }

    void object(const char * /*name*/, auto &value, Since /*since*/ = Since::First)
    {
        describe(*this, value);
    }
    void objectOrNull(const char * /*name*/, auto &value, auto inside)
    {
        if (value)
            inside(*this, *value);
    }
    void objectOrNull(const char *name, auto &value)
    {
        objectOrNull(name, value, [](auto &inner, auto &one) { describe(inner, one); });
    }
    void objectUnless(bool /*isNull*/, const char * /*name*/, auto &value) { describe(*this, value); }

    void list(const char * /*name*/, auto &values, Since /*since*/ = Since::First)
    {
        for (auto &value : values)
            describe(*this, value);
    }
    void wholeList(const char *name, auto &values) { list(name, values); }
    void pairs(const char * /*name*/, auto &left, auto &right, auto inside)
    {
        for (qsizetype i = 0; i < qMax(left.size(), right.size()); ++i) {
            auto one = left.value(i);
            auto other = right.value(i);
            inside(*this, one, other);
            if (i < left.size())
                left[i] = std::move(one);
            if (i < right.size())
                right[i] = std::move(other);
        }
    }

    void group(const char * /*name*/, auto inside, Since /*since*/ = Since::First) { inside(*this); }
    void groupIf(bool is, const char * /*name*/, auto inside)
    {
        if (is)
            inside(*this);
    }
    void further(const char *name, auto &value) { objectOrNull(name, value); }
    void judged(auto &value) { objectOrNull("judged", value); }
    void with(auto &value, auto inside) { objectOrNull("with", value, inside); }
    void rests(const char * /*name*/) {}

    void words(auto &value, FieldKind kind) { m_visit("args", value.args, kind); }
    void words(As<TranscriptEntry> auto &entry, FieldKind kind)
    {
        m_visit("text", entry.text, kind);
        if (entry.note)
            m_visit("args", entry.note->args, kind);
    }
    void made(const char * /*name*/, const auto & /*form*/, auto /*make*/) {}
    void madeList(const char * /*name*/, auto /*make*/) {}
    void reading(auto & /*value*/, auto /*act*/) {}

private:
    Visit &m_visit;
};

} // namespace mailseal
