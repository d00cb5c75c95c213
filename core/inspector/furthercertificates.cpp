#include "inspector/furthercertificates.h"

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
    const bool isWhole = session.end == EndReason::Completed || session.end == EndReason::QuitAfterHandshake;
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

TranscriptNote keepVariant(Evidence &evidence, VariantEvidence variant, const SessionFacts &facts)
{
    variant.handshake = facts.handshake.value_or(HandshakeFacts{});
    variant.tls = facts.tls;
    variant.sentChain = facts.sentChain.value_or(QList<QByteArray>{});
    const QString kind = kindOf(variant);
    // A connection that is merely cut may have been cut for another reason: too many of them.
    const bool wasRefused = variant.handshake.alertReceived || variant.handshake.alertSent;
    if (!isFailed(variant) && !variant.sentChain.isEmpty()) {
        evidence.variantsSeen.append(kind);
        const bool isOther = evidence.session.end == EndReason::HandshakeFailed ||
                             variant.sentChain != evidence.session.sentChain.value_or(QList<QByteArray>{});
        if (isOther)
            evidence.variants.append(variant);
        return {isOther ? NoteCode::VariantOther : NoteCode::VariantSame, {kind}};
    }
    if (facts.end == EndReason::HandshakeFailed && wasRefused) {
        evidence.variantsSeen.append(kind);
        // A server without such a key has nothing else to say; one that fails for everybody has said it.
        if (variant.keyType.isEmpty() && evidence.session.end != EndReason::HandshakeFailed)
            evidence.variants.append(variant);
        return {NoteCode::VariantRefused, {kind}};
    }
    evidence.remarks.append(
        {FindingCode::VariantNotSeen, Severity::Info, std::nullopt, {kind, toWire(facts.end)}});
    return {NoteCode::VariantNotSeen, {kind}};
}

} // namespace mailseal
