#include "policy/tlsrptrecord.h"
#include "values/limits.h"

#include <cstdint>
#include <cstdlib>

/// Any octets, each line one TXT record: what is kept is a URI of a known scheme, within the bound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace mailseal;
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QList<TxtRecord> records;
    for (const QByteArray &line : text.split('\n'))
        records.append({line});
    const TlsRptFacts facts = readTlsRptRecord(QStringLiteral("_smtp._tls.example.org"), records);
    for (const QString &uri : facts.rua) {
        const bool known = uri.startsWith(QLatin1StringView("mailto:"), Qt::CaseInsensitive) ||
                           uri.startsWith(QLatin1StringView("https:"), Qt::CaseInsensitive);
        if (!known)
            std::abort();
    }
    if (facts.rua.size() + facts.problems.size() > 2 * limits::stsProblems)
        std::abort();
    return 0;
}
