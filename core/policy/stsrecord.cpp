#include "policy/stsrecord.h"

#include "policy/quoted.h"
#include "policy/situation.h"
#include "policy/txtrecords.h"

#include <algorithm>

namespace mailseal {

namespace {

/// sts-id: 1*32(ALPHA / DIGIT)
bool isId(const QByteArray &value)
{
    constexpr qsizetype longest = 32;
    return !value.isEmpty() && value.size() <= longest && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

/// The field that breaks the record, or nothing.
std::optional<QByteArray> brokenField(const QList<TxtField> &fields)
{
    for (const TxtField &field : fields) {
        const bool fine = field.name == "id" ? isId(field.value) : isExtension(field);
        if (!fine)
            return field.name + '=' + field.value;
    }
    return std::nullopt;
}

Finding invalidSts(const QByteArray &part)
{
    return finding(FindingCode::StsRecordInvalid, Severity::Error, {quoted(part)});
}

void readStsFields(const QByteArray &one, StsRecord &record)
{
    QByteArray broken;
    const auto fields = readFields(one, broken);
    const auto part = fields ? brokenField(*fields) : std::optional(broken);
    if (part) {
        record.problems.append(invalidSts(*part));
        return;
    }
    const auto isTheId = [](const TxtField &field) { return field.name == "id"; };
    const auto id = std::find_if(fields->begin(), fields->end(), isTheId);
    if (id == fields->end()) {
        record.problems.append(invalidSts({}));
        return;
    }
    record.valid = true;
    record.id = QString::fromLatin1(id->value);
    // §3.2, of both: of a repeated field all but the first are ignored
    if (std::count_if(fields->begin(), fields->end(), isTheId) > 1)
        record.problems.append(
            finding(FindingCode::StsFieldRepeated, Severity::Warning, {QStringLiteral("id")}));
}

} // namespace

StsRecord readStsRecord(const QString &name, const QList<TxtRecord> &records)
{
    StsRecord record;
    const VersionedRecord picked = pickRecord(records, "v=STSv1");
    if (picked.candidates > 1) {
        record.problems.append(
            finding(FindingCode::StsSeveralRecords, Severity::Error, {QString::number(picked.candidates)}));
    } else if (picked.one) {
        readStsFields(*picked.one, record);
    }
    for (const QByteArray &other : picked.others) {
        if (picked.candidates == 0 && isNearMiss(other, "v=STSv1"))
            record.problems.append(invalidSts(other));
        else
            record.problems.append(
                finding(FindingCode::TxtRecordIgnored, Severity::Notice, {name, quoted(other)}));
        if (record.problems.size() >= limits::stsProblems)
            break;
    }
    return record;
}

} // namespace mailseal
