#pragma once

#include "dialogue/dialogue.h"
#include "values/target.h"

#include <QByteArray>

#include <memory>

namespace mailseal {

/// What is spoken with a service; never null. `clientName` is what the client calls itself, sent as it is:
/// the caller vouches that it holds no line end.
std::unique_ptr<Dialogue> makeDialogue(Service service, Start start, const QByteArray &clientName);

} // namespace mailseal
