#include "models/transcriptplaces.h"

namespace mailseal::places {

namespace {

/// The first server line behind `from`, before the client speaks again.
int replyTo(const Transcript &transcript, qsizetype from)
{
    for (qsizetype i = from + 1; i < transcript.size(); ++i) {
        if (transcript.at(i).from == Speaker::Server)
            return static_cast<int>(i);
        if (transcript.at(i).from == Speaker::Client)
            break;
    }
    return static_cast<int>(from);
}

int lastCommand(const Transcript &transcript, DialogueStep step)
{
    for (qsizetype i = transcript.size() - 1; i >= 0; --i) {
        if (transcript.at(i).from == Speaker::Client && transcript.at(i).step == step)
            return static_cast<int>(i);
    }
    return -1;
}

/// The last EHLO, or where there was none the last HELO.
int lastHello(const Transcript &transcript, bool tls)
{
    const int ehlo = lastCommand(transcript, tls ? DialogueStep::EhloInsideTls : DialogueStep::Ehlo);
    return ehlo >= 0 ? ehlo : lastCommand(transcript, tls ? DialogueStep::HeloInsideTls : DialogueStep::Helo);
}

} // namespace

int handshake(const SessionFacts &session)
{
    if (!session.tls && !session.handshake)
        return -1;
    const Transcript &transcript = session.transcript;
    // Behind a second connection's clear text lies the handshake that the facts speak of.
    qsizetype first = -1;
    for (qsizetype i = 0; i < transcript.size(); ++i) {
        if (transcript.at(i).tls && transcript.at(i).from != Speaker::Note &&
            (first < 0 || !transcript.at(i - 1).tls))
            first = i;
    }
    if (first >= 0)
        return static_cast<int>(first);
    const int command = lastCommand(transcript, DialogueStep::StartTls);
    if (command < 0)
        return static_cast<int>(transcript.size());
    qsizetype at = replyTo(transcript, command) + 1;
    while (at < transcript.size() && transcript.at(at).from == Speaker::Server)
        ++at;
    return static_cast<int>(at);
}

int greeting(const Transcript &transcript)
{
    for (qsizetype i = 0; i < transcript.size(); ++i) {
        if (transcript.at(i).from == Speaker::Server)
            return static_cast<int>(i);
    }
    return -1;
}

int ehloReply(const Transcript &transcript, bool tls)
{
    const int command = lastHello(transcript, tls);
    return command < 0 ? -1 : replyTo(transcript, command);
}

int ehloCommand(const Transcript &transcript)
{
    const int inClearText = lastHello(transcript, false);
    return inClearText >= 0 ? inClearText : lastHello(transcript, true);
}

int starttlsReply(const Transcript &transcript)
{
    const int command = lastCommand(transcript, DialogueStep::StartTls);
    return command < 0 ? -1 : replyTo(transcript, command);
}

int lastReply(const Transcript &transcript)
{
    for (qsizetype i = transcript.size() - 1; i >= 0; --i) {
        if (transcript.at(i).from == Speaker::Server && beginsReply(transcript, i))
            return static_cast<int>(i);
    }
    return last(transcript);
}

int last(const Transcript &transcript) { return static_cast<int>(transcript.size()) - 1; }

bool beginsReply(const Transcript &transcript, qsizetype at)
{
    if (at == 0 || transcript.at(at).from != Speaker::Server)
        return true;
    const TranscriptEntry &before = transcript.at(at - 1);
    const bool goesOn = before.text.size() > 3 && before.text.at(3) == '-'; // RFC 5321 §4.2.1
    return before.from != Speaker::Server || before.tls != transcript.at(at).tls || !goesOn;
}

} // namespace mailseal::places
