#pragma once

#include "wire/wire.h"

#include <algorithm>
#include <array>
#include <cstddef>

/// Private to wire/wire*.cpp: one table an enumeration, in the enumeration's order; both directions read
/// it.
namespace mailseal {

template <typename E>
struct WireName
{
    E value;
    const char *name;
};
template <typename E>
WireName(E, const char *) -> WireName<E>;

/// Specialised by an array of WireName<E> for each enumeration, in the file that owns it.
template <typename E>
constexpr auto wireTable = 0;

/// Whether the table is gapless, in order and ends with the enumeration's last value.
template <typename E>
constexpr bool isComplete(E last)
{
    for (std::size_t i = 0; i < wireTable<E>.size(); ++i) {
        if (static_cast<std::size_t>(wireTable<E>[i].value) != i)
            return false;
    }
    return wireTable<E>.back().value == last;
}

template <typename E>
QString nameOf(E value)
{
    return QLatin1StringView(wireTable<E>[static_cast<std::size_t>(value)].name);
}

template <typename E>
std::optional<E> fromWire(QStringView name)
{
    const auto found =
        std::find_if(wireTable<E>.begin(), wireTable<E>.end(), [name](const WireName<E> &candidate) {
            return name == QLatin1StringView(candidate.name);
        });
    return found == wireTable<E>.end() ? std::nullopt : std::optional(found->value);
}

template <typename E>
QStringList wireNames()
{
    QStringList all;
    for (const auto &row : wireTable<E>)
        all.append(QLatin1StringView(row.name));
    return all;
}

} // namespace mailseal
