#include "wording/wording.h"
#include "wording/wordingtext.h"

namespace mailseal {

QString Wording::senderReason(const SenderVerdict &sender, const Inspection &inspection) const
{
    if (sender.unstated) {
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "no source says whether it looks at %1, which "
                                                              "would hold the message back")),
            {policyName(*sender.unstated)});
    }
    if (!sender.because.isEmpty()) {
        return withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "in a way of its own: %1")),
                             {finding(sender.because.constFirst())});
    }
    const Verdict *verdict = sender.decidedBy ? verdictOf(inspection, *sender.decidedBy) : nullptr;
    if (!verdict || verdict->because.isEmpty())
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "no source says what it does here"));
    return withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "as “%1”: %2")),
                         {client(inspection, *verdict), finding(verdict->because.constFirst())});
}

} // namespace mailseal
