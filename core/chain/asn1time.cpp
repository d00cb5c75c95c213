#include "chain/asn1time.h"

#include "values/utc.h"

#include <ctime>

namespace mailseal::openssl {

QDateTime timeOf(const ASN1_TIME *time)
{
    constexpr int tmEpoch = 1900;
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) // for null OpenSSL answers the present
        return {};
    return utc(QDate(parts.tm_year + tmEpoch, parts.tm_mon + 1, parts.tm_mday),
               QTime(parts.tm_hour, parts.tm_min, parts.tm_sec));
}

} // namespace mailseal::openssl
