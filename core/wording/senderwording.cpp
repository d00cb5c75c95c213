#include "wording/wording.h"
#include "wording/wordingtext.h"

#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

QString Wording::senderReason(const SenderVerdict &sender, const Inspection &inspection, Reason reason) const
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
    // A sender with GnuTLS whose outcome is not that of the policy's row.
    const auto otherwise =
        std::find_if(verdict->because.cbegin(), verdict->because.cend(), [&sender](const Finding &one) {
            return one.code == FindingCode::GnuTlsDiffers && one.args.value(0) == toWire(sender.delivery);
        });
    const bool isOtherwise = sender.delivery != verdict->delivery && otherwise != verdict->because.cend();
    const bool isSaid = reason == Reason::ByName && !isOtherwise; // in that policy's own row
    const Finding &deciding = isOtherwise ? *otherwise : verdict->because.constFirst();
    return withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "as “%1”: %2")),
                         {client(inspection, *verdict), isSaid ? QString() : finding(deciding)});
}

} // namespace mailseal
