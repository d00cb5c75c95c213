#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mailseal {

enum class Speaker { Client, Server, Note };

/// The steps of a dialogue (RFC 3207, RFC 5321). A protocol that is not SMTP has them too: Ehlo is where the
/// client asks what the server can do.
enum class DialogueStep {
    Connection,
    Greeting,
    Ehlo, ///< EHLO or LHLO in clear text, with its reply
    Helo,
    StartTls,
    TlsHandshake,
    EhloInsideTls,
    HeloInsideTls,
    Quit,
    Other, ///< another command
    Note   ///< our own remark between two steps
};

/// What we remark ourselves; core/wording makes the sentence. The comment names the arguments.
enum class NoteCode {
    NoAnswerInTime,
    ServerClosed,
    EarlyTextDiscarded, ///< octets
    HandshakeNotWatched,
    PolicyNotSatisfied,
    HandshakeFailed,   ///< alert received, alert sent (each may be empty), OpenSSL's or the system's words
    HandshakeClosed,   ///< alert received, alert sent: the server closed the connection
    HandshakeTimedOut, ///< alert received, alert sent
    LinesOnlyCounted,
    StarttlsAskedAgain,
    StarttlsMissingAgain,
    SecondWithoutEhlo,
    AnonymousSuitesOffered,
    AnonymousSuitesNoHelp,
    PortAccepts, ///< port
    PortRefuses, ///< port
    PortSilent,  ///< port
    OtherPortsBrokenOff,
    VariantOther, ///< "no-sni", "RSA" or "ECDSA", as in those that follow
    VariantSame,
    VariantRefused,
    VariantNotSeen,
    VariantEndsOtherwise, ///< the same certificate, and another end
    VariantTurnedAway,
    TlsAtOnceTried,
    TlsAtOnceWorks,
    TlsAtOnceNoHelp
};

struct TranscriptNote
{
    NoteCode code = NoteCode::NoAnswerInTime;
    QStringList args;
    bool operator==(const TranscriptNote &) const = default;
};

/// One line of the conversation, in the bytes that travelled, without its line end. An entry by Speaker::Note
/// has a `note`, or where there is none the words of the system, or of a file of an earlier version, as text
/// in UTF-8. `cutBytes` counts what a bound made us drop at the end.
struct TranscriptEntry
{
    qint64 atUs = 0; ///< microseconds since the first connection attempt began
    Speaker from = Speaker::Note;
    bool tls = false; ///< travelled inside TLS
    QByteArray text;
    qint64 cutBytes = 0;
    DialogueStep step = DialogueStep::Other; ///< of the dialogue that spoke, written when it happened
    std::optional<TranscriptNote> note = std::nullopt;
    bool operator==(const TranscriptEntry &) const = default;
};

using Transcript = QList<TranscriptEntry>;

} // namespace mailseal
