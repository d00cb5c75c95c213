#pragma once

namespace mailseal {

/// What to do about STARTTLS answered with this code, a source string (context "wording").
const char *refusedStarttlsAdvice(int code);

} // namespace mailseal
