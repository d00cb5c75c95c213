#include "report/page.h"

#include "wording/wordingtext.h"

namespace mailseal {

QString markOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Good:
        return QStringLiteral("✔ ");
    case Tone::Warned:
        return QStringLiteral("▲ ");
    case Tone::Bad:
        return QStringLiteral("✖ ");
    case Tone::NotApplicable:
        return QStringLiteral("– ");
    case Tone::Unknown:
        return QStringLiteral("? ");
    }
    return {};
}

QString Page::word(const char *source) const { return inLanguage(m_wording.speech(), source); }

} // namespace mailseal
