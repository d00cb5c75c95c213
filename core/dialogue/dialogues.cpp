#include "dialogue/dialogues.h"

#include "dialogue/smtpdialogue.h"

#include <array>

namespace mailseal {

namespace {

using Make = std::unique_ptr<Dialogue> (*)(Service service, Start start, const QByteArray &clientName);

std::unique_ptr<Dialogue> makeSmtp(Service service, Start start, const QByteArray &clientName)
{
    return std::make_unique<SmtpDialogue>(service, start, clientName);
}

/// One row a service, in the order of the enumeration.
struct DialogueRow
{
    Service service;
    Make make;
};
constexpr std::array dialogues{
    DialogueRow{Service::Smtp, &makeSmtp},
    DialogueRow{Service::Submission, &makeSmtp},
    DialogueRow{Service::Submissions, &makeSmtp},
    DialogueRow{Service::Lmtp, &makeSmtp},
};
static_assert(dialogues.back().service == Service::Lmtp && dialogues.size() == 4);

} // namespace

std::unique_ptr<Dialogue> makeDialogue(Service service, Start start, const QByteArray &clientName)
{
    return dialogues[static_cast<std::size_t>(service)].make(service, start, clientName);
}

} // namespace mailseal
