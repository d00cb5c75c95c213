#pragma once

#include "values/sessionfacts.h"

#include <QByteArray>

#include <optional>

namespace mailseal {

/// `keyword` (upper case) as an EHLO list spells it, where the list offers it: EHLO keywords are
/// case-insensitive (RFC 5321 §4.1.1.1).
std::optional<QByteArray> offeredAs(const Capabilities &list, const QByteArray &keyword);

/// The keyword that a firewall wrote over STARTTLS, where there is one: as long as STARTTLS, all X but
/// perhaps the last letter ("XXXXXXXA" of Cisco's SMTP inspection).
std::optional<QByteArray> maskedStarttls(const Capabilities &list);

} // namespace mailseal
