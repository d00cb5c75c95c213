#pragma once

#include "values/certificatefacts.h"
#include "values/dane.h"
#include "values/namecheck.h"
#include "values/ocsp.h"
#include "values/sessionfacts.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// Another certificate that the server presents, or another end: without SNI, or where only RSA or only ECDSA
/// is offered. Kept only where it differs from the main session.
struct VariantEvidence
{
    bool sni = true;
    QString keyType; ///< what was offered: "RSA", "ECDSA"; empty: both
    HandshakeFacts handshake;
    std::optional<TlsFacts> tls; ///< null where no handshake completed
    QList<QByteArray> sentChain; ///< DER, leaf first
    /// How its session ended, which goes as far as the main one; null: of a file whose further connections
    /// ended right behind their handshake, and so tell of certificates and nothing of delivery.
    std::optional<EndReason> end = std::nullopt;
    std::optional<Reply> endReply = std::nullopt;
    std::optional<Capabilities> capabilitiesAfterTls = std::nullopt;
    QList<Finding> remarks{}; ///< departures that its own connection showed
    bool operator==(const VariantEvidence &) const = default;
};

/// Whether such a client gets no session: the handshake ended without one, or the server ended it before the
/// first reply inside it (TLS 1.3, where a client certificate is demanded).
inline bool isFailed(const VariantEvidence &variant)
{
    constexpr int fatal = 2;
    const auto &alert = variant.handshake.alertReceived;
    return !variant.tls || variant.end == EndReason::HandshakeFailed || (alert && alert->level == fatal);
}

/// Whether a reply inside TLS was heard: without it nothing is known of delivery.
inline bool wasHeardInsideTls(const VariantEvidence &variant)
{
    return variant.end == EndReason::Completed || variant.end == EndReason::RefusedAfterTls;
}

/// The kind of client that a variant is shown to, as findings name it: "no-sni", "RSA", "ECDSA".
inline QString kindOf(const VariantEvidence &variant)
{
    return variant.keyType.isEmpty() ? QStringLiteral("no-sni") : variant.keyType;
}

/// What follows from one variant; the same index as its evidence.
struct VariantFacts
{
    std::optional<ChainFacts> chain;
    std::optional<NameCheck> names;
    std::optional<DaneFacts> dane;
    std::optional<OcspFacts> ocsp;
    bool operator==(const VariantFacts &) const = default;
};

} // namespace mailseal
