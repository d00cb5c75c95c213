#include "findings/findingrow.h"

#include "findings/findingtable.h"

namespace mailseal {

const FindingRow &findingRow(FindingCode code) { return *findingTable[static_cast<std::size_t>(code)]; }

} // namespace mailseal
