#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>

namespace mailseal {

namespace {

const char *noteSentence(NoteCode code)
{
    switch (code) {
    case NoteCode::NoAnswerInTime:
    case NoteCode::HandshakeTimedOut:
        return QT_TRANSLATE_NOOP("wording", "no answer in time");
    case NoteCode::ServerClosed:
    case NoteCode::HandshakeClosed:
        return QT_TRANSLATE_NOOP("wording", "the server closed the connection");
    case NoteCode::HandshakeFailed:
        break; // the words are OpenSSL's or the system's
    case NoteCode::EarlyTextDiscarded:
        return QT_TRANSLATE_NOOP("wording", "%1 octets of clear text behind the 220 were discarded");
    case NoteCode::HandshakeNotWatched:
        return QT_TRANSLATE_NOOP(
            "wording", "the handshake's messages could not be watched: signature, stapled response and "
                       "certificate request are unknown");
    case NoteCode::PolicyNotSatisfied:
        return QT_TRANSLATE_NOOP("wording", "the policy is not satisfied: QUIT (RFC 3207 section 4.1)");
    case NoteCode::LinesOnlyCounted:
        return QT_TRANSLATE_NOOP("wording", "further lines of the server are only counted");
    case NoteCode::StarttlsAskedAgain:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS was missing: asked once more on a second connection");
    case NoteCode::StarttlsMissingAgain:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS was not offered on the second connection either");
    case NoteCode::SecondWithoutEhlo:
        return QT_TRANSLATE_NOOP("wording", "the second connection did not get as far as EHLO");
    case NoteCode::AnonymousSuitesOffered:
        return QT_TRANSLATE_NOOP(
            "wording", "no suite in common: tried again on a second connection with anonymous suites");
    case NoteCode::AnonymousSuitesNoHelp:
        return QT_TRANSLATE_NOOP("wording", "anonymous suites found nothing in common either");
    case NoteCode::PortAccepts:
        return QT_TRANSLATE_NOOP("wording", "port %1 of the same host: accepts connections");
    case NoteCode::PortRefuses:
        return QT_TRANSLATE_NOOP("wording",
                                 "port %1 of the same host: refuses connections, so the host is up");
    case NoteCode::PortSilent:
        return QT_TRANSLATE_NOOP("wording", "port %1 of the same host: no answer");
    case NoteCode::OtherPortsBrokenOff:
        return QT_TRANSLATE_NOOP("wording", "the try of other ports was broken off");
    case NoteCode::VariantOther:
        return QT_TRANSLATE_NOOP("wording", "further connection, %1: another certificate");
    case NoteCode::VariantSame:
        return QT_TRANSLATE_NOOP("wording", "further connection, %1: the same certificate");
    case NoteCode::VariantRefused:
        return QT_TRANSLATE_NOOP("wording", "further connection, %1: the handshake fails");
    case NoteCode::VariantNotSeen:
        return QT_TRANSLATE_NOOP("wording", "further connection, %1: not seen");
    case NoteCode::VariantEndsOtherwise:
        return QT_TRANSLATE_NOOP("wording",
                                 "further connection, %1: the same certificate, and it ends otherwise");
    case NoteCode::TlsAtOnceTried:
        return QT_TRANSLATE_NOOP("wording",
                                 "no greeting came: a TLS handshake is tried on a second connection");
    case NoteCode::TlsAtOnceWorks:
        return QT_TRANSLATE_NOOP("wording", "the server speaks TLS at once on this port");
    case NoteCode::TlsAtOnceNoHelp:
        return QT_TRANSLATE_NOOP("wording", "the server does not speak TLS at once either");
    case NoteCode::VariantTurnedAway:
        return QT_TRANSLATE_NOOP("wording", "further connection, %1: the server takes no second connection "
                                            "beside the first; asked again behind it");
    }
    return "";
}

/// What was offered on a further connection.
QString offerText(const QString &kind, Wording::Speech speech)
{
    return kind == QLatin1StringView("no-sni")
               ? inLanguage(speech, QT_TRANSLATE_NOOP("wording", "without SNI"))
               : withArguments(inLanguage(speech, QT_TRANSLATE_NOOP("wording", "%1 keys only")), {kind});
}

/// The alerts and how it ended, one behind the other; OpenSSL's words stand as they are.
QString handshakeNote(const TranscriptNote &note, Wording::Speech speech)
{
    QStringList facts{inLanguage(speech, QT_TRANSLATE_NOOP("wording", "TLS handshake failed"))};
    const QString received = note.args.value(0);
    const QString sent = note.args.value(1);
    if (!received.isEmpty())
        facts.append(withArguments(
            inLanguage(speech, QT_TRANSLATE_NOOP("wording", "the server sent alert %1")), {received}));
    if (!sent.isEmpty())
        facts.append(
            withArguments(inLanguage(speech, QT_TRANSLATE_NOOP("wording", "alert %1 was sent")), {sent}));
    const QString words = note.code == NoteCode::HandshakeFailed
                              ? note.args.value(2)
                              : inLanguage(speech, noteSentence(note.code));
    if (!words.isEmpty())
        facts.append(words);
    return facts.join(QLatin1StringView(", "));
}

} // namespace

QString Wording::note(const TranscriptNote &note) const
{
    switch (note.code) {
    case NoteCode::HandshakeFailed:
    case NoteCode::HandshakeClosed:
    case NoteCode::HandshakeTimedOut:
        return handshakeNote(note, m_speech);
    case NoteCode::VariantOther:
    case NoteCode::VariantSame:
    case NoteCode::VariantRefused:
    case NoteCode::VariantNotSeen:
    case NoteCode::VariantEndsOtherwise:
    case NoteCode::VariantTurnedAway:
        return withArguments(inLanguage(m_speech, noteSentence(note.code)),
                             {offerText(note.args.value(0), m_speech)});
    case NoteCode::TlsAtOnceTried:
    case NoteCode::TlsAtOnceWorks:
    case NoteCode::TlsAtOnceNoHelp:
    case NoteCode::NoAnswerInTime:
    case NoteCode::ServerClosed:
    case NoteCode::EarlyTextDiscarded:
    case NoteCode::HandshakeNotWatched:
    case NoteCode::PolicyNotSatisfied:
    case NoteCode::LinesOnlyCounted:
    case NoteCode::StarttlsAskedAgain:
    case NoteCode::StarttlsMissingAgain:
    case NoteCode::SecondWithoutEhlo:
    case NoteCode::AnonymousSuitesOffered:
    case NoteCode::AnonymousSuitesNoHelp:
    case NoteCode::PortAccepts:
    case NoteCode::PortRefuses:
    case NoteCode::PortSilent:
    case NoteCode::OtherPortsBrokenOff:
        break;
    }
    return withArguments(inLanguage(m_speech, noteSentence(note.code)), note.args);
}

} // namespace mailseal
