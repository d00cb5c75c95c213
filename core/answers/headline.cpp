#include "answers/headline.h"

#include "values/endtraits.h"
#include "wire/escape.h"
#include "wire/wire.h"

namespace mailseal {

Headline headlineOf(const SessionFacts &session)
{
    if (const auto &reply = session.endReply) {
        QStringList args{QString::number(reply->code), escapeBytes(reply->enhanced),
                         escapeBytes(reply->text.simplified())};
        return {HeadlineCode::ServersWords, args};
    }
    const EndTraits &end = traitsOf(session.end);
    if (!end.fault && end.tls == TlsTold::Works && session.tls)
        return {HeadlineCode::Encrypted, {toWire(session.tls->protocol)}};
    if (session.end == EndReason::HandshakeFailed && session.handshake && session.handshake->alertReceived)
        return {HeadlineCode::Alert, {session.handshake->alertReceived->name}};
    return {HeadlineCode::End, {toWire(session.end)}};
}

} // namespace mailseal
