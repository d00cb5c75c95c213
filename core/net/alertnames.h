#pragma once

#include <QString>

namespace mailseal {

/// The name of a TLS alert as RFC 8446 §6 and RFC 5246 §7.2 spell it; "alert N" for others.
QString alertName(int number);

} // namespace mailseal
