#include "chain/tlsa.h"

#include <cstdint>
#include <cstdlib>

/// Any octets as a pasted TLSA record: what is read is written so that it reads as the same record.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace mailseal;
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = parseTlsa(QString::fromUtf8(text));
    const auto *record = std::get_if<TlsaRecord>(&read);
    if (!record)
        return 0;
    if (record->data.size() > text.size() / 2) // two digits an octet
        std::abort();
    if (parseTlsa(tlsaText(*record)) != read)
        std::abort();
    return 0;
}
