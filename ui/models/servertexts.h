#pragma once

#include "models/inspectionlist.h"
#include "theme.h"

#include <QString>

namespace mailseal {

/// The words of the server list, plain text with everything from a server escaped.
QString sectionTitle(SectionKind kind, const QString &host);
QString badgeWord(Badge badge);
/// "192.0.2.9 · TLS 1.3 · self-signed", or why there is no such thing.
QString serverDetail(const ListedServer &server);
QString serverDuration(const ListedServer &server);
QString serverToolTip(const ListedServer &server);
/// "TLS 1.3" for people.
QString protocolText(TlsProtocol protocol);
/// "192.0.2.9:25", "[2001:db8::1]:25", or the connected address under --connect.
QString addressText(const Target &target);

} // namespace mailseal
