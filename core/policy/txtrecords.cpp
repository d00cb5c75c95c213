#include "policy/txtrecords.h"

#include <algorithm>

namespace mailseal {

namespace {

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// WSP of RFC 5234: space and tab, nothing else that C calls white space.
QByteArrayView trimmedWsp(QByteArrayView text)
{
    const auto isWsp = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isWsp(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isWsp(text.back()))
        text.chop(1);
    return text;
}

bool isPrintable(char c) { return c > 0x20 && c < 0x7f; }

} // namespace

bool isNearMiss(const QByteArray &text, QByteArrayView version)
{
    return text.trimmed().toLower().replace(' ', "").startsWith(version.toByteArray().toLower().chopped(1));
}

VersionedRecord pickRecord(const QList<TxtRecord> &records, QByteArrayView version)
{
    VersionedRecord picked;
    for (const TxtRecord &record : records) {
        const QByteArrayView text = record.text;
        const QByteArrayView behind =
            text.startsWith(version) ? trimmedWsp(text.sliced(version.size())) : QByteArrayView();
        if (!behind.startsWith(';')) {
            picked.others.append(record.text);
            continue;
        }
        ++picked.candidates;
        picked.one = record.text.mid(version.size());
    }
    if (picked.candidates != 1)
        picked.one.reset();
    return picked;
}

std::optional<QList<TxtField>> readFields(QByteArrayView behindVersion, QByteArray &broken)
{
    QList<TxtField> fields;
    const QList<QByteArray> parts = behindVersion.toByteArray().split(';');
    for (qsizetype i = 1; i < parts.size(); ++i) { // what stands before the first ";" is white space
        const QByteArrayView part = trimmedWsp(parts[i]);
        if (part.isEmpty() && i == parts.size() - 1 && i > 1)
            break; // [sts-field-delim] at the end
        const auto equals = part.indexOf('=');
        if (equals <= 0) {
            broken = part.isEmpty() ? QByteArray(";") : part.toByteArray();
            return std::nullopt;
        }
        fields.append({part.first(equals).toByteArray(), part.sliced(equals + 1).toByteArray()});
    }
    return fields;
}

bool isFieldName(QByteArrayView name)
{
    constexpr qsizetype longest = 32;
    return !name.isEmpty() && name.size() <= longest && isAlphanumeric(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return isAlphanumeric(c) || c == '_' || c == '-' || c == '.'; });
}

bool isExtension(const TxtField &field)
{
    const auto isValueChar = [](char c) { return isPrintable(c) && c != '=' && c != ';'; };
    return isFieldName(field.name) && !field.value.isEmpty() &&
           std::all_of(field.value.begin(), field.value.end(), isValueChar);
}

} // namespace mailseal
