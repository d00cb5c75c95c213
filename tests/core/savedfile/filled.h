#pragma once

#include "savedfile/describeinspection.h"

/// A visitor of descriptions (savedfile/describe.h) that fills what it walks: every optional is there, every
/// list has an element, and every field is handed to `fill(name, value, kind)`.
template <typename Fill>
class Filling
{
public:
    explicit Filling(Fill &fill)
        : m_fill(fill)
    {
    }

    void field(const char *name, auto &value, mailseal::FieldKind kind, const auto & /*form*/)
    {
        leaf(name, value, kind);
    }
    void fieldIf(bool /*is*/, const char *name, auto &value, mailseal::FieldKind kind, const auto & /*form*/)
    {
        leaf(name, value, kind);
    }
    void fieldUnless(bool /*isNull*/, const char *name, auto &value, mailseal::FieldKind kind,
                     const auto & /*form*/)
    {
        leaf(name, value, kind);
    }
    void unlessSame(const char *name, auto &value, const auto & /*implied*/, mailseal::FieldKind kind,
                    const auto & /*form*/)
    {
        leaf(name, value, kind);
    }

    void object(const char * /*name*/, auto &value, mailseal::Since /*since*/ = mailseal::Since::First)
    {
        describe(*this, value);
    }
    void objectOrNull(const char * /*name*/, auto &value, auto inside)
    {
        inside(*this, value ? *value : value.emplace());
    }
    void objectOrNull(const char * /*name*/, auto &value)
    {
        describe(*this, value ? *value : value.emplace());
    }
    void objectUnless(bool /*isNull*/, const char * /*name*/, auto &value) { describe(*this, value); }
    void list(const char * /*name*/, auto &values, mailseal::Since /*since*/ = mailseal::Since::First)
    {
        if (values.isEmpty())
            values.emplaceBack();
        for (auto &value : values)
            describe(*this, value);
    }
    void list(const char * /*name*/, mailseal::Transcript &entries,
              mailseal::Since /*since*/ = mailseal::Since::First)
    {
        entries.resize(2);
        entries.last().note.emplace();
        for (mailseal::TranscriptEntry &entry : entries)
            describe(*this, entry);
    }
    void wholeList(const char *name, auto &values) { list(name, values); }
    void pairs(const char * /*name*/, auto &left, auto &right, auto inside)
    {
        left.resize(1);
        right.resize(1);
        inside(*this, left.first(), right.first());
    }
    void group(const char * /*name*/, auto inside, mailseal::Since /*since*/ = mailseal::Since::First)
    {
        inside(*this);
    }
    void groupIf(bool /*is*/, const char * /*name*/, auto inside) { inside(*this); }
    void further(const char *name, auto &value) { objectOrNull(name, value); }
    void judged(auto &value) { objectOrNull("judged", value); }
    void with(auto &value, auto inside) { objectOrNull("with", value, inside); }
    void rests(const char * /*name*/) {}
    void words(auto &value, mailseal::FieldKind kind) { leaf("args", value.args, kind); }
    /// What was said, or the args of a remark of ours.
    void words(mailseal::TranscriptEntry &entry, mailseal::FieldKind kind)
    {
        if (entry.note)
            leaf("args", entry.note->args, kind);
        else
            leaf("text", entry.text, kind);
    }
    void made(const char * /*name*/, const auto & /*form*/, auto /*make*/) {}
    void madeList(const char * /*name*/, auto /*make*/) {}
    void reading(auto & /*value*/, auto /*act*/) {}

private:
    template <typename T>
    void leaf(const char *name, QList<T> &values, mailseal::FieldKind kind)
    {
        values.resize(1);
        leaf(name, values.first(), kind);
    }
    template <typename T>
    void leaf(const char *name, std::optional<T> &value, mailseal::FieldKind kind)
    {
        leaf(name, value ? *value : value.emplace(), kind);
    }
    template <typename T>
    void leaf(const char *name, T &value, mailseal::FieldKind kind)
    {
        m_fill(name, value, kind);
    }

    Fill &m_fill;
};
