#include "wording/wording.h"
#include "wording/wordingtext.h"

namespace mailseal {

QString Wording::senderReason(const SenderVerdict &sender, const Inspection &inspection, Reason reason) const
{
    if (sender.unstated) {
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "no source says whether it looks at %1, which "
                                                              "would hold the message back")),
            {policyName(*sender.unstated)});
    }
    const Verdict *verdict = sender.decidedBy ? verdictOf(inspection, *sender.decidedBy) : nullptr;
    if (!verdict || verdict->because.isEmpty())
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "no source says what it does here"));
    const QString because = reason == Reason::Whole ? finding(verdict->because.constFirst()) : QString();
    return withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "as “%1”: %2")),
                         {client(inspection, *verdict), because});
}

} // namespace mailseal
