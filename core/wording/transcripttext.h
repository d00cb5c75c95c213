#pragma once

#include "values/inspection.h"

#include <QList>
#include <QString>

namespace mailseal {

class Wording;

/// A line of a conversation: "   0.012  TLS  S: " and what was said.
struct TranscriptLine
{
    QString margin;
    QString said;
};
/// The conversation, one line an entry, and a ruled one where TLS begins.
QList<TranscriptLine> transcriptLines(const SessionFacts &session, const Wording &wording);
/// What travelled, escaped, with what a bound cut off; our remark as a sentence.
QString entryText(const TranscriptEntry &entry, const Wording &wording);
/// The bytes that travelled, or our remark as a sentence.
QByteArray saidText(const TranscriptEntry &entry, const Wording &wording);
/// Seconds with three decimals: "1.235".
QString secondsText(qint64 microseconds);
/// "TLS handshake: TLS 1.3, …" for the rule where the clear text ends.
QString handshakeText(const SessionFacts &session, const Wording &wording);
/// "2026-11-24 01:02:03 UTC"; "-" where the time is not known.
QString instantText(const QDateTime &time);
/// "192.0.2.1:25", "[2001:db8::1]:25"; empty where there is no address.
QString endpointText(const QString &address, quint16 port);
/// Where the socket went: under --connect that is another place than the target says.
QString connectedText(const Target &target);
/// "TLS 1.3, TLS_AES_256_GCM_SHA384, X25519"
QString tlsText(const TlsFacts &tls);

} // namespace mailseal
