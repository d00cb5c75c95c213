#pragma once

#include "wording/wording.h"

#include <QString>
#include <QStringList>

namespace mailseal {

/// The source string itself, or what the installed translators make of it (context "wording").
QString say(Wording::Speech speech, const char *source);
/// In the language of the window: say(Translated).
QString inWords(const char *source);
/// `text` with %1 … %9 replaced in one pass, each argument escaped; a missing one leaves nothing behind, and
/// the spaces and colon around it go with it.
QString fill(const QString &text, const QStringList &args);
/// The finding's sentence, with its line in the policy text before it.
QString sentenceAtLine(const Wording &wording, const Finding &finding);
/// The end as a few words, source string.
const char *endWords(EndReason end);

} // namespace mailseal
