#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace mailseal {

/// What a person types for a pin: 64 hex digits of a SHA-256, in either case, with or without colons. The
/// answer is lower-case hex without separators.
std::optional<QByteArray> parsePin(const QString &typed);

/// Whether the text can stand behind EHLO at all: printable ASCII without spaces, at most 255 octets
/// (RFC 5321 §4.5.3.1.2). What a server makes of it is for the server.
bool canStandBehindEhlo(const QString &name);

} // namespace mailseal
