#pragma once

#include "wording/wording.h"

#include <QString>
#include <QStringList>

namespace mailseal {

/// The source string itself, or what the installed translators make of it, in the contexts of the rooms.
QString inLanguage(Wording::Speech speech, const char *source);
/// The same of a sentence that counts, `source` of many and `ofOne` of one thing: a translation has a numerus
/// form for `count` (QT_TRANSLATE_N_NOOP), English has these two.
QString sayCounted(Wording::Speech speech, const char *source, const char *ofOne, int count);
/// In the language of the window: inLanguage(Translated).
QString inWords(const char *source);
/// `text` with %1 … %9 replaced in one pass, each argument escaped; a missing one leaves nothing behind, and
/// the spaces and colon around it go with it.
QString withArguments(const QString &text, const QStringList &args);
/// A day in the local short format, its year with all four digits.
QString localDay(const QDate &day);
/// The finding's sentence, with its line in the policy text before it.
QString sentenceAtLine(const Wording &wording, const Finding &finding);
/// The end as a few words, source string.
const char *endWords(EndReason end);
/// What to try after this end, source string; empty where all went well.
const char *nextStep(EndReason end);

} // namespace mailseal
