#pragma once

#include <QByteArray>
#include <QList>

namespace mailseal {

enum class Speaker { Client, Server, Note };

/// One line of the conversation, in the bytes that travelled, without its line end. A note is our own remark
/// in English UTF-8 ("second connection: …"). `cutBytes` counts what a bound made us drop at the end.
struct TranscriptEntry
{
    qint64 atUs = 0; ///< microseconds since the first connection attempt began
    Speaker from = Speaker::Note;
    bool tls = false; ///< travelled inside TLS
    QByteArray text;
    qint64 cutBytes = 0;
    bool operator==(const TranscriptEntry &) const = default;
};

using Transcript = QList<TranscriptEntry>;

} // namespace mailseal
