#include "inspector/porttries.h"

#include <array>

namespace mailseal {

namespace {

constexpr std::array<quint16, 2> otherPorts{465, 587};

/// A refused connection is an answer too: the host is up, so port 25 was dropped on the way.
NoteCode answerOf(const Session &session)
{
    const EndReason end = session.facts().end;
    if (end == EndReason::Completed)
        return NoteCode::PortAccepts;
    return end == EndReason::ConnectionRefused ? NoteCode::PortRefuses : NoteCode::PortSilent;
}

} // namespace

PortTries::PortTries(const MakeSession &makeSession, QObject *parent)
    : QObject(parent)
{
    for (const quint16 port : otherPorts) {
        m_tries.push_back({port, makeSession(port)});
        connect(m_tries.back().session.get(), &Session::finished, this, &PortTries::oneEnded);
    }
    m_open = m_tries.size();
}

PortTries::~PortTries() = default;

void PortTries::start()
{
    for (const Try &one : m_tries)
        one.session->start();
}

void PortTries::oneEnded()
{
    if (--m_open == 0)
        Q_EMIT ended();
}

QList<TranscriptNote> PortTries::notes() const
{
    QList<TranscriptNote> notes;
    for (const Try &one : m_tries)
        notes.append({answerOf(*one.session), {QString::number(one.port)}});
    return notes;
}

Finding PortTries::conclusion() const
{
    QStringList tried;
    QStringList answered;
    for (const Try &one : m_tries) {
        tried.append(QString::number(one.port));
        if (answerOf(*one.session) != NoteCode::PortSilent)
            answered.append(QString::number(one.port));
    }
    const FindingCode code = answered.isEmpty() ? FindingCode::HostDown : FindingCode::Port25BlockedHere;
    const QStringList ports = answered.isEmpty() ? tried : answered;
    return {code, Severity::Error, std::nullopt, {ports.join(QStringLiteral(", "))}};
}

} // namespace mailseal
