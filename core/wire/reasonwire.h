#pragma once

#include "values/reason.h"

#include <QString>

#include <optional>

namespace mailseal {

/// A reason as evidence, findings and files hold it: an English clause, written out and never changed, where
/// a library's words may stand as well.
QString toWire(const Reason &reason);
QString toWire(ReasonCode code, const QString &argument = {});

/// The way back, in files of every version; nothing where the words are those of a library, the system or a
/// server.
std::optional<Reason> reasonOf(const QString &words);

} // namespace mailseal
