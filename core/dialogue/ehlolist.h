#pragma once

#include "values/sessionfacts.h"

#include <QByteArray>

#include <optional>

namespace mailseal {

/// The keyword of an EHLO line without its code, as it was sent: up to the first space or "=" ("AUTH=LOGIN"
/// of old servers).
QByteArray keywordOf(const QByteArray &line);
/// The same in upper case: a keyword has no case (RFC 5321 §4.1.1.1).
QByteArray extensionKeyword(const QByteArray &line);
/// The keyword, in upper case, of a line of an EHLO reply with its code, "250-SIZE 1000".
QByteArray extensionKeywordOfReply(const QByteArray &line);

/// `keyword` (upper case) as an EHLO list spells it, where the list offers it: EHLO keywords are
/// case-insensitive (RFC 5321 §4.1.1.1).
std::optional<QByteArray> offeredAs(const Capabilities &list, const QByteArray &keyword);

/// Whether a device on the way wrote this over STARTTLS, in place: as long as STARTTLS, all X or all * but
/// perhaps the last letter ("XXXXXXXA" of Cisco's SMTP inspection). The one rule for it.
bool isMaskedStarttls(const QByteArray &keyword);
/// The first such keyword of a list.
std::optional<QByteArray> maskedStarttls(const Capabilities &list);

} // namespace mailseal
