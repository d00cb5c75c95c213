#pragma once

#include "findings/chainfitrows.h"
#include "findings/chainrows.h"
#include "findings/danerows.h"
#include "findings/dnsrows.h"
#include "findings/endrows.h"
#include "findings/replyrows.h"
#include "findings/senderrows.h"
#include "findings/stspolicyrows.h"
#include "findings/stsrows.h"
#include "findings/tlsrows.h"
#include "findings/tlsrptrows.h"

#include <utility>

/// Every row at its code's place. Rows are constants in headers, and this room lies below wire, so that the
/// name on the wire stands in the row like everything else and the compiler tells which code has no row. For
/// findings/findingrow.cpp and wire/wirefindings.cpp alone.
namespace mailseal {

/// A code of a newer version brings its own words.
inline constexpr std::array foreignRows{
    FindingRow{
        .code = FindingCode::FromNewerVersion,
        .name = "foreign",
        .sentence = {"%2"},
        .advice = "%3",
        .recipe = Recipe::Nothing,
        .place = FindingPlace::LastLine,
        .restsOn = RestsOn::nothing(),
    },
};

inline constexpr std::array findingSubjects{
    std::span<const FindingRow>(chainRows),    std::span<const FindingRow>(tlsRows),
    std::span<const FindingRow>(dnsRows),      std::span<const FindingRow>(daneRows),
    std::span<const FindingRow>(endRows),      std::span<const FindingRow>(replyRows),
    std::span<const FindingRow>(stsRows),      std::span<const FindingRow>(stsPolicyRows),
    std::span<const FindingRow>(tlsRptRows),   std::span<const FindingRow>(senderRows),
    std::span<const FindingRow>(chainFitRows), std::span<const FindingRow>(foreignRows),
};

struct FoundRows
{
    const FindingRow *first = nullptr;
    int count = 0;
};

constexpr FoundRows rowsOf(FindingCode code)
{
    FoundRows found;
    for (const std::span<const FindingRow> &rows : findingSubjects) {
        for (const FindingRow &row : rows) {
            if (row.code == code && found.count++ == 0)
                found.first = &row;
        }
    }
    return found;
}

template <FindingCode code>
constexpr const FindingRow *onlyRowOf()
{
    static_assert(rowsOf(code).count == 1, "this code needs one row in core/findings");
    return rowsOf(code).first;
}

inline constexpr auto findingTable = []<std::size_t... i>(std::index_sequence<i...>)
{
    return std::array{onlyRowOf<static_cast<FindingCode>(i)>()...};
}
(std::make_index_sequence<static_cast<std::size_t>(FindingCode::FromNewerVersion) + 1>());

} // namespace mailseal
