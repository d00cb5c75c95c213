#include "compare/dialoguesteps.h"
#include "compare/groups.h"

namespace mailseal {

namespace {

ComparedValue alertOrNothing(const std::optional<TlsAlert> &alert)
{
    return alert ? ComparedValue(*alert) : ComparedValue();
}

/// What was stapled, where both completed a handshake; the time of the response follows from when it was
/// asked.
void addStaple(Rows &rows, const std::optional<OcspFacts> &left, const std::optional<OcspFacts> &right)
{
    const auto fact = [&](Fact what, auto member) {
        const auto value = [&](const std::optional<OcspFacts> &ocsp) {
            return ocsp ? ComparedValue((*ocsp).*member) : ComparedValue();
        };
        return rowOf({what, std::nullopt, {}}, value(left), value(right));
    };
    add(rows, fact(Fact::StapledStatus, &OcspFacts::status));
    if (left && right)
        add(rows, fact(Fact::StapledVerified, &OcspFacts::verified));
    add(rows, uncounted(fact(Fact::StapledAt, &OcspFacts::producedAt)));
}

/// TLS on one side alone: one fact, not one a field. Where the other side ended before it could tell, nothing
/// is said about it.
ComparedRow onOneSide(const SessionFacts &left, const SessionFacts &right)
{
    const auto facts = [](const SessionFacts &session) {
        return session.tls ? ComparedValue(*session.tls) : ComparedValue();
    };
    const bool isKnown = isTlsKnown(left.tls ? right.end : left.end);
    const RowTopic topic{Fact::Encryption, std::nullopt, {}};
    return isKnown ? rowOf(topic, facts(left), facts(right))
                   : rowWhereKnown(topic, facts(left), facts(right));
}

} // namespace

Rows compareTls(const Sides &sides)
{
    const SessionFacts &left = sides.left.evidence.session;
    const SessionFacts &right = sides.right.evidence.session;
    const RowProof leftProof = DialoguePlaces(left.transcript).handshake();
    const RowProof rightProof = DialoguePlaces(right.transcript).handshake();
    Rows rows;
    const auto fact = [&](ComparedRow row) { add(rows, proved(std::move(row), leftProof, rightProof)); };
    const auto text = [&](Fact what, const QString &one, const QString &other) {
        return rowWhereKnown({what, std::nullopt, {}}, textOrNothing(one), textOrNothing(other));
    };
    if (left.tls && right.tls) {
        fact(rowOf({Fact::Protocol, std::nullopt, {}}, left.tls->protocol, right.tls->protocol));
        fact(text(Fact::Cipher, left.tls->cipher, right.tls->cipher));
        fact(text(Fact::KeyExchange, left.tls->keyExchange, right.tls->keyExchange));
        fact(text(Fact::HandshakeSignature, left.tls->signature, right.tls->signature));
        const auto requested = [](const TlsFacts &tls) {
            const auto &known = tls.clientCertificateRequested;
            return known ? ComparedValue(*known) : ComparedValue();
        };
        fact(rowWhereKnown({Fact::ClientCertificateRequested, std::nullopt, {}}, requested(*left.tls),
                           requested(*right.tls)));
        fact(uncounted(rowOf({Fact::ServerNameSent, std::nullopt, {}}, textOrNothing(left.tls->serverName),
                             textOrNothing(right.tls->serverName))));
        Rows staple;
        if (left.tls->isStapleKnown() && right.tls->isStapleKnown())
            addStaple(staple, sides.left.ocsp, sides.right.ocsp);
        for (const ComparedRow &row : staple)
            fact(row);
    } else if (left.tls || right.tls) {
        fact(onOneSide(left, right));
    }
    const HandshakeFacts before = left.handshake.value_or(HandshakeFacts());
    const HandshakeFacts after = right.handshake.value_or(HandshakeFacts());
    fact(rowOf({Fact::AlertReceived, std::nullopt, {}}, alertOrNothing(before.alertReceived),
               alertOrNothing(after.alertReceived)));
    fact(rowOf({Fact::AlertSent, std::nullopt, {}}, alertOrNothing(before.alertSent),
               alertOrNothing(after.alertSent)));
    return rows;
}

} // namespace mailseal
