#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace mailseal {

enum class OcspStatus { Good, Revoked, Unknown, Unreadable };

/// A stapled response, judged (RFC 6960, RFC 6066 §8). The octets are in TlsFacts::ocspStaple.
struct OcspFacts
{
    OcspStatus status = OcspStatus::Unreadable;
    QDateTime producedAt;  ///< UTC; invalid where unreadable
    QDateTime nextUpdate;  ///< UTC; invalid where the response has none
    QDateTime revokedAt;   ///< UTC; invalid unless revoked
    bool verified = false; ///< signed for this certificate's issuer, and current at judgedAt
    QString problem;       ///< OpenSSL's words why it is not verified; empty where it is
    bool operator==(const OcspFacts &) const = default;
};

} // namespace mailseal
