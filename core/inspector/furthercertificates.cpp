#include "inspector/furthercertificates.h"

#include "inspector/secondtries.h"
#include "values/endtraits.h"
#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

namespace {

bool isRsa(const CertificateFacts &facts) { return facts.keyType.startsWith(QLatin1StringView("RSA")); }

/// Whether records are there that would judge another certificate.
bool hasTlsa(const Evidence &evidence)
{
    return evidence.dns && evidence.dns->tlsa && !evidence.dns->tlsa->records.isEmpty();
}

/// Whether the connection tells what such a client is shown: TLS with a certificate, or the server's own no.
/// One that is merely cut in the handshake may have been cut for another reason: too many of them.
bool isTold(const VariantEvidence &variant)
{
    const bool isAnswered = wasHeardInsideTls(variant) || variant.end == EndReason::QuitAfterHandshake;
    if (isAnswered)
        return variant.tls && !variant.sentChain.isEmpty();
    const HandshakeFacts &handshake = variant.handshake;
    return variant.end == EndReason::HandshakeFailed &&
           (handshake.completed || handshake.alertReceived || handshake.alertSent);
}

/// The same certificate and the same end: whether TLS came about, and whether mail is taken inside it.
bool isAsMain(const VariantEvidence &variant, const SessionFacts &main)
{
    const bool isRefused = isFailed(variant);
    // One that came about by anonymous suites alone was refused as well before they were offered.
    const bool wasRefused = main.end == EndReason::HandshakeFailed || (main.tls && main.tls->anonymous);
    if (isRefused || main.end == EndReason::HandshakeFailed)
        return isRefused == wasRefused;
    const auto isInsideRefused = [](EndReason end) { return end == EndReason::RefusedAfterTls; };
    const auto greetsInside = [](const QList<Finding> &remarks) {
        return std::any_of(remarks.begin(), remarks.end(),
                           [](const Finding &one) { return one.code == FindingCode::GreetingInsideTls; });
    };
    const bool isFollowed =
        variant.end != EndReason::QuitAfterHandshake && main.end != EndReason::QuitAfterHandshake;
    return variant.sentChain == main.sentChain.value_or(QList<QByteArray>{}) &&
           (!isFollowed || isInsideRefused(*variant.end) == isInsideRefused(main.end)) &&
           (!isFollowed || greetsInside(variant.remarks) == greetsInside(main.remarks));
}

} // namespace

SuiteOffer offerFor(const QString &keyType)
{
    if (keyType.isEmpty())
        return SuiteOffer::Authenticating;
    return keyType == QLatin1StringView("RSA") ? SuiteOffer::RsaOnly : SuiteOffer::EcdsaOnly;
}

std::optional<VariantEvidence> dueVariant(const Inspection &inspection,
                                          const QList<VariantEvidence> &triedVariants, bool isNameSent,
                                          bool isDnsComplete)
{
    const SessionFacts &session = inspection.evidence.session;
    const auto isDue = [&](const VariantEvidence &variant) {
        return std::none_of(triedVariants.begin(), triedVariants.end(),
                            [&](const VariantEvidence &tried) { return kindOf(tried) == kindOf(variant); });
    };
    const bool isWhole = traitsOf(session.end).tls == TlsTold::Works;
    const bool hasCertificate = session.tls && session.sentChain && !session.sentChain->isEmpty();
    VariantEvidence variant;
    variant.sni = false;
    // Not every server that chose by the name says so, as RFC 6066 §3 has it: GnuTLS, and Exim with it, does
    // not.
    const bool dependsOnSni = (isWhole && hasCertificate) || session.end == EndReason::HandshakeFailed;
    if (dependsOnSni && isNameSent && isDue(variant))
        return variant;
    if (!isWhole || !hasCertificate || !isDnsComplete || !hasTlsa(inspection.evidence) || !inspection.chain ||
        inspection.chain->sent.isEmpty())
        return std::nullopt;
    variant.sni = isNameSent;
    variant.keyType =
        isRsa(inspection.chain->sent.constFirst()) ? QStringLiteral("ECDSA") : QStringLiteral("RSA");
    return isDue(variant) ? std::optional(variant) : std::nullopt;
}

bool wasTurnedAway(const SessionFacts &facts)
{
    return isThrottled(facts) || !facts.greeting || facts.end == EndReason::GreetingRefused;
}

TranscriptNote keepVariant(Evidence &evidence, VariantEvidence variant, const SessionFacts &facts)
{
    variant.handshake = facts.handshake.value_or(HandshakeFacts{});
    variant.tls = facts.tls;
    variant.sentChain = facts.sentChain.value_or(QList<QByteArray>{});
    variant.end = facts.end;
    variant.endReply = facts.endReply;
    variant.capabilitiesAfterTls = facts.capabilitiesAfterTls;
    variant.remarks = facts.remarks;
    const QString kind = kindOf(variant);
    // STARTTLS is asked for before any name is sent: what comes and goes there is no matter of SNI.
    const bool isIntermittent = evidence.session.end == EndReason::StarttlsNotOffered && facts.sawStarttls220;
    if (isIntermittent) {
        evidence.remarks.append(intermittent(facts, evidence.session));
        return {NoteCode::VariantEndsOtherwise, {kind}};
    }
    if (!isTold(variant)) {
        if (facts.end == EndReason::StarttlsNotOffered && evidence.session.sawStarttls220)
            evidence.remarks.append(intermittent(evidence.session, facts));
        evidence.remarks.append(
            {FindingCode::VariantNotSeen, Severity::Info, std::nullopt, {kind, toWire(facts.end)}});
        return {NoteCode::VariantNotSeen, {kind}};
    }
    evidence.variantsSeen.append(kind);
    const bool isRefused = isFailed(variant);
    // A server without such a key has nothing else to say.
    const bool hasNoSuchKey = isRefused && !variant.keyType.isEmpty();
    const bool isOther = !hasNoSuchKey && !isAsMain(variant, evidence.session);
    if (isOther)
        evidence.variants.append(variant);
    if (isRefused)
        return {NoteCode::VariantRefused, {kind}};
    const bool isSameChain = variant.sentChain == evidence.session.sentChain.value_or(QList<QByteArray>{});
    if (isOther)
        return {isSameChain ? NoteCode::VariantEndsOtherwise : NoteCode::VariantOther, {kind}};
    return {NoteCode::VariantSame, {kind}};
}

} // namespace mailseal
