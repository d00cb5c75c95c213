#pragma once

#include <Qt>

namespace mailseal {

/// What our models say beyond Qt's own roles. All texts are plain and already escaped.
enum CellRole {
    BadgeRole = Qt::UserRole + 1, ///< int of a Badge; invalid where the cell has none
    SuffixRole,                   ///< text shown muted behind the display text
    MutedRole,                    ///< bool: the whole cell is an aside
    StrongRole,                   ///< bool: the cell names the row
    MonospaceRole,                ///< bool: the cell shows bytes or hex
    LinkRole                      ///< bool: a click on the cell goes to the proof
};

} // namespace mailseal
