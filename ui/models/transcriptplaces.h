#pragma once

#include "values/sessionfacts.h"

namespace mailseal {

/// Where in a transcript something can be seen. All are indexes into the entries; -1: nowhere.
namespace places {

/// Before which entry the handshake happened (may be the number of entries); -1: none was begun.
int handshake(const SessionFacts &session);
/// The first line the server said at all.
int greeting(const Transcript &transcript);
/// The reply to the last EHLO (or HELO) sent in clear text, or inside TLS.
int ehloReply(const Transcript &transcript, bool tls);
/// The last EHLO (or HELO) sent, in clear text where there was one.
int ehloCommand(const Transcript &transcript);
/// The reply to STARTTLS.
int starttlsReply(const Transcript &transcript);
/// The first line of the last reply of the server.
int lastReply(const Transcript &transcript);
/// The last entry.
int last(const Transcript &transcript);
/// Whether this entry is the first line of its reply, or no reply at all.
bool beginsReply(const Transcript &transcript, qsizetype at);

} // namespace places

} // namespace mailseal
