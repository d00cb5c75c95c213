#include "policy/stsrecord.h"
#include "values/limits.h"

#include <cstdint>
#include <cstdlib>

/// Any octets, each line one TXT record: valid exactly where there is an id, and never more than the bound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace mailseal;
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QList<TxtRecord> records;
    for (const QByteArray &line : text.split('\n'))
        records.append({line});
    const StsRecord record = readStsRecord(QStringLiteral("_mta-sts.example.org"), records);
    constexpr qsizetype longestId = 32;
    if (record.valid == record.id.isEmpty() || record.id.size() > longestId)
        std::abort();
    if (record.problems.size() > limits::stsProblems)
        std::abort();
    return 0;
}
