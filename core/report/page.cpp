#include "report/page.h"

#include "wording/wordingtext.h"

namespace mailseal {

QString Page::word(const char *source) const { return say(m_wording.speech(), source); }

} // namespace mailseal
