#include "dialogue/dialogues.h"

#include "dialogue/smtpdialogue.h"

namespace mailseal {

std::unique_ptr<Dialogue> makeDialogue(Service service, Start start, const QByteArray &clientName)
{
    switch (service) {
    case Service::Smtp:
    case Service::Submission:
    case Service::Submissions:
    case Service::Lmtp:
        break;
    }
    return std::make_unique<SmtpDialogue>(service, start, clientName);
}

} // namespace mailseal
