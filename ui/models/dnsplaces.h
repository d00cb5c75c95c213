#pragma once

#include <QtGlobal>

namespace mailseal {

/// What stands on the DNS page, in its order.
enum class DnsPlace { Mx, Addresses, Tlsa, StsRecord, StsPolicy, TlsRpt };

/// A place on the DNS page as a proof's index.
struct DnsSpot
{
    DnsPlace place = DnsPlace::Mx;
    int row = 0; ///< of TLSA: the record; of the policy: its line, 0 for the whole; else 0
};

inline int indexOf(const DnsSpot &spot)
{
    constexpr int rows = 1'000'000; // a policy of 64 KiB has fewer lines, an answer fewer records
    return static_cast<int>(spot.place) * rows + qBound(0, spot.row, rows - 1);
}

inline DnsSpot spotOf(int index)
{
    constexpr int rows = 1'000'000;
    const int place = qBound(0, index / rows, static_cast<int>(DnsPlace::TlsRpt));
    return {static_cast<DnsPlace>(place), qMax(0, index) % rows};
}

} // namespace mailseal
