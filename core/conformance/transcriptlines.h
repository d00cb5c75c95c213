#pragma once

#include "values/transcript.h"

#include <QList>

namespace mailseal {

/// Where in a transcript the steps stand that the checks speak of: indexes, for a person to look at. Where a
/// step happened on several connections it is the last one, whose facts the evidence holds.
class TranscriptLines
{
public:
    explicit TranscriptLines(const Transcript &transcript)
        : m_transcript(transcript)
    {
    }

    /// The client's EHLO or LHLO and the lines that answer it; empty where none was sent.
    QList<int> ehlo(bool insideTls) const;
    /// The client's STARTTLS and the lines that answer it.
    QList<int> starttls() const;
    /// Our QUIT inside TLS and what came after.
    QList<int> quitInsideTls() const;
    /// Those of `lines` by the server whose first word behind the code is one of `keywords`, whatever its
    /// case.
    QList<int> withKeyword(const QList<int> &lines, const QList<QByteArray> &keywords) const;

private:
    QList<int> commandAndReply(DialogueStep step, bool insideTls) const;

    const Transcript &m_transcript;
};

} // namespace mailseal
