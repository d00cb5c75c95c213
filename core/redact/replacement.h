#pragma once

#include "redact/pseudonyms.h"
#include "savedfile/fieldkind.h"

#include <optional>

namespace mailseal {

/// Replaces the value of a field by what its kind says, and by nothing else. For redact alone.
class Replacement
{
public:
    explicit Replacement(Pseudonyms &names)
        : m_names(names)
    {
    }

    template <typename T>
    void operator()(const char * /*name*/, T &value, FieldKind kind)
    {
        if (kind == FieldKind::LeftOut)
            value = T();
        else if (kind != FieldKind::Public)
            replace(value, kind);
    }

private:
    void replace(QString &text, FieldKind kind) { text = replaced(text, kind); }
    void replace(QByteArray &bytes, FieldKind kind) { bytes = replaced(bytes, kind); }
    template <typename T>
    void replace(QList<T> &values, FieldKind kind)
    {
        for (T &value : values)
            replace(value, kind);
    }
    template <typename T>
    void replace(std::optional<T> &value, FieldKind kind)
    {
        if (value)
            replace(*value, kind);
    }
    /// What has no name in it can hide nothing but itself.
    template <typename T>
    void replace(T &value, FieldKind /*kind*/)
    {
        value = T();
    }

    QString replaced(const QString &text, FieldKind kind);
    QByteArray replaced(const QByteArray &bytes, FieldKind kind);

    Pseudonyms &m_names;
};

} // namespace mailseal
